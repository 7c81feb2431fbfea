"""What the evidence on the page supports, beside what is written: `value.restored`."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.check.contradictions.changes.falls import above_whole
from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.sizes import FACTORS
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGES
from pipeline.check.restoration.context import opposite
from pipeline.check.restoration.profile import Profile, confirmed_amounts
from pipeline.check.restoration.rates import RATES, Rate
from pipeline.check.restoration.ties import OTHER
from pipeline.check.restoration.written import NUMBER, Written
from pipeline.schema import Finding, MoneyValue, PercentValue, RestoredAmount, RestoredDirection, Value

#: Below this a restored value would mislead more than help.
LEAST = 0.5
#: Nothing on a page is more certain than this.
CEILING = 0.99
#: And nothing that only the table says: it may have left out just this word.
BY_ANALOGY = 0.95
AT_VALUE: tuple[str, ...] = ("contradiction at the value",)
BY_TABLE: tuple[str, ...] = ("same table as elsewhere on the page",)


#: What undoes the swap of a written scale word for its original.
_UNDO = {(a, b): Decimal(int(FACTORS[b])) / Decimal(int(FACTORS[a])) for a in FACTORS for b in FACTORS}


class Restoration(NamedTuple):
    """A restored value: the words swapped (written, original), how sure, the claims at the value, other reasons.

    `ends` are the amount restored and the upper end of a range, for amounts.
    """

    pair: tuple[str, str]
    confidence: float
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]
    ends: tuple[str, str | None] | None = None


def directions(view: View, page: Profile, verdicts: Sequence[Verdict]) -> dict[str, Restoration]:
    """By entity id, how probable it is that a stated change was the opposite, be it ever so little."""
    direct = _direct(page.claims)
    # A change that agrees with its figures, or would with other scale words alone, was not turned.
    confirmed = {v.percent.entity.id for v in verdicts if v.percent and (v.fitting or _of_scales(v))}
    restored = {}
    for percent in view.directed:
        if percent.change is None:
            continue
        word, entity = percent.change.word, percent.entity
        reasons: tuple[str, ...]
        claims: tuple[Claim, ...]
        if word not in page.inverted or (percent.change.sign > 0 and above_whole(view, percent)):
            continue
        active, both_ways = page.inverted[word]
        at_value = [(claim, s) for claim, s in direct.get(entity.id, ()) if s.written in CHANGES]
        if at_value:
            best = max(s.confidence for _, s in at_value)
            confidence = best + (CEILING - best) * active
            claims, reasons = tuple(claim for claim, _ in at_value), AT_VALUE
        elif entity.id in confirmed:
            continue
        else:
            by_context, reasons = opposite(view, percent)
            confidence = min(active * _turned(by_context, both_ways, page.scales.rate), BY_ANALOGY)
            claims = ()
        restored[entity.id] = Restoration((word, percent.change.opposite), confidence, claims, reasons)
    return restored


def _of_scales(verdict: Verdict) -> bool:
    return bool(verdict.readings) and not any(reading.inverted for reading in verdict.readings)


def _turned(opposite_: float, both_ways: float, rate: Rate) -> float:
    """P(a change was turned | its word stands for its opposite on the page), by what its context says of the opposite.

    A table that turns one way leaves what says the same already; one that swaps both ways leaves it only where it was
    not applied.
    """
    likely = 0.0
    for r, its in zip(RATES, rate, strict=True):
        was, was_not = opposite_ * r, 1 - opposite_
        likely += its * (both_ways * was / (was + was_not * (1 - r)) + (1 - both_ways) * was / (was + was_not))
    return likely


def _direct(claims: Sequence[Claim]) -> dict[str, list[tuple[Claim, Support]]]:
    by_entity: dict[str, list[tuple[Claim, Support]]] = {}
    for claim in claims:
        for support in claim.supports:
            if support.entity:
                by_entity.setdefault(support.entity, []).append((claim, support))
    return by_entity


def amounts(page: Profile, verdicts: Sequence[Verdict]) -> dict[str, Restoration]:
    """By entity id, the amount with its original scale words and how probable it is."""
    direct = _direct(page.claims)
    confirmed = confirmed_amounts(verdicts)
    restored = {}
    for amount in page.amounts:
        chances = dict(page.scales.chances[amount.entity.id]) if amount.entity.id not in confirmed else {}
        claims: tuple[Claim, ...] = ()
        for claim, support in direct.get(amount.entity.id, ()):
            if claim.kind == "nonstandard_unit" and amount.entity.id in confirmed:
                continue  # an odd way to write what the figures beside it bear out
            pair = support.written, support.original
            if support.written in FACTORS and amount.scale.endswith(support.written):
                claims = (*claims, claim)
                known = chances.get(pair, 0.0)
                if OTHER.get(support.written) != support.original or _alone(claim):
                    # The table's certainty and the value's own are added: either alone would do. Where there are other
                    # ways to read the contradiction they have been weighed against one another.
                    chances[pair] = support.confidence + (CEILING - support.confidence) * known
        if not chances:
            continue
        (written, original), confidence = max(chances.items(), key=lambda item: (item[1], item[0]))
        ends = rescaled(amount, written, original) if confidence >= LEAST else None
        if ends:
            confidence = min(confidence, CEILING if claims else BY_ANALOGY)
            reasons = AT_VALUE if claims else BY_TABLE
            restored[amount.entity.id] = Restoration((written, original), confidence, claims, reasons, ends)
    return restored


def _alone(claim: Claim) -> bool:
    """Whether there is but one way to read a contradiction."""
    return len({support.reading for support in claim.supports}) == 1


def rescaled(amount: Written, written: str, original: str) -> tuple[str, str | None] | None:
    """The amount, and the upper end of a range, with the swapped scale words put back."""
    value = amount.entity.value
    if not isinstance(value, MoneyValue) or value.amount is None:
        return None
    scales = [found["scale"] for found in NUMBER.finditer(amount.entity.text)]
    if len(scales) > 1 and value.amount_max is None:
        return None  # 1亿3000万元 is one number in two parts; which of its words was swapped cannot be told.
    if value.amount_max is None:
        return _shifted(value.amount, _factor(scales[0], written, original)), None
    if len(scales) == 1 and amount.entity.text.count("元") > 1:
        scales.append("")  # 3亿元至5000元: the scale word is of the first end alone.
    ends = Decimal(value.amount), Decimal(value.amount_max)
    factors = [_factor(scale, written, original) for scale in (scales[0], scales[-1])]
    alone = [factor if scale.endswith(written) else Decimal(1) for scale, factor in zip(scales, factors, strict=False)]
    mixed = scales[0][-1:] != scales[-1][-1:]
    ways = [factors] if not mixed and ends[0] <= ends[1] else [[alone[0], Decimal(1)], [Decimal(1), alone[-1]], factors]
    scaled = [(ends[0] * first, ends[1] * last) for first, last in ways if first != 1 or last != 1]
    ordered = [way for way in scaled if way[0] <= way[1]] or scaled[-1:]
    start, end = min(ordered, key=lambda way: way[1] / way[0])  # as near to one another as can be
    return _shifted(str(start), Decimal(1)), _shifted(str(end), Decimal(1))


def _factor(scale: str, written: str, original: str) -> Decimal:
    """What undoes the swap in these scale words; a range may hold both words of a pair."""
    if scale.endswith(written):
        return _UNDO[written, original]
    return _UNDO[original, written] if scale.endswith(original) else Decimal(1)


def _shifted(amount: str, factor: Decimal) -> str:
    plain = format(Decimal(amount) * factor, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


class Grounds:
    """The findings that a restored value rests on."""

    #: So many contradictions elsewhere are named where the page has no profile that holds them together.
    FEW = 3

    def __init__(self, findings: Sequence[tuple[Claim, Finding]]) -> None:
        self._ids = {id(claim): finding.id for claim, finding in findings}
        self._order = {finding.id: place for place, (_, finding) in enumerate(findings)}
        self._profile = [finding.id for _, finding in findings if finding.kind == "spin_profile"]
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        for claim, finding in findings:
            for pair in sorted({(support.written, support.original) for support in claim.supports}):
                self._by_pair.setdefault(pair, []).append(finding.id)

    def of(self, restoration: Restoration) -> list[str]:
        """Ids in order: the contradictions at the value, and the profile or else those that show the same swap."""
        here = {self._ids[id(claim)] for claim in restoration.claims}
        elsewhere = self._profile or self._by_pair.get(restoration.pair, [])[: self.FEW]
        return self.ordered({*here, *elsewhere})

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """The ids of findings in order of place."""
        return sorted(ids, key=self._order.__getitem__)


def beside(value: Value, restoration: Restoration, findings: list[str]) -> Value:
    """The value with `restored` beside what is written."""
    restored: RestoredDirection | RestoredAmount
    confidence, ends = round(restoration.confidence, 2), restoration.ends
    if isinstance(value, PercentValue):
        restored = RestoredDirection(
            direction="increase" if value.direction == "decrease" else "decrease",
            confidence=confidence,
            findings=findings,
        )
    elif isinstance(value, MoneyValue) and ends:
        restored = RestoredAmount(amount=ends[0], amount_max=ends[1], confidence=confidence, findings=findings)
    else:
        return value
    return value.model_copy(update={"restored": restored})
