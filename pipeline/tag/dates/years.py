"""Years, as numbers."""

import re

from pipeline.tag.dates.heads import CHRIST, figures, han, pairs
from pipeline.tag.dates.rule import GAP, HAN, THEN_MONTH, Atom, D, Fields, Groups, Rank, by_place, integer

#: A year's word, and not the beginning of another word (年级, 年轮).
YEAR_WORD = r"年(?:年?度(?!过|假))?(?![级級轮輪龄齡纪紀])"
ONES = "〇零○0０一二三四五六七八九"

_SPAN_OF_YEARS = re.compile(r"(?:多|的?(?:历史|歷史|文明|传统|积淀|传承)|之久|前[，。,的]|来|來|间|間|以来)")


#: What makes the characters of a year a number in words: 两千零五 is not written digit by digit.
_SCALED = re.compile("[十百千两兩]")


def _year(groups: Groups) -> Fields | None:
    text = groups["year"]
    value = integer(text) if text.isdecimal() or len(text) != 4 or _SCALED.search(text) else by_place(text)
    return None if value is None else {"year": value}


def _year_and_day(groups: Groups) -> Fields | None:
    fields: Fields = {"year": int(groups["year"])}
    if groups["month"]:
        fields["month"] = int(groups["month"])
        if groups["day"]:
            fields["day"] = int(groups["day"])
    return fields


def _stands_as_year(text: str, start: int, end: int) -> bool:
    """Four digits before 年 are a calendar year, unless they are round and count years (2000年的历史)."""
    value = int(text[start : start + 4])
    if value % 100 and 1200 <= value < 2200:
        return True
    if value == 1 or 1500 < value <= 2000:
        return not _SPAN_OF_YEARS.match(text, end) or value % 1000 != 0
    return value <= 2100 and not _SPAN_OF_YEARS.match(text, end)


def _short(groups: Groups) -> Fields | None:
    value = by_place(groups["year"] or "")
    return None if value is None else {"year": value, "short": True}


#: A clause or a preposition opens before a year of two or three digits; behind a number of years there is one of these.
CLAUSE_BEFORE = re.compile(r"(?:^|[\s，。；：、,;:（(“《】在从自于到至是即早截止年和与])$")
COUNTED_YEARS = re.compile(r"(?:[来后後前内內间間里以之多余制期的]|历|歷|左右|时间|時間|如一|整|未|不|没|都|了|才)")


def _stands_as_short_year(text: str, start: int, end: int) -> bool:
    """98年 is a year where a clause or a preposition opens before it and nothing counts years behind it."""
    digits = text[start : start + 2]
    if digits[0] in "0０零〇○":
        return True
    if digits[0] in "789７８９":
        return bool(CLAUSE_BEFORE.search(text[max(0, start - 1) : start])) and not COUNTED_YEARS.match(text, end)
    return False


def _stands_as_han_short_year(text: str, start: int, end: int) -> bool:
    """九七年 is a year; 三四年 and 三五年 count years."""
    a, b = by_place(text[start]), by_place(text[start + 1])
    if a is None or b is None:
        return False
    return a == 0 or (not (b - a == 1 or (a, b) == (3, 5)) and not COUNTED_YEARS.match(text, end))


#: The month in which a year over two of the calendar begins; one of accounts in Hong Kong, Japan and India.
_BEGINS = {"财": 4, "財": 4, "会": 4, "會": 4, "学": 9, "學": 9, "赛": 8, "賽": 8, "年": 4}


def _fiscal(groups: Groups) -> Fields | None:
    year = by_place(groups["year"] or "")
    return None if year is None else {"year": year, "fiscal": _BEGINS[groups["of"][0]] if groups["next"] else 0}


def _fiscal_reference(groups: Groups) -> Fields:
    offset = {"上": -1, "前": -1, "去": -1, "下": 1, "次": 1}.get(groups["word"][0], 0)
    return {
        "year_offset": offset,
        "fiscal": _BEGINS["学"] if groups["school"] else 0,
        "anchor": "topic" if offset < 0 or groups["word"][0] in "该該" else "speech",
    }


def _era_year(groups: Groups) -> Fields | None:
    text = groups["year"] or ""
    value = by_place(text) if not set(text) & set("十百千") else integer(text)
    if not value:
        return None
    return {"year": 1 - value if groups["bce"] else value}


