"""Dates that count from another: 昨天, 下周三, 三天后, 近30天, 去年同期."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from pipeline.forms.dates import Moment, Shift, Stretch
from pipeline.normalize.dates.interval import (
    DAY,
    Interval,
    add_months,
    month_end,
    of_day,
    of_days,
    of_month,
    of_week,
    of_weekend,
    of_year,
    step,
)

#: Chooses among the same day, month or season of several years.
Choose = Callable[[list[Interval]], Interval]

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
TIMEX_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def day_offset(moment: Moment, anchor: Interval | None) -> Interval | None:
    """昨天, 次日: so many days from the anchor."""
    at = _single_day(anchor, moment)
    years = moment.year - at.year if moment.year is not None and at is not None else moment.year_offset
    if at is not None and years:
        at = add_months(at, 12 * years)  # 去年今日, 2018年同日
    return of_day(at + (moment.day_offset or 0) * DAY) if at else None


def _single_day(anchor: Interval | None, moment: Moment) -> dt.date | None:
    """The day to count from: the anchor's, or its last where days after a stretch are meant."""
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    return anchor.end if (moment.day_offset or 0) > 0 else anchor.start


def week(moment: Moment, anchor: Interval | None, choose: Choose) -> Interval | None:
    """下周, 周三, 本周末: the week of the anchor or one beside it, or a day in it."""
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


def same_period(moment: Moment, anchor: Interval | None, *, named: bool = False) -> Interval | None:
    """去年同期: what the sentence speaks of, a year earlier; 2019年同期: the same days of that year.

    `named` says that the anchor was itself called 去年, so that 去年同期 is in its year.
    """
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    if moment.year is None:
        years = 0 if named else moment.year_offset or 0
    else:  # 2023年同期, of the days around New Year's Day 2024: those around that of 2023
        years = moment.year - anchor.start.year or moment.year - anchor.end.year
    months = 12 * years + (moment.month_offset or 0)
    start, end = add_months(anchor.start, months), add_months(anchor.end, months)
    if start is None or end is None:
        return None
    units = {"day": of_day(start), "month": of_month(start.year, start.month), "year": of_year(start.year)}
    if anchor.precision in units and not anchor.fuzzy and (anchor.precision != "year" or anchor.start.month == 1):
        return units[anchor.precision]
    if anchor.end == month_end(anchor.end.year, anchor.end.month):
        end = month_end(end.year, end.month)
    return replace(of_days(start, end, anchor.precision), fuzzy=anchor.fuzzy)


def shifted(shift: Shift, anchor: Interval | None) -> Interval | None:
    """三天后, 两个月前, 十年前: the day, month or year so many of them from the anchor.

    几年前 is all that may be meant.
    """
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    at = anchor.end if shift.count > 0 else anchor.start
    found = _shifted(shift.count, shift.unit, at)
    if shift.count_max is None or found is None:
        return replace(found, fuzzy="approximate") if found and shift.unit == "workday" else found
    ends = sorted((found, _shifted(shift.count_max, shift.unit, at) or found), key=lambda end: end.start or at)
    if ends[0].start is None or ends[1].end is None:
        return None
    return replace(of_days(ends[0].start, ends[1].end, "range"), timex3=None, fuzzy="approximate")


def _shifted(count: float, unit: str, at: dt.date) -> Interval | None:
    if unit == "workday":
        # Five a week, counted from the Friday before where the anchor is itself no workday.
        weeks, days = divmod(round(count), 5)
        day = min(at.isoweekday(), 5)
        over = 2 if day + days > 5 else 0
        return _safe_day(at, day - at.isoweekday() + 7 * weeks + days + over)
    if unit in ("day", "week"):
        return _safe_day(at, round(count * (7 if unit == "week" else 1)))
    date = add_months(at, round(count * MONTHS_IN[unit]))
    if date is None:
        return None
    return of_year(date.year) if unit == "year" else of_month(date.year, date.month)


def postponed(shift: Shift, stretch: Stretch, anchor: Interval | None) -> Interval | None:
    """公告日起15个交易日后的6个月内: a stretch that begins so long after the anchor."""
    begin = shifted(shift, anchor)
    found = stretched(stretch, begin)
    return replace(found, fuzzy=begin.fuzzy) if found and begin else found


def _safe_day(at: dt.date, days: int) -> Interval | None:
    try:
        return of_day(at + days * DAY)
    except OverflowError:
        return None


def stretched(stretch: Stretch, anchor: Interval | None) -> Interval | None:
    """近30天: from the same day so many units before up to the anchor; 未来7天: from it on; 上两周: whole weeks.

    What is to come in months or years ends the day before the same day (未来一年: up to 10-22 from 10-23 on).
    Where the anchor is no single day (近30天 under the heading 2022年3月), its last day is taken for a stretch
    that is over and its first for one to come.
    """
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    past = stretch.side == "past"
    at = anchor.end if past else anchor.start
    if stretch.whole:
        days = _whole_units(stretch, at)
    elif stretch.unit in ("day", "week"):
        length = max(round(stretch.count * (7 if stretch.unit == "week" else 1)), 1)
        other = step(at, -length if past else length)
        days = None if other is None else (other, at) if past else (at, other)
    else:
        other = add_months(at, round(stretch.count * MONTHS_IN[stretch.unit]) * (-1 if past else 1))
        days = None if other is None else (other, at) if past else (at, other - DAY)
    if days is None:
        return None
    return of_days(*days, "duration", f"P{stretch.count:g}{TIMEX_UNITS[stretch.unit]}")


def _whole_units(stretch: Stretch, at: dt.date) -> tuple[dt.date, dt.date] | None:
    """The calendar's units next to the one that the anchor is in."""
    past, count = stretch.side == "past", round(stretch.count) or 1
    if stretch.unit in ("day", "week"):
        length = 7 if stretch.unit == "week" else 1
        here = at - (at.isoweekday() - 1) * DAY if length == 7 else at
        start = _safe_day(here, -count * length if past else length)
        end = _safe_day(here, -1 if past else (count + 1) * length - 1)
        return (start.start, end.end) if start and end and start.start and end.end else None
    months = MONTHS_IN[stretch.unit]
    here = at.replace(month=(at.month - 1) // months * months + 1, day=1)
    first = add_months(here, -count * months if past else months)
    after = here if past else add_months(here, (count + 1) * months)
    return (first, after - DAY) if first and after else None
