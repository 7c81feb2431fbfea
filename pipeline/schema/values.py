"""What a mention says: the values of dates, amounts, percentages, quantities and programmes."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from pipeline.schema.terms import (
    Basis,
    CurrencyFrom,
    DecimalString,
    Direction,
    Fuzzy,
    IsoDate,
    Model,
    Modifier,
    PercentUnit,
    Precision,
    ResolvedFrom,
)


class DateValue(Model):
    """A place on the calendar; both ends inclusive, an open end is null."""

    start: IsoDate | None = None
    """First day; null where it is open or nothing on the page tells it."""
    end: IsoDate | None = None
    """Last day; null where it is open or nothing on the page tells it."""
    edtf: str | None = None
    """The same in the Extended Date/Time Format, ISO 8601-2:2019."""
    timex3: str | None = None
    """The same as the value of a TIMEX3 of TimeML."""
    precision: Precision
    """The unit that the expression names; `range` between two dates, `duration` for a window such as 近30天."""
    fuzzy: Fuzzy | None = None
    """A part of the period: 年初 is early, 年中 mid, 年底 late; approximate where its bounds are nobody's."""
    resolved_from: ResolvedFrom
    """Where it took what it leaves out: nothing (text), its sentence, the heading above, what was told before, or the
    publication date; none where it could not be resolved."""


class RestoredAmount(Model):
    """The amount that the evidence on the page supports."""

    amount: DecimalString
    """As in the value itself."""
    amount_max: DecimalString | None = None
    """As in the value itself."""
    confidence: float = Field(ge=0, le=1)
    """The share of such restorations that are right, on generated pages."""
    findings: list[str]
    """Ids of the document's findings that it rests on."""


class MoneyValue(Model):
    """An amount as written: digits times units, literally. 80万元 is "800000", 2.2万万元 is "220000000"."""

    amount: DecimalString | None = None
    """In whole units of the currency; the lower end of a range."""
    amount_max: DecimalString | None = None
    """The upper end of a range."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """ISO 4217."""
    currency_from: CurrencyFrom = "text"
    """`context` where no currency is written and the sentence makes it money (营收14.4亿), and where 元 is the dollar
    that the page has named (新台幣32元 … 48元)."""
    modifier: Modifier | None = None
    """How it is hedged: 超 over, 不少于 at_least, 约 about, 不足 under, 不超过 at_most, 近 nearly, 高达 up_to."""
    restored: RestoredAmount | None = None
    """What the evidence supports where the page contradicts itself; never put in the place of `amount`."""


class RestoredDirection(Model):
    """The direction that the evidence on the page supports."""

    direction: Direction
    """As in the value itself."""
    confidence: float = Field(ge=0, le=1)
    """The share of such restorations that are right, on generated pages."""
    findings: list[str]
    """Ids of the document's findings that it rests on."""


class PercentValue(Model):
    """A ratio as written: 66% is "0.66", 2.8个百分点 is "0.028", 八成 is "0.8", 1.5倍 is "1.5"."""

    ratio: DecimalString
    """The lower end of a range."""
    ratio_max: DecimalString | None = None
    """The upper end of a range."""
    unit: PercentUnit
    """How it is written: %, ‰, 个百分点, 成, 倍 or 番."""
    direction: Direction | None = None
    """Whether the metric rose or fell by it, as the page says; null for shares and levels."""
    basis: Basis | None = None
    """What it is compared with: the same time of the year before (同比), or the period before (环比)."""
    metric: str | None = None
    """What is measured, a noun phrase of the page: 整体销量."""
    modifier: Modifier | None = None
    """How the ratio is hedged; as in MONEY."""
    restored: RestoredDirection | None = None
    """What the evidence supports where the page contradicts itself; never put in the place of `direction`."""


class QuantityValue(Model):
    """A count or a measure as written: 2.4万家 is "24000" of the unit 家."""

    number: DecimalString
    """The lower end of a range."""
    number_max: DecimalString | None = None
    """The upper end of a range."""
    unit: str
    """As the page writes it."""
    modifier: Modifier | None = None
    """How the number is hedged; as in MONEY."""


class ProgramValue(Model):
    """A plan, campaign, action, project, mechanism or festival by its proper name."""

    program_id: str
    """The same for all mentions of one programme in a run."""
    name: str
    """Without quotation marks."""
    type: str | None = None
    """Its head noun: 计划, 节, 机制, 行动, 工程, 项目 …"""
    organiser: str | None = None
    """Who runs it, where the sentence says so."""
    quoted: bool = False
    """Whether quotation marks on the page vouch for where the name begins and ends."""


#: A field that each kind of value has and those below it have not.
_TELLING: dict[str, type[Model]] = {
    "resolved_from": DateValue,
    "currency": MoneyValue,
    "ratio": PercentValue,
    "program_id": ProgramValue,
    "unit": QuantityValue,
}


def _kind(value: object) -> str | None:
    """The name of the model that a value is, or is to be read as: four times as fast as trying one after another."""
    if isinstance(value, dict):
        return next((model.__name__ for field, model in _TELLING.items() if field in value), None)
    return type(value).__name__


Value = Annotated[
    Annotated[DateValue, Tag("DateValue")]
    | Annotated[MoneyValue, Tag("MoneyValue")]
    | Annotated[PercentValue, Tag("PercentValue")]
    | Annotated[ProgramValue, Tag("ProgramValue")]
    | Annotated[QuantityValue, Tag("QuantityValue")],
    Discriminator(_kind),
]
