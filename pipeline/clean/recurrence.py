"""What recurs across the pages of a batch: gathered once, in any order, and read when pages are cleaned.

Farms put the same phrases into many pages, and their names at both ends of all. What five characters stand on
many pages is counted in a bottom-k sketch: of the hashes of all runs of five characters the `MOST` smallest are
kept, with the number of pages of each. A hash that is kept in the end was kept in every part, so that its count is
exact, and neither the order of pages nor the way they are dealt out makes a difference.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isqrt

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Codes, fold
from pipeline.draft import Draft
from pipeline.schema import Model

#: Characters of a run that is counted, and how many runs are counted at most.
RUN, MOST = 5, 400_000
#: On how many pages something has to stand.
LEAST_PAGES = 3
#: Lines at either end of a page that may be the name of its site.
_HEAD, _TAIL, _LONGEST_LINE = 3, 6, 24
_HAN_FIRST, _HAN_LAST = 0x4E00, 0x9FFF


class Recurrence(Model):
    """On how many pages runs of characters (by hash) and lines at the edges of pages stand."""

    pages: int = 0
    runs: dict[int, int] = {}
    edges: dict[str, int] = {}

    def merge(self, other: "Recurrence") -> "Recurrence":
        """The recurrence over the pages of both; the order of merging makes no difference."""
        return Recurrence(
            pages=self.pages + other.pages,
            runs=_smallest(Counter(self.runs) + Counter(other.runs)),
            edges=dict(sorted((Counter(self.edges) + Counter(other.edges)).items())),
        )

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """Stretches of `text` that stand on other pages too: start, end and on how many pages."""
        if self.pages < LEAST_PAGES:
            return []
        # Ordinary phrases meet by chance on more pages of a larger batch.
        least = max(LEAST_PAGES, isqrt(self.pages) * 2 // 3)
        counts = [self.runs.get(key, 0) for key in _keys(fold(text)).tolist()]
        found: list[tuple[int, int, int]] = []
        start = -1
        for place, count in enumerate([*counts, 0]):
            if count >= least:
                start = place if start < 0 else start
            elif start >= 0:
                found.append((start, place - 1 + RUN, min(counts[start:place])))
                start = -1
        return found

    def names(self) -> frozenset[str]:
        """Lines that stand at the edges of many pages, and of no small part of the batch."""
        least = max(LEAST_PAGES, self.pages // 5)
        return frozenset(line for line, pages in self.edges.items() if pages >= least)


def _smallest(runs: Counter[int]) -> dict[int, int]:
    return {key: runs[key] for key in sorted(runs)[:MOST]}


def _keys(codes: Codes) -> npt.NDArray[np.uint64]:
    """A hash of each run of characters; 0 where one of them is no Chinese character. Only 52 bits, for JSON."""
    count = len(codes) - RUN + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    keys = np.zeros(count, np.uint64)
    for step in range(RUN):
        keys = keys * np.uint64(0x100000001B3) + codes[step : step + count]
    keys = (keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(12)
    han = np.cumsum(np.concatenate([[0], (codes >= _HAN_FIRST) & (codes <= _HAN_LAST)]))
    return np.where(han[RUN:] - han[:-RUN] == RUN, keys, np.uint64(0))


def _edges(raw: str) -> Sequence[str]:
    lines = [line for line in (line.strip() for line in raw.split("\n")) if line]
    edge = dict.fromkeys(lines[:_HEAD] + lines[-_TAIL:])
    return [line for line in edge if 2 < len(line) <= _LONGEST_LINE and line.isalnum() and not line.isdigit()]


def gather(drafts: Iterable[Draft]) -> Recurrence:
    """What recurs over `drafts`, in any order."""
    pages = 0
    runs: Counter[int] = Counter()
    edges: Counter[str] = Counter()
    for draft in drafts:
        pages += 1
        keys = np.unique(_keys(fold(draft.raw_text)))
        runs.update(keys[keys > 0][:MOST].tolist())
        edges.update(_edges(draft.raw_text))
        if len(runs) > 2 * MOST:
            runs = Counter(_smallest(runs))
    return Recurrence(pages=pages, runs=_smallest(runs), edges=dict(sorted(edges.items())))
