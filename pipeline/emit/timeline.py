"""The date of a fact: the sentence's own, else its heading's, else the running date, else the publication date."""

import re
from collections.abc import Sequence

from pipeline.schema import DateValue, Document, Entity, RecordDate, Sentence

#: A date right behind one of these is what a figure is compared with, not when the fact was.
_BEFORE = re.compile(r"(?:较|比|对比|相比|相较于|高于|低于|好于|超过)(?:上述|同为)?$")
#: A date right before one of these likewise: 与2019年相比, 和去年同期比较.
_BEHIND = re.compile(r"(?:同期|全年|的水平|水平)?相?比(?!例|重|赛|率)")


class Timeline:
    """Walks the sentences of a document in order and tells the date of each."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._published = document.published
        self._headings: dict[tuple[str, ...], RecordDate | None] = {}
        self._section: tuple[str, ...] = ()
        self._running: RecordDate | None = None

    def date(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The date of the next sentence; null where nothing on the page gives one."""
        own = self._own(sentence, entities)
        section = tuple(sentence.section)
        if sentence.role != "body":
            self._headings[(*section, self._text[sentence.start : sentence.end])] = own
            return own
        if section != self._section:
            self._section, self._running = section, None
        if own is not None:
            self._running = own
            return own
        for depth in range(len(section), 0, -1):
            if heading := self._headings.get(section[:depth]):
                return heading.model_copy(update={"resolved_from": "heading"})
        if self._running is not None:
            return self._running.model_copy(update={"resolved_from": "previous"})
        if self._published is not None:
            return RecordDate(
                start=self._published,
                end=self._published,
                edtf=self._published,
                timex3=self._published,
                precision="day",
                resolved_from="published",
            )
        return None

    def _own(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The first date in the sentence that has a place on the calendar and is no yardstick for a figure."""
        for entity in entities:
            value = entity.value
            if isinstance(value, DateValue) and (value.start or value.end) and not self._compared(sentence, entity):
                return RecordDate(text=entity.text, **dict(value))
        return None

    def _compared(self, sentence: Sentence, entity: Entity) -> bool:
        return bool(
            _BEFORE.search(self._text, sentence.start, entity.start)
            or _BEHIND.match(self._text, entity.end, sentence.end)
        )
