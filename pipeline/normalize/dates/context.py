"""Where a date takes what it leaves out: its sentence, the headings above, the sentences before, publication."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates.interval import Interval
from pipeline.schema import ResolvedFrom, Sentence

#: What a date must know to be taken from: a year, a year and a month, or a single day.
Need = Literal["year", "month", "day"]
#: How a date counts: from what the text speaks of, from when it was written, or not at all (its year is left out).
Reference = Literal["plain", "topic", "speech"]
Source = tuple[ResolvedFrom, Interval]

#: How many dated sentences back the running date of a section reaches.
_REACH = 40
#: How many dates of one sentence are looked at from either end: a sentence can be as long as a page.
_WITHIN = 50
#: A longer stretch of time gives no year, in days.
_LONGEST = 400
#: Years between which dates are counted from.
_EARLIEST, _LATEST = 200, 9700
#: 6月20日消息, 3月1日，公司发布报告称: the date on which something is reported is the now of what it says.
_REPORTS = re.compile(
    r"(?:消息|[讯訊电電]|报道|報導|获悉|獲悉|公告|[，,]?[^，。,；]{0,20}?(?:发布|發佈|公布|披露|宣布|表示|报告|年报|报道|[称指说]))"
)


@dataclass(frozen=True)
class Known:
    """A date that is placed: its form, its days, and whether its sentence reports something of that date."""

    form: DateForm
    interval: Interval
    reports: bool

    def gives(self, need: Need) -> bool:
        """Whether it has what another date needs."""
        first, last = self.interval.start, self.interval.end
        if first is None or last is None or self.form.role is not None or not is_anchor(self.interval):
            return False
        if need == "day":
            return first == last
        if need == "month":
            return (first.year, first.month) == (last.year, last.month)
        return (last - first).days <= _LONGEST


def is_anchor(interval: Interval) -> bool:
    """Whether dates may count from it: not where the calendar itself would end within their reach."""
    return interval.start is not None and _EARLIEST < interval.start.year < _LATEST


def reports(text: str, end: int) -> bool:
    """Whether what follows a date in its sentence is a report made on that date."""
    return bool(_REPORTS.match(text, end))


def reference(moment: Moment) -> Reference:
    """How a moment counts."""
    if moment.anchor == "topic" or moment.same_period or (moment.shift and moment.shift.count > 0):
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

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence; a new section forgets the running date of the one before."""
        section = tuple(heading.strip() for heading in sentence.section)
        if section != self.section or sentence.role == "heading":
            self.running.clear()
        self.section, self.sentence = section, []

    def leave(self, sentence: Sentence, text: str) -> None:
        """Keep the dates of a sentence for those after it, of a heading for the sections below it."""
        if len(self.sentence) > 2 * _WITHIN:
            self.sentence = [*self.sentence[:_WITHIN], *self.sentence[-_WITHIN:]]
        if sentence.role == "heading":
            self.headings[text.strip()] = self.sentence
        elif sentence.role == "title":
            self.title = self.title or self.sentence
            self.headings.setdefault(text.strip(), self.sentence)
        elif self.sentence:
            self.running.append(self.sentence)

    def sources(self, moment: Moment, need: Need) -> Iterator[Source]:
        """The dates that give what is needed, the best first."""
        kind = reference(moment)
        if need == "day":
            yield from self._in_order(kind, "day")
            need = "month"
            yield from self._in_order(kind, "month")
            need = "year"
        yield from self._in_order(kind, need)

    def report_year(self, year: int) -> Interval | None:
        """The whole year that a report in this sentence or the one before is about, if it is this one."""
        before = self.running[-1] if self.running else []
        for known in self._latest() + before:
            interval: Interval = known.interval
            reported = known.form.role in ("title", "report") and interval.precision == "year"
            if reported and interval.start and interval.start.year == year:
                return interval
        return None

    def _in_order(self, kind: Reference, need: Need) -> Iterator[Source]:
        sentence = self._latest()
        if kind == "speech":
            sentence = [known for known in sentence if known.reports]
        yield from _first("sentence", sentence, need)
        yield from _first("heading", self._above(), need)
        before = (k for known in reversed(self.running) for k in (known[::-1] if kind == "topic" else known))
        if kind == "speech":
            yield from self._published()
            yield from _first("previous", before, need)
        else:
            yield from _first("previous", before, need)
            yield from _first("heading", self.title, need)
            yield from self._published()

    def _latest(self) -> list[Known]:
        """The dates of the sentence so far, the last one first."""
        return self.sentence[: -_WITHIN - 1 : -1]

    def _above(self) -> Iterator[Known]:
        """The dates of the headings above, the nearest heading first."""
        for heading in reversed(self.section):
            yield from self.headings.get(heading, ())

    def _published(self) -> Iterator[Source]:
        if self.published is not None and is_anchor(self.published):
            yield "published", self.published


def _first(source: ResolvedFrom, known: Iterable[Known] | Sequence[Known], need: Need) -> Iterator[Source]:
    found = next((k for k in known if k.gives(need)), None)
    if found is not None:
        yield source, found.interval
