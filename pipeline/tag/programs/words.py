"""Words of a clause with their parts of speech, as rjieba cuts them."""

from functools import lru_cache
from typing import NamedTuple

import rjieba


class Word(NamedTuple):
    """A word with its part of speech (ICTCLAS tag) and its place in the text."""

    text: str
    tag: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, with offsets in `text`."""
    result, position = [], start
    for word, tag in rjieba.tag(text[start:end]):
        result.append(Word(word, tag, position, position + len(word)))
        position += len(word)
    return result


@lru_cache(maxsize=1 << 16)
def known(word: str) -> bool:
    """Whether the word list holds a word."""
    return bool(rjieba.has_word(word))
