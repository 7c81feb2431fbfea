"""What a line of a page looks like: its words, its shape, its place, and what it shares with the paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

#: A line with the marks of sentences, or longer than any bar of controls, is a paragraph.
PARAGRAPH = re.compile(r"(?=.{25})[^。！？；]*[。！？；]|.{80}|.{6,}。”?$|.{14,}！”?$")
#: Of a longer line only so many characters at either end are looked at.
_WHOLE, _HEAD, _TAIL = 40, 20, 14
#: So much of a line is its shape told by, and what it shares with others.
_SEEN = 60
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

#: Steps in which lengths, shares and counts are told.
_LENGTHS, _HAN, _WORDS = (1, 2, 4, 8, 16, 30, 60, 120), (0, 0.3, 0.5, 0.7, 0.85, 0.95), (1, 2, 4, 8)
_SHARED, _DISTANCE = (0, 0.1, 0.25, 0.45, 0.7), (1, 2, 4, 8, 16)


#: Where a line stands: a paragraph, above the first one, behind the last one, or between them.
Part = Literal["prose", "head", "tail", "amid"]


class Look(NamedTuple):
    """What is told of a line: `words` are pairs of its characters and its short words, `shape` all the rest."""

    part: Part
    words: tuple[str, ...]
    shape: tuple[str, ...]


class _Shape(NamedTuple):
    """What there is in steps, of a line by itself and of its place."""

    length: int
    ending: str
    stops: int
    commas: int
    han: int
    words: int
    separators: int
    signs: tuple[str, ...]
    part: Part
    shared: int
    behind: int
    of: int


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
        part: Part = "prose" if is_prose else "head" if number < first else "tail" if number > last else "amid"
        begins = line[:_SEEN]
        last_one = line[-1]
        shape = _Shape(
            length=bisect_left(_LENGTHS, len(line)),
            ending=_ENDINGS.get(last_one) or ("digit" if last_one.isdigit() else "word" if last_one.isalpha() else ""),
            stops=min(len(_STOP.findall(begins)), 3),
            commas=min(begins.count("，") + begins.count(","), 3),
            han=bisect_left(_HAN, len(_NOT_HAN.sub("", begins)) / len(begins)),
            words=bisect_left(_WORDS, len(begins.split())),
            separators=min(len(_SEPARATOR.findall(begins)), 3),
            signs=tuple([name for name, sign in _SIGNS if sign.match(begins)]),
            part=part,
            shared=bisect_left(_SHARED, len(own & (again if is_prose else said)) / len(own)) if own else -1,
            behind=bisect_left(_DISTANCE, number - last) if part == "tail" else -1,
            of=bisect_left(_DISTANCE, len(prose) - 1 - last) if part == "tail" else -1,
        )
        found.append(Look(part, words(line), _names(shape)))
    return found


@lru_cache(maxsize=1 << 14)
def _names(shape: _Shape) -> tuple[str, ...]:
    """The features of a shape. There are few shapes, so their names are made once."""
    length, part, shared = f"long {shape.length}", shape.part, f"shared {shape.shared}"
    behind = (f"behind {shape.behind}", f"of {shape.of}") if part == "tail" else ()
    return (
        length,
        f"ends {shape.ending}",
        f"{length} ends {shape.ending}",
        f"stops {shape.stops}",
        f"{length} stops {min(shape.stops, 2)}",
        f"commas {shape.commas}",
        f"han {shape.han}",
        f"{length} words {shape.words}",
        f"separators {shape.separators}",
        *shape.signs,
        part,
        f"{part} {length}",
        shared,
        f"{shared} {length}",
        f"{part} {shared}",
        *behind,
    )


def words(line: str) -> tuple[str, ...]:
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
    return tuple(dict.fromkeys([*[marked[at : at + 2] for at in range(len(marked) - 1)], *controls]))
