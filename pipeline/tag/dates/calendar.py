"""Whether any calendar has such a date."""

from calendar import monthrange

from pipeline.tag.dates.rule import Fields

#: Days of the months in a leap year.
_MOST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR_DAYS = 30


def impossible(fields: Fields) -> bool:
    """Whether the fields name a month or day that there is not: 13月, 2月30日, 2023年2月29日."""
    month, day, year = fields.get("month"), fields.get("day"), fields.get("year")
    if month is not None and not 1 <= month <= 12:
        return True
    if day is None:
        return False
    if fields.get("lunar"):
        return not 1 <= day <= _LUNAR_DAYS
    if month is None:
        return not 1 <= day <= 31
    if not 1 <= day <= _MOST[month - 1]:
        return True
    if (month, day) != (2, 29) or year is None or fields.get("short"):
        return False
    return monthrange(year if year > 0 else year % 400 + 400, 2)[1] < 29
