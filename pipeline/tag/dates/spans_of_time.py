"""Stretches: so many units up to now, from now on, or at an end of a period (近30天, 未来两年, 2021年前两周)."""

import re

from pipeline.forms.dates import Side, Stretch
from pipeline.tag.dates.heads import COUNTS, pairs
from pipeline.tag.dates.measures import COUNTED, UNIT_WORD, at_clause, measure
from pipeline.tag.dates.rule import COUNT, GAP, Atom, Fields, Groups, Rank, count


def _read(side: Side, groups: Groups) -> Fields | None:
    found = measure(groups)
    return None if found is None else {"stretch": Stretch(*found, side)}


def _past(groups: Groups) -> Fields | None:
    return _read("past", groups)


def _future(groups: Groups) -> Fields | None:
    return _read("future", groups)


def _either(groups: Groups) -> Fields | None:
    word = (groups["word"] or "")[0]
    found = measure(groups)
    if found is None:
        return None
    number, unit = found
    if unit == "week" and word not in "上下":  # 前一周 are seven days, 上一周 is a week
        number, unit = 7 * number, "day"
    return {"stretch": Stretch(number, unit, "past" if word in "前上" else "future", whole=True)}


def _of_parent(groups: Groups) -> Fields | None:
    return _read("first" if (groups["word"] or "")[0] in "前头頭首" else "last", groups)


def _months(groups: Groups) -> Fields | None:
    number = count(groups["count"] or "")
    return {"months": int(number)} if number and 2 <= number <= 11 and not number % 1 else None


#: 近两年 is nearly two years where something takes, costs or lasts them.
_TAKES = re.compile(
    r"(?:建交|成立|结婚|问世|创刊|开业|停[业工产运课摆牌航]|关闭|關閉|封闭|暂停|休市|延[期误宕]|拖延|推迟|等[了待]|中断|[附靠接临将最邻]|经过|经历|經過|历经|历时|長達|长达|持续|用了|花了|整整|整个|费时|[达過过])$"
)
_LASTED = re.compile(
    r"(?:来)?的?(?:时间|時間|努力|建设|历史|历程|对立|之久|生涯|友谊|情谊|交往|积累|筹备|磨合|研发|施工|等待|拉锯)"
)


def _is_recent(text: str, start: int, end: int) -> bool:
    near = text[start] == "近"
    return not (near and (_TAKES.search(text[max(0, start - 2) : start]) or _LASTED.match(text, end)))


#: 国庆前三天下雨，|后四天放晴: of the same days.
_OTHERS = re.compile(r"[前头頭][\d一二两兩三四五六七八九十]{1,3}[天日周週年月][^。；\n]{0,16}[，,、而]$")


def _of_now(text: str, start: int, end: int) -> bool:
    """Whether 后四天 counts from now or a day told of, and is not the rest of what 前三天 are the first of."""
    rest = text[start] in "后後" and _OTHERS.search(text, max(0, start - 22), start)
    return not rest and at_clause(text, start, end)


#: 前九个月 are those of the year; 前两个月 may be the last two.
_NOT_MONTHS = r"(?!(?<=前)[ ]?(?:[3-9３-９三四五六七八九十]|1[01]|十一)[个個]?月)"


STRETCHES: tuple[Atom, ...] = (
    Atom(
        "stretch up to now",
        Rank.WHOLE,
        rf"(?:最近|近|过去|過去)(?:的|这|這)?{GAP}(?P<count>{COUNT}){GAP}{UNIT_WORD}(?P<half>半)?",
        _past,
        alone=_is_recent,
        heads=("最近", "过去", "過去", *pairs("近", COUNTS + " 的这這")),
        matches=("近30天", "过去一年", "最近三个月", "近 三 年", "过去的一周"),
        rejects=("近几年", "近30人"),
    ),
    Atom(
        "stretch from now on",
        Rank.WHOLE,
        rf"(?:未来|未來|今后|今後|往后|往後|接下来|接下來)(?:的|这|這)?{GAP}(?P<count>{COUNT}){GAP}{UNIT_WORD}(?P<half>半)?[内內]?",
        _future,
        heads=("未来", "未來", "今后", "今後", "往后", "往後", "接下"),
        matches=("未来两年", "今后10年", "未来7天", "未来5年内"),
        rejects=("未来几年", "未来战士"),
    ),
    Atom(
        "stretch by one word",
        Rank.WHOLE,
        rf"(?P<word>[前上后後下])(?!半){_NOT_MONTHS}{GAP}{COUNTED}(?![前后後])",
        _either,
        alone=_of_now,
        heads=pairs("前上后後下", COUNTS + " "),
        matches=("前两年", "后三天", "上两周", "下三个月"),
        rejects=("前几年", "后人"),
    ),
    Atom(
        "stretch at an end of what stands before it",
        Rank.WEEK,
        rf"(?P<word>前|头|頭|首|最[后後]|[后後]){GAP}{COUNTED}",
        _of_parent,
        follows=frozenset({Rank.YEAR, Rank.PERIOD, Rank.MONTH}),
        heads=(*pairs("前头頭首后後", COUNTS + " "), "最后", "最後"),
        matches=("前两周", "最后3周", "前10天", "最后四个月"),
        rejects=("前几周",),
    ),
    Atom(
        "first months",
        Rank.PERIOD,
        rf"(?:前(?<![提以之目此]前)|[头頭首](?=.{{0,2}}[个個])){GAP}(?P<count>[2-9２-９](?!\d)|1[01]|[二两兩三四五六七八九]|十一?){GAP}(?:个|個)?月(?!份|[薪租\d]|(?<=[个個]月)[免内內])",
        _months,
        alone=lambda text, start, end: text[start] != "首" or at_clause(text, start, end),
        heads=pairs("前头頭首", COUNTS + " "),
        matches=("前7月", "首8個月", "前十一个月", "前5个月"),
        rejects=("前一个月", "前12个月", "提前四个月"),
    ),
)
