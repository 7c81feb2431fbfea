"""The outline of a page: which sentences are title and headings, and under which headings each stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.draft import Block, Draft
from pipeline.schema import Removal, Role
from pipeline.sentences import headings
from pipeline.sentences.boundaries import Piece
from pipeline.sentences.units import LEVELS, cleaned

#: Elements whose lines may be headings by what they say; those of lists, tables and links may not.
PROSE = frozenset(("p", "div", "section", "article", "main", "body", "center", "blockquote", "header"))

#: Elements whose lines are never headings or the title, not even by a date: cells and definitions.
CELLS = frozenset(("td", "th", "dd", "dt", "caption", "figcaption"))


class Place(NamedTuple):
    """A sentence's role and the headings above it, the outermost first."""

    role: Role
    section: list[str]


class _Line(NamedTuple):
    level: int | None
    prose: bool
    cell: bool


def outline(draft: Draft, found: Sequence[Piece]) -> list[Place]:
    """The role and section of every sentence."""
    text = draft.text
    title = _bare(draft.title or "")
    lines = _lines(draft, found)
    titles = [
        piece.whole and bool(title) and not line.cell and _bare(text[piece.start : piece.end]) == title
        for piece, line in zip(found, lines, strict=True)
    ]
    ranks = _ranks(draft, found, lines, titles)
    places: list[Place] = []
    above: list[tuple[headings.Rank, str]] = []
    section: list[str] = []
    for piece, is_title, rank in zip(found, titles, ranks, strict=True):
        if is_title:
            places.append(Place("title", []))
        elif rank is None:
            places.append(Place("body", section))
        else:
            while above and above[-1][0] >= rank:
                above.pop()
            places.append(Place("heading", [heading for _, heading in above]))
            above.append((rank, text[piece.start : piece.end]))
            section = [heading for _, heading in above]
    return places


def _ranks(
    draft: Draft, found: Sequence[Piece], lines: Sequence[_Line], titles: Sequence[bool]
) -> list[headings.Rank | None]:
    text = draft.text
    short = [piece.whole and piece.end - piece.start <= headings.LONGEST for piece in found]
    numeric = [
        index
        for index, piece in enumerate(found)
        if short[index]
        and text[piece.start : piece.end][-1].isdigit()
        and headings.is_numeric_date(text[piece.start : piece.end])
    ]
    candidates: list[headings.Candidate | None] = []
    for piece, line, is_short, is_title in zip(found, lines, short, titles, strict=True):
        level = line.level if piece.whole else None
        if is_title or line.cell or not (is_short or level):
            candidates.append(None)
            continue
        candidates.append(
            headings.candidate(
                text[piece.start : piece.end], level=level, prose=line.prose, dates_numeric=len(numeric) > 1
            )
        )
    for index in (*_dividers(text, found, lines), *_counted(text, found)):
        candidates[index] = candidates[index] or headings.Candidate(headings.PLAIN)
    follows = [
        index + 1 < len(found) and candidates[index + 1] is None and not titles[index + 1]
        for index in range(len(found))
    ]
    ranks = headings.resolve(candidates, follows)
    for index in _marked(draft.removed, found):
        if (marked := candidates[index]) is not None:
            ranks[index] = marked.rank
    return ranks


def _dividers(text: str, found: Sequence[Piece], lines: Sequence[_Line]) -> list[int]:
    """Lines that divide a report into parts. One alone may be anything, and so may neighbours, or one without text."""
    ends = [text[piece.end - 1] in "。！？!?”」…；" for piece in found]
    dividers = [
        index
        for index in range(1, len(found) - 1)
        if found[index].whole
        and ends[index + 1]
        and lines[index].prose
        and headings.divides(text[found[index].start : found[index].end])
    ]
    inner = [index for index in dividers if ends[index - 1]]
    return dividers if len(inner) > 1 else []


def _counted(text: str, found: Sequence[Piece]) -> list[int]:
    """Lines that are nothing but the number of a part: 01, 02, 03, in their order."""
    numbers = [
        (index, int(line))
        for index, piece in enumerate(found[:-1])
        if piece.whole and piece.end - piece.start == 2 and (line := text[piece.start : piece.end]).isdecimal()
    ]
    ordered = [value for _, value in numbers] == list(range(1, len(numbers) + 1))
    return [index for index, _ in numbers] if ordered and len(numbers) > 1 else []


def _lines(draft: Draft, found: Sequence[Piece]) -> list[_Line]:
    """What the HTML layout says of each sentence's line."""
    if not draft.layout:
        return [_Line(None, True, False)] * len(found)
    starts = cleaned(draft.removed, [block.start for block in draft.layout])
    blocks = [draft.layout[max(0, bisect_right(starts, piece.start) - 1)] for piece in found]
    sizes = [piece.end - piece.start for piece in found]
    in_cells = sum(size for size, block in zip(sizes, blocks, strict=True) if block.tag in CELLS)
    # Where most of a page stands in cells, tables do not hold figures but the page's columns.
    columns = 2 * in_cells > sum(sizes)
    return [_line(block, columns=columns) for block in blocks]


def _line(block: Block, *, columns: bool) -> _Line:
    cell = block.tag in CELLS
    return _Line(
        LEVELS.get(block.tag),
        (block.tag in PROSE or (cell and columns)) and block.region == "article",
        cell and not columns,
    )


def _marked(removed: Sequence[Removal], found: Sequence[Piece]) -> list[int]:
    """Lines that a widget stood glued to: an encyclopaedia sets 播报 and 编辑 behind its headings."""
    ends = [piece.end for piece in found]
    marked, taken = [], 0
    for removal in removed:
        if removal.kind == "widget":
            index = bisect_left(ends, removal.start - taken)
            if index < len(ends) and ends[index] == removal.start - taken and found[index].whole:
                marked.append(index)
        taken += removal.end - removal.start
    return marked


def _bare(line: str) -> str:
    return "".join(line.split())
