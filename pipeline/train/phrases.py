"""Advertising phrases composed from the lexicon of trades, for fitting what decides on phrases nobody has listed.

A phrase is a chain of goods, actions and venues, with names filled in at random and the tails of search queries. The
decision is fitted with a lexicon that lacks a part of the words, so that it learns how a phrase looks of which only
some words are known: that is what the phrases of other authors are.
"""

from random import Random
from zlib import crc32

from pipeline.clean.insertions.ads.trades import TRADES, WEIGHT

#: Shapes of phrases: figures stand for a word of that weight in the trade, `name` for an invented name, `place` for a
#: town, `tail` for the end of a search query.
_SHAPES = (
    "3", "3 1", "1 3", "0 3", "0 3 1", "3 2", "2 1 1", "0 2 1", "place 3", "place 2 1", "name 3", "name 2 1",
    "3 tail", "1 tail", "0 1 tail", "2 tail", "place 3 tail", "name 1 tail", "3 3", "1 1 1", "0 1 1", "name 1", "2 2",
    "0 0 2",
)  # fmt: skip
#: Characters of which invented names are made: those that brands, games and sites are named with.
_NAMES = "金龙凤鼎豪盛达通宝源泰恒瑞佳美雅韩欧维康乐飞云星天鸿博亿万利新华东方阳光海蓝风火雷神魔仙剑侠幻梦斯克尔德"
_LATIN = (
    "a",
    "b",
    "k",
    "q",
    "x",
    "w",
    "app",
    "vip",
    "pro",
    "ios",
    "pc",
    "x5",
    "v2",
    "66",
    "88",
    "365",
    "2024",
    "24小时",
)
#: Of so many words of the lexicon one is left out in fitting; phrases of so many characters are composed.
LEFT_OUT, _SHORTEST, _LONGEST = 5, 4, 16


def known(word: str) -> bool:
    """Whether a word is of the part of the lexicon that the decision is fitted with."""
    return crc32(word.encode()) % LEFT_OUT > 0


def _by_trade() -> dict[str, dict[int, list[str]]]:
    words: dict[str, dict[int, list[str]]] = {}
    for word, trades in TRADES.items():
        for trade in trades:
            words.setdefault(trade, {}).setdefault(WEIGHT[word], []).append(word)
    return words


_WORDS = _by_trade()
_TRADES = [trade for trade in _WORDS if trade != "keywords"]
_TAILS = [*_WORDS["keywords"][2], *_WORDS["keywords"][1]]
_PLACES = [word for word in _WORDS["local"][0] if len(word) == 2]


def composed(random: Random) -> str:
    """A phrase of some trade."""
    while True:
        words = _WORDS[random.choice(_TRADES)]
        parts = [_part(shape, words, random) for shape in random.choice(_SHAPES).split()]
        if random.random() < 0.08:
            parts.insert(random.randrange(len(parts) + 1), random.choice(_LATIN))
        phrase = "".join(parts)
        if _SHORTEST <= len(phrase) <= _LONGEST and len(set(parts)) == len(parts):
            return phrase


def _part(shape: str, words: dict[int, list[str]], random: Random) -> str:
    if shape == "name":
        return "".join(random.sample(_NAMES, random.randint(2, 4)))
    if shape == "place":
        return random.choice(_PLACES)
    if shape == "tail":
        return random.choice(_TAILS)
    return random.choice(words.get(int(shape)) or words[1])
