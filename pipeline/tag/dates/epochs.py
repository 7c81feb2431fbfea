"""Decades, centuries and five-year plans."""

import re

from pipeline.tag.dates.heads import ANY_HAN, CHRIST, numbers, pairs
from pipeline.tag.dates.rule import GAP, HAN, Atom, D, Fields, Groups, Rank, integer


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


_PLAN_WORDS = re.compile(r"[”\"』」]?(?:期间|期間|时期|時期|以来|以來|初|中期|末|开局|開局|收官|前|后|後|的)")


def _plan_alone(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """The plan's years are meant (“十四五”期间), not the plan itself (“十四五”规划)."""
    return bool(_PLAN_WORDS.match(text, end))


EPOCHS: tuple[Atom, ...] = (
    Atom(
        "century",
        Rank.CENTURY,
        rf"(?<![{D}.{HAN}这這下上])(?:(?:公元|西元|纪元|紀元)(?P<bce>前)?)?(?P<n>[{D}]{{1,2}}|[{HAN}廿]{{1,3}}){GAP}(?:世纪|世紀)(?!经济报|經濟報|不动产|不動產|海上丝绸|海上絲綢|教育研究|大酒店)",
        _century,
        heads=(*numbers("世"), *CHRIST),
        matches=("20世纪", "二十一世纪", "公元前3世纪", "十九世紀"),
        rejects=("半个世纪", "世纪大道", "一个世纪", "21世纪经济报道"),
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
        heads=numbers("年代", *"-–—~～至到、"),
        matches=("90年代", "1990年代", "九十年代", "八十年代", "八九十年代", "60-70年代", "六十至八十年代"),
        rejects=("95年代", "年代", "新年代"),
    ),
    Atom(
        "five-year plan",
        Rank.YEAR,
        r"(?P<quoted>(?<=[“\"『「])[一二三四五六七八九]|(?<=[“\"『「])十[一二三四五]?)五(?=[”\"』」])|(?P<n>十[一二三四])五(?![一二三四五六七八九十年月日号，、])",
        _plan,
        alone=_plan_alone,
        heads=ANY_HAN,
        matches=("十四五", "“十三五”", "“九五”"),
        rejects=("十五五月", "二十五"),
    ),
)
