"""The amounts of a page as they are written, and how well each could stand with its scale word put back."""

import re
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from pipeline.check.reading.sizes import beyond, doubled, measured, plausible
from pipeline.check.reading.view import View
from pipeline.check.restoration.rates import RATES
from pipeline.check.restoration.tables import NONE, PLAUSIBLE, alone
from pipeline.check.restoration.ties import OTHER
from pipeline.schema import Entity, MoneyValue

#: Plausibility is soft evidence: it counts at this share of its face value, and no amount more than this.
SOFT, MOST = 1.0, 6.0


NUMBER = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)?\s*(?:余|多)?(?P<scale>[十百千万亿]+)")


class Written(NamedTuple):
    """An amount as written: digits, scale words, the class of what it measures, and whether 元 follows at once.

    `odds` is the log likelihood ratio of its having been written with the other of 万 and 亿, by how plausible both
    are; null where it ends in neither. `likelihood` is the ratio itself.
    """

    entity: Entity
    number: str
    scale: str
    kind: str
    yuan: bool
    odds: float | None
    likelihood: float

    @property
    def able(self) -> bool:
        """Whether a table that exchanges 亿元 and 万元 would have touched it."""
        return self.yuan and self.odds is not None


def written(view: View) -> Iterator[Written]:
    """The amounts whose number and scale words can be told apart."""
    for entity in view.money:
        value = entity.value
        found = NUMBER.search(entity.text)
        if not isinstance(value, MoneyValue) or value.amount is None or not found or found["scale"].endswith("亿万"):
            continue
        kind, scope = measured(view, entity)
        number, scale = (found["number"] or "").replace(",", "").replace("，", ""), found["scale"]
        odds = None
        if scale[-1] in OTHER and not (doubled(scale) and beyond(number, kind, scale[:-1] + OTHER[scale[-1]], scope)):
            undone = plausible(number, kind, scale[:-1] + OTHER[scale[-1]], scope)
            odds = max(-MOST, min(MOST, SOFT * (undone - plausible(number, kind, scale, scope))))
        yuan = entity.text.startswith("元", found.end())
        yield Written(entity, number, scale, kind, yuan, odds, exp(odds or 0.0))


def oddness(amounts: Sequence[Written]) -> float:
    """What the amounts say for some table being at work, if the page was spun: the tables' mean likelihood.

    Doubled units are contradictions of their own and do not count twice. Whether a page was spun at all is not for
    sizes to decide: here they count half.
    """
    halved: dict[str, list[float]] = {}
    for amount in amounts:
        if amount.able and amount.odds and not doubled(amount.scale):
            halved.setdefault(amount.scale[-1], []).append(exp(amount.odds / 2))
    mean = NONE.prior
    for hypothesis in PLAUSIBLE:
        mean += hypothesis.prior * sum(exp(min(alone(halved, hypothesis.factors[r]), 50.0)) for r in RATES) / len(RATES)
    return log(mean / sum(hypothesis.prior for hypothesis in (NONE, *PLAUSIBLE)))
