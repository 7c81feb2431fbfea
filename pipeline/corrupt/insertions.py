"""Puts into a clean page what farms put into pages, from a seed, and says exactly what was put where.

A page is a title and its paragraphs. `spam` makes a plan of insertions, each at an offset of the clean text,
and carries it out; what it returns holds the spammed text and, by its offsets, every insertion with its kind
(as in the contract) and the way in which it was put in (finer than kinds, for measuring).
"""

from collections.abc import Callable, Sequence
from random import Random

from pipeline.corrupt import adverts, frame
from pipeline.corrupt.page import Insertion, Page, Spammed, carried_out
from pipeline.corrupt.phrases import Half, words
from pipeline.corrupt.shards import long_shards, shards

__all__ = ["WAYS", "Insertion", "Spammed", "spam"]

#: The ways of spamming a page, with how often each is taken.
WAYS: dict[str, tuple[Callable[[Page], None], float]] = {
    "head": (frame.head, 0.6),
    "brand": (frame.brand, 0.4),
    "summary": (frame.summary, 0.1),
    "encyclopaedia": (frame.encyclopaedia, 0.25),
    "ads": (adverts.ads, 0.6),
    "keywords": (adverts.keyword_phrases, 0.2),
    "prefix": (adverts.gambling_prefix, 0.15),
    "ad-lines": (adverts.ad_lines, 0.15),
    "novel": (adverts.novel, 0.1),
    "contact": (adverts.contact, 0.2),
    "shards": (shards, 0.6),
    "invisible": (frame.invisible, 0.15),
    "symbols": (frame.symbols, 0.1),
    "tail": (frame.tail, 0.8),
    "long-shards": (long_shards, 0.1),
    "glued-novel": (adverts.glued_novel, 0.05),
}


def spam(
    title: str,
    paragraphs: Sequence[str],
    seed: int,
    *,
    half: Half = "dev",
    ways: Sequence[str] | None = None,
    phrases: Sequence[str] = (),
) -> Spammed:
    """The page of `title` and `paragraphs` with insertions; with `ways`, those and no others, each for certain.

    `phrases` are those of the site, which it puts once into each of its pages.
    """
    random = Random(f"{seed} {half} {title}")
    text = "\n".join([title, *paragraphs])
    page = Page(title, paragraphs, text, random, half)
    if random.random() < 0.3:
        words_ = [word for word in words("furniture", "tags", half) if len(word) > 1]
        page.keywords = random.sample(words_, 2)
    for name, (way, share) in WAYS.items():
        if (random.random() < share) if ways is None else name in ways:
            way(page)
    for phrase in phrases:
        adverts.glued(page, phrase, 1, "site-phrase")
    return carried_out(page)
