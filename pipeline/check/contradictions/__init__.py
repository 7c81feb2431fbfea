"""What on a page cannot be true as written: a check is a small pure function from what it reads to claims.

A room for each kind: `changes` (a stated change against the figures it lies between), `wholes` (parts, shares and
totals), `amounts` (units, ranges, comparisons, proportions), `dates`, `repeats` (one fact told twice), and `names`.
"""

import re
from collections.abc import Iterator

from pipeline.check.contradictions.amounts.comparisons import exceeded, wrong_comparisons
from pipeline.check.contradictions.amounts.proportion import disproportions
from pipeline.check.contradictions.amounts.ranges import reversed_ranges
from pipeline.check.contradictions.amounts.units import PAIRS, nonstandard_units
from pipeline.check.contradictions.changes.falls import impossible_falls
from pipeline.check.contradictions.changes.losses import wrong_losses
from pipeline.check.contradictions.changes.multiples import wrong_multiples
from pipeline.check.contradictions.changes.ranks import wrong_ranks
from pipeline.check.contradictions.changes.stated import stated_changes
from pipeline.check.contradictions.changes.steps import wrong_net_changes, wrong_steps
from pipeline.check.contradictions.changes.verdicts import Verdict, verdicts
from pipeline.check.contradictions.claims import Check, Claim
from pipeline.check.contradictions.dates.calendar import impossible_dates
from pipeline.check.contradictions.dates.durations import (
    BEGUN_WORDS,
    SPAN_WORDS,
    TOOK,
    aged,
    built,
    lasted,
    later,
    lives,
    spans_of_years,
    wrong_days,
)
from pipeline.check.contradictions.names import names
from pipeline.check.contradictions.repeats.retold import retold
from pipeline.check.contradictions.repeats.twice import told_twice
from pipeline.check.contradictions.wholes.balances import wrong_balances
from pipeline.check.contradictions.wholes.lists import wrong_sums
from pipeline.check.contradictions.wholes.portions import wrong_portions
from pipeline.check.contradictions.wholes.products import wrong_products
from pipeline.check.contradictions.wholes.shares import excessive_shares
from pipeline.check.contradictions.wholes.sums import sums, wrong_sectors
from pipeline.check.reading.view import View
from pipeline.check.reading.words import alternation

#: The checks, in no particular order: findings are numbered by place.
CHECKS: tuple[Check, ...] = (
    Check(impossible_falls),
    Check(nonstandard_units, tuple(PAIRS)),
    Check(excessive_shares, ("占", "比重", "份额", "其中")),
    Check(wrong_portions, ("占",)),
    Check(wrong_sectors, ("三次产业",)),
    Check(sums),
    Check(wrong_balances, ("其中", "包括", "资金来源", "计", "相加", "加起来", "之和")),
    Check(wrong_multiples, ("倍", "番")),
    Check(wrong_ranks, ("第",)),
    Check(built, BEGUN_WORDS),
    Check(spans_of_years, SPAN_WORDS),
    Check(lives, ("享年", "终年", "卒年")),
    Check(lasted, TOOK),
    Check(later, ("年后", "年之后", "年以后")),
    Check(aged, ("岁",)),
    Check(wrong_days, ("天",)),
    Check(wrong_comparisons),
    Check(exceeded, ("超额",)),
    Check(wrong_losses, ("亏",)),
    Check(wrong_steps),
    Check(wrong_net_changes),
    Check(wrong_sums, ("分别",)),
    Check(wrong_products),
    Check(disproportions),
    Check(reversed_ranges),
    Check(told_twice),
    Check(retold),
    Check(impossible_dates),
    Check(names),
)
#: All their words.
WORDS = re.compile(alternation(sorted({word for check in CHECKS for word in check.words})))


def contradictions(view: View) -> tuple[list[Claim], list[Verdict]]:
    """All claims of a page, and what its figures say of every stated change, be it right or wrong."""
    judged = verdicts(view)
    return [*stated_changes(view, judged), *_claims(view)], judged


def _claims(view: View) -> Iterator[Claim]:
    """What the checks find that the words of the page give work to."""
    words = set(WORDS.findall(view.text))
    for its in CHECKS:
        if not its.words or not words.isdisjoint(its.words):
            yield from its.find(view)


__all__ = ["Check", "Claim", "contradictions"]
