"""Contradictions: what on a page cannot be true as written, and what its author must have written instead.

A check is a small pure function from the document's figures to claims. The claims, with the tell-tale
words of synonym tables, give a profile of the page: whether it was spun, and through which table.
The profile gives `restored` values. What is written is never changed: `restored` stands beside it.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.check.changes import verdicts
from pipeline.check.claims import Check, Claim, Support, by_entity, number
from pipeline.check.comparisons import exceeded, wrong_comparisons
from pipeline.check.dates import impossible_dates
from pipeline.check.duplicates import told_twice
from pipeline.check.durations import BEGUN_WORDS, SPAN_WORDS, TOOK, built, lasted, lives, spans_of_years, wrong_days
from pipeline.check.falls import impossible_falls
from pipeline.check.losses import wrong_losses
from pipeline.check.multiples import wrong_multiples
from pipeline.check.names import names
from pipeline.check.parts import wrong_parts
from pipeline.check.products import wrong_products
from pipeline.check.profile import profile, suspicious
from pipeline.check.proportion import disproportions
from pipeline.check.ranges import reversed_ranges
from pipeline.check.ranks import wrong_ranks
from pipeline.check.report import profile_claim, with_evidence
from pipeline.check.restore import LEAST, Grounds, Restoration, amounts, beside, directions
from pipeline.check.retold import retold
from pipeline.check.shares import excessive_shares
from pipeline.check.stated import stated_changes
from pipeline.check.steps import wrong_steps
from pipeline.check.telltales import growth_phrases, telltales
from pipeline.check.totals import sums, wrong_sectors
from pipeline.check.units import PAIRS, nonstandard_units
from pipeline.check.view import View
from pipeline.check.words import alternation
from pipeline.draft import Draft, Settings
from pipeline.schema import Finding

#: The checks, in no particular order: findings are numbered by place.
CHECKS: tuple[Check, ...] = (
    Check(impossible_falls),
    Check(nonstandard_units, tuple(PAIRS)),
    Check(excessive_shares, ("占", "比重", "份额", "其中")),
    Check(wrong_parts, ("占",)),
    Check(wrong_sectors, ("三次产业",)),
    Check(sums),
    Check(wrong_multiples, ("倍", "番")),
    Check(wrong_ranks, ("第",)),
    Check(built, BEGUN_WORDS),
    Check(spans_of_years, SPAN_WORDS),
    Check(lives, ("享年", "终年", "卒年")),
    Check(lasted, TOOK),
    Check(wrong_days, ("天",)),
    Check(wrong_comparisons),
    Check(exceeded, ("超额",)),
    Check(wrong_losses, ("亏",)),
    Check(wrong_steps),
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


def check(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001 - every stage has this form
    """Add `findings`, `entities[].findings` and `value.restored`; everything else stays as it is."""
    view = View(draft)
    judged = verdicts(view)
    claims = [*stated_changes(view, judged), *_claims(view)]
    hits = telltales(draft.text)
    if not claims and not suspicious(hits):
        return draft
    page = profile(view, claims, judged, hits, growth_phrases(draft.text) if view.directed else ())
    changes, sums_of_money = directions(view, page, judged), amounts(page, judged)
    spun = profile_claim(view, page, changes | sums_of_money)
    if not claims and not spun:
        return draft
    findings = with_evidence(number([*claims, spun] if spun else claims))
    likely = {entity: found for entity, found in changes.items() if found.confidence >= LEAST}
    return _noted(draft, findings, likely | sums_of_money)


def _claims(view: View) -> Iterator[Claim]:
    """What the checks find that the words of the page give work to."""
    words = set(WORDS.findall(view.text))
    for its in CHECKS:
        if not its.words or not words.isdisjoint(its.words):
            yield from its.find(view)


def _noted(draft: Draft, findings: list[tuple[Claim, Finding]], restored: Mapping[str, Restoration]) -> Draft:
    """The document with its findings, and each entity with those that touch it and what they restore."""
    touching = by_entity(draft.entities, [finding for _, finding in findings])
    grounds = Grounds(findings)
    entities = []
    for entity in draft.entities:
        noted: dict[str, object] = {}
        if entity.id in touching:
            noted["findings"] = touching[entity.id]
        because = restored.get(entity.id)
        ids = grounds.of(because) if because else []
        if because and ids:
            noted["findings"] = grounds.ordered({*touching.get(entity.id, ()), *ids})
            noted["value"] = beside(entity.value, because, ids)
        entities.append(entity.model_copy(update=noted) if noted else entity)
    return draft.model_copy(update={"findings": [finding for _, finding in findings], "entities": entities})


__all__ = ["Check", "Claim", "Support", "check"]
