"""The trained reader of lines: a chain over the lines of a page, each the author's or the site's.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with two states: what a line looks like
speaks for one of them, and a line tends to be what its neighbour is. `models/framing.json` holds the weights.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from math import exp, log, sqrt
from typing import NamedTuple

from pipeline.clean.frame.framing.look import Look
from pipeline.clean.ledger import probability
from pipeline.errors import DataError
from pipeline.models import path

#: The log odds of a line that rules have taken: it is the site's.
_SURE = 50.0


class Model(NamedTuple):
    """Log odds of a line being the site's: by its words (their sum is divided by the root of their number), by its
    shape, for the first line; and the log weights of what follows what, from the author's or the site's to either."""

    words: Mapping[str, float]
    shape: Mapping[str, float]
    first: float
    author_author: float
    author_site: float
    site_author: float
    site_site: float


@lru_cache(maxsize=1)
def load() -> Model:
    """The trained model. Raises DataError where it is missing or not what the training writes."""
    file = path("framing.json")
    try:
        return Model(**json.loads(file.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise DataError(f"{file}: not what pipeline.train.framing writes; check the file out anew") from error


def odds(line: Look | None, model: Model) -> float:
    """The log odds of a line by itself, as if it had no neighbours."""
    if line is None:
        return _SURE
    words: float = sum(map(model.words.get, line.words, repeat(0.0)))
    shape: float = sum(map(model.shape.get, line.shape, repeat(0.0)))
    return words / sqrt(len(line.words)) + shape


def probabilities(looks: Sequence[Look | None], model: Model) -> list[float]:
    """The probability of each line that it is the site's, given all lines: forwards and backwards along the chain.

    Of the two states only the log odds are passed on. None stands for a line that is the site's for certain.
    """
    own = [odds(line, model) for line in looks]
    author, site, enters, leaves = map(
        exp, (model.author_author, model.site_site, model.author_site, model.site_author)
    )
    forwards = []
    said = model.first
    for value in own:
        forwards.append(value + said)
        said = _passed(forwards[-1], author, site, enters, leaves)
    found = []
    said = 0.0
    for value, before in zip(reversed(own), reversed(forwards), strict=True):
        found.append(probability(before + said))
        said = _passed(value + said, author, site, leaves, enters)
    return found[::-1]


def _passed(odds: float, author: float, site: float, from_author: float, from_site: float) -> float:
    """What a line with these log odds says of its neighbour, in log odds.

    `author` and `site` are the weights of two lines of one kind, `from_author` that of a step from the author's line to
    the site's, in the direction of the passing, `from_site` that of a step from the site's to the author's.
    """
    weight = exp(max(-_SURE, min(_SURE, odds)))
    return log((from_author + weight * site) / (author + weight * from_site))
