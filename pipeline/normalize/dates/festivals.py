"""Where holidays and solar terms fall in a year."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from lunar_python import Lunar, LunarYear, Solar
from lunar_python.util import HolidayUtil

from pipeline.forms import holidays
from pipeline.normalize.dates import calendars, moon
from pipeline.normalize.dates.interval import DAY, make

#: Years for which the calendars here are reckoned.
_EARLIEST, _LATEST = 100, 9000
#: Days off that usually go with a holiday; three where nothing else is said.
_USUALLY = {"national": 7, "spring_festival": 7, "spring_festival_eve": 7, "labour": 5, "new_year": 3}


@lru_cache(maxsize=256)
def _months(year: int) -> dict[tuple[int, bool], tuple[float, int]]:
    """The months of a year of the Chinese lunar calendar: first Julian day and length, by number and whether leap."""
    if not _EARLIEST <= year <= _LATEST:
        return {}
    months = LunarYear.fromYear(year).getMonthsInYear()
    return {(abs(m.getMonth()), m.isLeap()): (m.getFirstJulianDay(), int(m.getDayCount())) for m in months}


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> dt.date | None:
    """The day of the Chinese lunar calendar on the sun's calendar, or None if there is no such day."""
    first, days = _months(year).get((month, leap), (0, 0))
    if not 1 <= day <= days:
        return None
    solar = Solar.fromJulianDay(first + day - 1)
    return make(solar.getYear(), solar.getMonth(), solar.getDay())


def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last day of a month of the Chinese lunar calendar, or None if there is no such month."""
    first = lunar_day(year, month, 1, leap=leap)
    return None if first is None else (first, first + (_months(year)[month, leap][1] - 1) * DAY)


@lru_cache(maxsize=1024)
def place(key: str, year: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of a holiday or solar term in a year, or None if it has none there."""
    if not _EARLIEST <= year <= _LATEST:
        return None
    rule = holidays.rule_of(key)
    kind, numbers = str(rule[0]), [n for n in rule[1:] if isinstance(n, int)]
    words = [w for w in rule[1:] if isinstance(w, str)]
    first = _RULES[kind](year, numbers, words)
    if first is None:
        return None
    return first, first + (_days(kind, numbers) - 1) * DAY


def in_moons_year(key: str, year: int) -> tuple[dt.date, dt.date] | None:
    """A holiday in a year of the moon's calendar, as reigns count them: its last days are in the sun's next year."""
    rule = holidays.rule_of(key)
    if rule[0] != "lunar":
        return place(key, year)
    month, day = (n for n in rule[1:] if isinstance(n, int))
    first = lunar_day(year, month, day) if day else lunar_day(year + 1, month, 1)
    last = first if day or first is None else first - DAY
    return (last, last) if last else None


def usual_days_off(key: str, first: dt.date) -> tuple[dt.date, dt.date]:
    """First and last of the days off that usually go with a holiday, from its own first day on."""
    return first, first + (_USUALLY.get(key, 3) - 1) * DAY


@lru_cache(maxsize=256)
def days_off(key: str, first: dt.date) -> tuple[dt.date, dt.date]:
    """First and last of the days off around a holiday as set in China; the usual ones if none are known."""
    off = [first]
    for step in (-DAY, DAY):
        day = first
        while (free := HolidayUtil.getHoliday(day.isoformat())) is not None and not free.isWork():
            off.append(day)
            day += step
    return (min(off), max(off)) if len(off) > 1 else usual_days_off(key, first)


def _days(kind: str, numbers: list[int]) -> int:
    """How many days a holiday lasts. Of the Hebrew ones those of several days begin on the evening before."""
    if kind == "lent":
        return numbers[1] - numbers[0] + 1
    length = numbers[2] if kind in ("hebrew", "islamic", "moon") else 1
    return length + (kind == "hebrew" and length > 1)


Numbers = list[int]
Words = list[str]


def _lunar(year: int, numbers: Numbers, _: Words) -> dt.date | None:
    """In the year of the sun: 2024年腊八 is in January, at the end of the moon's year before."""
    days = [lunar_day(moon_year, numbers[0], max(numbers[1], 1)) for moon_year in (year, year - 1)]
    first = next((day for day in days if day is not None and day.year == year), days[0])
    return first - DAY if first and numbers[1] == 0 else first


def _weekday(year: int, numbers: Numbers, _: Words) -> dt.date | None:
    first = nth_weekday(year, numbers[0], numbers[1], numbers[2])
    return first + sum(numbers[3:]) * DAY if first else None


_RULES: dict[str, Callable[[int, Numbers, Words], dt.date | None]] = {
    "fixed": lambda year, numbers, _: make(year, numbers[0], numbers[1]),
    "lunar": _lunar,
    "moon": _lunar,
    "weekday": _weekday,
    "easter": lambda year, numbers, words: easter(year, eastern="eastern" in words) + numbers[0] * DAY,
    "lent": lambda year, numbers, _: easter(year, eastern=False) + numbers[0] * DAY,
    "term": lambda year, _, words: solar_term(words[0], year),
    "hebrew": lambda year, numbers, words: calendars.hebrew(year, numbers[0], numbers[1], moved="moved" in words),
    "islamic": lambda year, numbers, _: calendars.islamic(year, numbers[0], numbers[1]),
    "evening": lambda year, numbers, words: moon.evening(words[0], dt.date(year, numbers[0], numbers[1])),
}


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
