"""What a rule of the date grammar is, and the fragments that the rules are made of.

A rule is one *atom*: a year, a month, a weekday, a holiday. Atoms stand in a row from coarse to fine
(2023年 | 6月 | 20日 | 晚); `grammar` puts them together into points, ranges and open ranges.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

from pipeline import numerals

Fields = dict[str, Any]
#: What a rule has found, by the names of its pattern.
Groups = re.Match[str]


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
    `heads` are those that it can begin with (`pipeline.tag.dates.heads`): it is tried nowhere else. `matches` and
    `rejects` are the examples.
    """

    name: str
    rank: Rank
    pattern: str
    read: Callable[[Groups], Fields | None]
    alone: Alone = anywhere
    follows: frozenset[Rank] = frozenset()
    heads: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    @cached_property
    def match(self) -> Callable[[str, int], Groups | None]:
        """What the rule finds at a place."""
        return re.compile(self.pattern).match


D = numerals.ARABIC_DIGITS
HAN = "〇零○一二三四五六七八九十"
#: A count in front of a unit word; 半 is read by `count`.
COUNT = rf"(?:[{D}]{{1,4}}(?:[.．][{D}])?|(?![百千])[{HAN}两兩廿卅百千]{{1,5}}|半)"
GAP = r"[ \t　]{0,2}"
#: No other number before: figures may follow a Han numeral (张三9日到访), Han numerals may not.
NO_NUMBER_BEFORE = rf"(?<![{D}.．第])(?:(?=[{D}])|(?<![{HAN}百千万萬亿億两兩几幾数數多]))"


#: The word behind the number of a day, and not the beginning of another word (日元, 日报, 日夜).
DAY_WORD = (
    r"日(?![元圆圓语語韩系照产]|本(?![报報院公校台刊社])|美(?!联储|聯儲|股)"
    r"|[报報](?![道導告名到考送警案价價])|夜(?![间間里晚]))"
)
#: Behind a month it is nearly always that: 1月1日元旦, 7月1日报名.
DAY_OF_MONTH = r"日(?!夜以|[元圆圓](?!旦))"
#: A month and its day behind a year, a day behind a month, as they mostly stand: a rule takes them up at its own end.
#: All that other rules might know otherwise (6月初八, 6月份, 13月) is left to them.
THEN_DAY = rf"(?:(?P<day>0?[1-9]|[12][0-9]|3[01]){DAY_OF_MONTH})?"
THEN_MONTH = rf"(?:(?P<month>0?[1-9]|1[0-2])月(?![份龄齡嫂薪租均供经饼餅球光票花初十廿二三六九 \t　]){THEN_DAY})?"


_TENS = (("",), ("十", "一十"), ("二十", "廿"), ("三十", "卅"), *((f"{ten}十",) for ten in "四五六七八九"))
#: The numbers up to ninety-nine in words, which most counts and all days are.
_SMALL = {
    f"{tens}{ones}": number
    for ten, words in enumerate(_TENS)
    for tens in words
    for one, ones in enumerate(("", *"一二三四五六七八九"))
    if (number := 10 * ten + one)
}


def integer(text: str) -> int | None:
    """A small whole number in any digits: 12, １２, 十二, 廿三."""
    return int(text) if text.isdecimal() else _SMALL.get(text) or numerals.integer(text)


def by_place(text: str) -> int | None:
    """A number written digit by digit: 2023, 二〇二三."""
    return int(text) if text.isdecimal() else numerals.by_place(text)


def count(text: str) -> float | None:
    """A count that may be a half or have one."""
    if text == "半":
        return 0.5
    if text.isdecimal() or text in _SMALL:
        return float(_SMALL.get(text) or int(text))
    value = numerals.value(text)
    return None if value is None else float(value)
