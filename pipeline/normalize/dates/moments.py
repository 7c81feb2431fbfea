"""One moment on the calendar, given what it leaves out."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from pipeline.forms.dates import Moment
from pipeline.forms.holidays import rule_of
from pipeline.normalize.dates import festivals, periods, relative
from pipeline.normalize.dates.counted import counted, counts
from pipeline.normalize.dates.interval import (
    DAY,
    Interval,
    add_months,
    between_text,
    make,
    of_day,
    of_days,
    of_month,
)
from pipeline.normalize.dates.relative import Choose
from pipeline.schema import Fuzzy, Precision

#: "year" and "month" are what a date lacks, "day" is a whole date to count from, "century" the publication
#: date alone. "pivot" is a year written short (98年, 90年代): it looks for its century, but can do without.
Need = Literal["year", "quarter", "month", "day", "century", "pivot"]

#: Days of a month that its parts are.
_TENDAYS: dict[int, tuple[int, int, Fuzzy]] = {1: (1, 10, "early"), 2: (11, 20, "mid"), 3: (21, 31, "late")}
_PARTS = {fuzzy: (first, last) for first, last, fuzzy in _TENDAYS.values()}
_HALVES = {1: (1, 15), 2: (16, 31)}


def needs(moment: Moment) -> Need | None:
    """What a moment takes from elsewhere, or None."""
    if moment.shift is not None or moment.stretch is not None or moment.same_period or moment.now or moment.report:
        counted_from = _counted_from(moment)
        if counted_from is not None:
            return counted_from
    if (moment.day_offset is not None and moment.holiday is None) or moment.week_offset is not None:
        return "day"
    if moment.century_offset is not None:
        return "century"
    if moment.year_offset is not None:
        return "year"
    if moment.month_offset is not None:
        return "month"
    return _lacks(moment) if moment.quarter_offset is None else "quarter"


def _counted_from(moment: Moment) -> Need | None:
    """What 去年同期, 五年前, 三天后 and 近30天 count from; 前两周 counts from nothing."""
    if moment.same_period:
        return "year"
    if moment.report is not None:
        return "day"
    if moment.shift is not None and moment.stretch is None and moment.shift.unit in ("year", "month"):
        return "year" if moment.shift.unit == "year" else "month"
    return "day" if moment.shift is not None or moment.now or _is_free_stretch(moment) else None


def _lacks(moment: Moment) -> Need | None:
    """What a moment without offsets takes from elsewhere."""
    if moment.short:
        return "pivot"
    if moment.year is not None or moment.century is not None:
        return None
    if moment.decade is not None:
        return "pivot"
    if _is_of_week(moment):
        return "day"
    return "month" if _lacks_month(moment) else "year"


def _is_free_stretch(moment: Moment) -> bool:
    return moment.stretch is not None and moment.stretch.side in ("past", "future")


def _is_of_week(moment: Moment) -> bool:
    """Whether it is a day of the week or a weekend, and nothing tells the week."""
    if not (moment.weekday or moment.weekend) or moment.day is not None or moment.holiday is not None:
        return False
    return moment.month is None and moment.month_offset is None and moment.ordinal is None


def _lacks_month(moment: Moment) -> bool:
    return moment.month is None and bool(moment.day is not None or moment.tenday or moment.half_month)


def only(readings: list[Interval]) -> Interval:
    """The reading of what can be read in one way."""
    return readings[0]


def place(moment: Moment, anchor: Interval | None, choose: Choose) -> Interval | None:
    """The days that a moment means, counted from `anchor`; None where that cannot be said.

    `choose` picks one of the readings in neighbouring years, or weeks, where these are left out.
    """
    if moment.shift is not None:
        if moment.stretch is not None:
            return relative.postponed(moment.shift, moment.stretch, anchor)
        return relative.shifted(moment.shift, anchor)
    if moment.stretch is not None and _is_free_stretch(moment):
        return relative.stretched(moment.stretch, anchor)
    if moment.same_period:
        return relative.same_period(moment, anchor)
    if moment.century is not None or moment.century_offset is not None or moment.decade is not None:
        return periods.epoch(moment, anchor)
    return _of_days(moment, anchor, choose)


def _of_days(moment: Moment, anchor: Interval | None, choose: Choose) -> Interval | None:
    if moment.now:
        return of_day(anchor.end) if anchor and anchor.end else None
    if moment.day_offset is not None and moment.holiday is None:
        return relative.day_offset(moment, anchor)
    if moment.week_offset is not None or _is_of_week(moment):
        return relative.week(moment, anchor, choose)
    if moment.year is not None and not moment.short:
        return _in_year(moment, moment.year, anchor)
    readings = []
    for year in _years(moment, anchor):
        reading = _in_year(moment, year, anchor)
        if reading is not None:
            readings.append(reading)
    if moment.weekday and moment.day:
        # 周六，6月18日: of the years that could be meant those in which the day is a Saturday.
        readings = [r for r in readings if r.start and r.start.isoweekday() == moment.weekday] or readings
    return choose(readings) if len(readings) > 1 else readings[0] if readings else None


def _years(moment: Moment, anchor: Interval | None) -> Iterable[int]:
    """The years that a moment may be in."""
    at = anchor.start or anchor.end if anchor else None
    if moment.year is not None:
        return [_full_year(moment.year, at)]
    if at is None:
        return []
    if moment.cycle is not None:
        return [at.year + (moment.cycle - (at.year - 4) + 29) % 60 - 29]  # the nearest, up to 30 years on
    if moment.year_offset is not None:
        begun = not moment.fiscal or at.month >= moment.fiscal
        return [at.year + moment.year_offset - (not begun)]
    if moment.month_offset is not None or moment.quarter_offset is not None or _lacks_month(moment):
        return [at.year]
    span = 8 if (moment.month, moment.day) == (2, 29) and not moment.lunar else 1
    return [year for year in range(at.year - span, at.year + span + 1) if 1 <= year <= 9999]


def _full_year(short: int, at: dt.date | None) -> int:
    """The year of two digits: 1930 to 2029, or later where the anchor is; at most ten years after it."""
    limit = max(at.year + 10, 2029) if at else 2029
    return limit - (limit - short) % 100


def _in_year(moment: Moment, year: int, anchor: Interval | None) -> Interval | None:
    """The moment in a year that is settled; what else it lacks it takes from the anchor."""
    at = anchor.start if anchor else None
    if moment.holiday is not None:
        return _holiday(moment, year)
    if moment.month is not None:
        return _of_month(moment, year, moment.month)
    if moment.month_offset is None and moment.quarter_offset is None and not _lacks_month(moment):
        return periods.in_year(moment, year)
    if at is None or not 1 <= year <= 9999:
        return None
    if moment.quarter_offset is not None:
        quarters = year * 4 + (at.month - 1) // 3 + moment.quarter_offset
        return periods.part_of(periods.of_quarter(quarters // 4, quarters % 4 + 1), moment)
    base = add_months(dt.date(year, at.month, 1), moment.month_offset or 0)
    return _of_month(moment, base.year, base.month) if base else None


def _of_month(moment: Moment, year: int, month: int) -> Interval | None:
    """A month, or a part of it."""
    if moment.lunar:
        return _of_lunar_month(moment, year, month)
    if moment.day is not None:
        return _of_day(year, month, moment.day)
    whole = of_month(year, month)
    if whole is None:
        return None
    if counts(moment):
        return counted(whole, moment)
    if moment.tenday:
        first, _, fuzzy = _TENDAYS[moment.tenday]
        return _days_of(whole, (first, _TENDAYS[moment.tenday + moment.tendays - 1][1]), fuzzy)
    days = _HALVES.get(moment.half_month or 0) or _PARTS.get(moment.part or "approximate")
    return _days_of(whole, days, moment.part) if days else whole


def _of_day(year: int, month: int, day: int) -> Interval | None:
    date = make(year, month, day)
    if date is not None:
        return of_day(date)
    whole = of_month(year, month)
    if whole is None or 1 <= year <= 9999 or not 1 <= day <= 31:
        return None
    return Interval(None, None, "day", f"{whole.edtf}-{day:02d}", f"{whole.timex3}-{day:02d}")


def _of_lunar_month(moment: Moment, year: int, month: int) -> Interval | None:
    if moment.day is not None:
        date = festivals.lunar_day(year, month, moment.day, leap=moment.leap)
        return of_day(date) if date else None
    days = festivals.lunar_month(year, month, leap=moment.leap)
    return of_days(*days, "month") if days else None


def _days_of(month: Interval, days: tuple[int, int], fuzzy: Fuzzy | None) -> Interval:
    if month.start is None or month.end is None:
        return month
    start = month.start.replace(day=days[0])
    end = month.end if days[1] >= month.end.day else month.start.replace(day=days[1])
    precision: Precision = "month" if fuzzy else "half"
    return Interval(start, end, precision, between_text(start, end), month.timex3, fuzzy)


def _holiday(moment: Moment, year: int) -> Interval | None:
    key = moment.holiday or ""
    days = festivals.in_moons_year(key, year) if moment.lunar else festivals.place(key, year)
    if days is None:
        return None
    start, end = days
    if moment.day and moment.lunar:
        return of_day(start + (moment.day - 1) * DAY)  # 新年初二
    if moment.day_offset:
        return of_day((end if moment.day_offset > 0 else start) + moment.day_offset * DAY)  # 除夕前一天
    if moment.holiday_day:
        start = end = start + (moment.holiday_day - ("second" in rule_of(key))) * DAY
    if moment.holiday_break:
        off = festivals.days_off if moment.holiday_break == "set" else festivals.usual_days_off
        start, end = off(key, start)
    return of_day(start) if start == end else of_days(start, end, "range")
