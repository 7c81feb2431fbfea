"""Points joined are a range; a word behind either makes it open.

The scanner looks only at places where a date can begin. Everything is bounded: an atom looks at a few
characters, a point is at most as many atoms as there are ranks, so the whole is linear in the text.
"""

import re
from typing import Literal

from pipeline.draft import Mention
from pipeline.forms.dates import DateForm, Moment
from pipeline.tag.dates import beside, numbers
from pipeline.tag.dates.atoms import AFTER, START, at, first_of
from pipeline.tag.dates.calendar import impossible
from pipeline.tag.dates.heads import NUMERALS, head
from pipeline.tag.dates.places import PLACE
from pipeline.tag.dates.points import Point, point_at, point_from
from pipeline.tag.dates.rule import GAP, Atom, Fields, Rank

Bound = Literal["before", "after"]

_CONNECTOR = re.compile(
    rf"{GAP}(?:起|开始|開始)?{GAP}(?:[-—–－~～〜ー]{{1,2}}|[至到])(?![期访訪场場点位账帐货手底处達达]){GAP}"
)
_BETWEEN = re.compile(rf"{GAP}[和与與及]{GAP}")
_UNTIL_NOW = re.compile(rf"{GAP}(?:至今(?![年天日晚早春夏秋冬])|[到至](?:现在|現在|目前|如今))")
_OPEN = re.compile(r"(?:及其?|或)?(?P<side>[之以][前后後])")
_OPENING = frozenset("及或之以")
_SIDES: dict[str, Bound] = {"前": "before", "后": "after", "後": "after"}

#: Behind a date these say no more than it does.
_THAT_VERY = ("当天", "當天", "当日", "當日", "当月", "當月", "当年", "當年")
_OFFSETS = ("month_offset", "quarter_offset", "week_offset")
#: What a number was before it changed stands behind one of these: 由上季度的180万元.
_FROM = ("由", "从", "從")
_NEVER_OPEN = {"shift", "stretch", "clock", "now"}
#: What stands behind a number that is an end of a range or one of a list.
_JOINS = frozenset("-—–－~～〜ー至到/、，,和与及")
#: What a point can go on with, to another end.
_GOES_ON = frozenset(f" \t　起开開-—–－~～〜ー至到和與与及明{NUMERALS}")


def find(text: str) -> list[Mention]:
    """The DATE mentions of a text: sorted, disjoint, none across a newline."""
    mentions: list[Mention] = []
    candidate = PLACE.search(text)
    while candidate is not None:
        place = candidate.start()
        if candidate.lastgroup:
            own = head(text, place)
            found = _of_numbers(text, place) if own[1:2] in _JOINS else None
        else:
            own, found = text[place : place + 3], None
        if found is None:
            rules = START.get(own) or START.get(own[:2]) or START.get(own[:1])
            found = _date_at(text, place, rules) if rules else None
        if found is None:
            candidate = PLACE.search(text, place + 1)
        else:
            mentions.append(found)
            candidate = PLACE.search(text, found.end + (2 if text.startswith(_THAT_VERY, found.end) else 0))
    return mentions


def _of_numbers(text: str, position: int) -> Mention | None:
    """The range or the date of a list that begins with a bare number."""
    years = numbers.YEARS.match(text, position)
    ends = numbers.bare_years(years) if years else None
    if ends:
        return _form(text, ends[0], ends[1], ends[1].end)
    pair = numbers.PAIR.match(text, position)
    months = numbers.two_months(pair) if pair else None
    if months:
        return _form(text, months[0], months[1], months[1].end)
    number = numbers.NUMBER.match(text, position)
    first = numbers.first_end(text, number) if number else None
    return _from_number(text, first, number) if number and first else None


def _date_at(text: str, position: int, rules: tuple[Atom, ...]) -> Mention | None:
    """The date that begins with an atom by one of these rules."""
    atom = first_of(rules, text, position)
    if atom is None:
        return None
    first = point_from(text, atom)
    if text[first.end : first.end + 1] in _GOES_ON:
        return _from_point(text, first)
    return _form(text, first, None, first.end) if first.alone else None


def _from_number(text: str, first: Point, match: re.Match[str]) -> Mention | None:
    """A bare number is the first end of a range, or a date of its own in a list."""
    if match["list"]:
        return _form(text, first, None, first.end) if first.alone else None
    last = _range_end(text, first, slash=True)
    if last is None or not (first.alone or last[0].alone):
        return None
    return _form(text, first, *last)


def _from_point(text: str, first: Point) -> Mention | None:
    """The date whose first end is a point, or that is the point."""
    last = _short_range(text, first) or _range_end(text, first)
    if last is not None:
        if not (first.alone or last[0].alone) and not (first.rank is Rank.DAY and last[0].rank is Rank.DAY):
            return None
        return _form(text, first, *last)
    if not first.alone:
        return None
    now = _UNTIL_NOW.match(text, first.end) if first.rank < Rank.CLOCK else None
    if now:
        return _form(text, first, Point({"now": True}, now.start(), now.end(), Rank.DAY, alone=True), now.end())
    return _form(text, first, None, first.end)


