"""Entities of one page against gold: spans, values, and the mentions of programmes."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.evaluate.gold import VOLUNTARY, GoldEntity, GoldPage, GoldProgram
from pipeline.evaluate.match import match
from pipeline.evaluate.tally import RawSpan, Tally
from pipeline.evaluate.values import FIELDS, compare, restored
from pipeline.schema import Document, Entity
from pipeline.spans import overlaps

ALL = "all"


class _RawEntity(NamedTuple):
    """An entity as a span of the raw page."""

    start: int
    end: int
    entity: Entity


def score(gold: GoldPage, document: Document | None, programs: Mapping[tuple[str, str], str], tally: Tally) -> None:
    """Count the entities of a page, label by label; those of a voluntary label where gold has some."""
    entities = document.entities if document else []
    raw_text = document.raw_text if document else gold.raw_text()
    annotated_labels = {entity.label for entity in gold.entities}
    labels = annotated_labels | ({entity.label for entity in entities} - VOLUNTARY)
    for label in sorted(labels):
        annotated = [entity for entity in gold.entities if entity.label == label]
        required = [entity for entity in annotated if not entity.optional]
        optional = [entity for entity in annotated if entity.optional]
        by_place = sorted((_RawEntity(e.raw_start, e.raw_end, e) for e in entities if e.label == label), key=_place)
        pairs = match(required, by_place)
        paired = {p for _, p in pairs}
        # What touches nothing but an optional span is neither right nor wrong.
        counted = {p for p, span in enumerate(by_place) if p in paired or not any(overlaps(span, o) for o in optional)}
        found = {g: by_place[p] for g, p in pairs}
        exact = sum(_place(required[g]) == _place(span) for g, span in found.items())
        for name in (label, ALL):
            tally.add((name, "exact"), len(required), len(counted), exact)
            tally.add((name, "overlap"), len(required), len(counted), len(pairs))
        for p in sorted(counted - paired):
            span = by_place[p]
            tally.differ(label, "spurious", _place(span), predicted=raw_text[span.start : span.end])
        for g, want in enumerate(required):
            _score_one(want, found.get(g), raw_text, tally)
        if document and label == "PROGRAM":
            for g, span in found.items():
                value = required[g].value
                if isinstance(value, GoldProgram):
                    entity = span.entity
                    joined = programs.get((document.doc_id, entity.id), f"{document.doc_id}/{entity.id}")
                    tally.mentions.append((value.program, joined, RawSpan(span.start, span.end)))


def _score_one(want: GoldEntity, have: _RawEntity | None, raw_text: str, tally: Tally) -> None:
    if have is None:
        tally.differ(want.label, "missed", _place(want), gold=want.text)
    elif _place(want) != _place(have):
        tally.differ(want.label, "bounds", _place(want), gold=want.text, predicted=raw_text[have.start : have.end])
    if want.value is None or want.label not in FIELDS:
        return
    found = have is not None
    comparisons = compare(want.label, want.value, have.entity.value if have else None)
    for name, _, expected, got, right in comparisons:
        tally.add((want.label, "field", name), 1, found, right)
        if have and not right:
            tally.differ(
                want.label, "value", _place(want), field=name, gold=_text(expected, want), predicted=_text(got, want)
            )
    if any(FIELDS[want.label][name].core for name in want.value.model_fields_set & FIELDS[want.label].keys()):
        right = all(comparison.right for comparison in comparisons if comparison.core)
        for label in (want.label, ALL):
            tally.add((label, "values"), 1, found, right)
    if have:
        _score_restored(want, have, tally)


def _score_restored(want: GoldEntity, have: _RawEntity, tally: Tally) -> None:
    before, restoration = restored(want.value), restored(have.entity.value)
    if before is None and restoration is None:
        return
    tally.add((want.label, "restored"), before is not None, restoration is not None, before == restoration)
    if before != restoration:
        gold, predicted = (None if ends is None else "–".join(map(str, ends)) for ends in (before, restoration))
        tally.differ(want.label, "value", _place(want), field="restored", gold=gold, predicted=predicted)


def _place(span: GoldEntity | _RawEntity) -> tuple[int, int]:
    return span.start, span.end


def _text(value: str | None, want: GoldEntity) -> str:
    """A field's reading with the words it was read from, so that a list of differences can be read alone."""
    return f"{value} ← {want.text}"
