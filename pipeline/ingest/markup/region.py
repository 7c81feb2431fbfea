"""Which blocks are what the page was written for, and which are its furniture: trafilatura decides.

Its text is aligned with the blocks in order. Blocks that it leaves out between two of the article (tables,
subheadings) belong to the article unless they are mostly links; so does the heading that is the page's title.
"""

import re

import trafilatura

from pipeline.draft import Block
from pipeline.ingest.markup.visible import Line, Visible

#: Larger pages are not given to the library, whose time grows with the square of these: it would take too long.
MOST_CHARACTERS = 1_000_000
MOST_ELEMENTS = 20_000
MOST_BLOCKS = 3_000
DEEPEST = 200

#: A text that is a smaller share of the page's than this is not its article.
LEAST = 0.1

#: A short block counts as found only this many characters behind the one before it.
NEAR = 200
SHORT = 8

#: A block that is not in the article as a whole is looked for in pieces of this many characters.
CHUNK = 12

_SPACES = re.compile(r"\s+")


def layout(page: str, seen: Visible, title: str | None) -> list[Block]:
    """The blocks of a page with their regions; all are `article` where no article can be told apart."""
    chosen = _article(page, seen)
    if chosen is not None:
        _fill(seen, chosen, title)
    return [
        Block(
            start=line.start,
            end=line.end,
            tag=line.tag,
            region="article" if chosen is None or index in chosen else "furniture",
        )
        for index, line in enumerate(seen.lines)
    ]


def _article(page: str, seen: Visible) -> set[int] | None:
    if (
        len(page) > MOST_CHARACTERS
        or seen.elements > MOST_ELEMENTS
        or len(seen.lines) > MOST_BLOCKS
        or seen.deepest > DEEPEST
    ):
        return None
    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True)
    if not found:
        return None
    chosen = _aligned(_SPACES.sub("", found.replace("|", "")), seen)
    length = sum(seen.lines[index].end - seen.lines[index].start for index in chosen)
    return chosen if length >= LEAST * len(seen.text) else None


def _aligned(article: str, seen: Visible) -> set[int]:
    """The blocks that the article holds, each behind the one before it."""
    chosen: set[int] = set()
    position = 0
    for index, line in enumerate(seen.lines):
        text = _SPACES.sub("", seen.text[line.start : line.end].replace("|", ""))
        place = article.find(text, position)
        if place >= 0 and (len(text) > SHORT or place - position < NEAR):
            chosen.add(index)
            position = place + len(text)
        elif len(text) >= 2 * CHUNK and (end := _in_pieces(article, position, text)):
            chosen.add(index)
            position = end
    return chosen


def _in_pieces(article: str, position: int, text: str) -> int | None:
    """Where a block ends in the article if most of it is there, as when hidden text stands amid it."""
    pieces = [text[start : start + CHUNK] for start in range(0, len(text) - CHUNK + 1, CHUNK)]
    window = article[position : position + 2 * len(text) + NEAR]
    ends = [window.rfind(piece) + CHUNK for piece in pieces if piece in window]
    return position + max(ends) if 2 * len(ends) > len(pieces) else None


def _fill(seen: Visible, chosen: set[int], title: str | None) -> None:
    lines = seen.lines
    # From the title to the text lie byline, share bar and the like; gaps are filled only within the text.
    body = [index for index in chosen if lines[index].tag not in ("h1", "h2")]
    first, last = min(body, default=min(chosen)), max(chosen)
    headings = [index for index in range(len(lines)) if lines[index].tag in ("h1", "h2")]
    named = (index for index in headings if title and seen.text[lines[index].start : lines[index].end].strip() == title)
    # Where no heading says what <title> says, the last one of the first order above the text is its own.
    above = (index for index in reversed(headings) if lines[index].tag == "h1" and index < first)
    own = next(named, None)
    if own is None:
        own = next((index for index in above if not _is_links(lines[index])), None)
    if own is not None:
        chosen.add(own)
    chosen.update(index for index in range(first, last) if not _is_links(lines[index]))


def _is_links(line: Line) -> bool:
    return 2 * line.linked > line.end - line.start
