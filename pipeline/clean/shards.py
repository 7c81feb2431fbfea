"""Pieces of the title, cut without regard to words and put into the text in their cyclic order.

A farm cuts a page's title (and its keywords) into pieces of two to six characters and drops them, one after
the other and round again, behind , 、 。 and 的, before citation marks, or in the middle of a clause. Some
pieces are words that the article also uses properly, so that no piece can be judged alone: what gives the
insertions away is that each continues the title where the one before it stopped. The most probable chain is
found by dynamic programming over all places where the text repeats two characters of the title.
"""

import re
from bisect import insort
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log1p

from pipeline.clean.characters import Characters
from pipeline.clean.ledger import Cut
from pipeline.clean.reading import junctions

LONGEST_PIECE = 6
LONGEST_CYCLE = 120


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
    """What the parts of the evidence are worth, in nats.

    Those of a single place are a logistic regression's, fitted on spammed newspaper articles; those of the
    order were then chosen on the same articles.
    """

    bias: float = -3.8
    behind_punctuation: float = 3.3
    behind_de: float = 3.3
    behind_other: float = -1.3
    before_stop: float = -1.3
    before_citation: float = 2.0
    composed: float = 0.0
    goes_on: float = -5.0
    comes_from: float = -4.0
    junction: float = 0.36
    entry: float = -0.04
    inside: float = 0.12
    length: float = -0.55
    used_elsewhere: float = -0.5
    in_slots: float = 0.8

    follows: float = 2.5
    skip: float = 1.0
    skip_each: float = 0.25
    wrap: float = -3.2
    jump: float = -4.0
    again: float = -6.0
    distance: float = 0.35
    near: float = 60.0
    known: float = 1.1
    cut_otherwise: float = -2.0
    unknown: float = -0.5
    least: float = 3.0
    short: float = 10.0


WEIGHTS = Weights()

#: Pairs of a piece's end and the next one's beginning, in the cycle, that come repeatedly.
Links = frozenset[tuple[int, int]]
#: Pieces that come more than once: from where to where in the cycle, and how they read.
Lexicon = Set[tuple[int, int, str]]

_BARE = re.compile(r"[\W_]+")
_SLOT = frozenset(",，、。；;：:！？!?")
_WEAK_SLOT = frozenset("”’》）)」』]\n 和与及了在")
_STOP = frozenset(",，、。；;：:！？!?\n”’")
_CITATION = frozenset("[［")


def cycle(title: str, keywords: Sequence[str]) -> str:
    """The title and the keywords, bare of punctuation, as the order in which their characters come round."""
    parts = [_BARE.sub("", part) for part in (title, *keywords)]
    return "\0".join(dict.fromkeys(part for part in parts if len(part) > 1))[:LONGEST_CYCLE]


def find(text: str, title: str, keywords: Sequence[str], model: Characters, weights: Weights = WEIGHTS) -> list[Cut]:
    """The pieces of `title` and `keywords` that were put into `text`, each with its score."""
    order = cycle(title, keywords)
    if len(order) < 4:
        return []
    pieces = candidates(text, order, weights)
    if len(pieces) < 2:
        return []
    pieces = _read(text, pieces, model, weights)
    first = _chain(pieces, weights, _repeated_links(pieces))
    if len(first) < 2:
        return []
    pieces = _recut(text, pieces, _lexicon(text, first, pieces), weights)
    links = _repeated_links(first)
    chosen = _chain(pieces, weights, links)
    if len(chosen) < 2:
        return []
    return [
        Cut(piece.start, piece.end, "shard", "title-cycle", _probability(_worth(chosen, place, weights, links)))
        for place, piece in enumerate(chosen)
    ]


