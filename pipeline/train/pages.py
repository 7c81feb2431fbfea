"""Pages to fit on what decides on advertising: spammed, alone and in batches, and clean.

Articles of the newspaper that the character model has not seen, articles of today, and shop reviews. Some articles get
sentences of reports about trades, which nobody put in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import NamedTuple

import rjieba

from pipeline.clean.characters import fold
from pipeline.clean.recurrence import Recurrence, gather
from pipeline.corrupt.insertions import Insertion, Spammed, spam
from pipeline.corrupt.phrases import advertising, words
from pipeline.draft import Draft
from pipeline.forms.traditional import simplified
from pipeline.schema import Source
from pipeline.train.characters import reviews
from pipeline.train.phrases import composed, is_noun, ordinary, term

Article = tuple[str, list[str]]
Shared = Sequence[tuple[int, int, int]]

_WAYS = ("ads", "keywords")
#: Articles that make up a site, each page of which has its phrases, and a batch, in which a phrase is on so many pages.
_SITE, _BATCH, _SAME = 12, 48, 4
#: One article of so many gets as many sentences about trades.
_ABOUT = 2
#: How often a composed phrase is put into a page, and how many there are.
_TIMES, _COMPOSED = (1, 1, 1, 2, 3), (1, 2, 3)
#: How often an ordinary phrase is, that nobody has listed either.
_ORDINARY_TIMES = (0, 0, 0, 2, 3, 4)
#: How many things of a clean page are renamed, that it names so many times.
_RENAMED, _MOST_AGAIN = 1, 5
#: Shop reviews that are shown, and how many make a page.
_REVIEWS, _REVIEWS_A_PAGE = slice(0, None, 7), 12


class Page(NamedTuple):
    """The body of a page, what was put into it, and what it shares with others of its batch."""

    title: str
    text: str
    inserted: Sequence[Insertion]
    shared: Shared


def written(folder: Path) -> list[Article]:
    """The articles of a folder: of each file the first line is the title, the others are paragraphs."""
    pages = [path.read_text("utf-8").strip().split("\n") for path in sorted(folder.glob("*.txt"))]
    return [(title, [line for line in lines if line]) for title, *lines in pages]


def about(articles: Sequence[Article]) -> list[Article]:
    """The articles, some with sentences about grey trades that nobody put in."""
    reports = files(__package__).joinpath("reports.txt").read_text("utf-8").split("\n")[:-1]
    sentences = [*words("about", "sentences", "dev"), *reports]
    return [
        (title, paragraphs)
        if number % _ABOUT
        else (title, [*paragraphs, *(sentences[(number + n) % len(sentences)] for n in range(_ABOUT))])
        for number, (title, paragraphs) in enumerate(articles)
    ]


def spammed(articles: Sequence[Article], seeds: range, *, common: bool = False) -> Iterator[Page]:
    """The articles spammed under each seed: by turns alone, as sites, alone with composed phrases, and in batches.

    With `common`, phrases of ordinary words are put in too, again and again.
    """
    for seed in seeds:
        turn = seed % 4
        size = _BATCH if turn == 3 else _SITE
        for first in range(0, len(articles), size):
            random = Random(f"{first} {seed}")
            batch = articles[first : first + size]
            phrases = _phrases(turn, len(batch), random)
            pages = [
                spam(
                    *article,
                    1000 * first + seed,
                    ways=_WAYS if turn < 2 else (),
                    phrases=[*own, *_of_a_page(random, common=common)],
                )
                for article, own in zip(batch, phrases, strict=True)
            ]
            shared = gather(_draft(page.raw_text) for page in pages) if turn % 2 else Recurrence()
            for page in pages:
                yield _body(page, shared)


def renamed(article: Article, random: Random) -> Article:
    """The article with other names, long ones, for things that it names again: in the author's own places."""
    title, paragraphs = article
    text = "\n".join(paragraphs)
    said = Counter(word for word in rjieba.cut(text) if is_noun(word))
    again = [word for word, times in said.items() if 1 < times <= _MOST_AGAIN and text.count(word) == times]
    for word in random.sample(again, min(_RENAMED, len(again))):
        text = text.replace(word, term(random))
    return title, text.split("\n")


def clean(articles: Sequence[Article], times: int, *, renaming: bool = False) -> Iterator[Page]:
    """The articles so many times as they are: by turns alone, as sites, and in batches; and reviews.

    With `renaming`, things that articles name again get other names.
    """
    for number in range(times):
        turn = number % 3
        size = _BATCH if turn == 2 else _SITE
        random = Random(number)
        others = [renamed(article, random) for article in articles] if renaming and not turn else articles
        texts = [(title, "\n" + "\n".join(paragraphs)) for title, paragraphs in others]
        for first in range(0, len(texts), size):
            batch = texts[first : first + size]
            shared = gather(_draft(text) for _, text in batch) if turn else Recurrence()
            for title, text in batch:
                yield Page(title, text, (), shared.spans(fold(text)))
    said = list(reviews())[_REVIEWS]
    for first in range(0, len(said), _REVIEWS_A_PAGE):
        yield Page("", "\n".join(["", *said[first : first + _REVIEWS_A_PAGE]]), (), ())


def _phrases(turn: int, pages: int, random: Random) -> list[list[str]]:
    """The phrases that each page of a batch has from its farm."""
    ordinary = list(words("keywords", "phrases", "dev"))
    trades = [phrase for _, phrases in advertising("dev") for phrase in phrases]
    if turn == 1:
        return [random.sample([*trades, *ordinary, *ordinary, *ordinary], 2)] * pages
    if turn == 3:
        chosen = random.sample(ordinary, pages // _SAME // 2)
        chosen += [composed(random) for _ in range(pages // _SAME - len(chosen))]
        slots = [[phrase] for phrase in chosen for _ in range(_SAME)] + [[] for _ in range(pages % _SAME)]
        random.shuffle(slots)
        return slots
    return [[] for _ in range(pages)]


def _of_a_page(random: Random, *, common: bool) -> list[str]:
    """Phrases that nobody has listed, each as often as it is put in."""
    phrases = [phrase for _ in range(random.choice(_COMPOSED)) for phrase in [composed(random)] * random.choice(_TIMES)]
    return phrases + [ordinary(random)] * random.choice(_ORDINARY_TIMES) if common else phrases


def _body(page: Spammed, shared: Recurrence) -> Page:
    """A spammed page below its title."""
    below = page.raw_text.index("\n")
    text = simplified(page.raw_text[below:])
    moved = [
        insertion.model_copy(update={"start": insertion.start - below, "end": insertion.end - below})
        for insertion in page.insertions
        if insertion.start > below
    ]
    return Page(page.title, text, moved, shared.spans(fold(text)))


def _draft(text: str) -> Draft:
    source = Source(path="", media_type="text/plain", encoding="utf-8", sha256="")
    return Draft(doc_id="", source=source, raw_text=text, text="")
