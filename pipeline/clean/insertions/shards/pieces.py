"""The places where a text repeats pieces of a title, and what speaks for each of them having been put in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

import numpy as np

from pipeline.clean.characters import Characters, fold
from pipeline.clean.reading import junctions

LONGEST_PIECE = 6
LONGEST_CYCLE = 120


class Piece(NamedTuple):
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
    goes_on: float = -4.0
    goes_on_known: float = -2.5
    comes_from: float = -4.0
    junction: float = 0.36
    entry: float = -0.04
    inside: float = 0.12
    length: float = -0.55
    used_elsewhere: float = -0.7
    in_slots: float = 0.8

    follows: float = 2.5
    most_skipped: int = 6
    skip: float = 0.7
    skip_each: float = 0.4
    wrap: float = -3.2
    anew: float = 1.0
    jump: float = -5.0
    again: float = -6.0
    stutters: float = 2.5
    distance: float = 0.25
    near: float = 60.0
    known: float = 1.1
    cut_otherwise: float = -3.0
    unknown: float = -0.5


WEIGHTS = Weights()

BARE = re.compile(r"[\W_]+")
_SLOT = frozenset(",，、。；;：:！？!?")
_WEAK_SLOT = frozenset("”’》）)」』]\n 和与及了在")
_STOP = frozenset(",，、。；;：:！？!?\n”’")
_CITATION = frozenset("[［")
#: A piece does not end inside a number, nor between one and what it counts.
_UNITS = frozenset(".年月日时元万亿%％个家名人项")
#: Places that score less are not looked at further: before the character model is asked, and after.
_HOPELESS, UNLIKELY, _LEAST = -10.0, -4.0, -7.0
#: Two places at the least of a page with pieces score as much before the character model is asked (of 191: -2.7).
_PLAIN = -3.5


def cycle(title: str, keywords: Sequence[str]) -> str:
    """The title and the keywords, bare of punctuation, as the order in which their characters come round."""
    return "\0".join(BARE.sub("", part) for part in parts(title, keywords))[:LONGEST_CYCLE]


def parts(title: str, keywords: Sequence[str]) -> list[str]:
    """What the cycle is made of, each part once."""
    different: dict[str, str] = {}
    for part in (title, *keywords):
        bare = BARE.sub("", part)
        if len(bare) > 1:
            different.setdefault(bare, part)
    return list(different.values())


def _pairs(text: str, order: str) -> dict[int, list[int]]:
    """Where two characters of the cycle stand in the text, and where in the cycle they do."""
    places: dict[int, list[int]] = {}
    for index in range(len(order) - 1):
        pair = order[index : index + 2]
        if "\0" in pair:
            continue
        position = text.find(pair)
        while position >= 0:
            places.setdefault(position, []).append(index)
            position = text.find(pair, position + 1)
    return places


def candidates(text: str, order: str, weights: Weights = WEIGHTS) -> list[Piece]:
    """Every place where a piece of the cycle might have been put in, with what its surroundings say."""
    places = _pairs(text, order)
    found: list[tuple[int, int, int, int, float, str, bool]] = []
    put: dict[str, int] = {}
    for position in sorted(places):
        before = text[position - 1] if position else "\n"
        slot = before in _SLOT or before == "的"
        left = _behind(before, weights)
        ends: set[int] = set()
        for index in places[position]:
            here = left
            if index and before == order[index - 1]:
                # Amid a clause it is but a part of what the author says in the title's words.
                if not slot:
                    continue
                here += weights.comes_from
            length = _common(position, index, places)
            for end, last, runs in _ends(position, index, length, places):
                surface = text[position:end]
                if slot and end not in ends:
                    ends.add(end)
                    put[surface] = put.get(surface, 0) + 1
                score = here + weights.length * (end - position)
                if runs > 1:
                    score += weights.composed
                elif last - index < length:
                    score += weights.goes_on
                after = text[end : end + 1] or "\n"
                if after in _STOP:
                    score += weights.before_stop
                elif after in _CITATION:
                    score += weights.before_citation
                if (
                    score > _HOPELESS
                    and not (surface[0].isdigit() and before.isdigit())
                    and not (surface[-1].isdigit() and (after.isdigit() or after in _UNITS))
                ):
                    found.append((position, end, index, last, score, surface, slot))
    use = {surface: _use(text.count(surface), put.get(surface, 0), weights) for surface in {one[5] for one in found}}
    return [
        Piece(start, end, first, last, score + use[surface][slot])
        for start, end, first, last, score, surface, slot in found
    ]


def _use(times: int, put: int, weights: Weights) -> tuple[float, float]:
    """What it says that a piece stands so often in the text and so often in slots: out of one, and in one of them."""
    elsewhere = weights.used_elsewhere * log1p(times - put)
    return elsewhere + weights.in_slots * log1p(put), elsewhere + weights.in_slots * log1p(max(0, put - 1))


def _behind(before: str, weights: Weights) -> float:
    """What it says that a place is behind `before`."""
    if before == "的":
        return weights.bias + weights.behind_de
    if before in _SLOT:
        return weights.bias + weights.behind_punctuation
    return weights.bias + (weights.behind_other if before in _WEAK_SLOT else 0.0)


def hopeful(pieces: Sequence[Piece]) -> bool:
    """Whether there are places enough where a piece plainly might have been put in, by their surroundings."""
    return len({piece.start for piece in pieces if piece.score > _PLAIN}) > 1


def read(text: str, pieces: Sequence[Piece], model: Characters, weights: Weights = WEIGHTS) -> list[Piece]:
    """The pieces with what the character model says of the sentence without them; the unlikely are left out."""
    starts = np.array([piece.start for piece in pieces], np.int64)
    ends = np.array([piece.end for piece in pieces], np.int64)
    said = junctions(fold(text), starts, ends, model)
    gains = (
        weights.junction * (said.without - said.with_span) - weights.entry * said.entry - weights.inside * said.inside
    )
    return [
        Piece(start, end, first, last, score + gain)
        for (start, end, first, last, score), gain in zip(pieces, gains.tolist(), strict=True)
        if score + gain > _LEAST
    ]


def _common(position: int, index: int, places: Mapping[int, Sequence[int]]) -> int:
    """How much of the cycle from a place on the text says from a position on; so much of it as can matter."""
    length = 2
    while length <= LONGEST_PIECE and index + length - 1 in places.get(position + length - 1, ()):
        length += 1
    return length


def _ends(position: int, index: int, length: int, places: Mapping[int, Sequence[int]]) -> list[tuple[int, int, int]]:
    """Where a piece that begins here may end: in the text, in the cycle, and in how many runs."""
    ends = [(position + size, index + size, 1) for size in range(2, min(length, LONGEST_PIECE) + 1)]
    for size in range(2, min(length, LONGEST_PIECE - 2) + 1):
        for second in places.get(position + size, ()):
            if second > index + size:
                more = min(_common(position + size, second, places), LONGEST_PIECE - size)
                ends.append((position + size + more, index + size, 2))
    return ends
