"""From the arguments of a command to pages: files, folders, standard input, packed or not."""

import gzip
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import UsageError
from pipeline.ingest import forms
from pipeline.ingest.page import Failure, Page

#: The argument that stands for standard input, and its path in the output.
STDIN = "-"

_GZIP = b"\x1f\x8b"
_HEAD = 1024


def discover(inputs: Sequence[str], *, without: Path | None = None) -> Iterator[Page]:
    """The pages of files, folders and standard input (`-`), ordered by path and then by position.

    A folder gives its files of a known form at any depth; hidden files and files of another form are
    passed over. A file that is named itself and is of another form is one page, which `read`
    rejects. A file that is reached in several ways counts once. Pages are read as they are asked for; a
    file that cannot be read is a page that says so. A folder's part `without`, and what an earlier run has written,
    are passed over: a run does not read what a run wrote.

    Raises UsageError, before the first page, where an input does not exist or is a folder without any such file.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    for path in sorted({name for entry in inputs for name in _files(entry, without)}, key=_shown):
        real = path if path == STDIN else os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            found[_shown(path)] = path
    return (page for shown, path in found.items() for page in _open(path, shown))


def _files(entry: str, without: Path | None) -> list[str]:
    files = list(_expand(entry, without))
    if not files:
        raise UsageError(
            f"{_shown(entry)}: no file in it that taosha reads ({', '.join(forms.BY_SUFFIX)}, also as .gz)"
        )
    return files


def _expand(entry: str, without: Path | None) -> Iterator[str]:
    if entry == STDIN:
        yield entry
        return
    path = Path(entry)
    if not path.exists():
        raise UsageError(f"{_shown(entry)}: no such file or folder")
    if not path.is_dir():
        yield path.as_posix()
        return
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and not _same(Path(folder, name), without)
            and not _is_output(Path(folder, name))
        ]
        for name in names:
            file = Path(folder, name)
            # A link to nothing is kept, to be rejected; a pipe or a device is not, as it may never end.
            if not name.startswith(".") and forms.of_path(name) and (file.is_file() or not file.exists()):
                yield file.as_posix()
    # Told at the end of the walk, by then every folder has been tried.
    yield from (Path(error.filename).as_posix() for error in unreadable)


def _is_output(folder: Path) -> bool:
    """Whether a run has written a folder: what it found is no page to find something in."""
    return (folder / "run.json").is_file() and (folder / "documents.jsonl").is_file()


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and path.resolve() == other.resolve()


def _shown(path: str) -> str:
    """A path as it can be written as UTF-8: names of undecodable bytes show these as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _open(path: str, shown: str) -> Iterator[Page]:
    form = None if path == STDIN else forms.of_path(path)
    if path != STDIN and Path(path).is_dir():
        yield Page(shown, "unknown", b"", Failure("unreadable", "the folder cannot be read: missing permission"))
        return
    if path != STDIN and form is None:
        known = ", ".join(forms.BY_SUFFIX)
        yield Page(shown, "unknown", b"", Failure("form", f"the suffix is none of {known}, each with or without .gz"))
        return
    # Pages are numbered by the form; a stream that breaks after N lines is reported at the place behind them.
    last = shown
    try:
        with _stream(path) as stream:
            form = form or _guess(stream)
            for page in form.pages(cast(BinaryIO, stream), shown):
                last = page.path
                yield page
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Page(
            _behind(last, shown),
            form.name if form else "text",
            b"",
            Failure("compression", f"damaged gzip data: {error}"),
        )
    except OSError as error:
        yield Page(
            _behind(last, shown),
            form.name if form else "text",
            b"",
            Failure("unreadable", str(error.strerror or error)),
        )


def _behind(last: str, shown: str) -> str:
    return shown if last == shown else f"{shown}#{int(last.rpartition('#')[2]) + 1}"


@contextmanager
def _stream(path: str) -> Iterator[BufferedReader]:
    """An open file, unpacked where its name or its content says that it is packed."""
    with ExitStack() as stack:
        standard = cast(BufferedReader, sys.stdin.buffer)
        stream = standard if path == STDIN else stack.enter_context(Path(path).open("rb"))
        if path.lower().endswith(".gz") or stream.peek(2)[:2] == _GZIP:
            packed = stack.enter_context(gzip.GzipFile(fileobj=stream))
            stream = stack.enter_context(BufferedReader(cast(RawIOBase, packed)))
        yield stream


def _guess(stream: BufferedReader) -> forms.Form:
    head = stream.peek(_HEAD)[:_HEAD]
    return next(form for form in forms.FORMS if form.looks(head))
