"""Years of accounts that do not begin in January: the page tells their month, 截至2024年3月31日止年度."""

import re

from pipeline.forms.dates import Moment, changed

_ENDED = re.compile(
    r"(?:截至|截止)(?:[12]\d{3}年)?(?P<month>[1-9]|1[0-2])月(?:2[89]|3[01])日止?的?"
    r"(?:年度|[财財]政?年|会计年度|會計年度|全年|十二[个個]月|12[个個]月)"
)
#: The months that the words of a year of accounts alone may mean: the calendar's, or those of one over two years.
_UNTOLD = (0, 4)


def told(text: str) -> int | None:
    """The month in which the years of accounts of a page begin, where it says when they end."""
    ended = _ENDED.search(text)
    return int(ended["month"]) % 12 + 1 if ended else None


def begun(moment: Moment, month: int | None) -> Moment:
    """A year of accounts that begins in this month; written as one year it is called by that in which it ends."""
    if month is None or moment.fiscal not in _UNTOLD:
        return moment
    by_end = moment.fiscal == 0 and moment.year is not None and month > 1
    return changed(moment, fiscal=month, year=moment.year - 1 if by_end and moment.year else moment.year)
