"""Whole clauses of the title and long stretches of it, put between the words of the text.

An author may say a clause of his title once more as it stands, but not twice: of 1,500 articles none does. Names and
terms of seven characters and more he does repeat, amid his clauses and where the sentence needs them; what was put in
stands behind marks, and the sentence reads better without it.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from pipeline.clean.characters import Characters, fold
from pipeline.clean.insertions.ads import with_comma
from pipeline.clean.insertions.shards import verdict
from pipeline.clean.insertions.shards.pieces import BARE, LONGEST_PIECE, cycle
from pipeline.clean.ledger import Cut, probability
from pipeline.clean.reading import junctions

#: What parts the clauses of a title; a list of names is one.
_PARTED = re.compile(r"[，,：:；;！!？?。\s—|｜_]+")
_STOPS = "，,。；;：:！!？?\n"
#: A shorter clause may be a name; so many times it is nobody's own.
_SHORTEST, _AGAIN = 6, 2
#: How surely such a clause was put in.
_SURE = 0.95
#: Long pieces are longer than those that `shards` knows; how many places of them are looked at.
_LONG, _MOST = LONGEST_PIECE + 1, 1000
_SLOT = "，,、。；;：:！!？?的"
#: What a sentence may lose at a place without the piece that was put in there, in nats.
_LOSS = -4.0
#: More often says no more of a piece that may be a name.
_OFTEN = 3
#: What it is worth beside the mean gain that such a piece ends within a word of the title, as no name does, or goes
#: across what parts its clauses, how often it comes, and how often it stands elsewhere.
_BIAS, _BROKEN, _ACROSS, _TIMES, _ELSEWHERE = -10.0, 4.0, 6.0, 2.0, -3.0


def find(text: str, title: str, model: Characters) -> list[Cut]:
    """What stands again and again of the clauses of a `title` of several and of its long stretches."""
    clauses = _clauses(text, title)
    return sorted([*clauses, *(cut for cut in _long(text, title, model) if not _within(cut, clauses))])


def _clauses(text: str, title: str) -> list[Cut]:
    """The clauses of a title of several between those of the text."""
    parts = [part for part in _PARTED.split(title) if part]
    cuts = []
    for clause in dict.fromkeys(parts) if len(parts) > 1 else ():
        places = _between(text, clause) if len(clause) >= _SHORTEST else []
        if len(places) >= _AGAIN:
            cuts += [
                Cut(with_comma(text, start, start + len(clause)), start + len(clause), "shard", "title-clause", _SURE)
                for start in places
            ]
    return cuts


def _between(text: str, clause: str) -> list[int]:
    """Where a clause stands between marks, but for lines of its own, which are headings."""
    places = []
    start = text.find(clause)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(clause) : start + len(clause) + 1]
        if before and after and before in _STOPS and after in _STOPS and (before, after) != ("\n", "\n"):
            places.append(start)
        start = text.find(clause, start + len(clause))
    return places


def _long(text: str, title: str, model: Characters) -> list[Cut]:
    """Long stretches of the title that were put behind marks."""
    cuts = []
    inside = verdict.inside_words(title, ())
    parted = set(accumulate(len(BARE.sub("", part)) for part in _PARTED.split(title)))
    for (piece, first), places in _stretches(text, cycle(title, ())).items():
        slots = [place for place in places if text[place - 1 : place] in _SLOT and place]
        if len(slots) < _AGAIN:
            continue
        starts = np.array(slots, np.int64)
        said = junctions(fold(text), starts, starts + len(piece), model)
        gains = dict(zip(slots, (said.without - said.with_span).tolist(), strict=True))
        put = [place for place in slots if gains[place] > _LOSS]
        if len(put) < _AGAIN:
            continue
        mean = sum(gains.values()) / len(gains)
        last = first + len(piece)
        broken = (first in inside) + (last in inside)
        across = any(first < place < last for place in parted)
        # What is whole may be a name, and a name is said often.
        times = len(put) if broken or across else min(len(put), _OFTEN)
        value = mean + _BIAS + _BROKEN * broken + _ACROSS * across
        value += _TIMES * times + _ELSEWHERE * (len(places) - len(put))
        score = round(probability(value), 3)
        cuts += [
            Cut(with_comma(text, place, place + len(piece)), place + len(piece), "shard", "title-long", score)
            for place in put
        ]
    return cuts


def _stretches(text: str, order: str) -> dict[tuple[str, int], list[int]]:
    """Where the text says long stretches of the title, as long as they are in both, and where in it they begin."""
    found: dict[tuple[str, int], list[int]] = {}
    looked: set[str] = set()
    for index in range(len(order) - _LONG + 1):
        first = order[index : index + _LONG]
        if first in looked:
            continue
        looked.add(first)
        start, number = text.find(first), 0
        while start >= 0 and number < _MOST:
            end, last = start + _LONG, index + _LONG
            if not (index and start and text[start - 1] == order[index - 1]):
                while last < len(order) and text[end : end + 1] == order[last]:
                    end, last = end + 1, last + 1
                found.setdefault((text[start:end], index), []).append(start)
            start, number = text.find(first, end), number + 1
    return found


def _within(cut: Cut, others: Sequence[Cut]) -> bool:
    return any(other.start < cut.end and cut.start < other.end for other in others)
