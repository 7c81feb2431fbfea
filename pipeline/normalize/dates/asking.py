"""A date that asks where it is: how it counts, and whether it can go on from one that is placed."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

from pipeline.forms.dates import Moment
from pipeline.normalize.dates.clause import Clause
from pipeline.normalize.dates.interval import Interval, make, of_day, of_year
from pipeline.normalize.dates.known import Known, is_period
from pipeline.normalize.dates.lazy import lazy

#: How a date counts: from what the text speaks of, from when it was written, or not at all (its year is left out).
Reference = Literal["plain", "topic", "speech"]
#: A whole year that ended so many days before what the story was at is a look back.
_LOOKS_BACK = 366
#: Days before it of which a page tells as news.
_WEEKS_BEFORE = 30
#: So many before a report on a year are those on which it was made: 3月15日召开董事会，审议通过年度报告.
_MEETINGS = 120


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

    @lazy
    def is_bare(self) -> bool:
        """Whether it is a month or a day of one, without anything that it counts by, and not to come: 3月15日."""
        named = self.moment
        counted = named.anchor or named.year_offset or named.month_offset or named.lunar or named.holiday
        return named.month is not None and not counted and self.clause.tense != "future"

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
        return (
            bool(over) and self.kind == "topic" and self.moment.year_offset is not None and self.moment.year_offset >= 0
        )

    @property
    def counts_days(self) -> bool:
        """Whether it is so many days from another date: 昨天, 当天, 次日."""
        return self.moment.day_offset is not None and self.moment.holiday is None

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
        made = _MEETINGS if known.form.role == "report" else 0  # its own day at least is the page's
        if self.is_fresh(page, reported=False, days=made):
            return True
        return self.clause.tense == "future" or self.is_fresh(page, reported=not headline)

    def is_fresh(self, page: dt.date, *, reported: bool = True, days: int = _WEEKS_BEFORE) -> bool:
        """Whether it may be one of the `days` before a page, on which something was `reported`: news."""
        month, day = self.moment.month, self.moment.day
        found = make(page.year, month, day) if month and day else None
        return found is not None and 0 <= (page - found).days <= days and (self.clause.reports or not reported)

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
        if known.leads_to(self.clause):
            return True
        if self._is_other_end(known) or (self._is_bare_day and known.is_stand) or self._is_month_before_too(known):
            return False
        if known.standing == "plan":
            return not self.clause.stated or self._is_bare_day or self.kind == "topic"
        # 今年以来…，8月15日: whatever began, the year named is the page's own.
        named = known.form.first
        if self.kind == "plain" and named.year_offset == 0 and named.anchor == "speech":
            return True
        # 较上年 counts from the year that is told of, 次年 from the one last named.
        looks_back = (self.moment.year_offset or 0) < 0 or self.moment.same_period
        return known.standing == "fact" or self._is_bare_day or (self.kind == "topic" and not looks_back)

    def _is_other_end(self, known: Known) -> bool:
        """Whether a year's end without its year is told of beside that of another: 去年底投产，年底前封顶."""
        moment = self.moment
        bare = (moment.year_offset, moment.anchor) == (0, None) and moment.part is not None
        return bare and known.is_relative and known.form.first.part == moment.part

    def _is_month_before_too(self, known: Known) -> bool:
        """上月 … 上月: both are the same month."""
        return self.moment.month_offset == -1 == known.form.first.month_offset

    @property
    def _is_bare_day(self) -> bool:
        """Whether it is a day whose month is left out."""
        return self.moment.month is None and self.moment.day is not None

    def follows(self, known: Known, story: Callable[[], dt.date | None]) -> bool:
        """Whether it can go on from a date of a sentence before; `story` tells what it has come to."""
        named = known.form.first
        if self._is_other_end(known) or (self._is_bare_day and known.is_stand):
            return False
        before_it = self.moment.year_offset == -1 == named.year_offset and self.moment.anchor == named.anchor == "topic"
        if before_it or self._is_month_before_too(known):
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


def _is_beside_year(moment: Moment) -> bool:
    """Whether it counts from the year that is spoken of, or is an end of that: 上年, 上年同期, 年末."""
    if moment.anchor == "topic" or moment.same_period:
        return moment.year_offset in (-1, 1)
    return moment.anchor is None and moment.year_offset == 0 and moment.part is not None


def _looks_back(known: Known, latest: dt.date | None) -> bool:
    """Whether a bare year is a look back from what was told before it: 2022年，这一数字为64亿元."""
    whole, end = known.interval.precision == "year" and known.interval.fuzzy is None, known.interval.end
    return whole and end is not None and latest is not None and (latest - end).days > _LOOKS_BACK


def reference(moment: Moment) -> Reference:
    """How a moment counts."""
    if moment.anchor == "topic" or moment.same_period:
        return "topic"
    if moment.anchor == "speech" or moment.now:
        return "speech"
    if moment.shift is not None:
        return "topic" if moment.shift.count > 0 else "speech"
    return "speech" if moment.stretch is not None and moment.stretch.side in ("past", "future") else "plain"
