"""How a text reads with a span and without it, by the character model."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.clean.characters import Characters, Logs, fold

_EDGE = np.full(2, ord("\n"), np.uint64)


class Junctions(NamedTuple):
    """Log-probabilities around spans, an element a span."""

    #: The two characters behind the span, where they stand.
    with_span: Logs
    #: The same behind what stands before the span.
    without: Logs
    #: The first two characters of the span behind what stands before it.
    entry: Logs
    #: All characters of the span.
    inside: Logs


def junctions(text: str, spans: Sequence[tuple[int, int]], model: Characters) -> Junctions:
    """What the model says of `text` around each of `spans`; only what is near a span is looked at."""
    codes = np.concatenate([_EDGE, fold(text), _EDGE])
    places = np.asarray(spans, np.int64).reshape(-1, 2)
    start, end = places[:, 0], places[:, 1]
    size = len(codes) - 2
    steps = np.bincount(start, minlength=size + 5) - np.bincount(end + 2, minlength=size + 5)
    near = np.flatnonzero(np.cumsum(steps[:size]))
    count = len(near)
    logs = model.log(
        np.concatenate([codes[near], codes[start], codes[start + 1]]),
        np.concatenate([codes[near + 1], codes[start + 1], codes[end + 2]]),
        np.concatenate([codes[near + 2], codes[end + 2], codes[end + 3]]),
    )
    here = np.zeros(len(codes) + 1, np.float32)
    here[near] = logs[:count]
    total = np.concatenate([[0], np.cumsum(here)])
    size = len(start)
    return Junctions(
        with_span=here[end] + here[end + 1],
        without=logs[count : count + size] + logs[count + size :],
        entry=here[start] + here[start + 1],
        inside=(total[end] - total[start]).astype(np.float32),
    )
