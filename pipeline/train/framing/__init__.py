"""Trains the reader of lines (`clean.frame.framing`) on articles in the frames of imagined sites."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.clean import frame
from pipeline.clean.frame import framing
from pipeline.clean.frame.framing.look import ASPECTS, look
from pipeline.clean.frame.framing.signs import folded, keys_of
from pipeline.clean.ledger import lines
from pipeline.forms.traditional import simplified
from pipeline.train.characters import articles
from pipeline.train.framing.chain import Example, Weights, fit
from pipeline.train.framing.corpus import Page, bodies, comments, frames, pages
from pipeline.train.framing.slots import Article
from pipeline.train.pages import written

_PAGES, _SEED = 4000, 0
#: A word counts that stands in so many frames and articles.
_SOURCES = 3
#: Weights are in hundredths; words of no more are left out.
_SCALE, _LEAST = 100, 3


def vocabulary(sources: Iterable[Sequence[str]]) -> list[str]:
    """The pairs and threes of characters that stand in several of the frames and articles: what one alone says is no
    sign."""
    counts: Counter[str] = Counter()
    for source in sources:
        text = "".join(map(chr, folded("\n" + "\n".join(source) + "\n")))
        counts.update({text[at : at + size] for size in (2, 3) for at in range(len(text) - size + 1)})
    return sorted(word for word, count in counts.items() if count >= _SOURCES and "\n" not in word[1:-1])


def example(page: Page, words: Mapping[int, int]) -> Example:
    """A page as the reader gets it, behind the rules; `words` are the numbers of words that count, by their keys."""
    raw = "\n".join(text for text, _ in page.lines)
    rest = framing.left(simplified(raw), lines(raw), frame.by_rules(raw, []), frame.AMID)
    there = [(line, site) for line, (_, site) in zip(rest, page.lines, strict=True) if line is not None]
    looks = look([line for line, _ in there])
    numbers = np.array([words.get(key, -1) for key in looks.words.tolist()])
    of = np.repeat(np.arange(len(there)), looks.counts)
    known = numbers >= 0
    taken = np.array(looks.taken)
    sites = np.array([-1 if site is None else int(site) for _, site in there])
    return Example(
        numbers[known],
        of[known],
        np.asarray(looks.counts[of[known]] ** -0.5, np.float64),
        looks.shapes,
        np.where(taken, 1, sites),
        np.where(taken, 1, -1),
    )


def _says(word: tuple[int, str]) -> tuple[int, str]:
    return abs(word[0]), word[1]


def written_down(weights: Weights, words: Sequence[str]) -> dict[str, Any]:
    """The weights by name, as the reader takes them."""
    values = np.rint(weights.words * _SCALE).astype(int).tolist()
    shapes = np.rint(weights.shapes * _SCALE).astype(int).tolist()
    named = {}
    for name, size in ASPECTS.items():
        named[name], shapes = shapes[:size], shapes[size:]
    (author_author, author_site), (site_author, site_site) = weights.step.round(3).tolist()
    return {
        "words": {
            word: value for value, word in sorted(zip(values, words, strict=True), key=_says) if abs(value) > _LEAST
        },
        "shapes": named,
        "first": round(float(weights.first[1] - weights.first[0]), 3),
        "author_author": author_author,
        "author_site": author_site,
        "site_author": site_author,
        "site_site": site_site,
    }


#: Credits and headings of the newspaper, which sites set apart: nobody can say whose they are.
_CREDIT = re.compile(r"本报.{0,20}|[（(][^（）()]{0,40}[）)]|[^。]{0,80}摄[）)]")


def usual(folders: Iterable[Path]) -> list[Article]:
    """Articles that look like articles: of the newspaper, without headings and credits, and of folders."""
    modern = [article for folder in folders for article in written(folder)]
    old = [(title, _paragraphs(body)) for title, body in articles("fit")]
    return [*(article for article in old if article[1]), *(3 * modern)]


def _paragraphs(body: Sequence[str]) -> list[str]:
    """From the first sentence on, without credits."""
    first = next((number for number, line in enumerate(body) if "。" in line), len(body))
    return [line for line in body[first:] if not _CREDIT.fullmatch(line)]


def train(
    framed: Sequence[Sequence[str]], hard: Sequence[Article], plain: Sequence[Article], said: Sequence[str]
) -> dict[str, Any]:
    """The model, as it is written, from frames, articles easily taken for furniture, ordinary ones, and comments."""
    known = vocabulary(
        [*framed, *([comment] for comment in said), *([title, *body] for title, body in (*hard, *plain))]
    )
    numbers = {key: number for number, key in enumerate(keys_of(known).tolist())}
    learned = [example(page, numbers) for page in pages(framed, hard, plain, said, _PAGES, _SEED)]
    return written_down(fit(learned, len(known), sum(ASPECTS.values()), _SEED), known)


def main(path: str, *folders: str) -> None:
    """Trains and writes the weights; the same bytes each time."""
    model = train([lines for _, lines in frames()], bodies(), usual(map(Path, folders)), comments())
    Path(path).write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", "utf-8")
