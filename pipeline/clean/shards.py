"""Pieces of the title, cut without regard to words and put into the text in their cyclic order.

A farm cuts a page's title (and its keywords) into pieces of two to six characters and drops them, one after
the other and round again, behind , 、 。 and 的, before citation marks, or in the middle of a clause. Some
pieces are words that the article also uses properly, so that no piece can be judged alone: what gives the
insertions away is that each continues the title where the one before it stopped. The most probable chain is
found by dynamic programming over all places where the text repeats two characters of the title.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp, log1p

from pipeline.clean.ledger import Cut

LONGEST_PIECE = 6
LONGEST_CYCLE = 120

#: Gains of taking out `text[start:end]`, for many spans at once, in nats.
Gain = Callable[[Sequence[tuple[int, int]]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A place where the text repeats characters of the cycle: `[first, last)` there, in one or two runs."""

    start: int
    end: int
    first: int
    last: int
    score: float


@dataclass(frozen=True)
class Weights:
    """What the parts of the evidence are worth, in nats."""

    piece: float = -1.2
    composed: float = -2.5
    continues: float = -4.0
    middle: float = -4.0
    weak_slot: float = -2.0
    follows: float = 3.0
    skip: float = 1.0
    skip_each: float = 0.25
    wrap: float = -3.0
    jump: float = -3.0
    distance: float = 0.6
    near: float = 60.0
    least: float = 2.0
    known: float = 3.5


WEIGHTS = Weights()

_BARE = re.compile(r"[\W_]+")
_SLOT = frozenset(",，、。；;：:！？!?的")
_WEAK_SLOT = frozenset("”’》）)」』]\n 和与及了在")
_STOP = frozenset(",，、。；;：:！？!?[［\n”’")


def cycle(title: str, keywords: Sequence[str]) -> str:
    """The title and the keywords, bare of punctuation, as the order in which their characters come round."""
    parts = [_BARE.sub("", part) for part in (title, *keywords)]
    return "\0".join(dict.fromkeys(part for part in parts if len(part) > 1))[:LONGEST_CYCLE]


def find(
    text: str, title: str, keywords: Sequence[str], gain: Gain | None = None, weights: Weights = WEIGHTS
) -> list[Cut]:
    """The pieces of `title` and `keywords` that were put into `text`, each with its score."""
    order = cycle(title, keywords)
    if len(order) < 4:
        return []
    pieces = _candidates(text, order, weights)
    if len(pieces) < 2:
        return []
    if gain is not None:
        gains = gain([(piece.start, piece.end) for piece in pieces])
        pieces = [replace(piece, score=piece.score + value) for piece, value in zip(pieces, gains, strict=True)]
    first = _chain(pieces, weights)
    if not first:
        return []
    lexicon = _lexicon(text, first, pieces)
    pieces = [
        replace(piece, score=piece.score + weights.known)
        if (piece.first, text[piece.start : piece.end]) in lexicon
        else piece
        for piece in pieces
    ]
    chosen = _chain(pieces, weights)
    return [
        Cut(piece.start, piece.end, "shard", "title-cycle", round(_sigmoid(piece.score + 3), 3)) for piece in chosen
    ]


def _lexicon(text: str, chain: Sequence[Piece], pieces: Sequence[Piece]) -> set[tuple[int, str]]:
    """The pieces that the page was cut into, as far as they come more than once.

    A piece is the same wherever it comes. So what follows all of its occurrences and is in the title too
    belongs to it.
    """
    ends: dict[tuple[int, int], list[set[str]]] = {}
    composed: dict[tuple[int, int], set[str]] = {}
    for piece in pieces:
        composed.setdefault((piece.start, piece.first), set()).add(text[piece.start : piece.end])
    for piece in chain:
        grown = {
            surface
            for surface in composed[piece.start, piece.first]
            if surface.startswith(text[piece.start : piece.end])
        }
        ends.setdefault((piece.first, piece.last), []).append(grown)
    lexicon: set[tuple[int, str]] = set()
    for (first, _), surfaces in ends.items():
        if len(surfaces) > 1:
            shared = set.intersection(*surfaces)
            lexicon.add((first, max(shared, key=len)) if shared else (first, ""))
    return lexicon


