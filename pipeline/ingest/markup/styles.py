"""Which elements a browser would not show, as far as their own attributes and inline style say."""

import re

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
