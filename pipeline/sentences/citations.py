"""Citation marks that cleaning took out, attached to the sentences they belong to."""

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.schema import Removal

_BRACKETS = "[]［］【】〔〕()（） \t\u3000"


def attach(removed: Sequence[Removal], starts: Sequence[int]) -> list[list[str]]:
    """For each sentence (by its start in the cleaned text) the marks it carries, in order.

    A mark belongs to the sentence that the character before it is in, also where it stands behind the
    stop or on a line of its own; one before all sentences belongs to the first. A mark is given as
    written between its brackets: "8", "16-17".
    """
    marks: list[list[str]] = [[] for _ in starts]
    taken = 0
    for removal in removed:
        if removal.kind == "citation" and marks:
            sentence = bisect_left(starts, removal.start - taken) - 1
            marks[max(0, sentence)].append(removal.text.strip(_BRACKETS))
        taken += removal.end - removal.start
    return marks
