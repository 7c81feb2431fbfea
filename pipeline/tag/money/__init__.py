"""MONEY: amounts with their currency, as they stand in a text."""

from pipeline.tag.money.finder import find

__all__ = ["find"]
