"""What an amount or a percentage says by itself, and the words beside it that belong to it."""

from typing import Literal

from pipeline.schema import (
    Basis,
    DecimalString,
    Direction,
    Model,
    Modifier,
    PercentUnit,
)


class MoneyForm(Model):
    """An amount of money as written."""

    form: Literal["money"] = "money"
    amount: DecimalString | None = None
    amount_max: DecimalString | None = None
    currency: str
    modifier: Modifier | None = None


class PercentForm(Model):
    """A percentage as written, with direction, basis and metric from the words around it."""

    form: Literal["percent"] = "percent"
    ratio: DecimalString
    ratio_max: DecimalString | None = None
    unit: PercentUnit
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    modifier: Modifier | None = None
