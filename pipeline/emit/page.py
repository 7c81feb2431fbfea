"""What one page adds to the files of a run: all of the work that needs no other page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.draft import Draft, Result
from pipeline.emit.counts import Counts
from pipeline.emit.join import Named
from pipeline.emit.records import records
from pipeline.schema import ProgramValue, Record
from pipeline.store import line


@dataclass(slots=True)
class Written:
    """The lines of a page, with programme ids of its own, and what the run wants to know of it.

    Small beside the page itself, so that it is cheap to pass from one process to another.
    """

    counts: Counts = field(default_factory=Counts)
    document: bytes = b""
    records: bytes = b""
    rejection: bytes = b""
    named: list[Named] = field(default_factory=list)


def written(result: Result) -> Written:
    """Write the lines of a finished or rejected page."""
    lines = Written()
    if isinstance(result, Draft):
        found = list(records(result))
        lines.named.extend(_named(result, found))
        lines.document = line(result.document())
        lines.records = b"".join(map(line, found))
        lines.counts.document(result, len(found))
    else:
        lines.rejection = line(result)
        lines.counts.rejection(result)
    return lines


def _named(draft: Draft, found: Sequence[Record]) -> Iterator[Named]:
    """The programme mentions of a page, each with the record it stands in and that record's date."""
    home = {program.id: record for record in found for program in record.programs}
    for entity in draft.entities:
        if isinstance(entity.value, ProgramValue):
            record = home.get(entity.id)
            date = record.date if record else None
            yield Named(
                doc_id=draft.doc_id,
                entity_id=entity.id,
                value=entity.value,
                record_id=record.record_id if record else None,
                first=date.start if date else None,
                last=date.end if date else None,
            )
