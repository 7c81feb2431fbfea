"""What recurs over the pages of a batch, gathered before its pages are cleaned.

Farms put the same phrases into many pages, and their names at both ends of all. But one article reprinted on many
pages repeats every clause of its own, so that pages are not what is counted. For each run of five characters three
small sets are kept as bitmaps: of the works that it stands in (copies of one article, also edited ones, have the
same mark), and of the characters before and behind it. What was put in stands in several works between different
neighbours; what was reprinted does not.

Runs are kept in a bottom-k sketch: the `MOST` with the smallest hashes. One that is kept in the end was kept in every
part, so that neither the order of pages nor the way they are dealt out makes a difference.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import isqrt, log
from typing import Annotated

import numpy as np
import numpy.typing as npt
from pydantic import Field, PlainSerializer, PlainValidator, TypeAdapter

from pipeline.clean.characters import Codes, fold
from pipeline.draft import Draft
from pipeline.forms.traditional import simplified
from pipeline.schema import Model

#: Characters of a run that is counted, and how many runs are counted at most.
RUN, MOST = 5, 400_000
#: In how many works something has to stand.
LEAST_PAGES = 3
#: Of the places of a phrase, in as many of three it has neighbours of its own.
_DIFFER = 2
#: Members that a bitmap tells apart, so that it is a number that JSON carries exactly.
_BITS = 52
#: How many members a bitmap with so many bits set most likely holds (linear counting).
_SIZES = [round(-_BITS * log(1 - bits / _BITS)) if bits < _BITS else 4 * _BITS for bits in range(_BITS + 1)]
_SIZE = np.array(_SIZES, np.uint64)
#: One page in so many of a large batch has what a farm puts in; a bitmap tells no more than `_MANY` apart.
_PART, _MANY = 25, 150
#: Characters on either side of a run that are its neighbours, and those of which the mark of a work is made.
_BESIDE, _SHINGLE = 2, 5
#: Lines at either end of a page that may be the name of its site.
_HEAD, _TAIL, _LONGEST_LINE = 3, 6, 24
_HAN_FIRST, _HAN_LAST = 0x4E00, 0x9FFF
_PRIME, _MIX = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15)

Table = npt.NDArray[np.uint64]
_Sets = tuple[int, int, int]
_NONE: _Sets = (0, 0, 0)
_STORED = TypeAdapter(dict[int, _Sets])


class Runs:
    """Runs of characters, a row each in the order of their hashes, with their works and neighbours on either side."""

    def __init__(self, rows: Table):
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Runs) and np.array_equal(self.rows, other.rows)

    __hash__ = None  # type: ignore[assignment]

    @staticmethod
    def read(stored: object) -> "Runs":
        """The runs themselves or as JSON has them."""
        if isinstance(stored, Runs):
            return stored
        rows = np.array([(key, *sets) for key, sets in _STORED.validate_python(stored).items()], np.uint64)
        rows = rows.reshape(-1, 4)
        return Runs(rows[rows[:, 0].argsort()])

    def stored(self) -> dict[int, _Sets]:
        """The runs as JSON has them."""
        return {key: (works, left, right) for key, works, left, right in self.rows.tolist()}


class Recurrence(Model):
    """For runs of characters (by hash) the works, left and right neighbours; for lines at the edges of pages the works
    by three marks.

    All are bitmaps: how many bits are set says how many there are, as long as they are few.
    """

    pages: int = 0
    runs: Annotated[Runs, PlainValidator(Runs.read), PlainSerializer(Runs.stored)] = Field(
        default_factory=lambda: Runs(_united([]))
    )
    edges: dict[str, _Sets] = {}

    def merge(self, other: "Recurrence") -> "Recurrence":
        """The recurrence over the pages of both; the order of merging makes no difference."""
        edges = dict(self.edges)
        for line, works in other.edges.items():
            edges[line] = _both(edges.get(line, _NONE), works)
        return Recurrence(
            pages=self.pages + other.pages,
            runs=Runs(_united([self.runs.rows, other.runs.rows])),
            edges=dict(sorted(edges.items())),
        )

    @cached_property
    def _common(self) -> Table:
        """The runs in enough works; with how many there are instead of bitmaps."""
        if self.pages < LEAST_PAGES:
            return np.zeros((0, 4), np.uint64)
        # Ordinary phrases meet by chance on more pages of a larger batch.
        least = min(max(LEAST_PAGES, isqrt(self.pages) // 2, self.pages // _PART), _MANY)
        rows = self.runs.rows
        sizes = _SIZE.take(np.bitwise_count(rows[:, 1:]))
        enough = sizes[:, 0] >= least
        return np.column_stack([rows[enough, 0], sizes[enough]])

    def spans(self, codes: Codes) -> list[tuple[int, int, int]]:
        """Stretches of a text, by its `codes`, that stand in other works too, between other neighbours: start, end, how
        many works."""
        common = self._common
        if not len(common):
            return []
        keys = _keys(codes)
        at = common[:, 0].searchsorted(keys)
        places = (common[:, 0].take(at, mode="clip") == keys).nonzero()[0]
        sizes = common[at[places], 1:].tolist()
        found: list[tuple[int, int, int]] = []
        first = 0
        for number, place in enumerate(places.tolist(), 1):
            if number < len(places) and places[number] == place + 1:
                continue
            works = min(size[0] for size in sizes[first:number])
            neighbours = min(sizes[first][1], sizes[number - 1][2])
            if neighbours >= LEAST_PAGES and 3 * neighbours >= _DIFFER * works:
                found.append((int(places[first]), place + RUN, works))
            first = number
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Lines that stand at the edges of many works, and of no small part of the batch."""
        least = min(max(LEAST_PAGES, self.pages // 5), _MANY)
        return frozenset(
            line for line, works in self.edges.items() if min(_SIZES[one.bit_count()] for one in works) >= least
        )


def gather(drafts: Iterable[Draft]) -> Recurrence:
    """What recurs over `drafts`, in any order."""
    pages, waiting = 0, 0
    tables: list[Table] = []
    edges: dict[str, _Sets] = {}
    for draft in drafts:
        pages += 1
        codes = fold(simplified(draft.raw_text))
        works = _works(codes)
        tables.append(_page(codes, works[0]))
        waiting += len(tables[-1])
        for line in _edges(draft.raw_text):
            edges[line] = _both(edges.get(line, _NONE), works)
        if waiting > 2 * MOST:
            tables = [_united(tables)]
            waiting = len(tables[0])
    return Recurrence(pages=pages, runs=Runs(_united(tables)), edges=dict(sorted(edges.items())))


def _hashes(codes: Codes, size: int) -> Codes:
    """A hash of each run of `size` characters, of 52 bits, for JSON."""
    count = len(codes) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    keys = np.zeros(count, np.uint64)
    for step in range(size):
        keys = keys * _PRIME + codes[step : step + count]
    keys *= _MIX
    return ((keys ^ keys >> np.uint64(29)) * _MIX) >> np.uint64(12)


def _keys(codes: Codes) -> Codes:
    """A hash of each run of characters; 0 where one of them is no Chinese character."""
    keys = _hashes(codes, RUN)
    han = np.cumsum(np.concatenate([[0], _han(codes)]))
    return np.where(han[RUN:] - han[:-RUN] == RUN, keys, np.uint64(0)) if len(keys) else keys


def _han(codes: Codes) -> npt.NDArray[np.bool_]:
    return (codes >= _HAN_FIRST) & (codes <= _HAN_LAST)


def _bits(hashes: Codes) -> Codes:
    return np.uint64(1) << hashes % np.uint64(_BITS)


def _works(codes: Codes) -> _Sets:
    """Three marks of the work that a page holds: bits for the least hashes of its runs of Chinese characters.

    Copies of one article have the same, unless the edits meet just these runs.
    """
    shingles = _hashes(codes[_han(codes)], _SHINGLE)
    if not len(shingles):
        return 1, 1, 1
    one, two, three = (1 << int(order.min()) % _BITS for order in (shingles, shingles * _PRIME, shingles * _MIX))
    return one, two, three


def _both(one: _Sets, other: _Sets) -> _Sets:
    return one[0] | other[0], one[1] | other[1], one[2] | other[2]


def _page(codes: Codes, work: int) -> Table:
    """Rows of a page: run, work, neighbours on the left and on the right."""
    keys = _keys(codes)
    edge = np.full(_BESIDE, ord("\n"), np.uint64)
    beside = _bits(_hashes(np.concatenate([edge, codes, edge]), _BESIDE))
    here = np.flatnonzero(keys)
    rows = np.empty((len(here), 4), np.uint64)
    rows[:, 0] = keys.take(here)
    rows[:, 1] = work
    rows[:, 2] = beside.take(here)
    rows[:, 3] = beside.take(here + _BESIDE + RUN)
    return rows


def _united(tables: Sequence[Table]) -> Table:
    """One row a run, with all that is said of it; only the runs with the smallest hashes."""
    rows = np.concatenate([np.zeros((0, 4), np.uint64), *tables])
    if not len(rows):
        return rows
    rows = rows[rows[:, 0].argsort()]
    first = np.flatnonzero(np.concatenate([[True], rows[1:, 0] != rows[:-1, 0]]))
    sets = [np.bitwise_or.reduceat(rows[:, column], first) for column in (1, 2, 3)]
    return np.column_stack([rows[first, 0], *sets])[:MOST]


def _edges(raw: str) -> Sequence[str]:
    lines = [line for line in (line.strip() for line in raw.split("\n")) if line]
    edge = dict.fromkeys(lines[:_HEAD] + lines[-_TAIL:])
    return [line for line in edge if 2 < len(line) <= _LONGEST_LINE and line.isalnum() and not line.isdigit()]
