"""What a check gives: a claim, which becomes a finding once all claims of the page are in order of place."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.draft import Draft
from pipeline.schema import Entity, Finding, FindingKind

Span = tuple[int, int]


class Claim(NamedTuple):
    """A finding without its id.

    `spans` lie in `text`, in order of place, the accused first where there is one; every entity that
    shares a character with one of them gets the finding's id. `message` is one English sentence that quotes the
    Chinese and can be understood without the page. `confidence` is the probability that the page
    is indeed wrong there. `suggestion` is for machines: plain JSON values.
    """

    kind: FindingKind
    spans: tuple[Span, ...]
    message: str
    confidence: float
    suggestion: dict[str, object] | None = None


Check = Callable[[Draft], list[Claim]]


def number(claims: Sequence[Claim]) -> list[Finding]:
    """The claims as findings F1, F2 … in order of place, then of kind and message."""
    ordered = sorted(claims, key=lambda claim: (min(claim.spans, default=(0, 0)), claim.kind, claim.message))
    return [
        Finding(
            id=f"F{position}",
            kind=claim.kind,
            spans=list(claim.spans),
            message=claim.message,
            confidence=round(claim.confidence, 2),
            suggestion=claim.suggestion,
        )
        for position, claim in enumerate(ordered, 1)
    ]


def touching(entity: Entity, findings: Sequence[Finding]) -> list[str]:
    """Ids of the findings one of whose spans shares a character with the entity."""
    return [
        finding.id
        for finding in findings
        if any(start < entity.end and entity.start < end for start, end in finding.spans)
    ]
