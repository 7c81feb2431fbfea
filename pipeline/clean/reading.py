"""How a text reads with a span and without it, by the character model."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Characters, Codes, Logs, pairs

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
    inside: npt.NDArray[np.float64]


def junctions(codes: Codes, start: npt.NDArray[np.int64], end: npt.NDArray[np.int64], model: Characters) -> Junctions:
    """What the model says of a text, by its codes, around each span from `start` to `end`.

    The text is read once; of what stands together without a span only the two characters behind it are read anew.
    """
    text = np.concatenate([_EDGE, codes, _EDGE])
    behind = text.take(end + 2)
    two = pairs(text[:-1], text[1:])
    joined = pairs(text.take(start + 1), behind)
    size = len(two)
    logs, weights = model.after_one(np.concatenate([two, joined]))
    logs = model.after_two(
        np.concatenate([pairs(two[:-1], text[2:]), pairs(two.take(start), behind), pairs(joined, text.take(end + 3))]),
        np.concatenate(
            [
                logs[1:size] + weights[: size - 1],
                logs[size:] + weights.take(start),
                logs.take(end + 2) + weights[size:],
            ]
        ),
    )
    total = np.concatenate([[0], logs[: size - 1].cumsum(dtype=np.float64)])
    return Junctions(
        with_span=logs.take(end) + logs.take(end + 1),
        without=logs[size - 1 : size - 1 + len(start)] + logs[size - 1 + len(start) :],
        entry=logs.take(start) + logs.take(start + 1),
        inside=total.take(end) - total.take(start),
    )
