"""Which blocks are what the page was written for, and which are its furniture."""

import re

import trafilatura

from pipeline.draft import Block
from pipeline.ingest.markup.visible import Visible

#: Above this many characters, or tags nested deeper than this, the library would take too long.
LARGEST = 1_500_000

#: An article that is a smaller share of the page's text than this was not found.
LEAST = 0.1

_SPACES = re.compile(r"\s+")


def layout(page: str, seen: Visible) -> list[Block]:
    """The blocks of a page with their region; all are `article` where no article can be told apart."""
    chosen = _article(page, seen)
    return [
        Block(start=line.start, end=line.end, tag=line.tag, region="article" if index in chosen else "furniture")
        for index, line in enumerate(seen.lines)
    ]


def _article(page: str, seen: Visible) -> set[int]:
    everything = set(range(len(seen.lines)))
    if len(page) > LARGEST:
        return everything
    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False)
    if not found:
        return everything
    wanted = _SPACES.sub("", found)
    chosen: set[int] = set()
    position = 0
    for index, line in enumerate(seen.lines):
        text = _SPACES.sub("", seen.text[line.start : line.end])
        place = wanted.find(text, position)
        if place >= 0 and (len(text) > 8 or place - position < 200):
            chosen.add(index)
            position = place + len(text)
    characters = sum(seen.lines[index].end - seen.lines[index].start for index in chosen)
    return chosen if characters >= LEAST * len(seen.text) else everything