def _recut(text: str, pieces: Sequence[Piece], lexicon: Lexicon, weights: Weights) -> list[Piece]:
    """The pieces, given how the page seems to be cut: what is cut otherwise at the same place is less likely."""
    cut = {place for first, last, _ in lexicon for place in range(first, last)}
    recut = []
    for piece in pieces:
        if (piece.first, piece.last, text[piece.start : piece.end]) in lexicon:
            change = weights.known
        elif piece.first in cut or piece.last - 1 in cut:
            change = weights.cut_otherwise
        else:
            change = weights.unknown if len(lexicon) > 2 else 0.0
        recut.append(replace(piece, score=piece.score + change))
    return recut


def _repeated_links(pieces: Sequence[Piece]) -> Links:
    """Which pieces follow which more than once, whatever the order of the title.

    Of places that overlap only the likeliest counts, and only if it is likely by itself.
    """
    row: list[Piece] = []
    for piece in pieces:
        if piece.score <= 0:
            continue
        if row and piece.start < row[-1].end:
            if piece.score > row[-1].score:
                row[-1] = piece
        else:
            row.append(piece)
    seen = Counter(
        (a.first, a.last, b.first) for a, b in pairwise(row) if not _same_part(a, b) and b.start - a.end < _FAR
    )
    return frozenset((last, first) for (_, last, first), times in seen.items() if times > 1)


def _read(text: str, pieces: list[Piece], model: Characters, weights: Weights) -> list[Piece]:
    """The pieces with what the character model says of the sentence without them."""
    read = junctions(text, [(piece.start, piece.end) for piece in pieces], model)
    gains = (
        weights.junction * (read.without - read.with_span) - weights.entry * read.entry - weights.inside * read.inside
    )
    return [replace(piece, score=piece.score + gain) for piece, gain in zip(pieces, gains.tolist(), strict=True)]


def _worth(chain: Sequence[Piece], place: int, weights: Weights, links: Links) -> float:
    """What the chain would lose without the piece at `place`."""
    before = chain[place - 1] if place else None
    after = chain[place + 1] if place + 1 < len(chain) else None
    piece = chain[place]
    worth = piece.score
    if before is not None:
        worth += _link(before, piece, weights, links)
    if after is not None:
        worth += _link(piece, after, weights, links)
    if before is not None and after is not None:
        worth -= _link(before, after, weights, links)
    return worth


def _probability(worth: float) -> float:
    return round(1 / (1 + exp(-max(-30.0, min(30.0, worth - 1.0)))), 3)


def _lexicon(text: str, chain: Sequence[Piece], pieces: Sequence[Piece]) -> Lexicon:
    """The pieces that the page was cut into, as far as they come more than once.

    A piece is the same wherever it comes. So what follows all of its occurrences and is in the title too
    belongs to it.
    """
    offered: dict[tuple[int, int], set[str]] = {}
    for piece in pieces:
        offered.setdefault((piece.start, piece.first), set()).add(text[piece.start : piece.end])
    groups: dict[tuple[int, int], list[Piece]] = {}
    for piece in chain:
        groups.setdefault((piece.first, piece.last), []).append(piece)
    lexicon: set[tuple[int, int, str]] = set()
    taken: set[int] = set()
    for (first, last), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(group) < 2 or taken.intersection(range(first, last)):
            continue
        taken.update(range(first, last))
        shortest = min((text[piece.start : piece.end] for piece in group), key=len)
        surfaces = Counter(
            surface for piece in group for surface in offered[piece.start, first] if surface.startswith(shortest)
        )
        most = max(surfaces.values())
        lexicon.add(
            (first, last, max((s for s, times in surfaces.items() if times == most), key=lambda s: (len(s), s)))
        )
    return lexicon


def candidates(text: str, order: str, weights: Weights = WEIGHTS) -> list[Piece]:
    """Every place where a piece of the cycle might have been put in, with what its surroundings say."""
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
        left = weights.bias
        if before in _SLOT:
            left += weights.behind_punctuation
        elif before == "的":
            left += weights.behind_de
        elif before in _WEAK_SLOT:
            left += weights.behind_other
        for index in places[position]:
            here = left + weights.comes_from if index and before == order[index - 1] else left
            length = _common(text, position, order, index)
            for end, last, runs in _ends(text, position, order, index, length, places):
                score = here + weights.length * (end - position)
                if runs > 1:
                    score += weights.composed
                elif last - index < length:
                    score += weights.goes_on
                after = text[end] if end < len(text) else "\n"
                if after in _STOP:
                    score += weights.before_stop
                elif after in _CITATION:
                    score += weights.before_citation
                found.append(Piece(position, end, index, last, score))
    return _counted(text, found, weights)


