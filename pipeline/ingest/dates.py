"""Calendar days as pages write them when they mean a publication date."""

import re
from datetime import date, datetime

from pipeline import numerals

#: A year in which a web page can have been published. No clock is asked for the upper limit.
YEAR = r"(?:19[89]|20\d)\d"

_MONTH_DAY = r"\s?年\s?(?P<month{0}>\d{{1,2}})\s?月\s?(?P<day{0}>\d{{1,2}})\s?[日号號]"
_HAN = "[一二三四五六七八九十]"
#: A whole date in running text: 2019年5月17日, 2019-05-17, 2019/5/17, 2019.5.17, 民國108年5月17日,
#: 二〇一九年五月十七日.
DAY = (
    rf"(?:(?<!\d)(?P<year>{YEAR})"
    rf"(?:{_MONTH_DAY.format('')}|(?P<mark>[-/.])(?P<month2>\d{{1,2}})(?P=mark)(?P<day2>\d{{1,2}})(?!\d))"
    rf"|民[國国]\s?(?P<republic>\d{{2,3}}){_MONTH_DAY.format(6)}"
    rf"|(?P<year7>[一二][〇零○一二三四五六七八九]{{3}})年(?P<month7>{_HAN}{{1,2}})月(?P<day7>{_HAN}{{1,3}})日)"
)
#: The same in the order of Hong Kong and Macau: 17/05/2019, 17.5.2019.
DAY_FIRST = (
    rf"(?<![\d/.-])(?P<day8>\d{{1,2}})(?P<mark8>[-/.])(?P<month8>\d{{1,2}})(?P=mark8)(?P<year8>{YEAR})(?![\d/.-])"
)
#: The first year of the Republic of China is 1912.
_REPUBLIC = 1911

_DAY = re.compile(DAY)
_COMPACT = re.compile(rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d)(?!\d{{1,5}}(?!\d))")
#: A day before the web, as collections that were digitised state it.
_OLD = re.compile(r"1[89]\d\d-\d\d-\d\d(?!\d)")

#: What is longer, or names no year, is no date in any writing.
_LONGEST, _NAMED_YEAR = 64, re.compile(YEAR)
#: All parts must be there: neither the clock nor a base day lends any.
_STRICT = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RELATIVE_BASE": datetime(1900, 1, 1)}


def parse(value: str) -> str | None:
    """A date as metadata write it, YYYY-MM-DD; None where it is none.

    2019-05-17T08:12:00+08:00, 2019/5/17, 20190517, 2019年5月17日, Fri, 17 May 2019 08:12:00 GMT, May 17, 2019. The
    day is taken as written, in the time zone it is written in.
    """
    value = value.strip()
    match = _DAY.match(value) or _COMPACT.match(value)
    if match:
        return of(match)
    if _OLD.match(value):
        try:
            return date.fromisoformat(value[:10]).isoformat()
        except ValueError:
            return None
    return _foreign(value) if len(value) <= _LONGEST and _NAMED_YEAR.search(value) else None


def _foreign(value: str) -> str | None:
    """A day in other countries' order, with all its parts; dateparser guesses none of them in this setting."""
    import dateparser  # noqa: PLC0415 - takes half a second, and few pages want it

    found = dateparser.parse(value, languages=["en", "zh"], settings=_STRICT)
    return found.date().isoformat() if found else None


def of(match: re.Match[str]) -> str | None:
    """The day of a match with groups year, month and day, or their numbered variants; None if there is no such day."""
    parts: dict[str, int] = {}
    for name, value in match.groupdict().items():
        if value is not None and (kind := name.rstrip("0123456789")) in ("year", "month", "day"):
            parts[kind] = int(value) if value.isdecimal() else _han(value)
        elif value is not None and name == "republic":
            parts["year"] = int(value) + _REPUBLIC
    try:
        return date(parts["year"], parts["month"], parts["day"]).isoformat()
    except ValueError:
        return None


def _han(value: str) -> int:
    number = numerals.by_place(value)  # 二〇一九
    return number if number is not None else numerals.integer(value) or 0  # 十七; there is no day 0