def _sigmoid(value: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))


def _candidates(text: str, order: str, weights: Weights) -> list[Piece]:
    """Every place where a piece of the cycle might have been put in."""
    places: dict[int, list[int]] = {}
    for index in range(len(order) - 1):
        pair = order[index : index + 2]
        if "\0" in pair:
            continue
        position = text.find(pair)
        while position >= 0:
            places.setdefault(position, []).append(index)
            position = text.find(pair, position + 1)
    found = []
    for position in sorted(places):
        before = text[position - 1] if position else "\n"
        for index in places[position]:
            length = _common(text, position, order, index)
            for end, last, runs in _ends(text, position, order, index, length, places):
                score = weights.piece
                if runs > 1:
                    score += weights.composed
                elif end < position + length:
                    score += weights.continues
                if index and before == order[index - 1]:
                    score += weights.continues
                if before not in _SLOT:
                    if before in _WEAK_SLOT:
                        score += weights.weak_slot
                    else:
                        score += weights.middle
                found.append(Piece(position, end, index, last, score))
    return found


def _common(text: str, position: int, order: str, index: int) -> int:
    length = 2
    while (
        length <= LONGEST_PIECE
        and position + length < len(text)
        and index + length < len(order)
        and text[position + length] == order[index + length]
    ):
        length += 1
    return length


def _ends(
    text: str, position: int, order: str, index: int, length: int, places: dict[int, list[int]]
) -> list[tuple[int, int, int]]:
    """Where a piece that begins here may end: in the text, in the cycle, and in how many runs."""
    ends = [(position + size, index + size, 1) for size in range(2, min(length, LONGEST_PIECE) + 1)]
    for size in range(2, min(length, LONGEST_PIECE - 2) + 1):
        for second in places.get(position + size, ()):
            if second > index + size:
                more = min(_common(text, position + size, order, second), LONGEST_PIECE - size)
                ends.append((position + size + more, index + size, 2))
    return ends


def _distance(before: Piece, piece: Piece, weights: Weights) -> float:
    return weights.distance * log1p((piece.start - before.end) / weights.near)


def _chain(pieces: Sequence[Piece], weights: Weights) -> list[Piece]:  # noqa: PLR0912
    """The best chain of pieces, or nothing if it is not convincing.

    `best[last]` holds the best chain that ends at a place of the cycle, so that the cost is linear in the
    number of pieces. Chains may be left and taken up again at the price of a jump.
    """
    best: dict[int, int] = {}
    top: int | None = None
    totals: list[float] = []
    before: list[int | None] = []
    waiting: list[int] = []
    for number, piece in enumerate(pieces):
        still = []
        for other in waiting:
            if pieces[other].end <= piece.start:
                last = pieces[other].last
                if last not in best or totals[other] >= totals[best[last]]:
                    best[last] = other
                if top is None or totals[other] >= totals[top]:
                    top = other
            else:
                still.append(other)
        waiting = still
        total, back = 0.0, None
        for skipped in range(6):
            previous = best.get(piece.first - skipped)
            if previous is not None:
                value = totals[previous] + weights.follows - _distance(pieces[previous], piece, weights)
                if skipped:
                    value -= weights.skip + weights.skip_each * skipped
                if value > total:
                    total, back = value, previous
        if top is not None:
            value = totals[top] - _distance(pieces[top], piece, weights)
            value += (
                weights.follows + weights.wrap if piece.first < 4 and pieces[top].last > piece.last else weights.jump
            )
            if value > total:
                total, back = value, top
        totals.append(total + piece.score)
        before.append(back)
        waiting.append(number)
    number = max(range(len(pieces)), key=lambda n: totals[n])
    if totals[number] < weights.least:
        return []
    chain: list[Piece] = []
    place: int | None = number
    while place is not None:
        chain.append(pieces[place])
        place = before[place]
    chain.reverse()
    return chain if len(chain) > 2 else []