def _short_range(text: str, first: Point) -> tuple[Point, int] | None:
    """2018年1-9月, 3月5至8日: the last atom is itself a range of numbers. Completes the fields of `first`."""
    if first.rank not in (Rank.YEAR, Rank.MONTH, Rank.PERIOD):
        return None
    position = first.end + (text[first.end : first.end + 1] in " 　")
    pair = numbers.PAIR.match(text, position) if first.rank is Rank.YEAR else None
    months = numbers.two_months(pair) if pair else None
    if months:
        first.fields.update(months[0].fields)
        return months[1], months[1].end
    number = numbers.NUMBER.match(text, position)
    inner = numbers.first_end(text, number) if number and number["dash"] else None
    if inner is None or inner.rank <= first.rank:
        return None
    last = _range_end(text, inner)
    if last is not None:
        first.fields.update(inner.fields)
    return last


def _range_end(text: str, first: Point, *, slash: bool = False) -> tuple[Point, int] | None:
    """The other end of a range that begins with `first`, and where the whole ends."""
    if "shift" in first.fields or "stretch" in first.fields:
        return None
    connector = _CONNECTOR.match(text, first.end)
    if connector or (slash and text.startswith("/", first.end)):
        place = connector.end() if connector else first.end + 1
        last = point_at(text, place, joined=True) or _day_of_moon(text, place, first)
        if last is not None and _may_end(first.fields, last):
            return last, last.end
    if "season" in first.fields and text.startswith("明", first.end):  # 今冬明春
        last = point_at(text, first.end)
        return (last, last.end) if last is not None and "season" in last.fields else None
    between = _BETWEEN.match(text, first.end)
    if between:
        last = point_at(text, between.end())
        if last is not None and text[last.end : last.end + 2] in ("之间", "之間"):
            return last, last.end + 2
    return None


def _day_of_moon(text: str, place: int, first: Point) -> Point | None:
    """正月十三至十五: the second of two days of the moon's month has no word of its own."""
    if not first.fields.keys() >= {"lunar", "day"}:
        return None
    found = at(text, place, head(text, place), AFTER[Rank.MONTH].by_head)
    if found is None or not found[1].keys() >= {"lunar", "day"}:
        return None
    atom, fields, start, end = found
    return Point(fields, start, end, atom.rank, alone=True)


def _may_end(first: Fields, last: Point) -> bool:
    """Not the joint of two expressions, as in 6月20日-2021年: a finer end is not left for a coarser one."""
    fields = last.fields
    if "stretch" in fields or "shift" in fields:
        return False
    if last.atoms == 1 and last.rank is Rank.PART and not last.alone:
        return False
    return not ("day" in first and "year" in fields and not fields.keys() & {"month", "day", "holiday"})


#: The day told of, in another year.
_SAME_DAY = ("同日", "同一天")


def _form(text: str, first: Point, last: Point | None, end: int) -> Mention | None:
    """The form, with the word behind it that leaves one end open, and what stands beside it."""
    start, closing = first.start, last or first
    titled = beside.in_title(text, start)
    bound: Bound | None = None
    inclusive = False
    if text[end : end + 1] in _OPENING or "shift" in closing.fields:
        bound, inclusive, end = _opened(text, closing, end, titled=titled)
    before = text[start - 1 : start]
    compared = before in beside.LAST_OF_COMPARED and beside.is_compared(text, start)
    vague = before in beside.LAST_OF_ABOUT or text[end : end + 1] in beside.FIRST_OF_ABOUT
    fields = first.fields
    changed = text.startswith("的", end) and text.endswith(_FROM, 0, start)
    before_told = (compared or changed) and any(fields.get(key) == -1 for key in _OFFSETS)
    if fields.get("anchor") == "speech" and (before_told or text.endswith(_SAME_DAY, start, end)):
        fields = {**fields, "anchor": "topic"}  # 较上月, 由上月的: the month before the one told of; 去年同日
    moment = Moment(**fields)
    if titled and moment.year is None:
        return None
    form = DateForm(
        first=moment,
        last=None if last is None else Moment(**last.fields),
        bound=bound,
        inclusive=inclusive,
        approximate=vague and beside.is_vague(text, start, end),
        role="title" if titled else "comparison" if compared else beside.report(text, end, moment),
        impossible=impossible(first.fields) or (last is not None and _impossible_end(first, last)),
    )
    return Mention("DATE", start, end, form)


def _opened(text: str, closing: Point, end: int, *, titled: bool) -> tuple[Bound | None, bool, int]:
    """What the word behind the last point leaves open, whether the point belongs to it, and where the date ends."""
    word = _OPEN.match(text, end)
    if word and not titled and not closing.fields.keys() & _NEVER_OPEN:
        return _SIDES[word["side"][-1]], word[0][0] in "及或", word.end()
    if "shift" in closing.fields and text[closing.end - 2 : closing.end - 1] == "以":
        return _SIDES[text[closing.end - 1]], True, end  # 三年以前 is open, 三年前 and 三年之前 are a year
    return None, False, end


def _impossible_end(first: Point, last: Point) -> bool:
    return impossible({**_shared(first, last), **last.fields})


def _shared(first: Point, last: Point) -> Fields:
    """What the second end of a range takes from the first."""
    coarser = ("year", "month") if last.fields.keys() <= {"day", "clock"} else ("year",)
    return {key: first.fields[key] for key in coarser if key in first.fields and "lunar" not in first.fields}
