"""Find the percentages of a text, read them, and take direction, basis and metric from around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from pipeline import numerals
from pipeline.draft import Mention
from pipeline.forms import PercentForm
from pipeline.forms.traditional import simplified
from pipeline.numerals import EXACT
from pipeline.schema import Modifier, PercentUnit
from pipeline.tag import ranges
from pipeline.tag.modifiers import BEFORE, behind_of, modifier
from pipeline.tag.percents import lasting
from pipeline.tag.percents.change import denied
from pipeline.tag.percents.context import context
from pipeline.tag.percents.grammar import ADDRESS, ALONE, NEXT, PERCENT_INSIDE, UNIT_SIGN
from pipeline.tag.percents.lists import Context
from pipeline.tag.percents.parts import parts


@dataclass(slots=True)
class Ratio:
    """What the characters of a percentage say."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: PercentUnit
    inside: Modifier | None


#: The power of ten that makes one of a unit, by the group of the grammar that names it; and the unit of the contract.
_UNITS: dict[str, tuple[int, PercentUnit]] = {
    "sign": (2, "percent"),
    "point": (2, "percentage_point"),
    "basis": (4, "percentage_point"),
    "tenth": (1, "tenth"),
    "times": (0, "multiple"),
}
_RARE_SIGNS: dict[str, tuple[int, PercentUnit]] = {"‰": (3, "permille"), "‱": (4, "permille")}
_HALF = Decimal("0.5")
#: Words of size that are no number of times.
_NO_TIMES = frozenset("几数百千万亿")

_GLUED = re.compile(r"[0-9]{1,3},(?:[0-9]{3},)*\Z")
_DIGITS = re.compile(r"[0-9]+")
_NO_BOUND = re.compile(r"(?:(?<![最可])高达了?[ ]?|比[^，,。；]{1,12}超了)\Z")


def find(text: str) -> list[Mention]:
    """The percentages in `text`, sorted and disjoint. Time is linear in the text."""
    found: list[Mention] = []
    around: Context | None = None
    spans: Sequence[lasting.Lasting] = ()
    plain, floor, of_parts = "", 0, None
    for ratio in ratios(text):
        if not plain:
            plain = simplified(text)
            spans, of_parts = lasting.lasting(plain), parts(plain)
        start, end, low, high = ratio.start, ratio.end, ratio.low, ratio.high
        shared = lasting.at(spans, start) if spans else None
        if of_parts:
            shared = shared or of_parts.basis_at(start, floor)
        around = context(plain, start, end, floor, around, shared)
        if of_parts:
            of_parts.add(start, around, points=ratio.unit == "percentage_point")
        if low < 0 and around.direction == "increase":
            around = replace(around, direction="decrease")  # 增长-3.2%
        if text[start] == "翻" and not denied(plain[max(0, start - 8) : start]):
            around = replace(around, direction="increase")
        form = PercentForm(
            numerals.plain(low),
            ratio.unit,
            None if high is None else numerals.plain(high),
            around.direction,
            around.basis,
            around.metric if plain is text else _as_written(text, plain, around.metric, end),
            _bound(plain, start, end, ratio.inside),
        )
        found.append(Mention("PERCENT", start, end, form))
        floor = end
    return found


def _bound(text: str, start: int, end: int, inside: Modifier | None) -> Modifier | None:
    """What bounds the figure; 高达 says of a rate that it is high, and 比预算超了 how much more it is."""
    found = modifier(text, start, end, inside)
    if found in ("up_to", "over") and _NO_BOUND.search(text, max(0, start - 16), start):
        return behind_of(text, end) or inside
    return found


def _as_written(text: str, plain: str, metric: str | None, end: int) -> str | None:
    """The metric in the characters of the page, where it was read in simplified ones."""
    if metric is None:
        return None
    place = plain.rfind(metric, 0, end + len(metric) + 8)
    if place >= 0:
        return text[place : place + len(metric)]
    part, share, whole = metric.partition("占")  # the two stand apart
    return (
        f"{_as_written(text, plain, part, end)}{_as_written(text, plain, share + whole, end)}"
        if part and share
        else metric
    )


def ratios(text: str) -> Iterator[Ratio]:
    """The percentages in `text` with what their own characters say."""
    if not UNIT_SIGN.search(text):
        return
    position, length = 0, len(text)
    while position < length and (match := NEXT.match(text, position)):
        position = match.end()
        if match.lastgroup is None:
            continue
        start, low, middle = match.start("at"), match["low"], match["middle"]
        if low and "." in low and (behind := ranges.behind_item(text, start)):
            inside = PERCENT_INSIDE.match(text, behind)
            position = start + 1 if inside is None else inside.end()
            if inside is None:
                continue
            match, start, middle = inside, behind, inside["middle"]
        if middle and middle.strip()[-1] not in text[position - 2 : position]:
            match = ALONE.match(text, start) or match
            position = match.end()
        ratio = _read(match) or _later(text, match)
        if ratio is not None and text[ratio.start - 1 : ratio.start] == ",":
            ratio = _unglued(text, ratio)
        if ratio is not None and _stands(text, ratio):
            yield ratio


