"""HTML taken apart into tags and text, in one pass whose time grows with the page's length alone.

Tree builders take time quadratic in the depth of nesting, which a hostile page can make 100,000, and
lose the place of a character. What is needed here needs no tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

#: Elements whose content is not markup: it ends at the element's end tag and nowhere else.
RAW = frozenset(
    ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "noscript", "template", "svg")
)

_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?P<attributes>(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=/>"']++)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]++)))?+"""
)
_RAW_END = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in RAW}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag (`close`). `raw` is the content of an element of RAW."""

    name: str
    close: bool = False
    source: str = ""
    raw: str = ""

    def attributes(self) -> dict[str, str]:
        """The attributes, names in lower case, values with their entities resolved; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source):
            value = match["double"] or match["single"] or match["bare"] or ""
            found.setdefault(match["name"].lower(), unescape(value))
        return found


def tokens(page: str) -> Iterator[Tag | str]:
    """Tags, and the text between them as written (entities not resolved); comments are left out.

    What cannot be a tag is text. A comment or raw element that is not closed runs to the end of the
    page, as in a browser; a tag that is not closed is text.
    """
    position = 0
    while opening := _OPENING.search(page, position):
        if opening.start() > position:
            yield page[position : opening.start()]
        position = opening.start()
        tag = _TAG.match(page, position)
        if tag is None:
            if page[position + 1] in "!?/":
                position = _behind_comment(page, position)
                continue
            break
        position = tag.end()
        name, close = tag["name"].lower(), bool(tag["close"])
        raw = ""
        if name in RAW and not close:
            end = _RAW_END[name].search(page, position)
            raw = page[position : end.start() if end else len(page)]
            position += len(raw)
        yield Tag(name, close, tag["attributes"], raw)
    if position < len(page):
        yield page[position:]


def _behind_comment(page: str, start: int) -> int:
    """The place behind a comment, a doctype, or an end tag without a name."""
    mark = "-->" if page.startswith("<!--", start) else ">"
    end = page.find(mark, start + 2)
    return len(page) if end < 0 else end + len(mark)
