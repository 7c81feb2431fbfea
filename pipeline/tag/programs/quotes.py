"""Quotation marks and titles: where they open and close."""

import re
from bisect import bisect_right
from typing import NamedTuple


class Quote(NamedTuple):
    """A pair of marks: `[start, end)` lies between them, the marks at `start - 1` and `end`."""

    start: int
    end: int


#: Pairs in one line, no pair inside a pair of the same kind; short, so that a lost mark costs little.
_PAIRS = re.compile(r'“([^“”\n]{1,60})”|「([^「」\n]{1,60})」|『([^『』\n]{1,60})』|"([^"\n]{1,40})"|‘([^‘’\n]{1,40})’')
_INNER = re.compile(r"‘([^‘’]{1,40})’|『([^『』]{1,40})』")
#: What makes of a quoted part a sentence that somebody says.
_SAID = re.compile(r"[，。；：！？,;!?]")
_TITLES = re.compile(r"《[^《》\n]{1,100}》")


def quotes(text: str) -> list[Quote]:
    """The quoted parts of a text, in order, none in a 《title》, none in another but in what somebody says."""
    titles = [match.span() for match in _TITLES.finditer(text)]
    return [
        Quote(match.start() + 1, match.end() - 1)
        for pair in _PAIRS.finditer(text)
        for match in _said(text, pair)
        if not inside(titles, match.start())
    ]


def _said(text: str, pair: re.Match[str]) -> list[re.Match[str]]:
    """The quoted parts in a quoted sentence, or the pair itself."""
    if not _SAID.search(text, pair.start() + 1, pair.end() - 1):
        return [pair]
    return list(_INNER.finditer(text, pair.start() + 1, pair.end() - 1)) or [pair]


def titles(text: str) -> list[tuple[int, int]]:
    """The spans of 《titles》."""
    return [match.span() for match in _TITLES.finditer(text)]


def inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of sorted, disjoint spans."""
    index = bisect_right(spans, (offset, len(spans) and 1 << 62)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]
