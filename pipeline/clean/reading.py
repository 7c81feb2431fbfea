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
    #: The first two characters of the span, wherever they may stand.
    alone: Values
    #: The two characters behind the span, wherever they may stand.
    alone_behind: Values


def junctions(codes: Codes, start: npt.NDArray[np.int64], end: npt.NDArray[np.int64], model: Characters) -> Junctions:
    """What the model says of a text, by its codes, around each span from `start` to `end`.

    The spans are sorted by where they start; only what is near one is looked at.
    """
    text = np.concatenate([_EDGE, codes, _EDGE])
    one, two, behind = text.take(start), text.take(start + 1), text.take(end + 2)
    last = text.take(end + 3)
    # The stretches of text near spans are put one behind the other; what lies between them is skipped.
    reach = np.maximum.accumulate(end + 2)
    skipped = np.maximum(start[1:] - reach[:-1], 0)
    shift = np.empty_like(start)
    shift[0] = start[0]
    shift[1:] = skipped.cumsum() + start[0]
    count = int(reach[-1] - shift[-1])
    start, end = start - shift, end - shift
    near = np.ones(count, np.int64)
    far = skipped.nonzero()[0]
    near[start.take(far + 1)] += skipped.take(far)
    near[0] = shift[0]
    near = near.cumsum()
    logs = model.log(
        np.concatenate([text.take(near), one, two]),
        np.concatenate([text.take(near + 1), two, behind]),
        np.concatenate([text.take(near + 2), behind, last]),
    )
    spans = len(start)
    total = np.zeros(count + 1)
    total[1:] = logs[:count]
    total.cumsum(out=total)
    entered, inside, left = total.take(start), total.take(end), total.take(end + 2)
    return Junctions(
        with_span=left - inside,
        without=(logs[count : count + spans] + logs[count + spans :]).astype(np.float64),
        entry=total.take(start + 2) - entered,
        inside=inside - entered,
        alone=(model.alone(one) + model.alone(two)).astype(np.float64),
        alone_behind=(model.alone(behind) + model.alone(last)).astype(np.float64),
    )
