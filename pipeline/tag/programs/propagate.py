"""A name found with certainty at one place of a page is a name at its other places as well."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from pipeline.tag.programs.aliases import ALIAS
from pipeline.tag.programs.candidates import BOUNDARY
from pipeline.tag.programs.found import HEAD, Found
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.words import words

#: Names without a head noun are searched one by one; a page that states more than this many is no page.
_MOST_HEADLESS = 32
#: A shorter name may be a word of another meaning elsewhere.
_SHORTEST = 4
#: A place or body before a name is looked for this far back.
_FAR = 8


def propagate(
    text: str, heads: Sequence[int], sources: Sequence[Found], found: Sequence[Found], titles: list[tuple[int, int]]
) -> Iterator[Found]:
    """The further places of the certain names in `sources`, none of which touches one in `found`.

    `heads` are the ends of the head nouns of the text, in order.
    """
    known = {item.name: item for item in sources if item.certain and len(item.name) >= _SHORTEST}
    if not known:
        return
    blocked = sorted((item.start, item.end) for item in found)
    tails = {name[-_SHORTEST:] for name in known}
    lengths = sorted({len(name) for name in known}, reverse=True)
    for end in heads:
        if text[end - _SHORTEST : end] not in tails or inside(blocked, end - 1):
            continue
        # What bears the known name as its alias is another, longer name: 西部阳光计划（简称“阳光计划”）.
        if ALIAS.match(text, end):
            continue
        for length in lengths:
            source = known.get(text[end - length : end]) if length <= end else None
            if source is not None and free(blocked, titles, end - length, end):
                start = _glued(text, end - length, blocked)
                yield source._replace(start=start, end=end, name=text[start:end], quoted=False, certain=False)
                break
    headless = [item for name, item in known.items() if not HEAD.search(name)][:_MOST_HEADLESS]
    for item in headless:
        for match in re.finditer(re.escape(item.name), text):
            if free(blocked, titles, *match.span()):
                yield item._replace(start=match.start(), end=match.end(), certain=False)


def _glued(text: str, start: int, blocked: list[tuple[int, int]]) -> int:
    """Where the name begins with the place or the body that is glued to it: 江城市|护苗行动."""
    left = max(0, start - _FAR)
    for boundary in BOUNDARY.finditer(text, left, start):
        left = boundary.end()
    glued = words(text, left, start)[-1:] if left < start else []
    if glued and glued[0].tag in ("ns", "nt") and len(glued[0].text) > 1 and not inside(blocked, glued[0].start):
        return glued[0].start
    return start


def free(blocked: Sequence[tuple[int, int]], titles: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `[start, end)` touches no span of `blocked` and stands in no title."""
    index = bisect_left(blocked, (start, end))
    before = index > 0 and blocked[index - 1][1] > start
    behind = index < len(blocked) and blocked[index][0] < end
    return not (before or behind or inside(titles, start))


def disjoint(found: Iterable[Found]) -> list[Found]:
    """The found names in order; of two that overlap the first in `found` stays."""
    kept: list[Found] = []
    spans: list[tuple[int, int]] = []
    for item in found:
        index = bisect_left(spans, (item.start, item.end))
        if (index == 0 or spans[index - 1][1] <= item.start) and (index == len(spans) or spans[index][0] >= item.end):
            spans.insert(index, (item.start, item.end))
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)
