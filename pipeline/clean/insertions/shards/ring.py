"""Pieces in turn: which of those that come again were put in one after the other, round and round."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import log, log1p
from operator import itemgetter
from typing import NamedTuple

import rjieba

#: A page with fewer places than this shows no order.
LEAST_PLACES = 5
#: How often the next piece comes next, the one behind it, and any other.
_NEXT, _SKIPPED, _OTHER = 0.84, 0.1, 0.06
#: What the gain of a sentence without a piece is worth, and the most of it at one place.
GAIN, _MOST_GAIN = 0.3, 3.0
#: What a piece more costs, beside that it was chosen among others: by itself, as a word, and for how often it
#: stands elsewhere.
_PIECE, _WORD, _ELSEWHERE = 1.0, 1.0, 0.2
#: Longer pieces are alike in how seldom an author repeats them.
_NO_WORD = 7
#: What it is worth that one piece goes on in the title where another stops.
_OF_TITLE = 2.0


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


def best(text: str, pieces: Sequence[str], places: Sequence[Place], title: str) -> tuple[list[int], float]:
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
    own = {number: sum(worth(place.gain) for place in where[number]) - costs[number] for number in numbers}
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
            ((_value(other, starts, own) + _OF_TITLE * _joined(pieces, other, title), other) for other in rings),
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


def worth(gain: float) -> float:
    """What a gain is worth."""
    return GAIN * max(-_MOST_GAIN, min(_MOST_GAIN, gain))


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


def _value(ring: Sequence[int], starts: Mapping[int, Sequence[int]], own: Mapping[int, float]) -> float:
    """What speaks for the pieces of a ring having been put in in its order."""
    row = sorted((start, turn) for turn, number in enumerate(ring) for start in starts[number])
    if len(row) < LEAST_PLACES:
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
