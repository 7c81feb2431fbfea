"""A page as it was found, before it is decoded, and why a page may be refused."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from pipeline.errors import PageError

#: Why a page is rejected: the code in `rejected.jsonl` and what it means.
REJECTIONS: dict[str, str] = {
    "empty": "the page has no visible character",
    "binary": "the page is not text: an image, an archive, a program, or full of control characters",
    "encoding": "the bytes are in no encoding Taosha reads, or are damaged (a character cut in half, a lone surrogate)",
    "json": "the line of a .jsonl is not a JSON object",
    "fields": "the JSON object has no `text` or `html`, or that is not a string",
    "compression": "the gzip data is damaged or cut short",
    "too_large": "the page is larger than 64 MiB",
    "unreadable": "the file cannot be read: missing permission, removed meanwhile, a broken disk",
    "form": "the file's suffix is none that Taosha reads",
}

#: The largest page, in bytes after decompression.
MAX_PAGE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the bytes of a page could not be had: a code of `REJECTIONS` and a message for people."""

    code: str
    message: str

    def error(self) -> PageError:
        """The exception that says so."""
        return PageError(self.code, self.message)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the input; small, picklable, and independent of where its file lies.

    `path` is the input as given, with "#N" for the N-th line (from 1) of a .jsonl. `form` is the name
    of one of `forms.FORMS`. `data` holds the bytes, decompressed but not decoded. Where they
    could not be had, `failure` says why.
    """

    path: str
    form: str
    data: bytes
    failure: Failure | None = None

    @classmethod
    def from_text(cls, text: str, *, title: str | None = None, published: str | None = None) -> Self:
        """A page that is already a string; it is read like a line of a .jsonl."""
        line = {"text": text, "title": title, "published": published}
        # Escaped, so that a lone surrogate comes to `read` and is refused there like any other.
        return cls("<text>", "jsonl", json.dumps(line).encode())


def digest(data: bytes) -> str:
    """The full content hash, as in `source.sha256`."""
    return sha256(data).hexdigest()


def doc_id(sha: str) -> str:
    """The id of the document with this content hash: the same bytes, the same id, on any machine."""
    return sha[:16]
