"""What the lines of a page look like: their words, shapes and places, and what they share with the paragraphs.

All lines of a page are looked at together, in arrays: of each line the keys of its words, and for each aspect of its
shape a number. An aspect is what there is in steps of one fact or of two together.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint32]

#: Where a line stands: a paragraph, above the first one, behind the last one, or between them.
Part = Literal["prose", "head", "tail", "amid"]
PARTS: tuple[Part, ...] = ("prose", "head", "tail", "amid")
_PROSE, _HEAD, _TAIL, _AMID = range(4)

#: Of a longer line only so many characters at either end are looked at.
_WHOLE, _BEGINS, _ENDS = 80, 60, 16

#: A line with the marks of sentences, or longer than any bar of controls, is a paragraph.
PARAGRAPH = re.compile(r"(?=.{25})[^。！？；]*[。！？；]|.{80}|.{6,}。”?$|.{14,}！”?$")

_STOPS, _COMMAS, _COLONS, _CLOSES, _SEPARATORS = "。！？；!?;…", "，,、", "：:", "”」』）)】]》", "|｜>＞»/·"
_BULLETS, _OPENS, _NUMBERS, _BEHIND_NUMBERS = "·•●■◆▪>＞»*-–—#▶", "“「『（(【[《", "0一二三四五六七八九十", ".．、)）"

#: Kinds of characters, as the last or the first of a line, and as counted.
_OTHER, _STOP, _COMMA, _COLON, _CLOSE, _SEPARATOR, _BULLET, _OPEN, _DIGIT, _LETTER, _HAN, _SPACE = range(12)
_KINDS = 12
_COUNTED = np.array([[_STOP], [_COMMA], [_SEPARATOR], [_BULLET], [_SPACE], [_HAN]], np.uint8)


def _kinds() -> npt.NDArray[np.uint8]:
    found = np.zeros(0x10000, np.uint8)
    found[0x4E00:0xA000] = _HAN
    for kind, characters in (
        (_STOP, _STOPS),
        (_COMMA, _COMMAS),
        (_COLON, _COLONS),
        (_CLOSE, _CLOSES),
        (_BULLET, _BULLETS),
        (_SEPARATOR, _SEPARATORS),
        (_OPEN, _OPENS),
        (_SPACE, " \t\u3000\xa0"),
        (_DIGIT, "0"),
        (_LETTER, "a"),
    ):
        found[[ord(character) for character in characters]] = kind
    return found


def _folds() -> npt.NDArray[np.uint32]:
    """Figures are one sign, and so are Latin letters."""
    found = np.arange(0x10000, dtype=np.uint32)
    for first, last, sign in (("0", "9", "0"), ("０", "９", "0"), ("a", "z", "a"), ("A", "Z", "a"), ("Ａ", "ｚ", "a")):
        found[ord(first) : ord(last) + 1] = ord(sign)
    return found


_KIND, _FOLD = _kinds(), _folds()
_IS_NUMBER, _IS_BEHIND_NUMBER = np.zeros(0x10000, np.bool_), np.zeros(0x10000, np.bool_)
_IS_NUMBER[[ord(character) for character in _NUMBERS]] = True
_IS_BEHIND_NUMBER[[ord(character) for character in _BEHIND_NUMBERS]] = True
_ZERO, _A, _LINE = np.uint32(ord("0")), np.uint32(ord("a")), np.uint32(ord("\n"))
_ODD, _NEXT = np.uint32(0x9E3779B1), np.uint32(1)

#: Steps in which lengths, shares and counts are told.
_LENGTHS, _HANS, _WORDS = (1, 2, 4, 8, 16, 30, 60, 120), (0.0, 0.3, 0.5, 0.7, 0.85, 0.95), (1, 2, 4, 8)
_SHARES, _FAR = (0.0, 0.1, 0.25, 0.45, 0.7), (0, 1, 2, 4, 8, 16)
#: How often a line must come to come again, and steps of that.
_AGAIN, _TIMES = 2, (0, 1, 2, 5)


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
    shapes: Ints


def keys(codes: Keys) -> tuple[Keys, Keys]:
    """Of folded characters the keys of pairs and of threes, from each character on."""
    two = _mixed(codes[:-1], codes[1:])
    return two * _ODD, _mixed(two[:-1] + _NEXT, codes[2:]) * _ODD


def keys_of(words: Sequence[str]) -> Keys:
    """The keys of words, each a pair or a three of folded characters."""
    codes = np.frombuffer("".join(word.ljust(3) for word in words).encode("utf-32-le"), np.uint32).reshape(-1, 3)
    two = _mixed(codes[:, 0], codes[:, 1])
    long = np.array([len(word) > 2 for word in words], np.bool_)
    return np.where(long, _mixed(two + _NEXT, codes[:, 2]), two) * _ODD


def _mixed(before: Keys, code: Keys) -> Keys:
    mixed = before * _ODD + code
    return mixed ^ (mixed >> np.uint32(15))


def folded(text: str) -> Keys:
    """The codes of a text; a run of figures or of Latin letters is one sign."""
    codes = _FOLD[np.minimum(np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32), np.uint32(0xFFFF))]
    same = codes[1:] == codes[:-1]
    again = same & ((codes[1:] == _ZERO) | (codes[1:] == _A))
    return np.concatenate([codes[:1], codes[1:][~again]]) if again.any() else codes


def look(lines: Sequence[str]) -> Looks:
    """What the lines of a page look like; of the empty ones something else has taken all, but one is not empty."""
    number = len(lines)
    shown = [line if len(line) <= _WHOLE else f"{line[:_BEGINS]}\x02{line[-_ENDS:]}" for line in lines]
    codes = folded("\n" + "\n".join(shown) + "\n")
    bounds = (codes == _LINE).nonzero()[0]
    begins, size = bounds[:-1], np.diff(bounds) - 1
    length = np.array([len(line) for line in lines])
    taken = length == 0
    two, three = keys(codes)
    words = np.empty(2 * len(two), np.uint32)
    words[::2] = two
    # A three over the end of a line begins with its last character and is none of it.
    words[1::2] = np.where(codes[1:] == _LINE, two, np.append(three, two[-1]))

    prose = np.array([PARAGRAPH.match(line) is not None for line in lines])
    paragraphs = prose.nonzero()[0]
    at = np.arange(number)
    part = np.full(number, _HEAD)
    if len(paragraphs):
        part[at > paragraphs[0]] = _AMID
        part[at > paragraphs[-1]] = _TAIL
        part[paragraphs] = _PROSE

    kind = _KIND[codes]
    counts = np.add.reduceat((kind == _COUNTED).view(np.int8), begins, axis=1, dtype=np.int64)
    stops, commas, separators, bullets, spaces, han = counts
    long = np.searchsorted(_LENGTHS, length)
    form = 4 * long + np.where(stops > 0, 3, np.where(commas > 0, 2, separators + bullets > 0))
    form[taken] = _TAKEN
    times = _times(np.add.reduceat(two, begins), taken)
    above, below = _distances(np.array([prose, taken, times > _AGAIN]))
    far = np.searchsorted(_FAR, np.array([*above, *below, np.minimum(above[0], 99) + np.minimum(below[0], 99) - 1]))
    second = codes[np.minimum(begins + 2, len(codes) - 1)]
    facts = np.array(
        [
            long,
            np.where(taken, 0, kind[begins + size]),
            np.where(taken, 0, kind[begins + 1]),
            np.minimum(stops, 3),
            np.minimum(commas, 3),
            np.searchsorted(_HANS, han / np.maximum(size, 1)),
            np.searchsorted(_WORDS, spaces),
            np.minimum(separators + bullets, 3),
            _IS_NUMBER[codes[begins + 1]] & _IS_BEHIND_NUMBER[second],
            _labelled(kind, begins),
            part,
            _shared(two, begins, size, prose),
            *far,
            np.full(number, np.searchsorted(_FAR, len(paragraphs))),
            form,
            np.append(_NONE, form[:-1]),
            np.append(form[1:], _NONE),
            np.searchsorted(_TIMES, times),
            np.zeros(number, np.int64),
        ]
    )
    shapes = facts[_FIRST] * _STEPS_OF_SECOND + facts[_SECOND] + _OFFSETS
    return Looks([PARTS[value] for value in part.tolist()], taken.tolist(), words, 2 * begins, 2 * (size + 1), shapes)


#: The forms of a line that is taken and of none.
_TAKEN, _NONE = 39, 40
#: In how many steps each fact is told, in their order.
_FACTS = {
    "long": 9,
    "ends": _KINDS,
    "begins": _KINDS,
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
)
#: The aspects of a shape, and how many values each has.
ASPECTS: dict[str, int] = {f"{one} {other}".strip(): _FACTS[one] * _FACTS[other] for one, other in _PAIRS}
_FIRST, _SECOND = (np.array([list(_FACTS).index(pair[place]) for pair in _PAIRS]) for place in (0, 1))
_STEPS_OF_SECOND = np.array([[_FACTS[other]] for _, other in _PAIRS])
_OFFSETS = np.cumsum([0, *ASPECTS.values()])[:-1, None]


def _distances(there: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """How far above and below each line the next one is of those that are there, row by row; far where none is."""
    number = there.shape[1]
    at = np.arange(number)
    above = at - np.maximum.accumulate(np.where(there, at, -999), 1)
    below = np.minimum.accumulate(np.where(there, at, number + 999)[:, ::-1], 1)[:, ::-1] - at
    return above, below


def _times(said: Keys, empty: npt.NDArray[np.bool_]) -> Ints:
    """How many lines of the page say the same as each."""
    _, which, counts = np.unique(said, return_inverse=True, return_counts=True)
    return np.where(empty, 0, counts[which])


def _labelled(kind: npt.NDArray[np.uint8], begins: Ints) -> npt.NDArray[np.bool_]:
    """Whether a line begins with a label: a colon among its first characters, and something behind it."""
    colons = (kind == _COLON).nonzero()[0]
    if not len(colons):
        return np.zeros(len(begins), np.bool_)
    following = colons[np.minimum(np.searchsorted(colons, begins), len(colons) - 1)]
    labelled: npt.NDArray[np.bool_] = (following > begins + 1) & (following <= begins + 9)
    return labelled


def _shared(two: Keys, begins: Ints, size: Ints, prose: npt.NDArray[np.bool_]) -> Ints:
    """In steps, how much of each line the paragraphs say too, of a paragraph the others."""
    number = len(begins)
    line = np.repeat(np.arange(number), size + 1)
    slot = two >> np.uint32(16)
    told = prose[line]
    first, last = np.full(0x10000, -1, np.int32), np.full(0x10000, -1, np.int32)
    said, saying = slot[told], line[told]
    last[said] = saying
    first[said[::-1]] = saying[::-1]
    again = np.where(told, (first[slot] != line) | (last[slot] != line), last[slot] >= 0)
    again[begins] = False
    again[begins + size] = False
    return np.searchsorted(
        _SHARES, np.add.reduceat(again.view(np.int8), begins, dtype=np.int64) / np.maximum(size - 1, 1)
    )
