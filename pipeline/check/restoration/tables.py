"""The tables of scale words that are considered: pairs of neighbouring words, one way or both ways.

Each is applied to some share of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from pipeline.check.restoration.rates import RATES
from pipeline.check.restoration.ties import OTHER

Pair = tuple[str, str]
#: By scale word written last, how probable it is under a table that it stands as it is, and that it was put there;
#: the second is still to be multiplied by how much better the amount stands with the other word.
Factors = dict[str, tuple[float, float]]
UNTOUCHED: Factors = dict.fromkeys(OTHER, (1.0, 0.0))
#: What a word that the table would have swapped away, had it come there, says by still standing: at this share.
SOFT_KEPT = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """A hypothesis: scale words as written, with the originals they stand for; by share of the page, its factors."""

    name: str
    originals: dict[str, str]
    prior: float
    factors: dict[float, Factors]

    @classmethod
    def of(cls, name: str, originals: dict[str, str], prior: float) -> "Table":
        """A table with its factors."""
        return cls(name, originals, prior, {r: {word: _factors(originals, word, r) for word in OTHER} for r in RATES})


def _factors(originals: Mapping[str, str], word: str, rate: float) -> tuple[float, float]:
    turns = rate if originals.get(word) == OTHER[word] else 0.0
    if word not in originals.values():
        return 1.0, turns
    return (1 - rate if turns else (1 - rate) ** SOFT_KEPT), turns


NONE = Table.of("none", {}, 0.67)
#: On a spun page. Pairs by a factor of ten need contradictions of their own to count.
TABLES: tuple[Table, ...] = (
    NONE,
    Table.of("亿↔万", {"万": "亿", "亿": "万"}, 0.16),
    Table.of("亿→万", {"万": "亿"}, 0.07),
    Table.of("万→亿", {"亿": "万"}, 0.05),
    Table.of("百万→千万", {"千万": "百万"}, 0.012),
    Table.of("千万→百万", {"百万": "千万"}, 0.012),
    Table.of("亿→千万", {"千万": "亿"}, 0.008),
    Table.of("千→万", {"万": "千"}, 0.008),
    Table.of("万→千", {"千": "万"}, 0.008),
)
#: Those that the plausibility of amounts may speak for: a factor of ten is within anybody's range.
PLAUSIBLE = TABLES[1:4]


def alone(likelihoods: Mapping[str, Sequence[float]], factors: Factors) -> float:
    """The log likelihood of amounts that nothing ties: their likelihood ratios, by the scale word each ends with."""
    gain = 0.0
    for word, its in likelihoods.items():
        stays, turns = factors[word]
        if turns:
            gain += sum([log(stays + turns * likelihood) for likelihood in its])
        else:
            gain += len(its) * log(stays)
    return gain