def _later(text: str, match: re.Match[str]) -> Ratio | None:
    """The percentage that begins later than its run of numerals does (总数94.76%)."""
    start = match.start("at")
    later = (PERCENT_INSIDE.match(text, start + i) for i in ranges.starts_inside(text[start : match.end()]))
    read = (_read(inside) for inside in later if inside and inside.end() == match.end())
    return next((ratio for ratio in read if ratio), None)


def _stands(text: str, ratio: Ratio) -> bool:
    """Whether the unit is one: 成 is as often part of a word, a percent sign may belong to an address."""
    if ratio.unit == "tenth":
        return _is_tenth(text, ratio)
    return ratio.unit not in ("percent", "permille") or not _is_in_address(text, ratio.start)


def _is_in_address(text: str, start: int) -> bool:
    """Whether a percent sign behind `start` belongs to an address, of which no other character stands before."""
    return "!" <= text[start - 1 : start] <= "~" and ADDRESS.search(text[max(0, start - 80) : start]) is not None


def _is_tenth(text: str, ratio: Ratio) -> bool:
    """Whether 成 is a tenth: not in 第三成, nor, but for 七成为, before 为 (城市之一成为)."""
    if text[ratio.start - 1 : ratio.start] == "第":
        return False
    return text[ratio.end : ratio.end + 1] not in ("为", "為") or text[ratio.start] in "二两三四五六七八九"


def _unglued(text: str, ratio: Ratio) -> Ratio | None:
    """The percentage without the last digits of an amount that a flattened table glued to it (6,960,0005.00%)."""
    if not _GLUED.search(text, max(0, ratio.start - 8), ratio.start):
        return ratio
    digits = _DIGITS.match(text, ratio.start)
    if digits is None or digits.end() - ratio.start <= 3:
        return ratio
    match = PERCENT_INSIDE.match(text, ratio.start + 3)
    return _read(match) if match and match.end() == ratio.end else ratio


def _read(match: re.Match[str]) -> Ratio | None:
    kind = match.lastgroup or ""
    if kind in _UNITS:
        return _count(match, kind)
    start, end = match.start("at"), match.end()
    if kind == "doubled":
        return Ratio(start, end, Decimal(1), None, "multiple", None)
    if kind == "doublings":
        times, inside = numerals.integer(match["doublings"]), BEFORE.get(match["bound"])
        return None if not times else Ratio(start, end, Decimal(2**times - 1), None, "multiple", inside)
    return Ratio(start, end, Decimal(1), None, "percent", None) if kind == "whole" else _fraction(match)


def _fraction(match: re.Match[str]) -> Ratio | None:
    amounts = ranges.read(match["fraction"], match["fraction_high"], apart=True)
    parts = numerals.value(match["per"])
    if amounts is None or not parts or parts < 100:
        return None
    start, end = match.start("at"), match.end()
    sign = -1 if match.string[start] in "-－−负負" else 1
    low, high, inside = amounts
    with localcontext(numerals.EXACT):
        low, high = low / parts * sign, high and high / parts * sign
    return Ratio(start, end, low, high, "percent" if parts == 100 else "permille", inside)


def _count(match: re.Match[str], kind: str) -> Ratio | None:
    low, high = match.group("low", "high")
    parts, unit = _UNITS[kind]
    if kind == "sign" and match["sign"][-1] in _RARE_SIGNS:
        parts, unit = _RARE_SIGNS[match["sign"][-1]]
    if kind == "sign" and high is None and (exact := numerals.usual(low)) is not None:
        return Ratio(match.start("at"), match.end(), EXACT.scaleb(exact, -parts), None, unit, None)
    amounts = ranges.read(low.lstrip("+＋"), high and high.lstrip("+＋"), apart=True)
    if amounts is None:
        return None
    first, last, inside = amounts
    if unit == "tenth":
        if not (0 < first <= 10 and (last or 0) <= 10):
            return None
        part = match["part"]
        if part:  # 三成半, 三成五, 两到三成五
            extra = _HALF if part.strip() == "半" else (numerals.value(part) or Decimal(0)) / 10
            first, last = (first + extra, None) if last is None else (first, last + extra)
    elif unit == "multiple":
        if numerals.fold(low) in _NO_TIMES:
            return None
        if match["half"]:  # 一倍半
            first, last = (first + _HALF, None) if last is None else (first, last + _HALF)
    return Ratio(
        match.start("at"), match.end(), EXACT.scaleb(first, -parts), last and EXACT.scaleb(last, -parts), unit, inside
    )
