"""The one list of rules, in the order in which they are tried, and the readers of one atom."""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.tag.dates.clock import CLOCK
from pipeline.tag.dates.epochs import EPOCHS
from pipeline.tag.dates.eras import ERAS
from pipeline.tag.dates.festivals import FESTIVALS
from pipeline.tag.dates.heads import opening
from pipeline.tag.dates.months import MONTHS
from pipeline.tag.dates.numeric import JOINED, NUMERIC
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
    """The rules for a place, by head, and all characters that the heads begin with."""

    by_head: ByHead
    opening: frozenset[str]


def _rules(atoms: Iterable[Atom]) -> Rules:
    by_head = _by_head(atoms)
    return Rules(by_head, frozenset().union(*map(opening, by_head)))


#: What can begin a date.
START = _by_head(atom for atom in ATOMS if not atom.follows)
#: What can continue one whose last atom has this rank.
AFTER = {rank: _rules(atom for atom in ATOMS if _may_follow(atom, rank)) for rank in Rank}
#: Dates in figures behind the mark of a range.
JOINS = _by_head(JOINED)


def at(text: str, position: int, own: str, by_head: ByHead) -> Found | None:
    """The first atom that fits a place with this head; None also where its number does not fit."""
    rules = by_head.get(own) or by_head.get(own[:2]) or by_head.get(own[:1])
    return first_of(rules, text, position) if rules else None


def first_of(rules: tuple[Atom, ...], text: str, position: int) -> Found | None:
    """The atom by the first of these rules that fits a place."""
    for atom in rules:
        match = atom.match(text, position)
        if match:
            fields = atom.read(match)
            return None if fields is None else (atom, fields, position, match.end())
    return None
