"""Spans and the map between cleaned and raw offsets. Offsets are code points, half open."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Protocol


class Span(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


def cut(raw: str, removed: Sequence[Span]) -> str:
    """The text that is left when sorted, disjoint spans are taken out of `raw`."""
    kept, position = [], 0
    for span in removed:
        kept.append(raw[position : span.start])
        position = span.end
    kept.append(raw[position:])
    return "".join(kept)


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


class RawMap:
    """Maps offsets in a cleaned text to offsets in the raw text it was cut from."""

    def __init__(self, removed: Sequence[Span]) -> None:
        lengths = list(accumulate((span.end - span.start for span in removed), initial=0))
        # Where, in the cleaned text, each removed span would stand; and the shift behind it.
        self._places = [span.start - before for span, before in zip(removed, lengths, strict=False)]
        self._shifts = lengths

    def position(self, offset: int) -> int:
        """The raw offset of the character at `offset` of the cleaned text."""
        return offset + self._shifts[bisect_right(self._places, offset)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span from the first to the last character of `[start, end)`.

        Removed spans inside stay inside; removed spans at the edges stay outside.
        An empty span is mapped to an empty one.
        """
        first = self.position(start)
        return (first, self.position(end - 1) + 1) if end > start else (first, first)


def disjoint(spans: Iterable[tuple[int, int]]) -> bool:
    """Whether sorted spans are non-empty and do not overlap."""
    position = 0
    for start, end in spans:
        if start < position or end <= start:
            return False
        position = end
    return True
