"""The Hebrew and the Islamic calendar on the sun's."""

import datetime as dt

from pipeline.normalize.dates import moon
from pipeline.normalize.dates.interval import DAY

#: Independence Day keeps away from the Sabbath: by the weekday of its eve, the days that it moves.
_MOVED = {4: -1, 5: -2, 7: 1}

# The Hebrew calendar counts from Tishri of the year 1 on. A feast begins at sundown, so its first day
# here is the evening before the day that the calendar names, and one of several days ends a day later.
_HEBREW_EPOCH = -1373428


def _hebrew_new_year(year: int) -> int:
    """Days from the epoch to the first of Tishri."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _hebrew_start(year: int) -> int:
    before, here, after = (_hebrew_new_year(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_day(year: int, month: int, day: int) -> dt.date:
    """A day; months count from Nisan, so a year begins with 7 and goes through 13 or 12 to 6."""
    length = _hebrew_start(year + 1) - _hebrew_start(year)
    lengths = {1: 30, 2: 29, 3: 30, 4: 29, 5: 30, 6: 29, 7: 30, 8: 29, 9: 30, 10: 29, 11: 30, 12: 29, 13: 29}
    if length % 10 == 5:
        lengths[8] = 30
    if length % 10 == 3:
        lengths[9] = 29
    last = 12
    if _hebrew_leap(year):
        lengths[12], last = 30, 13
    month = min(month, last)
    order = [*range(7, last + 1), *range(1, 7)]
    ordinal = _hebrew_start(year) + sum(lengths[m] for m in order[: order.index(month)]) + day - 1
    return dt.date.fromordinal(ordinal)


def hebrew(year: int, month: int, day: int, *, moved: bool = False) -> dt.date | None:
    """The evening on which a day of the Hebrew calendar begins, in a year of the sun's; `moved` off the Sabbath."""
    dates = (_hebrew_day(year + offset, month, day) for offset in (3760, 3761))
    date = next((date for date in dates if date.year == year), None)
    return date + _MOVED.get(date.isoweekday(), 0) * DAY if date and moved else date


def _islamic_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the Islamic calendar: the month of the tabular one, begun by the moon as in Mecca."""
    ordinal = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227015
    if not 1 <= ordinal <= 3650000:
        return None
    return moon.islamic_month(dt.date.fromordinal(ordinal)) + (day - 1) * DAY


def islamic(year: int, month: int, day: int) -> dt.date | None:
    """A day of the Islamic calendar in a year of the sun's."""
    guess = (year - 622) * 33 // 32
    dates = (_islamic_day(guess + offset, month, day) for offset in (-1, 0, 1, 2))
    return next((date for date in dates if date and date.year == year), None)
