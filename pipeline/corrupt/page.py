"""A clean page, the plan of what is put into it, and the spammed page that comes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from pipeline.corrupt.phrases import Half
from pipeline.schema import Model, RemovalKind

#: Between two characters of a clause.
MIDDLE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


class Insertion(Model):
    """A span of the spammed text that was put in."""

    start: int
    end: int
    text: str
    kind: RemovalKind
    way: str


class Spammed(Model):
    """A page with what was put into it; without the insertions and the line breaks around them it is `clean_text`."""

    raw_text: str
    clean_text: str
    title: str
    keywords: list[str]
    insertions: list[Insertion]


@dataclass
class Page:
    """A clean page and the plan of what goes into it."""

    title: str
    paragraphs: Sequence[str]
    text: str
    random: Random
    half: Half
    keywords: list[str] = field(default_factory=list)
    plan: list[tuple[int, int, str, str, RemovalKind | None, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def body(self) -> int:
        """Where the text below the title begins."""
        return len(self.title) + 1

    def put(self, offset: int, text: str, kind: RemovalKind, way: str, *, before: str = "", after: str = "") -> None:
        """Plans an insertion; `before` and `after` are put around it but are not part of it."""
        order = len(self.plan)
        if before:
            self.plan.append((offset, order, before, "", None, ""))
        self.plan.append((offset, order + 1, text, "", kind, way))
        if after:
            self.plan.append((offset, order + 2, after, "", None, ""))

    def take(self, offsets: Sequence[int]) -> int | None:
        """One of `offsets` that nothing else has been put near, or None."""
        free = [offset for offset in offsets if not self.taken.intersection(range(offset - 2, offset + 3))]
        if not free:
            return None
        offset = self.random.choice(free)
        self.taken.add(offset)
        return offset

    def places(self, pattern: re.Pattern[str]) -> list[int]:
        """Where a pattern matches in the body."""
        return [match.start() for match in pattern.finditer(self.text, self.body)]

    def line(self, text: str, kind: RemovalKind, way: str) -> None:
        """Plans a line of its own between two paragraphs."""
        breaks = [match.start() for match in re.finditer("\n", self.text[self.body :])]
        if breaks:
            place = self.body + self.random.choice(breaks)
            self.put(place, text, kind, way, before="\n")


def carried_out(page: Page) -> Spammed:
    """The text with the plan carried out. Line breaks are doubled on some pages, as on pages made from HTML."""
    doubled = page.random.random() < 0.6
    out: list[str] = []
    length, position = 0, 0
    insertions = []

    def add(text: str) -> None:
        nonlocal length
        if doubled:
            text = text.replace("\n", "\n\n")
        out.append(text)
        length += len(text)

    for offset, _, text, _, kind, way in sorted(page.plan, key=lambda item: (item[0], item[1])):
        add(page.text[position:offset])
        position = offset
        start = length
        add(text)
        if kind is not None:
            insertions.append(Insertion(start=start, end=length, text=text, kind=kind, way=way))
    add(page.text[position:])
    return Spammed(
        raw_text="".join(out),
        clean_text=page.text,
        title=page.title,
        keywords=page.keywords,
        insertions=insertions,
    )
