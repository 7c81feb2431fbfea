"""The run that is scored: the documents, records and programmes that a page of gold can be compared with."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

import orjson
from pydantic import ValidationError

from pipeline.errors import DataError, UsageError
from pipeline.evaluate.gold import GoldPage
from pipeline.schema import Document, Model, Program, Record

M = TypeVar("M", bound=Model)


class Predictions(NamedTuple):
    """`documents` stands beside the gold pages, None where the run has no such page.

    `records` is by document; `programs` gives the programme of an entity, by document and entity id, as
    joined over the whole run. `unlabelled` counts documents without gold.
    """

    documents: list[Document | None]
    records: dict[str, list[Record]]
    programs: dict[tuple[str, str], str]
    unlabelled: int


def read(folder: Path, pages: Collection[GoldPage]) -> Predictions:
    """Read what a run wrote about `pages`, page by page, however large the run.

    A page is known by its path, or else by its bytes, since a run may have been started elsewhere.
    Raises UsageError where the folder holds no run, DataError where a line is not what a run writes.
    """
    if not (folder / "documents.jsonl").is_file():
        raise UsageError(f"{folder}: no documents.jsonl here; give the folder that `taosha run --out` wrote")
    paths, digests = {page.path for page in pages}, {page.sha256 for page in pages}
    by_path: dict[str, Document] = {}
    by_digest: dict[str, list[Document]] = {}
    total = 0
    for number, text in _lines(folder / "documents.jsonl"):
        total += 1
        source = _source(text, folder / "documents.jsonl", number)
        if source.get("path") not in paths and source.get("sha256") not in digests:
            continue
        document = _parse(Document, text, folder / "documents.jsonl", number)
        by_path.setdefault(document.source.path, document)
        by_digest.setdefault(document.source.sha256, []).append(document)
    documents = [by_path.get(page.path) or _only_copy(by_digest.get(page.sha256, []), paths) for page in pages]
    wanted = {document.doc_id for document in documents if document}
    # The same bytes at two paths are two documents of one id: each has the records of its own path.
    chosen = {document.source.path for document in documents if document}
    records: dict[str, list[Record]] = {}
    for record in _models(Record, folder / "records.jsonl"):
        if record.doc_id in wanted and record.source.path in chosen:
            records.setdefault(record.doc_id, []).append(record)
    programs = {
        (mention.doc_id, mention.entity_id): program.program_id
        for program in _models(Program, folder / "programs.jsonl")
        for mention in program.mentions
        if mention.doc_id in wanted
    }
    used = {document.source.path for document in documents if document}
    return Predictions(documents, records, programs, total - len(used))


def _only_copy(documents: list[Document], paths: set[str]) -> Document | None:
    """The first page with these bytes that is not itself a page of gold under its own path."""
    return next((document for document in documents if document.source.path not in paths), None)


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    if not file.is_file():
        raise DataError(f"{file}: missing, so the folder is not a whole run; run `taosha run --out` again")
    with file.open("rb") as lines:
        yield from enumerate(lines, 1)


def _models(model: type[M], file: Path) -> Iterator[M]:
    return (_parse(model, text, file, number) for number, text in _lines(file))


def _source(text: bytes, file: Path, number: int) -> dict[str, str]:
    try:
        source = orjson.loads(text)["source"]
        return {"path": source["path"], "sha256": source["sha256"]}
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise DataError(f"{file}, line {number}: not a document ({error}); run `taosha run` again") from error


def _parse(model: type[M], text: bytes, file: Path, number: int) -> M:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise DataError(
            f"{file}, line {number}: {place}: {first['msg']}; made by another version? Run `taosha run` again"
        ) from error
