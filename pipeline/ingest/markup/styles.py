"""Which elements a browser would not show, as far as inline styles and the page's own style sheets say."""

import re
from dataclasses import dataclass, field

_DECLARATION = re.compile(r"(?P<name>[a-z-]++)\s*+:\s*+(?P<value>[^;]*+)")
_HIDDEN_VALUE: dict[str, re.Pattern[str]] = {
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "opacity": re.compile(r"0(?:\.0*)?%?"),
    "font-size": re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?"),
    "text-indent": re.compile(r"-\d{3,}(?:px|em|pt)"),
    "left": re.compile(r"-\d{3,}(?:px|em|pt)"),
    "top": re.compile(r"-\d{3,}(?:px|em|pt)"),
}
_NOTHING = re.compile(r"0(?:px|pt|em|rem|%)?")
_WHITE = re.compile(r"(?:white|#fff(?:fff)?|rgba?\(255,255,255(?:,1)?\))")
_BACKGROUND_WHITE = re.compile(r"(?:white|#fff(?:fff)?(?![0-9a-f])|rgba?\(255,255,255(?:,1)?\))")
_BACKGROUND_NONE = re.compile(r"(?:transparent|none|inherit|initial|unset)")


def declarations(style: str) -> dict[str, str]:
    """The declarations of an inline style: lower case, without spaces and !important; the last of a name counts."""
    return {
        match["name"]: "".join(match["value"].split()).removesuffix("!important")
        for match in _DECLARATION.finditer(style.lower())
    }


def is_hidden(style: dict[str, str]) -> bool:
    """Whether a style hides the element and all it holds."""
    for name, pattern in _HIDDEN_VALUE.items():
        if name in style and pattern.fullmatch(style[name]):
            return True
    clipped = style.get("overflow", "").startswith("hidden")
    return clipped and any(_NOTHING.fullmatch(style.get(side, "")) for side in ("height", "max-height", "width"))


def is_white(style: dict[str, str]) -> bool | None:
    """Whether the style's text colour is white; None where it sets no colour."""
    colour = style.get("color")
    return None if colour is None else bool(_WHITE.fullmatch(colour))


def on_white(style: dict[str, str]) -> bool | None:
    """Whether the style's background is white; None where it sets none."""
    background = style.get("background-color", style.get("background"))
    if background is None or _BACKGROUND_NONE.fullmatch(background):
        return None
    return bool(_BACKGROUND_WHITE.match(background))


_COMMENT = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z)")
_RULE = re.compile(r"(?P<selectors>[^{}@;]++)(?:\{(?P<body>[^{}]*+)\})?+|@[^{};]*+(?P<nested>\{)?|(?P<end>\})|[{;@]")
_SELECTOR = re.compile(r"(?:[a-z]+[0-6]?)?(?P<kind>[.#])(?P<name>[\w-]+)")


@dataclass(slots=True)
class Sheet:
    """The classes and ids that a page's own style sheets hide, as far as a selector names nothing else.

    Rules for other media (print, narrow screens) and for states (:hover) count for nothing.
    """

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Whether anything is hidden."""
        return bool(self.classes or self.ids)

    def add(self, source: str) -> None:
        """Take a style sheet."""
        depth = 0
        for match in _RULE.finditer(_COMMENT.sub("", source)):
            if match["nested"]:
                depth += 1
            elif match["end"]:
                depth = max(0, depth - 1)
            elif match["body"] and not depth and is_hidden(declarations(match["body"])):
                self._hide(match["selectors"])

    def hides(self, attributes: dict[str, str]) -> bool:
        """Whether an element with these attributes is hidden."""
        return not self.classes.isdisjoint(attributes.get("class", "").split()) or attributes.get("id") in self.ids

    def _hide(self, selectors: str) -> None:
        for selector in selectors.split(","):
            if match := _SELECTOR.fullmatch(selector.strip()):
                (self.classes if match["kind"] == "." else self.ids).add(match["name"])
