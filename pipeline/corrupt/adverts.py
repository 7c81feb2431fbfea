"""Advertising, contact bait and sentences of novels put between and into the author's sentences."""

import re

from pipeline.corrupt.page import MIDDLE, Page
from pipeline.corrupt.phrases import advertising, novels, spaced, twist, words

_CLAUSE_END = re.compile(r"(?<=[\u4e00-\u9fff%”）\d])(?=[，、。；])")
_CLAUSE_START = re.compile(r"(?<=[，、。；])(?=[\u4e00-\u9fff“])")
_CLAUSE_BEHIND = re.compile(r"(?<=[，：])(?=[\u4e00-\u9fff])")
_SENTENCE_START = re.compile(r"(?:(?<=[。\n])|(?<=\d[日时月年]，))(?=[\u4e00-\u9fff])")
_SENTENCE_END = re.compile(r"(?<=。)(?![\[”\n])")
_PARAGRAPH = re.compile(r"(?<=\n)(?=[\u4e00-\u9fff“])(?=[^\n]{30})")


def _phrase(page: Page) -> str:
    trade = page.random.choice(advertising(page.half))
    return page.random.choice(trade[1])


def glued(page: Page, phrase: str, times: int, way: str, *, twisted: float = 0.0) -> None:
    """A phrase put into sentences: before or behind a comma, or in the middle of a clause."""
    random = page.random
    for _ in range(times):
        where = random.random()
        pattern = _CLAUSE_END if where < 0.5 else _CLAUSE_START if where < 0.75 else MIDDLE
        place = page.take(page.places(pattern))
        if place is None:
            return
        comma = "，" if pattern is _CLAUSE_END and random.random() < 0.1 else ""
        text = twist(phrase, random) if random.random() < twisted else phrase
        page.put(place, comma + text, "ad", way if text == phrase else f"{way}-twisted")


def ads(page: Page) -> None:
    """Phrases of trades, each once or several times, at times twisted."""
    for _ in range(page.random.choice((1, 1, 2, 3))):
        times = page.random.choice((1, 1, 2, 3, 4))
        way = "ad-once" if times == 1 else "ad-again"
        glued(page, _phrase(page), times, way, twisted=0.15 if times == 1 else 0.05)


def keyword_phrases(page: Page) -> None:
    """Ordinary search phrases, as farms put them in to be found by."""
    for _ in range(page.random.choice((1, 1, 2))):
        times = page.random.choice((1, 2, 2, 3, 4))
        way = "keyword-once" if times == 1 else "keyword-again"
        glued(page, page.random.choice(words("keywords", "phrases", page.half)), times, way)


def gambling_prefix(page: Page) -> None:
    """The name of a gambling site with 网址： or the like before sentences."""
    random = page.random
    name = random.choice(words("gambling_sites", "names", page.half))
    name += random.choice(words("gambling_sites", "tails", page.half))
    for _ in range(random.randint(1, 4)):
        place = page.take(page.places(_SENTENCE_START))
        if place is not None:
            page.put(place, name + random.choice(words("gambling_sites", "calls", page.half)), "ad", "ad-prefix")


def ad_lines(page: Page) -> None:
    """Lines of lotteries and trades between paragraphs."""
    for _ in range(page.random.randint(1, 3)):
        if page.random.random() < 0.7:
            page.line(page.random.choice(words("gambling_sites", "lines", page.half)), "ad", "ad-line")
        else:
            page.line(f"{_phrase(page)}　{_phrase(page)}", "ad", "ad-line")


def novel(page: Page) -> None:
    """A sentence of a novel, at times two: behind one of the article, before a paragraph, or on a line of its own."""
    random = page.random
    for sentence in random.sample(novels(page.half), random.choice((1, 1, 1, 1, 2))):
        where = random.random()
        place = page.take(page.places(_SENTENCE_END if where < 0.75 else _PARAGRAPH))
        if place is not None:
            page.put(place, sentence, "boilerplate", "novel", after="" if where < 0.9 else "\n")


def glued_novel(page: Page) -> None:
    """A sentence of a novel behind a comma of the article, or behind its colon."""
    place = page.take(page.places(_CLAUSE_BEHIND))
    if place is not None:
        page.put(place, page.random.choice(novels(page.half)), "boilerplate", "novel-glued")


def contact(page: Page) -> None:
    """Accounts to write to, in brackets, behind commas or on lines of their own."""
    random = page.random
    for _ in range(random.randint(1, 3)):
        lead = random.choice(words("contact", "leads", page.half))
        colon = random.choice(("：", ":", "", " "))
        if random.random() < 0.5:
            account = random.choice(words("contact", "accounts", page.half))
            account %= random.randrange(10**5)
            text = lead + random.choice(words("contact", "wechats", page.half)) + colon + account
        else:
            digits = str(random.randrange(10**7, 10**10))
            text = lead + random.choice(words("contact", "qqs", page.half)) + colon + spaced(digits, random)
        where = random.random()
        if where < 0.3:
            page.line(text, "contact", "contact-line")
        elif (place := page.take(page.places(_CLAUSE_END))) is not None:
            text = f"（{text}）" if where < 0.5 else f"，{text}"
            page.put(place, text, "contact", "contact")
