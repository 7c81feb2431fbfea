"""Gold: annotations made by hand on raw pages, one JSON file per page, read and checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from pipeline.errors import DataError, UsageError
from pipeline.schema import (
    Basis,
    DecimalString,
    Direction,
    Fuzzy,
    IsoDate,
    Label,
    Model,
    Modifier,
    PercentUnit,
    Precision,
    RemovalKind,
    ResolvedFrom,
    Role,
)
from pipeline.spans import disjoint


class GoldDate(Model):
    """A DATE value. Fields that are left out were not annotated; null means that there is none."""

    start: IsoDate | None = None
    end: IsoDate | None = None
    precision: Precision | None = None
    fuzzy: Fuzzy | None = None
    resolved_from: ResolvedFrom | None = None


class GoldRestoredAmount(Model):
    """The amount the author had written before the page was tampered with."""

    amount: DecimalString
    amount_max: DecimalString | None = None


class GoldMoney(Model):
    """A MONEY value as the page says it. A range's end, a modifier and a restored value left out mean none."""

    amount: DecimalString | None = None
    amount_max: DecimalString | None = None
    currency: str
    modifier: Modifier | None = None
    restored: GoldRestoredAmount | None = None


class GoldRestoredDirection(Model):
    """The direction the author had written."""

    direction: Direction


class GoldPercent(Model):
    """A PERCENT value as the page says it. What is left out means none, except `metric`: not annotated."""

    ratio: DecimalString
    ratio_max: DecimalString | None = None
    unit: PercentUnit
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    modifier: Modifier | None = None
    restored: GoldRestoredDirection | None = None


class GoldProgram(Model):
    """A PROGRAM value. `program` is equal for all mentions of one programme, over all of gold."""

    name: str
    type: str | None = None
    program: str


class GoldQuantity(Model):
    """A QUANTITY value as the page says it. A range's end and a modifier left out mean none."""

    number: DecimalString
    number_max: DecimalString | None = None
    unit: str | None = None
    modifier: Modifier | None = None


GoldValue = GoldDate | GoldMoney | GoldPercent | GoldProgram | GoldQuantity
VALUES: dict[str, type[GoldValue]] = {
    "DATE": GoldDate,
    "MONEY": GoldMoney,
    "PERCENT": GoldPercent,
    "PROGRAM": GoldProgram,
    "QUANTITY": GoldQuantity,
}
#: Labels that a page is scored on only where its gold has some: they need not be annotated.
VOLUNTARY = frozenset({"QUANTITY"})


class GoldSpan(Model):
    """A span of the raw page: code points, half open."""

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _not_empty(self) -> "GoldSpan":
        if self.end <= self.start:
            raise ValueError(f"span {self.start}–{self.end} is empty or turned round")
        return self


class GoldText(GoldSpan):
    """A span with its characters, which must be those of the page."""

    text: str

    @model_validator(mode="after")
    def _as_long_as_its_text(self) -> "GoldText":
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}–{self.end} is not as long as its text {self.text!r}")
        return self


class GoldRemoval(GoldText):
    """Something that was put into the page, or that is furniture."""

    kind: RemovalKind
    optional: bool = False


class GoldSentence(GoldSpan):
    """From the first to the last character of a sentence; removed text at its edges is outside."""

    role: Role


class GoldEntity(GoldText):
    """A tagged span; an insertion inside it stays inside `text`. `optional` is neither found nor missed."""

    label: Label
    optional: bool = False
    value: GoldValue | None = None

    @model_validator(mode="before")
    @classmethod
    def _value_of_its_label(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("value"), dict) and data.get("label") in VALUES:
            return {**data, "value": VALUES[data["label"]].model_validate(data["value"])}
        return data


class GoldInterval(Model):
    """First and last day, both included; null is an open end."""

    start: IsoDate | None
    end: IsoDate | None


class GoldRecord(GoldSpan):
    """A body sentence that is a fact, with the fact's date, null where the page gives none."""

    date: GoldInterval | None


class GoldPage(Model):
    """The annotations of one page. `path` and `sha256` are those of the page's `source`."""

    schema_version: Literal["1"] = "1"
    path: str
    sha256: str
    title: str | None = None
    published: IsoDate | None = None
    removed: list[GoldRemoval]
    sentences: list[GoldSentence]
    entities: list[GoldEntity]
    records: list[GoldRecord]

    @model_validator(mode="after")
    def _sorted_and_disjoint(self) -> "GoldPage":
        required = [entity for entity in self.entities if not entity.optional]
        groups: list[tuple[str, Sequence[GoldSpan]]] = [
            ("removed", self.removed),
            ("sentences", self.sentences),
            ("records", self.records),
            *((label, [e for e in required if e.label == label]) for label in VALUES),
        ]
        for name, spans in groups:
            if not disjoint((span.start, span.end) for span in spans):
                raise ValueError(f"{name}: spans must be in the order of the page and must not overlap")
        return self

    def raw_text(self) -> str:
        """The page as far as gold holds its characters, the rest filled with a letter.

        It stands for a page that the run did not deliver, so that all its gold counts as missed.
        """
        spans: list[GoldSpan] = [*self.removed, *self.sentences, *self.entities, *self.records]
        characters = ["x"] * max((span.end for span in spans), default=0)
        for part in (*self.removed, *self.entities):
            characters[part.start : part.end] = part.text
        return "".join(characters)

    def check(self, raw_text: str, file: Path) -> None:
        """Raise DataError where the annotations do not fit the page's characters."""
        for place, parts in (("removed", self.removed), ("entities", self.entities)):
            for number, part in enumerate(parts):
                found = raw_text[part.start : part.end]
                if found != part.text:
                    raise DataError(
                        f"{file}: {place}[{number}] at {part.start}–{part.end} is {part.text!r}, but {self.path} reads "
                        f"{found!r} there; restore the page, or annotate it anew with offsets in code points"
                    )
        for place, spans in (("sentences", self.sentences), ("records", self.records)):
            if spans and spans[-1].end > len(raw_text):
                raise DataError(
                    f"{file}: {place}[{len(spans) - 1}] ends at {spans[-1].end}, but {self.path} has {len(raw_text)} "
                    "characters; restore the page, or annotate it anew with offsets in code points"
                )


def load(path: Path) -> list[tuple[Path, GoldPage]]:
    """Gold pages with their files, from a file or from all `.json` files below a folder, by page path.

    Raises UsageError where there is no gold, DataError where a file is not gold.
    """
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not path.exists() or not files:
        raise UsageError(f"{path}: no gold here; give a .json file, or a folder that holds some")
    pages = [(file, _read(file)) for file in files]
    seen: dict[str, Path] = {}
    for file, page in pages:
        if page.path in seen:
            raise DataError(f"{file}: {page.path} is annotated in {seen[page.path]} already; keep one of them")
        seen[page.path] = file
    return sorted(pages, key=lambda pair: pair[1].path)


def _read(file: Path) -> GoldPage:
    try:
        return GoldPage.model_validate_json(file.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in first["loc"]).lstrip(".")
        raise DataError(
            f"{file}: {place or 'the page'}: {first['msg']} ({error.error_count()} problems in all); "
            "correct the annotation by hand or export it again"
        ) from error
