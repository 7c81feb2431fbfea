"""The records Taosha writes: the single source of the output contract, version 1.

`taosha schema` prints the JSON Schema of these models. All offsets are Unicode code points,
half open. Decimal numbers are strings, so that no reader rounds them.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DecimalString = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]

Label = Literal["DATE", "PROGRAM", "MONEY", "PERCENT", "QUANTITY"]
Role = Literal["title", "heading", "body"]
PublishedFrom = Literal["option", "meta", "text", "url"]
RemovalKind = Literal[
    "breadcrumb",
    "site_name",
    "widget",
    "share_bar",
    "duplicate_title",
    "citation",
    "ad",
    "shard",
    "contact",
    "invisible",
    "boilerplate",
]
FindingKind = Literal[
    "impossible_decrease",
    "arithmetic_conflict",
    "nonstandard_unit",
    "date_conflict",
    "name_variant",
    "spin_profile",
    "duplicate_fact",
]
Precision = Literal[
    "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range", "duration"
]
Fuzzy = Literal["early", "mid", "late", "approximate"]
ResolvedFrom = Literal["text", "sentence", "heading", "previous", "published", "none"]
Modifier = Literal["over", "at_least", "about", "under", "at_most", "nearly", "up_to"]
Direction = Literal["increase", "decrease"]
Basis = Literal["yoy", "mom"]
CurrencyFrom = Literal["text", "context"]
PercentUnit = Literal["percent", "permille", "percentage_point", "tenth", "multiple"]


class Model(BaseModel):
    """Base of every record: immutable, and no field that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """Where a page came from, as far as the input says."""

    path: str
    id: str | None = None
    uri: str | None = None
    media_type: str
    encoding: str
    sha256: str


class Removal(Model):
    """A span of `raw_text` that cleaning took out, with the reason."""

    start: int
    end: int
    text: str
    kind: RemovalKind
    rule: str
    score: float | None = None


class Sentence(Model):
    """A sentence of `text`; `section` is the path of headings above it."""

    start: int
    end: int
    role: Role
    section: list[str] = []
    citations: list[str] = []


class DateValue(Model):
    """A place on the calendar; both ends inclusive, an open end is null."""

    start: IsoDate | None = None
    end: IsoDate | None = None
    edtf: str | None = None
    timex3: str | None = None
    precision: Precision
    fuzzy: Fuzzy | None = None
    resolved_from: ResolvedFrom


class RestoredAmount(Model):
    """The amount that the evidence on the page supports."""

    amount: DecimalString
    amount_max: DecimalString | None = None
    confidence: float = Field(ge=0, le=1)
    findings: list[str]


class MoneyValue(Model):
    """An amount as written, in whole currency units; `amount_max` is the upper end of a range.

    `currency_from` is `context` where no currency is written and the sentence makes it money (营收14.4亿), and where
    元 is the dollar that the page has named (新台幣32元 … 48元).
    """

    amount: DecimalString | None = None
    amount_max: DecimalString | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    currency_from: CurrencyFrom = "text"
    modifier: Modifier | None = None
    restored: RestoredAmount | None = None


class RestoredDirection(Model):
    """The direction that the evidence on the page supports."""

    direction: Direction
    confidence: float = Field(ge=0, le=1)
    findings: list[str]


class PercentValue(Model):
    """A ratio as written: 66% is "0.66", 2.8个百分点 is "0.028", 八成 is "0.8", 1.5倍 is "1.5"."""

    ratio: DecimalString
    ratio_max: DecimalString | None = None
    unit: PercentUnit
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    modifier: Modifier | None = None
    restored: RestoredDirection | None = None


class QuantityValue(Model):
    """A count or a measure as written: 2.4万家 is "24000" of the unit 家."""

    number: DecimalString
    number_max: DecimalString | None = None
    unit: str
    modifier: Modifier | None = None


class ProgramValue(Model):
    """A programme: `name` without quotation marks, `type` its head noun (计划, 节, 机制 …), `organiser` who runs it."""

    program_id: str
    name: str
    type: str | None = None
    organiser: str | None = None


Value = DateValue | MoneyValue | PercentValue | ProgramValue | QuantityValue


class Entity(Model):
    """A tagged span, placed in the cleaned text and on the raw page."""

    id: str
    label: Label
    start: int
    end: int
    raw_start: int
    raw_end: int
    text: str
    sentence: int
    value: Value
    findings: list[str] = []


class Finding(Model):
    """Something on the page that cannot be true as written, or is told in two ways. Spans are in `text`."""

    id: str
    kind: FindingKind
    spans: list[tuple[int, int]]
    message: str
    confidence: float = Field(ge=0, le=1)
    suggestion: dict[str, object] | None = None


class Document(Model):
    """One page: what was there, what was taken out, what was found. A line of `documents.jsonl`."""

    schema_version: Literal["1"] = "1"
    doc_id: str
    source: Source
    title: str | None = None
    published: IsoDate | None = None
    published_from: PublishedFrom | None = None
    raw_text: str
    removed: list[Removal] = []
    text: str
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    findings: list[Finding] = []


class RecordDate(DateValue):
    """The date of a fact; `text` is the expression, null where the date comes from elsewhere."""

    text: str | None = None


class RecordDateMention(RecordDate):
    """A DATE entity in a record."""

    id: str


class RecordMoney(MoneyValue):
    """A MONEY entity in a record."""

    id: str
    text: str


class RecordPercent(PercentValue):
    """A PERCENT entity in a record."""

    id: str
    text: str


class RecordQuantity(QuantityValue):
    """A QUANTITY entity in a record."""

    id: str
    text: str


class RecordProgram(ProgramValue):
    """A PROGRAM entity in a record."""

    id: str
    text: str


class Record(Model):
    """A dated fact: a body sentence with a programme, an amount, a percentage or a date of its own.

    `quantities` go with such a fact; alone they make none.
    """

    schema_version: Literal["1"] = "1"
    record_id: str
    doc_id: str
    source: Source
    section: list[str]
    text: str
    start: int
    end: int
    date: RecordDate | None
    dates: list[RecordDateMention] = []
    programs: list[RecordProgram] = []
    money: list[RecordMoney] = []
    percentages: list[RecordPercent] = []
    quantities: list[RecordQuantity] = []
    citations: list[str] = []
    findings: list[str] = []


class Mention(Model):
    """A place where a programme is named."""

    doc_id: str
    entity_id: str


class Program(Model):
    """A programme over the whole run. A line of `programs.jsonl`."""

    schema_version: Literal["1"] = "1"
    program_id: str
    name: str
    aliases: list[str] = []
    type: str | None = None
    organiser: str | None = None
    first_date: IsoDate | None = None
    last_date: IsoDate | None = None
    mentions: list[Mention]
    records: list[str]


class Rejection(Model):
    """A page that could not be processed. A line of `rejected.jsonl`."""

    source: Source
    error: str
    message: str


class Run(Model):
    """Counts of a run, the version and the options that made it: `run.json`."""

    schema_version: Literal["1"] = "1"
    version: str
    options: dict[str, object]
    pages: int
    documents: int
    records: int
    programs: int
    rejected: dict[str, int]
    entities: dict[str, int]
    removed: dict[str, int]
    findings: dict[str, int]


#: The records by the file that holds them, for `taosha schema`.
RECORDS: dict[str, type[Model]] = {
    "documents.jsonl": Document,
    "records.jsonl": Record,
    "programs.jsonl": Program,
    "rejected.jsonl": Rejection,
    "run.json": Run,
}
