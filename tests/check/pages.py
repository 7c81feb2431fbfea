"""Pages for the checks, built by hand: a text, and the values of its figures in order of place."""

import re
from functools import cache
from pathlib import Path

from pipeline.check import check
from pipeline.draft import Draft, Settings
from pipeline.flow import STAGES
from pipeline.schema import (
    DateValue,
    Direction,
    Entity,
    Finding,
    Label,
    Modifier,
    MoneyValue,
    PercentUnit,
    PercentValue,
    Sentence,
    Source,
    Value,
)

LABELS: dict[type, Label] = {MoneyValue: "MONEY", PercentValue: "PERCENT", DateValue: "DATE"}
SENTENCE = re.compile(r"[^\n。！？；]+[。！？；]?")


def money(amount: str, upper: str | None = None, *, modifier: Modifier | None = None) -> MoneyValue:
    return MoneyValue(amount=amount, amount_max=upper, currency="CNY", modifier=modifier)


def rise(ratio: str, **more: object) -> PercentValue:
    return _percent(ratio, "increase", **more)


def fall(ratio: str, **more: object) -> PercentValue:
    return _percent(ratio, "decrease", **more)


def share(ratio: str, **more: object) -> PercentValue:
    return _percent(ratio, None, **more)


def day(start: str | None, end: str | None = None) -> DateValue:
    return DateValue(start=start, end=end or start, precision="day", resolved_from="text")


def _percent(ratio: str, direction: Direction | None, unit: PercentUnit = "percent", **more: object) -> PercentValue:
    return PercentValue(ratio=ratio, unit=unit, direction=direction, **more)  # type: ignore[arg-type]


def page(text: str, *values: tuple[str, Value], headings: tuple[str, ...] = ()) -> Draft:
    """A draft with these figures, each the next place where its characters stand."""
    sentences, section = [], []
    for found in SENTENCE.finditer(text):
        if found[0] in headings:
            section = [found[0]]
        role = "heading" if found[0] in headings else "body"
        above = [] if role == "heading" else list(section)
        sentences.append(Sentence(start=found.start(), end=found.end(), role=role, section=above))
    entities, position = [], 0
    for number, (written, value) in enumerate(values, 1):
        start = text.index(written, position)
        position = start + len(written)
        entities.append(
            Entity(
                id=f"E{number}",
                label=LABELS[type(value)],
                start=start,
                end=position,
                raw_start=start,
                raw_end=position,
                text=written,
                sentence=sum(sentence.end <= start for sentence in sentences),
                value=value,
            )
        )
    return Draft(
        doc_id="page",
        source=Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0"),
        raw_text=text,
        text=text,
        sentences=sentences,
        entities=entities,
    )


def checked(text: str, *values: tuple[str, Value], headings: tuple[str, ...] = ()) -> Draft:
    return check(page(text, *values, headings=headings), Settings())


def kinds(draft: Draft) -> list[str]:
    return [finding.kind for finding in draft.findings]


def finding(draft: Draft, kind: str) -> Finding:
    return next(found for found in draft.findings if found.kind == kind)


def value_of(draft: Draft, written: str) -> Value:
    return next(entity.value for entity in draft.entities if entity.text == written)


def lines(file: Path) -> list[str]:
    """The lines of a corpus without its comments."""
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@cache
def processed(text: str) -> Draft:
    """A page through all stages after cleaning."""
    source = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0")
    draft = Draft(doc_id="page", source=source, raw_text=text, text=text)
    for stage in STAGES.values():
        draft = stage(draft, Settings())
    return draft
