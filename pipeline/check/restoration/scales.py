"""Which scale words the page's table swapped, and of which amounts: from contradictions and from plausible sizes.

Every amount says how well it can stand as written and how well with its word put back: a total of sales of
80万元 is odd, one of 80亿元 is not; nobody writes 0.8万元 for 8000元, or 15000亿元 for 1.5万亿元. Contradictions at an
amount, and sums that bear it out, say more than any size. All of a page's amounts together weigh the tables and the
shares; what an amount itself says then decides on it, and the less of the page is swapped the more so.
"""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.sizes import FACTORS
from pipeline.check.reading.view import View
from pipeline.check.restoration.hints import hints
from pipeline.check.restoration.rates import RATES, Rate
from pipeline.check.restoration.tables import NONE, PLAUSIBLE, TABLES, UNTOUCHED, Factors, Pair, Table, alone
from pipeline.check.restoration.ties import EXPLAINS, OTHER, Knot, knots, ties
from pipeline.check.restoration.written import Written

#: How probable it is that the table has the bare words; and where a count is seen to be swapped.
EVERYWHERE, EVERYWHERE_SEEN = 0.35, 0.95
#: What is left of a restoration of a unit on a page where no contradiction shows that units were swapped.
UNSHOWN = 0.8
#: Amounts that are tied are of one kind, so their sizes are no independent witnesses: those of so many count for as
#: many as this power of their number.
TOGETHER = 0.4
#: Tables less probable than this restore nothing.
NEGLIGIBLE = 0.004

Chances = dict[str, dict[Pair, float]]


class Scales(NamedTuple):
    """The posterior over tables, and over the shares of the page they were applied to."""

    posterior: dict[str, float]
    rate: Rate
    #: By entity id, by pair of the scale word written last and its original, how probable that original is.
    chances: Chances


class _Bound(NamedTuple):
    """A knot with what its amounts say: the scale word each ends with, and its likelihood ratio."""

    knot: Knot
    said: tuple[tuple[str, float], ...]

    def weigh(self, factors: Factors) -> tuple[float, list[float]]:
        """The weight of all ways in which the amounts may have been swapped, and of those in which each was."""
        stay, turned = 1.0, []
        for word, likelihood in self.said:
            stays, turns = factors[word]
            stay *= stays
            turned.append(turns * likelihood / stays)
        return self.knot.weigh(stay, turned)


def scale_tables(
    view: View,
    amounts: Sequence[Written],
    spun: float,
    rate: Rate,
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
) -> Scales:
    """The posterior over tables and shares, from the amounts, what ties them, and the probability of being spun."""
    supports = [support for claim in claims for support in claim.supports if support.written in FACTORS]
    able = {amount.entity.id: amount for amount in amounts if amount.able}
    tied, untied = _tied(view, able, claims, verdicts), dict[str, list[float]]()
    together = {id_ for bound in tied for id_ in bound.knot.amounts}
    for id_, amount in able.items():
        if id_ not in together:
            untied.setdefault(amount.scale[-1], []).append(amount.likelihood)
    joint = _joint(tied, untied, spun, rate, _explained(supports))
    chances = _chances(amounts, tied, joint)
    # Where nothing on the page shows that units were swapped, how large amounts look is all there is.
    shown = 1.0 if supports else UNSHOWN
    bare = EVERYWHERE_SEEN if any(support.entity is None for support in supports) else EVERYWHERE
    for amount in amounts:
        share = shown if amount.yuan else shown * bare
        chances[amount.entity.id] = {pair: share * chance for pair, chance in chances[amount.entity.id].items()}
    return Scales(
        {table.name: sum(weights) for table, weights in joint.items()},
        tuple(map(sum, zip(*joint.values(), strict=True))),
        chances,
    )


def _explained(supports: Sequence[Support]) -> dict[Pair, float]:
    """What contradictions say for a pair that are at no amount a table of 万 and 亿 could have swapped."""
    explained: dict[Pair, float] = {}
    for support in supports:
        pair = support.written, support.original
        if not support.entity or OTHER.get(support.written) != support.original:
            explained[pair] = explained.get(pair, 0.0) + EXPLAINS * support.confidence
    return explained


def _tied(
    view: View, able: Mapping[str, Written], claims: Sequence[Claim], verdicts: Sequence[Verdict]
) -> list[_Bound]:
    """The knots of the amounts that a table could have swapped."""
    words = {id_: amount.scale[-1] for id_, amount in able.items()}
    bound = []
    for knot in knots([*ties(claims, verdicts, able), *hints(view, words)]):
        share = len(knot.amounts) ** -TOGETHER
        bound.append(_Bound(knot, tuple([(words[id_], able[id_].likelihood ** share) for id_ in knot.amounts])))
    return bound


def _joint(
    tied: Sequence[_Bound],
    untied: Mapping[str, Sequence[float]],
    spun: float,
    rate: Rate,
    explained: Mapping[Pair, float],
) -> dict[Table, tuple[float, ...]]:
    """By table the probabilities of it with each of the shares."""

    def gain(factors: Factors) -> float:
        return alone(untied, factors) + sum([log(bound.weigh(factors)[0]) for bound in tied])

    untouched, shares = gain(UNTOUCHED), [log(its) for its in rate]
    scores: dict[Table, list[float]] = {}
    for table in TABLES:
        prior = table.prior * spun + (1 - spun) * (1.0 if table is NONE else 0.0003 * table.prior)
        score = log(prior) + sum([explained.get(pair, 0.0) for pair in table.originals.items()])
        gains = [gain(table.factors[r]) for r in RATES] if table in PLAUSIBLE else [untouched] * len(RATES)
        scores[table] = [score + share + its for share, its in zip(shares, gains, strict=True)]
    top = max(map(max, scores.values()))
    weights = {table: [exp(max(score - top, -60.0)) for score in its] for table, its in scores.items()}
    total = sum(map(sum, weights.values()))
    return {table: tuple([weight / total for weight in its]) for table, its in weights.items()}


def _chances(amounts: Sequence[Written], tied: Sequence[_Bound], joint: Mapping[Table, Sequence[float]]) -> Chances:
    """By entity id and pair, how probable it is that the amount had the other word, under all tables together."""
    chances: Chances = {amount.entity.id: {} for amount in amounts}
    for table, weights in joint.items():
        if table is NONE or max(weights) <= NEGLIGIBLE:
            continue
        touched = [
            (amount, pair) for pair in table.originals.items() for amount in amounts if amount.scale.endswith(pair[0])
        ]
        for r, weight in zip(RATES, weights, strict=True):
            if weight > NEGLIGIBLE:
                known = _known(tied, table.factors[r]) if table in PLAUSIBLE else {}
                for amount, pair in touched:
                    share = known.get(amount.entity.id)
                    if share is None:
                        turned = r * (amount.likelihood if OTHER.get(pair[0]) == pair[1] else 1.0)
                        share = turned / (turned + (1 - r if pair[0] in table.originals.values() else 1.0))
                    its = chances[amount.entity.id]
                    its[pair] = its.get(pair, 0.0) + weight * share
    return chances


def _known(tied: Sequence[_Bound], factors: Factors) -> dict[str, float]:
    """By id, the probability that an amount that is tied to others was swapped."""
    known: dict[str, float] = {}
    for bound in tied:
        whole, each = bound.weigh(factors)
        known |= {id_: its / whole for id_, its in zip(bound.knot.amounts, each, strict=True)}
    return known
