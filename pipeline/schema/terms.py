"""The terms of the contract: the closed lists of values that fields may have."""

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
    """Base of every record: immutable, and no field that the contract does not name.

    What stands below a field describes it, here and in the JSON Schema.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
