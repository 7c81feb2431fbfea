"""What decides which candidate was put in: the weights, what competes, and what the places of a phrase say together."""

import json
from collections.abc import Sequence
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline import models
from pipeline.clean.insertions.ads.candidates import LEAST_WEIGHT, Candidate
from pipeline.clean.insertions.ads.measures import NAMES, Features
from pipeline.errors import DataError

Vector = npt.NDArray[np.float64]

#: The measures of a phrase, from what its places say: see `phrase_measures`.
PHRASE_NAMES = ("bias", "mean", "least", "most", "times", "mean_times", "sum")
_WEIGHT, _AGAIN = map(NAMES.index, ("weight", "again"))


class Decision(NamedTuple):
    """The weights of the measures: of a span of trade words, of one of ordinary words, and of a phrase."""

    span: Vector
    ordinary: Vector
    phrase: Vector


@cache
def load() -> Decision:
    """The trained decision.

    Raises DataError if it is missing or does not fit this version's measures.
    """
    path = models.path("insertions.json")
    stored = json.loads(path.read_text("utf-8"))
    expected = {"span": NAMES, "ordinary": NAMES, "phrase": PHRASE_NAMES}
    if any(tuple(stored.get(name, ())) != names for name, names in expected.items()):
        raise DataError(f"{path}: made for other measures; run `dvc repro fit_insertions` or what it runs")
    return Decision(*(np.array(list(stored[name].values())) for name in expected))


def groups(spans: Sequence[Candidate]) -> npt.NDArray[np.int64]:
    """Which candidates compete: a number for each, the same for those that overlap. They are sorted."""
    found = []
    group, reached = -1, -1
    for start, end, _, _ in spans:
        if start >= reached:
            group += 1
        reached = max(reached, end)
        found.append(group)
    return np.array(found, np.int64)


def ordinary(rows: Features) -> npt.NDArray[np.bool_]:
    """Which spans are candidates because they come again, and not for the words of trades in them."""
    found: npt.NDArray[np.bool_] = (rows[:, _WEIGHT] < LEAST_WEIGHT) & (rows[:, _AGAIN] > 0)
    return found


def shares(values: Vector, group: npt.NDArray[np.int64]) -> tuple[Vector, Vector]:
    """The probability of each candidate, by its value, and of each group that one of its candidates was put in."""
    odds = np.exp(np.clip(values, -30, 30))
    total = 1 + np.bincount(group, odds)
    return odds / total[group], 1 - 1 / total


def best(
    text: str, spans: Sequence[Candidate], rows: Features, of_trades: Vector, of_others: Vector
) -> dict[str, list[tuple[int, float]]]:
    """The likeliest candidate of each group with the group's probability, by phrase."""
    group = groups(spans)
    values = np.where(ordinary(rows), rows @ of_others, rows @ of_trades)
    share, total = (part.tolist() for part in shares(values, group))
    chosen: dict[int, int] = {}
    for number, which in enumerate(group.tolist()):
        if which not in chosen or share[number] > share[chosen[which]]:
            chosen[which] = number
    phrases: dict[str, list[tuple[int, float]]] = {}
    for which, number in chosen.items():
        span = spans[number]
        phrases.setdefault(text[span.start : span.end], []).append((number, total[which]))
    return phrases


def phrase_measures(probabilities: Sequence[float]) -> list[float]:
    """The measures of a phrase, in the order of `PHRASE_NAMES`."""
    odds = [log(max(p, 1e-6) / max(1 - p, 1e-6)) for p in probabilities]
    mean, times = sum(odds) / len(odds), log(len(odds))
    return [1.0, mean, min(odds), max(odds), times, mean * times, sum(max(value, -3.0) for value in odds) / 3]
