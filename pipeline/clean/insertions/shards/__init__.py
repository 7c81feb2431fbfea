"""Pieces of the title, cut without regard to words and put into the text in their cyclic order.

A farm cuts a page's title (and its keywords) into pieces of two to six characters and drops them, one after
the other and round again, behind , 、 。 and 的, before citation marks, or in the middle of a clause. Some
pieces are words that the article also uses properly, so that no piece can be judged alone: what gives the
insertions away is that each continues the title where the one before it stopped. The most probable chain is
found by dynamic programming over all places where the text repeats two characters of the title.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import log1p

from pipeline.clean.characters import Characters
from pipeline.clean.insertions.shards import phase, turns, verdict
from pipeline.clean.insertions.shards.pieces import UNLIKELY, WEIGHTS, Piece, Weights, candidates, cycle, hopeful, read
from pipeline.clean.insertions.shards.turns import Links, same_part
from pipeline.clean.ledger import Cut, probability

#: In a chain of so many pieces the order shows nothing more than its value does.
_FEW = 4
#: Two pieces of a chain at the least are to be as likely as this: a single one shows no order.
_LIKELY = 0.5


def find(text: str, title: str, keywords: Sequence[str], model: Characters, weights: Weights = WEIGHTS) -> list[Cut]:
    """The pieces of `title` and `keywords` that were put into `text`, each with its score."""
    order = cycle(title, keywords)
    if len(order) < 4:
        return []
    pieces = candidates(text, order, weights)
    if not hopeful(pieces):
        return []
    every = read(text, pieces, model, weights)
    pieces = [piece for piece in every if piece.score > UNLIKELY]
    first = _chain(pieces, weights, dict.fromkeys(turns.repeated(turns.row(pieces)), weights.follows))
    if len(first) < 2:
        return []
    shown = turns.with_overlooked(first, every)
    links = _known(shown, weights)
    pieces = turns.recut(text, order, every, turns.lexicon(text, shown, every), weights)
    weights = turns.learnt(weights, first, links)
    chain = _chain(pieces, weights, links)
    chosen = phase.shortened(phase.kept(text, chain, links) if len(chain) > _FEW else chain)
    chosen = turns.settled(text, chosen, every, weights)
    if len(chosen) < 2:
        return []
    links = _known(chosen, weights)
    total = sum(piece.score for piece in chosen) + sum(_link(a, b, weights, links) for a, b in pairwise(chosen))
    sure = probability(verdict.value(text, title, keywords, chosen, total))
    scores = [round(sure * probability(worth - 1.0), 3) for worth in _worths(chosen, weights, links)]
    cuts = [
        Cut(piece.start, piece.end, "shard", "title-cycle", score) for piece, score in zip(chosen, scores, strict=True)
    ]
    return cuts if sum(score >= _LIKELY for score in scores) > 1 else []


def _known(chain: Sequence[Piece], weights: Weights) -> Links:
    """The steps that a chain shows the page to take."""
    return {turns.anew(chain): weights.anew, **dict.fromkeys(turns.repeated(chain), weights.follows)}


def _worths(chain: Sequence[Piece], weights: Weights, links: Links) -> Iterator[float]:
    """What the chain would lose without each of its pieces."""
    for before, piece, after in zip((None, *chain[:-1]), chain, (*chain[1:], None), strict=True):
        worth = piece.score
        if before is not None:
            worth += _link(before, piece, weights, links)
        if after is not None:
            worth += _link(piece, after, weights, links)
        if before is not None and after is not None:
            worth -= _link(before, after, weights, links)
        yield worth


def _link(before: Piece, piece: Piece, weights: Weights, links: Links) -> float:
    """What it is worth that one piece comes after another."""
    return _step(before, piece, weights, links) - _far(before, piece, weights)


def _step(before: Piece, piece: Piece, weights: Weights, links: Links) -> float:
    """What their places in the cycle are worth."""
    skipped = piece.first - before.last
    if skipped == 0:
        return weights.follows
    if (before.last, piece.first) in links:
        return links[before.last, piece.first]
    if 0 < skipped < weights.most_skipped:
        return weights.follows - weights.skip - weights.skip_each * skipped
    if same_part(before, piece):
        return weights.again
    if piece.first < _HEAD and before.last > piece.last:
        return weights.wrap
    return weights.jump


def _far(before: Piece, piece: Piece, weights: Weights) -> float:
    """What their distance in the text costs."""
    return weights.distance * log1p((piece.start - before.end) / weights.near)


#: A piece that begins before this place of the cycle begins it anew.
_HEAD = 4


def _ways(pieces: Sequence[Piece], weights: Weights, links: Links) -> Mapping[int, Sequence[tuple[int, float]]]:
    """For each place of the cycle at which a piece begins those at which the one before it may end, but for jumps, and
    what that is worth."""
    linked: dict[int, dict[int, float]] = {}
    for (last, first), worth in sorted(links.items()):
        if last != first:
            linked.setdefault(first, {})[last] = worth
    worths = [
        weights.follows - weights.skip - weights.skip_each * skipped if skipped else weights.follows
        for skipped in range(weights.most_skipped)
    ]
    return {
        first: list(({first - n: worth for n, worth in enumerate(worths)} | linked.get(first, {})).items())
        for first in {piece.first for piece in pieces}
    }


def _chain(pieces: Sequence[Piece], weights: Weights, links: Links) -> list[Piece]:
    """The best chain of pieces that do not overlap.

    `best[last]` holds the best chain that ends at a place of the cycle, so that the cost is linear in the
    number of pieces. The chain may be left and taken up again at the price of a jump.
    """
    ways = _ways(pieces, weights, links)
    # The most that any other step is worth.
    otherwise = max(weights.again, weights.wrap, weights.jump)
    best: dict[int, int] = {}
    top = -1
    totals: list[float] = []
    before: list[int] = []
    waiting: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        start, end, first, _, score = piece
        while waiting and waiting[0][0] <= start:
            other = heappop(waiting)[1]
            last = pieces[other].last
            if last not in best or totals[other] >= totals[best[last]]:
                best[last] = other
            if top < 0 or totals[other] >= totals[top]:
                top = other
        total, back = 0.0, -1
        # What follows adds no more than this, so that most need not be looked at closely.
        if top >= 0 and totals[top] + weights.follows > 0:
            for last, worth in ways[first]:
                previous = best.get(last, -1)
                if previous >= 0 and totals[previous] + worth > total:
                    value = totals[previous] + (worth - _far(pieces[previous], piece, weights))
                    if value > total:
                        total, back = value, previous
            if totals[top] + otherwise > total:
                step = _step(pieces[top], piece, weights, links)
                value = totals[top] + (step - _far(pieces[top], piece, weights))
                if value > total:
                    total, back = value, top
        totals.append(total + score)
        before.append(back)
        heappush(waiting, (end, number))
    end = max(range(len(pieces)), key=totals.__getitem__, default=-1)
    found: list[Piece] = []
    while end >= 0:
        found.append(pieces[end])
        end = before[end]
    found.reverse()
    return found
