"""Whether a chain of pieces was put in or is a chance of the author's own words, which he takes from his title too.

The weights are those of a logistic regression on the best chains of newspaper articles and of reports, clean and
with two to eight pieces put in.
"""

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from math import log1p
from typing import NamedTuple

import rjieba

from pipeline.clean.insertions.shards.pieces import BARE, Piece, parts

_SLOTS = frozenset("，,、。的；;")


class _Evidence(NamedTuple):
    """What speaks for a chain, or the weight of it."""

    bias: float
    #: What its places and its order are worth together, in nats.
    total: float
    #: How many of its pieces begin or end inside a word of the title, as no author cuts it.
    broken: float
    #: How many places for a piece are left empty between two (mean of the logarithms).
    empty: float
    #: How often its pieces stand on the page besides (mean of the logarithms).
    elsewhere: float
    #: The least likely of its pieces.
    least: float
    #: How many of its pieces stand in it already.
    again: float


_WEIGHTS = _Evidence(bias=2.1, total=0.27, broken=0.43, empty=-1.2, elsewhere=-1.4, least=0.54, again=-0.35)


def value(text: str, title: str, keywords: Sequence[str], chain: Sequence[Piece], total: float) -> float:
    """The log-odds that `chain`, made of `title` and `keywords`, was put into `text`.

    `total` is what its places and its order are worth.
    """
    surfaces = [text[piece.start : piece.end] for piece in chain]
    inside = inside_words(title, keywords)
    own = Counter(surfaces)
    evidence = _Evidence(
        bias=1.0,
        total=total,
        broken=sum((piece.first in inside) + (piece.last in inside) for piece in chain),
        empty=sum(_empty(text[a.end : b.start]) for a, b in pairwise(chain)) / (len(chain) - 1),
        elsewhere=sum(times * log1p(max(0, text.count(surface) - times)) for surface, times in own.items())
        / len(surfaces),
        least=min(piece.score for piece in chain),
        again=len(surfaces) - len(own),
    )
    return sum(weight * measure for weight, measure in zip(_WEIGHTS, evidence, strict=True))


def _empty(between: str) -> float:
    return log1p(max(0, sum(map(between.count, _SLOTS)) - 1))


def inside_words(title: str, keywords: Sequence[str]) -> Set[int]:
    """The places of the cycle that lie inside a word."""
    inside: set[int] = set()
    position = 0
    for part in parts(title, keywords):
        for word in rjieba.cut(part):
            length = len(word if word.isalnum() else BARE.sub("", word))
            inside.update(range(position + 1, position + length))
            position += length
        position += 1
    return inside
