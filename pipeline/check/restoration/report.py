"""The profile as a finding: whether the page was spun, through which table, and what says so."""

import re
from collections.abc import Mapping, Sequence

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGES
from pipeline.check.restoration.inversions import inverted_words
from pipeline.check.restoration.profile import Profile
from pipeline.check.restoration.restore import Restoration
from pipeline.check.restoration.tables import TABLES
from pipeline.check.restoration.telltales import Hit
from pipeline.schema import Finding

#: Below this a page is not called spun.
SPUN = 0.5
#: Substitutions less probable than this are not listed as part of the table.
LISTED = 0.5
#: So many tell-tale words are quoted in the message; all are in the suggestion.
QUOTED = 5
#: So many findings are named for a row of the table.
NAMED = 8
#: A whole year has no period just before it to be compared with: 环比 there was 同比.
WHOLE_YEAR = re.compile(r"全年|年度|过去一年|(?:19|20)\d\d年(?!\d|末|底|初|上半|下半|前|第?[一二三四1-4]季)")
MONTH = re.compile(r"月|季度|半年|周|日至")
MISTAKEN_BASIS = 0.6


def profile_claim(view: View, page: Profile, weighed: Mapping[str, Restoration]) -> Claim | None:
    """The `spin_profile` claim, for pages that were probably spun.

    Its suggestion holds the probability, the table, the tell-tale words, and for every value that a
    row of the table touches how probable its original is and why: also where that is improbable.
    """
    if page.spun < SPUN:
        return None
    hits = [*page.hits, *page.phrases]
    spans = sorted({(hit.start, hit.end) for hit in hits} | {span for claim in page.claims for span in claim.spans})
    rows = table(view, page)
    words = tell_tales(page.hits)
    told = "、".join(f"{word['written']} (for {word['original']})" for word in words[:QUOTED])
    swapped = ", ".join(f"{row['written']} for {row['original']}" for row in rows)
    message = f"This page was probably put through a substitution table (probability {page.spun:.2f})"
    message += f"; it writes {swapped}" if swapped else ""
    message += f"; tell-tale words: {told}" if told else ""
    suggestion: dict[str, object] = {"probability": round(page.spun, 2), "table": rows, "tell_tales": words}
    suggestion["values"] = _values(rows, weighed)
    return Claim("spin_profile", tuple(spans), message + ".", page.spun, suggestion)


def table(view: View, page: Profile) -> list[dict[str, object]]:
    """The substitutions that the page's contradictions support, the surest first."""
    rows: dict[tuple[str, str], float] = {
        (word, CHANGES[word].opposite): p for word, p in inverted_words(page.inverted, LISTED)
    }
    rows |= {pair: p for pair, p in scale_pairs(page).items() if p >= LISTED}
    basis = _mistaken_basis(view) * page.spun
    if basis >= LISTED:
        rows["环比", "同比"] = basis
    return [
        {"written": written, "original": original, "confidence": round(min(p, 0.99), 2)}
        for (written, original), p in sorted(rows.items(), key=lambda row: (-row[1], row[0]))
    ]


def scale_pairs(page: Profile) -> dict[tuple[str, str], float]:
    """By pair of scale words, written and original, the probability that the page's table holds it."""
    marginal: dict[tuple[str, str], float] = {}
    for hypothesis in TABLES:
        for pair in hypothesis.originals.items():
            marginal[pair] = marginal.get(pair, 0.0) + page.scales.posterior.get(hypothesis.name, 0.0)
    return marginal


def _mistaken_basis(view: View) -> float:
    """How probable it is that 环比 stands for 同比: it is said of whole years, and 同比 is said nowhere."""
    if any(percent.value.basis == "yoy" for percent in view.percents):
        return 0.0
    missed = 1.0
    for percent in view.percents:
        if percent.value.basis == "mom":
            start = view.sentence(percent.entity.sentence).start
            # The sentence before is often the one that names the year.
            words = view.text[max(0, start - 40) : percent.entity.start]
            if WHOLE_YEAR.search(words) and not MONTH.search(words):
                missed *= 1 - MISTAKEN_BASIS
    return 1 - missed


def _values(rows: Sequence[Mapping[str, object]], weighed: Mapping[str, Restoration]) -> list[dict[str, object]]:
    """The values that the table touches, with the probability of their original and the reasons."""
    listed = {(row["written"], row["original"]) for row in rows}
    return [
        {
            "entity": entity,
            "written": found.pair[0],
            "original": found.pair[1],
            "confidence": round(found.confidence, 2),
            "because": list(found.reasons),
        }
        for entity, found in sorted(weighed.items(), key=lambda item: int(item[0].removeprefix("E")))
        if found.pair in listed
    ]


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


def with_evidence(findings: Sequence[tuple[Claim, Finding]]) -> list[tuple[Claim, Finding]]:
    """The findings, where the profile's table says which of the others show each of its rows."""
    shows: dict[tuple[str, str], list[str]] = {}
    for claim, finding in findings:
        for pair in sorted({(support.written, support.original) for support in claim.supports}):
            shows.setdefault(pair, []).append(finding.id)
    return [
        (claim, _named(finding, shows) if finding.kind == "spin_profile" else finding) for claim, finding in findings
    ]


def _named(profile: Finding, shows: Mapping[tuple[str, str], list[str]]) -> Finding:
    suggestion = dict(profile.suggestion or {})
    rows = suggestion.get("table")
    if isinstance(rows, list):
        suggestion["table"] = [
            {**row, "evidence": shows.get((row["written"], row["original"]), [])[:NAMED]} for row in rows
        ]
    return profile.model_copy(update={"suggestion": suggestion})
