"""Scores of a run against gold: spans, values, event dates, removals, sentences, joined programmes.

Gold is made on the raw page, so that each stage is judged by its own work: all comparisons are made in
raw offsets, white space between marks counts for nothing, and sentence ends are compared on the
characters that gold keeps, so that a removal that was missed is not counted against the splitter too.
"""

from pipeline.evaluate.gold import GoldPage, load
from pipeline.evaluate.score import evaluate
from pipeline.evaluate.scores import Scores
from pipeline.evaluate.show import plot_rows, table

__all__ = ["GoldPage", "Scores", "evaluate", "load", "plot_rows", "table"]
