"""One moment on the calendar, given what it leaves out."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from pipeline.forms.dates import Moment, Stretch
from pipeline.forms.holidays import rule_of
from pipeline.normalize.dates import festivals
from pipeline.normalize.dates.interval import (
    DAY,
    Interval,
    add_months,
    between_text,
    make,
    month_end,
    of_day,
    of_days,
    of_month,
    of_months,
    of_week,
    of_weekend,
    of_year,
    of_years,
    timex_year,
    year_text,
)
from pipeline.schema import Fuzzy, Precision

#: Chooses among the same day, month or season of several years: the anchor is not of the finest use there.
Choose = Callable[[list[Interval]], Interval]

#: From here on a decade that nothing places is one of the twentieth century.
_NINETEEN_HUNDREDS = 30
#: What 上世纪 counts from where a page states no publication date: pages are of this century.
_THIS_CENTURY = 21
_SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}
_TIMEX_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def needs(moment: Moment) -> Literal["year", "month", "day", "pivot", "century"] | None:
    """What a moment takes from elsewhere: a year, a year and month, a day, or nothing.

    "pivot" is a year that is written short (98年, 90年代): it may look for its century, but can do without.
    """
    if moment.same_period:
        return "year"
    if moment.now or moment.shift or moment.day_offset is not None or moment.week_offset is not None:
        return "day"
    if moment.stretch and moment.stretch.side in ("past", "future"):
        return "day"
    if moment.century_offset is not None:
        return "century"
    if moment.year_offset is not None:
        return "year"
    if moment.month_offset is not None:
        return "month"
    if moment.quarter_offset is not None:
        return "month"
    if moment.year is not None or moment.century is not None:
        return "pivot" if moment.short else None
    if moment.decade is not None:
        return "pivot"
    if moment.weekday is not None and moment.month is None and moment.ordinal is None and moment.holiday is None:
        return "day"
    if moment.weekend:
        return "day"
    if (moment.day is not None or moment.tenday or moment.half_month) and moment.month is None:
        return "month"
    return "year"


def place(moment: Moment, anchor: Interval | None, choose: Choose) -> Interval | None:
    """The days that a moment means, counted from `anchor`; None where that cannot be said.

    `choose` picks one of the readings in neighbouring years where the year is left out.
    """
    if moment.now:
        return of_day(anchor.end) if anchor and anchor.end else None
    if moment.shift:
        return _shifted(moment.shift.count, moment.shift.unit, anchor)
    if moment.stretch and moment.stretch.side in ("past", "future"):
        return _stretched(moment.stretch, anchor)
    if moment.same_period:
        return _same_period(moment, anchor)
    if moment.century is not None or moment.century_offset is not None or moment.decade is not None:
        return _epoch(moment, anchor)
    if moment.day_offset is not None:
        return _day_offset(moment, anchor)
    if moment.week_offset is not None or (
        moment.month is None and moment.month_offset is None and moment.day is None and moment.ordinal is None and (moment.weekday or moment.weekend)
    ):
        return _week(moment, anchor, choose)
    readings = [r for r in (_in_year(moment, year, anchor) for year in _years(moment, anchor)) if r is not None]
    if moment.weekday and moment.day:
        # 周六，6月18日: of the years that could be meant those in which the day is a Saturday.
        readings = [r for r in readings if r.start and r.start.isoweekday() == moment.weekday] or readings
    return choose(readings) if len(readings) > 1 else readings[0] if readings else None


def _years(moment: Moment, anchor: Interval | None) -> Iterable[int]:
    """The years that a moment may be in."""
    at = anchor.start or anchor.end if anchor else None
    if moment.year is not None:
        return [_full_year(moment.year, at) if moment.short else moment.year]
    if at is None:
        return []
    if moment.year_offset is not None:
        return [at.year + moment.year_offset]
    if moment.month_offset is not None or moment.quarter_offset is not None:
        return [at.year]
    if moment.month is None and (moment.day is not None or moment.tenday or moment.half_month):
        return [at.year]
    span = 8 if (moment.month, moment.day) == (2, 29) and not moment.lunar else 1
    return [year for year in range(at.year - span, at.year + span + 1) if 1 <= year <= 9999]


def _full_year(short: int, at: dt.date | None) -> int:
    """The year of two digits: 1930 to 2029, or later where the anchor is; at most ten years after it."""
    limit = max(at.year + 10, 2029) if at else 2029
    return limit - (limit - short) % 100


def _epoch(moment: Moment, anchor: Interval | None) -> Interval | None:
    """Centuries and decades."""
    at = anchor.start if anchor else None
    century = moment.century
    if century is None and at is None:
        if moment.century_offset is not None:
            century = _THIS_CENTURY + moment.century_offset
        elif (moment.decade or 0) >= _NINETEEN_HUNDREDS:
            century = _THIS_CENTURY - 1
    if century is None:
        if at is None:
            return None
        century = (at.year - 1) // 100 + 1 + (moment.century_offset or 0)
        if moment.century_offset is None and moment.decade is not None:
            # 90年代 by itself: the decade of that name that began last.
            century -= moment.decade > at.year % 100
    first = (century - 1) * 100
    if century <= 0:
        return Interval(None, None, "century", None, f"BC{1 - century:02d}")
    if moment.half is not None:
        first += 50 * (moment.half - 1)
        return of_years(max(first, 1), first + 49, "range", f"{first:04d}/{first + 49:04d}", "P50Y")
    if moment.decade is None:
        whole = of_years(max(first, 1), first + 99, "century", f"{first // 100:02d}XX", f"{first // 100:02d}")
        parts = {"early": (0, 19), "mid": (40, 59), "late": (80, 99)}
    else:
        first += moment.decade
        whole = of_years(max(first, 1), first + 9, "decade", f"{first // 10:03d}X", f"{first // 10:03d}")
        parts = {"early": (0, 2), "mid": (3, 6), "late": (7, 9)}
        if moment.decades > 1:
            last = first + 10 * moment.decades - 1
            return of_years(max(first, 1), last, "range", f"{first // 10:03d}X/{last // 10:03d}X", f"P{last - first + 1}Y")
    if moment.part is None or moment.part == "approximate":
        return whole
    low, high = parts[moment.part]
    start, end = make(max(first + low, 1)), make(first + high, 12, 31)
    if start is None or end is None:
        return None
    return replace(whole, start=start, end=end, edtf=f"{year_text(start.year)}/{year_text(end.year)}", fuzzy=moment.part)


def _day_offset(moment: Moment, anchor: Interval | None) -> Interval | None:
    at = _single_day(anchor, moment)
    return of_day(at + (moment.day_offset or 0) * DAY) if at else None


def _single_day(anchor: Interval | None, moment: Moment) -> dt.date | None:
    """The day to count from: the anchor's, or its last where days after a stretch are meant."""
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    return anchor.end if (moment.day_offset or 0) > 0 else anchor.start


