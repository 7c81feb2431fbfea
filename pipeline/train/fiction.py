"""Fits what decides on sentences of novels: `python -m pipeline.train.fiction models/fiction.json FOLDER...`.

How much a character is narration's is its frequency in the generator's sentences of novels against newspaper text.
The measures are weighed by a logistic regression: sentences put into newspaper articles and into the articles of the
folders, each measured with characters counted in other sentences, against every sentence that stands in those
articles, in shop reviews, and on pages with stories of their own (`stories.txt`).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from pipeline.clean import characters
from pipeline.clean.characters import Characters, fold
from pipeline.clean.insertions.fiction.narration import COMMAS, NAMES, Vector, is_han, measured
from pipeline.corrupt.insertions import spam
from pipeline.corrupt.phrases import novels
from pipeline.train.characters import articles, newspaper, reviews, words
from pipeline.train.insertions import logistic
from pipeline.train.pages import Article, written

#: How often a character has to come in news and books to say something; how far books are trusted, and what they weigh
#: against the sentences; what a character may say at most, in nats, and in which steps it is kept.
_SEEN, _TRUST, _WEIGHT, _MOST, _STEPS = 3.0, 0.8, 2.0, 2.5, 10
#: Sentences are measured with the characters of the others, in so many parts.
_FOLDS = 5
#: Lines of newspaper text and reviews that make a page; one review of so many is shown.
_LINES, _REVIEWS = 12, 7
#: How often an article of today and a page with a story is shown; one page of so many is taken to have been spoiled.
_MODERN, _STORIES, _SPOILED = 4, 4, 10


def register(sentences: Sequence[str], news: Counter[str], books: Counter[str]) -> Vector:
    """How much each character is narration's, by its code: the logarithm of how much more often it comes there.

    Where the sentences are too few to say, a character is taken to be narration's as far as it is of books.
    """
    counts = Counter(character for sentence in sentences for character in sentence if is_han(character))
    share, part = counts.total() / news.total(), news.total() / books.total()
    table = np.zeros(0x10000)
    for character in sorted(counts.keys() | news.keys() | books.keys()):
        bookish = (books[character] * part + _SEEN) / (news[character] + _SEEN)
        expected = (news[character] + 0.5) * share
        value = np.log((counts[character] + _WEIGHT * bookish**_TRUST) / (expected + _WEIGHT))
        table[ord(character)] = round(float(np.clip(value, -_MOST, _MOST)) * _STEPS) / _STEPS
    return table


def stories() -> list[Article]:
    """Pages with stories that are their authors' own."""
    pages = files(__package__).joinpath("stories.txt").read_text("utf-8").strip().split("\n\n")
    return [(title, paragraphs) for title, *paragraphs in (page.split("\n") for page in pages)]


def alone(pages: Sequence[Article]) -> list[Article]:
    """Of each page as many as it has lines that only tell, each with one of them between those that report."""
    told = [
        (page, number)
        for page in pages
        for number, line in enumerate(page[1])
        if not any(character.isdigit() for character in line)
    ]
    return [
        (page[0], [line for n, line in enumerate(page[1]) if n == number or (page, n) not in told])
        for page, number in told
    ]


def _pages(lines: Sequence[str]) -> Iterator[Article]:
    return (("", list(lines[first : first + _LINES])) for first in range(0, len(lines), _LINES))


def _spoiled(
    pages: Sequence[Article], sentences: Sequence[str], tables: Sequence[Vector], model: Characters
) -> Iterator[Vector]:
    """The measures of the sentences put into pages; `tables` are of the sentences without each part, and of all."""
    fold_of = {sentence: number % _FOLDS for number, sentence in enumerate(sentences)}
    for number, (title, paragraphs) in enumerate(pages):
        page = spam(title, paragraphs, number, ways=("novel",))
        codes = fold(page.raw_text)
        said = tables[-1][codes]
        for one in page.insertions:
            said[one.start : one.end] = tables[fold_of[one.text]][codes[one.start : one.end]]
        put = {(one.start, one.end) for one in page.insertions}
        found = measured(page.raw_text, codes, said, model)
        for span, row in zip(found.spans, found.rows, strict=True):
            if span in put:
                yield row


def _whole(text: str, table: Vector, model: Characters) -> Iterator[Vector]:
    """The measures of whole sentences: clauses behind commas are judged by what is learned from these."""
    codes = fold(text)
    found = measured(text, codes, table[codes], model)
    for (start, _), row in zip(found.spans, found.rows, strict=True):
        if text[start - 1 : start] not in COMMAS:
            yield row


def fit(
    modern: Sequence[Article], sentences: Sequence[str], model: Characters
) -> dict[str, dict[str, float] | dict[str, str]]:
    """The characters by what they say, and the weights of the measures by name."""
    lines = [*newspaper("train"), *newspaper("fit")]
    background = Counter(character for line in lines for character in line if is_han(character))
    books = Counter[str]()
    for word, weight in words():
        books.update({character: weight * word.count(character) for character in set(word) if is_han(character)})
    parts = [[one for n, one in enumerate(sentences) if n % _FOLDS != left_out] for left_out in range(_FOLDS)]
    tables = [register(part, background, books) for part in (*parts, sentences)]

    news = [*articles("fit"), *articles("train"), *_pages(lines), *_MODERN * list(modern)]
    told = [*_STORIES * [*stories(), *alone(stories())], *_pages(list(reviews())[::_REVIEWS])]
    spoiled = list(_spoiled(news, sentences, tables, model))
    texts = ["\n".join([title, *paragraphs]) for title, paragraphs in [*news, *told]]
    clean = [row for text in texts for row in _whole(text, tables[-1], model)]
    weights = logistic(np.array([*spoiled, *clean]), np.repeat([1.0, 0.0], [len(spoiled), len(clean)]), ridge=3.0)
    weights[0] += np.log(len(texts) / _SPOILED / len(spoiled))
    return {
        "weights": {name: round(float(value), 4) for name, value in zip(NAMES, weights, strict=True)},
        "characters": _by_value(tables[-1]),
    }


def _by_value(table: Vector) -> dict[str, str]:
    said: dict[float, str] = {}
    for code in np.flatnonzero(table).tolist():
        value = float(table[code])
        said[value] = said.get(value, "") + chr(code)
    return {str(value): said[value] for value in sorted(said)}


def main(path: str, *folders: str) -> None:
    """Fits on newspaper text and on the articles of folders; writes the weights."""
    modern = [article for folder in folders for article in written(Path(folder))]
    found = fit(modern, novels("dev"), characters.load())
    Path(path).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
