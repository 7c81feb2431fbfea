"""What stands at the edges of phrases: marks, line breaks, figures, and which characters no phrase goes across."""

import re

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Points

Marks = npt.NDArray[np.uint8]

BREAK = frozenset("，。；：！？、“”‘’《》〈〉（）()【】[]［］{}<>\n\r,.;:!?…—|｜「」『』\"'\u3000")
_DIGITS = "0123456789０１２３４５６７８９"
#: What a character is: a mark or a bracket, a line break, a figure, an opening quotation, the mark of a list; whether
#: no phrase goes across it, and whether a negation, a date or an amount may begin with it.
STOP, LINE, DIGIT, QUOTE, LIST, CLOSED, STATING = (1 << bit for bit in range(7))
#: Figures beside letters are of a name (3d, win7, x9), and no amount.
_LETTER = re.compile(r"[A-Za-z](?:(?<=\d.)|(?=\d))", re.S)
_OF_NAME = re.compile(r"\d(?:(?<=[A-Za-z].)\d{0,3}|\d{0,3}(?=[A-Za-z]))")


def _table() -> Marks:
    table = np.zeros(0x10000, np.uint8)
    for characters, mark in (
        ("".join(sorted(BREAK)), STOP | CLOSED),
        ("\n\r", LINE),
        (_DIGITS, DIGIT | CLOSED | STATING),
        ('“‘《〈「『"', QUOTE),
        ("、", LIST),
        ("不没未莫勿否一二两三四五六七八九十百千同环", STATING),
    ):
        for character in characters:
            table[ord(character)] |= mark
    return table


_MARKS = _table()


def marks(text: str, characters: Points) -> Marks:
    """What each character of `text` is, as flags; `characters` are its code points."""
    found = _MARKS.take(characters)
    if _LETTER.search(text):
        for match in _OF_NAME.finditer(text):
            found[match.start() : match.end()] &= np.uint8(0xFF ^ CLOSED)
    return found
