"""What a cleaning rule is: a name, a pattern, and beside it the texts it must and must not match.

A rule is tried only on lines that hold one of its triggers, so that a page pays for the rules it needs.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import regex

from pipeline.clean.characters import points
from pipeline.clean.ledger import Cut, lines
from pipeline.schema import RemovalKind

#: How far before a match its lead may begin.
LONGEST_LEAD = 24
#: A line longer than this is no furniture.
LONGEST_LINE = 400

Characters = npt.NDArray[np.uint16]
#: How many codes there are for characters and for pairs of them, and what tells one pair from others.
_CODES, _ODD = 0x10000, np.uint16(0x9E37)

Places = Sequence[tuple[int, int]]

#: Chinese characters, as what a class holds.
HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule on whole lines (`line`), on what stands in a line, or on what may go on below it (`across`).

    `pattern` matches what is removed: for a line rule the line without the space around it. A group
    named `cut`, if there is one, narrows the removal; what `lead` matches just before it goes too.
    `triggers` are literals of which every match holds at least one; where they are common words, `begins` are
    the characters that a match may begin with. `yes` maps a text to what is removed from it, `no` are texts
    that stay whole. What goes under one name may take several rules, one for each way it is written.
    """

    name: str
    kind: RemovalKind
    triggers: Sequence[str]
    pattern: str
    yes: Sequence[tuple[str, str]]
    no: Sequence[str] = ()
    line: bool = False
    across: bool = False
    lead: str = ""
    begins: str = ""

    def __post_init__(self) -> None:
        begins = f"(?=[{re.escape(self.begins)}])" if self.begins else ""
        object.__setattr__(self, "_compiled", re.compile(f"{begins}(?:{self.pattern})"))
        object.__setattr__(self, "_lead", regex.compile(f"(?r)(?:{self.lead})"))
        object.__setattr__(self, "_group", "cut" if "(?P<cut>" in self.pattern else 0)

    def find(self, text: str) -> list[Cut]:
        """The cuts of this rule in `text`."""
        return Book([self]).find(text, lines(text))

    def cuts(self, text: str, places: Places) -> list[Cut]:
        """The cuts in a text of which the lines at `places` hold a trigger."""
        return [self._cut(text, match) for match in self._matches(text, places)]

    def _matches(self, text: str, places: Places) -> Iterable[re.Match[str]]:
        compiled: re.Pattern[str] = self._compiled  # type: ignore[attr-defined]
        if self.line:
            found = [compiled.fullmatch(text, *place) for place in places if place[1] - place[0] <= LONGEST_LINE]
            return [match for match in found if match]
        if self.across:
            return compiled.finditer(text)
        return [match for place in places for match in compiled.finditer(text, *place)]

    def _cut(self, text: str, match: re.Match[str]) -> Cut:
        start, end = match.span(self._group)  # type: ignore[attr-defined]
        if self.lead and (before := self._lead.match(text, max(0, start - LONGEST_LEAD), start)):  # type: ignore[attr-defined]
            start = before.start()
        return Cut(start, end, self.kind, self.name)


def lines_of(
    name: str, triggers: tuple[str, ...], pattern: str, yes: tuple[str, ...], no: tuple[str, ...] = ()
) -> Rule:
    """A rule on lines of furniture that go whole."""
    return Rule(
        name=name,
        kind="boilerplate",
        triggers=triggers,
        pattern=pattern,
        line=True,
        yes=[(text, text) for text in yes],
        no=no,
    )


class Book:
    """Rules that are looked for together: a page is searched once for the triggers of all."""

    def __init__(self, rules: Sequence[Rule]):
        self._rules = rules
        numbers: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for trigger in rule.triggers:
                numbers.setdefault(trigger, []).append(number)
        # By the one or two characters that triggers begin with: these and the numbers of the rules that have them.
        self._triggers: dict[str, list[tuple[str, list[int]]]] = {}
        self._alone, self._pairs = np.zeros(_CODES, np.bool_), np.zeros(_CODES, np.bool_)
        for trigger, of in numbers.items():
            self._triggers.setdefault(trigger[:2], []).append((trigger, of))
            characters = _characters(trigger)
            if len(trigger) == 1:
                self._alone[characters] = True
            else:
                self._pairs[_pairs(characters)[:1]] = True

    def find(self, text: str, places: Places) -> list[Cut]:
        """All cuts of all rules, by rule, possibly overlapping, in `text`, which has these lines."""
        characters = _characters(text)
        begins = [start for start, _ in places]
        held: dict[int, set[int]] = {}
        for likely, length in ((self._alone.take(characters), 1), (self._pairs.take(_pairs(characters)), 2)):
            for place in likely.nonzero()[0].tolist():
                for trigger, of in self._triggers.get(text[place : place + length], ()):
                    if text.startswith(trigger, place):
                        line = bisect_right(begins, place) - 1
                        for number in of:
                            held.setdefault(number, set()).add(line)
        found: list[Cut] = []
        for number in sorted(held):
            found += self._rules[number].cuts(text, [places[line] for line in sorted(held[number])])
        return found


def _characters(text: str) -> Characters:
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    # Beyond the basic plane a character has two units.
    return units if len(units) == len(text) else points(text).astype(np.uint16)


def _pairs(characters: Characters) -> Characters:
    """A number for each character with the next."""
    return characters[:-1] * _ODD + characters[1:]
