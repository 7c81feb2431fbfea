"""What a run writes beside its documents: facts, programmes, rejected pages and counts."""

from typing import Literal

from pipeline.schema.documents import Source
from pipeline.schema.terms import IsoDate, Model
from pipeline.schema.values import DateValue, MoneyValue, PercentValue, ProgramValue, QuantityValue


class RecordDate(DateValue):
    """The date of a fact."""

    text: str | None = None
    """The expression; null where the date is that of publication."""


class RecordDateMention(RecordDate):
    """A DATE entity in a record."""

    id: str
    """Of the entity in its document."""


class RecordMoney(MoneyValue):
    """A MONEY entity in a record."""

    id: str
    """Of the entity in its document."""
    text: str
    """As the page writes it."""


class RecordPercent(PercentValue):
    """A PERCENT entity in a record."""

    id: str
    """Of the entity in its document."""
    text: str
    """As the page writes it."""


class RecordQuantity(QuantityValue):
    """A QUANTITY entity in a record."""

    id: str
    """Of the entity in its document."""
    text: str
    """As the page writes it."""


class RecordProgram(ProgramValue):
    """A PROGRAM entity in a record."""

    id: str
    """Of the entity in its document."""
    text: str
    """As the page writes it."""


class Record(Model):
    """A fact: a body sentence with a programme, an amount, a percentage or a date of its own.

    `quantities` go with such a fact; alone they make none.
    """

    schema_version: Literal["1"] = "1"
    record_id: str
    """From the document's id and the place of the sentence; copies of one page have the same."""
    doc_id: str
    """Of its document."""
    source: Source
    section: list[str]
    """The headings above, the outermost first."""
    text: str
    """The sentence, cleaned."""
    start: int
    """In `text` of the document."""
    end: int
    """In `text` of the document, behind the last character."""
    date: RecordDate | None
    """When the fact was: the sentence's own date, else its heading's, else the running date of the section, else the
    publication date; null where the page gives none."""
    dates: list[RecordDateMention] = []
    programs: list[RecordProgram] = []
    money: list[RecordMoney] = []
    percentages: list[RecordPercent] = []
    quantities: list[RecordQuantity] = []
    citations: list[str] = []
    """The citation marks at the sentence."""
    findings: list[str] = []
    """Ids of the document's findings that touch the sentence."""


class Mention(Model):
    """A place where a programme is named."""

    doc_id: str
    entity_id: str


class Program(Model):
    """A programme over the whole run. A line of `programs.jsonl`."""

    schema_version: Literal["1"] = "1"
    program_id: str
    """As in the values of its mentions."""
    name: str
    """The most frequent spelling, the quoted one among equals."""
    aliases: list[str] = []
    """The other spellings."""
    type: str | None = None
    """Its head noun."""
    organiser: str | None = None
    """Who runs it; programmes of one name and different organisers are two."""
    first_date: IsoDate | None = None
    """Of the facts that name it."""
    last_date: IsoDate | None = None
    """Of the facts that name it."""
    mentions: list[Mention]
    records: list[str]
    """Ids of the facts that name it."""


class Rejection(Model):
    """A page that could not be processed. A line of `rejected.jsonl`."""

    source: Source
    error: str
    """A code; the README lists them."""
    message: str
    """The same for a reader."""


class Run(Model):
    """Counts of a run, the version and the options that made it: `run.json`."""

    schema_version: Literal["1"] = "1"
    version: str
    """Of Taosha."""
    options: dict[str, object]
    pages: int
    """Documents and rejected pages."""
    documents: int
    records: int
    programs: int
    rejected: dict[str, int]
    """By code."""
    entities: dict[str, int]
    """By label."""
    removed: dict[str, int]
    """By kind."""
    findings: dict[str, int]
    """By kind."""
