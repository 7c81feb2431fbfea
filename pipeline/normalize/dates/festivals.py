"""Where holidays and solar terms fall in a year."""

import datetime as dt
from functools import lru_cache

from lunar_python import Lunar, LunarMonth, LunarYear

from pipeline.forms import holidays
from pipeline.normalize.dates import moon
from pipeline.normalize.dates.interval import DAY, make

#: Days off that go with a holiday, from its first day; three where nothing else is said.
DAYS_OFF = {"national": 7, "spring_festival": 7, "spring_festival_eve": 7, "labour": 5, "new_year": 3}


@lru_cache(maxsize=1024)
def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> dt.date | None:
    """The day of the Chinese lunar calendar on the sun's calendar, or None if there is no such day."""
    days = _days_of(year, month, leap=leap)
    if days is None or not 1 <= day <= days:
        return None
    solar = Lunar.fromYmd(year, -month if leap else month, day).getSolar()
    return make(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=1024)
def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last day of a month of the Chinese lunar calendar, or None if there is no such month."""
    days = _days_of(year, month, leap=leap)
    first = None if days is None else lunar_day(year, month, 1, leap=leap)
    return None if first is None or days is None else (first, first + (days - 1) * DAY)


def _days_of(year: int, month: int, *, leap: bool) -> int | None:
    if not (1 <= month <= 12 and 1 <= year <= 9000) or (leap and LunarYear.fromYear(year).getLeapMonth() != month):
        return None
    found = LunarMonth.fromYm(year, -month if leap else month)
    return None if found is None else int(found.getDayCount())


@lru_cache(maxsize=1024)
def place(key: str, year: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of a holiday or solar term in a year, or None if it has none there."""
    if not 1 <= year <= 9000:
        return None
    rule = holidays.rule_of(key)
    kind, numbers = rule[0], [n for n in rule[1:] if isinstance(n, int)]
    if kind == "fixed":
        first = make(year, *numbers)
    elif kind == "weekday":
        first = nth_weekday(year, *numbers[:3])
        first = first + numbers[3] * DAY if first and len(numbers) > 3 else first
    elif kind == "lunar":
        first = lunar_day(year, numbers[0], max(numbers[1], 1))
        first = first - DAY if first and numbers[1] == 0 else first
    elif kind == "term":
        first = solar_term(str(rule[1]), year)
    elif kind == "easter":
        first = easter(year, eastern="eastern" in rule) + numbers[0] * DAY
    elif kind == "easter_span":
        return easter(year, eastern=False) + numbers[0] * DAY, easter(year, eastern=False) + numbers[1] * DAY
    elif kind == "hebrew":
        first = _hebrew_in(year, numbers[0], numbers[1])
        if first and "moved" in rule:
            first += _MOVED.get(first.isoweekday(), 0) * DAY
    elif kind == "islamic":
        first = _islamic_in(year, numbers[0], numbers[1])
    elif kind == "evening":
        first = moon.evening("full" if "full" in rule else "new", dt.date(year, numbers[0], numbers[1]))
    else:
        first = lunar_day(year, numbers[0], max(numbers[1], 1))
        first = first - DAY if first and numbers[1] == 0 else first
    if first is None:
        return None
    length = numbers[2] if kind in ("hebrew", "islamic", "moon") else 1
    return first, first + (length - 1 + (kind == "hebrew" and length > 1)) * DAY


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The n-th weekday (1 is Monday) of a month, from its end if negative."""
    if nth > 0:
        first = dt.date(year, month, 1)
        date = first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * DAY
    else:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - DAY
        date = last - ((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1)) * DAY
    return date if date.month == month else None


def solar_term(name: str, year: int) -> dt.date | None:
    """The day of a solar term in a year."""
    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    for key in (name, {"冬至": "DONG_ZHI", "小寒": "XIAO_HAN", "大寒": "DA_HAN", "立春": "LI_CHUN"}.get(name, name)):
        solar = table.get(key)
        if solar is not None and solar.getYear() == year:
            return make(solar.getYear(), solar.getMonth(), solar.getDay())
    return None


def easter(year: int, *, eastern: bool) -> dt.date:
    """Easter Sunday by the Gregorian, or by the Julian rule on the Gregorian calendar."""
    golden = year % 19
    if eastern:
        epact = (19 * golden + 15) % 30
        days = epact + (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7 + 114
        julian = dt.date(year, days // 31, days % 31 + 1)
        return julian + (year // 100 - year // 400 - 2) * DAY
    century, rest = divmod(year, 100)
    leap, over = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * over + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    days = epact + weekday - 7 * shift + 114
    return dt.date(year, days // 31, days % 31 + 1)


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


def _hebrew_in(year: int, month: int, day: int) -> dt.date | None:
    dates = (_hebrew_day(year + offset, month, day) for offset in (3760, 3761))
    return next((date for date in dates if date.year == year), None)


def _islamic_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the Islamic calendar: the month of the tabular one, begun by the moon as in Mecca."""
    ordinal = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227015
    if not 1 <= ordinal <= 3650000:
        return None
    return moon.islamic_month(dt.date.fromordinal(ordinal)) + (day - 1) * DAY


def _islamic_in(year: int, month: int, day: int) -> dt.date | None:
    guess = (year - 622) * 33 // 32
    dates = (_islamic_day(guess + offset, month, day) for offset in (-1, 0, 1, 2))
    return next((date for date in dates if date and date.year == year), None)
