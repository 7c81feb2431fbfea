"""What can be measured of the sentences that may be of a novel, on a page that is none.

A sentence is looked at only if its characters are those of narration: gestures, bodies, weather, light, things at
hand, he and she. The rest is said by the page around it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Characters, Codes, fold

Vector = npt.NDArray[np.float64]
Span = tuple[int, int]

#: The measures of a sentence, in order.
NAMES = (
    "bias", "register", "pairs_shared", "rare_shared", "no_antecedent", "page", "beside", "goes_on", "strange",
    "own_line", "quotes", "reports", "size",
)  # fmt: skip

#: A sentence with its closing marks; speech at its beginning is part of it, and speech that ends is its end.
_SENTENCE = re.compile(
    r"(?:“[^“”\n]{0,200}”)?"
    r"(?:[^。！？\n“]++|“[^“”\n]{0,200}(?<![。！？])”|“(?![^“”\n]{0,200}[。！？]”))*+"
    r"(?:“[^“”\n]{0,200}[。！？]”|[。！？]+”?|(?=\n)|\Z)"
)
_ENDS = "。！？”"
_SPACE = " \t\u3000"
COMMAS = frozenset("，,：:")
_CLAUSE = re.compile("[，,：:]")
#: What the characters of clauses that narrate say beyond the least, and those before them below it, in nats; more is
#: asked where the sentence narrates with those too.
_GLUED, _PLAINLY, _SURELY = 1.5, 1.0, 2.5
#: Figures, dates and amounts are never an insertion's.
_STATES = re.compile(
    r"[\d０-９]|[〇零一二三四五六七八九十百千几数多余]{2,}年|[一二三四五六七八九十][月日号]|[几一二三四五六七八九十百千万亿]+[元亿吨]|百分之|"
    r"[年月][初中末底]|春[节節]|端午|[国國][庆慶]|元旦|清明[节節]|中秋[节節]|重[阳陽]|[连連]假|[去今明]年|[上下本][个個]?月|近年|目前"
)
#: Who is in reports and by whom they are told, and what they are about when they tell of what people do.
_REPORTS = re.compile(
    r"[一二两三四五几数多]名|有[人位]|记者|民警|警[方察]|官兵|战士|部队|消防|救援|志愿|群众|村民|居民|市民|网友|乡亲|游客|旅客|乘客|顾客|"
    r"干部|书记|县|镇|乡|局|厅|部门|单位|公司|企业|工厂|医院|学校|法院|法庭|社区|医护|患者|灾|同志|群体|人们|大家|"
    r"据|称|介绍|回忆|讲述|表示|告诉|透露|相传|传说|传承|导演|演员|影片|剧|小说|作品|作者|读者|画|诗|歌|比赛|球"
)
_PERSONS = "他她我你它咱俺"
_SHORTEST, _LONGEST = 10, 120
#: What the characters of a sentence say together and each, in nats, before it is looked at.
_TOLD, _TOLD_EACH = 2.5, 0.2
#: A page with more such sentences, or with so large a part of them, tells a story.
_MOST, _PART, _FEW = 40, 3, 4
#: Of each character, by its code, whether it is Chinese, ends a sentence or parts its clauses.
_HAN, _END, _COMMA = np.uint8(1), np.uint8(2), np.uint8(3)
_KINDS = np.zeros(0x10000, np.uint8)
_KINDS[0x4E00:0xA000] = _HAN
_KINDS[fold("。！？\n").view(np.int64)] = _END
_KINDS[fold("，：").view(np.int64)] = _COMMA
_START = np.zeros(1, np.int64)
#: A character that comes less often than this, by its logarithm, says what a page is about.
_RARE = -6.5
_COMMON = 3
#: A page of so many characters shows what it is about; one of fewer shows no less.
_MUCH, _LITTLE = 800, 100


class Narrated(NamedTuple):
    """Sentences that may be of a novel, and their measures, a row each."""

    spans: Sequence[Span]
    rows: Vector


def sentences(text: str) -> list[Span]:
    """The sentences of a text, without the space before them."""
    found = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while start < end and text[start] in _SPACE:
            start += 1
        if start < end:
            found.append((start, end))
    return found


def measured(text: str, codes: Codes, register: Vector, model: Characters) -> Narrated:
    """The sentences that may be of a novel; `codes` are those of `text`, and `register` says of each character how much
    it is narration's."""
    nothing = Narrated((), np.zeros((0, len(NAMES))))
    size = len(text)
    told, han = np.zeros(size + 1), np.zeros(size + 1)
    register.cumsum(out=told[1:])
    kinds = _KINDS.take(codes.view(np.int64))
    (kinds == _HAN).cumsum(out=han[1:])
    # Between marks that end a sentence there is none that narrates on most pages, and no need to look for sentences.
    ends = np.concatenate([(kinds == _END).nonzero()[0], np.array([size])])
    begins = np.concatenate([_START, (kinds > _HAN).nonzero()[0]])
    ends_of = ends.take(ends.searchsorted(begins, "right"), mode="clip")
    tells = _narrated(told.take(ends_of) - told.take(begins), han.take(ends_of) - han.take(begins))
    if not tells.any():
        return nothing
    near = begins.compress(tells).tolist()
    parts = [
        part
        for start, stop in sentences(text)
        for part in (
            _parted(text, (start, stop), told, han)
            if bisect_left(near, start - 1) < bisect_left(near, stop)
            else [(start, stop)]
        )
    ]
    start, end = np.array(parts).T
    totals, sizes = told[end] - told[start], np.maximum(han[end] - han[start], 1)
    means = totals / sizes
    narrated = _narrated(totals, sizes)
    which = [
        number
        for number in np.flatnonzero(narrated).tolist()
        if _SHORTEST <= parts[number][1] - parts[number][0] <= _LONGEST
        and text[parts[number][1] - 1] in _ENDS
        and not _STATES.search(text, *parts[number])
    ]
    count = int(narrated.sum())
    if not which or count > _MOST or (count > _FEW and _PART * count > len(parts)):
        return nothing
    rows = [
        [
            1.0,
            means[number],
            *_shared(text, parts[number], model),
            (told[-1] - totals[number]) / max(1.0, han[-1] - sizes[number]),
            _beside(means, sizes, number),
            _goes_on(text, parts, number),
            _strange(text[slice(*parts[number])], model),
            _own_line(text, *parts[number]),
            text.find("“", *parts[number]) >= 0,
            _REPORTS.search(text, *parts[number]) is not None,
            log(min(max(_LITTLE, han[-1]), _MUCH)),
        ]
        for number in which
    ]
    return Narrated([parts[number] for number in which], np.array(rows, np.float64))


