"""Where a date takes what it leaves out: its sentence, the headings above, the sentences before, publication."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.known import Asking, Known, Need
from pipeline.schema import ResolvedFrom, Role

Source = tuple[ResolvedFrom, Interval]
Place = tuple[ResolvedFrom, Iterable[Known]]

#: How many dated sentences back the running date of a section reaches.
_REACH = 40
#: How many dates of one sentence are looked at from either end: a sentence can be as long as a page.
_WITHIN = 50
#: A line with a date that is no longer than this is as good as a heading to the heading below it.
_SHORT_LINE = 12
#: The publication date is a whole day.
_PUBLICATION = DateForm(first=Moment())


class Context:
    """The dates known so far, in the order of the text."""

    def __init__(self, published: Interval | None) -> None:
        self.published = published
        self.sentence: list[Known] = []
        self.yearly = False  # whether the sentence told of a date of every year
        self._page = [Known(_PUBLICATION, published, None, None)] if published else []
        self._title: list[Known] = []
        self._headings: dict[str, list[Known]] = {}
        self._heading_before: list[Known] = []
        self._role: Role = "body"
        self._section: list[str] = []
        self._running: deque[list[Known]] = deque(maxlen=_REACH)
        self._is_empty = published is None
        self._gap = 0  # sentences without a date since the last that had one

    def enter(self, role: Role, section: list[str]) -> None:
        """Go on to a sentence; a new section forgets the running date of the one before."""
        self._role = role
        if role == "heading" or section != self._section:
            self._running.clear()
            self._gap = 0
            self._section = section
        self.sentence, self.yearly = [], False

    def tell(self, known: Known) -> None:
        """Keep a date of the sentence for those behind it."""
        self.sentence.append(known)
        self._is_empty = False

    def leave(self, text: str) -> None:
        """Keep the dates of the sentence, `text`, for those after it, of a heading for the sections below it."""
        known = self.sentence
        if self._role == "body" and not known:
            self._gap += 1
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
            self._title = self._title or told
            self._headings.setdefault(words, told)
        else:
            self._running.append(known)
        self._gap = 0 if known else self._gap + 1
        if known and (self._role == "heading" or len(words) <= _SHORT_LINE):
            self._heading_before = known

    def _is_byline(self, known: Known) -> bool:
        """Whether a date is the day of publication."""
        published, days = self.published, known.interval
        return published is not None and (days.start, days.end) == (published.start, published.end)

    def sources(self, asking: Asking, need: Need) -> Iterator[Source]:
        """The dates that give what is needed, the best first."""
        if self._is_empty:
            return
        needs: tuple[Need, ...] = (need,)
        if need == "day":
            # 近30天 goes up to the end of the month last told of; all else needs the day if there is one.
            needs = ("month", "year") if asking.ends_now else ("day", "month", "year")
        for places in (self._in_order, self._anywhere):
            for each in needs:
                for source, dates in places(asking):
                    for known in dates:
                        if known.gives(each, asking):
                            yield source, known.interval
                            break

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
            for sentence in (self._latest(), *(known[::-1] for known in reversed(self._running)))
            for known in sentence
            if (known.form.first.day_offset, known.form.first.anchor) == (-1, "speech")
        )
        return next((k.interval for k in yesterdays if clock is None or k.form.first.clock == clock), None)

    def report_year(self, year: int) -> Interval | None:
        """The whole year that a report in this sentence or the one before is about, if it is this one."""
        before = self._running[-1] if self._running else []
        for known in self._latest() + before:
            interval: Interval = known.interval
            reported = known.form.role in ("title", "report") and interval.precision == "year"
            if reported and interval.start and interval.start.year == year:
                return interval
        return None

    def under_report(self) -> Source | None:
        """The time that the page, or the last report told of, is about."""
        told: tuple[Place, ...] = (
            ("sentence", self._latest()),
            ("previous", self._told_before()),
            ("heading", chain(self._above(), self._title)),
        )
        return next(((source, k.interval) for source, dates in told for k in dates if k.of_report), None)

    def _in_order(self, asking: Asking) -> Iterator[Place]:
        """Where a date takes what it lacks, the best place first."""
        if self.sentence:
            yield "sentence", self._followed(asking)
        if asking.kind == "speech":
            yield "published", self._page
            yield "heading", self._above(asking)
            yield "previous", self._told_last()
            return
        above: Place = ("heading", self._above(asking))
        before: Place = ("previous", self._before(asking))
        yield from (before, above) if asking.kind == "topic" else (above, before)
        yield "heading", (known for known in self._title if not asking.is_news(known, self.published))
        yield "published", self._page

    def _anywhere(self, asking: Asking) -> Iterator[Place]:
        """Where it takes it if nothing that it can go on from has it."""
        if self.sentence:
            yield "sentence", self._latest() if asking.ends_now else self._reporting(asking)
        if not asking.clause.labelled:
            yield "previous", self._told_before()

    def _told_before(self) -> Iterator[Known]:
        """The dates of the sentences before, the last one first."""
        return (known for dates in reversed(self._running) for known in reversed(dates))

    def _reporting(self, asking: Asking) -> list[Known]:
        """What counts from the moment of writing takes from its sentence only what is reported there."""
        return [known for known in self._latest() if asking.kind != "speech" or known.reports]

    def _followed(self, asking: Asking) -> list[Known]:
        """The dates of its sentence that a date can go on from."""
        followed = [known for known in self._reporting(asking) if asking.follows_in_sentence(known)]
        return followed if asking.kind == "topic" else _own_first(followed)

    def _before(self, asking: Asking) -> Iterator[Known]:
        """The dates of the sentences before that a date can go on from, the last one first."""
        for back, dates in enumerate(reversed(self._running)):
            latest = dates[::-1]
            for known in latest if asking.kind == "topic" else _own_first(latest):
                if asking.follows(known, self._story) and self._goes_on(asking, known, back):
                    yield known

    def _story(self) -> dt.date | None:
        """What day the story has come to."""
        if self.published is not None:
            return self.published.end
        return max((end for dates in self._running for known in dates if (end := known.told_until)), default=None)

    def _goes_on(self, asking: Asking, known: Known, back: int) -> bool:
        """Whether a bare date is in the story of another year than the page's own, told of so many sentences back.

        On a page that states its day it is if the story goes on right there: the next sentence begins with the date,
        and says neither how things stand now (截至5月底) nor what is to come.
        """
        beside = back == self._gap == 0
        if asking.of_report and self._is_of_making(known):
            return False
        if asking.clause.labelled and not beside:
            return False  # what another label says is another story
        if asking.kind == "topic" or self.published is None or known.of_report:
            return True
        if known.standing == "plan" and back:
            return False
        years = {date.year for date in (known.interval.start, known.interval.end) if date is not None}
        if self.published.start is None or self.published.start.year in years:
            return True
        stands_now = asking.clause.stands_now or (asking.moment.month is not None and asking.moment.part == "late")
        return beside and asking.clause.opens and not stands_now and not asking.is_to_come(known)

    def _is_of_making(self, known: Known) -> bool:
        """Whether a day lies behind the time that the page is a report on: when that was made, not what it is about."""
        about = next((k.interval.end for k in chain(self._above(), self._title) if k.of_report), None)
        start = known.interval.start
        return about is not None and start is not None and start > about and known.interval.precision == "day"

    def _told_last(self) -> list[Known]:
        """The facts of the sentences before, the latest first: the now of a page that does not state its day."""
        told = [(end, known) for dates in self._running for known in dates if (end := known.told_until)]
        return [known for _, known in sorted(told, key=itemgetter(0), reverse=True)]

    def _latest(self) -> list[Known]:
        """The dates of the sentence so far, the last one first."""
        return self.sentence[: -_WITHIN - 1 : -1]

    def _above(self, asking: Asking | None = None) -> Iterator[Known]:
        """The dates of the headings above, the nearest heading first; for a heading also of the one before it."""
        for heading in reversed(self._section):
            for known in self._headings.get(heading.strip(), ()):
                # 十年（2014年以来）: what began then is not of that year.
                if known.standing != "aside" and not (asking and asking.is_news(known, self.published)):
                    yield known
        if self._role == "heading":
            yield from self._heading_before


def _own_first(known: list[Known]) -> list[Known]:
    """The dates of what a sentence tells before those that belong to its nouns."""
    if len(known) < 2:
        return known
    return sorted(known, key=lambda k: k.form.role != "report" and k.embedded)
