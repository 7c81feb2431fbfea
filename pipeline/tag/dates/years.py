"""Years, decades and centuries, counted and named."""

import re
from collections.abc import Mapping

from pipeline.tag.dates import reigns
from pipeline.tag.dates.rule import (
    CHRIST,
    FIGURES,
    GAP,
    HAN,
    HAN_NUMERALS,
    NUMERALS,
    Alone,
    Atom,
    D,
    Fields,
    Rank,
    by_place,
    integer,
    pairs,
)

Groups = Mapping[str, str | None]

#: A year's word, and not the beginning of another word (年级, 年轮).
YEAR_WORD = r"年(?:度(?!过|假))?(?![级級轮輪龄齡纪紀])"
ONES = "〇零○0０一二三四五六七八九"

_SPAN_OF_YEARS = re.compile(r"(?:多|的?(?:历史|歷史|文明|传统|积淀|传承)|之久|前[，。,的]|来|來|间|間|以来)")


def _year(groups: Groups) -> Fields | None:
    text = groups["year"] or ""
    value = by_place(text) if len(text) == 4 and not set(text) & set("十百千两兩") else integer(text)
    if value is None:
        return None
    bce = groups.get("bce")
    return {"year": 1 - value if bce else value}


def _stands_as_year(text: str, start: int, end: int) -> bool:
    """Four digits before 年 are a calendar year, unless they are round and count years (2000年的历史)."""
    value = integer("".join(c for c in text[start:end] if c.isdecimal()) or "1")
    if value is None or (value % 100 and 1200 <= value < 2200):
        return True
    if value == 1 or 1500 < value <= 2000:
        return not _SPAN_OF_YEARS.match(text, end) or value % 1000 != 0
    return value <= 2100 and not _SPAN_OF_YEARS.match(text, end)


def _short(groups: Groups) -> Fields | None:
    value = by_place(groups["year"] or "")
    return None if value is None else {"year": value, "short": True}


_CLAUSE_BEFORE = re.compile(r"(?:^|[\s，。；：、,;:（(“《】在从自于到至是即早截止年和与])$")
_COUNTED = re.compile(r"(?:[来后後前内內间間里以之多余制期的]|历|歷|左右|时间|時間|如一|整|未|不|没|都|了|才)")


def _stands_as_short_year(text: str, start: int, end: int) -> bool:
    """98年 is a year where a clause or a preposition opens before it and nothing counts years behind it."""
    digits = text[start : start + 2]
    if digits[0] in "0０零〇○":
        return True
    if digits[0] in "789７８９":
        return bool(_CLAUSE_BEFORE.search(text[max(0, start - 1) : start])) and not _COUNTED.match(text, end)
    return False


def _stands_as_han_short_year(text: str, start: int, end: int) -> bool:
    """九七年 is a year; 三四年 and 三五年 count years."""
    a, b = by_place(text[start]), by_place(text[start + 1])
    if a is None or b is None:
        return False
    return a == 0 or (not (b - a == 1 or (a, b) == (3, 5)) and not _COUNTED.match(text, end))


