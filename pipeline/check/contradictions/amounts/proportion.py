"""Amounts of one metric that differ by a factor of ten thousand: weak evidence that 亿 and 万 changed places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.naming import name
from pipeline.check.reading.view import View
from pipeline.schema import Entity, MoneyValue

#: The step between the scale words, and how near amounts of one metric must be once it is undone.
STEP, NEAR = 1e4, 3.0
#: The last so many characters before an amount name its metric.
METRIC = 4
#: So many amounts of a metric are compared with one another.
MOST = 12
HAN = re.compile(f"[\u4e00-\u9fff]{{{METRIC}}}$")
#: What is paid to one and to many may well differ by that much.
ONE_REACH = 16
ONE = re.compile("每|均|人均|单笔|个人|单价|最高|最低|最多")


def disproportions(view: View) -> list[Claim]:
    """Pairs of amounts of one metric, one ten thousand times the other or nearly so."""
    by_metric: dict[tuple[str, str], list[Entity]] = {}
    for entity in _far_apart(view.money) if len(view.money) > 1 else ():
        one = ONE.search(view.text, max(0, entity.start - ONE_REACH), entity.start)
        found = None if one else HAN.search(name(view, entity))
        if found:
            by_metric.setdefault((found[0], _money(entity).currency), []).append(entity)
    return [claim for (words, _), same in by_metric.items() if len(same) > 1 for claim in _compare(words, same[:MOST])]


def _money(entity: Entity) -> MoneyValue:
    assert isinstance(entity.value, MoneyValue)  # noqa: S101 - by the contract
    return entity.value


def _far_apart(money: Sequence[Entity]) -> Iterator[Entity]:
    """The amounts that any other is ten thousand times, or nearly so: the words of the others need no look."""
    sizes = [float(_money(entity).amount or 0) for entity in money]
    ordered = sorted(size for size in sizes if size > 0)
    # A little is left to rounding: the pairs are measured again.
    least, most = 0.99 * STEP / NEAR, 1.01 * STEP * NEAR
    if not ordered or ordered[-1] < ordered[0] * least:
        return
    far: set[float] = set()
    done = 0
    for size in ordered:
        first = bisect_left(ordered, size * least)
        if first == len(ordered):
            break
        last = bisect_right(ordered, size * most, first)
        if last > first:
            far.add(size)
            far.update(ordered[max(first, done) : last])
            done = max(done, last)
    yield from (entity for entity, size in zip(money, sizes, strict=True) if size in far)


def _compare(words: str, same: list[Entity]) -> Iterator[Claim]:
    for first, other in combinations(same, 2):
        sizes = [float(_money(entity).amount or 0) for entity in (first, other)]
        ratio = max(sizes) / min(sizes)
        if STEP / NEAR <= ratio <= STEP * NEAR:
            yield Claim(
                kind="arithmetic_conflict",
                spans=((first.start, first.end), (other.start, other.end)),
                message=f"{words}: {first.text} and {other.text} are out of proportion, by {ratio:,.0f} to one.",
                confidence=0.35,
                suggestion={"rule": "disproportion", "ratio": round(ratio)},
            )
