"""The date of a fact: the sentence's own, else its heading's, else the running date, else the publication date."""

import re
from collections.abc import Sequence

from pipeline.emit import scenes
from pipeline.emit.telling import Telling
from pipeline.forms.labels import ORIGIN
from pipeline.schema import DateValue, Document, Entity, RecordDate, ResolvedFrom, Sentence

#: A whole year that is told of.
_WHOLE = re.compile(r"(?<![0-9年])全年(?!龄|级|無|无|平均|开放|营业)")
#: Behind the year that a report is about: 2023年年报, 2023年度业绩快报; inside 《》 it needs no more.
_REPORT = re.compile(r"[^，。；,]{0,8}?(?:年报|报告|业绩|财报|总结|快报|决算)")
_TITLED = re.compile(r"《(?P<year>(?:19|20)\d\d)(?!\d)[^》]{0,40}(?:报告|年报|白皮书|总结|财报)[^》]{0,8}》")


def _year(year: str) -> RecordDate:
    days = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
    return RecordDate(**days, edtf=year, timex3=year, precision="year", resolved_from="previous")


def _day(day: str, source: ResolvedFrom) -> RecordDate:
    return RecordDate(start=day, end=day, edtf=day, timex3=day, precision="day", resolved_from=source)


def _within(day: RecordDate | None, period: RecordDate | None) -> bool:
    if day is None or period is None or not (day.start and day.end and period.start and period.end):
        return False
    return period.start <= day.start and day.end <= period.end


