"""The forms of input, one entry each: a new form is a module and a line in FORMS."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.ingest import jsonl, markup, plain
from pipeline.ingest.content import Content
from pipeline.ingest.page import MAX_PAGE_BYTES, Failure, Page


@dataclass(frozen=True, slots=True)
class Form:
    """How files with one of `suffixes` are taken apart into pages, and a page into its content.

    `read` raises PageError. `looks` says whether the beginning of a stream without a name is of this form.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    pages: Callable[[BinaryIO, str], Iterator[Page]]
    read: Callable[[Page], Content]
    looks: Callable[[bytes], bool]


def _whole(name: str) -> Callable[[BinaryIO, str], Iterator[Page]]:
    def pages(stream: BinaryIO, path: str) -> Iterator[Page]:
        data = stream.read(MAX_PAGE_BYTES + 1)
        if len(data) > MAX_PAGE_BYTES:
            yield Page(path, name, b"", Failure("too_large", f"the page is larger than {MAX_PAGE_BYTES} bytes"))
        else:
            yield Page(path, name, data)

    return pages


#: All forms. A stream without a name is of the first form that it looks like.
FORMS: tuple[Form, ...] = (
    Form(
        "jsonl", (".jsonl",), "application/json", jsonl.pages, jsonl.read, lambda head: head.lstrip().startswith(b"{")
    ),
    Form("html", (".html", ".htm", ".shtml", ".xhtml"), markup.MEDIA_TYPE, _whole("html"), markup.read, markup.looks),
    Form("text", (".txt",), plain.MEDIA_TYPE, _whole("text"), plain.read, lambda _: True),
)

BY_NAME: dict[str, Form] = {form.name: form for form in FORMS}
BY_SUFFIX: dict[str, Form] = {suffix: form for form in FORMS for suffix in form.suffixes}


def of_path(path: str) -> Form | None:
    """The form of a file by its suffix, that of the packed file where it ends in .gz."""
    name = path.lower().removesuffix(".gz")
    return next((form for suffix, form in BY_SUFFIX.items() if name.endswith(suffix)), None)
