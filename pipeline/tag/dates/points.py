"""Atoms in a row, from coarse to fine, are a point."""

import re
from typing import NamedTuple

from pipeline.tag.dates import atoms
from pipeline.tag.dates.atoms import Found
from pipeline.tag.dates.rule import Fields, Rank


class Point(NamedTuple):
    """A moment under construction: its fields, where it stands, how fine it is, whether it may stand alone."""

    fields: Fields
    start: int
    end: int
    rank: Rank
    atoms: int
    alone: bool


_COMMAS = ("，", ",")
_TO = re.compile(r"[ 　]?[-—–~～至到]")
_BLANKS = (" ", "\t", "　")
_COMMA = re.compile(r"[，,]?[ \t　]{0,2}")
#: What 的 may stand before: 十月的第一周, 2021年的前两周, 明年的春节.
_AFTER_DE = (Rank.PERIOD, Rank.MONTH, Rank.WEEK, Rank.DAY, Rank.WEEKDAY, Rank.SAME)


def point_at(text: str, position: int, *, joined: bool = False) -> Point | None:
    """The point that begins at a place; `joined` where the mark before it joins a range (1999.08-2002.02)."""
    found = atoms.first(text, position) or (atoms.joined(text, position) if joined else None)
    return None if found is None else point_from(text, found)


def point_from(text: str, found: Found) -> Point:
    """The point that begins with an atom."""
    alone = found.atom.alone(text, found.start, found.end)
    point = extend(text, Point(found.fields, found.start, found.end, found.atom.rank, 1, alone))
    if point.atoms == 1 and found.atom.rank is Rank.WEEKDAY and "weekday" in point.fields:
        return _weekday_before_date(text, point)
    if point.fields.keys() == {"year"} and text[point.end : point.end + 1] in _COMMAS:
        return _day_after_comma(text, point)
    return point


def _day_after_comma(text: str, year: Point) -> Point:
    """2016年，九月三日: a year and its day, unless the day begins a range of its own."""
    found = atoms.following(text, _skip(text, year.end + 1), Rank.YEAR)
    if found is None or found.atom.rank is not Rank.MONTH or "lunar" in found.fields:
        return year
    date = extend(text, Point({**found.fields, **year.fields}, year.start, found.end, Rank.MONTH, 2, True))
    return date if "day" in date.fields and not _TO.match(text, date.end) else year


def extend(text: str, point: Point) -> Point:
    """The point with all the finer atoms that follow it."""
    while found := _next(text, point):
        fields = {**found.fields, **point.fields}
        alone = True
        if found.atom.rank is Rank.CLOCK:
            fields["clock"] = text[found.start : found.end]
            # A time of day makes 三日 a date, but neither 小雪 nor a year's part.
            alone = point.alone or point.rank is Rank.DAY
        point = Point(fields, point.start, found.end, max(found.atom.rank, point.rank), point.atoms + 1, alone)
        if point.rank is Rank.WHOLE:
            point = point._replace(rank=Rank.CLOCK)
    return point


def _next(text: str, point: Point) -> Found | None:
    position = _skip(text, point.end)
    found = atoms.following(text, position, point.rank)
    of = found is None and text.startswith("的", position)
    if of:
        found = atoms.following(text, position + 1, point.rank)
    if found is None or any(key in point.fields and key not in ("lunar", "anchor") for key in found.fields):
        return None
    if "holiday" in point.fields and ("stretch" in found.fields or found.fields.get("day_offset") == 0):
        return None  # 春节前两天 are before it, not its first; 双十一当天 is 双十一
    if of and (found.atom.rank not in _AFTER_DE or (found.atom.rank is Rank.WEEKDAY and "ordinal" not in found.fields)):
        return None
    if position > point.end and "part" in found.fields and "year_offset" not in found.fields:
        return None
    return found


def _skip(text: str, position: int) -> int:
    """The place behind at most two blanks."""
    end = position
    while end < position + 2 and text[end : end + 1] in _BLANKS:
        end += 1
    return end


def _weekday_before_date(text: str, point: Point) -> Point:
    """星期天, 二月十号: the date is what follows."""
    comma = _COMMA.match(text, point.end)
    found = atoms.first(text, comma.end() if comma else point.end)
    if found is None or found.atom.rank not in (Rank.YEAR, Rank.MONTH, Rank.WHOLE):
        return point
    date = point_from(text, found)
    if "day" not in date.fields or "month" not in date.fields or "week_offset" in point.fields:
        return point
    return date._replace(start=point.start, fields={**date.fields, "weekday": point.fields["weekday"]}, alone=True)
