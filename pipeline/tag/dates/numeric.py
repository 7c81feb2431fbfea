"""Dates in figures alone: 2023-06-18, 2023.6, 20230618, 10/31/2018."""

import re
from dataclasses import replace

from pipeline.tag.dates.heads import ANY_FIGURES, ANY_ROW, figures, pairs
from pipeline.tag.dates.rule import Alone, Atom, D, Fields, Groups, Rank, never

_YEAR4 = rf"[12１２][{D}]{{3}}"
_MARK = r"[-－–./．／·・]"
#: Not inside a longer row of figures, a version, an address or a word of letters.
_OPEN = rf"(?<![{D}A-Za-z.．/_#-])(?<![{D}][:：])(?<![$¥￥€£])"
_CLOSE = rf"(?![{D}A-Za-z_%％‰]|[.．/:][{D}]|-[{D}]{{1,3}}(?![{D}/.])|\s*[万萬亿億元])"


def _full(groups: Groups) -> Fields | None:
    year, month, day = (int(groups[k] or 0) for k in ("year", "month", "day"))
    if not (0 < month <= 99 and 0 < day <= 99):
        return None
    return {"year": year, "month": month, "day": day}


def _compact(groups: Groups) -> Fields | None:
    fields = _full(groups)
    if fields is None or not (1900 <= fields["year"] <= 2100 and fields["month"] <= 12 and fields["day"] <= 31):
        return None
    return fields


def _year_month(groups: Groups) -> Fields | None:
    year, month = int(groups["year"] or 0), int(groups["month"] or 0)
    return {"year": year, "month": month} if 1 <= month <= 12 and 1500 <= year < 2200 else None


def _year_last(groups: Groups) -> Fields | None:
    """Day and month before the year; where only one order gives a month, that one."""
    first, second = int(groups["first"] or 0), int(groups["second"] or 0)
    text = groups["year"] or ""
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    fields: Fields = {"year": int(text), "month": month, "day": day}
    return fields if len(text) == 4 else {**fields, "short": True}


def _month_day(groups: Groups) -> Fields | None:
    month, day = int(groups["month"] or 0), int(groups["day"] or 0)
    return {"month": month, "day": day} if 1 <= month <= 12 and 1 <= day <= 31 else None


_NUMBERED = re.compile(r"(?:[号號码碼证證]|编号|編號|No\.?|ID|[:：])\s*$", re.IGNORECASE)
_LABEL = re.compile(r"(?:日期|时间|時間|日)[:：]\s*$")
_LINE_BEFORE = re.compile(r"(?:^|\n)\s*$")
_LINE_AFTER = re.compile(r"\s*(?:$|\n|[-–~至到]|\d{1,2}[:：]\d{2})")


