"""A date that is placed, and a date that asks where it is: whether the one can go on from the other."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import standing
from pipeline.normalize.dates.clause import Clause
from pipeline.normalize.dates.interval import Interval, make, of_day, of_year
from pipeline.normalize.dates.lazy import lazy

#: What a date must know to be taken from: a year, a quarter or a month of it, or a single day.
Need = Literal["year", "quarter", "month", "day"]
#: How a date counts: from what the text speaks of, from when it was written, or not at all (its year is left out).
Reference = Literal["plain", "topic", "speech"]
#: A longer stretch of time gives no year, in days.
_LONGEST = 400
#: A whole year that ended so many days before what the story was at is a look back.
_LOOKS_BACK = 366
#: Behind a year in a 《title》 that is a report's.
_REPORT = re.compile(r"[^》]{0,24}?(?:报告|年报|财报|决算|公报)")
#: Behind the part of a year that one is about: 三季报, 一季度业绩.
_OF_PERIOD = re.compile(r"[^，。；,]{0,4}?(?:报|業績|业绩|财报|快报)(?![名警价])")
#: Behind the year that a page goes through.
_REVIEW = re.compile(r"大事|纪事|记事|日志|回顾|盘点|历程|年[表谱鉴]|总结|[报報]告|公报|简报|十[大件]|年度")
#: Days before it of which a page tells as news.
_WEEKS_BEFORE = 30
#: Years between which dates are counted from.
_EARLIEST, _LATEST = 200, 9700


class Known:
    """A date that is placed: its form, its days, and what the words around it say of it, read only when asked.

    `clause` is None for the publication date, which stands in no sentence; `published` is that date.
    """

    def __init__(self, form: DateForm, interval: Interval, clause: Clause | None, published: Interval | None) -> None:
        self.form, self.interval = form, interval
        self._clause, self._published = clause, published

    @lazy
    def reports(self) -> bool:
        """Whether its sentence reports something of that date."""
        return self._clause is None or self._clause.reports

    @lazy
    def standing(self) -> standing.Standing:
        """What it is to the story."""
        # The day of a report is no plan, whatever the page gives as its own.
        if self._clause is None or (self.interval.precision == "day" and self.reports):
            return "fact"
        return standing.of_mention(self._clause, self.form, self.interval, self._published)

    @lazy
    def embedded(self) -> bool:
        """Whether it belongs to a noun of its sentence: it comes after the others there."""
        return self._clause is not None and standing.is_embedded(self._clause, self.interval)

    @lazy
    def of_report(self) -> bool:
        """Whether it is the time that a report is about: 2023年年报, 《2023年年度报告》."""
        if self._clause is None:
            return False
        if self.form.role is None:
            part = self.form.first.half or self.form.first.quarter or self.form.first.quarters
            return bool(part) and bool(_OF_PERIOD.match(self._clause.text, self._clause.end))
        if self.form.role != "title":
            return self.form.role == "report"
        return bool(_REPORT.match(self._clause.text, self._clause.end))

    @property
    def is_relative(self) -> bool:
        """Whether its year or month is itself counted from the moment of writing: 去年6月25日."""
        named = self.form.first
        return named.anchor == "speech" and bool(named.year_offset or named.month_offset)

    @property
    def is_up_to_now(self) -> bool:
        """Whether it is a stretch up to the moment of writing, which dates count from: 近一年."""
        stretch = self.form.first.stretch
        return stretch is not None and stretch.side == "past" and not stretch.whole

    @property
    def is_period(self) -> bool:
        """Whether it is a year, or the part of one, that figures are reported for."""
        return self.interval.precision == "year" or is_period(self.form.first)

    @property
    def is_reviewed(self) -> bool:
        """Whether it is what a chronicle or a report is about: 2023年大事记."""
        return (
            self.form.role is not None
            or self._clause is None
            or bool(_REVIEW.search(self._clause.text, self._clause.end))
        )

    @property
    def is_alone(self) -> bool:
        """Whether it is all that its sentence says, as the headings of a chronicle do."""
        return self._clause is None or self._clause.alone

    @property
    def told_until(self) -> dt.date | None:
        """The last day of a fact."""
        return self.interval.end if self.form.role is None and self.standing == "fact" else None

    def gives(self, need: Need, asking: "Asking | None" = None) -> bool:
        """Whether it has what another date needs."""
        first, last = self.interval.start, self.interval.end
        if first is None or last is None or not is_anchor(self.interval):
            return False
        if self.form.role is not None and not (asking is not None and asking.of_report and self.of_report):
            return False
        if need == "day":
            return first == last
        if need == "month" and self.is_up_to_now and asking is not None and not asking.ends_now:
            return asking.moment.month_offset is not None
        if need == "year":
            return (last - first).days <= _LONGEST or (asking is not None and asking.goes_on_from_end(self))
        if first.year != last.year:
            return False
        return first.month == last.month if need == "month" else (first.month - 1) // 3 == (last.month - 1) // 3


class Asking:
    """The date that asks: how it counts, and what the words around it say."""

    def __init__(self, moment: Moment, clause: Clause) -> None:
        self.moment, self.clause = moment, clause
        self.kind: Reference = reference(moment)

    @lazy
    def of_report(self) -> bool:
        """Whether it may be a part of the year that a report is about, or one beside that: 四季度营收, 上年末.

        What is to come is not, nor is a holiday of the weeks before the page.
        """
        part = is_period(self.moment) or _is_beside_year(self.moment) or self.moment.holiday is not None
        return part and self.clause.tense != "future"

    def anchor(self, known: Known) -> Interval:
        """What it counts from: 翌年 behind 1935年9月至1938年4月 from its last year."""
        days = known.interval
        if days.end and known.is_up_to_now and not self.moment.same_period:
            return of_day(days.end)
        return of_year(days.end.year) if days.end and self.goes_on_from_end(known) else days

    def goes_on_from_end(self, known: Known) -> bool:
        """Whether it is the last year of those that were told of together, or one after it: 同年, 次年."""
        days = known.interval
        over = days.precision == "range" and days.start and days.end and days.start.year != days.end.year
        return bool(over) and self.kind == "topic" and self.moment.year_offset is not None and self.moment.year_offset >= 0

    @property
    def goes_on(self) -> bool:
        """Whether it names the time that was told of last, or the next: 同年, 次日; not 上年 or 同期."""
        moment = self.moment
        offsets = (moment.year_offset, moment.month_offset, moment.day_offset)
        forward = all((offset or 0) >= 0 for offset in offsets) and any(offset is not None for offset in offsets)
        return forward and self.kind == "topic" and not moment.same_period

    @property
    def ends_now(self) -> bool:
        """Whether it is a stretch up to the moment of writing: under a month's heading up to that month's end."""
        return self.moment.stretch is not None and self.moment.stretch.side == "past"

    def is_news(self, known: Known, published: Interval | None, *, headline: bool = False) -> bool:
        """Whether a day is of the page's own time, not of the year before that its headline names: 2022年净利下滑.

        Below a `headline` that is no review of that year, a day of the weeks before is.
        """
        page, days = (published.start if published else None), known.interval
        if page is None or self.moment.day is None or known.is_alone:
            return False
        if days.precision != "year" or days.end is None or days.end >= page:
            return False
        return self.clause.tense == "future" or self.is_fresh(page, reported=not headline)

    def is_fresh(self, page: dt.date, *, reported: bool = True) -> bool:
        """Whether it may be a day of the weeks before a page, on which something was `reported`: news."""
        month, day = self.moment.month, self.moment.day
        found = make(page.year, month, day) if month and day else None
        return found is not None and 0 <= (page - found).days <= _WEEKS_BEFORE and (self.clause.reports or not reported)

    def is_of_now(self, known: Known, page: dt.date) -> bool:
        """Whether it is to come, or news, and not of the year that was looked back to right before.

        A chronicle says 将 and 发布 too, but goes from day to day.
        """
        precision = known.interval.precision
        if self.clause.tense == "future":
            return known.standing != "plan" and (self.moment.day is None or precision != "day")
        return precision not in ("day", "month") and self.is_fresh(page)

    def follows_in_sentence(self, known: Known) -> bool:
        """Whether it can go on from a date of its own sentence."""
        if known.standing == "plan":
            return not self.clause.stated or self._is_bare_day or self.kind == "topic"
        # 今年以来…，8月15日: whatever began, the year named is the page's own.
        named = known.form.first
        if self.kind == "plain" and named.year_offset == 0 and named.anchor == "speech":
            return True
        # 较上年 counts from the year that is told of, 次年 from the one last named.
        looks_back = (self.moment.year_offset or 0) < 0 or self.moment.same_period
        return known.standing == "fact" or self._is_bare_day or (self.kind == "topic" and not looks_back)

    @property
    def _is_bare_day(self) -> bool:
        """Whether it is a day whose month is left out."""
        return self.moment.month is None and self.moment.day is not None

    def follows(self, known: Known, story: Callable[[], dt.date | None]) -> bool:
        """Whether it can go on from a date of a sentence before; `story` tells what it has come to."""
        named = known.form.first
        if self.moment.year_offset == -1 == named.year_offset and self.moment.anchor == named.anchor == "topic":
            return False  # 上年 … 上年: both of the same year
        if known.standing == "fact":
            return not (is_period(self.moment) and _looks_back(known, story()))
        if known.standing == "aside" or self.kind == "topic":
            # What is compared with has been, as has what is told as over: 同期 is not that of a deadline.
            return known.standing == "plan" and not self.moment.same_period and not self.clause.is_over
        if self._is_bare_day:
            return False
        start, latest = known.interval.start, story()
        near = start is None or latest is None or (start - latest).days < _LOOKS_BACK
        return self.clause.tense == "future" or (self.clause.tense is None and near)


def is_period(moment: Moment) -> bool:
    """Whether it is a part of a year that figures are reported for, and its year is left out."""
    part = moment.half or moment.quarter or moment.quarters or moment.months
    return bool(part and moment.year is None and moment.year_offset is None)


def _is_beside_year(moment: Moment) -> bool:
    """Whether it counts from the year that is spoken of, or is an end of that: 上年, 上年同期, 年末."""
    if moment.anchor == "topic" or moment.same_period:
        return moment.year_offset in (-1, 1)
    return moment.anchor is None and moment.year_offset == 0 and moment.part is not None


def _looks_back(known: Known, latest: dt.date | None) -> bool:
    """Whether a bare year is a look back from what was told before it: 2022年，这一数字为64亿元."""
    whole, end = known.interval.precision == "year" and known.interval.fuzzy is None, known.interval.end
    return whole and end is not None and latest is not None and (latest - end).days > _LOOKS_BACK


def is_anchor(interval: Interval) -> bool:
    """Whether dates may count from it: not where the calendar itself would end within their reach."""
    return interval.start is not None and _EARLIEST < interval.start.year < _LATEST


def reference(moment: Moment) -> Reference:
    """How a moment counts."""
    if moment.anchor == "topic" or moment.same_period:
        return "topic"
    if moment.anchor == "speech" or moment.now:
        return "speech"
    if moment.shift is not None:
        return "topic" if moment.shift.count > 0 else "speech"
    return "speech" if moment.stretch is not None and moment.stretch.side in ("past", "future") else "plain"
