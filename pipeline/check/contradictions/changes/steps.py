"""Changes said with both ends and the step between them: 由30家增加20家，达到50家; 由4.4%下调0.2个百分点至4.2%."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.check.contradictions.changes.moves import FROM, begins, moves
from pipeline.check.contradictions.claims import Claim, Support, turned
from pipeline.check.reading.figures import Figure, first_from, like
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGE, CHANGES

#: Between the start and the end: a word of change, the step, 至. The step is a figure or a number of points.
STEP = re.compile(
    rf"[，,]?(?:又|再|已|将|共)?(?P<word>{CHANGE.pattern})了?(?P<step>[^，,。；;\n]{{1,14}}?)"
    r"[，,]?(?:增|升|降|减)?(?:至|到|达到?)(?:了|约)?"
)
#: A cheap look: a number, a word of change, a number, and 至 or 到.
AHEAD = re.compile(rf"\d[^，,。；;\n\d]{{1,4}}?[，,]?(?:{CHANGE.pattern})了?\d[^。；;\n]{{1,10}}?[至到达]")
POINTS = re.compile(r"(?P<number>\d+(?:\.\d+)?)个?百分点")
REACH = 24
#: Behind “从A增加到B”, before what was added in all: nothing that could be of something else.
NET = re.compile(
    r"[，,](?:[\d一二三四五六七八九十两]{1,3}年(?:间|来)?|其间|共|合计|前后)?"
    rf"(?P<word>净增加?|多|净减少?|少|(?:{CHANGE.pattern})(?<![至到]))(?:了|约|近)?"
)
END = re.compile(r"(?:以上|左右|多|余)?(?:[，,。；;、）)\n]|$)")
MORE = frozenset({"净增", "净增加", "多", *(change.word for change in CHANGES.values() if change.sign > 0)})
#: What a step may miss by beside rounding, as a share of the end.
SLACK = 0.01


def wrong_steps(view: View) -> list[Claim]:
    """Steps that do not lead from the figure before to the figure behind."""
    ahead = (number for number, words in view.several if begins(words) and AHEAD.search(words))
    return [claim for number in ahead for claim in _sentence(view, number)]


def wrong_net_changes(view: View) -> Iterator[Claim]:
    """从640人增加到1150人，净增310人: what lies between the two ends is another number."""
    for move in moves(view):
        old, new = move.pair.old, move.pair.new
        figures = view.figures(move.sentence)
        behind = first_from(figures, new.end)
        net = figures[behind] if behind < len(figures) else None
        alike = net is not None and net.unit == new.unit != "%" and END.match(view.text, net.end)
        said = NET.fullmatch(view.text, new.end, net.start) if net and alike else None
        if net and said and not _leads(old, new, 1 if said["word"] in MORE else -1, net.low, net.high):
            word, actual = said.start("word"), like(view.text, net, abs(new.value - old.value))
            first, last, step = (view.text[figure.start : figure.end] for figure in (old, new, net))
            yield Claim(
                kind="arithmetic_conflict",
                spans=((old.start, old.end), (new.start, new.end), (word, net.end)),
                message=f"“{view.text[old.start : net.end]}”: from {first} to {last} is {actual}, not {step}.",
                confidence=0.85,
                suggestion={"rule": "net_change", "field": "amount", "value": actual},
            )


def _sentence(view: View, number: int) -> Iterator[Claim]:
    figures = view.figures(number)
    for old, new in [*pairwise(figures), *zip(figures, figures[2:], strict=False)]:
        between = view.text[old.end : new.start][: 2 * REACH]
        step = STEP.fullmatch(between) if old.unit == new.unit and old.added is None else None
        if not step or not FROM.search(view.text, max(view.starts[number], old.start - REACH), old.start):
            continue
        sign = CHANGES[step["word"]].sign
        size = _size(figures, _place(old, step), step["step"], new.unit)
        if size and not _leads(old, new, sign, *size):
            yield _claim(view, old, new, step, reversed_fits=_leads(old, new, -sign, *size))


def _place(old: Figure, step: re.Match[str]) -> tuple[int, int]:
    """Where the step stands on the page."""
    return old.end + step.start("step"), old.end + step.end("step")


def _size(figures: list[Figure], place: tuple[int, int], words: str, unit: str) -> tuple[float, float] | None:
    """The least and the most that the step can be; points are a hundredth each."""
    points = POINTS.fullmatch(words)
    if points and unit == "%":
        ulp = 10.0 ** -len(points["number"].partition(".")[2])
        size = float(points["number"])
        return (size - ulp / 2) / 100, (size + ulp / 2) / 100
    at = first_from(figures, place[0])
    step = figures[at] if at < len(figures) and figures[at].end <= place[1] else None
    return (step.low, step.high) if step and step.unit == unit != "%" else None


def _leads(old: Figure, new: Figure, sign: int, least: float, most: float) -> bool:
    low, high = (old.low + least, old.high + most) if sign > 0 else (old.low - most, old.high - least)
    slack = SLACK * max(abs(new.value), abs(old.value))
    return low - slack <= new.high and new.low <= high + slack


def _claim(view: View, old: Figure, new: Figure, step: re.Match[str], *, reversed_fits: bool) -> Claim:
    change, place = CHANGES[step["word"]], _place(old, step)
    first, last = view.text[old.start : old.end], view.text[new.start : new.end]
    said = step[0][step.start("word") : step.end("step")]
    suggestion: dict[str, object] = {"rule": "step"}
    if reversed_fits:
        suggestion |= turned(rise=change.sign > 0)
    return Claim(
        kind="arithmetic_conflict",
        spans=((old.start, old.end), place, (new.start, new.end)),
        message=f"“{view.text[old.start : new.end]}”: {said} does not lead from {first} to {last}.",
        confidence=0.9 if reversed_fits else 0.85,
        suggestion=suggestion,
        supports=(Support(None, change.word, change.opposite, 0.9),) if reversed_fits else (),
    )
