"""A page and what was found on it."""

from typing import Literal

from pydantic import Field

from pipeline.schema.terms import FindingKind, IsoDate, Label, Model, PublishedFrom, RemovalKind, Role
from pipeline.schema.values import Value


class Source(Model):
    """Where a page came from, as far as the input says."""

    path: str
    """As given; FILE#N for the N-th page, from 1, of a .jsonl."""
    id: str | None = None
    """As the line of a .jsonl gives it."""
    uri: str | None = None
    """The address, from `url` of the line of a .jsonl."""
    media_type: str
    """text/plain, text/html or application/json."""
    encoding: str
    """The encoding that was found out."""
    sha256: str
    """Of the page's bytes; empty where they could not be had."""


class Removal(Model):
    """A span of `raw_text` that cleaning took out, with the reason."""

    start: int
    """In `raw_text`."""
    end: int
    """In `raw_text`, behind the last character."""
    text: str
    """What stood there."""
    kind: RemovalKind
    """What it was: the way to the page (breadcrumb), the site's name, a widget such as 播报 or 编辑, a bar to share the
    page, the title once more, a citation mark, advertising, a piece of the title or keywords (shard), contact bait,
    invisible characters, or other furniture (boilerplate)."""
    rule: str
    """What found it."""
    score: float | None = None
    """Where it was a judgement: of removals with this score about this share is right."""


class Sentence(Model):
    """A sentence of `text`, or a line that is a heading."""

    start: int
    """In `text`."""
    end: int
    """In `text`, behind the last character."""
    role: Role
    """The page's title, a heading, or body text."""
    section: list[str] = []
    """The headings above, the outermost first."""
    citations: list[str] = []
    """The citation marks that stood at it, such as [8]."""


class Entity(Model):
    """A tagged span, placed in the cleaned text and on the raw page."""

    id: str
    """Unique on its page."""
    label: Label
    """What it is; decides the form of `value`."""
    start: int
    """In `text`."""
    end: int
    """In `text`, behind the last character."""
    raw_start: int
    """In `raw_text`."""
    raw_end: int
    """In `raw_text`; between the two there may be removed spans."""
    text: str
    """`text[start:end]` of the document."""
    sentence: int
    """Its place in `sentences`, from 0."""
    value: Value
    """What it says."""
    findings: list[str] = []
    """Ids of the findings that touch it."""


class Finding(Model):
    """Something on the page that cannot be true as written, or is told in two ways."""

    id: str
    """Unique on its page."""
    kind: FindingKind
    """What is wrong; the README has a line on each."""
    spans: list[tuple[int, int]]
    """Where, in `text`."""
    message: str
    """The same for a reader."""
    confidence: float = Field(ge=0, le=1)
    """The probability that the page is indeed wrong there."""
    suggestion: dict[str, object] | None = None
    """What it would take: `field`, what is `written` and the `value` that would fit; `rule`, which check it was. Of a
    spin_profile: `probability`, `table` (written, original, confidence, evidence), `tell_tales`, and `values` with
    the reasons for and against each."""


class Document(Model):
    """One page: what was there, what was taken out, what was found. A line of `documents.jsonl`."""

    schema_version: Literal["1"] = "1"
    doc_id: str
    """From the page's bytes: the same bytes, the same id, on any machine."""
    source: Source
    title: str | None = None
    """The page's title, without the site's name."""
    published: IsoDate | None = None
    """The day of publication."""
    published_from: PublishedFrom | None = None
    """Who says so: the command's option, the page's data (also a .jsonl's field), its text, or its address."""
    raw_text: str
    """The decoded page; of HTML all that can be seen, with block breaks as newlines."""
    removed: list[Removal] = []
    """In order of place, none touching another."""
    text: str
    """`raw_text` without what was removed, nothing else changed."""
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    findings: list[Finding] = []
