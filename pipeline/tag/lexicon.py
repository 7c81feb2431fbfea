"""Word lists as they are written in the rules of this room, and patterns made from them."""

import re
from collections.abc import Iterable


def listed(words: str) -> list[str]:
    """The words of a list that is written with spaces and line breaks between them."""
    return words.split()


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, so that none hides behind its beginning."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
