"""Which blocks are what the page was written for, and which are its furniture: trafilatura decides.

Its text is aligned with the blocks in order. Blocks that it leaves out between two of the article (tables,
subheadings) belong to the article unless they are mostly links; so does the heading that is the page's title. What it
leaves behind the article as cards of other pages (a linked title, its summary, a date, and so on) does not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

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

#: A card below the article: how many lines stand at most below its linked title, and how long they are.
CARD_LINES, CARD_LENGTH = 3, 120

#: A heading above the cards is no longer than this.
CARDS_HEADING = 12

#: What is left of an article without its cards; less, and the cards are what the page is for.
LEFT = 1 / 3

#: The heading of the article, where <title> does not say it, stands so many lines above the text and is so long.
HEADING_LINES, LEAST_HEADING = 4, 8

_SPACES = re.compile(r"\s+")
_ATTACHED = re.compile(r"附件|附表|附[：:]")
_FIRST_ORDERS = ("h1", "h2")
_ORDERS = (*_FIRST_ORDERS, "h3", "h4", "h5", "h6")


def layout(page: str, seen: Visible, title: str | None) -> tuple[list[Block], str | None]:
    """The blocks of a page with their regions, all `article` where no article can be told apart; and its title.

    `title` is what <title> says; where no line of the page says so too, the heading right above the article counts.
    """
    chosen = _article(page, seen)
    if chosen is not None:
        first = min(_body(seen, chosen))
        own = _heading(seen, first, title)
        if own is not None and _is_near(seen, own, first):
            title = _said(seen, own)
        _fill(seen, chosen, own)
        chosen = _without_cards(seen, chosen)
    blocks = [
        Block(
            start=line.start,
            end=line.end,
            tag=line.tag,
            region="article" if chosen is None or index in chosen else "furniture",
        )
        for index, line in enumerate(seen.lines)
    ]
    return blocks, title


def _article(page: str, seen: Visible) -> set[int] | None:
    if (
        len(page) > MOST_CHARACTERS
        or seen.elements > MOST_ELEMENTS
        or len(seen.lines) > MOST_BLOCKS
        or seen.deepest > DEEPEST
    ):
        return None
    import trafilatura  # noqa: PLC0415 - takes a moment, and pages of plain text do without

    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True)
    if not found:
        return None
    chosen = _aligned(_SPACES.sub("", found.replace("|", "")), seen)
    return chosen if _length(seen.lines, chosen) >= LEAST * len(seen.text) else None


def _length(lines: Sequence[Line], chosen: set[int]) -> int:
    return sum(_span(lines[index]) for index in chosen)


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


def _without_cards(seen: Visible, chosen: set[int]) -> set[int]:
    """The blocks without the cards that stand behind the last long paragraph, unless these are what the page is for."""
    lines = seen.lines
    longest = [index for index in chosen if not _is_links(lines[index]) and _span(lines[index]) > CARD_LENGTH]
    behind = [index for index in sorted(chosen) if index > max(longest, default=-1)]
    places = [
        place
        for place, index in enumerate(behind)
        if _is_links(lines[index]) and not _ATTACHED.match(_said(seen, index))
    ]
    cards: set[int] = set()
    for first, last, step in _runs(places):
        start = first - 1 if first and _span(lines[behind[first - 1]]) <= CARDS_HEADING else first
        cards.update(behind[start : last + step])
    left = chosen - cards
    return left if _length(lines, left) >= LEFT * _length(lines, chosen) else chosen


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First and last of the places that follow one another as links of cards do, and the lines of the last card."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] - places[end - 1] > CARD_LINES + 1:
            if end - start > 1:
                steps = [later - earlier for earlier, later in pairwise(places[start:end])]
                yield places[start], places[end - 1], min(steps)
            start = end


def _span(line: Line) -> int:
    return line.end - line.start


def _heading(seen: Visible, first: int, title: str | None) -> int | None:
    """The block that is the heading of the article whose text begins at the block `first`.

    A heading or a line that says what <title> says; else the last heading of the first order above the text; else one
    of any order right above it.
    """
    lines = seen.lines
    named = [index for index in range(len(lines)) if title and _said(seen, index) == title]
    above = [index for index in range(first - 1, -1, -1) if not _is_links(lines[index])]
    candidates = chain(
        (index for index in named if lines[index].tag in _FIRST_ORDERS),
        (index for index in above if index in named),
        (index for index in above if lines[index].tag == "h1"),
        (index for index in above if lines[index].tag in _ORDERS and _is_near(seen, index, first)),
    )
    return next(candidates, None)


def _is_near(seen: Visible, index: int, first: int) -> bool:
    return index >= first - HEADING_LINES and len(_said(seen, index)) >= LEAST_HEADING


def _body(seen: Visible, chosen: set[int]) -> set[int]:
    return {index for index in chosen if seen.lines[index].tag not in _FIRST_ORDERS} or chosen


def _fill(seen: Visible, chosen: set[int], own: int | None) -> None:
    """Adds the heading and what is left out between blocks of the text.

    From the heading to the text lie byline, share bar and the like; gaps are filled only within the text.
    """
    first, last = min(_body(seen, chosen)), max(chosen)
    if own is not None:
        chosen.add(own)
    chosen.update(index for index in range(first, last) if not _is_links(seen.lines[index]))


def _said(seen: Visible, index: int) -> str:
    return seen.text[seen.lines[index].start : seen.lines[index].end].strip()


def _is_links(line: Line) -> bool:
    return 2 * line.linked > _span(line)
