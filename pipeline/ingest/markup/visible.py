"""The visible text of an HTML page, and its blocks."""

import re
from dataclasses import dataclass, field
from html import unescape

from pipeline.ingest.markup.elements import BLOCK, CELL, Elements
from pipeline.ingest.markup.head import Head
from pipeline.ingest.markup.tokens import RAW, Tag, tokens

_SPACES = re.compile(r"[ \t\n\r\f]+")
_EDGES = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the text: its span, the innermost block element that holds it, and how much of it is links."""

    start: int
    end: int
    tag: str
    linked: int


@dataclass(slots=True)
class _Writer:
    """The text under way. A break is written when text follows it, so that none doubles or trails."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    pending: str = ""
    run: list[str] = field(default_factory=list)
    row: int = 0
    one_line: bool = True
    cell_start: bool = False
    tag: str = "body"
    linked: int = 0

    def text(self, text: str, *, pre: bool, tag: str, link: bool) -> None:
        if not self.run and not pre:
            text = text.lstrip(_EDGES)
        if not text:
            return
        if not self.run:
            self.tag, self.linked = tag, 0
        self.run.append(text if pre else _SPACES.sub(" ", text))
        if link:
            self.linked += len(text)

    def flush(self) -> None:
        """Ends the block under way."""
        if not self.run:
            return
        text = _joined(self.run)
        self.run.clear()
        if not text or text.isspace():
            return
        if self.length:
            separator = self.pending or "\n"
            self.parts.append(separator)
            self.length += len(separator)
            if separator == "\n" and len(self.lines) > self.row:
                self.one_line = False
        self.pending = ""
        self.lines.append(Line(self.length, self.length + len(text), self.tag, self.linked))
        self.parts.append(text)
        self.length += len(text)
        self.cell_start = False

    def block(self) -> None:
        self.flush()
        if not self.cell_start:
            self.pending = "\n"

    def row_break(self) -> None:
        self.flush()
        self.pending, self.cell_start = "\n", False
        self.row, self.one_line = len(self.lines), True

    def cell(self) -> None:
        """Begins a cell: it goes behind a tab where the row so far is one line."""
        self.flush()
        if self.one_line and len(self.lines) > self.row:
            self.pending = "\t"
        self.cell_start = True


def _joined(run: list[str]) -> str:
    text = "".join(run)
    # Runs were collapsed one by one: where two meet, two spaces may stand.
    return re.sub(r" {2,}", " ", text).strip(" ") if "\n" not in text else text.strip("\n")


@dataclass(frozen=True, slots=True)
class Visible:
    """The visible text of a page, its blocks in order, what its head says, and how its elements are nested."""

    text: str
    lines: list[Line]
    head: Head
    elements: int
    deepest: int


def read(page: str) -> Visible:
    """The text a reader would see, a line a block, the cells of a table's row joined by tabs.

    Where styles hide most of the page's sentences, these are its article, which a script would show: then
    styles count only for parts of lines. Hidden keywords are no sentences.
    """
    seen, hidden = _read(page, scripted=False)
    if hidden > seen.text.count("。"):
        seen, _ = _read(page, scripted=True)
    return seen


def _read(page: str, *, scripted: bool) -> tuple[Visible, int]:
    writer, elements, head = _Writer(), Elements(scripted=scripted), Head()
    hidden = 0
    for token in tokens(page):
        if not isinstance(token, str):
            _take(token, writer, elements, head)
        elif elements.hidden:
            hidden += 0 if elements.unseen else token.count("。")
        elif not elements.unseen:
            text = unescape(token) if "&" in token else token
            writer.text(text, pre=elements.pre, tag=elements.block, link=elements.inside("a"))
    writer.flush()
    return Visible("".join(writer.parts), writer.lines, head, elements.opened, elements.deepest), hidden


def _take(tag: Tag, writer: _Writer, elements: Elements, head: Head) -> None:
    name = tag.name
    if name == "br":
        if not (elements.hidden or elements.unseen):
            writer.block()
    elif name in CELL:
        writer.flush()
        if not tag.close:
            writer.cell()
    elif name in ("tr", "table"):
        writer.row_break()
    elif name in BLOCK:
        writer.block()
    head.take(tag)
    if name == "style":
        elements.sheet(tag.raw)
    if tag.close:
        elements.close(name)
    elif name not in RAW:
        if name == "body":
            elements.close("head")
        elements.open(tag)
