"""Lists amid the article, which look like those of a site: points, names, steps.

A site's list has a label above it, or it is not the article that goes on below. What stands right below a paragraph,
line by line with the same mark, or below a line that ends in a colon, is its author's where a paragraph follows.
"""

import re
from collections.abc import Sequence

from pipeline.clean.frame.framing.look import Part

#: A number, or another mark; quotation marks open what somebody says.
_MARK = re.compile(r"(?P<number>\d|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）、.．是])|(?P<sign>[^\w\s“「『‘【\[《])")
#: A line above a list that is likelier the site's is its label, and so is a shorter one with a colon.
_HALF, _LONGEST_LABEL, _COLONS = 0.5, 8, ("：", ":")
#: So many lines are a list with a mark, and at most.
_FEWEST, _MOST = 2, 60


def kept(
    lines: Sequence[str], parts: Sequence[Part | None], chances: Sequence[float], going: Sequence[bool]
) -> list[bool]:
    """Which lines go, of those `going`: all but the author's lists."""
    found = list(going)
    opening = parts.index("prose") if "prose" in parts and any(going) else len(parts)
    for n in range(opening, len(lines) - 1):
        if parts[n] is None or going[n] or (parts[n] != "prose" and chances[n] > _HALF):
            continue
        leads = len(lines[n]) > _LONGEST_LABEL and lines[n].endswith(_COLONS)
        mark = _mark(lines[n + 1])
        end = n + 1
        while end < min(len(lines), n + _MOST) and _is_item(
            lines[end], parts[end], going[end], None if leads else mark
        ):
            end += 1
        goes_on = end < len(lines) and parts[end] == "prose" and not going[end]
        if goes_on and (leads or (mark and end - n - 1 >= _FEWEST)):
            found[n + 1 : end] = [False] * (end - n - 1)
    return found


def _is_item(line: str, part: Part | None, going: bool, mark: str | None) -> bool:
    """Whether a line is one of a list with the mark, or with any."""
    return part is not None and (part != "prose" or going) and (mark is None or _mark(line) == mark)


def _mark(line: str) -> str:
    """The mark that a line begins with, the same for all numbers; empty where it begins with a word."""
    mark = _MARK.match(line)
    return "" if mark is None else mark["sign"] or "0"
