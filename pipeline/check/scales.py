"""Which scale words the page's table swapped, from its contradictions and from how plausible its amounts are.

The tables considered are pairs of neighbouring scale words, one way or both ways. Each is weighed by
the contradictions it explains and by how well the amounts look when it is undone: a total of
sales of 80万元 is odd, one of 80亿元 is not; nobody writes 0.8万元 for 8000元, or 15000亿元 for 1.5万亿元.
"""

import re
from collections.abc import Iterable, Sequence
from math import exp, log
from typing import NamedTuple

from pipeline.check.claims import Support
from pipeline.check.sizes import FACTORS, doubled, kind_of, plausible
from pipeline.check.view import View
from pipeline.schema import Entity, MoneyValue


class Table(NamedTuple):
    """A hypothesis: scale words as written, with the originals they stand for."""

    name: str
    originals: tuple[tuple[str, str], ...]
    prior: float


NONE = Table("none", (), 0.67)
#: On a spun page. Pairs by a factor of ten need contradictions of their own to count.
TABLES: tuple[Table, ...] = (
    NONE,
    Table("亿↔万", (("万", "亿"), ("亿", "万")), 0.16),
    Table("亿→万", (("万", "亿"),), 0.07),
    Table("万→亿", (("亿", "万"),), 0.05),
    Table("百万→千万", (("千万", "百万"),), 0.012),
    Table("千万→百万", (("百万", "千万"),), 0.012),
    Table("亿→千万", (("千万", "亿"),), 0.008),
    Table("千→万", (("万", "千"),), 0.008),
    Table("万→千", (("千", "万"),), 0.008),
)
NAMES = tuple(hypothesis.name for hypothesis in TABLES)
#: Those that the plausibility of amounts may speak for: a factor of ten is within anybody's range. None of their
#: words ends with another.
PLAUSIBLE = TABLES[1:4]
#: A table catches nearly every use of its words.
RATE = 0.96
#: A contradiction that only a table with this pair explains.
EXPLAINS = 5.0
#: Figures of two scales that agree as they stand: neither was swapped there.
CONFIRMED = -1.5
#: How probable it is that the table has the bare words; and where a count is seen to be swapped.
EVERYWHERE, EVERYWHERE_SEEN = 0.35, 0.95
#: Plausibility is soft evidence: it counts at this share of its face value, and no amount more than this.
SOFT, MOST = 0.5, 2.5


NUMBER = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)?\s*(?:余|多)?(?P<scale>[十百千万亿]+)")


class Written(NamedTuple):
    """An amount as written: digits, scale words, the class of what it measures, and whether 元 follows at once."""

    entity: Entity
    number: str
    scale: str
    kind: str
    yuan: bool


class Scales(NamedTuple):
    """The posterior over tables, and the amounts they speak of.

    `everywhere` is the probability that the table swaps the bare scale words, not only 亿元 and 万元.
    """

    posterior: dict[str, float]
    amounts: tuple[Written, ...]
    everywhere: float

    def swapped(self, amount: Written) -> dict[tuple[str, str], float]:
        """By scale word written last and its original, the probability that the original stood there."""
        chances: dict[tuple[str, str], float] = {}
        for hypothesis in TABLES:
            weight = self.posterior.get(hypothesis.name, 0.0)
            for written, original in hypothesis.originals if weight > 0.001 else ():
                if amount.scale.endswith(written):
                    share = _share(amount, written, original, hypothesis)
                    pair = written, original
                    reach = 1.0 if amount.yuan else self.everywhere
                    chances[pair] = chances.get(pair, 0.0) + weight * share * reach
        return chances


class Weighed(NamedTuple):
    """The amounts of a page, and how much better each table explains them than none (log likelihood ratios).

    `plain` leaves out doubled units, which are contradictions of their own and shall not count twice.
    """

    amounts: tuple[Written, ...]
    gains: dict[str, float]
    plain: dict[str, float]

    @property
    def oddness(self) -> float:
        """What the amounts say for some table being at work, if the page was spun: the tables' mean likelihood."""
        return log(sum(hypothesis.prior * exp(min(self.plain[hypothesis.name], 50.0)) for hypothesis in TABLES))