def _parted(text: str, sentence: Span, told: Vector, han: Vector) -> list[Span]:
    """A sentence, in two where one that narrates is put behind a comma or colon of one that does not."""
    start, end = sentence
    places = [start, *(match.end() for match in _CLAUSE.finditer(text, start, end - _SHORTEST))]
    worths = [told[end] - told[place] - _TOLD_EACH * (han[end] - han[place]) for place in places]
    best = max(range(len(places)), key=worths.__getitem__)
    narrated = worths[0] > 0 and told[end] - told[start] > _TOLD
    if best and worths[best] > _GLUED and worths[0] <= worths[best] - (_SURELY if narrated else _PLAINLY):
        return [(start, places[best]), (places[best], end)]
    return [sentence]


def _narrated(totals: Vector, sizes: Vector) -> npt.NDArray[np.bool_]:
    """Which stretches are narration, by what their characters say together and how many these are."""
    return (totals > _TOLD) & (totals > _TOLD_EACH * sizes)


def _strange(said: str, model: Characters) -> float:
    """How improbable the character model of news finds a sentence, in nats a character."""
    codes = fold(f"\n\n{said}")
    return -float(model.log(codes[:-2], codes[1:-1], codes[2:]).mean())


def _shared(text: str, span: Span, model: Characters) -> tuple[float, float, bool]:
    """What of a sentence the rest of the page has too: pairs, rare characters; and whether it has not its persons."""

    def elsewhere(part: str) -> bool:
        return text.find(part, 0, span[0]) >= 0 or text.find(part, span[1]) >= 0

    said = text[slice(*span)]
    pairs = _pairs(said)
    rare = _rare(said, model)
    persons = [character for character in _PERSONS if character in said]
    return (
        sum(map(elsewhere, pairs)) / max(1, len(pairs)),
        sum(map(elsewhere, rare)) / max(1, len(rare)),
        not all(map(elsewhere, persons)),
    )


def _rare(said: str, model: Characters) -> set[str]:
    logs = model.alone(fold(said)).tolist()
    return {character for character, value in zip(said, logs, strict=True) if value < _RARE and is_han(character)}


def _beside(means: Vector, sizes: Vector, number: int) -> float:
    """How much the one of the sentences before and behind is narration that is it more."""
    near = (n for n in (number - 1, number + 1) if 0 <= n < len(means) and sizes[n] > _COMMON)
    return max((float(means[n]) for n in near), default=0.0)


def _goes_on(text: str, parts: Sequence[Span], number: int) -> int:
    """How much more the sentences around one have in common with each other than with it."""
    before, said, after = (
        _pairs(text[slice(*parts[n])]) if 0 <= n < len(parts) else set() for n in (number - 1, number, number + 1)
    )
    return min(_COMMON, len(before & after)) - min(_COMMON, len(said & (before | after)))


def _own_line(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in "\n\u3000 " and text[end : end + 1] in ("", "\n")


def _pairs(said: str) -> set[str]:
    return {one + other for one, other in pairwise(said) if is_han(one) and is_han(other)}


def is_han(character: str) -> bool:
    """Whether a character is one of the common Chinese ones."""
    return "\u4e00" <= character < "\ua000"
