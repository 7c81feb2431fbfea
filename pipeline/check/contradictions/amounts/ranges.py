"""Ranges whose end lies below their start: 8000亿元至1.2万元, 25%至18%, 80万人次至60万人次."""

import re
from collections.abc import Iterator

from pipeline.check.contradictions.changes.solve import COARSE
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.figures import first_from
from pipeline.check.reading.view import View
from pipeline.schema import MoneyValue, PercentValue, Value

#: Behind a range that only says how far apart cases lie: 15万元至5000元不等.
UNORDERED = re.compile("不等|之间")
#: The step between the scale words.
STEP = 1e4
#: A count, 至, a count: cheap to look for before figures are made; cheaper still what lies between their numbers.
BETWEEN = re.compile(r"[人户家件辆台套吨亩次个](?:至|到|—|－|-|~|～)\d")
COUNTS = re.compile(r"\d[万亿]?[人户家件辆台套吨亩次个][次]?(?:至|到|—|－|-|~|～)\d")
#: Before a change and not a range: 从80万人次到60万人次.
FROM = re.compile("[从由自][^，,。；;]{0,24}$")


def reversed_ranges(view: View) -> list[Claim]:
    """Ranges of money, percentages or counts whose end lies below their start."""
    claims = [*_counts(view)] if BETWEEN.search(view.text) else []
    for entity in [*view.money, *(percent.entity for percent in view.percents)]:
        value = entity.value
        first, last = _ends(value)
        if last is None or first is None or float(first) <= float(last):
            continue
        near = isinstance(value, PercentValue) or float(first) < COARSE * float(last)
        if near and UNORDERED.match(view.text, entity.end):
            continue
        apart = float(first) / max(float(last), 1e-9)
        # One end put back, or both, brings them in order, and no further apart than ranges are.
        swapped = not isinstance(value, PercentValue) and any(s / COARSE <= apart <= s for s in (STEP, STEP**2))
        supports = (Support(entity.id, "亿", "万", 0.8), Support(entity.id, "万", "亿", 0.8)) if swapped else ()
        claims.append(_reversed(entity.text, (entity.start, entity.end), supports))
    return claims


def _counts(view: View) -> Iterator[Claim]:
    for found in COUNTS.finditer(view.text):
        number = view.sentence_at(found.start())
        figures = view.figures(number)
        place = first_from(figures, found.start() + 1)
        if not 0 < place < len(figures):
            continue
        first, last = figures[place - 1 : place + 1]
        if first.end > last.start or last.start >= found.end() or first.end < found.start() or first.entity:
            continue
        if first.unit != last.unit or last.high >= first.low or UNORDERED.match(view.text, last.end):
            continue
        if not FROM.search(view.text, max(view.starts[number], first.start - 24), first.start):
            yield _reversed(view.text[first.start : last.end], (first.start, last.end), ())


def _ends(value: Value) -> tuple[str | None, str | None]:
    if isinstance(value, MoneyValue):
        return value.amount, value.amount_max
    return (value.ratio, value.ratio_max) if isinstance(value, PercentValue) else (None, None)


def _reversed(text: str, span: tuple[int, int], supports: tuple[Support, ...]) -> Claim:
    return Claim(
        kind="arithmetic_conflict",
        spans=(span,),
        message=f"“{text}”: the range ends below its start.",
        confidence=0.85,
        suggestion={"rule": "reversed_range"},
        supports=supports,
    )
