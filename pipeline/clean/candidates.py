"""Spans that may be advertising put into the text, and what can be measured of each.

Two things make a span a candidate: words of grey trades stand in it (`lexicon`), or it comes again on the page.
Where such a phrase begins and ends is open, so that every likely beginning and end makes a candidate of its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Characters, Codes, fold
from pipeline.clean.lexicon import Word, words
from pipeline.clean.reading import junctions

Features = npt.NDArray[np.float64]

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

_BREAK = frozenset("，。；：！？、“”‘’《》〈〉（）()【】[]［］{}<>\n\r,.;:!?…—|｜「」『』\"'\u3000")
_QUOTED = frozenset('“‘《〈「『"')
#: Verbs and nouns of those who write about a trade.
_ABOUT = re.compile(
    r"(?:打击|查处|利用|从事|涉嫌|禁止|严禁|治理|整治|取缔|抵制|防范|举报|通过|进行|开展|提供|办理|申请|发放|使用|参加|购买|"
    r"销售|出售|销毁|查获|关于|针对|参与|组织|开设|经营|非法|网络|这种|各类|一些|大量|免费|推出|实行|加强|搞好|做好|搞|"
    r"从|对|为|在|是|了|和|与|及|或|等|把|将|向|有|用|以|于|到|给|被|让|由|个|些|种|次|家|名|位|条|们)$"
)

#: The measures of a candidate, in order.
NAMES = (
    "bias", "again", "times", "junction", "junction_least", "junction_mean", "entry", "inside",
    "left_stop", "left_line", "right_stop", "right_line", "clause", "line",
    "weight", "strong", "covered", "edge_left", "edge_right", "cut_left", "cut_right",
    "length", "about", "familiar", "digits", "quoted", "batch", "weight_again", "junction_again",
    "listed", "left_same", "right_same", "lead", "trail", "gaps",
)  # fmt: skip


class Candidate(NamedTuple):
    """A span, how often its text comes on the page, and on how many other pages of the batch."""

    start: int
    end: int
    times: int
    pages: int


def candidates(text: str, codes: Codes, trade: Sequence[Word], title: str, pages: Mapping[str, int]) -> list[Candidate]:
    """The candidates of a page, each span once, sorted."""
    spans: dict[tuple[int, int], int] = {}
    for first, last in _clusters(text, trade):
        for span in _extents(text, trade[first:last]):
            spans.setdefault(span, 1)
    starts = [word.start for word in trade]
    for start, end, times in repeats(text, codes):
        inside = trade[bisect_left(starts, start) : bisect_left(starts, end)]
        if times == 2 and end - start == SHORTEST_AGAIN and sum(word.weight for word in inside) < 2:
            continue
        if not _of_title(text[start:end], title):
            spans[start, end] = times
    return [
        Candidate(start, end, times, pages.get(text[start:end], 0)) for (start, end), times in sorted(spans.items())
    ]


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
            if len(gap) <= GAP and not _BREAK.intersection(gap):
                continue
        if sum(word.weight for word in trade[first:number]) >= LEAST_WEIGHT and any(
            word.weight > 1 for word in trade[first:number]
        ):
            found.append((first, number))
        first = number
    return found[:MOST_CLUSTERS]


def _extents(text: str, cluster: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a phrase around a run of trade words may begin and end."""
    cluster = cluster[:12]
    left, right = cluster[0].start, cluster[-1].end
    starts = [word.start for word in cluster]
    ends = [word.end for word in cluster]
    for place in range(left - 1, max(-1, left - REACH_LEFT - 1), -1):
        if text[place] in _BREAK or text[place].isdigit():
            break
        starts.append(place)
    for place in range(right, min(len(text), right + REACH_RIGHT)):
        if text[place] in _BREAK or text[place].isdigit():
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