def _week(moment: Moment, anchor: Interval | None, choose: Choose) -> Interval | None:
    if anchor is None or anchor.end is None:
        return None
    monday = anchor.end - (anchor.end.isoweekday() - 1) * DAY
    if moment.week_offset is None:
        if moment.weekend:
            return choose([of_weekend(monday + (7 * week + 5) * DAY) for week in (-1, 0, 1)])
        return choose([of_day(monday + (7 * week + (moment.weekday or 1) - 1) * DAY) for week in (-1, 0, 1)])
    monday += 7 * moment.week_offset * DAY
    if moment.weekday:
        return of_day(monday + (moment.weekday - 1) * DAY)
    return of_weekend(monday + 5 * DAY) if moment.weekend else of_week(monday)


def _same_period(moment: Moment, anchor: Interval | None) -> Interval | None:
    """去年同期: what the sentence speaks of, a year earlier."""
    years = moment.year_offset if moment.year_offset is not None else 0
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    start, end = add_months(anchor.start, 12 * years), add_months(anchor.end, 12 * years)
    if start is None or end is None:
        return None
    if anchor.precision == "day":
        return of_day(start)
    if anchor.precision == "month":
        return of_month(start.year, start.month)
    if anchor.precision == "year":
        return of_year(start.year)
    if anchor.end == month_end(anchor.end.year, anchor.end.month):
        end = month_end(end.year, end.month)
    return Interval(start, end, anchor.precision, between_text(start, end), f"P{(end - start).days + 1}D")


