"""Documents for the tests of emit, built from marked text: [DATE 2023-01-01..2023-12-31|2023年]."""

import re

from pipeline.schema import DateValue, Document, Entity, MoneyValue, QuantityValue, Sentence, Source

MARK = re.compile(r"\[(DATE|MONEY|QUANTITY) ?([^|\]]*)\|([^\]]*)\]")


def document(*lines, published=None):
    """A line is (role, section, marked text); an empty date is one without a place on the calendar."""
    text, sentences, entities = "", [], []
    for number, (role, section, marked) in enumerate(lines):
        start = len(text)
        position = 0
        for mark in MARK.finditer(marked):
            text += marked[position : mark.start()]
            position = mark.end()
            label, value, surface = mark.groups()
            entities.append(entity(len(entities) + 1, label, value, surface, len(text), number))
            text += surface
        text += marked[position:]
        sentences.append(Sentence(start=start, end=len(text), role=role, section=section))
        text += "\n"
    source = Source(path="a.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
    return Document(
        doc_id="d", source=source, raw_text=text, text=text, sentences=sentences, entities=entities, published=published
    )


def entity(number, label, value, surface, start, sentence):
    if label == "DATE":
        first, _, last = value.partition("..")
        parsed = DateValue(start=first or None, end=last or first or None, precision="day", resolved_from="text")
    elif label == "QUANTITY":
        number_of, unit = value.split(" ")
        parsed = QuantityValue(number=number_of, unit=unit)
    else:
        parsed = MoneyValue(amount=value, currency="CNY")
    end = start + len(surface)
    return Entity(
        id=f"E{number}",
        label=label,
        start=start,
        end=end,
        raw_start=start,
        raw_end=end,
        text=surface,
        sentence=sentence,
        value=parsed,
    )
