"""A character model of clean Chinese: how probable a character is after the two before it.

An interpolated trigram with back-off, in hash tables of quantised logarithms, so that a page is scored by a
handful of array operations. It is trained by `pipeline.train.characters` and kept in `models/characters.npz`.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from pipeline import models
from pipeline.errors import DataError

Codes = npt.NDArray[np.uint64]
Logs = npt.NDArray[np.float32]

#: Steps to a nat in which log-probabilities and back-off weights are kept.
LOG_STEPS, BACKOFF_STEPS = 16, 32
#: Entries of a bucket of the hash tables.
BUCKET = 4
_ODD, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_ARRAYS = {"unigram", "backoff", "bigram", "trigram"}


def _folding() -> npt.NDArray[np.uint16]:
    table = np.arange(0x10000, dtype=np.uint16)
    table[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)
    table[ord("0") : ord("9") + 1] = table[0xFF10:0xFF1A] = ord("0")
    for first in (ord("a"), ord("A"), 0xFF21, 0xFF41):
        table[first : first + 26] = ord("a")
    for same, mark in zip("，；：？！（）\u3000\xa0\t\r", ",;:?!()    ", strict=True):
        table[ord(same)] = ord(mark)
    return table


_FOLD = _folding()


def fold(text: str) -> Codes:
    """A code for each character of `text`: width, digits and Latin letters are folded."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _FOLD[np.minimum(points, 0xFFFF)].astype(np.uint64)


def place(keys: Codes, buckets: int) -> tuple[npt.NDArray[np.int64], Codes]:
    """Bucket and fingerprint of each key; `buckets` is a power of two."""
    mixed = keys * _ODD
    mixed ^= mixed >> np.uint64(29)
    mixed *= _MIX
    return (mixed >> np.uint64(65 - buckets.bit_length())).astype(np.int64), mixed & np.uint64(0xFFFFFF)


def _entries(table: npt.NDArray[np.uint32], keys: Codes, shift: int) -> npt.NDArray[np.uint32]:
    """The entry of each key in a hash table, 0 where it has none; above `shift` bits an entry has the fingerprint."""
    bucket, print_ = place(keys, len(table))
    entries = table.take(bucket, axis=0)
    wanted = (print_ & np.uint64(0xFFFFFFFF >> shift)).astype(np.uint32)
    found = np.where((entries >> np.uint32(shift)) == wanted[:, None], entries, 0)
    # Two by two is many times faster than the maximum along so short an axis.
    while found.shape[1] > 1:
        found = np.maximum(found[:, ::2], found[:, 1::2])
    return found[:, 0]


class Characters:
    """The model; use `load()`."""

    def __init__(self, unigram: Logs, backoff: Logs, bigram: npt.NDArray[np.uint32], trigram: npt.NDArray[np.uint32]):
        self._unigram, self._backoff, self._bigram, self._trigram = unigram, backoff, bigram, trigram

    def log(self, first: Codes, second: Codes, third: Codes) -> Logs:
        """The natural logarithm of the probability of each `third` after `first` and `second`."""
        pairs = np.concatenate([second << np.uint64(16) | third, first << np.uint64(16) | second])
        entry, before = np.split(_entries(self._bigram, pairs, 16), 2)
        low = np.where(
            entry > 0,
            (entry >> np.uint32(8) & np.uint32(0xFF)).astype(np.float32) / -LOG_STEPS,
            self._backoff[second] + self._unigram[third],
        )
        low += np.where(before > 0, (before & np.uint32(0xFF)).astype(np.float32) / -BACKOFF_STEPS, 0)
        entry = _entries(self._trigram, first << np.uint64(32) | second << np.uint64(16) | third, 8)
        high = (entry & np.uint32(0xFF)).astype(np.float32) / -LOG_STEPS
        return np.where(entry > 0, high, low).astype(np.float32)

    def text(self, codes: Codes) -> Logs:
        """The log-probability of each character of a text after the two before it; a text begins after a line break."""
        padded = np.concatenate([np.full(2, ord("\n"), np.uint64), codes])
        return self.log(padded[:-2], padded[1:-1], padded[2:])


@cache
def load() -> Characters:
    """The trained model.

    Raises DataError if it is missing or is not what `pipeline.train.characters` writes.
    """
    path = models.path("characters.npz")
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (ValueError, OSError) as error:
        raise DataError(
            f"{path}: not a model file; run `python -m pipeline.train.characters models/characters.npz`"
        ) from error
    if set(arrays) != _ARRAYS or len(arrays["unigram"]) != 0x10000:
        raise DataError(f"{path}: no character model; run `python -m pipeline.train.characters models/characters.npz`")
    return model(arrays)


def model(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Characters:
    """The model of the arrays that training makes."""
    return Characters(
        arrays["unigram"].astype(np.float32),
        arrays["backoff"].astype(np.float32),
        arrays["bigram"].reshape(-1, BUCKET).astype(np.uint32),
        arrays["trigram"].reshape(-1, BUCKET).astype(np.uint32),
    )
