"""Atoms in a row are a point; points joined are a range; a word behind either makes it open.

The scanner looks only at places where a date can begin. Everything is bounded: an atom looks at a few
characters, a point is at most as many atoms as there are ranks, so the whole is linear in the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.forms.dates import DateForm, Moment
from pipeline.tag.dates.atoms import ANY, ATOMS, Found, read
from pipeline.tag.dates.rule import COUNT, D, GAP, HAN, Fields, Rank, by_place, integer

#: Whatever a date can begin with. The lookahead keeps the scanner off all other places.
_FIRST = (
    rf"[{D}{HAN}两兩二廿卅今去明昨前后後上下本这這当當该該次翌来來同隔大年月第首头頭最近过過此未往接刚周週星礼禮农農阴陰阳陽旧舊夏公西纪紀中民正腊臘冬闰閏元即“\"『「HQＱ]"
)


def _begins() -> str:
    """The characters that the holidays, terms and reigns begin with, and _FIRST."""
    from pipeline.forms import holidays
    from pipeline.tag.dates import reigns

    names = {name[0] for name in (*holidays.spellings(), *reigns.REIGNS)}
    names |= {variant for name in names for variant in holidays.VARIANTS.get(name, "")}
    return _FIRST[:-1] + "".join(sorted(re.escape(c) for c in names)) + "]"


_JOIN = r"(?:[-—–－~～〜ー]{1,2}|至|到|起至|开始至|起到|——)"
#: A number that takes its unit from the other end of its range: 5至8月, 2021-2023年, 1-五月.
_NUMBER = re.compile(
    rf"(?<![{D}{HAN}.．/第-])(?P<n>[{D}]{{1,4}}|[{HAN}]{{1,4}}){GAP}(?:[-—–－~～〜ー]{{1,2}}|至|到|、){GAP}"
    rf"(?=(?P<m>[{D}]{{1,4}}|[{HAN}]{{1,4}}){GAP}(?P<unit>年(?!级|级|间)|月(?!龄)|日(?!元|圆|游)|[号號](?!线|線|楼)|世纪|季度))"
)
_SCAN = re.compile(rf"(?={_begins()})(?:(?P<number>{_NUMBER.pattern})|{ANY.pattern})")
_CONNECTOR = re.compile(rf"{GAP}(?:起|开始|開始)?{GAP}{_JOIN}{GAP}")
_BETWEEN = re.compile(rf"{GAP}[和与與及]{GAP}")
_BETWEEN_END = re.compile(r"之[间間]|期[间間]")
_FROM = re.compile(rf"(?<![{D}])(?P<a>[12][{D}]{{3}}){GAP}(?:至|到|[-—–~～]){GAP}(?P<b>[12][{D}]{{3}})(?![{D}.年月])(?=[^\d]|$)")
_UNTIL_NOW = re.compile(rf"{GAP}(?:至今(?!年|天|日|晚|早|春|夏|秋|冬)|(?:到|至)(?:现在|現在|目前|如今)|以迄今)")
_OPEN = re.compile(
    r"(?:(?:及|或|及其)?(?P<side>(?:之|以)[前后後]|以[来來])"
    r"|(?P<short>前(?![往后後夕者来來线線沿期列身锋台任去面提景途方置述一二三四五六七八九十两兩几\d半])"
    r"|[后後](?![来來续續期者方备備台勤援面天悔遗遺代半辈裔\d一二三四五六七八九十两兩几])))"
)
_GAP = re.compile(r"[ \t　]{0,2}")
_UNIT_RANK = {"世": "century", "年": "year", "月": "month", "日": "day", "号": "day", "號": "day", "季": "quarter"}


class Point(NamedTuple):
    """A moment under construction: its fields, where it stands, how fine it is, whether it may stand alone."""

    fields: Fields
    start: int
    end: int
    rank: Rank
    atoms: int
    alone: bool


def _next(text: str, position: int) -> Found | None:
    match = ANY.match(text, position)
    return read(match) if match else None


def _fits(point: Point, found: Found) -> bool:
    """Whether an atom may follow what stands before it."""
    if found.atom.rank <= point.rank or (found.atom.follows and point.rank not in found.atom.follows):
        return False
    if point.rank == Rank.WHOLE:
        return found.atom.rank == Rank.CLOCK
    if found.atom.rank == Rank.WHOLE:
        return False
    return not _repeats(point.fields, found.fields)


def _repeats(fields: Fields, more: Fields) -> bool:
    return any(key in fields and key not in ("lunar", "anchor") for key in more)


def _merge(fields: Fields, more: Fields) -> Fields:
    """Both; where a deictic year holds a topical month the first anchor stays."""
    return {**more, **fields}


def _extend(text: str, point: Point) -> Point:
    """The point with all finer atoms that follow it."""
    while True:
        gap = _GAP.match(text, point.end)
        position = gap.end() if gap else point.end
        found = _next(text, position)
        if found is None and text.startswith("的", position):
            found = _next(text, position + 1)
            if found is not None and found.atom.rank not in (Rank.WEEK, Rank.WEEKDAY, Rank.MONTH, Rank.DAY, Rank.PERIOD):
                found = None
            if found is not None and found.atom.rank is Rank.WEEKDAY and "ordinal" not in found.fields:
                found = None
        if found is None or not _fits(point, found):
            return point
        if position > point.end and found.atom.rank is Rank.PART and "part" in found.fields:
            return point
        fields = _merge(point.fields, found.fields)
        if found.atom.rank is Rank.CLOCK:
            fields["clock"] = text[found.start : found.end]
        rank = max(found.atom.rank, point.rank) if point.rank is not Rank.WHOLE else Rank.CLOCK
        point = Point(fields, point.start, found.end, rank, point.atoms + 1, True)


def _point(text: str, found: Found) -> Point:
    """The point that begins with an atom."""
    alone = found.atom.alone(text, found.start, found.end)
    first = Point(found.fields, found.start, found.end, found.atom.rank, 1, alone)
    point = _extend(text, first)
    if point.atoms == 1 and found.atom.rank is Rank.WEEKDAY and "weekday" in found.fields:
        return _weekday_before_date(text, point)
    if point.atoms == 2 and "clock" in point.fields and not alone:
        # A time of day makes 3日 a date, but neither 春 nor a bare year part.
        return point._replace(alone=found.atom.rank is Rank.DAY)
    return point


_COMMA = re.compile(r"[，,]?[ \t　]{0,2}")


def _weekday_before_date(text: str, point: Point) -> Point:
    """星期天, 二月十号: the date is what follows."""
    comma = _COMMA.match(text, point.end)
    found = _next(text, comma.end() if comma else point.end)
    if found is None or found.atom.rank not in (Rank.YEAR, Rank.MONTH, Rank.WHOLE):
        return point
    date = _point(text, found)
    if "day" not in date.fields or "month" not in date.fields:
        return point
    fields = {key: value for key, value in point.fields.items() if key == "weekday"}
    return date._replace(start=point.start, fields={**date.fields, **fields}, alone=True)


def _number_point(text: str, match: re.Match[str]) -> Point | None:
    """The first end of 5至8月: a bare number that takes its unit from the other end."""
    number, unit = match["n"], _UNIT_RANK[match["unit"][0]]
    value = by_place(number) if unit == "year" and len(number) == 4 else integer(number)
    other = by_place(match["m"]) if unit == "year" and len(match["m"]) == 4 else integer(match["m"])
    if value is None or other is None:
        return None
    limits = {"century": (1, 30), "year": (1500, 2199), "month": (1, 12), "day": (1, 31), "quarter": (1, 4)}
    low, high = limits[unit]
    if not (low <= value <= high and low <= other <= high):
        return None
    end = match.start("n") + len(number)
    rank = {"century": Rank.CENTURY, "year": Rank.YEAR, "month": Rank.MONTH, "day": Rank.DAY, "quarter": Rank.PERIOD}[unit]
    return Point({unit: value}, match.start("n"), end, rank, 1, unit != "day")


def _second(text: str, position: int) -> Point | None:
    """The other end of a range."""
    found = _next(text, position)
    if found is None:
        return None
    point = _point(text, found)
    if point.atoms == 1 and found.atom.rank in (Rank.PART, Rank.CLOCK) and not point.alone:
        return None
    return point


def _range_end(text: str, first: Point) -> tuple[Point, int] | None:
    """The other end of a range that begins with `first`, and where the whole ends."""
    connector = _CONNECTOR.match(text, first.end)
    if connector:
        number = _NUMBER.match(text, connector.end())
        last = None if number else _second(text, connector.end())
        if last is not None and _ordered(first.fields, last.fields):
            return last, last.end
    between = _BETWEEN.match(text, first.end)
    if between:
        last = _second(text, between.end())
        if last is not None:
            word = _BETWEEN_END.match(text, last.end)
            if word and word[0][0] == "之":
                return last, word.end()
    return None


def _ordered(first: Fields, last: Fields) -> bool:
    """Not the joint of two expressions: 9月至2021年 lacks what a range would share."""
    if "shift" in first or "stretch" in first or "stretch" in last:
        return False
    return not ("day" in first and "day" not in last and "day_offset" not in last and not last.get("now") and "year" in last and "month" not in last and "holiday" not in last)


def find_forms(text: str) -> Iterator[tuple[int, int, DateForm]]:
    """Every date with its span and form, left to right, disjoint, never across a newline."""
    position = 0
    while match := _SCAN.search(text, position):
        position = match.start() + 1
        if match["number"] is not None:
            first = _number_point(text, match)
            if first is None:
                match = ANY.match(text, match.start())
                if match is None:
                    continue
                found = read(match)
                first = _point(text, found) if found else None
        else:
            found = read(match)
            first = _point(text, found) if found else None
        if first is None:
            continue
        ready = _complete(text, first)
        if ready is not None:
            start, end, form = ready
            yield start, end, form
            position = end


def _complete(text: str, first: Point) -> tuple[int, int, DateForm] | None:
    start = first.start
    tail = _short_range(text, first)
    if tail is not None:
        last, end = tail
    else:
        ranged = _range_end(text, first)
        if ranged is None:
            now = _UNTIL_NOW.match(text, first.end)
            if now and first.alone and first.rank < Rank.CLOCK:
                return start, now.end(), DateForm(first=_moment(first.fields), last=Moment(now=True))
            if not first.alone or (first.atoms == 1 and "n" == "m"):
                return None
            return _open(text, first, None, first.end)
        last, end = ranged
    if not first.alone and not last.alone and not (first.rank is Rank.DAY and last.rank is Rank.DAY):
        return None
    return _open(text, first, last, end)


def _short_range(text: str, first: Point) -> tuple[Point, int] | None:
    """2018年1-9月, 3月5至8日: the last atom is itself a range of numbers."""
    if first.rank not in (Rank.YEAR, Rank.MONTH, Rank.PERIOD):
        return None
    gap = _GAP.match(text, first.end)
    number = _NUMBER.match(text, gap.end() if gap else first.end)
    if number is None:
        return None
    inner = _number_point(text, number)
    if inner is None or inner.rank <= first.rank:
        return None
    last = _range_end(text, inner)
    if last is None:
        return None
    first.fields.update(inner.fields)
    return last


def _open(text: str, first: Point, last: Point | None, end: int) -> tuple[int, int, DateForm]:
    """The form, with the word behind it that leaves one end open."""
    bound, inclusive = None, False
    word = _OPEN.match(text, end)
    head = last or first
    if word and "shift" not in head.fields and "stretch" not in head.fields:
        side = word["side"]
        if side is None and head.rank < Rank.MONTH and "part" not in head.fields and "holiday" not in head.fields and "year" not in head.fields:
            word = None
        else:
            letter = (side or word["short"])[-1]
            bound = "before" if letter == "前" else "since" if letter in "来來" else "after"
            inclusive = word[0][0] in "及或"
            end = word.end()
    form = DateForm(
        first=_moment(first.fields),
        last=None if last is None else _moment(last.fields),
        bound=bound,
        inclusive=inclusive,
    )
    return first.start, end, form


def _moment(fields: Fields) -> Moment:
    return Moment(**fields)


_ = (COUNT, ATOMS, _FROM)
