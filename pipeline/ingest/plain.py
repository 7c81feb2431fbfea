"""Plain text: the decoded file and nothing else. Line ends stay as they are."""

from pipeline.ingest.content import Content
from pipeline.ingest.encoding import decode
from pipeline.ingest.page import Page, digest

MEDIA_TYPE = "text/plain"


def read(page: Page) -> Content:
    """Decode a text page. A byte order mark belongs to the encoding and is not part of the text."""
    decoded = decode(page.data)
    return Content(decoded.text, decoded.encoding, MEDIA_TYPE, digest(page.data))
