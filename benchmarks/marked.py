"""Spammed pages written by hand, for `cleaning.py`: what was put in stands between ⟦ and ⟧."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data" / "insertions"
_MARKED = re.compile(r"⟦([^⟧]*)⟧")
#: A phrase counts as found whole if so much of it is taken.
WHOLE = 0.9


class Marked(NamedTuple):
    """A spammed text and the spans that were put in."""

    text: str
    inserted: Sequence[tuple[int, int]]


class Count(NamedTuple):
    """Characters taken rightly, taken wrongly and left; insertions taken whole, and all."""

    right: int
    wrong: int
    left: int
    whole: int
    all: int

    def __str__(self) -> str:
        taken, there = self.right + self.wrong, self.right + self.left
        precision = f"{self.right / taken:.3f}" if taken else "-"
        return f"{precision:>9} {self.right / there:7.3f} {self.whole:5} of {self.all}"


def parse(marked: str) -> Marked:
    """The text without the marks, and what stood between them."""
    text, inserted = "", []
    for number, part in enumerate(_MARKED.split(marked)):
        if number % 2:
            inserted.append((len(text), len(text) + len(part)))
        text += part
    return Marked(text, inserted)


def count(pages: Iterable[tuple[Marked, Iterable[tuple[int, int]]]]) -> Count:
    """Compares, page by page, what was put in with the spans that were taken; white space does not count."""
    right = wrong = left = whole = every = 0
    for (text, inserted), removed in pages:
        gold = {place for span in inserted for place in range(*span) if not text[place].isspace()}
        taken = {place for span in removed for place in range(*span) if not text[place].isspace()}
        right, wrong, left = right + len(gold & taken), wrong + len(taken - gold), left + len(gold - taken)
        for span in inserted:
            places = {place for place in range(*span) if not text[place].isspace()}
            whole += len(places & taken) >= WHOLE * len(places)
            every += 1
    return Count(right, wrong, left, whole, every)


def crawled() -> list[Marked]:
    """Pages in the manner of those that crawls bring home."""
    return [parse(path.read_text("utf-8")) for path in sorted((DATA / "crawl").glob("*.txt"))]


def phrases(which: int) -> Iterator[tuple[str, Marked, Marked]]:
    """By trade: a sentence with the first, second or third phrase written for it, and two sentences with one phrase."""
    rows = [line.split("\t") for line in (DATA / "phrases.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    cases = [(trade, sentence, (*_MARKED.findall(sentence), *others)[which]) for trade, sentence, *others in rows]
    for number, (trade, sentence, phrase) in enumerate(cases):
        here, before = (_MARKED.sub(f"⟦{phrase}⟧", text) for text in (sentence, cases[number - 1][1]))
        yield trade, parse(here), parse(f"{before}\n{here}")
