"""One-to-one matching of gold and predicted spans."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from pipeline.spans import Span


def match(gold: Sequence[Span], predicted: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of indices of overlapping spans: as many pairs as there can be, then as much overlap.

    Both sides are in the order of the page. A span is in one pair at most, and pairs do not cross.
    Where spans of one side do not overlap each other, as the contract has it, equal spans are always
    a pair: they overlap nothing else. Time grows with the number of overlapping pairs.
    """
    pairs = _overlapping(gold, predicted)
    golds = [g for g, _ in pairs]
    highest = list(accumulate((p for _, p in pairs), max))
    # best[k]: the best choice from the first k pairs, as (pairs, shared characters); taken[k]: whether pair k-1 is in
    best: list[tuple[int, int]] = [(0, 0)]
    before: list[int | None] = []
    for k, (g, p) in enumerate(pairs):
        earlier = min(bisect_left(golds, g, hi=k), bisect_left(highest, p, hi=k))
        shared = min(gold[g].end, predicted[p].end) - max(gold[g].start, predicted[p].start)
        candidate = (best[earlier][0] + 1, best[earlier][1] + shared)
        before.append(earlier if candidate > best[k] else None)
        best.append(max(candidate, best[k]))
    chosen, k = [], len(pairs)
    while k:
        earlier_or_none = before[k - 1]
        if earlier_or_none is None:
            k -= 1
        else:
            chosen.append(pairs[k - 1])
            k = earlier_or_none
    return chosen[::-1]


def _overlapping(gold: Sequence[Span], predicted: Sequence[Span]) -> list[tuple[int, int]]:
    """All overlapping pairs, ordered. Linear where the spans of each side are disjoint."""
    pairs, first = [], 0
    for g, span in enumerate(gold):
        while first < len(predicted) and predicted[first].end <= span.start:
            first += 1
        for p in range(first, len(predicted)):
            if predicted[p].start >= span.end:
                break
            if predicted[p].end > span.start:
                pairs.append((g, p))
    return pairs
