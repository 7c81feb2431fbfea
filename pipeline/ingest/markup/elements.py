"""The open elements of a page under way: what is hidden, what is preformatted, what a tag closes."""

from collections import Counter
from dataclasses import dataclass

from pipeline.ingest.markup import styles
from pipeline.ingest.markup.tokens import Tag

VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr keygen basefont bgsound".split()
)
#: Elements a browser sets on lines of their own.
BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search"
    " section select summary table tbody tfoot thead tr ul caption".split()
)
CELL = frozenset(("td", "th"))
#: Elements whose content is not shown, or not as text.
UNSEEN = frozenset("head audio video canvas object applet map datalist select math rp".split())

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


@dataclass(slots=True)
class _Open:
    name: str
    hidden: bool
    white: bool
    white_ground: bool
    pre: bool
    block: str


class Elements:
    """The stack of open elements. Time for a tag is bounded, whatever the depth."""

    def __init__(self) -> None:
        self._stack = [_Open("", False, False, True, False, "body")]
        self._count: Counter[str] = Counter()

    @property
    def hidden(self) -> bool:
        """Whether text that came now would not be seen."""
        top = self._stack[-1]
        return top.hidden or (top.white and top.white_ground)

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
        opened = _Open(name, above.hidden or name in UNSEEN, above.white, above.white_ground, above.pre, block)
        if name == "pre":
            opened.pre = True
        source = tag.source.lower()
        # A page hides its own body while it loads and a script shows it: what the body says counts for nothing.
        if name not in ("html", "body") and ("hidden" in source or "style" in source or "color" in source):
            self._style(opened, tag.attributes())
        self._stack.append(opened)
        self._count[name] += 1

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
            opened.white_ground = ground
