"""Where a date takes what it leaves out: its sentence, the headings above, the sentences before, publication."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.forms.dates import Moment
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.known import Asking, Known, Need, is_anchor
from pipeline.schema import ResolvedFrom, Sentence

Source = tuple[ResolvedFrom, Interval]

#: How many dated sentences back the running date of a section reaches.
_REACH = 40
#: How many dates of one sentence are looked at from either end: a sentence can be as long as a page.
_WITHIN = 50
#: A line with a date that is no longer than this is as good as a heading to the heading below it.
_SHORT_LINE = 12


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
            # A line with the day of publication is a byline, whatever it looks like.
            self.headings[text.strip()] = [known for known in self.sentence if not self._is_byline(known)]
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

    def _is_byline(self, known: Known) -> bool:
        """Whether a date is the day of publication."""
        published, days = self.published, known.interval
        return published is not None and (days.start, days.end) == (published.start, published.end)

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
