"""The working document: the one type that every stage takes and gives.

A stage is a pure function `Draft -> Draft`. Each fills in its own fields and leaves the others:

=========  =====================================================
ingest     everything up to `layout`
clean      `removed`, `text`
sentences  `sentences`
tag        `mentions`: spans with what their own characters say
normalize  `entities`: the mentions with values, resolved in context, in the place of `mentions`
check      `findings`, and with them `entities[].findings`, `value.restored`
emit       the records of `schema`, without `layout` and `keywords`
=========  =====================================================
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator, Tag, TypeAdapter

from pipeline.forms import Form
from pipeline.schema import Document, Label, Rejection
from pipeline.settings import Settings

__all__ = ["RESULT", "Block", "Draft", "Mention", "Result", "Settings", "Stage"]


@dataclass(slots=True)
class Block:
    """A block of an HTML page, as a span of `raw_text`.

    `tag` is the element (h1 … h6, p, li, td, …). `region` is `article` for what the page was
    written for, `furniture` for navigation, footers, side bars and the like.
    """

    start: int
    end: int
    tag: str
    region: Literal["article", "furniture"]


@dataclass(slots=True)
class Mention:
    """A tagged span of `text` and what its own characters say (`form`), before any context is used.

    Like everything that only the stages see it is a plain dataclass, never changed once it is made: a page has
    hundreds, and a validated model costs ten times as much to make.
    """

    label: Label
    start: int
    end: int
    form: Form


class Draft(Document):
    """A document on its way through the stages.

    `layout` is empty for pages that are not HTML. `warnings` are what of the input could not be used, for people.
    """

    warnings: list[str] = []
    keywords: list[str] = []
    layout: list[Block] = []
    mentions: list[Mention] = []

    def document(self) -> Document:
        """The fields of the contract alone."""
        return Document.model_construct(**{name: getattr(self, name) for name in Document.model_fields})


Stage = Callable[[Draft, Settings], Draft]

#: What a stage file holds on each line: a page under way, or one that was rejected.
Result = Draft | Rejection


def _state(result: object) -> str:
    if isinstance(result, dict):
        return "Rejection" if "error" in result else "Draft"
    return type(result).__name__


RESULT: TypeAdapter[Result] = TypeAdapter(
    Annotated[Annotated[Draft, Tag("Draft")] | Annotated[Rejection, Tag("Rejection")], Discriminator(_state)]
)
