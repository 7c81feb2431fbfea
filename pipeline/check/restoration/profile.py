"""The page's profile: how probable it is that the page was spun, and through which table.

All evidence is added as natural logs of likelihood ratios. A page's own contradictions teach the
table: a word that stands where the arithmetic, or the impossible, shows its opposite to belong is
inverted on this page, whatever the word is. What is not learned there starts from a small prior,
which rises with the probability that the page was spun at all.
"""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.view import View
from pipeline.check.restoration.inversions import Inversion, inversions, turned
from pipeline.check.restoration.odds import chance
from pipeline.check.restoration.rates import apart, rate, words_swapped
from pipeline.check.restoration.scales import Scales, scale_tables
from pipeline.check.restoration.telltales import PHRASE_WEIGHT, Hit
from pipeline.check.restoration.written import Written, oddness, written

#: Of pages taken from the web without choice, about one in a hundred is spun.
PRIOR = log(0.01)
#: What one contradiction says for a spun page; each further one of its kind less, since writers err in kind.
WEIGHTS = {"impossible_decrease": 3.0, "nonstandard_unit": 3.5, "arithmetic_conflict": 3.2, "duplicate_fact": 1.0}
#: A contradiction that no substitution explains may be a slip of the pen.
UNEXPLAINED = 0.3
FADE = 0.7
#: Tell-tale words of this weight hardly any editor writes; those below together say no more than this.
STRONG, MILD_IN_ALL = 1.8, 4.0
#: What implausible amounts alone may say: a page of small sums is no crime.
ODD_AMOUNTS = 2.5
#: Above these log odds nothing more is asked.
CERTAIN = 5.0
#: No single source of evidence makes a page's being spun more certain than this.
MOST = 9.0


class Profile(NamedTuple):
    """What is inferred of a page: P(spun), P(inverted) by word of change, and the tables of scale words."""

    spun: float
    inverted: dict[str, Inversion]
    scales: Scales
    amounts: tuple[Written, ...]
    hits: tuple[Hit, ...]
    phrases: tuple[Hit, ...]
    claims: tuple[Claim, ...]


def spun_evidence(hits: Iterable[Hit], claims: Iterable[Claim]) -> float:
    """Log likelihood ratio of the page's being spun."""
    words = {hit.telltale.written: hit.telltale.weight for hit in hits}
    # Tables put many words at once, so many faint ones say more than one strong one. But words that go
    # together in one trade or one style (店家, 帐号, 片断) are no independent witnesses: the faint count
    # half, and all that some writers write do not make a page spun without a word that hardly any writes.
    strong = sum(weight for weight in words.values() if weight >= STRONG)
    mild = sum(weight for weight in words.values() if 1 <= weight < STRONG)
    faint = sum(weight for weight in words.values() if weight < 1)
    seen: dict[str, int] = {}
    contradictions = 0.0
    for claim in claims:
        rank = seen[claim.kind] = seen.get(claim.kind, 0) + 1
        weight = WEIGHTS.get(claim.kind, 0.0) * (1.0 if claim.supports else UNEXPLAINED)
        contradictions += weight * claim.confidence * FADE ** (rank - 1)
    return min(strong + min(mild + faint / 2, MILD_IN_ALL), MOST) + min(contradictions, MOST)


def suspicious(hits: Sequence[Hit]) -> bool:
    """Whether tell-tale words alone, with all that may be added to them, could make a page spun."""
    return bool(hits) and PRIOR + spun_evidence(hits, ()) + ODD_AMOUNTS + PHRASE_WEIGHT > 0


def profile(
    view: View, claims: Sequence[Claim], verdicts: Sequence[Verdict], hits: Sequence[Hit], phrases: Sequence[Hit]
) -> Profile:
    """Infer the table from the page's contradictions, agreements and tell-tale words."""
    amounts = tuple(written(view))
    odds = PRIOR + spun_evidence([*hits, *phrases[:1]], claims)
    if odds < CERTAIN:
        odds += max(0.0, min(ODD_AMOUNTS, oddness(amounts)))
    spun = chance(odds)
    supports = [support for claim in claims for support in claim.supports]
    inverted = inversions(view, spun, supports, verdicts, phrases)
    told = zip(words_swapped(view.text, hits), turned(view, supports, verdicts, phrases), strict=True)
    share = rate(*(sum(counts) for counts in told))
    return Profile(
        spun,
        inverted,
        scale_tables(view, amounts, spun, apart(share), claims, verdicts),
        amounts,
        tuple(hits),
        tuple(phrases),
        tuple(claims),
    )


def confirmed_amounts(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """By entity id, the last scale word of amounts that agree with one of another scale word as they stand."""
    kept: dict[str, str] = {}
    for verdict in verdicts:
        new, old = verdict.pair.new, verdict.pair.old
        if verdict.fitting and verdict.percent and new.scale[-1:] != old.scale[-1:]:
            kept |= {figure.entity.id: figure.scale[-1:] for figure in (new, old) if figure.entity}
    return kept
