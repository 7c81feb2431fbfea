"""Figures in a row and their sum: 分别为3亿元、2亿元和1亿元，合计8亿元."""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.contradictions.claims import Claim, quoted
from pipeline.check.reading.figures import Figure, first_from, like
from pipeline.check.reading.view import View

#: Before the row, between its figures, and before their sum.
ROW = re.compile("分别(?:为|是|达到?|有)?[约近]?")
NEXT = re.compile("[、,，]?(?:和|及|与|以及)?(?:约|近)?")
SUM = re.compile(
    "[，,；;]?(?:[两二三四五六]?(?:者|项|地|家|个|市|县|校|村)?)(?:合计|共计|总计|一共|总共|加起来|之和)(?:为|达到?|约|近|是)*"
)
#: So many figures of a row are added up; what rounding may make of the sum.
MOST, SLACK = 12, 0.011


def wrong_sums(view: View) -> Iterator[Claim]:
    """Rows of figures that do not add up to the sum right behind them."""
    for number, words in view.several:
        found = ROW.search(words) if "分别" in words else None
        if found:
            yield from _sentence(view, number, view.starts[number] + found.end())


def _sentence(view: View, number: int, place: int) -> Iterator[Claim]:
    figures = view.figures(number)
    first = first_from(figures, place)
    row = _row(view, figures[first : first + MOST])
    last = first + len(row)
    if len(row) < 2 or last >= len(figures):
        return
    total = figures[last]
    if total.unit != row[0].unit or not SUM.fullmatch(view.text, row[-1].end, total.start):
        return
    low, high = sum(figure.low for figure in row), sum(figure.high for figure in row)
    if total.high * (1 + SLACK) < low or high * (1 + SLACK) < total.low:
        actual = like(view.text, total, sum(figure.value for figure in row))
        suggestion: dict[str, object] = {"rule": "sum", "field": "amount", "value": actual}
        yield quoted(view, (*row, total), f"together they are {actual}.", 0.85, suggestion)


def _row(view: View, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of one unit that stand side by side."""
    row: list[Figure] = []
    for figure in figures:
        if row and (figure.unit != row[0].unit or not NEXT.fullmatch(view.text, row[-1].end, figure.start)):
            break
        row.append(figure)
    return row
