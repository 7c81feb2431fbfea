"""Find dates and say what their characters state; the value needs context and is `pipeline.normalize.dates`'."""

from pipeline.tag.dates.grammar import find

__all__ = ["find"]
