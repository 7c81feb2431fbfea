"""Atoms in a row, from coarse to fine, are a point."""

import re
from dataclasses import dataclass

from pipeline.tag.dates.atoms import AFTER, JOINS, START, Found, at
from pipeline.tag.dates.festivals import is_weather
from pipeline.tag.dates.heads import head
from pipeline.tag.dates.rule import Atom, Fields, Rank


@dataclass(slots=True)
class Point:
    """A moment under construction: its fields, where it stands, how fine it is, whether it is a date by itself."""

    fields: Fields
    start: int
    end: int
    rank: Rank
    alone: bool = False
    atoms: int = 1


#: Behind a holiday a time of its day: 国庆节当晚.
_THAT_NIGHT = ("当晚", "當晚")
#: What is a day, or may be one.
_DAYS = {"day", "day_offset", "weekday", "holiday"}
_COMMAS = frozenset("，,")
_TO = re.compile(r"[ 　]?[-—–~～至到]")
_BLANKS = frozenset(" \t　")
#: Between a day and its time these say no more than it does: 端午节当天上午9时.
_THAT_DAY = ("当天", "當天", "当日", "當日")
_COMMA = re.compile(r"[，,]?[ \t　]{0,2}")
# Members of an enumeration are looked up slowly.
_YEAR, _MONTH, _PERIOD, _DAY, _WEEKDAY = Rank.YEAR, Rank.MONTH, Rank.PERIOD, Rank.DAY, Rank.WEEKDAY
_CLOCK, _WHOLE = Rank.CLOCK, Rank.WHOLE
#: What 的 may stand before: 十月的第一周, 2021年的前两周, 明年的春节.
_AFTER_DE = (_PERIOD, _MONTH, Rank.WEEK, _DAY, _WEEKDAY, Rank.SAME)
#: The characters behind an atom of each rank with which a date can go on.
_GOES_ON = {rank: rules.opening | _BLANKS | {"的", "当", "當"} for rank, rules in AFTER.items()}
#: What two atoms may both say.
_SHARED = {"lunar", "anchor"}


def point_at(text: str, position: int, *, joined: bool = False) -> Point | None:
    """The point that begins at a place; `joined` where the mark before it joins a range (1999.08-2002.02)."""
    own = head(text, position)
    found = at(text, position, own, START) or (at(text, position, own, JOINS) if joined else None)
    return None if found is None else point_from(text, found)


def point_from(text: str, found: Found) -> Point:
    """The point that begins with an atom."""
    atom, fields, start, end = found
    rank = _finest(atom, fields)
    point = Point(fields, start, end, rank, alone=rank is not atom.rank)
    if text[end : end + 1] in _GOES_ON[rank]:
        point = _extended(text, point)
    if not point.alone:
        point.alone = atom.alone(text, start, end)
    if point.atoms == 1 and point.rank is _WEEKDAY and "weekday" in point.fields:
        return _weekday_before_date(text, point)
    if text[point.end : point.end + 1] in _COMMAS and point.fields.keys() == {"year"}:
        return _day_after_comma(text, point)
    return point


def _day_after_comma(text: str, year: Point) -> Point:
    """2016年，九月三日: a year and its day, unless the day begins a range of its own."""
    position = _skip(text, year.end + 1)
    if text[position : position + 1] not in AFTER[_YEAR].opening:
        return year
    found = at(text, position, head(text, position), AFTER[_YEAR].by_head)
    if found is None:
        return year
    atom, fields, _, end = found
    if atom.rank is not _MONTH or "lunar" in fields:
        return year
    rank = _finest(atom, fields)
    date = _extended(text, Point({**fields, **year.fields}, year.start, end, rank, alone=True, atoms=2))
    return date if "day" in date.fields and not _TO.match(text, date.end) else year


def _extended(text: str, point: Point) -> Point:
    """The point with all the finer atoms that follow it."""
    while text[point.end : point.end + 1] in _GOES_ON[point.rank] and (found := _next(text, point)):
        atom, fields, start, end = found
        if atom.rank is _CLOCK:
            fields = {"clock": text[start:end]}
            # A time of day makes 三日 a date, but neither 小雪 nor a year's part.
            point.alone = point.alone or point.rank is _DAY
        else:
            point.alone = True
        point.fields = {**fields, **point.fields}
        point.end = end
        point.rank = _CLOCK if point.rank is _WHOLE else max(_finest(atom, fields), point.rank)
        point.atoms += 1
    return point


def _next(text: str, point: Point) -> Found | None:
    """The atom that goes on from a point, behind blanks or 的."""
    by_head, position = AFTER[point.rank].by_head, _skip(text, point.end)
    if text.startswith(_THAT_DAY, position) and not point.fields.keys().isdisjoint(_DAYS):
        time = at(text, position + 2, head(text, position + 2), by_head)
        return time if time is not None and time[0].rank is _CLOCK else None
    if "holiday" in point.fields and text.startswith(_THAT_NIGHT, position):
        by_head = AFTER[_DAY].by_head
    found = at(text, position, head(text, position), by_head)
    of = found is None and text.startswith("的", position)
    if of:
        found = at(text, position + 1, head(text, position + 1), by_head)
    if found is None:
        return None
    atom, fields, _, _ = found
    if not (point.fields.keys().isdisjoint(fields) or point.fields.keys() & fields.keys() <= _SHARED):
        return None
    if "holiday" in point.fields and (
        "stretch" in fields or fields.get("day_offset") == 0 or fields.get("anchor") == "speech"
    ):
        return None  # 春节前两天 are before it, not its first; 双十一当天 is 双十一; 国庆黄金周|昨结束
    if of and (atom.rank not in _AFTER_DE or (atom.rank is _WEEKDAY and "ordinal" not in fields)):
        return None
    apart = position > point.end and "part" in fields and "year_offset" not in fields
    weather = "holiday" in fields and is_weather(fields["holiday"], text, found[3])
    return None if apart or weather else found


def _finest(atom: Atom, fields: Fields) -> Rank:
    """How fine an atom is with what it has taken up at its end."""
    if atom.rank is _YEAR or atom.rank is _MONTH:
        return _DAY if "day" in fields else _MONTH if "month" in fields else atom.rank
    return atom.rank


def _skip(text: str, position: int) -> int:
    """The place behind at most two blanks."""
    end = position
    while end < position + 2 and text[end : end + 1] in _BLANKS:
        end += 1
    return end


def _weekday_before_date(text: str, point: Point) -> Point:
    """星期天, 二月十号: the date is what follows."""
    comma = _COMMA.match(text, point.end)
    position = comma.end() if comma else point.end
    found = at(text, position, head(text, position), START)
    if found is None or found[0].rank not in (_YEAR, _MONTH, _WHOLE):
        return point
    date = point_from(text, found)
    if "day" not in date.fields or "month" not in date.fields or "week_offset" in point.fields:
        return point
    date.start, date.fields, date.alone = point.start, {**date.fields, "weekday": point.fields["weekday"]}, True
    return date
