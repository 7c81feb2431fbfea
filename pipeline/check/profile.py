"""The page's profile: how probable it is that the page was spun, and through which table.

All evidence is added as natural logs of likelihood ratios. A page's own contradictions teach the
table: a word that stands where the arithmetic, or the impossible, shows its opposite to belong is
inverted on this page, whatever the word is. What is not learned there starts from a small prior,
which rises with the probability that the page was spun at all.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import exp, log
from typing import NamedTuple

from pipeline.check.changes import Verdict
from pipeline.check.claims import Claim, Support
from pipeline.check.figures import View
from pipeline.check.scales import Scales, scale_tables
from pipeline.check.telltales import Hit
from pipeline.check.words import CHANGES, metric_is

#: Of pages taken from the web without choice, about one in a hundred is spun.
PRIOR = log(0.01)
#: What one contradiction says for a spun page; each further one of its kind less, since writers err in kind.
WEIGHTS = {"impossible_decrease": 3.0, "nonstandard_unit": 3.5, "arithmetic_conflict": 2.0, "duplicate_fact": 0.5}
FADE = 0.7
#: No single source of evidence makes a page's being spun more certain than this.
MOST = 9.0
#: A word's prior of being inverted on a spun page, on one that is not, and beside an inverted word of its sign.
INVERTED_IF_SPUN, INVERTED_ELSE, INVERTED_BESIDE = 0.2, 0.001, 0.35
#: A table that swaps 增长 for 下降 swaps back as well in about this share of cases.
BOTH_WAYS = 0.2
#: What a contradiction at a word says for its inversion, and what agreement with the figures says against it.
AGAINST, AGREES = 4.6, -2.5
#: What each use of the opposite word beside a percentage says against the inversion: the table would have caught it.
OPPOSITE_KEPT, MOST_KEPT = -0.7, -2.8


class Profile(NamedTuple):
    """What is inferred of a page: P(spun), P(inverted) by word of change, and the tables of scale words."""

    spun: float
    inverted: dict[str, float]
    scales: Scales
    hits: tuple[Hit, ...]
    phrases: tuple[Hit, ...]
    claims: tuple[Claim, ...]


def chance(logodds: float) -> float:
    """The probability with these log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logodds))))


def logodds(probability: float) -> float:
    """The log odds of a probability, kept finite."""
    kept = min(max(probability, 1e-9), 1 - 1e-9)
    return log(kept / (1 - kept))


def spun_evidence(hits: Iterable[Hit], claims: Iterable[Claim]) -> float:
    """Log likelihood ratio of the page's being spun."""
    words = {hit.telltale.written: hit.telltale.weight for hit in hits}
    # Tables put many words at once, so many faint ones say more than one strong one; but words that
    # go together in one trade (店家, 帐号) are no independent witnesses: the faint count half.
    strong = sum(weight for weight in words.values() if weight >= 1)
    faint = sum(weight for weight in words.values() if weight < 1)
    seen: dict[str, int] = {}
    contradictions = 0.0
    for claim in claims:
        rank = seen[claim.kind] = seen.get(claim.kind, 0) + 1
        contradictions += WEIGHTS.get(claim.kind, 0.0) * claim.confidence * FADE ** (rank - 1)
    return min(strong + faint / 2, MOST) + min(contradictions, MOST)


def profile(
    view: View, claims: Sequence[Claim], verdicts: Sequence[Verdict], hits: Sequence[Hit], phrases: Sequence[Hit]
) -> Profile:
    """Infer the table from the page's contradictions, agreements and tell-tale words."""
    spun = chance(PRIOR + spun_evidence([*hits, *phrases[:1]], claims))
    supports = [support for claim in claims for support in claim.supports]
    inverted = _Inversions(view, spun, supports, verdicts, phrases).by_word
    return Profile(
        spun,
        inverted,
        scale_tables(view, spun, supports, kept_scales(verdicts)),
        tuple(hits),
        tuple(phrases),
        tuple(claims),
    )


class _Inversions:
    """P(inverted) of every word of change that stands beside a percentage."""

    def __init__(
        self,
        view: View,
        spun: float,
        supports: Sequence[Support],
        verdicts: Sequence[Verdict],
        phrases: Sequence[Hit],
    ) -> None:
        self.spun = spun
        self.uses: dict[str, int] = {}
        for percent in view.directed:
            if percent.change:
                self.uses[percent.change.word] = self.uses.get(percent.change.word, 0) + 1
        self.evidence: dict[str, float] = {}
        for support in supports:
            if support.written in CHANGES:
                self._add(support.written, AGAINST * support.confidence)
        for phrase in phrases:
            self._add(phrase.telltale.written, phrase.telltale.weight)
        for verdict in verdicts:
            if verdict.fitting and verdict.change and _telling(view, verdict):
                self._add(verdict.change.word, AGREES)

    def _add(self, word: str, weight: float) -> None:
        self.evidence[word] = self.evidence.get(word, 0.0) + weight

    @cached_property
    def by_word(self) -> dict[str, float]:
        words = sorted({*self.uses, *self.evidence})
        alone = {word: self._alone(word) for word in words}
        # A second look: a word beside an inverted one of its sign, or opposite to one, is suspect.
        return {word: self._together(word, alone) for word in words}

    def _prior(self) -> float:
        return self.spun * INVERTED_IF_SPUN + (1 - self.spun) * INVERTED_ELSE

    def _own(self, word: str) -> float:
        kept = sum(
            count
            for other, count in self.uses.items()
            if CHANGES[other].sign != CHANGES[word].sign
            and (other == CHANGES[word].opposite or CHANGES[other].opposite == word)
        )
        return self.evidence.get(word, 0.0) + max(MOST_KEPT, OPPOSITE_KEPT * kept)

    def _alone(self, word: str) -> float:
        return chance(logodds(self._prior()) + self._own(word))

    def _together(self, word: str, alone: dict[str, float]) -> float:
        sign = CHANGES[word].sign
        beside = max((p for other, p in alone.items() if other != word and CHANGES[other].sign == sign), default=0.0)
        against = max(
            (
                p
                for other, p in alone.items()
                if CHANGES[other].sign != sign and (CHANGES[word].opposite == other or CHANGES[other].opposite == word)
            ),
            default=0.0,
        )
        prior = self._prior()
        prior = max(prior, beside * INVERTED_BESIDE, against * BOTH_WAYS)
        return chance(logodds(prior) + self._own(word))


def confirmed_amounts(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """By entity id, the last scale word of amounts that agree with one of another scale word as they stand."""
    kept: dict[str, str] = {}
    for verdict in verdicts:
        new, old = verdict.pair.new, verdict.pair.old
        if verdict.fitting and verdict.percent and new.scale[-1:] != old.scale[-1:]:
            kept |= {figure.entity.id: figure.scale[-1:] for figure in (new, old) if figure.entity}
    return kept


def kept_scales(verdicts: Sequence[Verdict]) -> list[str]:
    """The scale words of those amounts."""
    return list(confirmed_amounts(verdicts).values())


def _telling(view: View, verdict: Verdict) -> bool:
    """Whether an agreement speaks against inversion: a true fall of what should fall says little."""
    if verdict.percent is None or verdict.change is None:
        return True
    entity = verdict.percent.entity
    start = view.clause_start(entity.start, view.sentence(entity.sentence).start)
    words = (verdict.percent.value.metric or "") + view.text[start : entity.start]
    return not (verdict.change.sign < 0 and metric_is("lower", words))
