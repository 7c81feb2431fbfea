"""The one list of rules, in the order in which they are tried, and the readers of one atom."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pipeline.tag.dates.clock import CLOCK
from pipeline.tag.dates.epochs import EPOCHS
from pipeline.tag.dates.eras import ERAS
from pipeline.tag.dates.festivals import FESTIVALS
from pipeline.tag.dates.heads import head, opening
from pipeline.tag.dates.months import MONTHS
from pipeline.tag.dates.numeric import NUMERIC, OPEN
from pipeline.tag.dates.periods import PERIODS
from pipeline.tag.dates.references import REFERENCES
from pipeline.tag.dates.rule import Atom, Fields, Rank
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
STARTS = tuple(atom for atom in ATOMS if not atom.follows)

#: An atom in the text, what it says, and its span.
Found = tuple[Atom, Fields, int, int]
#: The atoms to be tried, by the head of the place.
ByHead = dict[str, tuple[Atom, ...]]


def _by_head(atoms: Iterable[Atom]) -> ByHead:
    """The atoms with each head, or with a shorter one that it begins with, in their order."""
    numbered: dict[str, dict[int, Atom]] = {}
    for number, atom in enumerate(atoms):
        for own in atom.heads:
            numbered.setdefault(own, {})[number] = atom
    by_head = {}
    for long in numbered:
        fitting = {number: atom for end in (1, 2, 3) for number, atom in numbered.get(long[:end], {}).items()}
        by_head[long] = tuple(fitting[number] for number in sorted(fitting))
    return by_head


def _may_follow(atom: Atom, rank: Rank) -> bool:
    if atom.follows:
        return rank in atom.follows
    if rank in (Rank.CENTURY, Rank.DECADE):
        return rank < atom.rank <= Rank.DECADE
    return rank is not Rank.WHOLE and atom.rank > rank and atom.rank is not Rank.WHOLE


class Rules(NamedTuple):
    """Rules of which one may stand at a place, by their heads, and all characters that these begin with."""

    by_head: ByHead
    opening: frozenset[str]


def _rules(atoms: Iterable[Atom]) -> Rules:
    by_head = _by_head(atoms)
    return Rules(by_head, frozenset().union(*map(opening, by_head)))


_START = _by_head(STARTS)
_AFTER = {rank: _rules(atom for atom in ATOMS if _may_follow(atom, rank)) for rank in Rank}
#: Dates in figures behind the dash of a range, which elsewhere would make them part of a longer number.
_JOINED = _by_head(replace(atom, pattern=atom.pattern.replace(OPEN, "")) for atom in NUMERIC)


def _at(by_head: ByHead, text: str, position: int, own: str) -> Found | None:
    """The first atom that fits a place with this head; None also where its number does not fit."""
    for atom in by_head.get(own) or by_head.get(own[:2]) or by_head.get(own[:1]) or ():
        match = atom.match(text, position)
        if match:
            fields = atom.read(match)
            return None if fields is None else (atom, fields, position, match.end())
    return None


def first(text: str, position: int, own: str) -> Found | None:
    """The atom that begins a date at a place with this head."""
    return _at(_START, text, position, own)


def following(text: str, position: int, rank: Rank) -> Found | None:
    """The atom at a place that continues a date whose last atom has this rank."""
    by_head, opening = _AFTER[rank]
    return _at(by_head, text, position, head(text, position)) if text[position : position + 1] in opening else None


def joined(text: str, position: int, own: str) -> Found | None:
    """The date in figures at a place with this head, whatever joins it to what stands before."""
    return _at(_JOINED, text, position, own)
