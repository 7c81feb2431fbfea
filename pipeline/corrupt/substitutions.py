"""A generator of spun pages: words of a clean page swapped by a table, with gold of what stood there.

Seeded, and independent of the checks: what a farm does to a page, not what we know of it.
"""

import random
import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

Pairs = tuple[tuple[str, str], ...]  # (original, written)


class Table(NamedTuple):
    """What a spinning program replaces, and what it puts there; `rate` is how often it does."""

    name: str
    pairs: Pairs
    rate: float = 1.0


class Swap(NamedTuple):
    """A word that was replaced: where it stands in the spun text, and where the original stood."""

    start: int
    end: int
    written: str
    original: str
    original_start: int


class Spun(NamedTuple):
    """A spun text with its swaps, in order."""

    text: str
    table: Table
    swaps: tuple[Swap, ...]

    def original(self, offset: int) -> int:
        """The offset in the clean text of a character of the spun one; within a swapped word, of its start."""
        number = bisect_right([swap.start for swap in self.swaps], offset) - 1
        if number < 0:
            return offset
        swap = self.swaps[number]
        if offset < swap.end:
            return swap.original_start
        return offset - swap.end + swap.original_start + len(swap.original)


def spin(text: str, table: Table, seed: int) -> Spun:
    """The text with the table's words replaced, all in one pass, the longest first; the same seed, the same text."""
    if not table.pairs:
        return Spun(text, table, ())
    choose = random.Random(seed)
    written = dict(table.pairs)
    longest_first = sorted(written, key=lambda word: (-len(word), word))
    parts, swaps, position, length = [], [], 0, 0
    for found in re.finditer("|".join(map(re.escape, longest_first)), text):
        if choose.random() >= table.rate:
            continue
        kept = text[position : found.start()]
        replacement = written[found[0]]
        start = length + len(kept)
        swaps.append(Swap(start, start + len(replacement), replacement, found[0], found.start()))
        parts += [kept, replacement]
        length, position = start + len(replacement), found.end()
    parts.append(text[position:])
    return Spun("".join(parts), table, tuple(swaps))


def draw(seed: int, *, synonyms: float | None = None, rate: float | None = None) -> Table:
    """A table such as a farm might use: directions, units and basis by chance, and a part of the synonyms.

    Where `synonyms` (the share of the list that is used) and `rate` are not given they are drawn too.
    """
    choose = random.Random(seed)
    kinds = _kinds()
    picked = [(kind, choose.choice(sorted(kinds[kind]))) for kind in ("directions", "units", "basis")]
    pairs = [pair for kind, name in picked for pair in kinds[kind][name]]
    share = choose.choice((0.2, 0.5, 0.8)) if synonyms is None else synonyms
    pairs += [pair for pair in _synonyms() if choose.random() < share]
    drawn_rate = choose.choice((1.0, 1.0, 0.9)) if rate is None else rate
    return Table("+".join(name for _, name in picked), tuple(pairs), drawn_rate)


def table(directions: str = "none", units: str = "none", basis: str = "none", *, synonyms: bool = True) -> Table:
    """A table by the names of its parts, with all synonyms or none."""
    kinds = _kinds()
    pairs = [*kinds["directions"][directions], *kinds["units"][units], *kinds["basis"][basis]]
    return Table(f"{directions}+{units}+{basis}", (*pairs, *(_synonyms() if synonyms else ())))


@cache
def _read() -> dict[str, dict[str, dict[str, list[list[str]]]]]:
    return tomllib.loads(files("pipeline.corrupt").joinpath("substitutions.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, dict[str, Pairs]]:
    """The named parts of tables: kind, name, pairs."""
    return {
        kind: {name: _pairs(part) for name, part in parts.items()}
        for kind, parts in _read().items()
        if kind != "synonyms"
    }


def _pairs(part: dict[str, list[list[str]]]) -> Pairs:
    turns = [(original, written) for original, written in part.get("turns", ())]
    swaps: Sequence[list[str]] = part.get("swaps", ())
    return (*turns, *((a, b) for a, b in swaps), *((b, a) for a, b in swaps))


def _synonyms() -> Pairs:
    turns: list[list[str]] = _read()["synonyms"]["turns"]  # type: ignore[assignment]
    return tuple((original, written) for original, written in turns)
