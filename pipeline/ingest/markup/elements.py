"""The open elements of a page under way: what is hidden, what is preformatted, what a tag closes."""

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.ingest.markup import styles
from pipeline.ingest.markup.styles import Sheet
from pipeline.ingest.markup.tokens import Tag


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names("area base br col embed frame hr img input link meta param source track wbr keygen basefont bgsound")
#: Elements a browser sets on lines of their own.
BLOCK = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext"
    " pre search section select summary table tbody tfoot thead tr ul caption"
)
CELL = frozenset(("td", "th"))
#: Elements whose content is not shown, or not as text.
UNSEEN = _names("head audio video canvas object applet map datalist select math rp")

#: What a start tag closes although no end tag says so: the elements, and those that shield them.
_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl",)))),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), frozenset(("table", "tr")))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset(("tbody", "thead", "tfoot")), frozenset(("table",)))),
    **dict.fromkeys(("option", "optgroup"), (frozenset(("option",)), frozenset(("select",)))),
}
_PARAGRAPH = (frozenset(("p",)), frozenset(("td", "th", "table", "caption", "button", "object")))
_SHIELD = frozenset(("td", "th", "caption", "table", "button"))
_TABLE = frozenset(("table", "tr", "tbody", "thead", "tfoot", "td", "th", "caption"))

#: How far up the open elements are looked at; deeper nesting comes from no author.
REACH = 64

_STYLED = re.compile(r"style|hidden|color", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An open element: `unseen` by its kind, `hidden` by its style.

    `white` is its text colour; `ground` is whether its background is white, None if not known.
    """

    name: str
    unseen: bool
    hidden: bool
    white: bool
    ground: bool | None
    pre: bool
    block: str


class Elements:
    """The stack of open elements. Time for a tag is bounded, whatever the depth.

    White text is taken as hidden where the background is said to be white, or where nothing is said of it
    and the text is part of a paragraph: boxes with a dark background of their own are no paragraphs.
    `scripted` says that scripts of the page show what its styles hide, so that styles hide only parts of lines.
    """

    def __init__(self, *, scripted: bool = False) -> None:
        self._scripted = scripted
        self._stack = [_Open("", False, False, False, None, False, "body")]
        self._count: Counter[str] = Counter()
        self._sheet = Sheet()
        self.deepest = 0
        self.opened = 0

    @property
    def hidden(self) -> bool:
        """Whether text that came now would be hidden by a style."""
        top = self._stack[-1]
        return top.hidden or (top.white and (top.ground or (top.ground is None and self._count["p"] > 0)))

    @property
    def unseen(self) -> bool:
        """Whether text that came now would be no text of the page, as in its head."""
        return self._stack[-1].unseen

    @property
    def pre(self) -> bool:
        """Whether white space that came now would be kept."""
        return self._stack[-1].pre

    @property
    def block(self) -> str:
        """The name of the innermost block or cell."""
        return self._stack[-1].block

    def inside(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return self._count[name] > 0

    def open(self, tag: Tag) -> None:
        """Take a start tag."""
        name = tag.name
        if name in _IMPLIED:
            self._imply(*_IMPLIED[name])
        elif name in BLOCK and self._count["p"]:
            self._imply(*_PARAGRAPH)
        if name in VOID:
            return
        above = self._stack[-1]
        block = name if name in BLOCK or name in CELL else above.block
        opened = _Open(
            name,
            above.unseen or name in UNSEEN,
            above.hidden,
            above.white,
            above.ground,
            above.pre or name == "pre",
            block,
        )
        # A page hides its own body while it loads and a script shows it: what the body says counts for nothing.
        if name not in ("html", "body"):
            if _STYLED.search(tag.source):
                self._style(opened, tag.attributes())
            if self._sheet and self._sheet.hides(tag.attributes()):
                opened.hidden = True
            if self._scripted and name in BLOCK:
                opened.hidden = above.hidden
        self._stack.append(opened)
        self._count[name] += 1
        self.opened += 1
        self.deepest = max(self.deepest, len(self._stack))

    def sheet(self, source: str) -> None:
        """Take a style sheet of the page's own."""
        self._sheet.add(source)

    def close(self, name: str) -> None:
        """Take an end tag; one that closes nothing is passed over."""
        if not self._count[name]:
            return
        for above in range(1, min(REACH, len(self._stack)) + 1):
            open_name = self._stack[-above].name
            if open_name == name:
                self._pop(above)
                return
            if open_name in _SHIELD and name not in _TABLE:
                return

    def _imply(self, closed: frozenset[str], shield: frozenset[str]) -> None:
        if not any(self._count[name] for name in closed):
            return
        for above in range(1, min(REACH, len(self._stack)) + 1):
            name = self._stack[-above].name
            if name in closed:
                self._pop(above)
                return
            if name in shield:
                return

    def _pop(self, count: int) -> None:
        for _ in range(count):
            self._count[self._stack.pop().name] -= 1

    @staticmethod
    def _style(opened: _Open, attributes: dict[str, str]) -> None:
        style = styles.declarations(attributes.get("style", ""))
        if "color" in attributes:
            style.setdefault("color", attributes["color"].lower())
        if "bgcolor" in attributes:
            style.setdefault("background", attributes["bgcolor"].lower())
        opened.hidden = opened.hidden or "hidden" in attributes or styles.is_hidden(style)
        white, ground = styles.is_white(style), styles.on_white(style)
        if white is not None:
            opened.white = white
        if ground is not None:
            opened.ground = ground
