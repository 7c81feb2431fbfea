"""The dates that a page has told of so far: in the sentence, in the sentences before, and in the headings above."""

import datetime as dt
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import accounts
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.known import Known
from pipeline.normalize.dates.lazy import lazy
from pipeline.schema import ResolvedFrom, Role

#: How many dated sentences back the running date of a section reaches.
_REACH = 40
#: How many dates of one sentence are looked at from either end: a sentence can be as long as a page.
_WITHIN = 50
#: A line with a date that is no longer than this is as good as a heading to the heading below it.
_SHORT_LINE = 12
#: What tells what is to be done, and reports nothing.
_ORDERS = re.compile(r"(?:通知|通告|[方预]案|须知|須知|简章|簡章|启事|啟事|办法|辦法|细则|指南|倡议书?)[”》）)]?$")
_AS_FOLLOWS = "通知如下"
#: The publication date is a whole day.
_PUBLICATION = DateForm(first=Moment())


class Context:
    """The dates known so far, in the order of the text."""

    def __init__(self, published: Interval | None, text: str = "") -> None:
        self.published = published
        self._text = text
        self.sentence: list[Known] = []
        self.yearly = False  # whether the sentence told of a date of every year
        self.page = [Known(_PUBLICATION, published, None, None)] if published else []
        self.title: list[Known] = []
        self._headings: dict[str, list[Known]] = {}
        self._heading_before: list[Known] = []
        self._role: Role = "body"
        self._section: list[str] = []
        self.running: deque[list[Known]] = deque(maxlen=_REACH)
        self.left: deque[list[Known]] = deque()  # the same of the section before
        self.is_empty = published is None
        self.gap = 0  # sentences without a date since the last that had one
        self.begins = True  # whether the paragraph has told of no date before the sentence
        self.orders = False  # whether the page is a notice, which tells what is to be done
        self._lead: list[Known] = []

    @lazy
    def accounts(self) -> accounts.Accounts | None:
        """The years of accounts that the page speaks of."""
        return accounts.told(self._text)

    @lazy
    def _reported(self) -> Interval | None:
        """What the first report that the page names is about, by its name and the day of the page."""
        day = self.published.end if self.published else None
        return accounts.reported(self._text, day) if day else None

    def enter(self, role: Role, section: list[str], *, paragraph: bool = False) -> None:
        """Go on to a sentence, the first of a `paragraph`; a new section forgets the date of the one before."""
        self._role = role
        self.begins = self.begins or paragraph
        if role == "heading" or section != self._section:
            if self.running:
                self.left, self.running = self.running, deque(maxlen=_REACH)
            self.gap = 0
            self._section = section
        self.sentence, self.yearly = [], False

    def tell(self, known: Known) -> None:
        """Keep a date of the sentence for those behind it."""
        self.sentence.append(known)
        self.is_empty = False

    def leave(self, text: str) -> None:
        """Keep the dates of the sentence, `text`, for those after it, of a heading for the sections below it."""
        known = self.sentence
        self.orders = self.orders or self._is_order(text.strip())
        if self._role == "body" and not known:
            self.gap += 1
            return
        if len(known) > 2 * _WITHIN:
            known = [*known[:_WITHIN], *known[-_WITHIN:]]
        words = text.strip()
        if self._role == "heading":
            # A line with the day of publication is a byline, whatever it looks like.
            self._headings[words] = [date for date in known if not self._is_byline(date)]
        elif self._role == "title":
            # What a title forecasts is no year for the page: 2025年装机将达800万千瓦.
            told = [date for date in known if date.standing == "fact"]
            self.title = self.title or told
            for date in self.title:
                date.names_page = True
            self._headings.setdefault(words, told)
        else:
            self.running.append(known)
            self.begins = False
            self._lead = self._lead or known
        self.gap = 0 if known else self.gap + 1
        if known and (self._role == "heading" or len(words) <= _SHORT_LINE):
            self._heading_before = known

    def _is_order(self, words: str) -> bool:
        """Whether a line makes the page a notice: its title or heading, or what its text opens with."""
        if self._role == "body":
            return _AS_FOLLOWS in words
        return _ORDERS.search(words) is not None and (self._role == "title" or words.startswith(("关于", "關於")))

    def _is_byline(self, known: Known) -> bool:
        """Whether a date is the day of publication."""
        published, days = self.published, known.interval
        return published is not None and (days.start, days.end) == (published.start, published.end)

    def is_of_sentence(self, interval: Interval) -> bool:
        """Whether a date of the sentence itself has these days."""
        return any(known.interval is interval for known in self.latest())

    def says_with(self, anchor: Interval, moment: Moment) -> bool:
        """Whether the sentence names these days by the same word: 去年 … 去年同期."""
        named = next((known.form.first for known in self.latest() if known.interval is anchor), None)
        said = (moment.year_offset, moment.anchor)
        return named is not None and said[0] is not None and (named.year_offset, named.anchor) == said

    def said_on(self, clock: str | None) -> Interval | None:
        """The day before publication that a quotation is from, if 昨天 or 昨晚 was told of; `clock` is a part of it."""
        yesterdays = (
            known
            for known in chain(self.latest(), self.before())
            if (known.form.first.day_offset, known.form.first.anchor) == (-1, "speech")
        )
        return next((k.interval for k in yesterdays if clock is None or k.form.first.clock == clock), None)

    def report_year(self, year: int) -> Interval | None:
        """The whole year that a report in this sentence or the one before is about, if it is this one."""
        before = self.running[-1] if self.running else []
        for known in self.latest() + before:
            interval: Interval = known.interval
            reported = known.form.role in ("title", "report") and interval.precision == "year"
            if reported and interval.start and interval.start.year == year:
                return interval
        return None

    def under_report(self) -> tuple[ResolvedFrom, Interval] | None:
        """The time that the page, or the last report told of, is about."""
        told: tuple[tuple[ResolvedFrom, Iterable[Known]], ...] = (
            ("sentence", self.latest()),
            ("previous", self.before()),
            ("heading", chain(self.above(), self.title)),
        )
        return next(((source, k.interval) for source, dates in told for k in dates if k.of_report), None)

    def fiscal_year(self) -> Interval | None:
        """The year of accounts that the title or the first dated sentence speaks of, if it was over on page's day."""
        now = self.published.end if self.published else None
        for known in chain(self.title, self._lead) if now else ():
            named, end = known.form.first, known.interval.end
            whole = known.interval.precision == "year" and known.form.last is None
            if whole and named.fiscal is not None and named.year is not None and known.form.role != "comparison":
                return known.interval if end and now and end < now else None
        return None

    def titled_part(self) -> Interval | None:
        """The part of a year that the title is about: 前三季度, 上半年."""
        parts = (known.interval for known in self.title if known.is_period)
        return next((part for part in parts if part.precision in ("quarter", "half", "range")), None)

    def period_under_report(self) -> tuple[ResolvedFrom, Interval] | None:
        """The time that 报告期 means: that of a report, the period that the title names, or what a report is called."""
        found = self.under_report()
        if found is not None:
            return found
        titled = next((known.interval for known in self.title if known.is_period), None)
        if titled is not None:
            return "heading", titled
        return ("published", self._reported) if self._reported else None

    def is_of_making(self, known: Known) -> bool:
        """Whether a date is none of the time that the page is a report on.

        A day behind it is when the report was made; what goes over the end of a year is no year to count from.
        """
        about = next((k.interval.end for k in chain(self.above(), self.title) if k.of_report), None)
        start, end = known.interval.start, known.interval.end
        if about is None or start is None or end is None:
            return False
        return start.year != end.year or (start > about and known.interval.precision == "day")

    def story(self) -> dt.date | None:
        """What day the story has come to."""
        if self.published is not None:
            return self.published.end
        return max((end for known in self.before() if (end := known.told_until)), default=None)

    def latest(self) -> list[Known]:
        """The dates of the sentence so far, the last one first."""
        return self.sentence[: -_WITHIN - 1 : -1]

    def before(self) -> Iterator[Known]:
        """The dates of the sentences before, the last one first."""
        return (known for dates in reversed(self.running) for known in reversed(dates))

    def before_section(self) -> Iterator[Known]:
        """The dates of the section before, the last one first."""
        return (known for dates in reversed(self.left) for known in reversed(dates))

    def headlines(self) -> list[Known]:
        """The dates of the title, if it tells news and is no review of what they name (2023年大事记)."""
        return [known for known in self.title if not known.is_reviewed]

    def above(self) -> Iterator[Known]:
        """The dates of the headings above, the nearest heading first; for a heading also of the one before it."""
        for heading in reversed(self._section):
            # 十年（2014年以来）: what began then is not of that year.
            yield from (known for known in self._headings.get(heading.strip(), ()) if known.standing != "aside")
        if self._role == "heading":
            yield from self._heading_before