YEARS: tuple[Atom, ...] = (
    Atom(
        "fiscal or school year",
        Rank.YEAR,
        rf"(?<![{D}.])(?P<year>(?:19|20)[{D}]{{2}})(?:{GAP}[-—–/~至]{GAP}(?P<next>(?:19|20)?[{D}]{{2}}))?{GAP}年?(?P<of>财年|財年|学年度?|學年度?|赛季|賽季|[财財]政年度|[会會][计計]年度|(?<=[-–/][{D}]{{2}})年度)",
        _fiscal,
        heads=figures(*"财財学學赛賽会會-–—~/至", *pairs("年", "财財学學赛賽会會")),
        matches=("2022财年", "2019-2020学年", "2022/23赛季", "1998/99年度"),
        rejects=("财年",),
    ),
    Atom(
        "fiscal year by reference",
        Rank.YEAR,
        r"(?P<word>[上下][一个個]?|前一|去|次|本|今|当前|當前|该|該)(?:[财財]年(?!报|報)|[财財]政年度|[会會][计計]年度|(?P<school>[学學]年)度?)",
        _fiscal_reference,
        heads=(*pairs("上下去次本今该該", "财財学學会會"), *pairs("上下", "一个個"), "前一", "当前", "當前"),
        matches=("上一財年", "本财年", "上财年", "下个财年", "前一學年"),
        rejects=("财年", "以往财年"),
    ),
    Atom(
        "year before or after Christ",
        Rank.YEAR,
        rf"(?:公元|西元|纪元|紀元)(?P<bce>前)?{GAP}(?P<year>[{D}]{{1,4}}|[{HAN}百千]{{1,6}}){GAP}年",
        _era_year,
        heads=CHRIST,
        matches=("公元前202年", "公元1995年", "纪元前一九三四年", "公元二〇〇八年"),
        rejects=("公元年",),
    ),
    Atom(
        "year",
        Rank.YEAR,
        rf"(?<![{D}{HAN}第])(?<![{D}][.．])(?P<year>[12１２][{D}]{{3}}){GAP}(?:{YEAR_WORD}|(?=[QH][1-4](?![\dA-Za-z])|[上下]半年|半年[度报報])){THEN_MONTH}",
        _year_and_day,
        alone=_stands_as_year,
        heads=figures(*"年QH上下半"),
        matches=("2023年", "２０１５年", "2021 年", "1357年", "2022年度"),
        rejects=("12023年", "2020年级", "9800年", "2023半数"),
    ),
    Atom(
        "year in Han digits",
        Rank.YEAR,
        rf"(?<![{D}{HAN}百千第])(?P<year>[一二][{ONES}]{{3}}|[一二三四五六七八九][{ONES}]{{2}}(?=年[{HAN}]{{1,3}}月)|"
        rf"[两兩二一]千零?[{HAN}百]{{1,5}}|[两兩]千(?=年[{HAN}{D}正腊])){GAP}{YEAR_WORD}",
        _year,
        heads=han("年"),
        matches=("二〇二三年", "一九九七年", "两千零五年", "二千零二十三年"),
        rejects=("三千年", "二十三年", "五千零一年"),
    ),
    Atom(
        "year of two digits",
        Rank.YEAR,
        rf"(?<![{D}.．{HAN}第/-])(?P<year>[{D}]{{2}}){GAP}{YEAR_WORD}",
        _short,
        alone=_stands_as_short_year,
        heads=figures("年"),
        matches=("05年", "98年", "23年", "07 年"),
        rejects=("123年", "3年", "1.05年"),
    ),
    Atom(
        "year of two Han digits",
        Rank.YEAR,
        rf"(?<![{D}{HAN}百千第几数])(?P<year>[{ONES}]{{2}}){GAP}{YEAR_WORD}",
        _short,
        alone=_stands_as_han_short_year,
        heads=han("年"),
        matches=("零八年", "九七年", "〇五年"),
        rejects=("十八年", "一九九七年"),
    ),
    Atom(
        "year in brackets behind a year",
        Rank.YEAR,
        rf"(?<=年[（(])(?P<year>[{D}]{{3}}){GAP}年(?=[）)])",
        _year,
        heads=figures("年）", "年)"),
        matches=("开元二十二年（734年）",),
        rejects=("734年",),
    ),
)
