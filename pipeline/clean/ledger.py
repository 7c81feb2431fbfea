"""The ledger of cleaning: spans of the raw page, each taken out once."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import exp
from typing import NamedTuple

from pydantic import TypeAdapter

from pipeline.schema import Removal, RemovalKind
from pipeline.spans import RawMap, cut


class Cut(NamedTuple):
    """A span that is to go, and why. `score` is the probability that it was put in; None for plain rules."""

    start: int
    end: int
    kind: RemovalKind
    rule: str
    score: float | None = None


def probability(value: float) -> float:
    """The score of a judgement from its log odds; nothing is quite sure."""
    return min(1 / (1 + exp(-max(-30.0, min(30.0, value)))), 0.999)


def first_come(cuts: Iterable[Cut]) -> list[Cut]:
    """Disjoint cuts in order of position, of cuts sorted by position; the longer of two with one start wins."""
    kept: list[Cut] = []
    position = 0
    for span in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if span.end > position:
            start = max(span.start, position)
            if span.end > start:
                kept.append(span if start == span.start else span._replace(start=start))
                position = span.end
    return kept


def add(ledger: Sequence[Cut], *later: Iterable[Cut]) -> list[Cut]:
    """All, sorted and disjoint: of a later cut only what the ledger and those named before have not yet taken."""
    merged = list(ledger)
    for cuts in later:
        if found := first_come(cuts):
            merged = _merged(merged, found) if merged else found
    return merged


def _merged(ledger: Sequence[Cut], later: Iterable[Cut]) -> list[Cut]:
    merged = list(ledger)
    index = 0
    for span in later:
        start = span.start
        while index < len(ledger) and ledger[index].end <= start:
            index += 1
        following = index
        while following < len(ledger) and ledger[following].start < span.end:
            if start < ledger[following].start:
                merged.append(span._replace(start=start, end=ledger[following].start))
            start = max(start, ledger[following].end)
            following += 1
        if start < span.end:
            merged.append(span if start == span.start else span._replace(start=start))
    merged.sort()
    return merged


_LINE = re.compile(r"\S[^\n]*(?<=\S)")


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of `text` that hold something, without the space around them."""
    return [match.span() for match in _LINE.finditer(text)]


class View:
    """The page without what the ledger holds: a text to search, its lines, and the way back to raw offsets."""

    def __init__(self, raw: str, ledger: Sequence[Cut]) -> None:
        self.text = cut(raw, ledger) if ledger else raw
        self._map = RawMap(ledger) if ledger else None

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """The lines that hold something."""
        return lines(self.text)

    def position(self, offset: int) -> int:
        """The raw offset of a character."""
        return self._map.position(offset) if self._map else offset

    def raw(self, cuts: Iterable[Cut]) -> list[Cut]:
        """The same cuts, by raw offsets."""
        if self._map is None:
            return list(cuts)
        span = self._map.span
        return [Cut(*span(one.start, one.end), one.kind, one.rule, one.score) for one in cuts]


_REMOVALS = TypeAdapter(list[Removal])


def removals(raw: str, ledger: Sequence[Cut]) -> list[Removal]:
    """The ledger as the contract has it."""
    return _REMOVALS.validate_python(
        [
            {"start": start, "end": end, "text": raw[start:end], "kind": kind, "rule": rule, "score": score}
            for start, end, kind, rule, score in ledger
        ]
    )
