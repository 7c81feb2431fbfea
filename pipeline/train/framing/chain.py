"""Fits the weights of a linear-chain conditional random field with two states, by stochastic gradients.

The likelihood is that of the lines known for whose they are; those known for neither and those that rules have taken
enter as they are. Steps are those of AdaGrad (Duchi, Hazan and Singer 2011); the weights are the mean of those passed
through in the second half. Words are left out at random, so that shapes and neighbours learn to do without them.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

_RATE, _RIDGE, _EPOCHS, _DROPPED = 0.1, 1e-3, 4, 0.3
_NEVER = -1e9


class Example(NamedTuple):
    """A page: numbers of words with their lines and weights, of shapes a column for each line; of each line which state
    it is known to be in (1 the site's, 0 the author's, -1 not known), and which before anything is read."""

    words: Numbers
    lines: Numbers
    values: Vector
    shapes: npt.NDArray[np.int32]
    truth: Numbers
    given: Numbers


class Weights(NamedTuple):
    """Of each word, of each shape, of the states of the first line, and of each state behind each."""

    words: Vector
    shapes: Vector
    first: Vector
    step: Vector


def fit(examples: Sequence[Example], words: int, shapes: int, seed: int) -> Weights:
    """The weights that make what is known of the pages likeliest."""
    sizes = ((words,), (shapes,), (2,), (2, 2))
    weights, squares, total = (Weights(*(np.full(size, value) for size in sizes)) for value in (0.0, 1e-3, 0.0))
    random = np.random.default_rng(seed)
    passed = 0
    for epoch in range(_EPOCHS):
        for number in random.permutation(len(examples)):
            _learn(examples[number], weights, squares, random)
            if 2 * epoch >= _EPOCHS:
                passed += 1
                for place, value in enumerate(weights):
                    total[place][...] += value
    return Weights(*(mean / passed for mean in total))


def _learn(example: Example, weights: Weights, squares: Weights, random: np.random.Generator) -> None:
    number = len(example.truth)
    free = example.given < 0
    dropped = random.random(number) < _DROPPED
    there = (random.random(len(example.words)) >= 0.5) | ~dropped[example.lines]
    words, lines, values = example.words[there], example.lines[there], example.values[there]
    scores = np.bincount(lines, weights.words[words] * values, number) + weights.shapes[example.shapes].sum(0)
    scores[~free] = 0.0
    error, first, step = (
        true - own
        for true, own in zip(
            _expected(scores, example.truth, weights), _expected(scores, example.given, weights), strict=True
        )
    )
    error[~free] = 0.0
    _move(weights.words, squares.words, words, error[lines] * values)
    _move(weights.shapes, squares.shapes, example.shapes.ravel(), np.tile(error, len(example.shapes)))
    for value, square, gradient in ((weights.first, squares.first, first), (weights.step, squares.step, step)):
        square[...] += gradient**2
        value[...] += _RATE * gradient / np.sqrt(square)


def _move(values: Vector, squares: Vector, which: npt.NDArray[np.integer[Any]], gradient: Vector) -> None:
    """One step for the weights that a page has."""
    own, inverse = np.unique(which, return_inverse=True)
    sums = np.bincount(inverse, gradient) - _RIDGE * values[own]
    squares[own] += sums**2
    values[own] += _RATE * sums / np.sqrt(squares[own])


def _expected(scores: Vector, known: Numbers, weights: Weights) -> tuple[Vector, Vector, Vector]:
    """The probability of each line to be the site's, of the first line's states, and how often each follows each."""
    number = len(scores)
    own = np.zeros((number, 2))
    own[:, 1] = scores
    settled = (known >= 0).nonzero()[0]
    own[settled, 1 - known[settled]] = _NEVER
    forward, backward = np.zeros((number, 2)), np.zeros((number, 2))
    forward[0] = own[0] + weights.first
    for place in range(1, number):
        forward[place] = own[place] + np.logaddexp(*(forward[place - 1][:, None] + weights.step))
    for place in range(number - 2, -1, -1):
        backward[place] = np.logaddexp(*(weights.step + own[place + 1] + backward[place + 1]).T)
    total = np.logaddexp(*forward[-1])
    share = np.exp(forward + backward - total)
    pairs = forward[:-1, :, None] + weights.step + (own[1:] + backward[1:])[:, None, :] - total
    return share[:, 1], share[0], np.exp(pairs).sum(0)
