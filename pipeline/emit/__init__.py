"""Emit: write the files of the contract from the finished pages of one run."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from pipeline.draft import Draft, Result
from pipeline.emit.counts import Counts
from pipeline.emit.join import Named, join
from pipeline.emit.records import records
from pipeline.forms import ProgramForm
from pipeline.schema import Document, ProgramValue, Run
from pipeline.store import line, pretty, read_results, replacing


def emit(files: Sequence[Path], out: Path, *, options: dict[str, object]) -> Run:
    """Write documents, records, programs, rejected and run of the pages in `files`, in their order.

    The pages are read twice: the programmes of the whole run are joined first, so that the same
    programme bears the same id in every document.
    """
    programs = join(named for page in _pages(files) if isinstance(page, Draft) for named in _named(page))
    identity = {
        (mention.doc_id, mention.entity_id): program.program_id for program in programs for mention in program.mentions
    }
    counts = Counts()
    with (
        replacing(out / "documents.jsonl") as documents_file,
        replacing(out / "records.jsonl") as records_file,
        replacing(out / "programs.jsonl") as programs_file,
        replacing(out / "rejected.jsonl") as rejected_file,
    ):
        for page in _pages(files):
            if isinstance(page, Draft):
                document = _identified(page.document(), identity)
                found = list(records(document))
                documents_file.write(line(document))
                records_file.writelines(map(line, found))
                counts.document(document, len(found))
            else:
                rejected_file.write(line(page))
                counts.rejection(page)
        programs_file.writelines(map(line, programs))
    run = counts.run(programs=len(programs), options=options)
    with replacing(out / "run.json") as file:
        file.write(pretty(run))
    return run


def _pages(files: Sequence[Path]) -> Iterator[Result]:
    return chain.from_iterable(map(read_results, files))


def _named(page: Draft) -> Iterator[Named]:
    """The programme mentions of a page, each with the record it stands in and that record's date."""
    home = {program.id: record for record in records(page) for program in record.programs}
    for entity, mention in zip(page.entities, page.mentions, strict=True):
        if isinstance(entity.value, ProgramValue):
            record = home.get(entity.id)
            date = record.date if record else None
            yield Named(
                doc_id=page.doc_id,
                entity_id=entity.id,
                value=entity.value,
                record_id=record.record_id if record else None,
                first=date.start if date else None,
                last=date.end if date else None,
                quoted=isinstance(mention.form, ProgramForm) and mention.form.quoted,
            )


def _identified(document: Document, identity: Mapping[tuple[str, str], str]) -> Document:
    """The document with the run's programme ids in place of the page's own."""
    entities = [
        entity.model_copy(
            update={"value": entity.value.model_copy(update={"program_id": identity[document.doc_id, entity.id]})}
        )
        if isinstance(entity.value, ProgramValue)
        else entity
        for entity in document.entities
    ]
    return document.model_copy(update={"entities": entities})
