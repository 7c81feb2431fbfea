"""What a rule of the date grammar is, and the fragments that the rules are made of.

A rule is one *atom*: a year, a month, a weekday, a holiday. Atoms stand in a row from coarse to fine
(2023年 | 6月 | 20日 | 晚); `grammar` puts them together into points, ranges and open ranges.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any

from pipeline import numerals

Fields = dict[str, Any]


class Rank(IntEnum):
    """How fine an atom is. In a date each atom is finer than the one before it."""

    CENTURY = 10
    DECADE = 15
    YEAR = 20
    PERIOD = 30
    MONTH = 40
    PART = 45
    WEEK = 50
    DAY = 55
    WEEKDAY = 60
    SAME = 65
    CLOCK = 70
    WHOLE = 80
    """A date that nothing finer but a clock time can follow: 2023-06-18, 三天后."""


Alone = Callable[[str, int, int], bool]


def anywhere(text: str, start: int, end: int) -> bool:  # noqa: ARG001 - the form of every condition
    """The atom is a date wherever it stands."""
    return True


def never(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """The atom is no date by itself."""
    return False


@dataclass(frozen=True)
class Atom:
    """A rule: its name, what it matches, and the fields it fills in.

    `read` gives None where the characters fit but the number does not. `alone` says whether the atom
    is a date with nothing around it; `follows` which ranks it may follow (any coarser one if empty).
    `heads` are the one to three characters that it can begin with: no text is looked at that begins with
    none of them. `matches` and `rejects` are the examples.
    """

    name: str
    rank: Rank
    pattern: str
    read: Callable[[Mapping[str, str | None]], Fields | None]
    alone: Alone = anywhere
    follows: frozenset[Rank] = frozenset()
    heads: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern)


D = numerals.ARABIC_DIGITS
HAN = "〇零○一二三四五六七八九十"
#: A count in front of a unit word; 半 is read by `count`.
COUNT = rf"(?:[{D}]{{1,4}}(?:[.．][{D}])?|(?![百千])[{HAN}两兩廿卅百千]{{1,5}}|半)"
#: The characters that numbers and counts begin with, as heads of atoms.
FIGURES = tuple("0123456789０１２３４５６７８９")
HAN_NUMERALS = tuple(HAN + "两兩廿卅")
NUMERALS = (*FIGURES, *HAN_NUMERALS)
COUNT_HEADS = "".join(NUMERALS) + "百千半"
CHRIST = ("公元", "西元", "纪元", "紀元")


def pairs(first: str, second: str) -> tuple[str, ...]:
    """All heads of one of these characters and one of those."""
    return tuple(a + b for a in first for b in second)


GAP = r"[ \t　]{0,2}"
#: No other number before: figures may follow a Han numeral (张三9日到访), Han numerals may not.
NO_NUMBER_BEFORE = rf"(?<![{D}.．第])(?:(?=[{D}])|(?<![{HAN}百千万萬亿億两兩几幾数數多]))"


@lru_cache(maxsize=4096)
def integer(text: str) -> int | None:
    """A small whole number in any digits: 12, １２, 十二, 廿三."""
    return int(text) if text.isdecimal() else numerals.integer(text)


@lru_cache(maxsize=4096)
def by_place(text: str) -> int | None:
    """A number written digit by digit: 2023, 二〇二三."""
    return int(text) if text.isdecimal() else numerals.by_place(text)


@lru_cache(maxsize=4096)
def count(text: str) -> float | None:
    """A count that may be a half or have one."""
    if text == "半":
        return 0.5
    value = numerals.value(text)
    return None if value is None else float(value)
