"""Removals of one page against gold, character by character, and the harm done to sentences."""

from collections.abc import Iterable, Mapping

from pipeline.evaluate.gold import GoldPage
from pipeline.evaluate.tally import Tally
from pipeline.schema import Document
from pipeline.spans import Span


def score(gold: GoldPage, document: Document | None, tally: Tally) -> None:
    """Count the removed characters of a page that are not white space; what is optional in gold counts for nothing."""
    raw_text = document.raw_text if document else gold.raw_text()
    optional = set(_characters((r for r in gold.removed if r.optional), raw_text))
    want = {i: r.kind for r in gold.removed if not r.optional for i in _characters([r], raw_text)}
    have = {i: r.kind for r in (document.removed if document else []) for i in _characters([r], raw_text)}
    have = {i: kind for i, kind in have.items() if i not in optional}
    tally.add(("removal",), len(want), len(have), len(want.keys() & have.keys()))
    for i, kind in want.items():
        tally.add(("removal", kind), gold=1, right=have.get(i) == kind)
    for kind in have.values():
        tally.add(("removal", kind), predicted=1)
    for start, end, kinds in _runs({i: want[i] for i in want.keys() - have.keys()}, raw_text):
        tally.differ("removal", "missed", (start, end), field=kinds, gold=raw_text[start:end])
    harm = {i: have[i] for i in have.keys() - want.keys()}
    for start, end, kinds in _runs(harm, raw_text):
        tally.differ("removal", "spurious", (start, end), field=kinds, predicted=raw_text[start:end])
    for sentence in gold.sentences:
        damaged = any(i in harm for i in range(sentence.start, sentence.end))
        tally.add(("damaged",), gold=1, right=not damaged)
        if damaged:
            left = "".join(raw_text[i] for i in range(sentence.start, sentence.end) if i not in have)
            text = raw_text[sentence.start : sentence.end]
            tally.differ("sentence", "damaged", (sentence.start, sentence.end), gold=text, predicted=left)


def _characters(spans: Iterable[Span], raw_text: str) -> list[int]:
    return [i for span in spans for i in range(span.start, span.end) if not raw_text[i].isspace()]


def _runs(kinds: Mapping[int, str], raw_text: str) -> list[tuple[int, int, str]]:
    """Neighbouring characters of one kind as spans, white space between them counted in, line breaks not."""
    runs: list[tuple[int, int, str]] = []
    for place, kind in sorted(kinds.items()):
        if runs and runs[-1][2] == kind and not raw_text[runs[-1][1] : place].strip(" \t\xa0\u3000"):
            runs[-1] = (runs[-1][0], place + 1, kind)
        else:
            runs.append((place, place + 1, kind))
    return runs
