"""Lines that are one sentence whatever stops they hold: the title, and what HTML marks as a heading."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from pipeline.draft import Draft
from pipeline.schema import Removal
from pipeline.sentences.boundaries import Piece

LEVELS: dict[str, int] = {f"h{level}": level for level in range(1, 7)}

#: A title's line has less white space than this on either side.
EDGE = 64


def merged(draft: Draft, found: Sequence[Piece]) -> list[Piece]:
    """The sentences, those that lie in one title or heading joined to one."""
    ends = [piece.end for piece in found]
    joined: list[Piece] = []
    taken = 0
    for start, end in sorted({*_titles(draft), *_headings(draft)}):
        first, behind = bisect_right(ends, start), bisect_right(ends, end)
        if behind - first > 1 and first >= taken and found[first].start >= start:
            joined += found[taken:first]
            joined.append(Piece(found[first].start, found[behind - 1].end, True))
            taken = behind
    return [*joined, *found[taken:]]


def cleaned(removed: Sequence[Removal], raw: Iterable[int]) -> list[int]:
    """Raw offsets as offsets of the cleaned text; one inside a removed span is mapped to where that stood."""
    starts = [removal.start for removal in removed]
    taken = list(accumulate((removal.end - removal.start for removal in removed), initial=0))
    mapped = []
    for offset in raw:
        index = bisect_right(starts, offset)
        inside = max(0, removed[index - 1].end - offset) if index else 0
        mapped.append(offset - taken[index] + inside)
    return mapped


def _titles(draft: Draft) -> Iterator[tuple[int, int]]:
    """The lines that are the title and nothing else."""
    title, text = (draft.title or "").strip(), draft.text
    place = text.find(title) if title else -1
    while place >= 0:
        end = place + len(title)
        before = text[max(0, place - EDGE) : place].rpartition("\n")[2]
        behind = text[end : end + EDGE].partition("\n")[0]
        if not before.strip() and not behind.strip() and max(len(before), len(behind)) < EDGE:
            yield place, end
        place = text.find(title, end)


def _headings(draft: Draft) -> Iterator[tuple[int, int]]:
    blocks = [block for block in draft.layout if block.tag in LEVELS]
    starts = cleaned(draft.removed, (block.start for block in blocks))
    ends = cleaned(draft.removed, (block.end for block in blocks))
    return zip(starts, ends, strict=True)
