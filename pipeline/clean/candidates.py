"""Spans that may be advertising put into the text, and what can be measured of each.

Two things make a span a candidate: words of grey trades stand in it (`lexicon`), or it comes again on the page.
Where such a phrase begins and ends is open, so that every likely beginning and end makes a candidate of its own.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Codes
from pipeline.clean.lexicon import Word

#: A phrase is no longer and, if it only comes again, no shorter.
LONGEST, SHORTEST_AGAIN = 24, 4
#: A piece of the title in two runs is no longer.
LONGEST_PIECE = 6
#: How far a phrase may reach beyond its trade words.
REACH_LEFT, REACH_RIGHT = 6, 5
#: Trade words farther apart than this are not of one phrase.
GAP = 3
#: What the trade words of a phrase weigh at least.
LEAST_WEIGHT = 3
#: Candidates of a page, so that the time is bounded on pages full of trade words.
MOST_CLUSTERS, MOST_REPEATS = 200, 400

#: What an author says and no advertisement may take along: negations, dates, shares and large amounts.
_STATEMENT = re.compile(
    r"[不没未莫勿否]|\d+(?:\.\d+)?(?:[年月日%％万亿]|个百分点)|"
    r"[一二两三四五六七八九十百千]+(?:成(?![人品])|倍|[万亿]|[万亿]?元|[年月日](?!游)|个月|分之|个百分点)|同比|环比"
)
#: How a statement begins.
_STATING = re.compile(r"[不没未莫勿否\d一二三四五六七八九十百千两同环]")
BREAK = frozenset("，。；：！？、“”‘’《》〈〉（）()【】[]［］{}<>\n\r,.;:!?…—|｜「」『』\"'\u3000")
_QUOTED = frozenset('“‘《〈「『"')


_IS_BREAK = np.zeros(0x10000, np.bool_)
_IS_BREAK[[ord(mark) for mark in BREAK | set("0123456789０１２３４５６７８９")]] = True
#: Figures beside letters are of a name (3d, win7, x9), and no amount.
_OF_NAME = re.compile(r"\d(?:(?<=[A-Za-z].)\d{0,3}|\d{0,3}(?=[A-Za-z]))")


class Candidate(NamedTuple):
    """A span, how often its text comes on the page, and on how many other pages of the batch."""

    start: int
    end: int
    times: int
    pages: int


def breaks(text: str) -> npt.NDArray[np.bool_]:
    """Which characters no phrase goes across: marks, brackets, and figures that may be an amount."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = _IS_BREAK[np.minimum(points, 0xFFFF)]
    for match in _OF_NAME.finditer(text):
        found[match.start() : match.end()] = False
    return found


def candidates(
    text: str, codes: Codes, trade: Sequence[Word], title: str, shared: Sequence[tuple[int, int, int]]
) -> list[Candidate]:
    """The candidates of a page, each span once, sorted. `shared` are stretches that stand on other pages too."""
    spans: dict[tuple[int, int], int] = {}
    closed = breaks(text).tobytes()
    for first, last in _clusters(text, trade):
        for span in _extents(closed, trade[first:last]):
            spans.setdefault(span, 1)
    starts = [word.start for word in trade]
    for start, end, times in repeats(text, codes, title, closed):
        if times == 2 and end - start == SHORTEST_AGAIN:
            inside = trade[bisect_left(starts, start) : bisect_left(starts, end)]
            if sum(word.weight for word in inside) < 2:
                continue
        if not _of_title(text[start:end], title):
            spans[start, end] = times
    said = bytearray(len(text))
    for word in trade:
        said[word.start : word.end] = b"\1" * (word.end - word.start)
    pages: dict[tuple[int, int], int] = {}
    for start, end, count in shared:
        if end - start <= LONGEST and not _of_title(text[start:end], title):
            pages[start, end] = count
            spans.setdefault((start, end), 1)
    stating = [match.start() for match in _STATING.finditer(text)]
    return [
        Candidate(*span, times, pages.get(span, 0))
        for span, times in sorted(spans.items())
        if bisect_left(stating, span[0]) == bisect_left(stating, span[1]) or not _states(text, said, *span)
    ]


def _states(text: str, said: bytearray, start: int, end: int) -> bool:
    """Whether a span negates or tells an amount or a date in words that are not those of a trade."""
    return any(not all(said[match.start() : match.end()]) for match in _STATEMENT.finditer(text, start, end))


