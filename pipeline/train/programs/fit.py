"""Fits the ranker: maximum likelihood of the right start, or of no name, with AdaGrad and a little decay."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.tag.programs.candidates import Span, spans
from pipeline.tag.programs.features import features, setting, starts, worth_ranking
from pipeline.tag.programs.ranker import SIZE, slot
from pipeline.train.programs.made import Example

RATE = 0.15
DECAY = 1e-3
#: Sixteenths of the features that a step does not see.
DROPPED = 4


class Choice(NamedTuple):
    """The slots of each possible start of a name, and which is right; -1 for none."""

    slots: list[NDArray[np.int64]]
    right: int
    weight: float


def choices(examples: Iterable[Example], weight: float = 1.0) -> list[Choice]:
    """What the ranker has to decide in some sentences."""
    found = []
    for text, names in examples:
        starting = {end: start for start, end in names}
        for span in spans(text, []):
            name = starting.get(span.end)
            if name is None and any(start < span.end <= end for start, end in names):
                continue
            if not worth_ranking(span):
                continue
            places = list(starts(span))
            right = -1
            if name is not None:
                right = next((n for n, place in enumerate(places) if span.before[place].start == name), -2)
            if places and right != -2:
                behind = setting(text, span)
                found.append(Choice([_slots(text, span, place, behind) for place in places], right, weight))
    return found


def _slots(text: str, span: Span, place: int, behind: str) -> NDArray[np.int64]:
    return np.array([slot(name) for name in features(text, span, place, behind)], dtype=np.int64)


def fit(data: Sequence[Choice], epochs: int, seed: int) -> NDArray[np.float64]:
    """The weights that make the right choices most probable."""
    weights = np.zeros(SIZE)
    squares = np.full(SIZE, 1e-2)
    order = list(range(len(data)))
    random = Random(seed)
    for _ in range(epochs):
        random.shuffle(order)
        for index in order:
            _step(_dropped(data[index], random), weights, squares)
    return weights


def _dropped(choice: Choice, random: Random) -> Choice:
    """The choice with some features unseen, the same ones at every start: so that none is relied on alone."""
    salt = random.getrandbits(16)
    return choice._replace(
        slots=[slots[((slots * 40503 + salt * 9973) >> 4) % 16 >= DROPPED] for slots in choice.slots]
    )


def _step(choice: Choice, weights: NDArray[np.float64], squares: NDArray[np.float64]) -> None:
    scores = np.array([0.0, *(weights[slots].sum() for slots in choice.slots)])
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    for place, slots in enumerate(choice.slots):
        slope = choice.weight * (odds[place + 1] - (place == choice.right))
        if abs(slope) > 1e-3:
            gradient = slope + DECAY * weights[slots]
            squares[slots] += gradient * gradient
            weights[slots] -= RATE * gradient / np.sqrt(squares[slots])
