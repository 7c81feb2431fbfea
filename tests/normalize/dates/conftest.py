import pytest

from pipeline.draft import Draft
from pipeline.normalize.dates import resolve
from pipeline.schema import Sentence, Source
from pipeline.tag.dates import find


def page(parts, published=None):
    """A draft of (role, section, text) parts, each a sentence on a line of its own."""
    text, sentences = "", []
    for role, section, part in parts:
        sentences.append(Sentence(start=len(text), end=len(text) + len(part), role=role, section=section))
        text += part + "\n"
    source = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
    return Draft(
        doc_id="d",
        source=source,
        raw_text=text,
        text=text,
        sentences=sentences,
        mentions=find(text),
        published=published,
    )


@pytest.fixture
def dates_of():
    """The dates of a page: (text, start, end, resolved_from)."""

    def dates(parts, published=None):
        draft = page(parts, published)
        values = resolve(draft.mentions, draft)
        return [
            (draft.text[m.start : m.end], v.start, v.end, v.resolved_from)
            for m, v in zip(draft.mentions, values, strict=True)
        ]

    return dates


@pytest.fixture
def value_of():
    """The value of the one date in a text that is all there is on the page."""

    def value(text, published=None):
        draft = page([("body", [], text)], published)
        (value,) = resolve(draft.mentions, draft)
        return value

    return value


@pytest.fixture
def pages():
    """The values of all dates of a page."""

    def values(parts, published=None):
        draft = page(parts, published)
        return resolve(draft.mentions, draft)

    return values
