"""The profile as a finding: whether the page was spun, through which table, and what says so."""

from pipeline.check.claims import Claim
from pipeline.check.inversions import inverted_words
from pipeline.check.profile import Profile
from pipeline.check.scales import TABLES
from pipeline.check.telltales import Hit
from pipeline.check.words import CHANGES

#: Below this a page is not called spun.
SPUN = 0.5
#: Substitutions less probable than this are not listed as part of the table.
LISTED = 0.5
#: So many tell-tale words are quoted in the message; all are in the suggestion.
QUOTED = 5


def profile_claim(page: Profile) -> Claim | None:
    """The `spin_profile` claim, for pages that were probably spun."""
    if page.spun < SPUN:
        return None
    hits = [*page.hits, *page.phrases]
    spans = sorted({(hit.start, hit.end) for hit in hits} | {span for claim in page.claims for span in claim.spans})
    substitutions = table(page)
    words = tell_tales(page.hits)
    told = "、".join(f"{word['written']} (for {word['original']})" for word in words[:QUOTED])
    swapped = ", ".join(f"{row['written']} for {row['original']}" for row in substitutions)
    message = f"This page was probably put through a substitution table (probability {page.spun:.2f})"
    message += f"; it writes {swapped}" if swapped else ""
    message += f"; tell-tale words: {told}" if told else ""
    return Claim(
        kind="spin_profile",
        spans=tuple(spans),
        message=message + ".",
        confidence=page.spun,
        suggestion={"probability": round(page.spun, 2), "table": substitutions, "tell_tales": words},
    )


def table(page: Profile) -> list[dict[str, object]]:
    """The substitutions that the page's contradictions support, the surest first."""
    rows: dict[tuple[str, str], float] = {
        (word, CHANGES[word].opposite): p for word, p in inverted_words(page.inverted, LISTED)
    }
    for pair, p in pairs(page).items():
        if p >= LISTED:
            rows[pair] = p
    return [
        {"written": written, "original": original, "confidence": round(min(p, 0.99), 2)}
        for (written, original), p in sorted(rows.items(), key=lambda row: (-row[1], row[0]))
    ]


def pairs(page: Profile) -> dict[tuple[str, str], float]:
    """By pair of scale words, written and original, the probability that the page's table holds it."""
    marginal: dict[tuple[str, str], float] = {}
    for hypothesis in TABLES:
        for pair in hypothesis.originals:
            marginal[pair] = marginal.get(pair, 0.0) + page.scales.posterior.get(hypothesis.name, 0.0)
    return marginal


def tell_tales(hits: tuple[Hit, ...]) -> list[dict[str, object]]:
    """The tell-tale words of the page with the words they stand for, the most telling first."""
    counted: dict[str, list[Hit]] = {}
    for hit in hits:
        counted.setdefault(hit.telltale.written, []).append(hit)
    rows = sorted(counted.values(), key=lambda same: (-same[0].telltale.weight, same[0].telltale.written))
    return [
        {"written": same[0].telltale.written, "original": same[0].telltale.original, "count": len(same)}
        for same in rows
    ]
