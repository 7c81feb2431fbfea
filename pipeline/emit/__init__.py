"""Emit: write the files of the contract from the finished pages of one run."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.draft import Draft, Result
from pipeline.emit import identity
from pipeline.emit.counts import Counts
from pipeline.emit.join import Named, join
from pipeline.emit.records import records
from pipeline.schema import ProgramValue, Record, Run
from pipeline.store import line, pretty, read_results, replacing


def emit(files: Sequence[Path], out: Path, *, options: dict[str, object]) -> Run:
    """Write documents, records, programs, rejected and run of the pages in `files`, in their order.

    Every page is read once and written with programme ids of its own. When all are read, the programmes of the whole
    run are joined, and what was written is copied with the run's ids in their place.
    """
    out.mkdir(parents=True, exist_ok=True)
    counts = Counts()
    named: list[Named] = []
    with TemporaryDirectory(dir=out, prefix=".taosha-") as folder:
        names = "documents.jsonl", "records.jsonl"
        documents, facts = (Path(folder, name) for name in names)
        with (
            documents.open("wb") as documents_file,
            facts.open("wb") as facts_file,
            replacing(out / "rejected.jsonl") as rejected_file,
        ):
            for page in _pages(files):
                if isinstance(page, Draft):
                    found = list(records(page))
                    named.extend(_named(page, found))
                    documents_file.write(line(page.document()))
                    facts_file.writelines(map(line, found))
                    counts.document(page, len(found))
                else:
                    rejected_file.write(line(page))
                    counts.rejection(page)
        programs = join(named)
        changes = identity.changes(named, programs)
        for written in documents, facts:
            with written.open("rb") as lines, replacing(out / written.name) as file:
                file.writelines(identity.renamed(lines, changes))
    with replacing(out / "programs.jsonl") as file:
        file.writelines(map(line, programs))
    run = counts.run(programs=len(programs), options=options)
    with replacing(out / "run.json") as file:
        file.write(pretty(run))
    return run


def _pages(files: Sequence[Path]) -> Iterator[Result]:
    return chain.from_iterable(map(read_results, files))


def _named(page: Draft, found: Sequence[Record]) -> Iterator[Named]:
    """The programme mentions of a page, each with the record it stands in and that record's date."""
    home = {program.id: record for record in found for program in record.programs}
    for entity in page.entities:
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
            )
