"""What was, what was added or taken away, and what there is: which scale words let the three come out."""

from itertools import product

from pipeline.check.contradictions.changes.moves import Pair
from pipeline.check.reading.figures import Figure

#: What each scale word may stand for, and by what its swap is undone.
UNDO = {"万": ("亿", 1e4), "亿": ("万", 1e-4)}
#: How exactly they come out beside rounding; one that is less than this of the largest says nothing.
EXACT, LEAST = 0.004, 0.01

Ways = tuple[bool, ...]
#: Whether the word of change was turned, and which of the new, the old and the step were swapped.
Third = tuple[bool, Ways]


def thirds(pair: Pair, step: Figure, sign: int) -> tuple[Third, ...]:
    """The ways in which the step leads from old to new once scale words are put back, those first that turn nothing."""
    figures = (pair.new, pair.old, step)
    options = [(False, True) if figure.scale[-1:] in UNDO else (False,) for figure in figures]
    if any(figure.value <= 0 for figure in figures):
        return ()
    ways = [way for way in product(*options) if any(way)]
    return tuple(
        (turned, way) for turned in (False, True) for way in ways if _leads(figures, way, -sign if turned else sign)
    )


def undone(figure: Figure) -> Figure:
    """The figure with its scale word put back."""
    return figure.times(UNDO[figure.scale[-1]][1])


def _leads(figures: tuple[Figure, ...], way: Ways, sign: int) -> bool:
    new, old, step = (undone(figure) if swapped else figure for figure, swapped in zip(figures, way, strict=True))
    most = max(new.value, old.value)
    off = sum(figure.value - figure.low for figure in (new, old, step))
    if min(new.value, old.value, step.value) < LEAST * most:
        return False
    return abs(new.value - old.value - sign * step.value) <= min(off, EXACT * most)
