"""HTML: the visible text, its blocks, and what the page says about itself."""

import re
from dataclasses import dataclass, field

from pipeline.draft import Block
from pipeline.ingest.content import Content
from pipeline.ingest.encoding import decode
from pipeline.ingest.markup import region, title, visible
from pipeline.ingest.page import Page, digest

MEDIA_TYPE = "text/html"

#: Where a page may declare its encoding, in bytes from the beginning.
DECLARATION_REACH = 4096

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?\s*+([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_LOOKS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype|html|head|body|meta|\?xml|div|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's HTML gives."""

    text: str
    title: str | None
    address: str | None
    stated: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    layout: list[Block] = field(default_factory=list)


def looks(head: bytes) -> bool:
    """Whether the first bytes of a stream are those of an HTML page."""
    return bool(_LOOKS.match(head))


def read(page: Page) -> Content:
    """Decode an HTML page and take its visible text. Raises PageError `binary` or `encoding`."""
    declared = [name.decode("ascii") for name in _DECLARED.findall(page.data[:DECLARATION_REACH])]
    decoded = decode(page.data, declared)
    found = parse(decoded.text)
    return Content(
        text=found.text,
        encoding=decoded.encoding,
        media_type=MEDIA_TYPE,
        sha256=digest(page.data),
        uri=found.address,
        title=found.title,
        stated=found.stated,
        keywords=found.keywords,
        layout=found.layout,
    )


def parse(page: str) -> Markup:
    """Take an HTML page apart."""
    seen = visible.read(page)
    return Markup(
        text=seen.text,
        title=title.choose(seen),
        address=seen.head.address,
        stated=seen.head.stated(),
        keywords=seen.head.keywords,
        layout=region.layout(page, seen),
    )
