"""Campaigns that bear the day of their sales: 11.11球迷回馈季. The day vouches for whatever kind of season it is."""

import re
from collections.abc import Iterator, Sequence

from pipeline.tag.programs.candidates import BOUNDARY
from pipeline.tag.programs.found import HEAD, Found, alternatives
from pipeline.tag.programs.lexicon import STOP_WORDS
from pipeline.tag.programs.propagate import free
from pipeline.tag.programs.words import words

_DAYS = ("11.11", "12.12", "6.18", "8.18", "9.9", "618", "818", "双11", "双12", "双十一", "双十二", "双旦")
_SALES = re.compile(
    rf"(?=[{''.join(sorted({day[0] for day in _DAYS}))}])(?<![\d.])(?:{alternatives(_DAYS)})"
    r"(?P<kind>[\u4e00-\u9fff]{2,8}?)(?<![旺淡换])(?P<head>[季周月])(?![内里底初末中刊期岁度])"
)
#: A brand glued to the day is looked for this far back.
_FAR = 8
_BRANDS = ("nz", "nt", "ns", "nrt", "eng")


def dated(text: str) -> bool:
    """Whether a day of sales stands in a text."""
    return any(day in text for day in _DAYS)


def sales(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """The campaigns of a day of sales whose head noun is none by itself, none touching `taken`, which is sorted."""
    for match in _SALES.finditer(text) if dated(text) else ():
        if HEAD.match(text, match.start("head")) or not free(taken, [], *match.span()):
            continue
        parts = words(text, *match.span("kind"))
        if any(part.text in STOP_WORDS or part.tag[0] in "pcdrutm" for part in parts):
            continue
        start = _glued(text, match.start())
        yield Found(start, match.end(), text[start : match.end()], match["head"], quoted=False, certain=True)


def _glued(text: str, start: int) -> int:
    left = max(0, start - _FAR)
    for boundary in BOUNDARY.finditer(text, left, start):
        left = boundary.end()
    before = words(text, left, start)[-1:] if left < start else []
    return before[0].start if before and before[0].tag in _BRANDS else start
