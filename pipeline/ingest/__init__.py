"""From files to drafts: finds the pages, decodes them, and takes their text apart from their form."""

from pipeline.draft import Draft, Settings
from pipeline.errors import PageError
from pipeline.ingest import forms, jsonl, published
from pipeline.ingest.files import discover
from pipeline.ingest.page import REJECTIONS, Page, digest, doc_id
from pipeline.schema import Source

__all__ = ["REJECTIONS", "Page", "discover", "read", "source_of"]


def read(page: Page, settings: Settings) -> Draft:
    """Decode a page and begin its draft: everything up to `layout`.

    Raises PageError with a code of REJECTIONS.
    """
    if page.failure is not None:
        raise page.failure.error()
    if not page.data:
        raise PageError("empty", "the page is empty")
    content = forms.BY_NAME[page.form].read(page)
    if not content.text or content.text.isspace():
        raise PageError("empty", "the page has no visible character")
    date, origin = published.find(content.stated, content.text, content.uri, content.title, settings.published)
    return Draft(
        doc_id=doc_id(content.sha256),
        source=Source(
            path=page.path,
            id=content.id,
            uri=content.uri,
            media_type=content.media_type,
            encoding=content.encoding,
            sha256=content.sha256,
        ),
        title=content.title,
        published=date,
        published_from=origin,
        raw_text=content.text,
        text=content.text,
        warnings=content.warnings,
        keywords=content.keywords,
        layout=content.layout,
    )


def source_of(page: Page) -> Source:
    """The source of a page that was not read, for its rejection; what cannot be told is `unknown`."""
    if page.form == "jsonl" and page.failure is None:
        return jsonl.source(page)
    form = forms.BY_NAME.get(page.form)
    media_type = form.media_type if form else "application/octet-stream"
    sha256 = "" if page.failure and not page.data else digest(page.data)
    return Source(path=page.path, media_type=media_type, encoding="unknown", sha256=sha256)
