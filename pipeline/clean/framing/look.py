"""What a line of a page looks like: its words, its shape, its place, and what it shares with the paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

#: A line with the marks of sentences, or longer than any bar of controls, is a paragraph.
PARAGRAPH = re.compile(r"(?=.{25})[^。！？；]*[。！？；]|.{80}|.{6,}。”?$|.{14,}！”?$")
#: Of a longer line only so many characters at either end are looked at.
_WHOLE, _HEAD, _TAIL = 40, 20, 14
#: So much of a line is its shape told by, and what it shares with others.
_SEEN = 100
#: More than that before figures and Latin words are folded.
_FOLDED = 200
#: A longer word is none that sites use for a control.
_LONGEST_WORD = 6

_DIGITS, _LETTERS = re.compile(r"[0-9０-９]+"), re.compile(r"[A-Za-z]+")
_BETWEEN = re.compile(r"[\s|｜·:：\[\]【】()（）/,，、>»]+")
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_STOPS = "。！？；!?;…"
_STOP, _SEPARATOR = re.compile(f"[{_STOPS}]"), re.compile("[|｜>＞»/·]")
#: What the last character of a line may be, but for Han characters, digits and letters.
_ENDINGS = {
    **dict.fromkeys(_STOPS, "stop"),
    **dict.fromkeys("，,、", "comma"),
    **dict.fromkeys("：:", "colon"),
    **dict.fromkeys("”」』）)】]》", "close"),
}
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("time", re.compile(r".*?\d{1,2}:\d{2}")),
    ("date", re.compile(r".*?\d{4}[-/.年]\d{1,2}")),
    ("bullet", re.compile(r"[·•●■◆▪>＞»*\-–—]")),
    ("label", re.compile(r"[^：:，。]{1,8}[：:].")),
    ("number", re.compile(r"[\d一二三四五六七八九十]{1,3}[、.．)）]")),
)

#: Bounds of the steps in which lengths, shares and counts are told.
_LENGTHS, _HAN, _WORDS = (1, 2, 4, 8, 16, 30, 60, 120), (0, 0.3, 0.5, 0.7, 0.85, 0.95), (1, 2, 4, 8)
_SHARED, _DISTANCE = (0, 0.1, 0.25, 0.45, 0.7), (1, 2, 4, 8, 16)


#: Where a line stands: a paragraph, above the first one, behind the last one, or between them.
Part = Literal["prose", "head", "tail", "amid"]


class Look(NamedTuple):
    """What is told of a line: `words` are pairs of its characters and its short words, `shape` all the rest."""

    part: Part
    words: frozenset[str]
    shape: tuple[str, ...]


def look(lines: Sequence[str]) -> list[Look | None]:
    """What the lines of a page look like; None for empty ones, of which something else has taken all."""
    prose = [PARAGRAPH.match(line) is not None for line in lines]
    pairs = [frozenset(pairwise(line[:_SEEN])) for line in lines]
    said, again = set[tuple[str, str]](), set[tuple[str, str]]()
    for own, is_prose in zip(pairs, prose, strict=True):
        if is_prose:
            again |= said & own
            said |= own
    first = prose.index(True) if True in prose else len(prose)
    last = len(prose) - 1 - prose[::-1].index(True) if True in prose else -1
    found: list[Look | None] = []
    for number, (line, own, is_prose) in enumerate(zip(lines, pairs, prose, strict=True)):
        if not line:
            found.append(None)
            continue
        shared = f"shared {_step(len(own & (again if is_prose else said)) / len(own), _SHARED)}" if own else "shared -"
        part: Part = "prose" if is_prose else "head" if number < first else "tail" if number > last else "amid"
        shape = _shape(line)
        length = shape[0]
        shape += [part, f"{part} {length}", shared, f"{shared} {length}", f"{part} {shared}"]
        if part == "tail":
            shape += [
                f"behind {_step(number - last, _DISTANCE)}",
                f"of {_step(len(prose) - 1 - last, _DISTANCE)}",
            ]
        found.append(Look(part, words(line), tuple(shape)))
    return found


def words(line: str) -> frozenset[str]:
    """The pairs of characters of a line, its ends marked, and its short words; figures and Latin words are one sign."""
    if len(line) > _FOLDED:
        line = f"{line[: _FOLDED // 2]}\n{line[-_FOLDED // 2 :]}"
    folded = _LETTERS.sub("a", _DIGITS.sub("0", line))
    marked = f"^{folded}$"
    if len(marked) > _WHOLE:
        marked = f"{marked[:_HEAD]}\n{marked[-_TAIL:]}"
        controls: list[str] = []
    else:
        controls = [f"={word}" for word in _BETWEEN.split(folded) if 0 < len(word) <= _LONGEST_WORD]
    return frozenset([*(marked[at : at + 2] for at in range(len(marked) - 1)), *controls])


def _shape(line: str) -> list[str]:
    """Length first; of a long line only the beginning and the last character are looked at."""
    length, last = f"long {_step(len(line), _LENGTHS)}", line[-1]
    line = line[:_SEEN]
    stops = len(_STOP.findall(line))
    ending = _ENDINGS.get(last) or ("digit" if last.isdigit() else "letter" if last.isalpha() else "mark")
    return [
        length,
        ending,
        f"{length} {ending}",
        f"stops {min(stops, 3)}",
        f"{length} stops {min(stops, 2)}",
        f"commas {min(line.count('，') + line.count(','), 3)}",
        f"han {_step(len(_NOT_HAN.sub('', line)) / len(line), _HAN)}",
        f"{length} words {_step(len(line.split()), _WORDS)}",
        f"separators {min(len(_SEPARATOR.findall(line)), 3)}",
        *(name for name, sign in _SIGNS if sign.match(line)),
    ]


def _step(value: float, bounds: Sequence[float]) -> int:
    return bisect_left(bounds, value)
