"""How a text reads with a span and without it, by the character model."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Characters, Codes

Values = npt.NDArray[np.float64]
_EDGE = np.full(2, ord("\n"), np.uint64)


class Junctions(NamedTuple):
    """Log-probabilities around spans, an element a span."""

    #: The two characters behind the span, where they stand.
    with_span: Values
    #: The same behind what stands before the span.
    without: Values
    #: The first two characters of the span behind what stands before it.
    entry: Values
    #: All characters of the span.
    inside: Values


def junctions(codes: Codes, start: npt.NDArray[np.int64], end: npt.NDArray[np.int64], model: Characters) -> Junctions:
    """What the model says of a text, by its codes, around each span from `start` to `end`; only what is near a span is
    looked at."""
    text = np.concatenate([_EDGE, codes, _EDGE])
    size = len(text) - 2
    steps = np.bincount(start, minlength=size + 3) - np.bincount(end + 2, minlength=size + 3)
    near = steps.cumsum()[:size].nonzero()[0]
    one, two, behind = text.take(start), text.take(start + 1), text.take(end + 2)
    logs = model.log(
        np.concatenate([text.take(near), one, two]),
        np.concatenate([text.take(near + 1), two, behind]),
        np.concatenate([text.take(near + 2), behind, text.take(end + 3)]),
    )
    count, spans = len(near), len(start)
    here = np.zeros(size + 1)
    here[near] = logs[:count]
    total = np.zeros(size + 2)
    here.cumsum(out=total[1:])
    return Junctions(
        with_span=here.take(end) + here.take(end + 1),
        without=(logs[count : count + spans] + logs[count + spans :]).astype(np.float64),
        entry=here.take(start) + here.take(start + 1),
        inside=total.take(end) - total.take(start),
    )
