"""Fits the weights of a linear-chain conditional random field with two states, by stochastic gradients.

The likelihood is that of the lines known for whose they are; those known for neither and those that rules have taken
enter as they are. Steps are those of AdaGrad (Duchi, Hazan and Singer 2011).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

_RATE, _RIDGE, _EPOCHS = 0.1, 1e-3, 4
_NEVER = -1e9


class Example(NamedTuple):
    """A page: of each line the numbers and values of its features; which state it is known to be in (1 the site's, 0
    the author's, -1 not known), and which it is known to be in before anything is read."""

    features: Sequence[tuple[npt.NDArray[np.int32], Vector]]
    truth: Sequence[int]
    given: Sequence[int]


class Weights(NamedTuple):
    """Of each feature, of the states of the first line, and of each state behind each."""

    features: Vector
    first: Vector
    step: Vector


def fit(examples: Sequence[Example], size: int, seed: int) -> Weights:
    """The weights that make what is known of the pages likeliest; `size` is the number of features."""
    weights = Weights(np.zeros(size), np.zeros(2), np.zeros((2, 2)))
    squares = Weights(np.full(size, 1e-3), np.full(2, 1e-3), np.full((2, 2), 1e-3))
    random = np.random.default_rng(seed)
    for _ in range(_EPOCHS):
        for number in random.permutation(len(examples)):
            example = examples[number]
            scores = np.array([weights.features[which] @ values for which, values in example.features])
            site, first, step = (
                true - free
                for true, free in zip(
                    _expected(scores, example.truth, weights), _expected(scores, example.given, weights), strict=True
                )
            )
            for (which, values), error in zip(example.features, site, strict=True):
                if abs(error) > 1e-4:
                    _move(weights.features, squares.features, error * values - _RIDGE * weights.features[which], which)
            _move(weights.first, squares.first, first)
            _move(weights.step, squares.step, step)
    return weights


def _move(
    values: Vector, squares: Vector, gradient: Vector, which: npt.NDArray[np.int32] | slice = slice(None)
) -> None:
    squares[which] += gradient**2
    values[which] += _RATE * gradient / np.sqrt(squares[which])


def _expected(scores: Vector, known: Sequence[int], weights: Weights) -> tuple[Vector, Vector, Vector]:
    """The probability of each line to be the site's, of the first line's states, and how often each follows each."""
    number = len(scores)
    own = np.zeros((number, 2))
    own[:, 1] = scores
    for place, state in enumerate(known):
        if state >= 0:
            own[place, 1 - state] = _NEVER
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
