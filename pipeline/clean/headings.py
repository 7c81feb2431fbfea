"""Widgets at headings, once the page shows that it has them."""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut

_AT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})播报(?=[ \t\r]*(?:\n|$))")
_LONGEST_HEADING = 14


#: A short line with 编辑 glued behind it, and lines of which 编辑 is a part.
_EDITED = re.compile(r"(?<=\n)[ \t\u3000]*[\u4e00-\u9fff、与和]{2,12}?(?P<cut>编辑)[ \t\r]*(?=\n\s*[^\n]{20})")
_EDITORS = re.compile(r"(?:总|任|主|副|版|美术|文字|图片|视频|网络|新闻|责任|执行|特约|值班|设计|学术|期刊)编辑$")


def widgets(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """播报 or 编辑 behind headings, where others of the page (`cuts`, or what is found here) have one too.

    An encyclopaedia sets them behind every heading; one line that ends so may be anything.
    """
    found = []
    if any(span.rule == "widget-at-heading" for span in cuts):
        found += [
            match.span()
            for match in _AT_END.finditer(text)
            if match.start() - text.rfind("\n", max(0, match.start() - 2 * _LONGEST_HEADING), match.start())
            <= _LONGEST_HEADING
        ]
    if text.count("编辑") > 1:
        edited = [match for match in _EDITED.finditer(text) if not _EDITORS.search(match[0].strip())]
        if len(edited) > 1:
            found += [match.span("cut") for match in edited]
    return [Cut(*place, "widget", "widget-at-heading") for place in sorted(found)]
