"""Losses: 扭亏为盈 beside a loss, 减亏 where last year's loss was smaller."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.check.contradictions.claims import Claim, turned
from pipeline.check.reading.figures import Figure
from pipeline.check.reading.view import View

TO_PROFIT = re.compile(
    "(?P<turn>扭亏为盈|扭亏增盈|由亏转盈|由亏损转为盈利)[，,]?(?:实现)?(?P<what>净?亏损)(?:额)?(?:为|达到?|约)?$"
)
TO_LOSS = re.compile("(?P<turn>由盈转亏|由盈利转为亏损)[，,]?(?:实现)?(?P<what>净利润?|盈利|利润)(?:为|达到?|约)?$")
#: 亏损1.2亿元，上年同期亏损1亿元，同比减亏20%.
LOSS = re.compile("亏损(?:总?额)?(?:为|达到?|约)?$")
LAST = re.compile("[，,](?:而)?(?:上年|去年)(?:同期)?(?:则)?净?亏损(?:总?额)?(?:为|达|约)?$")
LESS = re.compile("[，,](?:同比)?(?P<word>减亏|增亏)")


def wrong_losses(view: View) -> list[Claim]:
    """Losses and profits that contradict what is said of them."""
    numbers = sorted({entity.sentence for entity in view.money})
    return [claim for number in numbers for claim in _sentence(view, number)]


def _sentence(view: View, number: int) -> Iterator[Claim]:
    sentence = view.sentence(number)
    if "亏" not in view.text[sentence.start : sentence.end]:
        return
    figures = [f for f in view.figures(number) if f.entity and f.unit != "%"]
    for figure in figures:
        yield from _turned(view, figure, sentence.start)
    for first, last in pairwise(figures):
        if first.unit == last.unit:
            yield from _against_last_year(view, first, last, sentence.start)


def _turned(view: View, figure: Figure, start: int) -> Iterator[Claim]:
    for pattern, became in ((TO_PROFIT, "a profit"), (TO_LOSS, "a loss")):
        found = pattern.search(view.text, max(start, figure.start - 20), figure.start)
        if found:
            yield Claim(
                kind="arithmetic_conflict",
                spans=((found.start(), found.end("turn")), (found.start("what"), figure.end)),
                message=(
                    f"“{view.text[found.start() : figure.end]}”: {found['turn']} says that it became {became}, "
                    f"{found['what']} that it did not."
                ),
                confidence=0.85,
                suggestion={"rule": "turned"},
            )


def _against_last_year(view: View, new: Figure, old: Figure, start: int) -> Iterator[Claim]:
    found = LESS.match(view.text, old.end)
    if not found or not LAST.fullmatch(view.text, new.end, old.start):
        return
    if not LOSS.search(view.text, max(start, new.start - 8), new.start):
        return
    less = found["word"] == "减亏"
    if (new.low > old.high) if less else (new.high < old.low):
        spans = (new.start, new.end), (old.start, old.end), found.span("word")
        yield Claim(
            kind="arithmetic_conflict",
            spans=spans,
            message=(
                f"“{view.text[new.start : found.end()]}”: the loss is said to become "
                f"{'smaller' if less else 'larger'}, and it does not."
            ),
            confidence=0.9,
            suggestion={"rule": "loss", **turned(rise=not less)},
        )