def weigh(view: View) -> Weighed:
    """Weigh the tables by the page's amounts alone."""
    amounts = tuple(written(view))
    gains, plain = dict.fromkeys(NAMES, 0.0), dict.fromkeys(NAMES, 0.0)
    for hypothesis in PLAUSIBLE:
        each = [(_gain(amount, hypothesis), amount) for amount in amounts if amount.yuan]
        gains[hypothesis.name] = sum(gain for gain, _ in each)
        plain[hypothesis.name] = sum(gain for gain, amount in each if not doubled(amount.scale))
    return Weighed(amounts, gains, plain)


def scale_tables(weighed: Weighed, spun: float, supports: Sequence[Support], kept: Sequence[str]) -> Scales:
    """The posterior over tables, from the amounts, the contradictions and the probability of being spun.

    `kept` are scale words that the figures confirm where they stand.
    """
    explained: dict[tuple[str, str], float] = {}
    for support in supports:
        if support.written in FACTORS:
            key = (support.written, support.original)
            explained[key] = explained.get(key, 0.0) + EXPLAINS * support.confidence
    scores = {}
    for hypothesis in TABLES:
        prior = hypothesis.prior * spun + (1 - spun) * (1.0 if hypothesis is NONE else 0.0003 * hypothesis.prior)
        score = log(prior) + sum(explained.get(pair, 0.0) for pair in hypothesis.originals)
        score += CONFIRMED * sum(word in dict(hypothesis.originals) for word in kept)
        scores[hypothesis.name] = score + weighed.gains[hypothesis.name]
    top = max(scores.values())
    weights = {name: exp(score - top) for name, score in scores.items()}
    total = sum(weights.values())
    bare = any(support.entity is None and support.written in FACTORS for support in supports)
    everywhere = EVERYWHERE_SEEN if bare else EVERYWHERE
    return Scales({name: weight / total for name, weight in weights.items()}, weighed.amounts, everywhere)


def written(view: View) -> Iterable[Written]:
    """The amounts whose number and scale words can be told apart."""
    for entity in view.money:
        value = entity.value
        found = NUMBER.search(entity.text)
        if not isinstance(value, MoneyValue) or value.amount is None or not found or found["scale"].endswith("亿万"):
            continue
        start = max(view.sentence(entity.sentence).start, entity.start - 24)
        words = view.text[start : entity.start]
        yield Written(
            entity,
            (found["number"] or "").replace(",", "").replace("，", ""),
            found["scale"],
            kind_of(words),
            entity.text[found.end() :].startswith("元"),
        )


def _gain(amount: Written, hypothesis: Table) -> float:
    """How much better, or worse, the amount is explained with the table than without one."""
    produced = [original for _, original in hypothesis.originals]
    pair = next((pair for pair in hypothesis.originals if amount.scale.endswith(pair[0])), None)
    if pair is None:
        # A word that the table would have swapped away is still there.
        return log(1 - RATE) * SOFT if amount.scale.endswith(tuple(produced)) else 0.0
    scale, original = pair
    plain = plausible(amount.number, amount.kind, amount.scale)
    undone = plausible(amount.number, amount.kind, amount.scale[: -len(scale)] + original)
    kept_share = 1 - RATE if scale in produced else 1.0
    gain = log(RATE * exp(undone) + kept_share * exp(plain)) - plain
    return max(-MOST, min(MOST, SOFT * gain))


def _share(amount: Written, scale: str, original: str, hypothesis: Table) -> float:
    """P(the original word stood there | table): all but certain where the table swaps both ways."""
    both = scale in [produced for _, produced in hypothesis.originals]
    plain = plausible(amount.number, amount.kind, amount.scale) * (SOFT if both else 1)
    undone = plausible(amount.number, amount.kind, amount.scale[: -len(scale)] + original) * (SOFT if both else 1)
    swapped = RATE * exp(undone)
    return swapped / (swapped + ((1 - RATE) if both else 1.0) * exp(plain))
