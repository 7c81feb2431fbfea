"""Percentages with the word of change that gives them their direction."""

import re
from typing import TYPE_CHECKING

from pipeline.check.reading.figures import Figure, ratio_figure
from pipeline.check.reading.words import CHANGE, CHANGES, Change
from pipeline.schema import Entity, PercentValue

if TYPE_CHECKING:
    from pipeline.check.reading.view import View

#: Characters before a percentage in which its word of change is looked for, and behind it.
REACH, BEHIND = 24, 6
#: Behind a percentage that is changed by points.
RAISED = re.compile(rf"(?:{CHANGE.pattern})了?\d+(?:\.\d+)?个?百分点")


class Percent:
    """A PERCENT entity with its value, its figure, and the word of change that gives it its direction."""

    __slots__ = ("_change", "_figure", "_sought", "_view", "_word", "entity", "value")

    def __init__(self, view: "View", entity: Entity, value: PercentValue) -> None:
        self.entity = entity
        self.value = value
        self._view = view
        # Found when asked for; functools.cached_property takes a lock each time.
        self._figure: Figure | None = None
        self._sought = False
        self._word: re.Match[str] | None = None
        self._change: Change | None = None

    @property
    def figure(self) -> Figure:
        """The percentage as a ratio, with what rounding leaves open."""
        if self._figure is None:
            self._figure = ratio_figure(self._view.text, self.entity, self.value)
        return self._figure

    @property
    def change(self) -> Change | None:
        """The nearest word of change before the percentage, else just behind it, that has its direction."""
        if not self._sought:
            self._sought, self._word = True, self._find_change()
            self._change = CHANGES[self._word[0]] if self._word else None
        return self._change

    @property
    def stated(self) -> tuple[int, int]:
        """Where the change is stated: from its word to the percentage, in whatever order; the percentage if without."""
        start, end = self._word.span() if self.change and self._word else (self.entity.start, self.entity.end)
        return min(start, self.entity.start), max(end, self.entity.end)

    def _find_change(self) -> re.Match[str] | None:
        if self.value.direction is None:
            return None
        sign = 1 if self.value.direction == "increase" else -1
        text, entity = self._view.text, self.entity
        sentence = self._view.sentence(entity.sentence)
        start = max(sentence.start, entity.start - REACH)
        before = [*CHANGE.finditer(text, start, entity.start)]
        behind = CHANGE.finditer(text, entity.end, min(sentence.end, entity.end + BEHIND))
        return next((found for found in (*reversed(before), *behind) if CHANGES[found[0]].sign == sign), None)