def _shifted(count: float, unit: str, anchor: Interval | None) -> Interval | None:
    """三天后, 两个月前, 十年前: the day, month or year so many of them from the anchor."""
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    at = anchor.end if count > 0 else anchor.start
    if unit in ("day", "week"):
        return _safe_day(at, round(count * (7 if unit == "week" else 1)))
    date = add_months(at, round(count * _MONTHS[unit]))
    if date is None:
        return None
    return of_year(date.year) if unit == "year" else of_month(date.year, date.month)


def _safe_day(at: dt.date, days: int) -> Interval | None:
    try:
        return of_day(at + days * DAY)
    except OverflowError:
        return None


_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_TIMEX_UNIT = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def _stretched(stretch: Stretch, anchor: Interval | None) -> Interval | None:
    """近30天: the days before the anchor up to it; 未来两年: from it on; 上两周: whole weeks beside its own."""
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    past = stretch.side == "past"
    at = anchor.end if past else anchor.start
    if stretch.whole:
        days = _whole_units(stretch, at)
    elif stretch.unit in ("day", "week"):
        shifted = _safe_day(at, round(stretch.count * (7 if stretch.unit == "week" else 1)) * (-1 if past else 1))
        other = shifted.start if shifted else None
        days = None if other is None else (min(at, other), max(at, other))
    else:
        other = add_months(at, round(stretch.count * _MONTHS[stretch.unit]) * (-1 if past else 1))
        days = None if other is None else (other, at) if past else (at, other - DAY)
    if days is None:
        return None
    return of_days(*days, "duration", f"P{stretch.count:g}{_TIMEX_UNIT[stretch.unit]}")


