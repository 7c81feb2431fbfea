"""HTML: the visible text, its blocks, and what the page says about itself."""

import re

from pipeline.ingest.content import Content
from pipeline.ingest.encoding import decode
from pipeline.ingest.markup import region, title, visible
from pipeline.ingest.page import Page, digest

MEDIA_TYPE = "text/html"

#: Where a page may declare its encoding, in bytes from the beginning.
DECLARATION_REACH = 4096

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?\s*+([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_LOOKS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype|html|head|body|meta|\?xml|div|!--)", re.IGNORECASE)


def looks(head: bytes) -> bool:
    """Whether the first bytes of a stream are those of an HTML page."""
    return bool(_LOOKS.match(head))


def read(page: Page) -> Content:
    """Decode an HTML page and take its visible text. Raises PageError `binary` or `encoding`."""
    declared = [name.decode("ascii") for name in _DECLARED.findall(page.data[:DECLARATION_REACH])]
    decoded = decode(page.data, declared)
    return parse(decoded.text, encoding=decoded.encoding, sha256=digest(page.data))


def parse(page: str, *, encoding: str, sha256: str) -> Content:
    """Take an HTML page apart; `encoding` and `sha256` are those of the bytes it came from."""
    seen = visible.read(page)
    blocks, heading = region.layout(page, seen, title.choose(seen))
    return Content(
        text=seen.text,
        encoding=encoding,
        media_type=MEDIA_TYPE,
        sha256=sha256,
        uri=seen.head.address,
        title=heading,
        stated=seen.head.stated(),
        keywords=seen.head.keywords,
        layout=blocks,
    )
