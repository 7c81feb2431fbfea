"""PERCENT: percentages, percentage points, tenths and multiples, with what they measure."""

from pipeline.tag.percents.finder import find

__all__ = ["find"]
