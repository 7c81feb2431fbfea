"""Marks of a title that stand in its pieces: of “我看香港回归”征文 the piece 香港回归”征.

A farm that cuts a title without regard to words has no regard to its quotation marks, colons and spaces either. Where
the text says such a piece again and again, the marks in it are letters to those who look for pieces.
"""

from collections.abc import Iterator

from pipeline.clean.insertions.shards.pieces import BARE

#: What stands for such a mark: a letter that no page has.
LETTER = "\ua000"
#: How often the text has to say a mark between its neighbours of the title.
_LEAST = 3
_PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "[": "]"}


def as_letters(text: str, title: str) -> tuple[str, str]:
    """A text and its title, of the same length, with the marks as letters that pieces were cut with.

    >>> as_letters("他说，港回”征有人“我看来，港回”征了，港回”征", "“我看港回”征文")[1].count(LETTER)
    2
    """
    places = {index: list(_places(text, title, index)) for index in range(len(title)) if BARE.match(title[index])}
    if sum(map(len, places.values())) < _LEAST:
        return text, title
    letters, of_title = list(text), list(title)
    for index, found in places.items():
        if found:
            of_title[index] = LETTER
        for place in found:
            letters[place] = LETTER
    return "".join(letters), "".join(of_title)


def _places(text: str, title: str, index: int) -> Iterator[int]:
    """Where the text has a mark of the title between the same neighbours, but for whole quotations from it."""
    first, last = max(0, index - 1), min(len(title), index + 2)
    around = title[first:last]
    if sum(map(str.isalnum, around)) < min(2, len(title) - 1, last - first - 1):
        return
    opens, closes = _quotation(title, index)
    place = text.find(around)
    while place >= 0:
        here = place + index - first
        begins = here - (index - opens)
        if opens == closes or begins < 0 or not text.startswith(title[opens:closes], begins):
            yield here
        place = text.find(around, place + 1)


def _quotation(title: str, index: int) -> tuple[int, int]:
    """From where to where a quotation reaches that the mark opens or closes; nothing where it is no such mark."""
    mark = title[index]
    if mark in _PAIRS:
        return index, title.find(_PAIRS[mark], index) + 1 or index
    opening = next((one for one, other in _PAIRS.items() if other == mark), None)
    opens = title.rfind(opening, 0, index) if opening else -1
    return (opens, index + 1) if opens >= 0 else (index, index)
