"""What is counted inside a period: 第一周, 最后一个周三, 前两周, 最后三个月.

The weeks of a period are those that begin in it, on a Monday.
"""

import datetime as dt

from pipeline.forms.dates import Moment, Stretch
from pipeline.normalize.dates.interval import DAY, Interval, add_months, of_day, of_days, of_week
from pipeline.normalize.dates.relative import MONTHS_IN, TIMEX_UNITS


def counts(moment: Moment) -> bool:
    """Whether a moment counts inside the period that it names."""
    return bool(moment.week or moment.ordinal or moment.stretch is not None)


def counted(whole: Interval, moment: Moment) -> Interval | None:
    """The part of a period that a moment counts out."""
    if whole.start is None or whole.end is None:
        return None
    if moment.ordinal:
        return _nth_weekday(whole.start, whole.end, moment.weekday or 1, moment.ordinal)
    if moment.week:
        return _nth_week(whole.start, whole.end, moment.week)
    return _stretch(whole.start, whole.end, moment.stretch) if moment.stretch else None


def _stretch(start: dt.date, end: dt.date, stretch: Stretch) -> Interval:
    """前两周, 最后三天: from the first, or up to the last day of the period."""
    first = stretch.side == "first"
    low, high = start, end
    if stretch.unit == "week":
        return _weeks_at(start, end, round(stretch.count), first=first)
    if stretch.unit == "day":
        days = round(stretch.count) - 1
        low, high = (start, start + days * DAY) if first else (end - days * DAY, end)
    elif first:
        after = add_months(start, round(stretch.count * MONTHS_IN[stretch.unit]))
        high = after - DAY if after else end
    else:
        low = add_months(end + DAY, -round(stretch.count * MONTHS_IN[stretch.unit])) or start
    timex = f"P{stretch.count:g}{TIMEX_UNITS[stretch.unit]}"
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
