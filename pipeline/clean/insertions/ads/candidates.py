"""Spans that may be advertising put into the text, and what can be measured of each.

Two things make a span a candidate: words of grey trades stand in it (`lexicon`), or it comes again on the page.
Where such a phrase begins and ends is open, so that every likely beginning and end makes a candidate of its own.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Codes, pairs
from pipeline.clean.insertions.ads.boundaries import BREAK, CLOSED, STATING, Marks
from pipeline.clean.insertions.ads.lexicon import Word, said

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
#: More trade words are not looked at in one run.
_MOST_WORDS = 12
#: Prepositions and particles stand before anything, and say nothing when they come twice.
BINDING = "由在向与的对和被从给"
#: What stands beyond either end of a text: two characters of two bytes.
_PAD = b"\0" * 4

#: What an author says and no advertisement may take along: negations, dates, shares and large amounts.
_STATEMENT = re.compile(
    r"[不没未莫勿否]|\d+(?:\.\d+)?(?:[年月日%％万亿]|个百分点)|"
    r"[一二两三四五六七八九十百千]+(?:成(?![人品])|倍|[万亿]|[万亿]?元|[年月日](?!游)|个月|分之|个百分点)|同比|环比"
)
#: How a statement may begin.
_STATING = re.compile(
    r"[不没未莫勿否]|\d+(?:\.\d+)?(?:[年月日%％万亿]|个百分点)|"
    r"[一二两三四五六七八九十百千]+(?:成|倍|[万亿元年月日]|个月|分之|个百分点)|同比|环比"
)


class Candidate(NamedTuple):
    """A span, how often its text comes on the page, and on how many other pages of the batch."""

    start: int
    end: int
    times: int
    pages: int


def candidates(
    text: str,
    codes: Codes,
    marks: Marks,
    trade: Sequence[Word],
    title: str,
    shared: Sequence[tuple[int, int, int]],
) -> list[Candidate]:
    """The candidates of a page, each span once, sorted.

    `shared` are stretches that stand on other pages too.
    """
    spans: dict[tuple[int, int], int] = {}
    closed = (marks & CLOSED > 0).tobytes()
    for cluster in _clusters(text, trade):
        spans.update(dict.fromkeys(_extents(closed, cluster), 1))
    starts = [word.start for word in trade]
    for start, end, times in repeats(text, codes, title, closed):
        if times == 2 and end - start == SHORTEST_AGAIN:
            inside = trade[bisect_left(starts, start) : bisect_left(starts, end)]
            if sum(word.weight for word in inside) < 2:
                continue
        if not _of_title(text[start:end], title):
            spans[start, end] = times
    pages: dict[tuple[int, int], int] = {}
    for start, end, count in shared:
        if end - start <= LONGEST and not _of_title(text[start:end], title):
            pages[start, end] = count
            spans.setdefault((start, end), 1)
    if not spans:
        return []
    stating, of_trade = bytearray((marks & STATING > 0).tobytes()), said(len(text), trade)
    return [
        Candidate(start, end, times, pages.get((start, end), 0))
        for (start, end), times in sorted(spans.items())
        if stating.find(1, start, end) < 0 or not _states(text, stating, of_trade, start, end)
    ]


def _states(text: str, stating: bytearray, of_trade: bytes, start: int, end: int) -> bool:
    """Whether a span negates or tells an amount or a date in words that are not those of a trade.

    `stating` tells where that may begin; where it does not, this is put down there.
    """
    place = stating.find(1, start, end)
    while place >= 0 and not _STATING.match(text, place):
        stating[place] = 0
        place = stating.find(1, place + 1, end)
    return place >= 0 and any(
        not all(of_trade[match.start() : match.end()]) for match in _STATEMENT.finditer(text, start, end)
    )


def _of_title(phrase: str, title: str) -> bool:
    """Whether a phrase is made of one or two runs of the title: a piece of it, which `shards` judges."""
    strange = sum(phrase[place : place + 2] not in title for place in range(len(phrase) - 1))
    return strange == 0 or (strange == 1 and len(phrase) <= LONGEST_PIECE)


def _clusters(text: str, trade: Sequence[Word]) -> list[Sequence[Word]]:
    """Runs of trade words that stand together in a clause and weigh enough."""
    found = []
    first, position, weight, most = 0, 0, 0, 0
    for number, word in enumerate(trade):
        if word.start - position > GAP or (word.start > position and not BREAK.isdisjoint(text[position : word.start])):
            if weight >= LEAST_WEIGHT and most > 1:
                found.append(trade[first:number])
            first, weight, most = number, 0, 0
        position = word.end
        weight += word.weight
        most = max(most, word.weight)
    if weight >= LEAST_WEIGHT and most > 1:
        found.append(trade[first:])
    return found[:MOST_CLUSTERS]


def _extents(closed: bytes, cluster: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a phrase around a run of trade words may begin and end; names behind the last are the author's."""
    cluster = cluster[:_MOST_WORDS]
    while not cluster[-1].weight:
        cluster = cluster[:-1]
    left, right = cluster[0].start, cluster[-1].end
    # With each place how much the words weigh that come before it.
    weights = [0, *accumulate(word.weight for word in cluster)]
    starts = [(word.start, weight) for word, weight in zip(cluster, weights, strict=False)]
    ends = [(word.end, weight) for word, weight in zip(cluster, weights[1:], strict=True)]
    for place in range(left - 1, max(-1, left - REACH_LEFT - 1), -1):
        if closed[place]:
            break
        starts.append((place, 0))
    for place in range(right, min(len(closed), right + REACH_RIGHT)):
        if closed[place]:
            break
        ends.append((place + 1, weights[-1]))
    return [
        (start, end)
        for start, before in starts
        for end, weight in ends
        if 3 < end - start <= LONGEST and weight - before >= LEAST_WEIGHT
    ]


