"""What frames the article, line by line: menus, counters, lists, comments, notices.

Rules know the common lines (the modules beside this one); what else sites put around and between the parts
of an article has words of its own that no list holds in full. A trained model reads the lines of a page in their
order, those that rules have taken among them, and says of each how probably it is the site's.
"""

from collections.abc import Container, Sequence
from math import inf
from typing import NamedTuple

from pipeline.clean.frame.framing.look import Part, look
from pipeline.clean.frame.framing.model import load, probabilities
from pipeline.clean.ledger import Cut

__all__ = ["Reading", "cut", "left", "read"]

Place = tuple[int, int]
#: So probably a line is the site's to be sure; a page of which rules take nothing needs so many such lines.
_SURE, _SEVERAL = 0.95, 3
#: How probable a line must be to go: by itself, and where a sure one stands between it and the article or, amid the
#: article, beside it. Amid it a list is mostly the author's, and a paragraph nearly always. Chosen on frames kept aside
#: and on the pages of gold/ and of tests/clean/data.
_ALONE = 0.9
_BEYOND: dict[Part, float] = {"tail": 0.2, "head": 0.5, "amid": 0.8, "prose": 0.8}
#: A line of words as short as this, and no mark of a sentence in it, is for a reader to press or to count by.
_LONGEST_CONTROL = 6
_SENTENCE = frozenset("。！？；，,!?;…“”")


class Reading(NamedTuple):
    """What a line of a page is taken for: with `chance` the site's, and whether it is to go."""

    chance: float
    goes: bool


def left(raw: str, places: Sequence[Place], ledger: Sequence[Cut], glued: Container[str]) -> list[str | None]:
    """What the ledger has left of the lines at `places`; empty where nothing is.

    None for lines that are nothing but what the rules `glued` take: marks at a heading or a sentence are no sign that
    the article is over.
    """
    found: list[str | None] = []
    index = 0
    for start, end in places:
        while index < len(ledger) and ledger[index].end <= start:
            index += 1
        parts, position, at = [], start, index
        while at < len(ledger) and ledger[at].start < end:
            parts.append(raw[position : ledger[at].start])
            position = ledger[at].end
            at += 1
        rest = "".join((*parts, raw[position:end])).strip()
        found.append(None if not rest and all(cut.rule in glued for cut in ledger[index:at]) else rest)
    return found


def read(lines: Sequence[str | None]) -> list[Reading]:
    """What the lines of a page are taken for.

    An empty line stands for one that is furniture for certain, None for one that is not there.
    """
    looks = look([line for line in lines if line is not None])
    if all(line is None or line.part == "prose" for line in looks):
        return [Reading(float(line == ""), goes=False) for line in lines]
    chances = probabilities(looks, load())
    parts = [line.part if line else None for line in looks]
    sure = [chance >= _SURE for chance in chances]
    bars = _bars(parts, sure)
    # The first paragraph is what the page is about: a post and the bars around it look like the replies below. One that
    # goes is no end of the article: lines below it are behind the end.
    opening = parts.index("prose") if "prose" in parts else -1
    gone = [
        part == "prose" and number != opening and chance >= bar
        for number, (part, chance, bar) in enumerate(zip(parts, chances, bars, strict=True))
    ]
    if any(gone):
        left_over = [None if goes else part for part, goes in zip(parts, gone, strict=True)]
        bars = [0.0 if goes else bar for goes, bar in zip(gone, _bars(left_over, sure), strict=True)]
    if opening >= 0:
        bars[opening] = inf
    found = (Reading(chance, goes=chance >= bar) for chance, bar in zip(chances, bars, strict=True))
    return [Reading(0.0, goes=False) if line is None else next(found) for line in lines]


def _bars(parts: Sequence[Part | None], sure: Sequence[bool]) -> list[float]:
    """How probable each line must be to go, by where it stands; none goes on a page that shows no furniture.

    The line right above a paragraph may be its heading.
    """
    if None not in parts and sum(sure) < _SEVERAL:
        return [inf] * len(parts)
    prose = [number for number, part in enumerate(parts) if part == "prose"]
    first, last = (prose[0], prose[-1]) if prose else (len(parts), -1)
    begin = max((number for number in range(first) if sure[number]), default=-1)
    end = min((number for number in range(last + 1, len(parts)) if sure[number]), default=len(parts))
    bars = []
    for number, part in enumerate(parts):
        beside = first <= number <= last and any(sure[max(0, number - 1) : number + 2])
        heads = part != "prose" and parts[number + 1 : number + 2] == ["prose"]
        beyond = part is not None and not heads and (number < begin or number > end or beside)
        bars.append(_BEYOND[part] if part and beyond else _ALONE)
    return bars


def cut(place: Place, line: str, score: float) -> Cut:
    """The removal of a line that is the site's."""
    control = _SENTENCE.isdisjoint(line) and all(len(word) <= _LONGEST_CONTROL for word in line.split())
    return Cut(*place, "widget" if control else "boilerplate", "framing", round(min(score, 0.999), 3))
