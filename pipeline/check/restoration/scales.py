"""Which scale words the page's table swapped, and of which amounts: from contradictions and from plausible sizes.

The tables considered are pairs of neighbouring scale words, one way or both ways, each applied to some share of the
page. Every amount says how well it can stand as written and how well with its word put back: a total of sales of
80万元 is odd, one of 80亿元 is not; nobody writes 0.8万元 for 8000元, or 15000亿元 for 1.5万亿元. Contradictions at an
amount, and sums that bear it out, say more than any size. All of a page's amounts together weigh the tables and the
shares; what an amount itself says then decides on it, and the less of the page is swapped the more so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.sizes import FACTORS, beyond, doubled, measured, plausible
from pipeline.check.reading.view import View
from pipeline.check.restoration.hints import hints
from pipeline.check.restoration.rates import RATES, Rate
from pipeline.check.restoration.ties import EXPLAINS, OTHER, Knot, knots, ties
from pipeline.schema import Entity, MoneyValue

Pair = tuple[str, str]
#: By scale word written last, how probable it is under a table that it stands as it is, and that it was put there;
#: the second is still to be multiplied by how much better the amount stands with the other word.
Factors = dict[str, tuple[float, float]]
UNTOUCHED: Factors = dict.fromkeys(OTHER, (1.0, 0.0))
#: What a word that the table would have swapped away, had it come there, says by still standing: at this share.
SOFT_KEPT = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """A hypothesis: scale words as written, with the originals they stand for; by share of the page, its factors."""

    name: str
    originals: dict[str, str]
    prior: float
    factors: dict[float, Factors]

    @classmethod
    def of(cls, name: str, originals: dict[str, str], prior: float) -> "Table":
        """A table with its factors."""
        return cls(name, originals, prior, {r: {word: _factors(originals, word, r) for word in OTHER} for r in RATES})


def _factors(originals: Mapping[str, str], word: str, rate: float) -> tuple[float, float]:
    turns = rate if originals.get(word) == OTHER[word] else 0.0
    if word not in originals.values():
        return 1.0, turns
    return (1 - rate if turns else (1 - rate) ** SOFT_KEPT), turns


NONE = Table.of("none", {}, 0.67)
#: On a spun page. Pairs by a factor of ten need contradictions of their own to count.
TABLES: tuple[Table, ...] = (
    NONE,
    Table.of("亿↔万", {"万": "亿", "亿": "万"}, 0.16),
    Table.of("亿→万", {"万": "亿"}, 0.07),
    Table.of("万→亿", {"亿": "万"}, 0.05),
    Table.of("百万→千万", {"千万": "百万"}, 0.012),
    Table.of("千万→百万", {"百万": "千万"}, 0.012),
    Table.of("亿→千万", {"千万": "亿"}, 0.008),
    Table.of("千→万", {"万": "千"}, 0.008),
    Table.of("万→千", {"千": "万"}, 0.008),
)
#: Those that the plausibility of amounts may speak for: a factor of ten is within anybody's range.
PLAUSIBLE = TABLES[1:4]
#: How probable it is that the table has the bare words; and where a count is seen to be swapped.
EVERYWHERE, EVERYWHERE_SEEN = 0.35, 0.95
#: What is left of a restoration of a unit on a page where no contradiction shows that units were swapped.
UNSHOWN = 0.8
#: Plausibility is soft evidence: it counts at this share of its face value, and no amount more than this.
SOFT, MOST = 1.0, 6.0
#: Tables less probable than this restore nothing.
NEGLIGIBLE = 0.004


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


class Scales(NamedTuple):
    """The posterior over tables, and over the shares of the page they were applied to."""

    posterior: dict[str, float]
    rate: Rate
    #: By entity id, by pair of the scale word written last and its original, how probable that original is.
    chances: dict[str, dict[Pair, float]]


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
    halved = [(a.scale[-1], exp(a.odds / 2)) for a in amounts if a.able and a.odds and not doubled(a.scale)]
    mean = NONE.prior
    for hypothesis in PLAUSIBLE:
        mean += (
            hypothesis.prior * sum(exp(min(_alone(halved, hypothesis.factors[r]), 50.0)) for r in RATES) / len(RATES)
        )
    return log(mean / sum(hypothesis.prior for hypothesis in (NONE, *PLAUSIBLE)))


def scale_tables(
    view: View,
    amounts: Sequence[Written],
    spun: float,
    rate: Rate,
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
) -> Scales:
    """The posterior over tables and shares, from the amounts, what ties them, and the probability of being spun."""
    explained: dict[Pair, float] = {}
    bare = False
    for support in (support for claim in claims for support in claim.supports if support.written in FACTORS):
        bare = bare or support.entity is None
        pair = support.written, support.original
        if not support.entity or OTHER.get(support.written) != support.original:
            explained[pair] = explained.get(pair, 0.0) + EXPLAINS * support.confidence
    able = {amount.entity.id: amount for amount in amounts if amount.able}
    words = {id_: amount.scale[-1] for id_, amount in able.items()}
    tied = knots([*ties(claims, verdicts, able), *hints(view, words)])
    together = {id_ for knot in tied for id_ in knot.amounts}
    alone = [(words[id_], amount.likelihood) for id_, amount in able.items() if id_ not in together]

    def gain(factors: Factors) -> float:
        return _alone(alone, factors) + sum(log(_weights(knot, able, factors)[0]) for knot in tied)

    untouched = gain(UNTOUCHED)
    scores: dict[tuple[Table, float], float] = {}
    for hypothesis in TABLES:
        prior = hypothesis.prior * spun + (1 - spun) * (1.0 if hypothesis is NONE else 0.0003 * hypothesis.prior)
        score = log(prior) + sum(explained.get(pair, 0.0) for pair in hypothesis.originals.items())
        for r, its in zip(RATES, rate, strict=True):
            scores[hypothesis, r] = (
                score + log(its) + (gain(hypothesis.factors[r]) if hypothesis in PLAUSIBLE else untouched)
            )
    top = max(scores.values())
    weights = {key: exp(max(score - top, -60.0)) for key, score in scores.items()}
    total = sum(weights.values())
    joint = {key: weight / total for key, weight in weights.items()}
    chances: dict[str, dict[Pair, float]] = {amount.entity.id: {} for amount in amounts}
    for (hypothesis, r), weight in joint.items():
        if weight > NEGLIGIBLE and hypothesis is not NONE:
            known = _known(tied, able, hypothesis.factors[r]) if hypothesis in PLAUSIBLE else {}
            for amount in amounts:
                _add(chances[amount.entity.id], amount, hypothesis, r, weight, known)
    if not any(support.written in FACTORS for claim in claims for support in claim.supports):
        # Nothing on the page shows that units were swapped; how large amounts look is all there is.
        chances = {id_: {pair: UNSHOWN * chance for pair, chance in its.items()} for id_, its in chances.items()}
    everywhere = EVERYWHERE_SEEN if bare else EVERYWHERE
    for amount in amounts:
        if not amount.yuan:
            its_own = chances[amount.entity.id]
            chances[amount.entity.id] = {pair: everywhere * chance for pair, chance in its_own.items()}
    return Scales(
        {hypothesis.name: sum(joint[hypothesis, r] for r in RATES) for hypothesis in TABLES},
        tuple(sum(joint[hypothesis, r] for hypothesis in TABLES) for r in RATES),
        chances,
    )


def _alone(amounts: Sequence[tuple[str, float]], factors: Factors) -> float:
    """The log likelihood of amounts that nothing ties, by their last scale words and likelihood ratios."""
    gain = 0.0
    for word, likelihood in amounts:
        stays, turns = factors[word]
        gain += log(stays + turns * likelihood)
    return gain


def _weights(knot: Knot, able: Mapping[str, Written], factors: Factors) -> tuple[float, list[float]]:
    """The weight of all ways in which tied amounts may have been swapped, and of those in which each was."""
    stay, turned = 1.0, []
    for id_ in knot.amounts:
        amount = able[id_]
        stays, turns = factors[amount.scale[-1]]
        stay *= stays
        turned.append(turns * amount.likelihood / stays)
    return knot.weigh(stay, turned)


def _known(tied: Sequence[Knot], able: Mapping[str, Written], factors: Factors) -> dict[str, float]:
    """By id, the probability that an amount that is tied to others was swapped."""
    known: dict[str, float] = {}
    for knot in tied:
        whole, each = _weights(knot, able, factors)
        known |= {id_: its / whole for id_, its in zip(knot.amounts, each, strict=True)}
    return known


def _add(
    chances: dict[Pair, float], amount: Written, table: Table, rate: float, weight: float, known: Mapping[str, float]
) -> None:
    """What a table, applied to a share of the page, adds to the probability that an amount had another word."""
    pair = next((pair for pair in table.originals.items() if amount.scale.endswith(pair[0])), None)
    if pair is None:
        return
    share = known.get(amount.entity.id)
    if share is None:
        turned = rate * (amount.likelihood if OTHER.get(pair[0]) == pair[1] else 1.0)
        share = turned / (turned + (1 - rate if pair[0] in table.originals.values() else 1.0))
    chances[pair] = chances.get(pair, 0.0) + weight * share
