"""The trained reader of lines: a chain over the lines of a page, each the author's or the site's.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with two states: what a line looks like
speaks for one of them, and a line tends to be what its neighbour is. `models/framing.json` holds the weights, in
hundredths, so that sums do not depend on the order of their parts.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.frame.framing.look import ASPECTS, Looks
from pipeline.clean.frame.framing.signs import Keys, keys_of
from pipeline.clean.ledger import probability
from pipeline.errors import DataError
from pipeline.models import path

#: The log odds of a line that rules have taken: it is the site's.
_SURE = 50.0
_SCALE = 100
#: Bits of a place in the table of words.
_BITS = 18


class Model(NamedTuple):
    """Log odds, in hundredths, of a line being the site's, by its words, in the order of what they say (their sum is
    divided by the root of their number), and by each aspect of its shape; log odds for the first line; and the log
    weights of what follows what, from the author's or the site's to either."""

    words: Mapping[str, int]
    shapes: Mapping[str, Sequence[int]]
    first: float
    author_author: float
    author_site: float
    site_author: float
    site_site: float


class Reader(NamedTuple):
    """A model as it is used: weights of words and their keys in a table, weights of shapes in one row."""

    model: Model
    keys: Keys
    words: npt.NDArray[np.int32]
    shapes: npt.NDArray[np.int32]


@lru_cache(maxsize=1)
def load() -> Reader:
    """The trained model. Raises DataError where it is missing or not what the training writes."""
    file = path("framing.json")
    try:
        return reader(Model(**json.loads(file.read_text("utf-8"))))
    except (KeyError, ValueError, TypeError) as error:
        raise DataError(f"{file}: not what pipeline.train.framing writes; check the file out anew") from error


def reader(model: Model) -> Reader:
    """A model ready to be used. Of words that fall on one place of the table the last one, which says most, is kept."""
    keys, words = np.zeros(1 << _BITS, np.uint32), np.zeros(1 << _BITS, np.int32)
    own = keys_of(list(model.words))
    place = own >> np.uint32(32 - _BITS)
    keys[place], words[place] = own, list(model.words.values())
    shapes = [weight for name, size in ASPECTS.items() for weight in _filled(model.shapes[name], size)]
    return Reader(model, keys, words, np.array(shapes, np.int32))


def _filled(weights: Sequence[int], size: int) -> list[int]:
    if len(weights) > size:
        raise ValueError("more weights than an aspect has")
    return [*weights, *[0] * (size - len(weights))]


def odds(looks: Looks, reader: Reader) -> list[float]:
    """The log odds of each line by itself, as if it had no neighbours."""
    place = looks.words >> np.uint32(32 - _BITS)
    said = np.where(reader.keys.take(place) == looks.words, reader.words.take(place), 0)
    words = np.add.reduceat(said, looks.begins) / np.sqrt(looks.counts)
    values = (words + reader.shapes.take(looks.shapes).sum(0)) / _SCALE
    return [_SURE if taken else value for taken, value in zip(looks.taken, values.tolist(), strict=True)]


def probabilities(own: Sequence[float], model: Model) -> list[float]:
    """The probability of each line that it is the site's, given the log odds of all lines by themselves: forwards and
    backwards along the chain. Of the two states only the log odds are passed on.
    """
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
