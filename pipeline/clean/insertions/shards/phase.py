"""The phase of the cycle: which pieces of a chain come when it is their turn.

A farm puts its pieces in one after the other and begins anew after the last. Once a stretch of the page shows the
order, a word of the title out of its turn is the author's, however well the sentence reads without it.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from pipeline.clean.insertions.shards.pieces import Piece

#: Pieces that may have been overlooked between two that follow each other.
_OVERLOOKED = 2
#: A stretch of so many different pieces in their order shows what the order is; one of fewer shows nothing.
_SHOWN, _LEAST = 4, 3
#: Two pieces have to take turns for so long, because a title of two words does so by chance.
_ALTERNATING = 4
#: A piece that is this much longer than all others took along what follows it.
_LONGER = 1

_Key = tuple[int, int]


def kept(text: str, chain: Sequence[Piece], links: Collection[tuple[int, int]]) -> list[Piece]:
    """The pieces of `chain` that stand in the order of the cycle, given by the title or by repeated `links`."""
    keys = sorted({(piece.first, piece.last) for piece in chain})
    number = {key: place for place, key in enumerate(keys)}

    def follows(one: Piece, other: Piece) -> bool:
        if (one.last, other.first) in links:
            return True
        steps = (number[other.first, other.last] - number[one.first, one.last]) % len(keys)
        return 0 < steps <= min(1 + _OVERLOOKED, max(1, len(keys) // 3))

    stretches: list[list[Piece]] = []
    for piece in chain:
        if stretches and follows(stretches[-1][-1], piece):
            stretches[-1].append(piece)
        else:
            stretches.append([piece])
    longest = max((_different(text, stretch) for stretch in stretches), default=0)
    if longest < _LEAST:
        return [
            piece
            for stretch in stretches
            if len(stretch) >= _ALTERNATING and _different(text, stretch) > 1
            for piece in stretch
        ]
    if longest < _SHOWN:
        return list(chain)
    joined: list[list[Piece]] = []
    for place, stretch in enumerate(stretches):
        following = stretches[place + 1] if place + 1 < len(stretches) else None
        if len(stretch) < _LEAST and joined and following and follows(joined[-1][-1], following[0]):
            continue
        if joined and follows(joined[-1][-1], stretch[0]):
            joined[-1] += stretch
        else:
            joined.append(list(stretch))
    return [piece for stretch in joined if len(stretch) >= _LEAST for piece in stretch]


def _different(text: str, stretch: Sequence[Piece]) -> int:
    return len({text[piece.start : piece.end] for piece in stretch})


def shortened(chain: Sequence[Piece]) -> list[Piece]:
    """The chain, its pieces cut as the page's others are: what reaches farther took a word of the author along.

    A piece that comes again is cut as the page cuts it, however long.
    """
    chain = _as_elsewhere(chain)
    if len(chain) < _SHOWN:
        return chain
    times = Counter(map(_key, chain))
    lengths = {_key(piece): piece.end - piece.start for piece in chain}
    first, second = (*sorted(lengths.values(), reverse=True), 0)[:2]
    result = []
    for piece in chain:
        length, run = piece.end - piece.start, piece.last - piece.first
        longest = second if lengths[_key(piece)] == first else first
        if times[_key(piece)] > 1 or (length - run <= longest if run < length else length <= longest + _LONGER):
            result.append(piece)
        elif 2 <= run < length:
            result.append(piece._replace(end=piece.start + run))
    return result


def _as_elsewhere(chain: Sequence[Piece]) -> list[Piece]:
    """The chain, what begins at one place of the cycle cut everywhere as it is most often, and else at the shortest."""
    lasts: dict[int, dict[int, int]] = {}
    for piece in chain:
        if piece.last - piece.first == piece.end - piece.start:
            found = lasts.setdefault(piece.first, {})
            found[piece.last] = found.get(piece.last, 0) + 1
    usual = {first: min(found, key=lambda last: (-found[last], last)) for first, found in lasts.items()}
    return [
        piece._replace(end=piece.start + usual[piece.first] - piece.first, last=usual[piece.first])
        if piece.last - piece.first == piece.end - piece.start and usual[piece.first] < piece.last
        else piece
        for piece in chain
    ]


def _key(piece: Piece) -> _Key:
    return piece.first, piece.last
