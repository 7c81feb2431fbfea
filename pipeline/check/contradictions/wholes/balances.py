"""Wholes that their parts make up to the last digit, as they stand or with scale words put back.

总投资12亿元，其中贷款8亿元，自筹4万元: of the sums that swapped scale words allow one comes out. A sum that comes out
to the last digit is no accident, so it says which of the words were swapped; where only swapped words let it come
out, the page contradicts itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.check.contradictions.changes.thirds import UNDO, Ways, undone
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.figures import Figure, first_from
from pipeline.check.reading.times import OLD
from pipeline.check.reading.view import View, once
from pipeline.check.reading.words import CHANGE

#: Behind a whole, before its parts; and before the sum of what was listed, with the number of what is added up.
PARTS = re.compile("其中(?!之)|包括|资金来源")
SUM = re.compile(
    "(?:(?P<many>[两二三四五六七八]|[2-8])(?:者|项|类|部分|家|个|大?板块|笔|期|块)[^，,。；;、\\d]{0,6})?(?:合计|共计|总计|相加|加起来|之和|合共)"
    "(?:[^，,。；;、\\d]{0,6})$"
)
MANY = {word: number for number, word in enumerate("二三四五六七八", 2)} | {"两": 2}
#: What is told of another time, of one of many, or of what was added, is no part.
ASIDE = re.compile(
    f"{OLD.pattern}|{CHANGE.pattern}|每|均|单价|增速|带动|拉动|撬动|吸引|创造|形成|产生|实现|达产|建成后|预计|累计|超额|总|全年|当年"
)
#: So many parts of a whole are added up, and so many sentences back a sum may reach.
MOST, BACK = 6, 5
#: How exactly parts add up beside rounding; a part that is less than this of its whole says nothing.
EXACT, LEAST = 0.004, 0.01


class Balance(NamedTuple):
    """A whole with its parts, and the ways in which they add up: of the whole and each part, whether it was swapped.

    `said` if the page says outright that they add up or are parts.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    ways: tuple[Ways, ...]
    said: bool

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)

    @property
    def holds(self) -> bool:
        """Whether they add up as they stand."""
        return (False,) * (len(self.parts) + 1) in self.ways


@once
def balances(view: View) -> list[Balance]:
    """Every whole with its parts that add up to it in some way."""
    found = []
    if len(view.money) > 2:
        for number in view.money_sentences:
            if len(view.by_sentence[number]) > 1 or "计" in view.text[view.starts[number] : view.sentence(number).end]:
                found += [*_below(view, number), *_above(view, number)]
    return found


def wrong_balances(view: View) -> list[Claim]:
    """Wholes that their parts make up only once scale words are put back."""
    return [_claim(view, found) for found in balances(view) if found.said and not found.holds]


def _below(view: View, number: int) -> Iterator[Balance]:
    """A whole, and its parts behind 其中."""
    sentence = view.sentence(number)
    mark = PARTS.search(view.text, sentence.start, sentence.end)
    if not mark:
        return
    figures = _amounts(view, number)
    behind = first_from(figures, mark.start())
    parts = [figure for figure in figures[behind : behind + MOST + 1] if not _aside(view, figure, number)]
    wholes = figures[:behind][::-1]
    if mark.start() <= sentence.start + 1 and number:
        wholes = _amounts(view, number - 1)
    for many in range(min(len(parts), MOST), 1, -1):
        for whole in wholes:
            found = _balance(whole, parts[:many], said=True)
            if found:
                yield found
                return


def _above(view: View, number: int) -> Iterator[Balance]:
    """Figures and behind them their sum."""
    sentence = view.sentence(number)
    for total in _amounts(view, number):
        said = SUM.search(view.text, max(sentence.start, total.start - 20), total.start)
        if not said:
            continue
        listed: list[Figure] = []
        for back in range(number, max(-1, number - BACK), -1):
            its = [f for f in _amounts(view, back) if f.end <= said.start() and not _aside(view, f, back)]
            listed = its + listed
            if len(listed) >= MOST:
                break
        many = said["many"]
        counts = [MANY.get(many) or int(many)] if many else range(min(len(listed), MOST), 1, -1)
        ways = (_balance(total, listed[-count:], said=True) for count in counts if count <= len(listed))
        if found := next((way for way in ways if way), None):
            yield found


def _amounts(view: View, number: int) -> list[Figure]:
    return [figure for figure in view.figures(number) if figure.entity and figure.unit != "%"]


def _aside(view: View, figure: Figure, number: int) -> bool:
    """Whether the words of its clause make a figure no part of a list."""
    if figure.added:
        return True
    start = view.clause_start(figure.start, max(view.starts[number], figure.start - 24))
    return ASIDE.search(view.text, start, figure.start) is not None


def _balance(whole: Figure, parts: Sequence[Figure], *, said: bool) -> Balance | None:
    """The ways in which scale words that were swapped let parts add up to their whole; none if there is no such way."""
    figures = (whole, *parts)
    if any(figure.unit != whole.unit or figure.value <= 0 for figure in parts):
        return None
    options = [(False, True) if figure.scale[-1:] in UNDO else (False,) for figure in figures]
    ways = tuple(way for way in product(*options) if _adds_up(figures, way))
    return Balance(whole, tuple(parts), ways, said) if ways else None


def _adds_up(figures: Sequence[Figure], way: Ways) -> bool:
    whole, *parts = (undone(figure) if swapped else figure for figure, swapped in zip(figures, way, strict=True))
    if min(part.value for part in parts) < LEAST * whole.value:
        return False
    off = sum(figure.value - figure.low for figure in (whole, *parts))
    return abs(sum(part.value for part in parts) - whole.value) <= min(off, EXACT * whole.value)


def _claim(view: View, found: Balance) -> Claim:
    """The parts and the whole that they do not make up, with the scale words that would let them."""
    written = [view.text[figure.start : figure.end] for figure in found.figures]
    fixed = [
        UNDO[figure.scale[-1]][0].join(text.rsplit(figure.scale[-1], 1))
        for figure, text, swapped in zip(found.figures, written, found.ways[0], strict=True)
        if swapped
    ]
    whole, *parts = written
    return Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted((figure.start, figure.end) for figure in found.figures)),
        message=f"{'、'.join(parts)} do not add up to {whole}; with {' and '.join(fixed)} they would.",
        confidence=0.93,
        suggestion={"rule": "parts_of_whole", "field": "unit"},
        supports=tuple(_supports(found)),
        tied=True,
    )


def _supports(found: Balance) -> Iterator[Support]:
    for reading, way in enumerate(found.ways):
        for figure, swapped in zip(found.figures, way, strict=True):
            if swapped:
                word, entity = figure.scale[-1], figure.entity
                yield Support(entity.id if entity else None, word, UNDO[word][0], 0.95 / len(found.ways), reading)
