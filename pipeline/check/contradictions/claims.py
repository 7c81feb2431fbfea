"""What a check gives: a claim, which becomes a finding once all claims of the page are in order of place."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pipeline.check.reading.figures import Figure
from pipeline.check.reading.view import View
from pipeline.schema import Entity, Finding, FindingKind

Span = tuple[int, int]


class Support(NamedTuple):
    """What a contradiction says about the words of one value: `written` stands where `original` belongs.

    Words of change (下降, 增长) or scale words (万, 亿); `entity` is the id of the value, null where the
    words belong to no entity. `confidence` is the probability that the value had the original word,
    before anything else on the page is considered. Supports of one claim with the same `reading` are swapped
    together, those of different ones in place of one another.
    """

    entity: str | None
    written: str
    original: str
    confidence: float
    reading: int = 0


class Claim(NamedTuple):
    """A finding without its id.

    `spans` lie in `text`, sorted; every entity that shares a character with one of them gets the
    finding's id. `message` is English that quotes the Chinese and can be understood without the page.
    `confidence` is the probability that the page is indeed wrong there. `suggestion` is for
    machines: plain JSON values. `supports` says which substitutions would explain it, and is not output; nor is
    `tied`, whether what it says of amounts together is told elsewhere: by a verdict, or a balance.
    """

    kind: FindingKind
    spans: tuple[Span, ...]
    message: str
    confidence: float
    suggestion: dict[str, object] | None = None
    supports: tuple[Support, ...] = ()
    tied: bool = False


def turned(*, rise: bool) -> dict[str, object]:
    """The suggestion that a stated rise, or fall, is the opposite."""
    written, value = ("increase", "decrease") if rise else ("decrease", "increase")
    return {"field": "direction", "written": written, "value": value}


def quoted(
    view: View,
    figures: Sequence[Figure],
    explained: str,
    confidence: float,
    suggestion: dict[str, object],
    supports: tuple[Support, ...] = (),
) -> Claim:
    """The claim of figures in order that do not go together, quoted from the first to the last."""
    words = view.text[figures[0].start : figures[-1].end]
    spans = tuple((figure.start, figure.end) for figure in figures)
    return Claim("arithmetic_conflict", spans, f"“{words}”: {explained}", confidence, suggestion, supports)


class Check(NamedTuple):
    """A check: a pure function from the figures of a page to claims.

    `words`: where none of them stands on the page there is nothing to check; empty for checks that look at every
    page. One scan of the page looks for the words of all.
    """

    find: Callable[[View], Iterable[Claim]]
    words: tuple[str, ...] = ()


def number(claims: Sequence[Claim]) -> list[tuple[Claim, Finding]]:
    """The claims with their findings F1, F2 … in order of place, then of kind and message."""
    ordered = sorted(claims, key=lambda claim: (min(claim.spans, default=(0, 0)), claim.kind, claim.message))
    return [
        (
            claim,
            Finding(
                id=f"F{position}",
                kind=claim.kind,
                spans=list(claim.spans),
                message=claim.message,
                confidence=round(claim.confidence, 2),
                suggestion=claim.suggestion,
            ),
        )
        for position, claim in enumerate(ordered, 1)
    ]


def by_entity(entities: Sequence[Entity], findings: Sequence[Finding]) -> dict[str, list[str]]:
    """By entity id, the ids of the findings one of whose spans shares a character with the entity.

    Entities are sorted and disjoint, so each span is placed by bisection.
    """
    ends = [entity.end for entity in entities]
    touching: dict[str, list[str]] = {}
    for finding in findings:
        for start, end in finding.spans:
            place = bisect_right(ends, start)
            while place < len(entities) and entities[place].start < end:
                ids = touching.setdefault(entities[place].id, [])
                if finding.id not in ids[-1:]:
                    ids.append(finding.id)
                place += 1
    return touching
