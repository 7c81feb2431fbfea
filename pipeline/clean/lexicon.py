"""Finds the words of grey trades in a text, whatever disguises them character for character."""

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Codes, fold
from pipeline.clean.trades import WEIGHT
from pipeline.errors import DataError

_SIZE = 1 << 18


class Word(NamedTuple):
    """A trade word of the text."""

    start: int
    end: int
    weight: int


def _slots(first: Codes, second: Codes) -> npt.NDArray[np.int64]:
    return ((first * np.uint64(0x9E37) + second * np.uint64(0x85EB)) & np.uint64(_SIZE - 1)).astype(np.int64)


@cache
def _index() -> tuple[npt.NDArray[np.bool_], dict[str, tuple[str, ...]]]:
    """Which pairs of characters begin a word, by hash, and the words by the pair, the longest first."""
    begins: dict[str, list[str]] = {}
    for word in WEIGHT:
        if len(word) < 2:
            raise DataError(f"trades.toml: {word!r} is too short to be looked for")
        begins.setdefault(word[:2], []).append(word)
    codes = fold("".join(begins))
    table = np.zeros(_SIZE, np.bool_)
    table[_slots(codes[::2], codes[1::2])] = True
    return table, {pair: tuple(sorted(words, key=len, reverse=True)) for pair, words in begins.items()}


def words(text: str, codes: Codes) -> list[Word]:
    """The trade words of `text` from left to right, at each place the longest; `codes` is the folded text."""
    table, begins = _index()
    found: list[Word] = []
    free = 0
    for place in np.flatnonzero(table[_slots(codes[:-1], codes[1:])]).tolist():
        if place < free:
            continue
        for word in begins.get(text[place : place + 2], ()):
            if text.startswith(word, place):
                free = place + len(word)
                found.append(Word(place, free, WEIGHT[word]))
                break
    return found
