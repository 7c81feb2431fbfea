"""Records of one page against gold: which sentences are facts, and when each was."""

from collections.abc import Sequence

from pipeline.evaluate.gold import GoldPage
from pipeline.evaluate.match import match
from pipeline.evaluate.tally import RawSpan, Tally
from pipeline.schema import Document, Record
from pipeline.spans import RawMap, overlaps

Interval = tuple[str | None, str | None]


def score(gold: GoldPage, document: Document | None, records: Sequence[Record], tally: Tally) -> None:
    """Count the records of a page and their dates; a date that both sides leave open is right.

    A record of nothing but what gold marks optional (a byline that may go or stay, a season that may be a date)
    is neither right nor wrong.
    """
    raw_text = document.raw_text if document else gold.raw_text()
    raw = RawMap(document.removed if document else [])
    ordered = sorted(records, key=lambda record: (record.start, record.end))
    spans = [RawSpan(*raw.span(record.start, record.end)) for record in ordered]
    found = dict(match(gold.records, spans))
    spurious = [p for p in sorted(set(range(len(spans))) - set(found.values())) if not _optional(gold, spans[p])]
    tally.add(("records",), len(gold.records), len(found) + len(spurious), len(found))
    for p in spurious:
        start, end = spans[p]
        tally.differ("record", "spurious", (start, end), predicted=raw_text[start:end])
    for g, record in enumerate(gold.records):
        text = raw_text[record.start : record.end]
        want: Interval = (record.date.start, record.date.end) if record.date else (None, None)
        if g not in found:
            tally.add(("dates",), gold=1)
            tally.differ("record", "missed", (record.start, record.end), gold=text)
            continue
        date = ordered[found[g]].date
        have: Interval = (date.start, date.end) if date else (None, None)
        tally.add(("dates",), 1, 1, want == have)
        if want != have:
            start, end = record.start, record.end
            tally.differ(
                "record", "value", (start, end), field="date", gold=f"{_text(want)} ← {text}", predicted=_text(have)
            )


def _optional(gold: GoldPage, span: RawSpan) -> bool:
    """Whether gold has in a sentence what is optional, and nothing that is not."""
    entities = [entity for entity in gold.entities if overlaps(entity, span)]
    removed = any(removal.optional for removal in gold.removed if overlaps(removal, span))
    return all(entity.optional for entity in entities) and (removed or bool(entities))


def _text(interval: Interval) -> str:
    return "none" if interval == (None, None) else f"{interval[0] or '..'}/{interval[1] or '..'}"
