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

    __slots__ = ("_change", "_figure", "_sought", "_view", "entity", "value")

    def __init__(self, view: "View", entity: Entity, value: PercentValue) -> None:
        self.entity = entity
        self.value = value
        self._view = view
        # Found when asked for; functools.cached_property takes a lock each time.
        self._figure: Figure | None = None
        self._sought = False
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
            self._sought, self._change = True, self._find_change()
        return self._change

    def _find_change(self) -> Change | None:
        if self.value.direction is None:
            return None
        sign = 1 if self.value.direction == "increase" else -1
        text, entity = self._view.text, self.entity
        sentence = self._view.sentence(entity.sentence)
        start = max(sentence.start, entity.start - REACH)
        before = [CHANGES[found[0]] for found in CHANGE.finditer(text, start, entity.start)]
        for change in reversed(before):
            if change.sign == sign:
                return change
        behind = CHANGE.finditer(text, entity.end, min(sentence.end, entity.end + BEHIND))
        return next((change for found in behind if (change := CHANGES[found[0]]).sign == sign), None)
