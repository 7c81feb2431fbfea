"""A placed date: the days it covers, and how it is written in EDTF and TIMEX3."""

import datetime as dt
from calendar import isleap
from dataclasses import dataclass

from pipeline.schema import Fuzzy, Precision

DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class Interval:
    """Days from `start` to `end`, both inclusive, at a precision.

    `edtf` and `timex3` are the standard spellings of the unit that is meant. `start` and `end` are None
    where no proleptic Gregorian day of the years 1 to 9999 can say them (公元前202年); the spellings
    then still do. `lunar` marks a year of a reign, whose months are the moon's. An interval is never changed
    once it is made.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    edtf: str | None
    timex3: str | None
    fuzzy: Fuzzy | None = None
    lunar: bool = False


def make(year: int, month: int = 1, day: int = 1) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def step(date: dt.date, days: int) -> dt.date | None:
    """So many days on, or None where the calendar of the years 1 to 9999 ends before."""
    try:
        return date + days * DAY
    except OverflowError:
        return None


_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_days(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and isleap(year) else _MONTH_DAYS[month]


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, month_days(year, month))


def add_months(date: dt.date, months: int) -> dt.date | None:
    """The same day so many months on, or the last day of that month if it is shorter."""
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(date.day, month_days(year, month + 1)))


def year_text(year: int) -> str:
    """A year in EDTF; astronomical, so that 公元前202年 is -0201."""
    return f"{year:04d}" if 0 <= year <= 9999 else f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def timex_year(year: int) -> str:
    """A year in TIMEX3."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def of_day(date: dt.date) -> Interval:
    """One day."""
    text = date.isoformat()
    return Interval(date, date, "day", text, text)


def of_month(year: int, month: int) -> Interval | None:
    """A month."""
    if not 1 <= month <= 12:
        return None
    if not 1 <= year <= 9999:
        return Interval(None, None, "month", f"{year_text(year)}-{month:02d}", f"{timex_year(year)}-{month:02d}")
    start = dt.date(year, month, 1)
    text = start.isoformat()[:7]
    return Interval(start, month_end(year, month), "month", text, text)


def of_years(first: int, last: int, precision: Precision, edtf: str, timex3: str | None) -> Interval:
    """Whole years."""
    if not (first >= 1 and last <= 9999):
        return Interval(None, None, precision, edtf, timex3)
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31), precision, edtf, timex3)


def of_year(year: int) -> Interval:
    """A year."""
    text = year_text(year)
    return of_years(year, year, "year", text, text if 0 < year <= 9999 else timex_year(year))


def of_months(
    year: int, first: int, count: int, precision: Precision, edtf: str | None, timex3: str | None
) -> Interval:
    """So many months from the `first` of a year on; they may run into the next."""
    if not 1 <= year <= 9998:
        return Interval(None, None, precision, edtf, timex3)
    start = dt.date(year, first, 1)
    end = add_months(start, count)
    return Interval(start, None if end is None else end - DAY, precision, edtf, timex3)


def of_week(monday: dt.date) -> Interval:
    """The week from a Monday to the Sunday after it."""
    sunday = monday + 6 * DAY
    year, week, _ = monday.isocalendar()
    return Interval(monday, sunday, "week", between_text(monday, sunday), f"{year:04d}-W{week:02d}")


def of_weekend(saturday: dt.date) -> Interval:
    """Saturday and Sunday."""
    sunday = saturday + DAY
    year, week, _ = saturday.isocalendar()
    return Interval(saturday, sunday, "range", between_text(saturday, sunday), f"{year:04d}-W{week:02d}-WE")


def between_text(start: dt.date | None, end: dt.date | None) -> str:
    """An EDTF interval of days; `..` is an open end."""
    return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"


def of_days(start: dt.date, end: dt.date, precision: Precision, timex3: str | None = None) -> Interval:
    """Any days in a row."""
    return Interval(start, end, precision, between_text(start, end), timex3 or f"P{(end - start).days + 1}D")
