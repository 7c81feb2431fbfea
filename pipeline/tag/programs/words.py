"""Words of a clause with their parts of speech, as rjieba cuts them."""

from functools import lru_cache
from math import log2
from typing import NamedTuple

import rjieba

from pipeline.tag.programs.lexicon import LAUNCH_VERBS

_LAUNCH = frozenset(LAUNCH_VERBS)


class Word(NamedTuple):
    """A word with its part of speech (ICTCLAS tag) and its place in the text."""

    text: str
    tag: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, with offsets in `text`.

    The word list takes some phrases for one word; a launch verb is one by itself: 联合|推出, 深入|开展.
    """
    result, position = [], start
    for word, tag in rjieba.tag(text[start:end]):
        if len(word) == 4 and word[2:] in _LAUNCH:
            result.append(Word(word[:2], "d", position, position + 2))
            word, tag, position = word[2:], "v", position + 2  # noqa: PLW2901
        result.append(Word(word, tag, position, position + len(word)))
        position += len(word)
    return result


@lru_cache(maxsize=1 << 16)
def known(word: str) -> bool:
    """Whether the word list holds a word."""
    return bool(rjieba.has_word(word))


@lru_cache(maxsize=1 << 16)
def frequency(word: str) -> int:
    """How common a word is: the binary logarithm of its count in the corpus of the word list, rounded down.

    At most 2 for most words that the list lacks.
    """
    return int(log2(max(1, rjieba.suggest_freq(word))))
