"""What ties the scale words of amounts to one another: sums that hold, or fail, only if certain of them were swapped.

A change stated of two amounts agrees with them as they stand, or with one of them put back, or with both; a part is
above its whole until the one or the other is put back. Which of the ways it was is decided by how plausible each amount
is and by how much of the page is swapped, so a tie says only which ways there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import exp
from typing import NamedTuple

from pipeline.check.contradictions.changes.solve import Reading
from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.figures import Figure

#: A contradiction that no swap explains is that many times (e to the power) less probable; so is a change that holds
#: as it stands, if any amount of it was swapped.
EXPLAINS, HOLDS = 5.0, 6.0
#: What a change that was itself turned into its opposite is worth beside swapped amounts.
TURNED = 0.5
#: So many amounts are considered together, and so many ties between them.
MOST, MOST_TIES = 5, 8
#: What each scale word may stand for.
OTHER = {"万": "亿", "亿": "万"}

Ways = tuple[bool, ...]


class Tie(NamedTuple):
    """Amounts, by entity id, and the weight of each way in which they may have been swapped; `floor` of all others."""

    amounts: tuple[str, ...]
    ways: Mapping[Ways, float]
    floor: float

    def weight(self, ways: Ways) -> float:
        """The weight of one way."""
        return self.ways.get(ways, self.floor)


def ties(claims: Iterable[Claim], verdicts: Iterable[Verdict], able: Mapping[str, object]) -> list[Tie]:
    """The ties between the amounts of `able`, those that a table could have swapped: no others were."""
    found = [_of_verdict(verdict) for verdict in verdicts]
    found += [_of_claim(claim) for claim in claims if claim.kind != "spin_profile"]
    return [kept for tie in found if tie for kept in [among(tie, able)] if kept]


def _of_verdict(verdict: Verdict) -> Tie | None:
    figures = verdict.pair.new, verdict.pair.old
    if verdict.step:
        return _of_step(verdict, (*figures, verdict.step))
    ids = _ids(figures)
    if ids[0] == ids[1] or not any(ids):
        return None
    ways: dict[Ways, float] = {}
    if verdict.fitting:
        if not verdict.percent:
            return None
        ways[False, False] = 1.0
        if _word(figures[0]) == _word(figures[1]):
            ways[True, True] = 1.0
        return Tie(ids, ways, exp(-HOLDS))
    for reading in verdict.ways:
        if _plain(reading):
            state = reading.new is not None, reading.old is not None
            ways[state] = max(ways.get(state, 0.0), TURNED if reading.inverted else 1.0)
    return Tie(ids, ways, exp(-EXPLAINS * (0.96 if verdict.pair.sure else 0.9))) if ways else None


def _of_step(verdict: Verdict, figures: Sequence[Figure]) -> Tie | None:
    """Three amounts that agree, were the step turned or not: all were swapped or none."""
    ids = _ids(figures)
    if verdict.thirds and len(set(ids)) == len(ids):
        turns = {way: TURNED if turned else 1.0 for turned, way in reversed(verdict.thirds)}
        return Tie(ids, turns, exp(-EXPLAINS * 0.9))
    agree = verdict.fitting or any(reading.new is None and reading.old is None for reading in verdict.ways)
    if not all(ids) or len(set(ids)) < len(ids) or not agree or len({_word(figure) for figure in figures}) > 1:
        return None
    return Tie(ids, {(False,) * len(ids): 1.0, (True,) * len(ids): 1.0}, exp(-HOLDS))


def _ids(figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(figure.entity.id if figure.entity else "" for figure in figures)


def _plain(reading: Reading) -> bool:
    """Whether the only scale words it supposes swapped are 万 and 亿."""
    return all(scale is None or OTHER.get(scale[0]) == scale[1] for scale in (reading.new, reading.old))


def _word(figure: Figure) -> str:
    return figure.scale[-1:]


def _of_claim(claim: Claim) -> Tie | None:
    """What a contradiction at amounts says, that is none of a change: one of its readings is true."""
    supports = [s for s in claim.supports if s.entity and OTHER.get(s.written) == s.original]
    if not supports or claim.tied:
        return None
    ids = tuple(sorted({s.entity for s in supports if s.entity}))
    readings: dict[int, list[Support]] = {}
    for support in supports:
        readings.setdefault(support.reading, []).append(support)
    ways: dict[Ways, float] = {tuple(id_ in [s.entity for s in same] for id_ in ids): 1.0 for same in readings.values()}
    return Tie(ids, ways, exp(-EXPLAINS * max(s.confidence for s in supports)))


def among(tie: Tie, able: Mapping[str, object]) -> Tie | None:
    """The tie of those amounts that can have been swapped."""
    keep = [place for place, id_ in enumerate(tie.amounts) if id_ in able]
    if not keep:
        return None
    ways: dict[Ways, float] = {}
    for state, weight in tie.ways.items():
        if not any(swapped for place, swapped in enumerate(state) if place not in keep):
            short = tuple(state[place] for place in keep)
            ways[short] = max(ways.get(short, 0.0), weight)
    return Tie(tuple(tie.amounts[place] for place in keep), ways, tie.floor) if ways else None


class Knot(NamedTuple):
    """Amounts that ties hold together, and every way in which they may have been swapped with the weight the ties give.

    A way is said by the places of the amounts that were.
    """

    amounts: tuple[str, ...]
    ways: tuple[tuple[tuple[int, ...], float], ...]

    @classmethod
    def of(cls, amounts: tuple[str, ...], bound: Sequence[Tie]) -> "Knot":
        """The knot of these amounts and the ties between them."""
        placed = [(tie, [amounts.index(id_) for id_ in tie.amounts]) for tie in bound]
        ways = []
        for state in product((False, True), repeat=len(amounts)):
            weight = 1.0
            for tie, place in placed:
                weight *= tie.weight(state if tie.amounts == amounts else tuple([state[at] for at in place]))
            ways.append((tuple([at for at, was in enumerate(state) if was]), weight))
        return cls(amounts, tuple(ways))

    def weigh(self, stay: float, turned: Sequence[float]) -> tuple[float, list[float]]:
        """The weight of all ways, and of those in which each amount was swapped.

        `stay` is how probable it is that none was, `turned` how much more, or less, that each was.
        """
        whole, each = 0.0, [0.0] * len(self.amounts)
        for swapped, weight in self.ways:
            its = weight * stay
            for at in swapped:
                its *= turned[at]
            whole += its
            for at in swapped:
                each[at] += its
        return max(whole, 1e-300), each


def knots(tied: Sequence[Tie]) -> list[Knot]:
    """The amounts that are tied, each with those it is tied to; a tie that would hold too many together is let go."""
    group: dict[str, tuple[tuple[str, ...], tuple[Tie, ...]]] = {}
    for tie in tied:
        joined = {amounts: ties_ for id_ in tie.amounts for amounts, ties_ in [group.get(id_, ((id_,), ()))]}
        amounts = tuple(id_ for its in joined for id_ in its)
        bound = (*(one for its in joined.values() for one in its), tie)
        if len(amounts) <= MOST and len(bound) <= MOST_TIES:
            group |= dict.fromkeys(amounts, (amounts, bound))
    return [Knot.of(amounts, bound) for amounts, bound in {its[0]: its for its in group.values()}.values()]
