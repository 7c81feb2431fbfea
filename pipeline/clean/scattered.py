"""Letters, digits and symbols scattered between the characters of the author's words, to keep the page from matching.

数a据b库 is 数据库. One letter between two characters may well be the author's (到B站, 沿x轴, 第3届); several close
together, between characters that belong together as words do, are not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp

from pipeline.clean.characters import Characters, fold
from pipeline.clean.ledger import Cut

_HAN = "\u4e00-\u9fff"
#: A single letter, digit or symbol between two characters; no mark that separates words or numbers.
_BETWEEN = re.compile(rf"(?<=[{_HAN}])[A-Za-z0-9*#@$^&+=_~|\\`☆★❤♥◆◇■□●○◎※→°¤§¥£¢¿¡\xa0](?=[{_HAN}])")
#: Farther apart than this they are not scattered over one passage; fewer are the author's; more say no more.
_APART, _FEWEST, _MANY = 12, 3, 6
#: What the reading gains without one, in nats, on average; a digit has to gain more, as 第3届 and 有5人 read on too.
_GAIN, _DIGIT = 3.0, 2.5


def find(text: str, model: Characters) -> list[Cut]:
    """What is scattered over passages of `text`, each with its score."""
    places = [match.start() for match in _BETWEEN.finditer(text)]
    cuts: list[Cut] = []
    for passage in _passages(places):
        if _enumerates(text, passage):
            continue
        gains = _gains(text, passage, model)
        mean = sum(gains) / len(gains)
        score = 1 / (1 + exp(-1.5 * (mean - _GAIN) - 0.5 * (min(len(passage), _MANY) - _FEWEST)))
        cuts += [Cut(place, place + 1, "boilerplate", "scattered", round(score, 3)) for place in passage]
    return cuts


def _passages(places: Sequence[int]) -> Iterator[list[int]]:
    passage: list[int] = []
    for place in places:
        if passage and place - passage[-1] > _APART:
            if len(passage) >= _FEWEST:
                yield passage
            passage = []
        passage.append(place)
    if len(passage) >= _FEWEST:
        yield passage


def _enumerates(text: str, passage: Sequence[int]) -> bool:
    """Whether the letters go up one by one, or stand at one and the same character: 点A点B点C, 张某X李某X."""
    steps = {ord(text[b]) - ord(text[a]) for a, b in pairwise(passage)}
    return steps == {1} or 1 in (
        len({text[place - 1] for place in passage}),
        len({text[place + 1] for place in passage}),
    )


def _gains(text: str, passage: Sequence[int], model: Characters) -> list[float]:
    """How much likelier each character behind a place of the passage is without what stands there."""
    start, end = max(0, passage[0] - 2), passage[-1] + 2
    taken = set(passage)
    kept = [place for place in range(start, end) if place not in taken]
    joined = fold("\n\n" + "".join(text[place] for place in kept))
    whole = fold("\n\n" + text[start:end])
    without = dict(zip(kept, model.log(joined[:-2], joined[1:-1], joined[2:]).tolist(), strict=True))
    standing = model.log(whole[:-2], whole[1:-1], whole[2:]).tolist()
    return [
        without[place + 1] - standing[place + 1 - start] - (_DIGIT if text[place].isdigit() else 0.0)
        for place in passage
    ]
