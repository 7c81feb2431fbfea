"""Comparison of values, field by field."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from pipeline.evaluate.gold import GoldValue
from pipeline.schema import Value


class Field(NamedTuple):
    """`core`: the value is wrong without it. `null`: left out in gold means that there is none, not "not annotated"."""

    core: bool = False
    null: bool = False
    number: bool = False


FIELDS: dict[str, dict[str, Field]] = {
    "DATE": {
        "start": Field(core=True),
        "end": Field(core=True),
        "precision": Field(),
        "fuzzy": Field(),
        "resolved_from": Field(),
    },
    "MONEY": {
        "amount": Field(core=True, number=True),
        "amount_max": Field(core=True, null=True, number=True),
        "currency": Field(core=True),
        "modifier": Field(null=True),
    },
    "PERCENT": {
        "ratio": Field(core=True, number=True),
        "ratio_max": Field(core=True, null=True, number=True),
        "unit": Field(core=True),
        "direction": Field(null=True),
        "basis": Field(null=True),
        "metric": Field(),
        "modifier": Field(null=True),
    },
    "PROGRAM": {"name": Field(core=True), "type": Field()},
    "QUANTITY": {
        "number": Field(core=True, number=True),
        "number_max": Field(core=True, null=True, number=True),
        "unit": Field(),
        "modifier": Field(null=True),
    },
}


class Comparison(NamedTuple):
    """A field that gold states, its two readings, and whether they agree."""

    field: str
    core: bool
    gold: str | None
    predicted: str | None
    right: bool


def compare(label: str, gold: GoldValue, predicted: Value | None) -> list[Comparison]:
    """All fields that gold states. Without a prediction every one of them is wrong."""
    stated = gold.model_dump(exclude_unset=True)
    found = predicted.model_dump() if predicted else {}
    comparisons = []
    for name, field in FIELDS[label].items():
        if name in stated or field.null:
            want, have = stated.get(name), found.get(name)
            right = predicted is not None and (_same_number(want, have) if field.number else want == have)
            comparisons.append(Comparison(name, field.core, want, have, right))
    return comparisons


def restored(value: GoldValue | Value | None) -> tuple[Decimal | str, ...] | None:
    """The restored value, comparable between gold and prediction; None where there is none."""
    found: Mapping[str, str | None] | None = value.model_dump().get("restored") if value else None
    if not found:
        return None
    if "direction" in found:
        return (str(found["direction"]),)
    return tuple(Decimal(end) for end in (found.get("amount"), found.get("amount_max")) if end is not None)


def _same_number(a: str | None, b: str | None) -> bool:
    return a == b if a is None or b is None else Decimal(a) == Decimal(b)
