"""What a form makes of a page's bytes: everything of a draft that depends on the form."""

from dataclasses import dataclass, field

from pipeline.draft import Block


@dataclass(frozen=True, slots=True)
class Content:
    """A page, decoded. `stated` is the publication date as the page's data or metadata give it, unread."""

    text: str
    encoding: str
    media_type: str
    sha256: str
    id: str | None = None
    uri: str | None = None
    title: str | None = None
    stated: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    layout: list[Block] = field(default_factory=list)
