"""What a share of a whole comes to: 总投资50亿元，资本金占20%，为10亿元."""

import re
from collections.abc import Iterator
from itertools import product

from pipeline.check.contradictions.changes.solve import COARSE, RESCALES, Rescale
from pipeline.check.contradictions.claims import Claim, Support, quoted
from pipeline.check.reading.figures import Figure, first_from, like
from pipeline.check.reading.view import View

#: Before a share, and between it and what it comes to.
SHARE = re.compile(r"占(?:比(?:例|重)?(?:为|达)?|总[^，,。；;\d]{0,4}的?)?(?:约|近)?$")
COMES_TO = re.compile("[，,（(]?(?:即|也就是)?(?:为|约|共计?|合计?|计|达到?|约为|金额为)$")
#: What is said of a whole: a total, right before its figure.
WHOLE = re.compile("总[^，,。；;]{1,8}$")
#: What a share may miss by beside rounding.
OFF = 0.02


def wrong_portions(view: View) -> Iterator[Claim]:
    """Amounts that are said to be a share of a total, and are not."""
    for percent in view.percents:
        entity = percent.entity
        if percent.value.direction or percent.value.unit != "percent" or percent.value.ratio_max:
            continue
        start = view.sentence(entity.sentence).start
        if not SHARE.search(view.text, max(start, entity.start - 12), entity.start):
            continue
        figures = view.figures(entity.sentence)
        behind = first_from(figures, entity.end)
        part = figures[behind] if behind < len(figures) else None
        if part is None or not COMES_TO.fullmatch(view.text[entity.end : part.start][:8]):
            continue
        before = [f for f in figures[:behind] if f.unit == part.unit != "%" and f.end <= entity.start]
        whole = before[-1] if before else None
        if whole is None or _agree(percent.figure, whole, part):
            continue
        if WHOLE.search(view.text, max(start, whole.start - 12), whole.start):
            yield _claim(view, percent.figure, whole, part)


def _agree(share: Figure, whole: Figure, part: Figure) -> bool:
    return part.high / max(whole.low, 1e-9) >= share.low - OFF and part.low / whole.high <= share.high + OFF


def _claim(view: View, share: Figure, whole: Figure, part: Figure) -> Claim:
    text = view.text
    supports = tuple(_supports(share, whole, part))
    comes_to = like(text, whole, whole.value * share.value)
    total, ratio, amount = (text[figure.start : figure.end] for figure in (whole, share, part))
    suggestion: dict[str, object] = {
        "rule": "part_of_total",
        "field": "unit" if supports else "amount",
        "value": comes_to,
    }
    return quoted(
        view,
        (whole, share, part),
        f"{ratio} of {total} is {comes_to}, not {amount}.",
        0.92 if supports else 0.8,
        suggestion,
        supports,
    )


def _supports(share: Figure, whole: Figure, part: Figure) -> Iterator[Support]:
    """The scale words whose swap makes the part the share of the whole."""
    ways = [
        (one, other)
        for one, other in product(_swaps(whole), _swaps(part))
        if _agree(share, _undone(whole, one), _undone(part, other))
    ]
    for at, way in enumerate(ways):
        for figure, swap in zip((whole, part), way, strict=True):
            if swap:
                yield Support(figure.entity.id if figure.entity else None, swap[0], swap[1], 0.9 / len(ways), at)


def _swaps(figure: Figure) -> list[Rescale | None]:
    fitting = (r for r in RESCALES if figure.scale.endswith(r[0]) and not 1 / COARSE < r[2] < COARSE)
    return [None, *fitting]


def _undone(figure: Figure, swap: Rescale | None) -> Figure:
    return figure.times(swap[2]) if swap else figure
