"""Years of accounts that do not begin in January, and the time that a report is about by its name alone.

截至2024年3月31日止年度; 2023财年指2022年10月1日至2023年9月30日; 公司财年自每年7月1日起. 公司披露半年报.
"""

import datetime as dt
import re
from typing import NamedTuple

from pipeline.forms.dates import Moment, changed
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.periods import in_year

_MONTH = r"(?P<month>[1-9]|1[0-2])月"
_YEAR = r"(?:[财財]政?年度?|[会會][计計]年度)"
_LAST_DAY = r"(?:2[89]|3[01])日"
_ENDED = re.compile(
    rf"(?:截至|截止)(?:[12]\d{{3}}年|每年)?{_MONTH}{_LAST_DAY}止?的?(?:[12]\d{{3}})?"
    rf"(?:年度|{_YEAR}|全年|十二[个個]月|12[个個]月)"
    rf"|{_YEAR}[^。；\n]{{0,6}}?(?:截至|截止|止[于於]|[于於在])(?:每年|[次翌]年)?(?P<month_behind>[1-9]|1[0-2])月{_LAST_DAY}(?:[为為]?止|[结結]束)?"
)
_BEGUN = re.compile(
    rf"(?P<named>[12]\d{{3}})?年?{_YEAR}[”」]?[，,]?[^。；\n\d]{{0,6}}?(?:指|[为為]|即|是|系|自|[从從]|由|始[于於]|[（(：:])[^。；\n\d]{{0,4}}?"
    rf"(?:(?P<year>[12]\d{{3}})年|每年|上年|[当當]年)?{_MONTH}1日"
)
#: The months that the words of a year of accounts alone may mean: the calendar's, or those of one over two years.
_UNTOLD = (0, 4)


class Accounts(NamedTuple):
    """The month in which a page's years of accounts begin, and whether one is called by the year in which it ends."""

    month: int
    by_end: bool


def told(text: str) -> Accounts | None:
    """The years of accounts of a page, where it says when they begin or end."""
    begun_in = _BEGUN.search(text)
    if begun_in:
        month, named, year = int(begun_in["month"]), begun_in["named"], begun_in["year"]
        return Accounts(month, by_end=int(named) > int(year) if named and year else month > 1)
    ended = _ENDED.search(text)
    if ended is None:
        return None
    month = int(ended["month"] or ended["month_behind"]) % 12 + 1
    return Accounts(month, by_end=month > 1)


def begun(moment: Moment, accounts: Accounts | None) -> Moment:
    """A year of accounts that begins in the month that the page tells."""
    if accounts is None or moment.fiscal not in _UNTOLD:
        return moment
    by_end = moment.fiscal == 0 and accounts.by_end
    return changed(moment, fiscal=accounts.month, year=moment.year - 1 if by_end and moment.year else moment.year)


#: What a report is called, and the last month of what it is about.
_REPORT = re.compile(
    r"(?P<first>[一首]季度?报)|(?P<half>半年度?报|中报|中期报告)|(?P<third>三季度?报)|(?P<year>年度?报告?(?!表))"
)
_ABOUT = {
    "first": (3, Moment(quarter=1)),
    "half": (6, Moment(half=1)),
    "third": (9, Moment(quarters=3)),
    "year": (12, Moment()),
}


def reported(text: str, published: dt.date) -> Interval | None:
    """The last such time that was over on the day of a page, by the first report that it names: 半年报, 三季报."""
    report = _REPORT.search(text)
    if report is None or report.lastgroup is None:
        return None
    month, about = _ABOUT[report.lastgroup]
    return in_year(about, published.year - (published.month <= month))
