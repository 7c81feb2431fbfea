"""Dates that cannot be: no such day, a range that ends before it starts, a date against its heading."""

import re
from bisect import bisect_right
from calendar import isleap
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.view import View
from pipeline.schema import DateValue, Entity

#: Month and day in figures, with the year where one stands before them.
DAY = re.compile(
    r"(?<!\d)(?:(?P<year>(?:1[5-9]|20)\d\d)\s?年\s?)?(?P<month>\d{1,2})\s?月(?:份)?(?:\s?(?P<day>\d{1,2})\s?[日号])?"
)
ISO = re.compile(
    r"(?<![\d.\-/])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.])"
)
#: A lunar date has months of 30 days, a 2月30日 too.
LUNAR = re.compile(r"农历|阴历|腊月|正月|闰")
HEADING = re.compile(
    r"^\D{0,2}(?P<year>(?:19|20)\d\d)\s?年(?:\s?(?P<month>\d{1,2})\s?月)?(?:\s?\d{1,2}\s?[日号])?\D{0,2}$"
)
LEADING = re.compile(r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月")


DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def impossible_dates(view: View) -> list[Claim]:
    """Every kind of date that cannot be as written."""
    claims: list[Claim] = []
    for entity in view.dates:
        value = entity.value
        # What could be placed on the calendar is possible.
        if isinstance(value, DateValue) and not (value.start and value.end and value.start <= value.end):
            claims += _no_such_day(view, entity)
            claims += _reversed(entity, value)
    claims += _untagged(view)
    claims += _from_to(view)
    return claims + list(_against_heading(view))


def days_in(month: int, year: int | None) -> int:
    """How many days a month has; February has 29 where the year is not known."""
    return 28 if month == 2 and year and not isleap(year) else DAYS[month]


def _impossible(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"] or 1)
    year = int(found["year"]) if found["year"] else None
    return not 1 <= month <= 12 or not 1 <= day <= days_in(month, year)


def _no_such_day(view: View, entity: Entity) -> Iterator[Claim]:
    """2月30日 and 13月5日, unless the calendar is the lunar one."""
    for pattern in (DAY, ISO):
        for found in pattern.finditer(entity.text):
            if _impossible(found) and not LUNAR.search(view.text, max(0, entity.start - 6), entity.end):
                yield _none_such(found[0], entity.start, entity.end)


def _untagged(view: View) -> Iterator[Claim]:
    """Days that no calendar has, where the tagger took them for no date at all."""
    text = view.text
    for found in MONTH_DAY.finditer(text):
        number = MONTH.search(text, max(0, found.start() - 5), found.start())
        if not number or not _never(int(number[1]), int(found[1])):
            continue
        after = bisect_right(view.dates, number.start(1), key=attrgetter("start"))
        beside = view.dates[max(0, after - 1) : after + 1]
        if any(date.start < found.end() and number.start(1) < date.end for date in beside):
            continue
        if not LUNAR.search(text, max(0, number.start() - 8), found.end()):
            yield _none_such(text[number.start(1) : found.end()], number.start(1), found.end())


#: A literal first character makes the scan of a page cheap; the month is looked for backwards from there.
MONTH_DAY = re.compile(
    r"月(?:(?=3[01][日号]|[4-9]\d[日号]|3[2-9][日号]|00?[日号])|(?<=[2-9]\d月)|(?<=1[3-9]月)|(?<=0月)(?<!10月)|(?<=2月)(?=30))"
    r"(\d{1,2})[日号]"
)
MONTH = re.compile(r"(?<![\d.])(\d{1,2})$")


def _never(month: int, day: int) -> bool:
    """Whether no year has such a day."""
    return not 1 <= month <= 12 or not 1 <= day <= days_in(month, None)


def _none_such(written: str, start: int, end: int) -> Claim:
    return Claim(
        kind="date_conflict",
        spans=((start, end),),
        message=f"“{written}”: the calendar has no such day.",
        confidence=0.95,
        suggestion={"rule": "no_such_day"},
    )


def _reversed(entity: Entity, value: DateValue) -> Iterator[Claim]:
    """A range with both years written whose end lies before its start."""
    ends = [
        (int(found["year"]), int(found["month"]), int(found["day"] or 0))
        for pattern in (DAY, ISO)
        for found in pattern.finditer(entity.text)
        if found["year"]
    ]
    years = [int(year) for year in RANGE_OF_YEARS.findall(entity.text)]
    backwards = len(ends) == 2 and _before(ends[1], ends[0])
    backwards = backwards or (len(years) == 2 and not ends and years[1] < years[0])
    if value.start and value.end and value.end < value.start:
        backwards = True
    if backwards:
        yield Claim(
            kind="date_conflict",
            spans=((entity.start, entity.end),),
            message=f"“{entity.text}”: the range ends before it starts.",
            confidence=0.9,
            suggestion={"rule": "reversed_range"},
        )


RANGE_OF_YEARS = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)(?!\d)")


def _from_to(view: View) -> Iterator[Claim]:
    """从2023年5月30日持续到2023年5月10日: two dates that a sentence makes a range."""
    for first, last in pairwise(view.dates):
        if last.start - first.end > UNTIL_REACH:
            continue
        between = view.text[first.end : last.start]
        if first.sentence != last.sentence or not UNTIL.match(between):
            continue
        start, end = first.value, last.value
        opened = view.text[max(0, first.start - 1) : first.start] in OPENERS
        if not opened or not isinstance(start, DateValue) or not isinstance(end, DateValue):
            continue
        if start.start and end.end and end.end < start.start and YEARS.search(first.text) and YEARS.search(last.text):
            yield Claim(
                kind="date_conflict",
                spans=((first.start, first.end), (last.start, last.end)),
                message=f"“{view.text[first.start : last.end]}”: the range ends before it starts.",
                confidence=0.9,
                suggestion={"rule": "reversed_range"},
            )


#: Between the two dates of a range, and before the first.
UNTIL = re.compile(r"^[^，,。；;\d]{0,6}[到至]$")
UNTIL_REACH = 8
OPENERS = ("从", "自", "由")
YEARS = re.compile(r"\d{4}\s?年|\d{4}[-/.]")


def _before(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    """Whether a lies before b, as far as both say: a month without days does not lie before its own day."""
    return a[:2] < b[:2] or (a[:2] == b[:2] and 0 < a[2] < b[2])


def _against_heading(view: View) -> Iterator[Claim]:
    """A sentence that opens with a whole date of another year or month than the dated heading above it."""
    dated: dict[str, re.Match[str] | None] = {}
    for sentence in view.draft.sentences:
        if sentence.role != "body" or not sentence.section:
            continue
        above = sentence.section[-1]
        if above not in dated:
            dated[above] = HEADING.match(above)
        heading = dated[above]
        leading = LEADING.match(view.text, sentence.start, sentence.end) if heading else None
        if not heading or not leading:
            continue
        if not _first_below(view, sentence.start):
            continue
        apart = int(leading["year"]) - int(heading["year"])
        if heading["month"]:
            apart = 12 * apart + int(leading["month"]) - int(heading["month"])
        if abs(apart) > (1 if heading["month"] else 0):
            yield Claim(
                kind="date_conflict",
                spans=(leading.span(),),
                message=f"“{leading[0]}” stands under the heading “{sentence.section[-1]}”.",
                confidence=0.6,
                suggestion={"rule": "against_heading"},
            )


def _first_below(view: View, position: int) -> bool:
    """Whether a paragraph begins there: later sentences may look back or ahead."""
    while position and view.text[position - 1] in " \t\u3000":
        position -= 1
    return not position or view.text[position - 1] == "\n"
