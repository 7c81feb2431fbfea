"""Probabilities and their log odds."""

from math import exp, log


def chance(odds: float) -> float:
    """The probability with these log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def logodds(probability: float) -> float:
    """The log odds of a probability, kept finite."""
    kept = min(max(probability, 1e-9), 1 - 1e-9)
    return log(kept / (1 - kept))
