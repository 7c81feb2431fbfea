"""Changes said with both their ends: 从A增长到B, 约A，2027年有望增长到B."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.check.reading.figures import Figure
from pipeline.check.reading.view import View, once
from pipeline.check.reading.words import CHANGE, CHANGES, Change

#: 从 … a figure … 到, 至 or 为.
FROM_TO = re.compile(r"[从由自][^。；;\n]{0,24}?\d[^。；;\n]{0,24}?[到至为]")
#: Before A of “从A增长到B”.
FROM = re.compile(r"[从由自](?!于|此|然|己)[^，,。；;]{0,22}$")
#: Between A and B: a word of change and 到, or a word that holds both.
ARROW = re.compile(r"^[，,]?[\u4e00-\u9fff]{0,8}?[到至为]了?[^，,。；;、]{0,14}$")
#: Between A and B of “…约A，2027年有望增长到B”: a later time and nothing of another metric.
LATER = re.compile(
    r"^(?:左右|以上|上下)?[，,](?:预计|到|至|在)?(?:(?:19|20)\d\d年|[今明当]年|\d{1,2}月|[一二三四]季度)?(?:底|末|初)?"
    rf"(?:则|将|有望|预计|已经?|会|可|或|又|进一步)*(?P<word>{CHANGE.pattern})[到至]了?(?:约|近|超过?)?$"
)
REACHES = re.compile(r"[长加少降跌滑升涨高大小落][到至][了约近超]?过?\d")
#: What lies below zero, or is a loss, does not grow as its number does.
NEGATIVE = re.compile("亏|-|负|零下")
#: The word of change between them, and how far apart the two may be.
WORD = re.compile(f"(?P<word>{CHANGE.pattern})")
BETWEEN = 40
#: A rank, a record or a duration may be “raised” by a smaller number.
UNORDERED = {"位", "名", "小时", "分钟", "天", "毫米", "厘米"}
IMPROVES = {"提高", "提升", "上升", "升", "下降", "降"}


class Pair(NamedTuple):
    """Two figures of one thing. `sure` if their order is said outright (从…到…), not gathered from words nearby."""

    new: Figure
    old: Figure
    sure: bool


class Move(NamedTuple):
    """“从A增长到B”: the figures, the word of change and where it stands."""

    pair: Pair
    change: Change
    place: tuple[int, int]
    sentence: int


@once
def moves(view: View) -> list[Move]:
    """Every change said with both its ends."""
    return [*_moves(view)]


def _moves(view: View) -> Iterator[Move]:
    text = view.text
    for number, words in view.several:
        if not _may_move(words):
            continue
        figures = view.figures(number)
        for place, (old, new) in enumerate(pairwise(figures)):
            # 15美元10美分 is one amount in two parts, not the start of a change.
            whole = place == 0 or figures[place - 1].end < old.start
            if whole and old.unit == new.unit and old.value > 0 and old.added is None:
                found = _moved(text, old, new, view.starts[number])
                if found and not (old.unit in UNORDERED and found["word"] in IMPROVES):
                    start = old.end + found.start("word")
                    said = (start, start + len(found["word"]))
                    yield Move(Pair(new, old, sure=True), CHANGES[found["word"]], said, number)


def _may_move(words: str) -> bool:
    """A cheap look before figures are made: 增长到3, or 从 … a figure … 到."""
    if ("到" in words or "至" in words) and REACHES.search(words):
        return True
    return begins(words) and FROM_TO.search(words) is not None


def begins(words: str) -> bool:
    """Whether any word is there that may open “从A增长到B”."""
    return "从" in words or "由" in words or "自" in words


def _moved(text: str, old: Figure, new: Figure, start: int) -> re.Match[str] | None:
    """The words between two figures, if they say that the one became the other; `word` is the word of change."""
    between = text[old.end : new.start]
    if len(between) > BETWEEN:
        return None
    later = LATER.match(between)
    if later:
        return later
    before = FROM.search(text, max(start, old.start - 24), old.start)
    found = WORD.search(between) if before else None
    if not before or not found or not ARROW.match(between) or NEGATIVE.search(before[0] + between):
        return None
    return found