def _compact_alone(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    before = text[max(0, start - 6) : start]
    return not _NUMBERED.search(before) or bool(_LABEL.search(before))


def _fills_a_line(text: str, start: int, end: int) -> bool:
    """Two figures are a date only where they have a line, or the head of one before a clock time, for themselves."""
    return bool(_LINE_BEFORE.search(text[max(0, start - 4) : start]) and _LINE_AFTER.match(text[end : end + 8] or ""))


_READING = re.compile(r"(?:[报報收为為达達至涨漲跌点點版本]|version|v)\s*$", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?:[点點分米吨噸倍个個美港日欧万萬亿億千百%％人户戶股份家款]|公里|平方)")


def _dotted_month(text: str, start: int, end: int) -> bool:
    """2008.08 may be a reading or an amount (报2008.08点)."""
    return not _READING.search(text[max(0, start - 2) : start]) and not _UNIT.match(text, end)


_OPENING = re.compile(r"(?:^|[\s，。；：、,;:（(！？!?#]|[在从到自于和至])$")


def _opens_a_clause(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(_OPENING.search(text[max(0, start - 1) : start]))


def _month_first(text: str, start: int, end: int) -> bool:
    """11.2008 is a decimal, unless it has a line for itself; 08.2008 is none."""
    return text[start + 2] != "." or text[start] in "0０" or _fills_a_line(text, start, end)


_ALONE: Alone = _dotted_month

NUMERIC: tuple[Atom, ...] = (
    Atom(
        "year, month and day in figures",
        Rank.WHOLE,
        rf"{_OPEN}(?P<year>{_YEAR4})(?P<mark>{_MARK})(?P<month>[{D}]{{1,2}})(?P=mark)(?P<day>[{D}]{{1,2}})(?:日)?(?=T\d|[^{D}A-Za-z_%％‰]|$)(?![.．/][{D}]|-[{D}]{{1,3}}(?![{D}/-]))",
        _full,
        heads=figures(*"-－–./．／·・"),
        matches=("2023-06-18", "2023.6.18", "2023/6/18", "２０２３．６．１８"),
        rejects=("12023-06-18", "2023-06-18-5", "2023-6.18"),
    ),
    Atom(
        "year, month and day in figures with spaces",
        Rank.WHOLE,
        rf"{_OPEN}(?P<year>(?:19|20)[{D}]{{2}}) (?P<month>0[1-9]|1[0-2]) (?P<day>[0-2]\d|3[01]){_CLOSE}",
        _full,
        heads=figures("0", "1"),
        matches=("2010 01 29",),
        rejects=("2010 13 29", "2010 1 29"),
    ),
    Atom(
        "year, month and day run together",
        Rank.WHOLE,
        rf"{_OPEN}(?P<year>(?:19|20)[{D}]{{2}})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){_CLOSE}",
        _compact,
        alone=_compact_alone,
        heads=ANY_ROW,
        matches=("20230618", "19991231"),
        rejects=("20231318", "202306180", "120230618"),
    ),
    Atom(
        "day, month and year in figures",
        Rank.WHOLE,
        rf"{_OPEN}(?P<first>[{D}]{{1,2}})(?P<mark>[-./])(?P<second>[{D}]{{1,2}})(?P=mark)(?P<year>(?:1[5-9]|20)[{D}]{{2}}|(?<=/)[{D}]{{2}}){_CLOSE}",
        _year_last,
        heads=figures(*"-./"),
        matches=("13.5.2015", "10/31/1974", "3-7-2017", "05/05/71"),
        rejects=("13.5.20", "32/32/2015"),
    ),
    Atom(
        "year and month in figures",
        Rank.MONTH,
        rf"{_OPEN}(?P<year>(?:1[5-9]|20)[{D}]{{2}})[-./年](?P<month>0[1-9]|1[0-2]){_CLOSE}(?!月)",
        _year_month,
        alone=_ALONE,
        heads=figures(*pairs("-./年", "01")),
        matches=("2008-08", "2008.08"),
        rejects=("2008-8", "2008.13", "2008.08.08"),
    ),
    Atom(
        "year and month, then day, in figures",
        Rank.WHOLE,
        rf"{_OPEN}(?P<year>(?:1[5-9]|20)[{D}]{{2}})\.(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][{D}])(?![{D}.A-Za-z%-])",
        _full,
        heads=figures(*pairs(".", "01")),
        matches=("1994.01-19",),
        rejects=("1994.01-199", "2002.02-2003"),
    ),
    Atom(
        "month and year in figures",
        Rank.WHOLE,
        rf"{_OPEN}(?P<month>0[1-9]|1[0-2])(?P<mark>[-./])(?P<year>(?:19|20)[{D}]{{2}}){_CLOSE}",
        _year_month,
        alone=_month_first,
        heads=figures(*pairs("-./", "12")),
        matches=("08/2008", "08-2008"),
        rejects=("8/2008", "13/2008"),
    ),
    Atom(
        "month and day in figures",
        Rank.WHOLE,
        rf"{_OPEN}(?P<month>0[1-9]|1[0-2])[-.](?P<day>0[1-9]|[12][{D}]|3[01]){_CLOSE}",
        _month_day,
        alone=_fills_a_line,
        heads=figures(*pairs("-.", "0123")),
        matches=("09-01", "08.08"),
        rejects=("9-1", "13-01"),
    ),
    Atom(
        "month and day with a point, then the word for day",
        Rank.WHOLE,
        rf"{_OPEN}(?P<month>[{D}]{{1,2}})[.．](?P<day>[{D}]{{1,2}})[日号號](?![线線楼樓店门院井])",
        _month_day,
        alone=_opens_a_clause,
        heads=figures(*".．"),
        matches=("8.15号", "12.3日"),
        rejects=("13.5号", "8.15号线"),
    ),
    Atom(
        "month and day with a middle dot",
        Rank.WHOLE,
        rf"{_OPEN}(?P<month>[{D}]{{1,2}})[·・](?P<day>[{D}]{{1,2}}){_CLOSE}",
        _month_day,
        alone=_fills_a_line,
        heads=figures(*"·・"),
        matches=("6·30",),
        rejects=("13·30",),
    ),
    Atom(
        "Christian era in letters",
        Rank.YEAR,
        rf"(?<![{D}.A-Za-z])(?P<year>[{D}]{{1,4}})\s?(?P<bce>[bB]\.?[cC]\.?)(?:[eE]\.?)?(?![A-Za-z])",
        lambda groups: {"year": 1 - int(groups["year"] or 0)},
        heads=figures(*"bB"),
        matches=("221BC", "1234b.c."),
        rejects=("BC",),
    ),
    Atom(
        "year of our Lord",
        Rank.YEAR,
        rf"(?<![{D}.A-Za-z])(?P<year>[{D}]{{2,4}})\s?(?:[aA]\.[dD]\.|AD)(?![A-Za-z])",
        lambda groups: {"year": int(groups["year"] or 0)},
        heads=figures(*"aA"),
        matches=("800AD", "2934a.d."),
        rejects=("AD",),
    ),
)

#: The same behind the mark of a range, which elsewhere would make them part of a longer number: 1999.08-2002.02.
JOINED: tuple[Atom, ...] = (
    *(replace(atom, pattern=atom.pattern.replace(_OPEN, "")) for atom in NUMERIC),
    Atom(
        "year that ends a range in figures",
        Rank.YEAR,
        rf"(?<=[.．]\d\d[-–—~至])(?P<year>(?:1[5-9]|20)[{D}]{{2}})(?![{D}A-Za-z.．%-])",
        lambda groups: {"year": int(groups["year"] or 0)},
        alone=never,
        heads=ANY_FIGURES,
        matches=(),
        rejects=("2009",),
    ),
)
