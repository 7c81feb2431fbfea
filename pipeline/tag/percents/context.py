"""Direction, basis and metric of a percentage from the words around it."""

import re
from typing import NamedTuple

from pipeline.schema import Basis, Direction
from pipeline.tag.percents import metric as metrics
from pipeline.tag.percents.basis import basis, opening
from pipeline.tag.percents.change import change
from pipeline.tag.percents.words import NOUNS

#: How far a sentence is read to the left and to the right; keeps the time linear.
_LEFT, _RIGHT = 160, 40
_SENTENCE_END = "。！？；\n!?;"
_CLAUSE_END = re.compile(r"[，,：:（(）)。！？；\n!?;]")
_COMMA = re.compile(r"[，,：:（()）](?!\d{3}(?!\d))")
_LIST = re.compile(r"(?:[、，,]|和|与|及|以及|、?和)(?:分别)?(?:约|近|超过?|逾)?[ ]?")


class Context(NamedTuple):
    """What the words around a percentage say of it."""

    direction: Direction | None
    basis: Basis | None
    metric: str | None


def context(text: str, start: int, end: int, floor: int, previous: Context | None) -> Context:
    """The context of the percentage at `[start, end)`; `floor` is the end of the one before, `previous` its context."""
    begin = max(start - _LEFT, *(text.rfind(mark, max(0, start - _LEFT), start) + 1 for mark in _SENTENCE_END))
    same_sentence = previous is not None and floor > begin
    if same_sentence and previous and _LIST.fullmatch(text, floor, start):
        return previous
    sentence = text[begin:start]
    commas = [match.end() for match in _COMMA.finditer(sentence)]
    clause_start = max(begin + commas[-1] if commas else begin, floor if same_sentence else begin)
    left = text[clause_start:start]
    ending = _CLAUSE_END.search(text, end, end + _RIGHT)
    right = text[end : ending.start() if ending else end + _RIGHT]

    moved = change(left, right)
    found = left if moved is None or moved.start is None else left[: moved.start]
    metric = (moved and moved.object) or metrics.left_of(found)
    own = basis(left + (right[:12] if moved and moved.start is None else ""))
    if metric is None:
        earlier = text[floor if same_sentence else begin : clause_start].rstrip("，,：:（(")
        clauses = [clause for clause in re.split(r"[，,：:]", earlier) if len(clause) > 1]
        carried = metrics.of_clause(clauses[-1]) if clauses else None
        if own is None and moved and moved.word in NOUNS and clauses:
            own = basis(clauses[-1])
        metric = carried or (previous.metric if same_sentence and previous else None)
        if metric is None and moved is None:
            metric = metrics.right_of(right)
    return Context(moved.direction if moved else None, own or opening(sentence), metric)