def repeats(text: str, codes: Codes, title: str, closed: bytes) -> list[tuple[int, int, int]]:
    """Phrases that come again, but for those of the title: start, end and how often, for every place of each."""
    size = SHORTEST_AGAIN
    again = _again(codes, closed)[: MOST_REPEATS * 4]
    if not len(again):
        return []
    places: dict[str, list[int]] = defaultdict(list)
    for place in again.tolist():
        places[text[place : place + size]].append(place)
    padded = b"".join((_PAD, codes.astype(np.uint16).tobytes(), _PAD))
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
            padded[2 * (place - before) : 2 * (place - before) + len(_PAD)]
            + padded[2 * (place + after) + len(_PAD) : 2 * (place + after) + 2 * len(_PAD)]
            for place in group
        }
        if len(around) < len(group):
            continue
        # A particle that all places have before them is the author's, by chance.
        own = text[group[0] - before] in BINDING and before + after > size
        for place in group:
            found[place - before, place + after] = len(group)
            if own:
                found[place - before + 1, place + after] = len(group)
    return [(start, end, times) for (start, end), times in sorted(found.items())[:MOST_REPEATS]]


def _again(codes: Codes, closed: bytes) -> npt.NDArray[np.int64]:
    """Where runs of characters begin that come more than once."""
    size = SHORTEST_AGAIN
    if len(codes) < 2 * size:
        return np.zeros(0, np.int64)
    two = pairs(codes[:-1], codes[1:])
    marks = np.frombuffer(b"\0" + closed, np.bool_).cumsum()
    places = (marks[size:] == marks[:-size]).nonzero()[0]
    keys = (two[:-2] << np.uint64(32) | two[2:]).take(places)
    order = keys.argsort()
    keys = keys.take(order)
    same = np.zeros(len(keys) + 1, np.bool_)
    np.equal(keys[1:], keys[:-1], out=same[1:-1])
    return np.sort(places[order[same[1:] | same[:-1]]])


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
