"""Lines of JSON: `{"text"|"html", "url"?, "title"?, "published"?, "id"?}`; other fields are passed over.

A line that has both `text` and `html` is read as text, unless that is blank; both are strings. A field that is null
counts as absent. So does, with a warning, any other field of another type, and a `published` that is no date: crawlers
write "now" there, and the page may state a date itself.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import orjson

from pipeline.errors import PageError
from pipeline.ingest import dates, markup, plain
from pipeline.ingest.content import Content
from pipeline.ingest.encoding import decode
from pipeline.ingest.page import MAX_PAGE_BYTES, Failure, Page, digest
from pipeline.schema import Source

_REMEDY = "the page is kept without it; write it like 2024-03-27"
_LONE_SURROGATE = re.compile(
    r"(?<!\\)(?:\\\\)*(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)


def pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """The lines of a stream, one in memory at a time. Blank lines are no pages, but are counted in "#N".

    A stream in UTF-16, whose lines cannot be told apart as bytes, is one page that says so.
    """
    number = 0
    while line := stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        place = f"{path}#{number}"
        if len(line) > MAX_PAGE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_PAGE_BYTES)
            yield Page(place, "jsonl", b"", Failure("too_large", f"the line is longer than {MAX_PAGE_BYTES} bytes"))
            continue
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield Page(place, "jsonl", b"", Failure("encoding", "the file is UTF-16; convert it to UTF-8"))
                return
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield Page(place, "jsonl", line.rstrip(b"\r\n"))


def read(page: Page) -> Content:
    """Read a line. Raises PageError `json`, `fields` or `encoding`."""
    fields, encoding = _fields(page.data)
    warnings: list[str] = []
    title, uri, published = (_optional(fields, name, warnings) for name in ("title", "url", "published"))
    if published and dates.parse(published) is None:
        warnings.append(f'"published" is no date: {json.dumps(published[:40], ensure_ascii=False)}; {_REMEDY}')
        published = None
    text, html = _string(fields, "text"), _string(fields, "html")
    if text is not None and (html is None or text.strip()):
        content = Content(text, encoding, plain.MEDIA_TYPE, digest(text.encode()))
    elif html is not None:
        content = markup.parse(html, encoding=encoding, sha256=digest(html.encode()))
    else:
        raise PageError("fields", 'the line has neither "text" nor "html"')
    return replace(
        content,
        id=_identifier(fields, warnings),
        warnings=warnings,
        uri=uri or content.uri,
        title=title or content.title,
        stated=[published] if published else content.stated,
    )


def source(page: Page) -> Source:
    """The source of a line as far as it can be read, for its rejection."""
    unread = Source(path=page.path, media_type="application/json", encoding="unknown", sha256=digest(page.data))
    try:
        fields, encoding = _fields(page.data)
        identifier, uri = _identifier(fields, []), _optional(fields, "url", [])
    except PageError:
        return unread
    sha, media_type = unread.sha256, unread.media_type
    for name, kind in (("html", markup.MEDIA_TYPE), ("text", plain.MEDIA_TYPE)):
        if isinstance(value := fields.get(name), str):
            sha, media_type = digest(value.encode()), kind
    return Source(path=page.path, id=identifier, uri=uri, media_type=media_type, encoding=encoding, sha256=sha)


def _fields(line: bytes) -> tuple[dict[str, object], str]:
    """The object of a line and the encoding it is written in; JSON should be UTF-8, but is not always."""
    try:
        value, encoding = orjson.loads(line), "utf-8"
    except orjson.JSONDecodeError:
        decoded = decode(line)
        encoding = decoded.encoding
        try:
            value = orjson.loads(decoded.text)
        except orjson.JSONDecodeError as error:
            if _LONE_SURROGATE.search(decoded.text):
                raise PageError(
                    "encoding", f"the line escapes a lone surrogate, which is no character: {error}"
                ) from error
            raise PageError("json", f"the line is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise PageError("json", "the line is JSON, but not an object")
    return value, encoding


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise PageError("fields", f'"{name}" is not a string')


def _optional(fields: dict[str, object], name: str, warnings: list[str]) -> str | None:
    """A field that a page can do without: one of another type is passed over with a warning."""
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    remedy = _REMEDY if name == "published" else "the page is kept without it"
    warnings.append(f'"{name}" is not a string; {remedy}')
    return None


def _identifier(fields: dict[str, object], warnings: list[str]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _optional(fields, "id", warnings)
