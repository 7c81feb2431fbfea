"""Does a stated change fit two figures, and if it does not, which substitution makes it fit?"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.check.reading.figures import Figure
from pipeline.check.reading.words import Sign

#: A scale word as written, what a table would have put it for, and the factor that undoes it.
Rescale = tuple[str, str, float]
RESCALES: tuple[Rescale, ...] = (
    ("万", "亿", 1e4),
    ("亿", "万", 1e-4),
    ("百万", "千万", 10.0),
    ("千万", "百万", 0.1),
    ("千", "万", 10.0),
    ("万", "千", 0.1),
)
#: Rescalings by ten fit by chance too often where nothing but rough sizes is compared.
COARSE = 1e3
#: What a change may miss by, in ratio, before it counts as a miss.
SLACK = 0.0011
#: How exactly figures give the opposite change, beside its size.
EXACT = 0.01


class Stated(NamedTuple):
    """A change as a page states it: its sign and, if given, its size as an interval of ratios."""

    sign: Sign
    low: float | None = None
    high: float | None = None
    points: bool = False

    def widened(self, by: float) -> "Stated":
        """The same change, stated less exactly."""
        if self.low is None or self.high is None:
            return self
        return self._replace(low=self.low - by, high=self.high + by)


class Reading(NamedTuple):
    """A way to read two figures and a change so that they fit: inverted or not, each rescaled or not."""

    inverted: bool
    new: tuple[str, str, float] | None
    old: tuple[str, str, float] | None

    @property
    def cost(self) -> float:
        """How much has to be supposed; both figures through one table are one supposition and a bit."""
        scales = [scale for scale in (self.new, self.old) if scale]
        return (
            self.inverted
            + (1.0 if scales else 0.0)
            + 0.25 * (len(scales) > 1)
            + sum(0.4 for scale in scales if 1 / COARSE < scale[2] < COARSE)
        )


def fits(stated: Stated, new: Figure, old: Figure) -> bool:
    """Whether the change from old to new can be the stated one, within what rounding leaves open."""
    if old.high <= 0 or new.high <= 0:
        return True
    if stated.low is None or stated.high is None:
        return stated.sign * (new.high - old.low) > 0 if stated.sign > 0 else new.low < old.high
    if stated.points:
        least, most = new.low - old.high, new.high - old.low
    else:
        least, most = new.low / max(old.high, 1e-12) - 1, new.high / max(old.low, 1e-12) - 1
    if stated.sign < 0:
        least, most = -most, -least
    if not (least <= stated.high + SLACK and stated.low - SLACK <= most):
        return False
    return stated.points or not _exactly_opposite(stated.sign, (stated.low + stated.high) / 2, new, old)


def _exactly_opposite(sign: int, size: float, new: Figure, old: Figure) -> bool:
    """Whether the figures as written give just the opposite change: from 1万亿 to 1.2万亿 is no fall of 20 %.

    However round the one is, it was meant so.
    """
    actual = (new.value / old.value - 1) * -sign
    return actual > 0 and abs(actual - size) <= EXACT * size


def readings(stated: Stated, new: Figure, old: Figure, *, coarse_only: bool) -> Iterator[Reading]:
    """Every supposed substitution under which the change fits, other than none."""
    news, olds = _rescaled(new, coarse_only=coarse_only), _rescaled(old, coarse_only=coarse_only)
    for inverted, claim in ((False, stated), (True, stated._replace(sign=-stated.sign))):
        for (to_new, its_new), (to_old, its_old) in product(news, olds):
            supposed = inverted or to_new or to_old
            if supposed and fits(claim, its_new, its_old) and _sane(its_new, its_old, claim):
                yield Reading(inverted, to_new, to_old)


def ways(stated: Stated, new: Figure, old: Figure, *, coarse_only: bool = True) -> tuple[Reading, ...]:
    """The readings under which the change fits, those that suppose least first."""
    return tuple(sorted(readings(stated, new, old, coarse_only=coarse_only), key=lambda reading: reading.cost))


def best(found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Of readings in that order those that suppose least, all of them if several do."""
    return tuple(reading for reading in found if reading.cost <= found[0].cost + 0.01)


def _rescaled(figure: Figure, *, coarse_only: bool) -> list[tuple[Rescale | None, Figure]]:
    """The figure as it stands, and with each scale word that a table may have put undone."""
    as_it_stands: list[tuple[Rescale | None, Figure]] = [(None, figure)]
    if figure.unit == "%" or not figure.scale:
        return as_it_stands
    return as_it_stands + [
        (rescale, figure.times(rescale[2]))
        for rescale in RESCALES
        if figure.scale.endswith(rescale[0]) and not (coarse_only and 1 / COARSE < rescale[2] < COARSE)
    ]


def _sane(new: Figure, old: Figure, stated: Stated) -> bool:
    """Without a stated size any two figures rise or fall; ask that they are of one order."""
    return stated.low is not None or 1 / 50 < new.value / max(old.value, 1e-12) < 50
