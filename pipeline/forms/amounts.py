"""What an amount or a percentage says by itself, and the words beside it that belong to it."""

from dataclasses import dataclass
from typing import Literal

from pipeline.schema import Basis, CurrencyFrom, DecimalString, Direction, Modifier, PercentUnit


@dataclass(slots=True)
class MoneyForm:
    """An amount of money as written, in whole currency units.

    `amount_max` is the upper end of a range, also of one that a vague number names (几十万元).
    `currency_from` is `context` where no currency is written and the sentence makes it money (营收14.4亿).
    """

    currency: str
    amount: DecimalString | None = None
    amount_max: DecimalString | None = None
    currency_from: CurrencyFrom = "text"
    modifier: Modifier | None = None
    form: Literal["money"] = "money"


@dataclass(slots=True)
class QuantityForm:
    """A count or a measure as written, with the word that is counted (次, 万 is in the number)."""

    number: DecimalString
    unit: str
    number_max: DecimalString | None = None
    modifier: Modifier | None = None
    form: Literal["quantity"] = "quantity"


@dataclass(slots=True)
class PercentForm:
    """A percentage as written, with direction, basis and metric from the words around it.

    `ratio` is a plain ratio whatever the unit: 66% is 0.66, 2.8个百分点 0.028, 八成 0.8, 1.5倍 1.5.
    """

    ratio: DecimalString
    unit: PercentUnit
    ratio_max: DecimalString | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    modifier: Modifier | None = None
    form: Literal["percent"] = "percent"
