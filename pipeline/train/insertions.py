"""Fits what decides on advertising: `python -m pipeline.train.insertions models/insertions.json FOLDER...`.

Articles that the character model has not seen, and those of the folders, are spammed (`pipeline.train.pages`),
candidates measured and two models fitted: which of the candidates that overlap was put in, if any, and whether a phrase
was, given all of its places.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean import characters
from pipeline.clean.characters import Characters
from pipeline.clean.insertions.ads import decision, lexicon
from pipeline.clean.insertions.ads.candidates import Candidate
from pipeline.clean.insertions.ads.lexicon import Lexicon
from pipeline.clean.insertions.ads.measures import NAMES, Features, measured
from pipeline.clean.insertions.ads.trades import WEIGHT
from pipeline.corrupt.insertions import Insertion
from pipeline.train.characters import articles
from pipeline.train.pages import Article, Page, about, clean, spammed, written
from pipeline.train.phrases import known

Vector = npt.NDArray[np.float64]

#: Seeds under which each article is spammed for fitting spans and phrases, and how often it is shown clean.
SPAN_SEEDS, PHRASE_SEEDS, CLEAN = range(4), range(4, 8), (3, 5)
#: How often each article of today is taken, for every one of the newspaper's.
MODERN = 6


def _right(
    text: str, spans: Sequence[Candidate], group: npt.NDArray[np.int64], inserted: Sequence[Insertion]
) -> Vector:
    """1 for the candidates that were put in, at most one in a group. A comma that was put in is not the phrase."""
    gold = {(i.start + (text[i.start] == "，"), i.end) for i in inserted}
    right = np.zeros(len(spans))
    seen: set[int] = set()
    for number, span in enumerate(spans):
        which = int(group[number])
        if (span.start, span.end) in gold and which not in seen:
            right[number] = 1
            seen.add(which)
    return right


def _standardized(rows: Features) -> tuple[Features, Vector, Vector]:
    mean, deviation = rows.mean(0), rows.std(0)
    deviation[deviation < 1e-9] = 1
    mean[0], deviation[0] = 0, 1
    return (rows - mean) / deviation, mean, deviation


def _original(weights: Vector, mean: Vector, deviation: Vector) -> Vector:
    """Weights of measures as they are, from those of standardized ones."""
    scaled = weights / deviation
    scaled[0] = weights[0] - (weights[1:] * mean[1:] / deviation[1:]).sum()
    return scaled


def conditional_logit(rows: Features, group: npt.NDArray[np.int64], right: Vector, ridge: float = 1.0) -> Vector:
    """Weights under which, in each group, the right candidate or none is likeliest; by damped Newton steps."""
    rows, mean, deviation = _standardized(rows)
    count = int(group.max()) + 1
    weights = np.zeros(rows.shape[1])
    weights[0] = -3
    chosen = rows[right == 1].sum(0)

    def likelihood(weights: Vector) -> float:
        values = np.clip(rows @ weights, -40, 40)
        total = 1 + np.bincount(group, np.exp(values), count)
        return float(values[right == 1].sum() - np.log(total).sum() - ridge / 2 * weights @ weights)

    current, damping = likelihood(weights), 1.0
    for _ in range(80):
        share, _ = decision.shares(rows @ weights, group)
        gradient = chosen - (rows * share[:, None]).sum(0) - ridge * weights
        means = np.stack([np.bincount(group, rows[:, k] * share, count) for k in range(rows.shape[1])], 1)
        curvature = (rows * share[:, None]).T @ rows - means.T @ means + ridge * np.eye(len(weights))
        step = np.linalg.solve(curvature + damping * np.diag(np.diag(curvature)), gradient)
        value = likelihood(weights + step)
        if value >= current:
            gain = value - current
            weights, current, damping = weights + step, value, max(damping / 6, 1e-9)
            if gain < 1e-5:
                break
        else:
            damping *= 4
            if damping > 1e9:
                break
    return _original(weights, mean, deviation)


def logistic(rows: Features, right: Vector, ridge: float = 1.0) -> Vector:
    """Weights of a logistic regression, by Newton's method."""
    rows, mean, deviation = _standardized(rows)
    weights = np.zeros(rows.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (right - chance) - ridge * weights
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return _original(weights, mean, deviation)


class Sample(NamedTuple):
    """Candidates of many pages: their measures, which of them compete, and which are right."""

    rows: Features
    group: npt.NDArray[np.int64]
    right: Vector

    def of(self, chosen: npt.NDArray[np.bool_]) -> "Sample":
        """The part of the candidates that is chosen, in groups without gaps."""
        group = np.unique(self.group[chosen], return_inverse=True)[1]
        return Sample(self.rows[chosen], group, self.right[chosen])


def sample(pages: Iterable[Page], model: Characters) -> Sample:
    """The candidates of pages, by the part of the lexicon that is for fitting."""
    rows, rights, groups, count = list[Features](), list[Vector](), list[npt.NDArray[np.int64]](), 0
    for title, text, inserted, shared in pages:
        spans, measures = measured(text, title, lexicon.words(text, _known()), model, shared)
        if spans:
            group = decision.groups(spans)
            rows.append(measures)
            rights.append(_right(text, spans, group, inserted))
            groups.append(group + count)
            count += int(group.max()) + 1
    return Sample(np.concatenate(rows), np.concatenate(groups), np.concatenate(rights))


@cache
def _known() -> Lexicon:
    return lexicon.of({word: weight for word, weight in WEIGHT.items() if known(word)})


def fit(articles: Sequence[Article], model: Characters) -> dict[str, dict[str, float]]:
    """The weights of the decision, by name."""
    of_trades = sample([*spammed(about(articles), SPAN_SEEDS), *clean(about(articles), CLEAN[0])], model)
    span = conditional_logit(*of_trades)
    pages = [*spammed(about(articles), SPAN_SEEDS, common=True), *clean(about(articles), CLEAN[0], renaming=True)]
    others = sample(pages, model)
    ordinary = conditional_logit(*others.of(decision.ordinary(others.rows)))

    phrases, truths = list[list[float]](), list[bool]()
    for title, text, inserted, shared in [*spammed(about(articles), PHRASE_SEEDS), *clean(about(articles), CLEAN[1])]:
        spans, measures = measured(text, title, lexicon.words(text, _known()), model, shared)
        if not spans:
            continue
        gold = {place for i in inserted for place in range(i.start, i.end)}
        for places in decision.best(text, spans, measures, span, ordinary).values():
            if max(probability for _, probability in places) < 0.02:
                continue
            hits = [
                2 * len(gold.intersection(range(spans[n].start, spans[n].end))) > spans[n].end - spans[n].start
                for n, _ in places
            ]
            phrases.append(decision.phrase_measures([probability for _, probability in places]))
            truths.append(2 * sum(hits) > len(hits))
    phrase = logistic(np.array(phrases), np.array(truths, np.float64))
    fitted = {"span": (NAMES, span), "ordinary": (NAMES, ordinary), "phrase": (decision.PHRASE_NAMES, phrase)}
    return {
        part: {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}
        for part, (names, weights) in fitted.items()
    }


def main(path: str, *folders: str) -> None:
    """Fits on the part of the newspaper text that is for fitting and on the articles of folders; writes the weights."""
    modern = [article for folder in folders for article in written(Path(folder))]
    weights = fit([*articles("fit"), *MODERN * modern], characters.load())
    Path(path).write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
