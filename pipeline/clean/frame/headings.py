"""Widgets at headings, once the page shows that it has them."""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut

_AT_END = re.compile(r"播报(?<=[\u4e00-\u9fff]{4})(?=[ \t\r]*(?:\n|$))")
_LONGEST_HEADING = 14


#: 编辑 at the end of a line above a longer one, the heading before it, and lines of which 编辑 is a part.
_EDITED = re.compile(r"编辑[ \t\r]*(?=\n\s*[^\n]{20})")
_HEADING, _REACH = re.compile(r"[ \t\u3000]*[\u4e00-\u9fff、与和]{2,12}"), 40
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
    edited = [match.start() for match in _EDITED.finditer(text) if _heads(text, match.start())]
    if len(edited) > 1:
        found += [(start, start + len("编辑")) for start in edited]
    return [Cut(*place, "widget", "widget-at-heading") for place in sorted(found)]


def _heads(text: str, end: int) -> bool:
    """Whether what stands before 编辑 on its line, which is not the first, is a heading."""
    start = text.rfind("\n", max(0, end - _REACH), end) + 1
    return (
        start > 0
        and _HEADING.fullmatch(text, start, end) is not None
        and _EDITORS.search(text, start, end + len("编辑")) is None
    )
