"""Where a date takes what it leaves out: its sentence, the headings above, the sentences before, publication."""

import datetime as dt
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.standing import Standing
from pipeline.normalize.dates.tense import Clause
from pipeline.schema import ResolvedFrom, Sentence

#: What a date must know to be taken from: a year, a quarter or a month of it, or a single day.
Need = Literal["year", "quarter", "month", "day"]
#: How a date counts: from what the text speaks of, from when it was written, or not at all (its year is left out).
Reference = Literal["plain", "topic", "speech"]
Source = tuple[ResolvedFrom, Interval]

#: How many dated sentences back the running date of a section reaches.
_REACH = 40
#: How many dates of one sentence are looked at from either end: a sentence can be as long as a page.
_WITHIN = 50
#: A line with a date that is no longer than this is as good as a heading to the heading below it.
_SHORT_LINE = 12
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


@dataclass
class Context:
    """The dates known so far, in the order of the text."""

    published: Interval | None
    sentence: list[Known] = field(default_factory=list)
    running: deque[list[Known]] = field(default_factory=lambda: deque(maxlen=_REACH))
    headings: dict[str, list[Known]] = field(default_factory=dict)
    title: list[Known] = field(default_factory=list)
    section: tuple[str, ...] = ()
    heading_before: list[Known] = field(default_factory=list)
    at_heading: bool = False
    gap: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence; a new section forgets the running date of the one before."""
        section = tuple(heading.strip() for heading in sentence.section)
        if section != self.section or sentence.role == "heading":
            self.running.clear()
            self.gap = 0
        self.section, self.sentence = section, []
        self.at_heading = sentence.role == "heading"

    def leave(self, sentence: Sentence, text: str) -> None:
        """Keep the dates of a sentence for those after it, of a heading for the sections below it."""
        if len(self.sentence) > 2 * _WITHIN:
            self.sentence = [*self.sentence[:_WITHIN], *self.sentence[-_WITHIN:]]
        if sentence.role == "heading":
            self.headings[text.strip()] = self.sentence
        elif sentence.role == "title":
            # What a title forecasts is no year for the page: 2025年装机将达800万千瓦.
            told = [known for known in self.sentence if known.standing == "fact"]
            self.title = self.title or told
            self.headings.setdefault(text.strip(), told)
        elif self.sentence:
            self.running.append(self.sentence)
        self.gap = 0 if self.sentence else self.gap + 1
        if self.sentence and (sentence.role == "heading" or len(text.strip()) <= _SHORT_LINE):
            self.heading_before = self.sentence

    def sources(self, asking: Asking, need: Need) -> Iterator[Source]:
        """The dates that give what is needed, the best first."""
        needs: tuple[Need, ...] = (need,)
        if need == "day":
            # 近30天 goes up to the end of the month last told of; all else needs the day if there is one.
            needs = ("month", "year") if asking.ends_now else ("day", "month", "year")
        for each in needs:
            yield from self._in_order(asking, each)
        for each in needs:
            latest = self._latest()
            yield from _first("sentence", latest if asking.ends_now else self._speaking(asking, latest), each, asking)
            yield from _first("previous", (k for known in reversed(self.running) for k in known[::-1]), each, asking)

    def is_of_sentence(self, interval: Interval) -> bool:
        """Whether a date of the sentence itself has these days."""
        return any(known.interval is interval for known in self._latest())

    def says_with(self, anchor: Interval, moment: Moment) -> bool:
        """Whether the sentence names these days by the same word: 去年 … 去年同期."""
        named = next((known.form.first for known in self._latest() if known.interval is anchor), None)
        said = (moment.year_offset, moment.anchor)
        return named is not None and said[0] is not None and (named.year_offset, named.anchor) == said

    def said_on(self, clock: str | None) -> Interval | None:
        """The day before publication that a quotation is from, if 昨天 or 昨晚 was told of; `clock` is a part of it."""
        yesterdays = (
            known
            for sentence in (self._latest(), *(known[::-1] for known in reversed(self.running)))
            for known in sentence
            if (known.form.first.day_offset, known.form.first.anchor) == (-1, "speech")
        )
        return next((k.interval for k in yesterdays if clock is None or k.form.first.clock == clock), None)

    def report_year(self, year: int) -> Interval | None:
        """The whole year that a report in this sentence or the one before is about, if it is this one."""
        before = self.running[-1] if self.running else []
        for known in self._latest() + before:
            interval: Interval = known.interval
            reported = known.form.role in ("title", "report") and interval.precision == "year"
            if reported and interval.start and interval.start.year == year:
                return interval
        return None

    def _in_order(self, asking: Asking, need: Need) -> Iterator[Source]:
        followed = [known for known in self._latest() if asking.follows_in_sentence(known)]
        sentence = self._speaking(asking, followed if asking.kind == "topic" else _own_first(followed))
        yield from _first("sentence", sentence, need, asking)
        if asking.kind == "speech":
            yield from self._published()
            yield from _first("heading", self._above(), need, asking)
            yield from _first("previous", self._told_last(need), need, asking)
        elif asking.kind == "topic":
            yield from _first("previous", self._before(asking), need, asking)
            yield from _first("heading", self._above(), need, asking)
            yield from _first("heading", self.title, need, asking)
            yield from self._published()
        else:
            yield from _first("heading", self._above(), need, asking)
            yield from _first("previous", self._before(asking), need, asking)
            yield from _first("heading", self.title, need, asking)
            yield from self._published()

    @staticmethod
    def _speaking(asking: Asking, sentence: list[Known]) -> list[Known]:
        """What counts from the moment of writing takes from its sentence only what is reported there."""
        return [known for known in sentence if known.reports] if asking.kind == "speech" else sentence

    def _before(self, asking: Asking) -> Iterator[Known]:
        """The dates of the sentences before that a date can go on from, the last one first."""
        published = self.published.end if self.published else None
        order = list[Known] if asking.kind == "topic" else _own_first
        told = (end for known in self.running for k in known if (end := _told_until(k)))
        latest = max(told, default=None) if published is None else published
        return (
            k
            for back, known in enumerate(reversed(self.running))
            for k in order(known[::-1])
            if asking.follows(k, latest) and self._goes_on(asking, k, back)
        )

    def _goes_on(self, asking: Asking, known: Known, back: int) -> bool:
        """Whether a bare date is in the story of another year than the page's own, told of so many sentences back.

        On a page that states its day it is if the story goes on right there: the next sentence begins with the date,
        and says neither how things stand now (截至5月底) nor what is to come.
        """
        if self.published is None or asking.kind == "topic" or known.form.role == "report":
            return True
        years = {date.year for date in (known.interval.start, known.interval.end) if date is not None}
        if self.published.start is None or self.published.start.year in years:
            return True
        stands_now = asking.clause.stands_now or (asking.moment.month is not None and asking.moment.part == "late")
        to_come = asking.moment.day is None and asking.clause.tense == "future" and known.standing != "plan"
        return back == self.gap == 0 and asking.clause.opens and not stands_now and not to_come

    def _told_last(self, need: Need) -> list[Known]:
        """The date that the story has come to, the now of a page that does not say when it was written."""
        told = [k for known in self.running for k in known if k.gives(need) and _told_until(k)]
        return sorted(told, key=lambda known: _told_until(known) or dt.date.min, reverse=True)[:1]

    def _latest(self) -> list[Known]:
        """The dates of the sentence so far, the last one first."""
        return self.sentence[: -_WITHIN - 1 : -1]

    def _above(self) -> Iterator[Known]:
        """The dates of the headings above, the nearest heading first; for a heading also of the one before it."""
        for heading in reversed(self.section):
            # 十年（2014年以来）: what began then is not of that year.
            yield from (known for known in self.headings.get(heading, ()) if known.standing != "aside")
        if self.at_heading:
            yield from self.heading_before

    def _published(self) -> Iterator[Source]:
        if self.published is not None and is_anchor(self.published):
            yield "published", self.published


def _own_first(known: list[Known]) -> list[Known]:
    """The dates of what a sentence tells before those that belong to its nouns."""
    return sorted(known, key=lambda k: k.embedded and k.form.role != "report")


def _told_until(known: Known) -> dt.date | None:
    """The last day of a fact."""
    return known.interval.end if known.standing == "fact" and known.form.role is None else None


def _first(source: ResolvedFrom, known: Iterable[Known], need: Need, asking: Asking) -> Iterator[Source]:
    found = next((k for k in known if k.gives(need, asking)), None)
    if found is not None:
        yield source, found.interval
