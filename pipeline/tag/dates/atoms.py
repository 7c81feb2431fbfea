"""The one list of rules, in the order in which they are tried, and the readers of one atom."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipeline.tag.dates.clock import CLOCK
from pipeline.tag.dates.epochs import EPOCHS
from pipeline.tag.dates.eras import ERAS
from pipeline.tag.dates.festivals import FESTIVALS
from pipeline.tag.dates.months import MONTHS
from pipeline.tag.dates.numeric import NUMERIC, OPEN
from pipeline.tag.dates.periods import PERIODS
from pipeline.tag.dates.references import REFERENCES
from pipeline.tag.dates.rule import FIGURES, HAN_NUMERALS, Atom, Fields, Rank
from pipeline.tag.dates.shifts import SHIFTS
from pipeline.tag.dates.spans_of_time import STRETCHES
from pipeline.tag.dates.weeks import WEEKS
from pipeline.tag.dates.years import YEARS

ATOMS: tuple[Atom, ...] = (
    *NUMERIC,
    *EPOCHS,
    *YEARS,
    *ERAS,
    *REFERENCES,
    *PERIODS,
    *FESTIVALS,
    *WEEKS,
    *STRETCHES,
    *SHIFTS,
    *MONTHS,
    *CLOCK,
)

#: Those that can begin a date.
STARTS = tuple(number for number, atom in enumerate(ATOMS) if not atom.follows)

_DEFINITION = re.compile(r"\(\?P<(\w+)>")
_REFERENCE = re.compile(r"\(\?P=(\w+)\)")
_BY_GROUP = {f"a{number}": atom for number, atom in enumerate(ATOMS)}


class Found(NamedTuple):
    """An atom in the text."""

    atom: Atom
    fields: Fields
    start: int
    end: int


@cache
def _union(numbers: tuple[int, ...]) -> re.Pattern[str]:
    """One expression for some of the atoms, each in a group of its own with its own names inside."""
    patterns = []
    for number in numbers:
        pattern = _DEFINITION.sub(rf"(?P<a{number}_\1>", ATOMS[number].pattern)
        pattern = _REFERENCE.sub(rf"(?P=a{number}_\1)", pattern)
        patterns.append(f"(?P<a{number}>{pattern})")
    return re.compile("|".join(patterns))


@cache
def _own_names(group: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{group}_{name}") for name in _DEFINITION.findall(_BY_GROUP[group].pattern))


Heads = dict[str, tuple[int, ...]]


#: Heads that all begin as many atoms: one expression for each kind, however many atoms it has.
_KINDS = (frozenset(FIGURES), frozenset(HAN_NUMERALS))
#: Up to so many atoms are tried one by one; an expression for each such choice would take longer to compile.
_FEW = 4


def _by_head(numbers: Iterable[int]) -> Heads:
    """The atoms that can begin with one or two characters; those of one character count for two as well."""
    chosen = [(number, frozenset(head[:2] for head in ATOMS[number].heads)) for number in numbers]
    by_head: Heads = {}
    for head in {head for _, own in chosen for head in own}:
        kind = next((kind for kind in _KINDS if head[0] in kind), frozenset())
        by_head[head] = tuple(
            number for number, own in chosen if head in own or head[0] in own or any(other[0] in kind for other in own)
        )
    return by_head


def _may_follow(atom: Atom, rank: Rank) -> bool:
    if atom.follows:
        return rank in atom.follows
    if rank in (Rank.CENTURY, Rank.DECADE):
        return rank < atom.rank <= Rank.DECADE
    return rank is not Rank.WHOLE and atom.rank > rank and atom.rank is not Rank.WHOLE


START = _by_head(STARTS)
_AFTER = {rank: _by_head(n for n, atom in enumerate(ATOMS) if _may_follow(atom, rank)) for rank in Rank}


@cache
def _joined() -> re.Pattern[str]:
    """Dates in figures behind the dash of a range, which elsewhere would make them part of a longer number."""
    return re.compile(_union(tuple(range(len(NUMERIC)))).pattern.replace(OPEN, ""))


def _at(heads: Heads, text: str, position: int) -> Found | None:
    numbers = heads.get(text[position : position + 2]) or heads.get(text[position : position + 1])
    if not numbers:
        return None
    if len(numbers) > _FEW:
        match = _union(numbers).match(text, position)
        return _read(match) if match else None
    for number in numbers:
        match = ATOMS[number].regex.match(text, position)
        if match:
            return _found(ATOMS[number], match.groupdict(), match)
    return None


def first(text: str, position: int) -> Found | None:
    """The atom that begins a date at a place."""
    return _at(START, text, position)


def following(text: str, position: int, rank: Rank) -> Found | None:
    """The atom at a place that continues a date whose last atom has this rank."""
    return _at(_AFTER[rank], text, position)


def joined(text: str, position: int) -> Found | None:
    """The date in figures at a place, whatever joins it to what stands before."""
    match = _joined().match(text, position)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Found | None:
    """The atom that matched, or None where its number does not fit."""
    group = match.lastgroup or ""
    return _found(_BY_GROUP[group], {name: match[own] for name, own in _own_names(group)}, match)


def _found(atom: Atom, groups: dict[str, str | None], match: re.Match[str]) -> Found | None:
    fields = atom.read(groups)
    return None if fields is None else Found(atom, fields, match.start(), match.end())
