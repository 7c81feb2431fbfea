"""Weeks, weekends and weekdays."""

import re

from pipeline.tag.dates.heads import NUMERALS, pairs
from pipeline.tag.dates.rule import HAN, Atom, D, Fields, Groups, Rank, integer, never

_WEEK = r"(?:星期|礼拜|禮拜|[周週])"
_RELATIVE = r"(?:上上|下下|上|下|本|[这這]|此|今)(?:一)?[个個]?"
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}


def _offset(word: str) -> int:
    for sign, mark in ((-1, "上"), (1, "下")):
        if word.startswith(mark):
            return sign * (2 if word.startswith(mark * 2) else 1)
    return 0


def _week(groups: Groups) -> Fields | None:
    word, day = groups["word"] or "", groups["weekday"]
    fields: Fields = {"anchor": "speech"}
    if word:
        fields["week_offset"] = _offset(word)
    if day is None:
        return fields if word else None
    if day == "末":
        return {**fields, "weekend": True}
    return {**fields, "weekday": _WEEKDAYS[day]}


#: Words and names that begin like a week or a weekday.
_NOT_WEEK = r"(?![期年边邊转轉围圍岁歲长長身折易密全刊报報游])"
_BRAND = re.compile(r"周六福|周日耗|周日均|周天|周一围|周三多|周五行|周末版")
_EACH = re.compile(r"(?:[每隔单双逢]|每个|每個|每逢|第[一二三四五\d])$")
_WEEKDAY_COUNT = re.compile(rf"(?:[{D}{HAN}两兩几数半整多每个個](?:个|個)?)$")


def _stands(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """Not 每周三, 第二周一, 两周 or 周六福."""
    before = text[max(0, start - 2) : start]
    if _EACH.search(before) or _BRAND.match(text, start):
        return False
    if text[start] in "周週星礼禮" and _WEEKDAY_COUNT.search(before):
        return False
    if text[start] in "上下" and before.endswith(("以", "晚", "早", "之", "线", "晚上")):
        return False
    return not (text[start] in "本" and before.endswith(("基", "日", "成", "资", "版")))


def _last_of_month(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """最后一个周三, but not 每月最后一个周三."""
    return text.startswith("最", start) and "每" not in text[max(0, start - 3) : start]


def _ordinal(groups: Groups) -> Fields | None:
    number = -1 if groups["last"] else integer(groups["n"] or "")
    return None if number is None or number > 53 else {"week": number}


def _ordinal_weekday(groups: Groups) -> Fields | None:
    number = -1 if groups["last"] else integer(groups["n"] or "")
    if number is None or number > 53:
        return None
    return {"ordinal": number, "weekday": _WEEKDAYS[groups["weekday"] or "一"]}


def _bracketed(groups: Groups) -> Fields:
    return {"weekday": _WEEKDAYS[groups["weekday"] or "一"]}


_NTH = rf"(?:第(?P<n>[{D}]{{1,2}}|[{HAN}]{{1,3}})|首|(?P<last>最[后後]一))(?:个|個)?的?"
_WEEK_HEADS = (
    *pairs("周週", "一二三四五六日末星礼禮"),
    *("星期", "礼拜", "禮拜"),
    *pairs("上下本这這此今", "上下周週星礼禮个個一"),
)
_NTH_HEADS = (*pairs("第", NUMERALS), *pairs("首", "周週星礼禮个個"), "最后", "最後")

WEEKS: tuple[Atom, ...] = (
    Atom(
        "weekday in brackets",
        Rank.WEEKDAY,
        rf"[（(]{_WEEK}(?P<weekday>[一二三四五六日天])[）)]",
        _bracketed,
        alone=never,
        follows=frozenset({Rank.DAY, Rank.WHOLE}),
        heads=pairs("（(", "周週星礼禮"),
        matches=("（周二）", "(星期三)"),
        rejects=("周二", "（周二至周三）"),
    ),
    Atom(
        "weekday by its place",
        Rank.WEEKDAY,
        rf"{_NTH}{_WEEK}(?P<weekday>[一二三四五六日天])",
        _ordinal_weekday,
        alone=_last_of_month,
        heads=_NTH_HEADS,
        matches=("第一个星期一", "最后一个周三"),
        rejects=("第一周", "一个星期"),
    ),
    Atom(
        "week by its place",
        Rank.WEEK,
        rf"{_NTH}{_WEEK}(?![年岁一二三四五六日天])",
        _ordinal,
        alone=never,
        follows=frozenset({Rank.YEAR, Rank.PERIOD, Rank.MONTH}),
        heads=_NTH_HEADS,
        matches=("第一周", "第3个星期", "最后一周"),
        rejects=("一周", "第一周年"),
    ),
    Atom(
        "week by its number, told in brackets",
        Rank.WEEK,
        rf"{_NTH}{_WEEK}(?=[（(](?:[{D}]{{1,2}}月|[{D}]{{1,2}}[.．/]))",
        _ordinal,
        heads=_NTH_HEADS,
        matches=("第45周（11月7日至13日）",),
        rejects=("第45周",),
    ),
    Atom(
        "week or weekday",
        Rank.WEEKDAY,
        rf"(?P<word>{_RELATIVE})?(?:[周週](?=星期|礼拜|禮拜))?{_WEEK}(?P<weekday>[一二三四五六日末]|(?<=[期拜])天)?{_NOT_WEEK}",
        _week,
        alone=_stands,
        heads=_WEEK_HEADS,
        matches=("周三", "上周", "下周一", "本周末", "星期天", "这个星期一", "上上周", "下下周末"),
        rejects=("一周", "周期", "上周期", "四周", "星期", "周围"),
    ),
    Atom(
        "this week, counted",
        Rank.WEEK,
        rf"(?P<word>[这這]一){_WEEK}(?P<weekday>)?{_NOT_WEEK}",
        lambda groups: {"week_offset": 0, "anchor": "speech"},  # noqa: ARG005
        heads=("这一", "這一"),
        matches=("这一周", "這一周"),
        rejects=("这周",),
    ),
)
