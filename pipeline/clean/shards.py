"""Pieces of the title, cut without regard to words and put into the text in their cyclic order.

A farm cuts a page's title (and its keywords) into pieces of two to six characters and drops them, one after
the other and round again, behind , 、 。 and 的, before citation marks, or in the middle of a clause. Some
pieces are words that the article also uses properly, so that no piece can be judged alone: what gives the
insertions away is that each continues the title where the one before it stopped. The most probable chain is
found by dynamic programming over all places where the text repeats two characters of the title.
"""

from bisect import insort
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from math import exp, log1p

from pipeline.clean import phase
from pipeline.clean.characters import Characters
from pipeline.clean.ledger import Cut
from pipeline.clean.pieces import WEIGHTS, Piece, Weights, candidates, cycle, read

#: Pairs of a piece's end and the next one's beginning, in the cycle, that come repeatedly.
Links = frozenset[tuple[int, int]]
#: Pieces that come more than once: from where to where in the cycle, and how they read.
Lexicon = Set[tuple[int, int, str]]


def find(text: str, title: str, keywords: Sequence[str], model: Characters, weights: Weights = WEIGHTS) -> list[Cut]:
    """The pieces of `title` and `keywords` that were put into `text`, each with its score."""
    order = cycle(title, keywords)
    if len(order) < 4:
        return []
    pieces = candidates(text, order, weights)
    if len(pieces) < 2:
        return []
    pieces = read(text, pieces, model, weights)
    if sum(max(0.0, piece.score + weights.follows) for piece in pieces) < weights.least:
        return []
    first = _chain(pieces, weights, _repeated_links(pieces))
    if len(first) < 2:
        return []
    pieces = _recut(text, pieces, _lexicon(text, first, pieces), weights)
    links = _repeated_links(first)
    chosen = phase.shortened(phase.kept(text, _chain(pieces, weights, links), links))
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
        recut.append(Piece(piece.start, piece.end, piece.first, piece.last, piece.score + change))
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
    return min(round(1 / (1 + exp(-max(-30.0, min(30.0, worth - 1.0)))), 3), 0.999)


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
        total, back = 0.0, None
        lasts = (*range(piece.first, piece.first - _SKIPPED, -1), *linked.get(piece.first, ()))
        for previous in (*(best[last] for last in lasts if last in best), *(() if top is None else (top,))):
            # What follows adds no more than `follows`, so that most need not be looked at closely.
            if totals[previous] + weights.follows <= total:
                continue
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