def _counted(text: str, pieces: Sequence[Piece], weights: Weights) -> list[Piece]:
    """The pieces, given how often each comes elsewhere: where pieces are put, and where words are used."""

    def in_slot(piece: Piece) -> bool:
        return piece.start > 0 and (text[piece.start - 1] in _SLOT or text[piece.start - 1] == "的")

    surfaces = {(piece.start, piece.end): (text[piece.start : piece.end], in_slot(piece)) for piece in pieces}
    counts = Counter(surfaces.values())
    counted = []
    for piece in pieces:
        surface, slot = surfaces[piece.start, piece.end]
        used = counts[surface, False] - (not slot)
        put = counts[surface, True] - slot
        score = piece.score + weights.used_elsewhere * log1p(used) + weights.in_slots * log1p(put)
        counted.append(replace(piece, score=score))
    return counted


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


def _same_part(one: Piece, other: Piece) -> bool:
    """Whether two pieces come from one part of the cycle, so that they cannot follow each other."""
    return one.first < other.last and other.first < one.last


def _link(before: Piece, piece: Piece, weights: Weights, links: Links) -> float:
    """What it is worth that one piece comes after another."""
    skipped = piece.first - before.last
    if skipped == 0 or (before.last, piece.first) in links:
        value = weights.follows
    elif 0 < skipped < _SKIPPED:
        value = weights.follows - weights.skip - weights.skip_each * skipped
    elif _same_part(before, piece):
        value = weights.again
    elif piece.first < _HEAD and before.last > piece.last:
        value = weights.wrap
    else:
        value = weights.jump
    return value - weights.distance * log1p((piece.start - before.end) / weights.near)


#: A piece that skips fewer characters than this still follows; one that begins before this place begins anew.
_SKIPPED, _HEAD = 6, 4
#: Pieces farther apart than this are not said to follow each other.
_FAR = 200


def _chain(pieces: Sequence[Piece], weights: Weights, links: Links) -> list[Piece]:
    """The best chain of pieces that do not overlap, or nothing if it is not convincing.

    `best[last]` holds the best chain that ends at a place of the cycle, so that the cost is linear in the
    number of pieces. The chain may be left and taken up again at the price of a jump.
    """
    best: dict[int, int] = {}
    linked: dict[int, list[int]] = {}
    for last, first in sorted(links):
        linked.setdefault(first, []).append(last)
    top: int | None = None
    totals: list[float] = []
    before: list[int | None] = []
    waiting: list[int] = []
    for number, piece in enumerate(pieces):
        while waiting and pieces[waiting[0]].end <= piece.start:
            other = waiting.pop(0)
            last = pieces[other].last
            if last not in best or totals[other] >= totals[best[last]]:
                best[last] = other
            if top is None or totals[other] >= totals[top]:
                top = other
        options = {best[last] for last in range(piece.first - _SKIPPED + 1, piece.first + 1) if last in best}
        options |= {best[last] for last in linked.get(piece.first, ()) if last in best}
        if top is not None:
            options.add(top)
        total, back = 0.0, None
        for previous in sorted(options):
            value = totals[previous] + _link(pieces[previous], piece, weights, links)
            if value > total:
                total, back = value, previous
        totals.append(total + piece.score)
        before.append(back)
        insort(waiting, number, key=lambda n: (pieces[n].end, n))
    end = max(range(len(pieces)), key=totals.__getitem__)
    place: int | None = end
    chain: list[Piece] = []
    while place is not None:
        chain.append(pieces[place])
        place = before[place]
    chain.reverse()
    return chain if totals[end] >= weights.least + weights.short / len(chain) else []
