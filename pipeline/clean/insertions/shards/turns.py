"""What a first chain of pieces shows about the page's cycle: its cut, its order, and the pieces that were overlooked.

A farm cuts a title once and drops the same pieces in the same order all over the page. So what the chain shows in
one place holds in all others, and the chain is looked for once more with that knowledge.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from math import log
from operator import attrgetter

from pipeline.clean.insertions.shards.pieces import Piece, Weights

#: From a piece's end to the next one's beginning, in the cycle.
Step = tuple[int, int]
#: Steps that the page is known to take, and what each is worth.
Links = Mapping[Step, float]
#: Pieces that come more than once: from where to where in the cycle, and how they read.
Lexicon = Set[tuple[int, int, str]]
#: Pieces farther apart than this are not said to follow each other.
FAR = 200
#: A chain with fewer pieces in their order does not show how often one is skipped; the most that a skip may cost.
_SHOWN, _MOST_SKIP = 4, 3.0

#: A longer piece that stands at so many of the places of a shorter one stands at all of them.
_USUAL = 0.75

_Key = tuple[int, int]
_START = attrgetter("start")


def same_part(one: Piece, other: Piece) -> bool:
    """Whether two pieces come from one part of the cycle, so that they cannot follow each other."""
    return one.first < other.last and other.first < one.last


def row(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are likely by themselves; of those that overlap the likeliest."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.score <= 0:
            continue
        if found and piece.start < found[-1].end:
            if piece.score > found[-1].score:
                found[-1] = piece
        else:
            found.append(piece)
    return found


def repeated(pieces: Sequence[Piece]) -> set[Step]:
    """What comes after what more than once in a row of pieces, whatever the order of the title."""
    seen = Counter(
        (a.first, a.last, b.first) for a, b in pairwise(pieces) if not same_part(a, b) and b.start - a.end < FAR
    )
    return {(last, first) for (_, last, first), times in seen.items() if times > 1}


def anew(chain: Sequence[Piece]) -> Step:
    """The step from the last piece of the cycle to the first, with which it begins anew."""
    return max(piece.last for piece in chain), min(piece.first for piece in chain)


def learnt(weights: Weights, chain: Sequence[Piece], links: Links) -> Weights:
    """The weights, given how often the chain skips a part of the cycle."""
    skips = [b.first - a.last for a, b in pairwise(chain) if (a.last, b.first) not in links]
    follows = len(chain) - 1 - len(skips) + skips.count(0)
    skipped = sum(0 < skip < weights.most_skipped for skip in skips)
    if follows < _SHOWN:
        return weights
    return replace(weights, skip=max(weights.skip, min(_MOST_SKIP, log((follows + 2) / (skipped + 1)))))


def with_overlooked(chain: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """The chain with those of `pieces` that come again and again between the same two of it.

    However well the sentences read with them: an author does not put one word between the same two pieces.
    """
    gaps: dict[tuple[_Key, _Key], list[int]] = {}
    for number, (a, b) in enumerate(pairwise(chain)):
        if b.start - a.end < FAR:
            gaps.setdefault((key(a), key(b)), []).append(number)
    times = Counter(map(key, chain))
    cut = {place for one in times if times[one] > 1 for place in range(*one)}
    inside = _inside(chain, [piece for piece in pieces if cut.isdisjoint((piece.first, piece.last - 1))])
    found = list(chain)
    for numbers in gaps.values():
        rows = [inside.get(number, {}) for number in numbers]
        usual = list(_usual(rows)) if len(rows) > 1 else []
        for best in rows:
            taken: list[Piece] = []
            for piece in (best[one] for one in usual if one in best):
                if not any(piece.start < other.end and other.start < piece.end for other in taken):
                    taken.append(piece)
            found += taken
    found.sort()
    return found


def _inside(chain: Sequence[Piece], pieces: Sequence[Piece]) -> dict[int, dict[_Key, Piece]]:
    """The likeliest place of each piece between two that follow each other in the chain."""
    ends = [piece.end for piece in chain]
    inside: dict[int, dict[_Key, Piece]] = {}
    for piece in pieces:
        number = bisect_right(ends, piece.start) - 1
        if 0 <= number < len(chain) - 1 and piece.end <= chain[number + 1].start:
            best = inside.setdefault(number, {})
            if key(piece) not in best or best[key(piece)].score < piece.score:
                best[key(piece)] = piece
    return inside


def _usual(rows: Sequence[dict[_Key, Piece]]) -> Iterator[_Key]:
    """What stands in most of the rows and more than once, the longest first; no two from one part of the cycle."""
    times = Counter(one for best in rows for one in best)
    scores = {one: sum(best[one].score for best in rows if one in best) for one in times if times[one] > 1}
    taken: list[_Key] = []
    for one in sorted(scores, key=lambda one: (-times[one], one[0] - one[1], -scores[one], one)):
        if 2 * times[one] > len(rows) and not any(one[0] < other[1] and other[0] < one[1] for other in taken):
            taken.append(one)
            yield one


def lexicon(text: str, chain: Sequence[Piece], pieces: Sequence[Piece]) -> Lexicon:
    """The pieces that the page was cut into, as far as they come more than once.

    A piece is the same wherever it comes. So what follows nearly all of its occurrences and is in the title too
    belongs to it.
    """
    groups: dict[_Key, list[Piece]] = {}
    for piece in chain:
        groups.setdefault(key(piece), []).append(piece)
    offered: dict[tuple[int, int], set[str]] = {
        (piece.start, piece.first): set() for group in groups.values() if len(group) > 1 for piece in group
    }
    if not offered:
        return frozenset()
    for start, end, first, _, _ in pieces:
        if (start, first) in offered:
            offered[start, first].add(text[start:end])
    found: set[tuple[int, int, str]] = set()
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
        found.add(
            (
                first,
                last,
                max((s for s, times in surfaces.items() if times >= _USUAL * most), key=lambda s: (len(s), s)),
            )
        )
    return found


def recut(text: str, order: str, pieces: Sequence[Piece], lexicon: Lexicon, weights: Weights) -> list[Piece]:
    """The pieces, given how the page seems to be cut: what is cut otherwise at the same place is less likely.

    A piece that is cut so elsewhere may stand by chance before what goes on as the title, `order`, does.
    """
    cut = {place for first, last, _ in lexicon for place in range(first, last)}
    changed = []
    for piece in pieces:
        start, end, first, last, score = piece
        if (first, last, text[start:end]) in lexicon:
            change = weights.known
            if last - first == end - start and text[end : end + 1] == order[last : last + 1]:
                change -= weights.goes_on_known
        elif first in cut or last - 1 in cut:
            change = weights.cut_otherwise
        else:
            change = weights.unknown if len(lexicon) > 2 else 0.0
        changed.append(Piece(start, end, first, last, score + change))
    return changed


def settled(text: str, chain: Sequence[Piece], pieces: Sequence[Piece], weights: Weights) -> list[Piece]:
    """The chain, with a piece moved to a like place between its neighbours where the text stutters: 山村|村集体.

    An author stutters seldom (药业|业绩), so that it says nothing by itself but where a piece was put that was put in.
    """
    rivals: dict[_Key, list[Piece]] = {}
    for piece in pieces:
        if _stutters(text, piece):
            rivals.setdefault(key(piece), []).append(piece)
    found = list(chain)
    for number, piece in enumerate(chain):
        like = rivals.get(key(piece))
        if not like or _stutters(text, piece):
            continue
        least = found[number - 1].end if number else 0
        most = chain[number + 1].start if number + 1 < len(chain) else len(text)
        for one in like[bisect_left(like, least, key=_START) : bisect_right(like, most, key=_START)]:
            if one.end <= most and one.score + weights.stutters > max(piece.score, found[number].score):
                found[number] = one
    return found


def _stutters(text: str, piece: Piece) -> bool:
    return text[piece.end - 1] == text[piece.end : piece.end + 1]


def key(piece: Piece) -> _Key:
    """From where to where in the cycle the piece comes."""
    return piece.first, piece.last
