"""Centuries, decades, years and their quarters, halves, seasons and fuzzy parts."""

from dataclasses import replace

from pipeline.forms.dates import Moment
from pipeline.normalize.dates.counted import counted, counts
from pipeline.normalize.dates.interval import (
    Interval,
    add_months,
    make,
    of_month,
    of_months,
    of_year,
    of_years,
    timex_year,
    year_text,
)
from pipeline.schema import Precision

#: What 上世纪 counts from where a page states no publication date: pages are of this century.
_THIS_CENTURY = 21
#: From here on a decade that nothing places is one of the century before.
_NINETEEN_HUNDREDS = 30
#: The last whole one of the calendar's four-digit years.
_LAST_CENTURY = 100
#: A decade that begins after this year is not yet spoken of; how many years on a story reaches.
_LAST_BEGUN, _NEAR_DECADE = 2029, 65
#: Years of a century and of a decade, months of a year that their parts are.
_PARTS_OF_CENTURY = {"early": (0, 19), "mid": (40, 59), "late": (80, 99)}
_PARTS_OF_DECADE = {"early": (0, 2), "mid": (3, 6), "late": (7, 9)}
_PARTS_OF_YEAR = {"early": (1, 2), "mid": (5, 8), "late": (11, 12)}
_SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}
_TIMEX_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def epoch(moment: Moment, anchor: Interval | None) -> Interval | None:
    """A century or a decade, or a part of it."""
    century = _century(moment, anchor)
    if century is None or century > _LAST_CENTURY:
        return None
    if century <= 0:
        first = 100 * (century - 1) + 1  # the third century before Christ is -299 to -200
        return Interval(None, None, "century", f"{year_text(first)}/{year_text(first + 99)}", f"BC{1 - century:02d}")
    first = (century - 1) * 100
    if moment.decade is not None:
        return _decade(moment, first + moment.decade)
    if moment.half is not None:
        first += 50 * (moment.half - 1)
        return of_years(max(first, 1), first + 49, "range", f"{first:04d}/{first + 49:04d}", "P50Y")
    whole = of_years(max(first, 1), first + 99, "century", f"{first // 100:02d}XX", f"{first // 100:02d}")
    return _part_of_epoch(whole, first, _PARTS_OF_CENTURY, moment)


