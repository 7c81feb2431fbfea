"""Trains the reader of lines (`clean.frame.framing`) on articles in the frames of imagined sites."""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.clean import frame
from pipeline.clean.frame import framing
from pipeline.clean.frame.framing.look import look, words
from pipeline.clean.ledger import lines
from pipeline.forms.traditional import simplified
from pipeline.train.characters import articles
from pipeline.train.framing.chain import Example, Weights, fit
from pipeline.train.framing.corpus import Article, Page, bodies, frames, pages
from pipeline.train.pages import written

_PAGES, _SEED = 4000, 0
#: A word counts that stands in so many frames and articles.
_SOURCES = 3
#: Weights nearer to nothing than this are left out.
_LEAST = 0.02


def vocabulary(sources: Iterable[Sequence[str]]) -> set[str]:
    """The words that stand in several of the frames and articles: what one alone says is no sign."""
    counts = Counter(word for lines in sources for word in {word for line in lines for word in words(line)})
    return {word for word, count in counts.items() if count >= _SOURCES}


def examples(composed: Iterable[Page], known: Container[str], numbers: dict[str, int]) -> Iterator[Example]:
    """Pages as the reader gets them, behind the rules: `known` are the words that count, `numbers` of features grow."""
    for page in composed:
        raw = "\n".join(text for text, _ in page.lines)
        rest = framing.left(simplified(raw), lines(raw), frame.by_rules(raw, []), frame.AMID)
        there = [(line, site) for line, (_, site) in zip(rest, page.lines, strict=True) if line is not None]
        features, truth, given = [], [], []
        for line, (_, site) in zip(look([line for line, _ in there]), there, strict=True):
            if line is None:
                values = {"": 1.0}
            else:
                values = {f"w{word}": len(line.words) ** -0.5 for word in line.words if word in known}
                values |= {f"s{shape}": 1.0 for shape in line.shape}
            which = [numbers.setdefault(name, len(numbers)) for name in values]
            features.append((np.array(which, np.int32), np.array(list(values.values()))))
            truth.append(1 if line is None else -1 if site is None else int(site))
            given.append(1 if line is None else -1)
        yield Example(features, truth, given)


def written_down(weights: Weights, numbers: dict[str, int]) -> dict[str, Any]:
    """The weights by name, as the reader takes them."""
    named: dict[str, dict[str, float]] = {"w": {}, "s": {}}
    for name, number in sorted(numbers.items()):
        value = round(float(weights.features[number]), 2)
        if name and abs(value) >= _LEAST:
            named[name[0]][name[1:]] = value
    (author_author, author_site), (site_author, site_site) = weights.step.round(3).tolist()
    return {
        "words": named["w"],
        "shape": named["s"],
        "first": round(float(weights.first[1] - weights.first[0]), 3),
        "author_author": author_author,
        "author_site": author_site,
        "site_author": site_author,
        "site_site": site_site,
    }


def usual(folders: Iterable[Path]) -> list[Article]:
    """Articles that look like articles: of the newspaper, and of folders."""
    modern = [article for folder in folders for article in written(folder)]
    return [*articles("fit"), *(3 * modern)]


def train(framed: Sequence[Sequence[str]], hard: Sequence[Article], plain: Sequence[Article]) -> dict[str, Any]:
    """The model, as it is written, from frames, from articles easily taken for furniture, and from ordinary ones."""
    known = vocabulary([*framed, *([title, *body] for title, body in (*hard, *plain))])
    numbers: dict[str, int] = {}
    learned = list(examples(pages(framed, hard, plain, _PAGES, _SEED), known, numbers))
    return written_down(fit(learned, len(numbers), _SEED), numbers)


def main(path: str, *folders: str) -> None:
    """Trains and writes the weights; the same bytes each time."""
    model = train([lines for _, lines in frames()], bodies(), usual(map(Path, folders)))
    Path(path).write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", "utf-8")
