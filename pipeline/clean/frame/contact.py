"""How far contact bait reaches: the comma before it, the words that go with it, the line that is nothing else."""

import re
from collections.abc import Iterable

from pipeline.clean.ledger import Cut

_STOPS = frozenset("，。；、！？,;!?\n\r")
_TAIL = re.compile(r"[\u4e00-\u9fff]{0,6}[◆◇★☆●■▌█~～!！]{0,6}(?=[，。；！？\n\r]|$)")
#: A line that says little more than the bait is bait.
_LITTLE = 14


def widened(text: str, cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts, those of contact bait widened to what goes with them."""
    return [_wide(text, span) if span.kind == "contact" else span for span in cuts]


def _wide(text: str, span: Cut) -> Cut:
    start, end = span.start, span.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    rest = text[first:start].strip(), text[end:last].strip()
    if sum(map(len, rest)) <= _LITTLE and "。" not in "".join(rest):
        line = text[first:last]
        return span._replace(start=first + len(line) - len(line.lstrip()), end=first + len(line.rstrip()))
    at_clause_start = start == 0 or text[start - 1] in _STOPS
    if at_clause_start and (tail := _TAIL.match(text, end)):
        end = tail.end()
    if start and text[start - 1] in "，,、" and (end == len(text) or text[end] in _STOPS):
        start -= 1
    return span._replace(start=start, end=end)
