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

Points = npt.NDArray[np.uint32]
Codes = npt.NDArray[np.uint64]
Logs = npt.NDArray[np.float32]

#: Steps to a nat in which log-probabilities and back-off weights are kept.
LOG_STEPS, BACKOFF_STEPS = 16, 32
#: Entries of a bucket of the hash tables.
BUCKET = 4
_ODD, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_HALF, _CODE = np.uint64(29), np.uint64(16)
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


_FOLD = _folding().astype(np.uint64)


def points(text: str) -> Points:
    """The code point of each character of `text`; those beyond the basic plane are as one."""
    return np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), 0xFFFF)


def fold(text: str) -> Codes:
    """A code for each character of `text`: width, digits and Latin letters are folded."""
    return folded(points(text))


def folded(characters: Points) -> Codes:
    """The codes of characters."""
    return _FOLD.take(characters)


def pairs(first: Codes | Points, second: Codes | Points) -> Codes:
    """A key for each pair of codes or for each pair and what follows it."""
    return first << _CODE | second


def _mixed(keys: Codes) -> Codes:
    mixed = keys * _ODD
    mixed ^= mixed >> _HALF
    mixed *= _MIX
    return mixed


def place(keys: Codes, buckets: int) -> tuple[npt.NDArray[np.int64], Codes]:
    """Bucket and fingerprint of each key; `buckets` is a power of two."""
    mixed = _mixed(keys)
    return (mixed >> np.uint64(65 - buckets.bit_length())).view(np.int64), mixed & np.uint64(0xFFFFFF)


class _Table:
    """A hash table. The upper bits of an entry are the fingerprint of its key, the others say what is known of it."""

    def __init__(self, entries: npt.NDArray[np.uint32], known: int):
        self._entries, self._shift = entries, np.uint64(65 - len(entries).bit_length())
        self._bits, self.nothing = np.uint32(known), np.uint32((1 << known) - 1)

    def find(self, mixed: Codes) -> npt.NDArray[np.uint32]:
        """What is known of each key, by how much it falls short of the largest number; `nothing` is that number."""
        wanted = mixed.astype(np.uint32) << self._bits | self.nothing
        entries = self._entries.take((mixed >> self._shift).view(np.int64), axis=0)
        # An entry of another key falls short by more, or by less than nothing, and so by very much more.
        short: npt.NDArray[np.uint32] = wanted[:, None] - entries
        # Two by two is many times faster than the minimum along so short an axis.
        while short.shape[1] > 1:
            short = np.minimum(short[:, ::2], short[:, 1::2])
        return np.minimum(short[:, 0], self.nothing)


class Characters:
    """The model; use `load()`."""

    def __init__(self, unigram: Logs, backoff: Logs, bigram: npt.NDArray[np.uint32], trigram: npt.NDArray[np.uint32]):
        self._unigram, self._backoff = unigram, backoff
        self._bigram, self._trigram = _Table(bigram, 16), _Table(trigram, 8)
        known = self._bigram.nothing - np.arange(1 << 16, dtype=np.uint32)
        self._of_pair = (known >> np.uint32(8)).astype(np.float32) / np.float32(-LOG_STEPS)
        self._weight = (known & np.uint32(0xFF)).astype(np.float32) / np.float32(-BACKOFF_STEPS)
        self._of_three = known[-1 << 8 :].astype(np.float32) / np.float32(-LOG_STEPS)

    def log(self, first: Codes, second: Codes, third: Codes) -> Logs:
        """The natural logarithm of the probability of each `third` after `first` and `second`."""
        before, size = pairs(first, second), len(third)
        mixed = _mixed(np.concatenate([pairs(second, third), before, pairs(before, third)]))
        two, three = self._bigram.find(mixed[: 2 * size]), self._trigram.find(mixed[2 * size :])
        after, known = two[:size], self._of_three.take(three)
        rare = self._backoff.take(second.view(np.int64)) + self._unigram.take(third.view(np.int64))
        low = np.where(after < self._bigram.nothing, self._of_pair.take(after), rare) + self._weight.take(two[size:])
        return np.where(three < self._trigram.nothing, known, low)

    def alone(self, codes: Codes) -> Logs:
        """The natural logarithm of how often each character comes."""
        return self._unigram[codes.astype(np.int64)]


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
