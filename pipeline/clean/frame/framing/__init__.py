"""What frames the article, line by line: menus, counters, lists, comments, notices.

Rules know the common lines (the modules beside this one); what else sites put around and between the parts
of an article has words of its own that no list holds in full. A trained model reads the lines of a page in their
order, those that rules have taken among them, and says of each how probably it is the site's.
"""

from collections.abc import Container, Sequence
from typing import NamedTuple

from pipeline.clean.frame.framing import chronicle, points
from pipeline.clean.frame.framing.look import Part, look
from pipeline.clean.frame.framing.model import load, odds, probabilities
from pipeline.clean.ledger import Cut

__all__ = ["Reading", "cut", "left", "read"]

Place = tuple[int, int]
#: So probably a line is the site's to be sure; a page of which rules take nothing needs so many such lines that are no
#: paragraphs: what guests or readers write may be all that there is.
_SURE, _SEVERAL = 0.95, 3
#: A paragraph that is less probably the site's belongs to the article.
_OURS = 0.4


class _Bars(NamedTuple):
    """How probable a line must be to go, and a paragraph."""

    line: float
    paragraph: float


#: Above the article and behind it, beyond a line that is sure and between that and the article; amid it where a line
#: that is sure stands between the same two paragraphs, and alone. Chosen on frames kept aside.
_ABOVE, _RIGHT_ABOVE = _Bars(0.65, 0.85), _Bars(0.75, 0.9)
_BEHIND, _RIGHT_BEHIND = _Bars(0.5, 0.8), _Bars(0.75, 0.85)
_AMID, _ALONE = _Bars(0.9, 0.95), _Bars(0.97, 0.95)
#: The line right above a paragraph may be its heading: above the article and amid it.
_HEADING, _HEADING_AMID = 0.8, 0.95
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
    there = [line for line in lines if line is not None]
    if not any(there):
        return [Reading(float(line == ""), goes=False) for line in lines]
    looks, reader = look(there), load()
    chances = probabilities(odds(looks, reader), reader.model)
    parts = [None if taken else part for part, taken in zip(looks.parts, looks.taken, strict=True)]
    going = points.kept(there, parts, chances, _going(parts, chances))
    found = map(Reading, chances, chronicle.kept(there, parts, going))
    return [Reading(0.0, goes=False) if line is None else next(found) for line in lines]


def _going(parts: Sequence[Part | None], chances: Sequence[float]) -> list[bool]:
    """Which lines go; none on a page that shows no furniture.

    The first paragraph is what the page is about: a post and the bars around it look like the replies below.
    """
    sure = [part is None or chance >= _SURE for part, chance in zip(parts, chances, strict=True)]
    furniture = sum(own and part != "prose" for own, part in zip(sure, parts, strict=True))
    if None not in parts and furniture < _SEVERAL:
        return [False] * len(parts)
    opening = parts.index("prose") if "prose" in parts else -1
    ours = [part == "prose" and (n == opening or chances[n] < _OURS) for n, part in enumerate(parts)]
    found: list[bool] = []
    for begin, end in _gaps(ours):
        within = [n for n in range(begin, end) if sure[n]]
        for n in range(begin, end):
            if begin == 0:
                bars = _ABOVE if within and n < within[-1] else _RIGHT_ABOVE
            elif end == len(parts):
                bars = _BEHIND if within and n > within[0] else _RIGHT_BEHIND
            else:
                bars = _AMID if within and within != [n] else _ALONE
            found.append(chances[n] >= (bars.paragraph if parts[n] == "prose" else bars.line))
        found += [False] * (end < len(parts))
    for n in range(len(parts) - 1):
        if parts[n] != "prose" and parts[n + 1] == "prose" and not found[n + 1]:
            found[n] = found[n] and chances[n] >= (_HEADING_AMID if n > opening else _HEADING)
    return found


def _gaps(ours: Sequence[bool]) -> list[Place]:
    """The lines before, between and behind the paragraphs of the article, also where there are none."""
    places = [n for n, own in enumerate(ours) if own]
    return list(zip([0, *(n + 1 for n in places)], [*places, len(ours)], strict=True))


def cut(place: Place, line: str, score: float) -> Cut:
    """The removal of a line that is the site's."""
    control = _SENTENCE.isdisjoint(line) and all(len(word) <= _LONGEST_CONTROL for word in line.split())
    return Cut(*place, "widget" if control else "boilerplate", "framing", round(min(score, 0.999), 3))
