"""Advertising phrases composed from the lexicon of trades, for fitting what decides on phrases nobody has listed.

A phrase is a chain of goods, actions and venues, with names filled in at random and the tails of search queries. The
decision is fitted with a lexicon that lacks a part of the words, so that it learns how a phrase looks of which only
some words are known: that is what the phrases of other authors are.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from zlib import crc32

from pipeline.clean.insertions.ads.trades import TRADES, WEIGHT
from pipeline.train.characters import tagged

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


#: Shapes of ordinary phrases, as people search for: nouns, verbs and adjectives of the dictionary, and fixed words.
_ORDINARY = (
    "n n", "n n n", "n n v", "n v n", "n v", "v n", "n n n v", "n v v", "a n n", "n a n", "n 怎么 v", "n 如何 v",
    "v 的 n", "n 能 v 的 n", "n n 怎么办", "n v 不了", "n 的 v n", "n n vn", "n vn n", "n vn", "L n", "L n v",
    "n tail", "n n tail", "n tail", "n n tail", "n v tail", "v n tail", "n vn tail",
)  # fmt: skip
_LATIN_WORDS = (
    "java",
    "ps",
    "excel",
    "linux",
    "python",
    "vue",
    "word",
    "cad",
    "ppt",
    "html",
    "php",
    "win7",
    "mp3",
    "usb",
)
#: How frequent the words are: neither particles nor words that nobody searches for.
_RARE, _FREQUENT = 150, 8000
#: Shapes of the names of things that an author says again.
_TERMS = (
    "n n", "n n n", "n vn n", "n vn", "a n n", "n n n n", "place n n", "place n n 中心", "place name n 公司", "name n",
    "name n n", "place n n 项目", "n n 系统", "n n 工程", "name n 有限公司", "n vn 合同", "place n 学院", "L n n",
)  # fmt: skip
_LONGEST_TERM = 20
_SHORTEST_ORDINARY, _LONGEST_ORDINARY = 5, 11


@cache
def _dictionary() -> Mapping[str, Sequence[str]]:
    """Words of the dictionary by their part of speech."""
    found: dict[str, list[str]] = {}
    for word, frequency, tag in tagged():
        if _RARE <= frequency <= _FREQUENT and 2 <= len(word) <= 4 and tag in ("n", "v", "a", "vn"):
            found.setdefault(tag, []).append(word)
    return found


def ordinary(random: Random) -> str:
    """A phrase of ordinary words, such as is searched for."""
    return _shaped(_ORDINARY, _LONGEST_ORDINARY, random)


def term(random: Random) -> str:
    """The name of something, as long as authors have them."""
    return _shaped(_TERMS, _LONGEST_TERM, random)


def is_noun(word: str) -> bool:
    """Whether a word is a noun of the dictionary, neither rare nor very frequent."""
    return word in _nouns()


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_dictionary()["n"])


def _shaped(shapes: Sequence[str], longest: int, random: Random) -> str:
    words = {**_dictionary(), "L": _LATIN_WORDS, "tail": _TAILS, "place": _PLACES}
    while True:
        parts = [
            _part(shape, {}, random) if shape == "name" else random.choice(words[shape]) if shape in words else shape
            for shape in random.choice(shapes).split()
        ]
        phrase = "".join(parts)
        if _SHORTEST_ORDINARY <= len(phrase) <= longest:
            return phrase
