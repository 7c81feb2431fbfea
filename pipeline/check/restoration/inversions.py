"""Which words of change the page's table turned into their opposite.

A table may turn 增长 into 下降 and leave 下降 alone, or swap the two. In the first case no 增长 should be
left and the falls are a mixture of turned rises and true falls; in the second every fall was a rise and
every rise a fall. A word and its counterpart on the page are weighed together over these cases.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import NamedTuple

from pipeline.check.contradictions.changes.falls import above_whole
from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Support
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGES
from pipeline.check.restoration.context import RISES, metric, rise
from pipeline.check.restoration.odds import logodds
from pipeline.check.restoration.telltales import Hit

#: A word's prior of being touched on a spun page, on one that is not, and beside an inverted word of its sign.
IF_SPUN, ELSE, BESIDE = 0.25, 0.001, 0.35
#: Of tables that touch a pair, so many swap it; of the others, so many turn the rise into a fall.
SWAPS, TO_FALL = 0.3, 0.85
#: A word of rising is hardly ever what a table puts. Unless a contradiction shows that it is, or shows the word it is
#: swapped with to be, the tone of its uses makes it no more probable than this: things do get worse.
UNSHOWN = 0.4
#: And so many swap a word with one that another word is commonly swapped with: 上升 with 下降, which 增长 pairs with.
SWAPS_ASIDE = 0.1
#: What a contradiction at a word says for its inversion, and what agreement with the figures says against it.
AGAINST, AGREES = 4.6, -2.5
#: What a rise says that cannot have been a fall, being of more than the whole.
ONLY_RISES = -4.6
#: What each use of the counterpart says against a one-way table: it would have caught it; and how much all say.
KEPT, KEPT_IN_ALL = -1.0, -4.0
#: What an odd context of a use adds, how much one use can, how much all can; and how much a true fall takes away
#: under a one-way table, which leaves true falls alone.
ODD, ODD_MOST, ODD_IN_ALL, TRUE_FALL = 0.4, 1.2, 4.0, -0.3


#: What is certain enough to learn from how much of the page was turned; and what a use of the original word counts
#: that may itself have been put by a table that swaps both ways.
CERTAIN, LEFT = 0.6, 0.3


class Inversion(NamedTuple):
    """P(the word stands for its opposite), and P(the table swaps both ways | it does)."""

    probability: float
    both_ways: float


class _Evidence(NamedTuple):
    """Of one word: its uses beside percentages, and its log likelihood ratios under one-way and two-way tables."""

    uses: int = 0
    one_way: float = 0.0
    both_ways: float = 0.0

    def add(self, weight: float, *, floor: float = -99.0) -> "_Evidence":
        return _Evidence(self.uses, self.one_way + max(weight, floor), self.both_ways + weight)


def inversions(
    view: View, spun: float, supports: Iterable[Support], verdicts: Iterable[Verdict], phrases: Iterable[Hit]
) -> dict[str, Inversion]:
    """By word of change on the page, whether it is inverted."""
    evidence = _contexts(view)
    for word, found in evidence.items():
        evidence[word] = _Evidence(found.uses, _capped(found.one_way), _capped(found.both_ways))

    def add(word: str, weight: float) -> None:
        evidence[word] = evidence.get(word, _Evidence()).add(weight)

    contradicted: set[str] = set()
    for support in supports:
        if support.written in CHANGES:
            contradicted.add(support.written)
            add(support.written, AGAINST * support.confidence)
    for percent in view.directed:
        if percent.change and percent.change.sign > 0 and above_whole(view, percent):
            add(percent.change.word, ONLY_RISES)
    for phrase in phrases:
        add(phrase.telltale.written, phrase.telltale.weight)
    for verdict in verdicts:
        if verdict.fitting and verdict.change and _telling(view, verdict):
            add(verdict.change.word, AGREES)
    prior = spun * IF_SPUN + (1 - spun) * ELSE
    words = sorted(evidence)
    alone = {word: _weigh(word, evidence, prior) for word in words}
    # A second look: a word beside an inverted one of its sign is suspect.
    again = {
        word: _weigh(word, evidence, suspect) if (suspect := BESIDE * _beside(word, alone)) > prior else its
        for word, its in alone.items()
    }
    shown = {word for word in words if word in contradicted or _mutual(word) in contradicted}
    most = {word: 1.0 if CHANGES[word].sign < 0 or word in shown else UNSHOWN for word in words}
    return {word: Inversion(min(its.probability, most[word]), its.both_ways) for word, its in again.items()}


def turned(
    view: View, supports: Iterable[Support], verdicts: Iterable[Verdict], phrases: Iterable[Hit]
) -> tuple[float, float]:
    """How many changes were certainly turned, and how many certainly left that the same table would have turned."""
    sure = [support for support in supports if support.written in CHANGES and support.confidence >= CERTAIN]
    turns = [support.written for support in sure] + [phrase.telltale.written for phrase in phrases]
    words = frozenset(turns)
    originals = {CHANGES[word].opposite for word in words}
    fitting = {v.percent.entity.id for v in verdicts if v.fitting and v.percent}
    there = {support.entity for support in sure}
    kept = plain = 0
    for percent in view.directed:
        change = percent.change
        if change is None or change.word not in originals or percent.entity.id in there:
            continue
        if percent.entity.id in fitting or (change.sign > 0 and above_whole(view, percent)):
            kept += 1
        elif change.word not in words:
            # Where the original is seen to be turned as well, a use of it tells nothing.
            plain += 1
    return float(len(turns)), kept + LEFT * plain


def _capped(evidence: float) -> float:
    return max(-ODD_IN_ALL, min(ODD_IN_ALL, evidence))


def _contexts(view: View) -> dict[str, _Evidence]:
    """A rise of complaints, a fall of record sales: each use whose context contradicts it counts a little."""
    evidence: dict[str, _Evidence] = {}
    for percent in view.directed:
        if percent.change:
            odds = ODD * (rise(view, percent)[0] - RISES)
            contrary = -odds if percent.change.sign > 0 else odds
            found = evidence.get(percent.change.word, _Evidence())
            found = found.add(max(-ODD_MOST, min(ODD_MOST, contrary)), floor=TRUE_FALL)
            evidence[percent.change.word] = _Evidence(found.uses + 1, found.one_way, found.both_ways)
    return evidence


def _beside(word: str, alone: dict[str, Inversion]) -> float:
    sign = CHANGES[word].sign
    return max(
        (its.probability for other, its in alone.items() if other != word and CHANGES[other].sign == sign), default=0.0
    )


def _mutual(word: str) -> str | None:
    """The word that a table would swap with this one both ways; none if it would be swapped with another."""
    other = CHANGES[word].opposite
    return other if other not in CHANGES or CHANGES[other].opposite == word else None


def _counterpart(word: str, evidence: Mapping[str, _Evidence]) -> tuple[_Evidence, bool]:
    """What the page says of the word that a table would pair with this one, and whether it pairs that with this.

    上升 would be paired with 下降, but 下降 with 增长: a table that swaps 增长 and 下降 leaves 上升 alone, and one that
    puts 下降 for 增长 leaves it be used.
    """
    return evidence.get(CHANGES[word].opposite, _Evidence()), _mutual(word) is not None


def _weigh(word: str, evidence: Mapping[str, _Evidence], prior: float) -> Inversion:
    """The word with its counterpart: neither inverted, this one, the other, or both."""
    own, (other, mutual) = evidence[word], _counterpart(word, evidence)
    to_this = TO_FALL if CHANGES[word].sign < 0 else 1 - TO_FALL
    swaps = SWAPS if mutual else SWAPS_ASIDE
    odds = logodds(prior)
    left_over = max(KEPT_IN_ALL, KEPT * own.uses) if mutual else 0.0
    states = {
        "none": (1.0, 0.0),
        "this": ((1 - swaps) * to_this, odds + own.one_way + max(KEPT_IN_ALL, KEPT * other.uses)),
        "other": ((1 - swaps) * (1 - to_this), odds + other.one_way + left_over),
        "both": (swaps, odds + own.both_ways + other.both_ways),
    }
    top = max(score for _, score in states.values())
    weights = {name: share * exp(max(score - top, -60.0)) for name, (share, score) in states.items()}
    inverted = weights["this"] + weights["both"]
    return Inversion(inverted / sum(weights.values()), weights["both"] / inverted if inverted else 0.0)


def _telling(view: View, verdict: Verdict) -> bool:
    """Whether an agreement speaks against inversion: a true fall of what should fall says little."""
    if verdict.percent is None or verdict.change is None:
        return True
    return not (verdict.change.sign < 0 and metric(view, verdict.percent).kind == "lower")


def inverted_words(found: dict[str, Inversion], least: float) -> Sequence[tuple[str, float]]:
    """The words inverted at least that probably, with the probability."""
    return [(word, its.probability) for word, its in found.items() if its.probability >= least]
