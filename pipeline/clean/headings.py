"""Widgets at headings, once the page shows that it has them."""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut

_AT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})播报(?=[ \t\r]*(?:\n|$))")
_LONGEST_HEADING = 14


def widgets(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """播报 at headings that have no 编辑 below them, where other headings of the page (`cuts`) have both."""
    if not any(span.rule == "widget-at-heading" for span in cuts):
        return []
    return [
        Cut(*match.span(), "widget", "widget-at-heading")
        for match in _AT_END.finditer(text)
        if match.start() - text.rfind("\n", max(0, match.start() - 2 * _LONGEST_HEADING), match.start())
        <= _LONGEST_HEADING
    ]
