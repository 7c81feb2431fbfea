"""What the lines of a page look like: their words, shapes and places, and what they share with the paragraphs.

All lines of a page are looked at together, in arrays: of each line the keys of its words, and for each aspect of its
shape a number. An aspect is what there is in steps of one fact or of two together.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.frame.framing.signs import (
    BULLET,
    COLON,
    COMMA,
    HAN,
    IS_BEHIND_NUMBER,
    IS_NUMBER,
    KIND,
    KINDS,
    LINE,
    SEPARATOR,
    SPACE,
    STOP,
    Keys,
    folded,
    keys,
)

Ints = npt.NDArray[np.int64]

#: Where a line stands: a paragraph, above the first one, behind the last one, or between them.
Part = Literal["prose", "head", "tail", "amid"]
PARTS: tuple[Part, ...] = ("prose", "head", "tail", "amid")
_PROSE, _HEAD, _TAIL, _AMID = range(4)

#: Of a longer line only so many characters at either end are looked at.
_WHOLE, _BEGINS, _ENDS = 80, 60, 16

#: A line with the marks of sentences, or longer than any bar of controls, is a paragraph.
PARAGRAPH = re.compile(r"(?=.{25})[^。！？；]*[。！？；]|.{80}|.{6,}。”?$|.{14,}！”?$")

#: Kinds of characters that are counted.
_COUNTED = np.array([[STOP], [COMMA], [SEPARATOR], [BULLET], [SPACE], [HAN]], np.uint8)
#: Bits of a place in the table of what paragraphs say.
_SLOTS = 15

#: Steps in which lengths, shares and counts are told.
_LENGTHS, _WORDS, _FAR = map(np.array, ((1, 2, 4, 8, 16, 30, 60, 120), (1, 2, 4, 8), (0, 1, 2, 4, 8, 16)))
_HANS, _SHARES = np.array((0.0, 0.3, 0.5, 0.7, 0.85, 0.95)), np.array((0.0, 0.1, 0.25, 0.45, 0.7))
#: A longer line with a colon at its end is no label.
_LABEL = 8
#: How often a line must come to come again, and steps of that.
_AGAIN, _TIMES = 2, np.array((0, 1, 2, 5))


class Looks(NamedTuple):
    """What is told of the lines of a page.

    `words` are the keys of what each line says, `begins` where those of each line begin among them; `shapes` has a row
    for each aspect and a column for each line. Empty lines, of which something else has taken all, are `taken`.
    """

    parts: list[Part]
    taken: list[bool]
    words: Keys
    begins: Ints
    counts: Ints
    shapes: npt.NDArray[np.int32]


def look(lines: Sequence[str]) -> Looks:
    """What the lines of a page look like; of the empty ones something else has taken all, but one is not empty."""
    number = len(lines)
    shown = [line if len(line) <= _WHOLE else f"{line[:_BEGINS]}\x02{line[-_ENDS:]}" for line in lines]
    codes = folded("\n" + "\n".join(shown) + "\n")
    bounds = (codes == LINE).nonzero()[0]
    begins, size = bounds[:-1], np.diff(bounds) - 1
    length = np.array([len(line) for line in lines])
    taken = length == 0
    two, three = keys(codes)
    words = np.empty(2 * len(two), np.uint32)
    words[::2] = two
    # A three over the end of a line begins with its last character and is none of it.
    words[1::2] = np.where(codes[1:] == LINE, two, np.append(three, two[-1]))

    prose = np.array([PARAGRAPH.match(line) is not None for line in lines])
    paragraphs = prose.nonzero()[0]
    at = np.arange(number)
    part = np.full(number, _HEAD)
    if len(paragraphs):
        part[at > paragraphs[0]] = _AMID
        part[at > paragraphs[-1]] = _TAIL
        part[paragraphs] = _PROSE

    kind = KIND[codes]
    counts = np.add.reduceat((kind == _COUNTED).view(np.int8), begins, axis=1, dtype=np.int64)
    stops, commas, separators, bullets, spaces, han = counts
    long = np.searchsorted(_LENGTHS, length)
    form = 4 * long + np.where(stops > 0, 3, np.where(commas > 0, 2, separators + bullets > 0))
    form[taken] = _TAKEN
    times = _times(np.add.reduceat(two, begins), taken)
    above, below = _distances(np.array([prose, taken, times > _AGAIN]))
    far = np.searchsorted(_FAR, np.array([*above, *below, np.minimum(above[0], 99) + np.minimum(below[0], 99) - 1]))
    second = codes[np.minimum(begins + 2, len(codes) - 1)]
    facts = np.empty((len(_FACTS), number), np.int32)
    for row, fact in enumerate(
        (
            long,
            np.where(taken, 0, kind[begins + size]),
            np.where(taken, 0, kind[begins + 1]),
            np.minimum(stops, 3),
            np.minimum(commas, 3),
            np.searchsorted(_HANS, han / np.maximum(size, 1)),
            np.searchsorted(_WORDS, spaces),
            np.minimum(separators + bullets, 3),
            IS_NUMBER[codes[begins + 1]] & IS_BEHIND_NUMBER[second],
            _labelled(kind, begins),
            part,
            _shared(two, begins, size, prose),
            *far,
            np.searchsorted(_FAR, len(paragraphs)),
            form,
            np.append(_NONE, form[:-1]),
            np.append(form[1:], _NONE),
            np.searchsorted(_TIMES, times),
            *_around(codes[begins + 1], kind[begins + size] == COLON, length, prose),
            0,
        )
    ):
        facts[row] = fact
    shapes = facts[_FIRST] * _STEPS_OF_SECOND
    shapes += facts[_SECOND] + _OFFSETS
    return Looks([PARTS[value] for value in part.tolist()], taken.tolist(), words, 2 * begins, 2 * (size + 1), shapes)


#: The forms of a line that is taken and of none.
_TAKEN, _NONE = 39, 40
#: In how many steps each fact is told, in their order.
_FACTS = {
    "long": 9,
    "ends": KINDS,
    "begins": KINDS,
    "stops": 4,
    "commas": 4,
    "han": 7,
    "spaces": 5,
    "separators": 4,
    "number": 2,
    "label": 2,
    "part": 4,
    "shared": 6,
    "prose above": 7,
    "taken above": 7,
    "again above": 7,
    "prose below": 7,
    "taken below": 7,
    "again below": 7,
    "gap": 7,
    "paragraphs": 7,
    "form": 41,
    "before": 41,
    "behind": 41,
    "times": 5,
    "list above": 6,
    "list below": 4,
    "": 1,
}
_PAIRS = (
    *(("long", ""), ("ends", ""), ("begins", ""), ("before", ""), ("behind", "")),
    *(("long", "ends"), ("long", "begins"), ("long", "stops"), ("long", "commas"), ("long", "han"), ("long", "spaces")),
    *(("long", "separators"), ("long", "number"), ("long", "label"), ("long", "shared"), ("long", "times")),
    *(("part", "long"), ("part", "shared"), ("part", "prose above"), ("part", "prose below"), ("part", "gap")),
    *(("part", "paragraphs"), ("part", "taken above"), ("part", "taken below"), ("part", "times")),
    *(("part", "again above"), ("part", "again below"), ("again above", "again below")),
    *(("before", "behind"), ("form", "before"), ("form", "behind")),
    *(("list above", "list below"), ("long", "list above"), ("begins", "list above")),
)
#: The aspects of a shape, and how many values each has.
ASPECTS: dict[str, int] = {f"{one} {other}".strip(): _FACTS[one] * _FACTS[other] for one, other in _PAIRS}
_FIRST, _SECOND = (np.array([list(_FACTS).index(pair[place]) for pair in _PAIRS]) for place in (0, 1))
_STEPS_OF_SECOND = np.array([[_FACTS[other]] for _, other in _PAIRS], np.int32)
_OFFSETS = np.cumsum([0, *ASPECTS.values()], dtype=np.int32)[:-1, None]


def _distances(there: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """How far above and below each line the next one is of those that are there, row by row; far where none is."""
    number = there.shape[1]
    at = np.arange(number)
    above = at - np.maximum.accumulate(np.where(there, at, -999), 1)
    below = np.minimum.accumulate(np.where(there, at, number + 999)[:, ::-1], 1)[:, ::-1] - at
    return above, below


def _around(
    opening: Keys, colon: npt.NDArray[np.bool_], length: Ints, prose: npt.NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """What stands above and below the list that each line is of: the lines side by side that begin with the same mark.

    Above: nothing, what is taken, a short line with a colon, another short one, a paragraph, a longer one with a colon.
    Below: nothing, what is taken, a paragraph, another line.
    """
    taken = length == 0
    same = (opening[1:] == opening[:-1]) & (KIND[opening[1:]] != HAN) & ~taken[1:]
    starts = np.append(True, ~same)
    which = np.cumsum(starts) - 1
    first = starts.nonzero()[0]
    last = np.append(first[1:], len(opening)) - 1
    above = np.where(prose, 4, np.where(colon, 2, 3))
    above[colon & (length > _LABEL)] = 5
    below = np.where(prose, 2, 3)
    above[taken] = below[taken] = 1
    return np.append(0, above)[first][which], np.append(below, 0)[last + 1][which]


def _times(said: Keys, empty: npt.NDArray[np.bool_]) -> Ints:
    """How many lines of the page say the same as each."""
    _, which, counts = np.unique(said, return_inverse=True, return_counts=True)
    return np.where(empty, 0, counts[which])


def _labelled(kind: npt.NDArray[np.uint8], begins: Ints) -> npt.NDArray[np.bool_]:
    """Whether a line begins with a label: a colon among its first characters, and something behind it."""
    colons = (kind == COLON).nonzero()[0]
    if not len(colons):
        return np.zeros(len(begins), np.bool_)
    following = colons[np.minimum(np.searchsorted(colons, begins), len(colons) - 1)]
    labelled: npt.NDArray[np.bool_] = (following > begins + 1) & (following <= begins + 9)
    return labelled


def _shared(two: Keys, begins: Ints, size: Ints, prose: npt.NDArray[np.bool_]) -> Ints:
    """In steps, how much of each line the paragraphs say too, of a paragraph the others."""
    number = len(begins)
    line = np.repeat(np.arange(number), size + 1)
    slot = two >> np.uint32(32 - _SLOTS)
    told = prose[line]
    first, last = np.full((2, 1 << _SLOTS), -1, np.int32)
    said, saying = slot[told], line[told]
    last[said] = saying
    first[said[::-1]] = saying[::-1]
    again = np.where(told, (first[slot] != line) | (last[slot] != line), last[slot] >= 0)
    again[begins] = False
    again[begins + size] = False
    return np.searchsorted(
        _SHARES, np.add.reduceat(again.view(np.int8), begins, dtype=np.int64) / np.maximum(size - 1, 1)
    )