def _of_title(phrase: str, title: str) -> bool:
    """Whether a phrase is made of one or two runs of the title: a piece of it, which `shards` judges."""
    strange = sum(phrase[place : place + 2] not in title for place in range(len(phrase) - 1))
    return strange == 0 or (strange == 1 and len(phrase) <= LONGEST_PIECE)


def _clusters(text: str, trade: Sequence[Word]) -> list[tuple[int, int]]:
    """Runs of trade words that stand together in a clause and weigh enough."""
    found = []
    first = 0
    for number in range(1, len(trade) + 1):
        if number < len(trade):
            gap = text[trade[number - 1].end : trade[number].start]
            if len(gap) <= GAP and not BREAK.intersection(gap):
                continue
        if sum(word.weight for word in trade[first:number]) >= LEAST_WEIGHT and any(
            word.weight > 1 for word in trade[first:number]
        ):
            found.append((first, number))
        first = number
    return found[:MOST_CLUSTERS]


def _extents(closed: bytes, cluster: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a phrase around a run of trade words may begin and end; names behind the last are the author's."""
    cluster = cluster[:12]
    while not cluster[-1].weight:
        cluster = cluster[:-1]
    left, right = cluster[0].start, cluster[-1].end
    starts = [word.start for word in cluster]
    ends = [word.end for word in cluster]
    for place in range(left - 1, max(-1, left - REACH_LEFT - 1), -1):
        if closed[place]:
            break
        starts.append(place)
    for place in range(right, min(len(closed), right + REACH_RIGHT)):
        if closed[place]:
            break
        ends.append(place + 1)
    found = []
    for start in starts:
        for end in ends:
            if 3 < end - start <= LONGEST:
                inner = [word.weight for word in cluster if word.start >= start and word.end <= end]
                if sum(inner) >= LEAST_WEIGHT:
                    found.append((start, end))
    return found


def repeats(text: str, codes: Codes, title: str, closed: bytes) -> list[tuple[int, int, int]]:
    """Phrases that come again, but for those of the title: start, end and how often, for every place of each."""
    size = SHORTEST_AGAIN
    if len(codes) < 2 * size:
        return []
    count = len(codes) - size + 1
    keys = codes[:count].copy()
    for step in range(1, size):
        keys = keys * np.uint64(0x100000001B3) + codes[step : count + step]
    slots = ((keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(48)).astype(np.int64)
    twice = np.bincount(slots, minlength=1 << 16)[slots] > 1
    marks = np.cumsum(np.frombuffer(b"\0" + closed, np.uint8), dtype=np.int64)
    again = np.flatnonzero(twice & (marks[size:] == marks[:-size]))[: MOST_REPEATS * 4]
    places: dict[str, list[int]] = defaultdict(list)
    for place in again.tolist():
        places[text[place : place + size]].append(place)
    padded = [0, 0, *codes.tolist(), 0, 0] if len(again) else []
    found: dict[tuple[int, int], int] = {}
    # Runs within one that has been widened, and as many, would be widened to the same.
    widened: dict[int, int] = {}
    for gram, group in places.items():
        if len(group) < 2 or widened.get(group[0]) == len(group) or gram in title:
            continue
        before, after = 0, size
        while before < LONGEST and _shared(text, closed, group, -before - 1):
            before += 1
        while after < LONGEST and _shared(text, closed, group, after):
            after += 1
        widened.update(dict.fromkeys(range(group[0] - before, group[0] + after - size + 1), len(group)))
        if before + after > LONGEST:
            continue
        # What stands in the same words again is the author's, or was copied with its surroundings.
        around = {
            (
                *padded[place - before : place - before + 2],
                *padded[place + after + 2 : place + after + 4],
            )
            for place in group
        }
        if len(around) < len(group):
            continue
        for place in group:
            found[place - before, place + after] = len(group)
    return [(start, end, times) for (start, end), times in sorted(found.items())[:MOST_REPEATS]]


def _shared(text: str, closed: bytes, group: Sequence[int], step: int) -> bool:
    """Whether the same character, one of a phrase, stands at a distance from every place of a sorted group."""
    first = group[0] + step
    if first < 0 or group[-1] + step >= len(text) or closed[first]:
        return False
    character = text[first]
    for place in group:  # noqa: SIM110  a generator costs more than what it would look at
        if text[place + step] != character:
            return False
    return True
