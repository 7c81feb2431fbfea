"""A date that is placed: what it says, and what can be taken from it."""

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import standing
from pipeline.normalize.dates.clause import Clause
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.lazy import lazy

if TYPE_CHECKING:
    from pipeline.normalize.dates.asking import Asking

#: What a date must know to be taken from: a year, a quarter or a month of it, or a single day.
Need = Literal["year", "quarter", "month", "day"]
#: A longer stretch of time gives no year, in days.
_LONGEST = 400
#: Behind a year in a 《title》 that is a report's.
_REPORT = re.compile(r"[^》]{0,24}?(?:报告|年报|财报|决算|公报)")
#: Behind the part of a year that one is about: 三季报, 一季度业绩.
_OF_PERIOD = re.compile(r"[^，。；,]{0,4}?(?:报|業績|业绩|财报|快报)(?![名警价])")
#: Behind the year that a page goes through.
_REVIEW = re.compile(r"大事|纪事|记事|日志|回顾|盘点|历程|年[表谱鉴]|总结|[报報]告|公报|简报|十[大件]|年度")
#: What days can be counted from: not from a month or a year as a whole.
_OF_DAYS = ("day", "week", "range", "duration")
#: Years between which dates are counted from.
_EARLIEST, _LATEST = 200, 9700


class Known:
    """A date that is placed: its form, its days, and what the words around it say of it, read only when asked.

    `clause` is None for the publication date, which stands in no sentence; `published` is that date.
    """

    def __init__(self, form: DateForm, interval: Interval, clause: Clause | None, published: Interval | None) -> None:
        self.form, self.interval = form, interval
        self.names_page = False  # whether it is the time that the page, by its title, is a report on
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

    def leads_to(self, clause: Clause) -> bool:
        """Whether a date is told as one of it: 三年前的|12月."""
        own = self._clause
        return own is not None and own.end == clause.start - 1 and clause.text.startswith("的", own.end)

    @property
    def is_stand(self) -> bool:
        """Whether it says how things stood at the end of a period: 截至6月末."""
        return self._clause is not None and self.interval.precision != "day" and self._clause.stands_now

    @property
    def is_year_before(self) -> bool:
        """Whether it is told beside the year that is spoken of: 2023年4.1万户，上年3.6万户."""
        return self.form.first.anchor == "topic" and self.form.first.year_offset == -1

    @property
    def is_relative(self) -> bool:
        """Whether it is itself counted from the moment of writing: 去年6月25日, 昨天."""
        named = self.form.first
        return named.anchor == "speech" and bool(named.year_offset or named.month_offset or named.day_offset)

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
    def is_month(self) -> bool:
        """Whether it is a month by its name, or a day of one."""
        named = self.form.first
        return named.month is not None and named.month_offset is None

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

    def _lends_to(self, asking: "Asking") -> bool:
        """Whether the time of a report is that of a part of it, or of any day that its page tells of."""
        return self.of_report and (asking.of_report or (self.names_page and asking.is_bare))

    def gives(self, need: Need, asking: "Asking") -> bool:
        """Whether it has what another date needs."""
        first, last = self.interval.start, self.interval.end
        if first is None or last is None or not is_anchor(self.interval):
            return False
        if self.form.role is not None and not self._lends_to(asking):
            return False
        if need == "day" or (asking.counts_days and self.interval.precision not in _OF_DAYS):
            return first == last
        if need == "year":
            return (last - first).days <= _LONGEST or asking.goes_on_from_end(self)
        if need == "month" and self.is_up_to_now and not asking.ends_now:
            return asking.moment.month_offset is not None
        size = 1 if need == "month" else 3
        return first.year == last.year and (first.month - 1) // size == (last.month - 1) // size


def is_period(moment: Moment) -> bool:
    """Whether it is a part of a year that figures are reported for, and its year is left out."""
    part = moment.half or moment.quarter or moment.quarters or moment.months
    return bool(part and moment.year is None and moment.year_offset is None)


def is_anchor(interval: Interval) -> bool:
    """Whether dates may count from it: not where the calendar itself would end within their reach."""
    return interval.start is not None and _EARLIEST < interval.start.year < _LATEST
