"""Whether any calendar has such a date."""

from calendar import monthrange

from pipeline.tag.dates.rule import Fields

#: Days of the months in a leap year.
_MOST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR_DAYS = 30


def impossible(fields: Fields) -> bool:
    """Whether the fields name a month or day that there is not: 13月, 2月30日, 2023年2月29日."""
    month, day = fields.get("month"), fields.get("day")
    if month is not None and not 1 <= month <= 12:
        return True
    if day is None:
        return False
    most = _LUNAR_DAYS if fields.get("lunar") else _MOST[month - 1] if month else 31
    year = fields.get("year")
    if month == 2 and day == 29 and year is not None and not fields.get("short") and not fields.get("lunar"):
        most = monthrange(year % 400 + 400, 2)[1]
    return not 1 <= day <= most
