"""Letters, digits and symbols scattered between the characters of the author's words, to keep the page from matching.

数a据b库 is 数据库. One letter between two characters may well be the author's (到B站, 沿x轴, 第3届); several close
together, or small ones all over a page, between characters that belong together as words do, are not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import rjieba

from pipeline.clean.characters import Characters, fold
from pipeline.clean.ledger import Cut, probability

_HAN = "\u4e00-\u9fff"
#: A single letter, digit or symbol between two characters; no mark that separates words or numbers.
_BETWEEN = re.compile(rf"[A-Za-z0-9*#@$^&+=_~|\\`☆★❤♥◆◇■□●○◎※→°¤§¥£¢¿¡\xa0](?<=[{_HAN}].)(?=[{_HAN}])")
#: Farther apart than this they are not scattered over one passage; fewer are the author's; more say no more.
_APART, _FEWEST, _MANY = 12, 3, 6
#: What the reading gains without one, in nats, on average; a digit has to gain more, as 第3届 and 有5人 read on too.
_GAIN, _DIGIT = 3.0, 2.5
#: Single small letters all over the page: how much each gains, at so large a part of them, and how many are looked at.
_STRONG, _MOSTLY, _MOST = 4.0, 0.7, 1000
#: So many are too few to be told by what they gain; that they cut words must not be against all reading either.
_PAIR, _ODD, _TOGETHER = 2, -1.5, 3.5
#: So far around a letter is looked for the word that it cuts.
_WORD = 4
#: Amid others, what reads so much worse without it is a letter of the author: 联名T恤.
_FLOOR = -4.0


def find(text: str, model: Characters) -> list[Cut]:
    """What is scattered over passages of `text`, or singly over all of it, each with its score."""
    places = [match.start() for match in _BETWEEN.finditer(text)]
    if len(places) < _PAIR:
        return []
    scores: dict[int, float] = {}
    passages = [passage for passage in _passages(places) if not _enumerates(text, passage)]
    for passage, gains in zip(passages, _gains(text, passages, model), strict=True):
        value = 1.5 * (sum(gains) / len(gains) - _GAIN) + 0.5 * (min(len(passage), _MANY) - _FEWEST)
        scores |= {place: _score(value) for place, gain in zip(passage, gains, strict=True) if gain > _FLOOR}
    single = [place for place in places if not text[place].isdigit() and not text[place].isupper()]
    if len(single) >= _PAIR and not _enumerates(text, single):
        strong, share = _strong(text, single[:_MOST], model)
        value = 4.0 * (share - _MOSTLY) + 0.5 * (min(len(single), _MANY) - 1)
        for place in strong:
            scores[place] = max(scores.get(place, 0.0), _score(value))
    return [Cut(place, place + 1, "boilerplate", "scattered", scores[place]) for place in sorted(scores)]


def _strong(text: str, places: Sequence[int], model: Characters) -> tuple[list[int], float]:
    """Those of the single letters that were put in, looked at one by one, and how large a part of all they are."""
    gains = _single_gains(text, places, model)
    few = len(places) < _FEWEST
    letters = {text[place] for place in places if text[place].isalpha()}
    if few and (sum(gains) < _TOGETHER or len(letters) < len(places)):
        return [], 0.0
    strong = [
        place
        for place, gain in zip(places, gains, strict=True)
        if (gain > _STRONG and not few) or (gain > _ODD and _cuts_word(text, place))
    ]
    return strong, len(strong) / len(places)


def _cuts_word(text: str, place: int) -> bool:
    """Whether a letter stands between characters of one word."""
    if not text[place].isalpha():
        return False
    before = text[max(0, place - _WORD) : place]
    reached = 0
    for word in rjieba.cut(before + text[place + 1 : place + 1 + _WORD]):
        reached += len(word)
        if reached >= len(before):
            return reached > len(before)
    return False


def _single_gains(text: str, places: Sequence[int], model: Characters) -> list[float]:
    """How much likelier the character behind each place is without what stands there, each by itself."""
    codes = fold(f"\n\n{text}")
    at = np.asarray(places) + 2
    before, here, behind = codes[at - 1], codes[at], codes[at + 1]
    logs = model.log(
        np.concatenate([codes[at - 2], before]), np.concatenate([before, here]), np.concatenate([behind, behind])
    )
    return (logs[: len(at)] - logs[len(at) :]).tolist()  # type: ignore[no-any-return]


def _score(value: float) -> float:
    return round(probability(value), 3)


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


def _gains(text: str, passages: Sequence[Sequence[int]], model: Characters) -> Iterator[list[float]]:
    """For each passage how much likelier each character behind its places is without what stands there."""
    if not passages:
        return
    # All passages in a row, each as it stands and without what is scattered over it, and where the characters are
    # behind each place in the one and the other.
    row: list[str] = []
    size = 0
    behind: list[tuple[int, int]] = []
    for passage in passages:
        start, end = max(0, passage[0] - 2), passage[-1] + 2
        taken = set(passage)
        row += ["\n\n", text[start:end], "\n\n", *(text[n] for n in range(start, end) if n not in taken)]
        standing, without = size + 2 - start, size + 4 + end - start - start
        behind += [(standing + place + 1, without + place - number) for number, place in enumerate(passage)]
        size += 4 + 2 * (end - start) - len(passage)
    codes = fold("".join(row))
    logs = model.log(codes[:-2], codes[1:-1], codes[2:]).tolist()
    number = 0
    for passage in passages:
        yield [
            logs[without - 2] - logs[standing - 2] - (_DIGIT if text[place].isdigit() else 0.0)
            for place, (standing, without) in zip(passage, behind[number : number + len(passage)], strict=True)
        ]
        number += len(passage)
