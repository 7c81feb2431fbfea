"""Characters that nobody sees: zero-width, bidirectional, control and filler characters, narrow spaces in words."""

import re

from pipeline.clean.ledger import Cut

#: Line breaks, tabs, spaces and the selectors of variant forms are not among them.
_NEVER_SEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f"
)
_NARROW = "\u2000-\u200a\u202f\u205f"
#: Narrow spaces belong between figures and letters, not into words.
_INVISIBLE = re.compile(f"[{_NEVER_SEEN}]+|(?<=[\u4e00-\u9fff])[{_NARROW}]+(?=[\u4e00-\u9fff])")
_ANY = re.compile(f"[{_NEVER_SEEN}{_NARROW}]")
#: A joiner between two of these holds an emoji together.
_PICTURE = re.compile("[\ufe0f\u2190-\u2bff\U0001f000-\U0001faff]")


def find(text: str) -> list[Cut]:
    """Runs of invisible characters, without the joiners that hold emoji together."""
    if not _ANY.search(text):
        return []
    return [
        Cut(*match.span(), "invisible", "invisible")
        for match in _INVISIBLE.finditer(text)
        if not _joins(text, *match.span())
    ]


def _joins(text: str, start: int, end: int) -> bool:
    return (
        text[start:end] == "\u200d"
        and start > 0
        and end < len(text)
        and _PICTURE.match(text[start - 1]) is not None
        and _PICTURE.match(text[end]) is not None
    )
