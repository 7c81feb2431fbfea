"""A name that the page has given in full and calls by a part of it later.

By its end: 幸福里微改造计划 … 微改造计划; by what is quoted in it: “小白杨”青训计划 … 小白杨计划.
"""

from collections.abc import Iterator, Sequence

from pipeline.tag.programs.candidates import BOUNDARY, ends_before
from pipeline.tag.programs.found import Found
from pipeline.tag.programs.lexicon import GENERIC
from pipeline.tag.programs.propagate import free
from pipeline.tag.programs.words import frequency, words

_CLOSING = {"“": "”", "「": "」", "『": "』"}
#: A shorter end may be a common noun.
_SHORTEST = 4
#: But of a festival (盐池湾开盐节 … 开盐节), whose head noun is one character.
_FESTIVAL = 3
#: An end as short as that is a name if its word is coined: no more frequent than this.
_COINED = 4
_FAR = 8
#: An end of one word is a name if the word is no more frequent than this, as `frequency` has it.
_RARE = 8


def shortened(
    text: str, heads: Sequence[int], found: Sequence[Found], titles: list[tuple[int, int]]
) -> Iterator[Found]:
    """The places behind the names in `found`, sorted, at which their ends stand alone as names.

    `heads` are the ends of the head nouns of the text, in order.
    """
    blocked = [(item.start, item.end) for item in found]
    quoted = {name: item for item in found if (name := _quoted(text, item))}
    tails = {name[-_shortest(name) :] for name in (*(item.name for item in found), *quoted)}
    places = [
        end
        for end in heads
        for least in (_shortest(text[end - 1 : end]),)
        if text[end - least : end] in tails and free(blocked, titles, end - least, end)
    ]
    if not places:
        return
    ends: dict[str, Found] = dict(quoted)
    for item in found:
        for name in _ends(item):
            ends.setdefault(name, item)
    lengths = sorted({len(name) for name in ends}, reverse=True)
    for end in places:
        for start in [end - length for length in lengths if length <= end]:
            source = ends.get(text[start:end])
            if source is None or source.end > start or not free(blocked, titles, start, end) or not _alone(text, start):
                continue
            yield source._replace(start=start, end=end, name=text[start:end], quoted=False, certain=False)
            break


def _shortest(name: str) -> int:
    return _FESTIVAL if name.endswith("节") else _SHORTEST


def _quoted(text: str, item: Found) -> str | None:
    """The quoted part of a name with its head noun, without what stands between."""
    close = _CLOSING.get(text[item.start])
    if close is None or item.type is None:
        return None
    part = text[item.start + 1 : item.end].partition(close)[0]
    return part + item.type if len(part) > 1 and part not in GENERIC and part + item.type != item.name else None


def _ends(item: Found) -> Iterator[str]:
    """The ends of a name at its words that no common noun is: more than everyday words, one of them coined."""
    least = _shortest(item.name)
    if item.type is None or len(item.name) <= least or not item.name.endswith(item.type):
        return
    head = len(item.name) - len(item.type)
    core = words(item.name, 0, head)
    for index in range(1, len(core)):
        rest = core[index:]
        special = [word.text for word in rest if word.text not in GENERIC]
        start = rest[0].start
        length = len(item.name) - start
        if length < least or not special:
            break
        if length == least:
            if frequency(item.name[start:head]) <= _COINED:
                yield item.name[start:]
        elif len(rest) > 1 or frequency(rest[0].text) <= _RARE:
            yield item.name[start:]


def _alone(text: str, start: int) -> bool:
    """Whether nothing before it can belong to another, longer name."""
    if text[start - 1] in "该此这那本":
        return False
    left = max(0, start - _FAR)
    for boundary in BOUNDARY.finditer(text, left, start):
        left = boundary.end()
    return left == start or ends_before(words(text, left, start))
