"""Amounts by themselves and against one another: units, ranges, comparisons, proportions."""
