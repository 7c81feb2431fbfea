"""Contradictions: what on a page cannot be true as written, and what its author must have written instead.

A check is a small pure function from the document's figures to claims. The claims, with the tell-tale
words of synonym tables, give a profile of the page: whether it was spun, and through which table.
The profile gives `restored` values. What is written is never changed: `restored` stands beside it.
"""

from collections.abc import Mapping

from pipeline.check.contradictions import contradictions
from pipeline.check.contradictions.claims import Check, Claim, Support, by_entity, number
from pipeline.check.reading.view import View
from pipeline.check.restoration.profile import profile, suspicious
from pipeline.check.restoration.report import profile_claim, with_evidence
from pipeline.check.restoration.restore import LEAST, Grounds, Restoration, amounts, beside, directions
from pipeline.check.restoration.telltales import growth_phrases, telltales
from pipeline.draft import Draft, Settings
from pipeline.schema import Finding


def check(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001 - every stage has this form
    """Add `findings`, `entities[].findings` and `value.restored`; everything else stays as it is."""
    view = View(draft)
    claims, judged = contradictions(view)
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
