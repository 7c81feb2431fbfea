"""The evaluation: gold beside a run, page by page, and the sums."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from pipeline.errors import UsageError
from pipeline.evaluate import cleaning, entities, joining, records, sentences
from pipeline.evaluate.gold import VALUES, GoldPage, load
from pipeline.evaluate.predictions import Predictions, read
from pipeline.evaluate.scores import (
    Accuracy,
    CleaningScores,
    Count,
    LabelScores,
    Measure,
    PageCounts,
    PageScores,
    RecordScores,
    Scores,
    SentenceScores,
)
from pipeline.evaluate.tally import Key, Tally, merge
from pipeline.evaluate.values import FIELDS
from pipeline.schema import Document, RemovalKind


def evaluate(gold: Path, pred: Path) -> Scores:
    """Score the run in the folder `pred` against gold, a file or a folder of files.

    A page of gold that the run has not is counted as missed in everything, and named; a page of the run without
    gold is left out, and counted. Raises UsageError and DataError where there is nothing to compare.
    """
    pages = load(gold)
    predictions = read(pred, [page for _, page in pages])
    tallies = [
        _page(file, page, document, predictions)
        for (file, page), document in zip(pages, predictions.documents, strict=True)
    ]
    joined = joining.score(tallies)
    if not any(predictions.documents):
        raise UsageError(f"{pred}: none of the {len(pages)} pages of {gold} is there; run `taosha run` on them first")
    missing = [page.path for (_, page), found in zip(pages, predictions.documents, strict=True) if not found]
    sums = merge(tallies)
    differences = [difference for tally in tallies for difference in tally.differences]
    return Scores(
        pages=PageCounts(
            gold=len(pages),
            scored=len(pages) - len(missing),
            without_prediction=missing,
            without_gold=predictions.unlabelled,
        ),
        labels={label: _label(label, sums) for label in _labels(sums)},
        cleaning=_cleaning(sums),
        sentences=SentenceScores(
            boundaries=_measure(sums, "sentences", "boundaries"), roles=_accuracy(sums, "sentences", "roles")
        ),
        records=RecordScores(found=_measure(sums, "records"), dates=_accuracy(sums, "dates")),
        joining=Measure.of(joined),
        by_page=[_by_page(tally) for tally in tallies],
        differences=sorted(differences, key=lambda d: (d.page, d.start, d.end, d.label, d.kind, d.field or "")),
    )


def _page(file: Path, gold: GoldPage, document: Document | None, predictions: Predictions) -> Tally:
    tally = Tally(gold.path)
    if document:
        gold.check(document.raw_text, file)
    entities.score(gold, document, predictions.programs, tally)
    cleaning.score(gold, document, tally)
    sentences.score(gold, document, tally)
    records.score(gold, document, predictions.records.get(document.doc_id, []) if document else [], tally)
    if not document:
        # All of its gold counts as missed; one line says so.
        tally.differences.clear()
        tally.differ("page", "missed", (0, 0))
    return tally


def _labels(sums: Mapping[Key, Count]) -> list[str]:
    """The labels that occur, those with values first, and `all` at the end."""
    found = {key[0] for key in sums if key[1:] == ("exact",)} - {entities.ALL}
    return [*(label for label in VALUES if label in found), *sorted(found - VALUES.keys()), entities.ALL]


def _label(label: str, sums: Mapping[Key, Count]) -> LabelScores:
    names = [name for name in FIELDS.get(label, {}) if (label, "field", name) in sums]
    return LabelScores(
        exact=_measure(sums, label, "exact"),
        overlap=_measure(sums, label, "overlap"),
        values=_accuracy(sums, label, "values"),
        fields={name: _accuracy(sums, label, "field", name) for name in names},
        restored=_measure(sums, label, "restored") if (label, "restored") in sums else None,
    )


def _cleaning(sums: Mapping[Key, Count]) -> CleaningScores:
    kinds = [kind for kind in get_args(RemovalKind) if ("removal", kind) in sums]
    whole = sums.get(("damaged",), Count())
    return CleaningScores(
        characters=_measure(sums, "removal"),
        kinds={kind: _measure(sums, "removal", kind) for kind in kinds},
        sentences=whole.gold,
        damaged_sentences=whole.gold - whole.right,
    )


def _by_page(tally: Tally) -> PageScores:
    whole = tally.counts.get(("damaged",), Count())
    return PageScores(
        page=tally.page,
        labels={label: _measure(tally.counts, label, "exact").f1 for label in _labels(tally.counts)},
        values=_accuracy(tally.counts, entities.ALL, "values").accuracy,
        cleaning=_measure(tally.counts, "removal").f1,
        damaged_sentences=whole.gold - whole.right,
        sentences=_measure(tally.counts, "sentences", "boundaries").f1,
        dates=_accuracy(tally.counts, "dates").accuracy,
    )


def _measure(counts: Mapping[Key, Count], *key: str) -> Measure:
    return Measure.of(counts.get(key, Count()))


def _accuracy(counts: Mapping[Key, Count], *key: str) -> Accuracy:
    return Accuracy.of(counts.get(key, Count()))
