"""What recurs across the pages of a batch: gathered once, in any order, and read when pages are cleaned."""

from collections.abc import Iterable

from pipeline.draft import Draft
from pipeline.schema import Model


class Recurrence(Model):
    """On how many pages each suspicious phrase and each short line stands."""

    pages: int = 0
    phrases: dict[str, int] = {}
    lines: dict[str, int] = {}

    def merge(self, other: "Recurrence") -> "Recurrence":
        """The recurrence over the pages of both; the order of merging makes no difference."""
        return Recurrence(
            pages=self.pages + other.pages,
            phrases=_added(self.phrases, other.phrases),
            lines=_added(self.lines, other.lines),
        )


def _added(left: dict[str, int], right: dict[str, int]) -> dict[str, int]:
    total = dict(left)
    for key, count in right.items():
        total[key] = total.get(key, 0) + count
    return dict(sorted(total.items()))


def gather(drafts: Iterable[Draft]) -> Recurrence:
    """What recurs over `drafts`."""
    return Recurrence(pages=sum(1 for _ in drafts))