def _century(moment: Moment, anchor: Interval | None) -> int | None:
    """The number of the century, or None where nothing tells it."""
    at = anchor.start if anchor else None
    if moment.century is not None:
        return moment.century
    if moment.century_offset is not None:
        return ((at.year - 1) // 100 + 1 if at else _THIS_CENTURY) + moment.century_offset
    decade = moment.decade or 0
    if at is None:
        return _THIS_CENTURY - 1 if decade >= _NINETEEN_HUNDREDS else None
    return _of_decade(decade, at.year)


def _of_decade(decade: int, year: int) -> int:
    """The century of a decade told of beside a year: 1958年 … 60年代, 2005年 … 80年代, 1895年 … 20年代.

    It is the first of that name that was not over, if that is near and has begun; else the nearest.
    """
    begun = range(year // 100 * 100 - 100 + decade, max(year, _LAST_BEGUN) + 1, 100)
    following = next((first for first in begun if 0 <= first + 9 - year <= _NEAR_DECADE), None)
    chosen = min(begun, key=lambda first: abs(first - year)) if following is None else following
    return chosen // 100 + 1


def _decade(moment: Moment, first: int) -> Interval | None:
    if moment.decades > 1:
        last = first + 10 * moment.decades - 1
        edtf = f"{first:04d}/{last:04d}"
        return of_years(max(first, 1), last, "range", edtf, f"P{last - first + 1}Y")
    whole = of_years(max(first, 1), first + 9, "decade", f"{first // 10:03d}X", f"{first // 10:03d}")
    return _part_of_epoch(whole, first, _PARTS_OF_DECADE, moment)


def _part_of_epoch(whole: Interval, first: int, parts: dict[str, tuple[int, int]], moment: Moment) -> Interval | None:
    if moment.part is None or moment.part not in parts:
        return whole
    low, high = parts[moment.part]
    start, end = make(max(first + low, 1)), make(first + high, 12, 31)
    if start is None or end is None:
        return None
    edtf = f"{year_text(start.year)}/{year_text(end.year)}"
    return replace(whole, start=start, end=end, edtf=edtf, fuzzy=moment.part)


def of_quarter(year: int, quarter: int) -> Interval:
    """A quarter."""
    edtf, timex3 = f"{year_text(year)}-{32 + quarter}", f"{timex_year(year)}-Q{quarter}"
    return of_months(year, 3 * quarter - 2, 3, "quarter", edtf, timex3)


def in_year(moment: Moment, year: int) -> Interval | None:
    """A year, or a part of it that is not a month."""
    month = moment.fiscal or 1
    return part_of(_period(moment, year) if month == 1 else _fiscal(month, year, moment), moment)


def _fiscal(month: int, year: int, moment: Moment) -> Interval:
    """A year of accounts, school or sport that begins in a month of a year, or its half or quarter."""
    part = _part_of_fiscal(moment)
    if part is not None:
        precision, after, count = part
        years, begin = divmod(month - 1 + after, 12)
        first, last = f"{year_text(year + years)}-{begin + 1:02d}", divmod(month - 2 + after + count, 12)
        edtf = f"{first}/{year_text(year + last[0])}-{last[1] + 1:02d}"
        return of_months(year + years, begin + 1, count, precision, edtf, f"P{count}M")
    edtf = f"{year_text(year)}-{month:02d}/{year_text(year + 1)}-{month - 1:02d}"
    return of_months(year, month, 12, "year", edtf, "P12M")


def _part_of_fiscal(moment: Moment) -> tuple[Precision, int, int] | None:
    """The part of a year that is meant: how fine, the months of the year before it, and how many it has."""
    if moment.quarter:
        return "quarter", 3 * moment.quarter - 3, 3
    if moment.half:
        return "half", 6 * moment.half - 6, 6
    months = moment.months or 3 * (moment.quarters or 0)
    return ("range", 0, months) if months else None


def _period(moment: Moment, year: int) -> Interval:
    text, timex = year_text(year), timex_year(year)
    if moment.quarter:
        return of_quarter(year, moment.quarter)
    if moment.half:
        edtf, timex3 = f"{text}-{39 + moment.half}", f"{timex}-H{moment.half}"
        return of_months(year, 6 * moment.half - 5, 6, "half", edtf, timex3)
    if moment.season:
        edtf, timex3 = f"{text}-{20 + moment.season}", f"{timex}-{_TIMEX_SEASONS[moment.season]}"
        return of_months(year, _SEASON_MONTHS[moment.season], 3, "season", edtf, timex3)
    months = moment.months or 3 * (moment.quarters or 0)
    if months:
        return of_months(year, 1, months, "range", f"{text}-01/{text}-{months:02d}", f"P{months}M")
    if moment.years:
        last = year + moment.years - 1
        return of_years(year, last, "range", f"{text}/{year_text(last)}", f"P{moment.years}Y")
    return of_year(year)


def part_of(whole: Interval, moment: Moment) -> Interval | None:
    """What the fields that count inside a period pick out of it."""
    if whole.start is None or whole.end is None:
        return whole
    if counts(moment):
        return counted(whole, moment)
    if moment.part is None or moment.part not in _PARTS_OF_YEAR:
        return whole
    if whole.precision == "year":
        first, last = _PARTS_OF_YEAR[moment.part]
        text = year_text(whole.start.year)
        edtf = f"{text}-{first:02d}/{text}-{last:02d}"
        months = of_months(whole.start.year, first, last - first + 1, "year", edtf, whole.timex3)
        return replace(months, fuzzy=moment.part)
    places = {"early": whole.start, "mid": add_months(whole.start, 1), "late": whole.end}
    at = places[moment.part]
    month = of_month(at.year, at.month) if at else None
    return replace(month, precision=whole.precision, fuzzy=moment.part, timex3=whole.timex3) if month else None
