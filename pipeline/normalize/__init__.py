"""Normalize: give every mention its value, using the page around it where its own characters leave something out."""

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.draft import Draft, Mention, Settings
from pipeline.forms import PercentForm, QuantityForm
from pipeline.normalize import amounts, dates, programs
from pipeline.schema import Entity, Label, Value
from pipeline.spans import RawMap


def normalize(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001 - every stage has this form
    """Fill `entities`, one for each mention, in the order of the text and numbered E1, E2 …, and drop `mentions`."""
    starts = [sentence.start for sentence in draft.sentences]
    raw = RawMap(draft.removed)
    values = _values(draft)
    entities = []
    for number, mention in enumerate(draft.mentions, 1):
        raw_start, raw_end = raw.span(mention.start, mention.end)
        entities.append(
            Entity(
                id=f"E{number}",
                label=mention.label,
                start=mention.start,
                end=mention.end,
                raw_start=raw_start,
                raw_end=raw_end,
                text=draft.text[mention.start : mention.end],
                sentence=bisect_right(starts, mention.start) - 1,
                value=next(values[mention.label]),
                findings=[],  # given, since pydantic copies a default list deeply
            )
        )
    return draft.model_copy(update={"mentions": [], "entities": entities})


def _values(draft: Draft) -> dict[Label, Iterator[Value]]:
    """The values of each label's mentions, in the order of the text."""

    def of(label: Label) -> list[Mention]:
        return [mention for mention in draft.mentions if mention.label == label]

    forms = [mention.form for mention in draft.mentions]
    return {
        "DATE": iter(dates.resolve(of("DATE"), draft)),
        "MONEY": iter(amounts.money(of("MONEY"), draft)),
        "PERCENT": (amounts.value(form) for form in forms if isinstance(form, PercentForm)),
        "PROGRAM": iter(programs.identify(of("PROGRAM"), draft)),
        "QUANTITY": (amounts.value(form) for form in forms if isinstance(form, QuantityForm)),
    }
