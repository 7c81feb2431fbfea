"""Records: one line for every dated fact of a document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.emit.timeline import Timeline
from pipeline.schema import DateValue, Document, Entity, Label, Record, RecordDate, Sentence

#: What a line says of who brought out the page and when, beside dates and times: 2023-11-08 17:20　来源：江州观察.
_IMPRINT = re.compile(
    r"(?:来源|來源|稿源|出处|作者|责编|编辑|編輯|校对|浏览|阅读|点击|字号|(?:发布|发表|更新)(?:时间|日期|于))\s?[:：／/|｜]"
    r"|(?:^|[\s|｜／/])(?:时间|日期|時間)\s?[:：]"
    r"|(?:^|[\s|｜／/（(])(?:本报|本网)?(?:记者|記者|通讯员)\s?[\u4e00-\u9fff]{2,4}(?=$|[\s|｜／/）)、])"
)
_ENDED = tuple("。！？；…!?;”」）")
#: A line of this length with the day of publication and without a clause names who brought the page out.
_SIGNATURE, _SAYS = 40, re.compile(r"[，。；！？,;]|[了将將已]")


def records(document: Document) -> Iterator[Record]:
    """The records of a document, in the order of its text: its body sentences that hold any entity.

    A quantity and a year in a 《title》 go with a fact and make none alone. A line that says who brought out the page
    and when tells of no fact.
    """
    found = {number: list(group) for number, group in groupby(document.entities, lambda entity: entity.sentence)}
    findings = _findings(document)
    timeline = Timeline(document)
    for number, sentence in enumerate(document.sentences):
        entities = found.get(number, [])
        date = timeline.date(sentence, entities)
        facts = [entity for entity in entities if _tells(document, sentence, entity)]
        if sentence.role == "body" and facts and not _is_imprint(document, sentence, facts):
            yield _record(document, sentence, entities, date, findings.get(number, []))


def _tells(document: Document, sentence: Sentence, entity: Entity) -> bool:
    before = document.text[sentence.start : entity.start]
    in_title = entity.label == "DATE" and before.rfind("《") > before.rfind("》")
    return entity.label != "QUANTITY" and not in_title


def _is_imprint(document: Document, sentence: Sentence, entities: Sequence[Entity]) -> bool:
    """Whether a sentence is the title again, or a date and labels alone: 来源：晚报　2019-05-17 08:12, 2019-05-17."""
    line = document.text[sentence.start : sentence.end]
    if line == document.title:
        return True
    if len(entities) > 1 or entities[0].label != "DATE" or line.endswith(_ENDED):
        return False
    if entities[0].text == line or _IMPRINT.search(line):
        return True
    day = entities[0].value
    published = isinstance(day, DateValue) and day.start == day.end == document.published
    return published and len(line) <= _SIGNATURE and not _SAYS.search(line)


def _findings(document: Document) -> dict[int, list[str]]:
    """The findings that touch each sentence, by its number, in the order of the document."""
    starts = [sentence.start for sentence in document.sentences]
    ends = [sentence.end for sentence in document.sentences]
    touching: dict[int, list[str]] = {}
    for finding in document.findings:
        numbers = {
            number
            for start, end in finding.spans
            for number in range(bisect_right(ends, start), bisect_left(starts, end))
        }
        for number in numbers:
            touching.setdefault(number, []).append(finding.id)
    return touching


#: The field of a record that holds the entities of a label.
_FIELDS: dict[Label, str] = {
    "DATE": "dates",
    "PROGRAM": "programs",
    "MONEY": "money",
    "PERCENT": "percentages",
    "QUANTITY": "quantities",
}


def _record(
    document: Document, sentence: Sentence, entities: Sequence[Entity], date: RecordDate | None, findings: list[str]
) -> Record:
    fields: dict[Label, list[dict[str, object]]] = {label: [] for label in _FIELDS}
    for entity in entities:
        fields[entity.label].append({"id": entity.id, "text": entity.text, **vars(entity.value)})

    return Record.model_validate(
        {
            "record_id": f"{document.doc_id}-{sentence.start}",
            "doc_id": document.doc_id,
            "source": document.source,
            "section": sentence.section,
            "text": document.text[sentence.start : sentence.end],
            "start": sentence.start,
            "end": sentence.end,
            "date": date,
            **{_FIELDS[label]: values for label, values in fields.items()},
            "citations": sentence.citations,
            "findings": findings,
        }
    )