def repeats(text: str, codes: Codes) -> list[tuple[int, int, int]]:
    """Phrases that come again: start, end and how often, for every place of each."""
    size = SHORTEST_AGAIN
    if len(codes) < 2 * size:
        return []
    count = len(codes) - size + 1
    keys = codes[:count].copy()
    for step in range(1, size):
        keys = keys * np.uint64(0x100000001B3) + codes[step : count + step]
    slots = ((keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(48)).astype(np.int64)
    again = np.flatnonzero(np.bincount(slots, minlength=1 << 16)[slots] > 1)
    if len(again) > MOST_REPEATS * 4:
        again = again[: MOST_REPEATS * 4]
    places: dict[str, list[int]] = defaultdict(list)
    padded = np.concatenate([np.zeros(2, np.uint64), codes, np.zeros(2, np.uint64)])
    for place in again.tolist():
        gram = text[place : place + size]
        if _BREAK.isdisjoint(gram) and not any(map(str.isdigit, gram)):
            places[gram].append(place)
    found: dict[tuple[int, int], int] = {}
    for group in places.values():
        if len(group) < 2 or (group[0], 0) in found:
            continue
        before, after = 0, size
        while before < LONGEST and _shared(text, group, -before - 1):
            before += 1
        while after < LONGEST and _shared(text, group, after):
            after += 1
        if before + after > LONGEST:
            continue
        # What stands in the same words again is the author's, or was copied with its surroundings.
        around = Counter(
            (
                *padded[place - before : place - before + 2].tolist(),
                *padded[place + after + 2 : place + after + 4].tolist(),
            )
            for place in group
        )
        if len(around) < len(group):
            continue
        for place in group:
            found[place - before, place + after] = len(group)
    return [(start, end, times) for (start, end), times in sorted(found.items())[:MOST_REPEATS]]


def _shared(text: str, group: Sequence[int], step: int) -> bool:
    """Whether the same character, one of a phrase, stands at a distance from every place of a group."""
    first = group[0] + step
    if not 0 <= first < len(text) or text[first] in _BREAK or text[first].isdigit():
        return False
    character = text[first]
    return all(0 <= place + step < len(text) and text[place + step] == character for place in group)


def measure(text: str, codes: Codes, trade: Sequence[Word], spans: Sequence[Candidate], model: Characters) -> Features:
    """The measures of each candidate, a row each, in the order of `NAMES`."""
    read = junctions(text, [(span.start, span.end) for span in spans], model)
    gain = read.without - read.with_span
    least: dict[str, float] = {}
    total: dict[str, float] = {}
    lefts: dict[str, list[str]] = defaultdict(list)
    rights: dict[str, list[str]] = defaultdict(list)
    for span, value in zip(spans, gain.tolist(), strict=True):
        if span.times > 1:
            phrase = text[span.start : span.end]
            lefts[phrase].append(text[span.start - 1 : span.start])
            rights[phrase].append(text[span.end : span.end + 1])
            least[phrase] = min(least.get(phrase, 99.0), value)
            total[phrase] = total.get(phrase, 0.0) + value
    weights = np.zeros(len(text) + 1)
    covered = np.zeros(len(text) + 1)
    strong = np.zeros(len(text) + 1)
    starts, ends = set(), set()
    for word in trade:
        weights[word.end - 1] += word.weight
        strong[word.end - 1] += word.weight == 3
        covered[word.start : word.end] = 1
        starts.add(word.start)
        ends.add(word.end)
    weights, covered, strong = np.cumsum(weights), np.cumsum(covered), np.cumsum(strong)
    first_words, last_words = [word.start for word in trade], [word.end for word in trade]
    pairs = _pairs(codes)
    rows = np.zeros((len(spans), len(NAMES)))
    for number, span in enumerate(spans):
        start, end, times, pages = span
        phrase = text[start:end]
        length = end - start
        left = text[start - 1] if start else "\n"
        right = text[end] if end < len(text) else "\n"
        left_stop, right_stop = left in _BREAK, right in _BREAK
        left_line, right_line = left == "\n", right in "\n\r"
        base = start - 1
        weight = weights[end - 1] - (weights[base] if start else 0)
        cover = (covered[end - 1] - (covered[base] if start else 0)) / length
        here = float(gain[number])
        bare = _bare(first_words, last_words, start, end) if cover else (length, 0)
        rows[number] = (
            1,
            times > 1,
            log(times),
            here,
            least.get(phrase, here) if times > 1 else 0,
            total[phrase] / times if times > 1 else 0,
            float(read.entry[number]),
            float(read.inside[number]) / length,
            left_stop,
            left_line,
            right_stop,
            right_line,
            left_stop and right_stop,
            left_line and right_line,
            min(weight, 12),
            min(strong[end - 1] - (strong[base] if start else 0), 2),
            cover,
            start in starts,
            end in ends,
            start in ends,
            end in starts,
            length,
            _ABOUT.search(text, max(0, start - 3), start) is not None,
            _familiar(codes, pairs, start, end, times) if times > 1 else 0,
            any(map(str.isdigit, phrase)),
            left in _QUOTED,
            log(1 + pages),
            min(weight, 12) * (times > 1),
            here * (times > 1),
            left == "、" or right == "、",
            _sameness(lefts[phrase]) if times > 1 else 0,
            _sameness(rights[phrase]) if times > 1 else 0,
            bare[0],
            bare[1],
            (1 - cover) * length - bare[0] - bare[1],
        )
    return rows


def _sameness(neighbours: Sequence[str]) -> float:
    """How often the commonest neighbour that is no mark comes, as a share of those there are."""
    counts = Counter(character for character in neighbours if character not in _BREAK)
    return (max(counts.values()) - 1) / (len(neighbours) - 1) if counts and len(neighbours) > 1 else 0.0


def _bare(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """How many characters of a span stand before its first trade word and behind its last."""
    first = bisect_left(starts, start)
    last = bisect_right(ends, end) - 1
    if first >= len(starts) or last < 0 or starts[first] >= end or ends[last] <= start:
        return end - start, 0
    return starts[first] - start, end - ends[last]


def _pairs(codes: Codes) -> dict[int, int]:
    keys, counts = np.unique(codes[:-1] << np.uint64(16) | codes[1:], return_counts=True)
    return dict(zip(keys.tolist(), counts.tolist(), strict=True))


def _familiar(codes: Codes, pairs: dict[int, int], start: int, end: int, times: int) -> float:
    """The share of a phrase's pairs of characters that the page uses outside the phrase too."""
    keys = (codes[start : end - 1] << np.uint64(16) | codes[start + 1 : end]).tolist()
    return sum(pairs[key] > times for key in keys) / len(keys)


def measured(text: str, title: str, model: Characters, pages: Mapping[str, int]) -> tuple[list[Candidate], Features]:
    """The candidates of a text with their measures."""
    if len(text) < 2:
        return [], np.zeros((0, len(NAMES)))
    codes = fold(text)
    trade = words(text, codes)
    spans = candidates(text, codes, trade, title, pages)
    if not spans:
        return [], np.zeros((0, len(NAMES)))
    return spans, measure(text, codes, trade, spans, model)
