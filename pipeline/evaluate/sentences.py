"""Sentences of one page against gold."""

from itertools import accumulate

from pipeline.evaluate.gold import GoldPage
from pipeline.evaluate.tally import Tally
from pipeline.schema import Document
from pipeline.spans import RawMap


def score(gold: GoldPage, document: Document | None, tally: Tally) -> None:
    """Count ends of sentences, and roles where both bounds are right.

    Places are counted in characters that gold keeps and that are not white space. So a removal that was missed
    at the end of a sentence, or a whole line of furniture, moves no boundary.
    """
    raw_text = document.raw_text if document else gold.raw_text()
    removed = {i for removal in gold.removed for i in range(removal.start, removal.end)}
    kept = [0, *accumulate(i not in removed and not character.isspace() for i, character in enumerate(raw_text))]
    want = {(kept[s.start], kept[s.end]): (s.role, s.end) for s in gold.sentences if kept[s.start] < kept[s.end]}
    have: dict[tuple[int, int], tuple[str, int]] = {}
    if document:
        raw = RawMap(document.removed)
        for sentence in document.sentences:
            start, end = raw.span(sentence.start, sentence.end)
            if kept[start] < kept[end]:
                have[kept[start], kept[end]] = sentence.role, end
    gold_ends = {bounds[1]: end for bounds, (_, end) in want.items()}
    ends = {bounds[1]: end for bounds, (_, end) in have.items()}
    both = gold_ends.keys() & ends.keys()
    tally.add(("sentences", "boundaries"), len(gold_ends), len(ends), len(both))
    for place in gold_ends.keys() - both:
        end = gold_ends[place]
        tally.differ("sentence", "missed", (end, end), gold=_around(raw_text, end))
    for place in ends.keys() - both:
        end = ends[place]
        tally.differ("sentence", "spurious", (end, end), predicted=_around(raw_text, end))
    for bounds, (role, end) in want.items():
        found = have.get(bounds)
        tally.add(("sentences", "roles"), 1, found is not None, found is not None and found[0] == role)
        if found and found[0] != role:
            tally.differ("sentence", "value", (end, end), field="role", gold=role, predicted=found[0])


def _around(raw_text: str, place: int) -> str:
    """The text around a boundary, which is shown as a bar."""
    return f"{raw_text[max(0, place - 12) : place]}|{raw_text[place : place + 8]}"
