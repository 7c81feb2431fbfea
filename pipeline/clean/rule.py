"""What a cleaning rule is: a name, a pattern, and beside it the texts it must and must not match.

A rule is tried only on pages that hold one of its triggers, so that a page pays for the rules it needs.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

import regex

from pipeline.clean.ledger import Cut
from pipeline.schema import RemovalKind


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule on whole lines (`line`) or on any place in the text.

    `pattern` matches what is removed: for a line rule the line without the space around it. A group
    named `cut`, if there is one, narrows the removal; what `lead` matches just before it goes too.
    `triggers` are literals of which every match holds at least one. `yes` maps a text to what is removed
    from it, `no` are texts that stay whole.
    """

    name: str
    kind: RemovalKind
    triggers: Sequence[str]
    pattern: str
    yes: Sequence[tuple[str, str]]
    no: Sequence[str] = ()
    line: bool = False
    lead: str = ""
    #: The first characters of the triggers.
    firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "firsts", frozenset(trigger[0] for trigger in self.triggers))
        object.__setattr__(self, "_compiled", regex.compile(self.pattern))
        object.__setattr__(self, "_lead", regex.compile(f"(?r)(?:{self.lead})"))
        object.__setattr__(self, "_group", "cut" if "(?P<cut>" in self.pattern else 0)

    def find(self, text: str, characters: Set[str] | None = None) -> Iterator[Cut]:
        """The cuts of this rule in `text`, which has these characters."""
        characters = set(text) if characters is None else characters
        present = [trigger for trigger in self.triggers if trigger[0] in characters and trigger in text]
        if not present:
            return
        compiled: regex.Pattern[str] = self._compiled  # type: ignore[attr-defined]
        group: str | int = self._group  # type: ignore[attr-defined]
        matches = _lines(compiled, present, text) if self.line else compiled.finditer(text)
        for match in matches:
            start, end = match.span(group)
            if self.lead and (before := self._lead.match(text, max(0, start - LONGEST_LEAD), start)):  # type: ignore[attr-defined]
                start = before.start()
            if end > start:
                yield Cut(start, end, self.kind, self.name)


#: How far before a match its lead may begin.
LONGEST_LEAD = 24
#: A line longer than this is no furniture.
LONGEST_LINE = 400


def _lines(pattern: regex.Pattern[str], triggers: list[str], text: str) -> Iterator[regex.Match[str]]:
    """Matches of `pattern` with a whole line, on lines that hold a trigger."""
    tried: set[int] = set()
    for trigger in triggers:
        position = text.find(trigger)
        while position >= 0:
            start = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            if end - start <= LONGEST_LINE and start not in tried:
                tried.add(start)
                line = text[start:end]
                stripped = line.strip()
                first = start + line.index(stripped)
                if match := pattern.fullmatch(text, first, first + len(stripped)):
                    yield match
            position = text.find(trigger, end)


def search(rules: Sequence[Rule], text: str, characters: Set[str] | None = None) -> list[Cut]:
    """All cuts of all rules, unordered, possibly overlapping, in `text`, which has these characters."""
    characters = set(text) if characters is None else characters
    return [found for rule in rules if not rule.firsts.isdisjoint(characters) for found in rule.find(text, characters)]