def _decade(groups: Groups) -> Fields | None:
    text, pair = groups["decade"] or "", groups["and"]
    if groups["from"]:
        first, last = integer(groups["from"]), integer(text[-2:])
        if first is None or last is None or first % 10 or last % 10 or not 0 < last - first < 60:
            return None
        return {"decade": first, "decades": (last - first) // 10 + 1}
    value = integer(text.removeprefix(pair or "")) if len(text) > 2 else integer(text)
    if pair and len(text) > 2 and value == 10 * (integer(pair) or 0) + 10:
        return {"decade": value - 10, "decades": 2}
    if value is None or value % 10:
        return None
    if value >= 1000:
        return {"century": value // 100 + 1, "decade": value % 100}
    return {"decade": value} if value < 100 else None


def _century(groups: Groups) -> Fields | None:
    value = integer(groups["n"] or "")
    if value is None or not 0 < value <= 30:
        return None
    return {"century": 1 - value if groups["bce"] else value}


def _century_offset(groups: Groups) -> Fields:
    return {"century_offset": {"上": -1, "本": 0, "这": 0, "這": 0, "下": 1}[(groups["word"] or "本")[0]]}


_PLANS = {"八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
_PLANS |= {"一": 1953, "二": 1958, "三": 1966, "四": 1971, "五": 1976, "六": 1981, "七": 1986}


def _plan(groups: Groups) -> Fields | None:
    start = _PLANS.get(groups["n"] or groups["quoted"] or "")
    return None if start is None else {"year": start, "years": 5}


_RECKONED = 100


def _reign(groups: Groups) -> Fields | None:
    number = groups["n"] or ""
    value = 1 if number == "元" else integer(number)
    reign = reigns.REIGNS.get(groups["reign"] or "")
    if value is None or reign is None or not 0 < value <= reigns.LONGEST:
        return None
    year = reign + value - 1
    # The calendar of the moon is reckoned from the second century on.
    return {"year": year} if groups["reign"] in reigns.SOLAR or year <= _RECKONED else {"year": year, "lunar": True}


_REPUBLIC = 1911
#: How far back a page that counts by the Republic has said so.
_REPUBLIC_NAMED = 3000


def _republic(groups: Groups) -> Fields | None:
    year = integer(groups["republic"] or "")
    return None if year is None else {"year": _REPUBLIC + year}


def _is_of_the_republic(text: str, start: int, end: int) -> bool:
    """110年 is a year where the page has counted by the Republic before (民國109年)."""
    if not _CLAUSE_BEFORE.search(text[max(0, start - 1) : start]) or _COUNTED.match(text, end):
        return False
    place = text.rfind("民國", max(0, start - _REPUBLIC_NAMED), start)
    return place >= 0 and bool(_NAMED.match(text, place))


_NAMED = re.compile(rf"民國{GAP}[{D}]")


_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def _cycle(groups: Groups) -> Fields | None:
    """The year of sixty with this name; of a reign the first."""
    stem, branch = _STEMS.index(groups["stem"] or "甲"), _BRANCHES.index(groups["branch"] or "子")
    if (stem - branch) % 2:
        return None
    cycle = (6 * stem - 5 * branch) % 60
    reign = reigns.REIGNS.get(groups["reign"] or "")
    if reign is None:
        return {"cycle": cycle, "lunar": True}
    return {"year": reign + (cycle - (reign - 4)) % 60, "lunar": True}


def _fiscal(groups: Groups) -> Fields | None:
    year = by_place(groups["year"] or "")
    return None if year is None else {"year": year, "fiscal": True}


def _era_year(groups: Groups) -> Fields | None:
    text = groups["year"] or ""
    value = by_place(text) if not set(text) & set("十百千") else integer(text)
    if not value:
        return None
    return {"year": 1 - value if groups["bce"] else value}


_PLAN_WORDS = re.compile(r"[”\"』」]?(?:期间|期間|时期|時期|以来|以來|初|中期|末|开局|開局|收官|前|后|後|的)")


def _plan_alone(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """The plan's years are meant (“十四五”期间), not the plan itself (“十四五”规划)."""
    return bool(_PLAN_WORDS.match(text, end))


_ANY_YEAR = rf"(?:[{D}]{{4}}|[一二][{ONES}]{{3}}|[两兩二一][千](?:零?[{HAN}百]{{1,5}})?)"
_YEAR: Alone = _stands_as_year

YEARS: tuple[Atom, ...] = (
    Atom(
        "century",
        Rank.CENTURY,
        rf"(?<![{D}.{HAN}这這下上])(?:(?:公元|西元|纪元|紀元)(?P<bce>前)?)?(?P<n>[{D}]{{1,2}}|[{HAN}廿]{{1,3}}){GAP}(?:世纪|世紀)",
        _century,
        heads=(*NUMERALS, *CHRIST),
        matches=("20世纪", "二十一世纪", "公元前3世纪", "十九世紀"),
        rejects=("半个世纪", "世纪大道", "一个世纪"),
    ),
    Atom(
        "century by reference",
        Rank.CENTURY,
        r"(?P<word>上[一个個]?|本|这[个個]?|這[个個]?|下[一个個]?)(?:世纪|世紀)",
        _century_offset,
        heads=pairs("上本这這下", "世个個一"),
        matches=("上世纪", "本世纪", "上个世纪"),
        rejects=("跨世纪",),
    ),
    Atom(
        "decade",
        Rank.DECADE,
        rf"(?<![{D}.{HAN}])(?:(?P<from>[2-9２-９][0０]|[二三四五六七八九]十){GAP}(?:年代)?[-–—~～至到、]{{1,2}}{GAP}(?=..{GAP}年代))?(?P<decade>[{D}]?[{D}]?[{D}][0０]|(?P<and>[二三四五六七八])?[二三四五六七八九]?十){GAP}年代",
        _decade,
        heads=NUMERALS,
        matches=("90年代", "1990年代", "九十年代", "八十年代", "八九十年代", "60-70年代", "六十至八十年代"),
        rejects=("95年代", "年代", "新年代"),
    ),
    Atom(
        "five-year plan",
        Rank.YEAR,
        r"(?P<quoted>(?<=[“\"『「])[一二三四五六七八九]|(?<=[“\"『「])十[一二三四五]?)五(?=[”\"』」])|(?P<n>十[一二三四])五(?![一二三四五六七八九十年月日号，、])",
        _plan,
        alone=_plan_alone,
        heads=HAN_NUMERALS,
        matches=("十四五", "“十三五”", "“九五”"),
        rejects=("十五五月", "二十五"),
    ),
    Atom(
        "fiscal or school year",
        Rank.YEAR,
        rf"(?<![{D}.])(?P<year>(?:19|20)[{D}]{{2}})(?:{GAP}[-—–/~至]{GAP}(?:(?:19|20)?[{D}]{{2}}))?{GAP}年?(?:财年|財年|学年度?|學年度?|赛季|賽季|财政年度|会计年度)",
        _fiscal,
        heads=FIGURES,
        matches=("2022财年", "2019-2020学年", "2022/23赛季"),
        rejects=("财年",),
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
        rf"(?<![{D}{HAN}第])(?<![{D}][.．])(?P<year>[12１２][{D}]{{3}}){GAP}(?:{YEAR_WORD}|(?=[QH][1-4](?![\dA-Za-z])|[上下]半年|半年[度报報]))",
        _year,
        alone=_YEAR,
        heads=FIGURES,
        matches=("2023年", "２０１５年", "2021 年", "1357年", "2022年度"),
        rejects=("12023年", "2020年级", "9800年", "2023半数"),
    ),
    Atom(
        "year in Han digits",
        Rank.YEAR,
        rf"(?<![{D}{HAN}百千第])(?P<year>[一二][{ONES}]{{3}}|[一二三四五六七八九][{ONES}]{{2}}(?=年[{HAN}]{{1,3}}月)|"
        rf"[两兩二一]千零?[{HAN}百]{{1,5}}|[两兩]千(?=年[{HAN}{D}正腊])){GAP}{YEAR_WORD}",
        _year,
        heads=HAN_NUMERALS,
        matches=("二〇二三年", "一九九七年", "两千零五年", "二千零二十三年"),
        rejects=("三千年", "二十三年", "五千零一年"),
    ),
    Atom(
        "year of two digits",
        Rank.YEAR,
        rf"(?<![{D}.．{HAN}第/-])(?P<year>[{D}]{{2}}){GAP}{YEAR_WORD}",
        _short,
        alone=_stands_as_short_year,
        heads=FIGURES,
        matches=("05年", "98年", "23年", "07 年"),
        rejects=("123年", "3年", "1.05年"),
    ),
    Atom(
        "year of two Han digits",
        Rank.YEAR,
        rf"(?<![{D}{HAN}百千第几数])(?P<year>[{ONES}]{{2}}){GAP}{YEAR_WORD}",
        _short,
        alone=_stands_as_han_short_year,
        heads=HAN_NUMERALS,
        matches=("零八年", "九七年", "〇五年"),
        rejects=("十八年", "一九九七年"),
    ),
    Atom(
        "year of a reign",
        Rank.YEAR,
        rf"(?P<reign>{reigns.PATTERN}){GAP}(?P<n>元|[{D}]{{1,3}}|[{HAN}廿卅百]{{1,6}}){GAP}年度?(?![级代])",
        _reign,
        heads=tuple(sorted({name[:2] for name in reigns.REIGNS})),
        matches=("民国三年", "康熙二十年", "贞观元年", "昭和20年"),
        rejects=("民国年间", "康熙年间"),
    ),
    Atom(
        "year of the Republic without its name",
        Rank.YEAR,
        rf"(?<![{D}.．{HAN}第/-])(?P<republic>1[0-2][{D}]|[89][{D}]){GAP}年(?![级代])",
        _republic,
        alone=_is_of_the_republic,
        heads=("1", "8", "9"),
        matches=("110年",),
        rejects=("98年", "2110年"),
    ),
    Atom(
        "year in brackets behind a year",
        Rank.YEAR,
        rf"(?<=年[（(])(?P<year>[{D}]{{3}}){GAP}年(?=[）)])",
        _year,
        heads=FIGURES,
        matches=("开元二十二年（734年）",),
        rejects=("734年",),
    ),
    Atom(
        "year of sixty",
        Rank.YEAR,
        rf"(?:(?P<reign>{reigns.PATTERN}){GAP})?(?P<stem>[{_STEMS}])(?P<branch>[{_BRANCHES}])年(?![级代])",
        _cycle,
        heads=(*pairs(_STEMS, _BRANCHES), *sorted({name[:2] for name in reigns.REIGNS})),
        matches=("庚子年", "光绪甲午年", "乾隆庚午年"),
        rejects=("甲丑年", "庚子", "子年"),
    ),
)
