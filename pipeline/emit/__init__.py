"""Emit: write the files of the contract from the finished pages of one run."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.emit import identity
from pipeline.emit.counts import Counts
from pipeline.emit.join import Named, join
from pipeline.emit.page import Written, written
from pipeline.schema import Run
from pipeline.store import line, pretty, replacing

__all__ = ["Written", "emit", "written"]


def emit(pages: Iterable[Written], out: Path, *, options: dict[str, object]) -> Run:
    """Write documents, records, programs, rejected and run of what `written` made of the pages, in their order.

    When all have been taken, the programmes of the whole run are joined, and what was written is copied with the run's
    ids of programmes in the place of the pages' own.
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
            for each in pages:
                documents_file.write(each.document)
                facts_file.write(each.records)
                rejected_file.write(each.rejection)
                named.extend(each.named)
                counts.add(each.counts)
        programs = join(named)
        changes = identity.changes(named, programs)
        for own in documents, facts:
            with own.open("rb") as lines, replacing(out / own.name) as file:
                file.writelines(identity.renamed(lines, changes))
    with replacing(out / "programs.jsonl") as file:
        file.writelines(map(line, programs))
    run = counts.run(programs=len(programs), options=options)
    with replacing(out / "run.json") as file:
        file.write(pretty(run))
    return run
