"""What a page says about itself: title, keywords, address, publication date."""

import re
from dataclasses import dataclass, field
from html import unescape

from pipeline.ingest.markup.tokens import Tag

#: Names under which pages give their publication date, the most reliable first.
DATE_NAMES: tuple[str, ...] = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:release_date",
    "bytedance:published_time",
    "article:create_at",
    "firstpublishedtime",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "published_time",
    "publishtime",
    "pubtime",
    "parsely-pub-date",
    "sailthru.date",
    "apub:time",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "date",
    "releasedate",
)

_LINKED_DATA = re.compile(r'"(?:datePublished|pubDate)"\s*+:\s*+"(?P<date>[^"\\]{8,40})"')
_SPACES = re.compile(r"\s+")
_KEYWORD_BREAK = re.compile(r"[,，、;；|\s]+")


@dataclass(slots=True)
class Head:
    """Collected as the tags go by."""

    titles: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    linked: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    address: str | None = None

    def take(self, tag: Tag) -> None:
        """Look at a tag."""
        if tag.close:
            return
        if tag.name == "title":
            self.titles.setdefault("title", _SPACES.sub(" ", unescape(tag.raw)).strip())
        elif tag.name == "script" and tag.raw and "json" in tag.source:
            self.linked += [match["date"] for match in _LINKED_DATA.finditer(tag.raw)]
        elif tag.name == "meta":
            self._meta(tag.attributes())
        elif tag.name == "link":
            attributes = tag.attributes()
            if attributes.get("rel", "").lower() == "canonical":
                self._address(attributes.get("href", ""))
        elif tag.name == "time" and "datetime" in tag.source.lower():
            attributes = tag.attributes()
            if "pubdate" in attributes or attributes.get("itemprop", "").lower() == "datepublished":
                self.dates.setdefault("datepublished", attributes.get("datetime", ""))

    def stated(self) -> list[str]:
        """Publication dates as written, the most reliable first."""
        return self.linked[:1] + [self.dates[name] for name in DATE_NAMES if name in self.dates]

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content", "").strip()
        if not content:
            return
        for kind in ("property", "name", "itemprop"):
            name = attributes.get(kind, "").strip().lower()
            if name in DATE_NAMES:
                self.dates.setdefault(name, content)
            elif name == "keywords" and not self.keywords:
                self.keywords = [word for word in _KEYWORD_BREAK.split(content) if word]
            elif name == "og:title":
                self.titles.setdefault("og:title", _SPACES.sub(" ", content))
            elif name == "og:url":
                self._address(content)

    def _address(self, address: str) -> None:
        if self.address is None and address.startswith(("http://", "https://")):
            self.address = address