class Timeline:
    """Walks the sentences of a document in order and tells the date of each."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._published = document.published
        self._headings: dict[tuple[str, ...], RecordDate | None] = {}
        self._section: tuple[str, ...] = ()
        self._running: RecordDate | None = None
        #: Where that was told; null if it was how things stood on a day.
        self._told_at: int | None = None
        #: Whether the sentence before was an item of a digest.
        self._item = False
        #: The last day on which it was told how things stood.
        self._stood: RecordDate | None = None
        #: The time last told of before how things stood on a day of it.
        self._period: RecordDate | None = None
        #: The days of the meetings and ceremonies told of, by what they are called.
        self._events: dict[str, RecordDate] = {}
        #: What the page, each section, and the story so far report on.
        self._reports: dict[tuple[str, ...], RecordDate] = {}
        self._report: RecordDate | None = None
        #: The time that the page is a report on, if its title says so.
        self._annual: RecordDate | None = None

    def date(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The date of the next sentence; null where nothing on the page gives one."""
        own = Telling(self._text, sentence.start, sentence.end).date(entities)
        section = tuple(sentence.section)
        reported = self._reported(sentence, entities)
        if sentence.role != "body":
            heading = (*section, self._text[sentence.start : sentence.end])
            self._headings[heading] = own
            if sentence.role == "title":
                heading = ()
                self._annual = reported or own
                reported = reported or (own if own is not None and own.precision == "year" else None)
            if reported is not None:
                self._reports[heading] = reported
            return own
        if section != self._section:
            self._section, self._running, self._period, self._report = section, None, None, None
        item = scenes.ITEM.match(self._text, sentence.start, sentence.end) is not None
        if item and self._item:
            self._running = None
        self._item = item
        told_of_a_day = own is not None and own.precision in ("day", "month")
        self._report = reported or (None if told_of_a_day else self._report)
        if own is not None:
            self._remember(own, sentence)
            return own
        if _WHOLE.search(self._text, sentence.start, sentence.end):
            return self._whole_year(section, sentence)
        return self._in_scene(sentence) or self._elsewhere(section, sentence)

    def _remember(self, own: RecordDate, sentence: Sentence) -> None:
        """Remember the date of a sentence, if the story goes on from there."""
        text, start, end = self._text, sentence.start, sentence.end
        if not ORIGIN.match(text, start, end) and not scenes.CAPTION.match(text, start, end):
            stands = scenes.AS_OF.match(text, start, end) is not None
            self._period = self._running if stands and _within(own, self._running) else None
            self._running, self._told_at = own, None if stands else start
            self._stood = own if stands else self._stood
        if own.precision == "day" and own.start == own.end:
            self._events.update((event[0], own) for event in scenes.EVENT.finditer(text, start, end))

    def _in_scene(self, sentence: Sentence) -> RecordDate | None:
        """The date of a sentence that says in words where in the story it is: 活动期间, 那一年, 揭牌仪式上."""
        place = sentence.start, sentence.end
        told: RecordDate | None = None
        if scenes.MEANWHILE.match(self._text, *place):
            told = self._running
        elif self._running is not None and self._running.start and scenes.THAT_YEAR.match(self._text, *place):
            told = _year(self._running.start[:4])
        elif at := scenes.AT_THE_EVENT.match(self._text, *place):
            events = (self._events.get(event[0]) for event in scenes.EVENT.finditer(at["event"]))
            told = next((event for event in events if event is not None), None)
        return told and told.model_copy(update={"resolved_from": "previous"})

    def _elsewhere(self, section: tuple[str, ...], sentence: Sentence) -> RecordDate | None:
        """The date that a sentence without one takes: its heading's, the running one, or the publication date."""
        for depth in range(len(section), 0, -1):
            heading = self._headings.get(section[:depth])
            # A line with the day of publication is a byline, whatever it looks like.
            if heading and not (heading.start == heading.end == self._published) and not self._left(heading):
                return heading.model_copy(update={"resolved_from": "heading"})
        if self._running is not None and not self._resumes(sentence):
            flow = self._period and scenes.FLOW.match(self._text, sentence.start, sentence.end)
            told = self._period if flow and self._period else self._running
            return told.model_copy(update={"resolved_from": "previous"})
        if self._published is None:
            return None
        report = self._annual
        if report is not None and report.end is not None and report.end < self._published:
            if _within(self._stood, report) and scenes.STOCK.search(self._text, sentence.start, sentence.end):
                return self._stood and self._stood.model_copy(update={"resolved_from": "previous"})
            return report.model_copy(update={"resolved_from": "heading"})
        return _day(self._published, "published")

    def _resumes(self, sentence: Sentence) -> bool:
        """Whether a paragraph without a date goes back to the time that the title is about: 前三季度经济运行…."""
        told, title = self._told_at, self._annual
        if title is None or title.precision not in ("quarter", "half", "range") or told is None:
            return False
        return "\n" in self._text[told : sentence.start]

    def _left(self, heading: RecordDate) -> bool:
        """Whether the story has gone on to a year that its heading does not tell of."""
        running = self._running
        if running is None or running.resolved_from != "text" or not (running.start and heading.end):
            return False
        return running.start[:4] > heading.end[:4] and not (self._published and running.start > self._published)

    def _reported(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The time that a report named in the sentence is about: 2023年年报, 2023年半年度报告."""
        titled = _TITLED.search(self._text, sentence.start, sentence.end)
        if titled:
            return _year(titled["year"])
        for entity in entities:
            value = entity.value
            spans = isinstance(value, DateValue) and value.precision in ("year", "half", "quarter") and value.start
            if spans and _REPORT.match(self._text, entity.end, sentence.end):
                return RecordDate(**{**vars(value), "resolved_from": "previous"})
        return None

    def _about(self, section: tuple[str, ...]) -> RecordDate | None:
        """The time under report: that of the report last named, or else of the headings above or of the page."""
        if self._report is not None:
            return self._report
        above = (self._reports.get(section[:depth]) for depth in range(len(section), -1, -1))
        found = next((report for report in above if report is not None), None)
        return found and found.model_copy(update={"resolved_from": "heading"})

    def _whole_year(self, section: tuple[str, ...], sentence: Sentence) -> RecordDate | None:
        """全年: the year under report, or else the year of what is told."""
        told = self._about(section)
        if told is None or told.precision != "year":
            told = self._elsewhere(section, sentence)
        if told is None or told.start is None:
            return told
        return _year(told.start[:4]).model_copy(update={"resolved_from": told.resolved_from})
