"""A small log-linear model that chooses where a name without marks begins, or that there is none.

It ranks the word boundaries before a head noun against each other and against "no name". The
model file is plain: a line of JSON (format, size, digest), then weights as little-endian
half floats, addressed by the CRC-32 of a feature. Training: `pipeline.train.programs`.
"""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from math import exp
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

from pipeline import models
from pipeline.errors import DataError
from pipeline.tag.programs.candidates import Span
from pipeline.tag.programs.features import features, setting, starts

FILE = "programs.bin"
FORMAT = "taosha-programs-1"
#: Number of weights; a power of two.
SIZE = 1 << 17
_COMMAND = f"run `python -m pipeline.train.programs models/{FILE}`"


class Ranker(NamedTuple):
    """Weights by feature slot."""

    weights: tuple[float, ...]

    def best(self, text: str, span: Span) -> tuple[int, float] | None:
        """Index of the word with which the name most probably begins, and the probability; null if none can."""
        behind = setting(text, span)
        scores = [(self.score(features(text, span, start, behind)), start) for start in starts(span)]
        if not scores:
            return None
        score, start = max(scores)
        top = max(0.0, score)
        whole = exp(-top) + sum(exp(other - top) for other, _ in scores)
        return start, exp(score - top) / whole

    def score(self, names: Iterable[str]) -> float:
        """The sum of the weights of some features."""
        weights = self.weights
        return sum([weights[slot(name)] for name in names])


@lru_cache(maxsize=1 << 16)
def slot(feature: str) -> int:
    """The place of a feature's weight."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & (SIZE - 1)


def dump(weights: Iterable[float]) -> bytes:
    """The bytes of a model file."""
    data = pack(f"<{SIZE}e", *weights)
    card = {"format": FORMAT, "size": SIZE, "sha256": sha256(data).hexdigest()}
    return json.dumps(card).encode() + b"\n" + data


def parse(data: bytes) -> Ranker:
    """A ranker from the bytes of a model file. Raises DataError if they are not what their first line says."""
    first, _, weights = data.partition(b"\n")
    try:
        card = json.loads(first)
        expected = (card["format"], card["size"], card["sha256"])
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{FILE} is no model of programme names: {_COMMAND}") from error
    if expected != (FORMAT, SIZE, sha256(weights).hexdigest()) or len(weights) != 2 * SIZE:
        raise DataError(f"{FILE} is damaged or of another version: {_COMMAND}")
    return Ranker(unpack(f"<{SIZE}e", weights))


@cache
def ranker() -> Ranker:
    """The trained ranker. Raises DataError if it is missing or damaged."""
    return parse(models.path(FILE).read_bytes())
