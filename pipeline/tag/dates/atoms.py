"""The one list of rules, in the order in which they are tried, and the reader of one atom."""

import re
from typing import NamedTuple

from pipeline.tag.dates.clock import CLOCK
from pipeline.tag.dates.festivals import FESTIVALS
from pipeline.tag.dates.months import MONTHS
from pipeline.tag.dates.numeric import NUMERIC
from pipeline.tag.dates.periods import PERIODS
from pipeline.tag.dates.rule import Atom, Fields
from pipeline.tag.dates.spans_of_time import STRETCHES
from pipeline.tag.dates.weeks import WEEKS
from pipeline.tag.dates.years import YEARS

ATOMS: tuple[Atom, ...] = (*NUMERIC, *YEARS, *PERIODS, *WEEKS, *STRETCHES, *MONTHS, *FESTIVALS, *CLOCK)

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


def _union(atoms: tuple[Atom, ...]) -> str:
    return "|".join(f"(?P<a{ATOMS.index(atom)}>{_numbered(ATOMS.index(atom), atom.pattern)})" for atom in atoms)


_BY_GROUP = {f"a{number}": atom for number, atom in enumerate(ATOMS)}
_GROUPS = {f"a{number}": tuple((name, f"a{number}_{name}") for name in atom.regex.groupindex) for number, atom in enumerate(ATOMS)}

#: Every atom at one place.
ANY = re.compile(_union(ATOMS))


def read(match: re.Match[str]) -> Found | None:
    """The atom that a match of `ANY` or of the scanner found, or None where its number does not fit."""
    group = match.lastgroup or ""
    atom = _BY_GROUP[group]
    fields = atom.read({name: match[own] for name, own in _GROUPS[group]})
    return None if fields is None else Found(atom, fields, match.start(), match.end())
