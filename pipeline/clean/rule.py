"""What a cleaning rule is: a name, a pattern, and beside it the texts it must and must not match.

A rule is tried only on pages that hold one of its triggers, so that a page pays for the rules it needs.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import regex

from pipeline.clean.characters import Points, points
from pipeline.clean.ledger import Cut, lines
from pipeline.schema import RemovalKind

#: How far before a match its lead may begin.
LONGEST_LEAD = 24
#: A line longer than this is no furniture.
LONGEST_LINE = 400

#: How many codes there are for characters, and what tells two of them from others.
_CODES, _ODD = np.uint32(0x10000), np.uint32(0x9E37)

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule on whole lines (`line`) or on any place in the text.

    `pattern` matches what is removed: for a line rule the line without the space around it. A group
    named `cut`, if there is one, narrows the removal; what `lead` matches just before it goes too.
    `triggers` are literals of which every match holds at least one; where they are common words, `begins` are
    the characters that a match may begin with. `yes` maps a text to what is removed from it, `no` are texts
    that stay whole.
    """

    name: str
    kind: RemovalKind
    triggers: Sequence[str]
    pattern: str
    yes: Sequence[tuple[str, str]]
    no: Sequence[str] = ()
    line: bool = False
    lead: str = ""
    begins: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", regex.compile(self.pattern))
        object.__setattr__(self, "_lead", regex.compile(f"(?r)(?:{self.lead})"))
        object.__setattr__(self, "_group", "cut" if "(?P<cut>" in self.pattern else 0)
        object.__setattr__(self, "_begins", re.compile(f"[{re.escape(self.begins)}]") if self.begins else None)

    def find(self, text: str) -> list[Cut]:
        """The cuts of this rule in `text`."""
        return Book([self]).find(text, lines(text))

    def cuts(self, text: str, places: Places) -> Iterator[Cut]:
        """The cuts in a text that holds a trigger; `places` are the lines that do."""
        group: str | int = self._group  # type: ignore[attr-defined]
        for match in self._on_lines(text, places) if self.line else self._anywhere(text):
            start, end = match.span(group)
            if self.lead and (before := self._lead.match(text, max(0, start - LONGEST_LEAD), start)):  # type: ignore[attr-defined]
                start = before.start()
            if end > start:
                yield Cut(start, end, self.kind, self.name)

    def _on_lines(self, text: str, places: Places) -> Iterator[regex.Match[str]]:
        compiled: regex.Pattern[str] = self._compiled  # type: ignore[attr-defined]
        for start, end in places:
            if end - start <= LONGEST_LINE and (match := compiled.fullmatch(text, start, end)):
                yield match

    def _anywhere(self, text: str) -> Iterator[regex.Match[str]]:
        compiled: regex.Pattern[str] = self._compiled  # type: ignore[attr-defined]
        begins: re.Pattern[str] | None = self._begins  # type: ignore[attr-defined]
        if begins is None:
            yield from compiled.finditer(text)
            return
        position = 0
        for place in begins.finditer(text):
            if place.start() >= position and (match := compiled.match(text, place.start())):
                position = match.end()
                yield match


class Book:
    """Rules that are looked for together: a page is searched once for each trigger, whatever rules have it."""

    def __init__(self, rules: Sequence[Rule]):
        self._rules = rules
        numbers: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for trigger in rule.triggers:
                numbers.setdefault(trigger, []).append(number)
        # With each trigger the rules that have it and whether one of these is on lines.
        self._triggers = [(trigger, of, any(rules[number].line for number in of)) for trigger, of in numbers.items()]
        self._slots = np.array(
            [_slots(points(trigger))[len(trigger) if len(trigger) > 1 else 0] for trigger in numbers]
        )

    def find(self, text: str, places: Places) -> list[Cut]:
        """All cuts of all rules, by rule, possibly overlapping, in `text`, which has these lines."""
        there = np.zeros(2 * _CODES, np.bool_)
        there[_slots(points(text))] = True
        starts = [start for start, _ in places]
        found: dict[int, set[int]] = {}
        for likely in there.take(self._slots).nonzero()[0].tolist():
            trigger, numbers, on_lines = self._triggers[likely]
            if trigger in text:
                held = _held(trigger, text, starts) if on_lines else ()
                for number in numbers:
                    found.setdefault(number, set()).update(held)
        return [
            cut
            for number in sorted(found)
            for cut in self._rules[number].cuts(text, [places[line] for line in sorted(found[number])])
        ]


def _slots(characters: Points) -> Points:
    """A number for each character of a text and, behind these, for each with the next."""
    two = (characters[:-1] * _ODD + characters[1:]) % _CODES + _CODES
    return np.concatenate([characters, two])


def _held(trigger: str, text: str, starts: Sequence[int]) -> list[int]:
    """The numbers of the lines, which begin at `starts`, that hold a trigger."""
    found: list[int] = []
    position = text.find(trigger)
    while position >= 0:
        found.append(bisect_right(starts, position) - 1)
        position = text.find(trigger, starts[found[-1] + 1]) if found[-1] + 1 < len(starts) else -1
    return found
