"""Pieces that come round without a title that they could come from.

A farm takes its pieces from key words that the page does not show, too, or cuts a title into longer ones. What is left
to go by is how they come: each behind marks, again and again, the same after the same. An author opens his clauses with
the same words more than once, but not in turn.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import log, log1p
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import rjieba

from pipeline.clean.characters import Characters, fold
from pipeline.clean.insertions.ads import with_comma
from pipeline.clean.insertions.shards import alike
from pipeline.clean.insertions.shards.pieces import BARE, LONGEST_PIECE
from pipeline.clean.ledger import Cut, probability
from pipeline.clean.reading import junctions

#: Where a piece may stand, as far as it may reach.
_LONGEST = 12
_SLOT = re.compile(rf"(?<=[，,、。；;：:！!？?的”])(?=([\u4e00-\u9fffA-Za-z0-9]{{2,{_LONGEST}}}))")
#: Amounts, dates, negations and comparisons are the author's, though reports say the same ones in turn.
_STATING = re.compile(r"\d[万亿元年月日号倍个多]|[不没未无莫勿]|[同环]比")
#: How many places are looked at, and how many different pieces.
_MOST_PLACES, _MOST_PIECES = 3000, 40
#: A page with fewer places than this shows no order.
_LEAST_PLACES = 5
#: Shares of pieces that are of the title, from which on `shards` finds them by it.
_MOST, _NEARLY_ALL = 0.5, 0.8
#: How often the next piece comes next, the one behind it, and any other.
_NEXT, _SKIPPED, _OTHER = 0.84, 0.1, 0.06
#: What the gain of a sentence without a piece is worth, and the most of it at one place.
_GAIN, _MOST_GAIN = 0.3, 3.0
#: What openings of clauses gain on the mean without a word that is the author's; so is what figures stand behind.
_LEAST_GAIN = -1.0
#: What a piece more costs, beside that it was chosen among others: by itself, as a word, and for how often it
#: stands elsewhere.
_PIECE, _WORD, _ELSEWHERE = 1.0, 1.0, 0.2
#: Longer pieces are alike in how seldom an author repeats them.
_NO_WORD = 7
#: What it is worth that one piece goes on in the title where another stops.
_OF_TITLE = 2.0
_BIAS = -3.2
#: What speaks for a place: that it is behind a mark or not, and that it comes after the piece before it in the ring,
#: after the one before that, or after any other; how many places back that may be.
_IN_SLOT, _AMID = 1.0, -2.5
_IN_TURN, _OVERLEAPT, _OUT_OF_TURN = 1.5, 0.0, -2.0
_BACK = 12
_ENDS = "，,、。；;：:！!？?\n"
_MARKS = "，,、。；;：:！!？?的”"


class Span(NamedTuple):
    """A place of the text where a piece stands, and which."""

    start: int
    end: int
    piece: int


class Place(NamedTuple):
    """The same with what the sentence gains without it, in nats."""

    start: int
    end: int
    piece: int
    gain: float


def find(text: str, title: str, model: Characters) -> list[Cut]:
    """The pieces that come round in `text`, each with its score; not those of `title` that `shards` finds by it."""
    bare = BARE.sub("", title)
    pieces, spans = _spans(text)
    if len(spans) < _LEAST_PLACES or _of_title([pieces[span.piece] for span in spans], bare, _NEARLY_ALL):
        return []
    places = _gaining(text, spans, model)
    ring, value = _ring(text, pieces, places, bare)
    words = [pieces[number] for number in ring]
    if not words or _of_title(words, bare, _MOST):
        return []
    said = sorted((place.start, place.piece) for place in places if place.piece in ring)
    if alike.made(text, said):
        return []
    score = round(probability(value + _BIAS), 3)
    return [
        Cut(with_comma(text, place.start, place.end), place.end, "shard", "piece-round", score)
        for place in _fitting(_everywhere(text, words, model), len(ring))
    ]


def _of_title(words: Sequence[str], title: str, share: float) -> bool:
    """Whether more than a share of the words are pieces of the title."""
    return sum(_is_piece(word, title) for word in words) > share * len(words)


def _is_piece(word: str, title: str) -> bool:
    """Whether a word is a piece of the title: a run of it, or two."""
    return len(word) <= LONGEST_PIECE and (
        word in title or any(word[:cut] in title and word[cut:] in title for cut in range(2, len(word) - 1))
    )


def _spans(text: str) -> tuple[list[str], list[Span]]:
    """What stands behind marks again and again, and where; not what figures stand behind, as they do behind labels."""
    heads = [(match.start(), match[1]) for match in _SLOT.finditer(text)][:_MOST_PLACES]
    times = _again([head for _, head in heads])
    longer: dict[str, int] = {}
    for word, number in times.items():
        longer[word[:-1]] = max(longer.get(word[:-1], 0), number)
    pieces = [word for word, number in times.items() if longer.get(word, 0) < number and not _STATING.search(word)]
    pieces = sorted(pieces, key=lambda word: (-times[word] * len(word), word))[:_MOST_PIECES]
    number_of = {word: number for number, word in enumerate(pieces)}
    begun = {word[:2] for word in pieces}
    found = [
        Span(start, start + size, number_of[head[:size]])
        for start, head in heads
        if head[:2] in begun
        for size in range(2, len(head) + 1)
        if head[:size] in number_of and not (text[start - 1] == "的" and text[start + size : start + size + 1] in _ENDS)
    ]
    labels = Counter(span.piece for span in found if text[span.end : span.end + 1].isdigit())
    return pieces, [span for span in found if 2 * labels[span.piece] <= times[pieces[span.piece]]]


def _gaining(text: str, spans: Sequence[Span], model: Characters) -> list[Place]:
    """The places of pieces without which the text reads no worse, with what it gains at each."""
    starts, ends, _ = np.array(spans, np.int64).T
    said = junctions(fold(text), starts, ends, model)
    gains = (said.without - said.with_span).tolist()
    total: dict[int, float] = {}
    for span, gain in zip(spans, gains, strict=True):
        total[span.piece] = total.get(span.piece, 0.0) + gain - _LEAST_GAIN
    return [Place(*span, gain) for span, gain in zip(spans, gains, strict=True) if total[span.piece] > 0]


def _again(heads: Sequence[str]) -> dict[str, int]:
    """How often each beginning of two and more characters comes that comes more than once."""
    found: dict[str, int] = {}
    for size in range(2, _LONGEST + 1):
        times = Counter(head[:size] for head in heads if len(head) >= size)
        heads = [head for head in heads if times[head[:size]] > 1]
        if not heads:
            break
        found.update((word, number) for word, number in times.items() if number > 1)
    return found


def _ring(text: str, pieces: Sequence[str], places: Sequence[Place], title: str) -> tuple[list[int], float]:
    """The pieces that best take turns, in the order in which they do, and what speaks for them."""
    where: dict[int, list[Place]] = {}
    for place in places:
        where.setdefault(place.piece, []).append(place)
    numbers = sorted(where)
    sizes = [min(len(pieces[number]), _NO_WORD) for number in numbers]
    costs = {
        number: _PIECE
        + _WORD * (len(rjieba.cut(pieces[number])) == 1)
        + log(sum(other >= size for other in sizes))
        + _ELSEWHERE * log1p(max(0, text.count(pieces[number]) - len(where[number])))
        for number, size in zip(numbers, sizes, strict=True)
    }
    # Without regard to turns, so that most pairs need no closer look.
    own = {number: sum(_bounded(place.gain) for place in where[number]) - costs[number] for number in numbers}
    starts = {number: [place.start for place in where[number]] for number in numbers}
    rings = [
        [one, other]
        for one, other in combinations(numbers, 2)
        if _at_most(len(where[one]), len(where[other])) + own[one] + own[other] > 0
        and _apart(pieces[one], pieces[other])
    ]
    ring, best = list[int](), 0.0
    while rings:
        value, grown = max(
            ((_worth(other, starts, own) + _OF_TITLE * _joined(pieces, other, title), other) for other in rings),
            key=itemgetter(0),
        )
        if value <= best:
            break
        ring, best = grown, value
        more = [number for number in numbers if all(_apart(pieces[number], pieces[other]) for other in ring)]
        rings = [[*ring[:place], number, *ring[place:]] for number in more for place in range(len(ring))]
        rings += [
            [*ring[:place], number, *ring[place + 1 :]]
            for number in numbers
            for place, rival in enumerate(ring)
            if number != rival
            and not _apart(pieces[number], pieces[rival])
            and all(_apart(pieces[number], pieces[other]) for other in ring if other != rival)
        ]
    return ring, best


def _bounded(gain: float) -> float:
    """What a gain is worth."""
    return _GAIN * max(-_MOST_GAIN, min(_MOST_GAIN, gain))


def _at_most(one: int, other: int) -> float:
    """What two pieces that come so often may be worth by taking turns, and by going on in the title."""
    both = (_NEXT + _SKIPPED) * (one + other)
    return one * log(both / one) + other * log(both / other) + 2 * _OF_TITLE


def _apart(one: str, other: str) -> bool:
    """Whether two pieces differ at both ends; clauses made alike (不仅看到, 还要看到) do not."""
    return not one.startswith(other) and not other.startswith(one) and one[-2:] != other[-2:]


def _joined(pieces: Sequence[str], ring: Sequence[int], title: str) -> int:
    """How often a piece of the ring goes on in the title where the one before it stops."""
    return sum(pieces[one] + pieces[other] in title for one, other in pairwise([*ring, ring[0]]))


def _worth(ring: Sequence[int], starts: Mapping[int, Sequence[int]], own: Mapping[int, float]) -> float:
    """What speaks for the pieces of a ring having been put in in its order."""
    row = sorted((start, turn) for turn, number in enumerate(ring) for start in starts[number])
    if len(row) < _LEAST_PLACES:
        return 0.0
    size = len(ring)
    steps = Counter((b - a) % size for (_, a), (_, b) in pairwise(row))
    chances = [_OTHER / max(1, size - 2)] * size
    chances[1] = _NEXT + _SKIPPED if size == 2 else _NEXT
    if size > 2:
        chances[2] = _SKIPPED
    value = sum(times * log(chances[step]) for step, times in steps.items())
    # Against how often each piece comes anyhow; the first place of the row follows none.
    times = [len(starts[number]) for number in ring]
    value -= sum((often - (turn == row[0][1])) * log(often / len(row)) for turn, often in enumerate(times))
    return value + sum(own[number] for number in ring)


def _everywhere(text: str, words: Sequence[str], model: Characters) -> list[Place]:
    """Where the pieces of a ring stand, behind marks or not, and what speaks for each place."""
    found = sorted(
        (match.start(), match.end(), turn)
        for turn, word in enumerate(words)
        for match in re.finditer(re.escape(word), text)
    )
    starts, ends, _ = np.array(found, np.int64).T
    said = junctions(fold(text), starts, ends, model)
    gains = (said.without - said.with_span).tolist()
    return [
        Place(*place, _GAIN * gain + (_IN_SLOT if text[place[0] - 1 : place[0]] in _MARKS else _AMID))
        for place, gain in zip(found, gains, strict=True)
    ]


def _fitting(places: Sequence[Place], size: int) -> list[Place]:
    """The places of a ring's pieces that come in their turn, or read so much better without them."""
    totals: list[float] = []
    before: list[int] = []
    for number, place in enumerate(places):
        total, back = 0.0, -1
        for other in range(number - 1, max(-1, number - _BACK - 1), -1):
            if places[other].end > place.start:
                continue
            step = (place.piece - places[other].piece) % size
            value = totals[other] + (_IN_TURN if step == 1 else _OVERLEAPT if step == 2 % size else _OUT_OF_TURN)
            if value > total:
                total, back = value, other
        totals.append(total + place.gain)
        before.append(back)
    number = max(range(len(places)), key=totals.__getitem__)
    kept: list[Place] = []
    while number >= 0:
        kept.append(places[number])
        number = before[number]
    return kept[::-1]
