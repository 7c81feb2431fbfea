"""The counts of one page and how they add up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.evaluate.scores import Count, Difference

#: What is counted, from the general to the special: ("DATE", "exact"), ("DATE", "field", "start"), ("removal", "ad").
Key = tuple[str, ...]


class RawSpan(NamedTuple):
    """A span of the raw page."""

    start: int
    end: int


@dataclass
class Tally:
    """Counts by key, differences, and the mentions whose joining is compared over the whole run.

    A mention is the gold programme and the predicted one.
    """

    page: str
    counts: dict[Key, Count] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    mentions: list[tuple[str, str, RawSpan]] = field(default_factory=list)

    def add(self, key: Key, gold: int = 0, predicted: int = 0, right: int = 0) -> None:
        """Count something."""
        self.counts[key] = total([self.counts.get(key, Count()), Count(gold, predicted, right)])

    def differ(
        self,
        label: str,
        kind: str,
        span: tuple[int, int],
        *,
        field: str | None = None,
        gold: str | None = None,
        predicted: str | None = None,
    ) -> None:
        """Note a difference at a raw span."""
        start, end = span
        self.differences.append(
            Difference(
                page=self.page,
                start=start,
                end=end,
                label=label,
                kind=kind,
                field=field,
                gold=gold,
                predicted=predicted,
            )
        )


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    gold = predicted = right = 0
    for count in counts:
        gold, predicted, right = gold + count.gold, predicted + count.predicted, right + count.right
    return Count(gold, predicted, right)


def merge(tallies: Iterable[Tally]) -> dict[Key, Count]:
    """Counts summed over pages."""
    merged: dict[Key, Count] = {}
    for tally in tallies:
        for key, count in tally.counts.items():
            merged[key] = total([merged.get(key, Count()), count])
    return merged
