"""Names at the start of a line that goes on to explain them: 山货上头条：该项目由…"""

import re
from collections.abc import Iterator

from pipeline.tag.programs.found import HEAD, Found, kind

#: A short term, a colon, and an explanation that calls it a programme or tells who runs it.
_ENTRY = re.compile(
    r"^[ \t　\d.、·•*\-]{0,6}(?P<term>[^\s：:，。；、,;“”《》]{2,20})[：:]\s?(?:"
    r"(?:该|此|本)(?P<named>项目|计划|活动|行动|工程|机制|节)"
    r"|(?P<run>[^。\n]{0,16}?由[^。\n]{2,40}?(?:推出|发起|启动|主办|举办|共建|构建|创办|设立|实施|开展))"
    r"|(?P<dated>\d{4}年[^。\n]{2,40}?(?:推出|发起|启动|主办|举办|上线)))",
    re.MULTILINE,
)
_HEAD_END = re.compile(rf"(?:{HEAD.pattern})$")


def lines(text: str) -> Iterator[Found]:
    """The terms that the rest of their line explains as programmes, in order."""
    for match in _ENTRY.finditer(text):
        term = match["term"]
        head = _HEAD_END.search(term)
        if head is None and match["named"] is None:
            continue
        if head is not None and head.start() < 2:
            continue
        yield Found(*match.span("term"), term, kind(head[0] if head else match["named"]), quoted=False, certain=True)
