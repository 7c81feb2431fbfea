"""The one list of rules, in the order in which they are tried, and the readers of one atom."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipeline.forms import holidays
from pipeline.tag.dates import reigns
from pipeline.tag.dates.clock import CLOCK
from pipeline.tag.dates.festivals import FESTIVALS
from pipeline.tag.dates.months import MONTHS
from pipeline.tag.dates.numeric import NUMERIC, OPEN
from pipeline.tag.dates.periods import PERIODS
from pipeline.tag.dates.rule import HAN, Atom, D, Fields, Rank
from pipeline.tag.dates.spans_of_time import STRETCHES
from pipeline.tag.dates.weeks import WEEKS
from pipeline.tag.dates.years import YEARS

ATOMS: tuple[Atom, ...] = (*NUMERIC, *YEARS, *PERIODS, *FESTIVALS, *WEEKS, *STRETCHES, *MONTHS, *CLOCK)

_DEFINITION = re.compile(r"\(\?P<(\w+)>")
_REFERENCE = re.compile(r"\(\?P=(\w+)\)")


class Found(NamedTuple):
    """An atom in the text."""

    atom: Atom
    fields: Fields
    start: int
    end: int


def _numbered(number: int, pattern: str) -> str:
    """The pattern with its group names made its own, so that all rules fit into one expression."""
    pattern = _DEFINITION.sub(rf"(?P<a{number}_\1>", pattern)
    return _REFERENCE.sub(rf"(?P=a{number}_\1)", pattern)


def union(atoms: Iterable[Atom]) -> str:
    """One expression for all the atoms, each in a group of its own."""
    numbers = {atom.name: number for number, atom in enumerate(ATOMS)}
    return "|".join(f"(?P<a{n}>{_numbered(n, a.pattern)})" for a, n in ((a, numbers[a.name]) for a in atoms))


_BY_GROUP = {f"a{number}": atom for number, atom in enumerate(ATOMS)}
_GROUPS = {
    f"a{number}": tuple((name, f"a{number}_{name}") for name in atom.regex.groupindex)
    for number, atom in enumerate(ATOMS)
}

#: What can begin a date, and the characters that it can begin with.
STARTS = tuple(atom for atom in ATOMS if not atom.follows)
_HEADS = {name[0] for name in (*holidays.spellings(), *reigns.REIGNS)}
_HEADS |= {variant for head in _HEADS for variant in holidays.VARIANTS.get(head, "")}
FIRST = (
    rf"[{D}{HAN}两兩廿卅今去明昨前后後上下本这這当當该該次翌来來同隔大年月第首头頭最近过過未往接周週星礼禮"
    rf"农農阴陰阳陽旧舊夏公西纪紀中正腊臘冬闰閏元即“\"『「QＱ{''.join(sorted(_HEADS))}]"
)
START = re.compile(union(STARTS))
#: Dates in figures behind the dash of a range, which elsewhere would make them part of a longer number.
JOINED = re.compile(union(NUMERIC).replace(OPEN, ""))


def _may_follow(atom: Atom, rank: Rank) -> bool:
    if atom.follows:
        return rank in atom.follows
    if rank is Rank.WHOLE:
        return False
    return atom.rank > rank and atom.rank is not Rank.WHOLE


@cache
def after(rank: Rank) -> re.Pattern[str] | None:
    """The atoms that may follow one of this rank, as one expression."""
    atoms = [atom for atom in ATOMS if _may_follow(atom, rank)]
    return re.compile(union(atoms)) if atoms else None


def read(match: re.Match[str]) -> Found | None:
    """The atom that a match of these expressions found, or None where its number does not fit."""
    group = match.lastgroup or ""
    atom = _BY_GROUP[group]
    fields = atom.read({name: match[own] for name, own in _GROUPS[group]})
    return None if fields is None else Found(atom, fields, match.start(), match.end())
