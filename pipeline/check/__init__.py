"""Contradictions: what on a page cannot be true as written, and what its author must have written instead.

A check is a small pure function from the document to claims. What is written is never changed:
`restored` stands beside it.
"""

from pipeline.check.claims import Check, Claim, number, touching
from pipeline.draft import Draft, Settings

#: The checks, in no particular order: findings are numbered by place.
CHECKS: tuple[Check, ...] = ()


def check(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001  (every stage takes the settings)
    """Add `findings`, `entities[].findings` and `value.restored`; everything else stays as it is."""
    findings = number([claim for run in CHECKS for claim in run(draft)])
    if not findings:
        return draft
    entities = [
        entity.model_copy(update={"findings": ids}) if (ids := touching(entity, findings)) else entity
        for entity in draft.entities
    ]
    return draft.model_copy(update={"findings": findings, "entities": entities})


__all__ = ["Check", "Claim", "check"]
