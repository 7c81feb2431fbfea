"""The phrases that the generator of insertions draws from, and the ways farms twist them."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Literal

Half = Literal["dev", "held"]

#: How farms write characters to get past filters.
_HOMOPHONES = str.maketrans(
    dict(zip("微信加网证贷款彩票代开发门服务赌博卖", "薇芯伽罔正岱欵采漂袋幵發門服務堵搏麦", strict=True))
)
_SYMBOLS = (" ", "❤", "☆", ".", "-", "*", "_", "／", "·", "~")


@cache
def novels(half: Half) -> Sequence[str]:
    """Sentences of novels."""
    genres: dict[str, list[str]] = tomllib.loads((files(__package__) / "novels.toml").read_text("utf-8"))[half]
    return [sentence for sentences in genres.values() for sentence in sentences]


@cache
def _bank() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "insertions.toml").read_text("utf-8"))


def words(section: str, name: str, half: Half) -> Sequence[str]:
    """One half of a list of the bank: the even places are for development, the odd ones kept aside."""
    return _bank()[section][name][half == "held" :: 2]


def advertising(half: Half) -> Sequence[tuple[str, Sequence[str]]]:
    """The trades with their phrases."""
    return [(trade, words("advertising", trade, half)) for trade in _bank()["advertising"]]


def twist(phrase: str, random: Random) -> str:
    """`phrase` as farms write it to get past filters: parted, in homophones or with symbols."""
    way = random.randrange(4)
    if way == 0:
        mark = random.choice(_SYMBOLS)
        return mark.join(phrase)
    if way == 1:
        place = random.randrange(1, len(phrase))
        return phrase[:place] + random.choice(_SYMBOLS) + phrase[place:]
    if way == 2:
        return phrase.translate(_HOMOPHONES)
    letter = random.choice("abcdefghxyz")
    place = random.randrange(1, len(phrase))
    return phrase[:place] + letter + phrase[place:]


def spaced(digits: str, random: Random) -> str:
    """An account number, at times parted or circled."""
    way = random.randrange(4)
    if way == 0:
        return " ".join(digits)
    if way == 1:
        return "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(digit)] for digit in digits)
    return digits