def _whole_units(stretch: Stretch, at: dt.date) -> tuple[dt.date, dt.date] | None:
    """The calendar's units next to the one that the anchor is in."""
    past, count = stretch.side == "past", round(stretch.count) or 1
    if stretch.unit in ("day", "week"):
        length = 7 if stretch.unit == "week" else 1
        here = at - (at.isoweekday() - 1) * DAY if length == 7 else at
        start = _safe_day(here, -count * length if past else length)
        end = _safe_day(here, -1 if past else (count + 1) * length - 1)
        return (start.start, end.end) if start and end and start.start and end.end else None
    months = _MONTHS[stretch.unit]
    here = at.replace(month=(at.month - 1) // months * months + 1, day=1)
    first = add_months(here, -count * months if past else months)
    after = here if past else add_months(here, (count + 1) * months)
    return (first, after - DAY) if first and after else None


def _in_year(moment: Moment, year: int, anchor: Interval | None) -> Interval | None:
    """The moment in a year that is settled."""
    if moment.holiday is not None:
        return _holiday(moment, year)
    month = moment.month
    at = anchor.start if anchor else None
    if moment.month_offset is not None:
        if at is None:
            return None
        base = add_months(dt.date(year, at.month, 1), moment.month_offset) if 1 <= year <= 9999 else None
        if base is None:
            return None
        year, month = base.year, base.month
    elif moment.quarter_offset is not None:
        if at is None:
            return None
        quarters = year * 4 + (at.month - 1) // 3 + moment.quarter_offset
        return _part_of(of_quarter(quarters // 4, quarters % 4 + 1), moment)
    elif month is None and (moment.day is not None or moment.tenday or moment.half_month):
        if at is None:
            return None
        month = at.month
    if month is None:
        return _of_year(moment, year)
    return _of_month(moment, year, month)


def of_quarter(year: int, quarter: int) -> Interval:
    """A quarter."""
    return of_months(year, 3 * quarter - 2, 3, "quarter", f"{year_text(year)}-{32 + quarter}", f"{timex_year(year)}-Q{quarter}")


def _of_year(moment: Moment, year: int) -> Interval | None:
    """A year, or a part of it that is not a month."""
    text, timex = year_text(year), timex_year(year)
    whole = of_year(year)
    if moment.years:
        whole = of_years(year, year + moment.years - 1, "range", f"{text}/{year_text(year + moment.years - 1)}", f"P{moment.years}Y")
    if moment.half:
        whole = of_months(year, 6 * moment.half - 5, 6, "half", f"{text}-{39 + moment.half}", f"{timex}-H{moment.half}")
    elif moment.quarter:
        whole = of_quarter(year, moment.quarter)
    elif moment.quarters:
        whole = of_months(year, 1, 3 * moment.quarters, "range", f"{text}-01/{text}-{3 * moment.quarters:02d}", f"P{3 * moment.quarters}M")
    elif moment.months:
        whole = of_months(year, 1, moment.months, "range", f"{text}-01/{text}-{moment.months:02d}", f"P{moment.months}M")
    elif moment.season:
        whole = of_months(
            year, _SEASON_MONTHS[moment.season], 3, "season", f"{text}-{20 + moment.season}", f"{timex}-{_TIMEX_SEASONS[moment.season]}"
        )
    return _part_of(whole, moment)


def _part_of(whole: Interval, moment: Moment) -> Interval | None:
    """What the fields that count inside a period pick out of it."""
    if whole.start is None or whole.end is None:
        return whole
    if moment.week or moment.ordinal or (moment.stretch is not None):
        return _counted(whole, moment)
    if moment.part is None or moment.part == "approximate":
        return whole
    if whole.precision == "year":
        months = {"early": (1, 2), "mid": (5, 8), "late": (11, 12)}[moment.part]
        year = whole.start.year
        part = of_months(
            year, months[0], months[1] - months[0] + 1, "year", f"{year_text(year)}-{months[0]:02d}/{year_text(year)}-{months[1]:02d}", timex_year(year)
        )
        return replace(part, fuzzy=moment.part)
    if whole.precision in ("quarter", "half", "season", "range"):
        first = whole.start if moment.part == "early" else whole.end if moment.part == "late" else add_months(whole.start, 1)
        month = of_month(first.year, first.month) if first else None
        return replace(month, precision=whole.precision, fuzzy=moment.part, timex3=whole.timex3) if month else None
    return whole


def _of_month(moment: Moment, year: int, month: int) -> Interval | None:
    """A month, or a part of it."""
    if moment.lunar:
        if moment.day is not None:
            date = festivals.lunar_day(year, month, moment.day, leap=moment.leap)
            return of_day(date) if date else None
        days = festivals.lunar_month(year, month, leap=moment.leap)
        return Interval(*days, "month", between_text(*days), f"P{(days[1] - days[0]).days + 1}D") if days else None
    whole = of_month(year, month)
    if whole is None:
        return None
    if moment.day is not None:
        date = make(year, month, moment.day)
        if date is None and not 1 <= year <= 9999 and 1 <= moment.day <= 31:
            return Interval(None, None, "day", f"{whole.edtf}-{moment.day:02d}", f"{whole.timex3}-{moment.day:02d}")
        return of_day(date) if date else None
    if whole.start is None or whole.end is None:
        return whole
    if moment.week or moment.ordinal or moment.stretch is not None:
        return _counted(whole, moment)
    if moment.tenday:
        last = moment.tenday + moment.tendays - 1
        return _days_of(whole, (_TENDAYS[moment.tenday][0], _TENDAYS[last][1]), _TENDAYS[moment.tenday][2])
    if moment.half_month:
        return _days_of(whole, {1: (1, 15), 2: (16, 31)}[moment.half_month], None)
    if moment.part and moment.part != "approximate":
        return _days_of(whole, {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[moment.part], moment.part)
    return whole


_TENDAYS: dict[int, tuple[int, int, Fuzzy]] = {1: (1, 10, "early"), 2: (11, 20, "mid"), 3: (21, 31, "late")}


def _days_of(month: Interval, days: tuple[int, int], fuzzy: Fuzzy | None) -> Interval | None:
    if month.start is None or month.end is None:
        return None
    start = month.start.replace(day=days[0])
    end = month.end if days[1] >= month.end.day else month.start.replace(day=days[1])
    precision: Precision = "month" if fuzzy else "half"
    return Interval(start, end, precision, between_text(start, end), month.timex3, fuzzy)


def _counted(whole: Interval, moment: Moment) -> Interval | None:
    """第一周, 最后一个周三, 前两周: counted from either end of a period. Weeks belong where their Thursday is … Monday."""
    start, end = whole.start, whole.end
    if start is None or end is None:
        return None
    if moment.ordinal:
        return _nth_weekday(start, end, moment.weekday or 1, moment.ordinal)
    if moment.week:
        return _nth_week(start, end, moment.week)
    stretch = moment.stretch
    if stretch is None:
        return None
    first = stretch.side == "first"
    if stretch.unit == "week":
        return _weeks_at(start, end, round(stretch.count), first=first)
    if stretch.unit == "day":
        days = round(stretch.count) - 1
        low, high = (start, start + days * DAY) if first else (end - days * DAY, end)
    else:
        months = round(stretch.count * {"month": 1, "quarter": 3}.get(stretch.unit, 12))
        if first:
            after = add_months(start, months)
            low, high = start, after - DAY if after else end
        else:
            before = add_months(end + DAY, -months)
            low, high = before or start, end
    timex = f"P{stretch.count:g}{_TIMEX_UNIT[stretch.unit]}"
    return of_days(max(low, start), min(high, end), "range", timex)


def _first_monday(start: dt.date) -> dt.date:
    return start + (8 - start.isoweekday()) % 7 * DAY


def _weeks_at(start: dt.date, end: dt.date, count: int, *, first: bool) -> Interval:
    """The first or last weeks: from the first Monday on, or up to the last Sunday."""
    if first:
        low = _first_monday(start)
        return of_days(low, low + (7 * count - 1) * DAY, "range", f"P{count}W")
    high = end - end.isoweekday() % 7 * DAY
    return of_days(high - (7 * count - 1) * DAY, high, "range", f"P{count}W")


def _nth_week(start: dt.date, end: dt.date, number: int) -> Interval:
    if number > 0:
        return of_week(_first_monday(start) + 7 * (number - 1) * DAY)
    last = end - (end.isoweekday() - 1) * DAY
    return of_week(last)


def _nth_weekday(start: dt.date, end: dt.date, weekday: int, number: int) -> Interval | None:
    if number > 0:
        date = start + ((weekday - start.isoweekday()) % 7 + 7 * (number - 1)) * DAY
    else:
        date = end - (end.isoweekday() - weekday) % 7 * DAY
    return of_day(date) if start <= date <= end else None


def _holiday(moment: Moment, year: int) -> Interval | None:
    days = festivals.place(moment.holiday or "", year)
    if days is None:
        return None
    start, end = days
    if moment.holiday_day:
        second = "second" in rule_of(moment.holiday or "")
        start = end = start + (moment.holiday_day - second) * DAY
    if moment.holiday_break:
        end = start + (festivals.DAYS_OFF.get(moment.holiday or "", 3) - 1) * DAY
    return of_day(start) if start == end else of_days(start, end, "range")
