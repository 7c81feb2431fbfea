"""Soft ties between amounts: a part beside its whole, one metric told of two times.

No contradiction follows from them: a part of a hundred-thousandth may be told, and a metric may grow a hundredfold. But
where a table is at work they say which of two amounts it was that was swapped.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import exp, log10
from operator import attrgetter

from pipeline.check.contradictions.wholes.balances import balances
from pipeline.check.reading.naming import name
from pipeline.check.reading.view import View
from pipeline.check.restoration.ties import HOLDS, Tie, Ways, among
from pipeline.schema import Entity, MoneyValue

#: What is said of parts, and before it the amount of the whole; what is called a total, of which others are parts.
PARTS = re.compile("其中")
TOTAL = re.compile(r"总(?P<of>[\u4e00-\u9fff]{2})(?:额|量|规模)?(?:为|达到?|约|近|超过?|突破|共|高达)*$")
#: So many parts of a whole, and amounts of one metric, are looked at.
MOST = 4
#: By how many powers of ten a part may well be smaller than its whole, and two amounts of one metric apart.
SMALL, APART = 3.0, 1.5
#: What each further power of ten costs, what a part above its whole does, and what both cost at most.
FURTHER, ABOVE, WORST = 0.9, 3.0, 3.0
METRIC = re.compile("[\u4e00-\u9fff]{4}$")
STEP = 4


def hints(view: View, able: Mapping[str, str]) -> list[Tie]:
    """The soft ties between the amounts of `able`: by entity id, the scale word that each ends with."""
    money = [entity for entity in view.money if entity.id in able]
    if len(money) < 2:
        return []
    pairs = (*_parts(view, money), *_totals(view, money))
    found = [_tie(whole, part, able, _as_part) for whole, part in pairs]
    found += _sums(view, able)
    return found + [_tie(one, other, able, _alike) for one, other in _metrics(view, money)]


def _parts(view: View, money: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Amounts behind 其中 in a sentence, with the last one before it."""
    for found in PARTS.finditer(view.text):
        number = view.sentence_at(found.start())
        place = bisect_left(money, found.start(), key=attrgetter("start"))
        if number < 0 or not place:
            continue
        opens = found.start() <= view.starts[number] + 1
        whole = money[place - 1]
        for part in money[place : place + MOST]:
            if whole.sentence == number - opens and part.sentence == number:
                yield whole, part


def _sums(view: View, able: Mapping[str, str]) -> Iterator[Tie]:
    """Parts that add up to their whole in certain ways alone, as they stand or with some of them put back."""
    for found in balances(view):
        ids = tuple(figure.entity.id if figure.entity else "" for figure in found.figures)
        tie = among(Tie(ids, dict.fromkeys(found.ways, 1.0), exp(-HOLDS)), able)
        if tie and len(set(ids)) == len(ids):
            yield tie


def _totals(view: View, money: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """总收入 with the amounts of other kinds of 收入 behind it in its sentence and the next."""
    for place, whole in enumerate(money):
        total = TOTAL.search(view.text, max(0, whole.start - 12), whole.start)
        if total:
            for part in money[place + 1 : place + 1 + MOST]:
                its = name(view, part)
                if (
                    part.sentence <= whole.sentence + 1
                    and its.endswith(total["of"])
                    and not its.endswith("总" + total["of"])
                ):
                    yield whole, part


def _metrics(view: View, money: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Neighbours among the amounts of one metric."""
    by_metric: dict[str, list[Entity]] = {}
    for entity in money:
        words = METRIC.search(name(view, entity))
        if words:
            by_metric.setdefault(words[0], []).append(entity)
    for same in by_metric.values():
        yield from pairwise(same[:MOST])


def _as_part(apart: float) -> float:
    """The log weight of a whole so many powers of ten above its part."""
    return -ABOVE if apart < 0 else -min(WORST, FURTHER * max(0.0, apart - SMALL))


def _alike(apart: float) -> float:
    """The log weight of two amounts of one metric so many powers of ten apart."""
    return -min(WORST, FURTHER * max(0.0, abs(apart) - APART))


def _tie(one: Entity, other: Entity, able: Mapping[str, str], weigh: Callable[[float], float]) -> Tie:
    sizes = [_size(entity) for entity in (one, other)]
    steps = [STEP if able[entity.id] == "万" else -STEP for entity in (one, other)]
    ways: dict[Ways, float] = {}
    for state in product((False, True), repeat=2):
        first, second = (size + step * was for size, step, was in zip(sizes, steps, state, strict=True))
        ways[state] = exp(weigh(first - second))
    return Tie((one.id, other.id), ways, 0.0)


def _size(entity: Entity) -> float:
    value = entity.value
    return log10(max(float(value.amount or 0), 1.0)) if isinstance(value, MoneyValue) else 0.0
