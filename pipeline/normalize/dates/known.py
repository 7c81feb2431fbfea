"""A date that is placed, and a date that asks where it is: whether the one can go on from the other."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.standing import Standing
from pipeline.normalize.dates.tense import Clause

#: What a date must know to be taken from: a year, a quarter or a month of it, or a single day.
Need = Literal["year", "quarter", "month", "day"]
#: How a date counts: from what the text speaks of, from when it was written, or not at all (its year is left out).
Reference = Literal["plain", "topic", "speech"]
#: A longer stretch of time gives no year, in days.
_LONGEST = 400
#: A whole year that ended so many days before what the story was at is a look back.
_LOOKS_BACK = 366
#: Years between which dates are counted from.
_EARLIEST, _LATEST = 200, 9700
#: 6月20日消息, 3月1日，公司发布报告称: the date on which something is reported is the now of what it says.
_REPORTS = re.compile(
    r"(?:消息|[讯訊电電]|报道|報導|获悉|獲悉|公告|(?:[时時初底]|期间)?[，,]?[^，。,；]{0,20}?(?:发布|發佈|公布|披露|宣布|表示|报告|年报|报道|[称指说]))"
)


@dataclass(frozen=True)
class Known:
    """A date that is placed: its form, its days, whether its sentence reports something of that date, its standing.

    One that is `embedded` belongs to a noun of its sentence and comes after the others there.
    """

    form: DateForm
    interval: Interval
    reports: bool
    standing: Standing = "fact"
    embedded: bool = False

    def gives(self, need: Need, asking: "Asking | None" = None) -> bool:
        """Whether it has what another date needs."""
        first, last = self.interval.start, self.interval.end
        if first is None or last is None or not is_anchor(self.interval):
            return False
        if self.form.role is not None and not (self.form.role == "report" and asking is not None and asking.of_report):
            return False
        if need == "day":
            return first == last
        if need == "month":
            return (first.year, first.month) == (last.year, last.month)
        if need == "quarter":
            return (first.year, (first.month - 1) // 3) == (last.year, (last.month - 1) // 3)
        return (last - first).days <= _LONGEST


@dataclass(frozen=True)
class Asking:
    """The date that asks: how it counts, and what the words around it say."""

    moment: Moment
    clause: Clause

    @property
    def kind(self) -> Reference:
        """How it counts."""
        return reference(self.moment)

    @property
    def of_report(self) -> bool:
        """Whether it may be a part of the year that a report is about: 四季度营收, not what is to come."""
        return is_period(self.moment) and self.clause.tense != "future"

    @property
    def ends_now(self) -> bool:
        """Whether it is a stretch up to the moment of writing: under a month's heading up to that month's end."""
        return self.moment.stretch is not None and self.moment.stretch.side == "past"

    def follows_in_sentence(self, known: Known) -> bool:
        """Whether it can go on from a date of its own sentence."""
        if known.standing == "plan":
            return not self.clause.stated or self._is_bare_day or self.kind == "topic"
        # 今年以来…，8月15日: whatever began, the year named is the page's own.
        named = known.form.first
        if self.kind == "plain" and (named.year_offset, named.anchor) == (0, "speech"):
            return True
        # 较上年 counts from the year that is told of, 次年 from the one last named.
        looks_back = (self.moment.year_offset or 0) < 0 or self.moment.same_period
        return known.standing == "fact" or self._is_bare_day or (self.kind == "topic" and not looks_back)

    @property
    def _is_bare_day(self) -> bool:
        """Whether it is a day whose month is left out."""
        return self.moment.month is None and self.moment.day is not None

    def follows(self, known: Known, latest: dt.date | None) -> bool:
        """Whether it can go on from a date of a sentence before; `latest` is where the story has come to."""
        if known.standing == "fact":
            return not (is_period(self.moment) and _looks_back(known, latest))
        if known.standing == "aside" or self.kind == "topic":
            return known.standing == "plan"
        start = known.interval.start
        near = start is None or latest is None or (start - latest).days < _LOOKS_BACK
        return not self._is_bare_day and (self.clause.tense == "future" or (self.clause.tense is None and near))


def is_period(moment: Moment) -> bool:
    """Whether it is a part of a year that figures are reported for, and its year is left out."""
    part = moment.half or moment.quarter or moment.quarters or moment.months
    return bool(part and moment.year is None and moment.year_offset is None)


def _looks_back(known: Known, latest: dt.date | None) -> bool:
    """Whether a bare year is a look back from what was told before it: 2022年，这一数字为64亿元."""
    whole, end = known.interval.precision == "year" and known.interval.fuzzy is None, known.interval.end
    return whole and end is not None and latest is not None and (latest - end).days > _LOOKS_BACK


def is_anchor(interval: Interval) -> bool:
    """Whether dates may count from it: not where the calendar itself would end within their reach."""
    return interval.start is not None and _EARLIEST < interval.start.year < _LATEST


def reports(text: str, end: int) -> bool:
    """Whether what follows a date in its sentence is a report made on that date."""
    return bool(_REPORTS.match(text, end))


def reference(moment: Moment) -> Reference:
    """How a moment counts."""
    after = moment.shift is not None and moment.shift.count > 0 and moment.anchor is None
    if moment.anchor == "topic" or moment.same_period or after:
        return "topic"
    if moment.anchor == "speech" or moment.shift or moment.now:
        return "speech"
    return "speech" if moment.stretch and moment.stretch.side in ("past", "future") else "plain"
