"""Stretches and shifts: so many units before or after now (近30天, 未来两年, 三天后, 五年前)."""

import re
from collections.abc import Mapping

from pipeline.tag.dates.rule import COUNT, COUNT_HEADS, GAP, HAN, Atom, D, Fields, Rank, count, pairs

Groups = Mapping[str, str | None]

_UNITS = {"天": "day", "日": "day", "周": "week", "週": "week", "星": "week", "礼": "week", "禮": "week"}
_UNITS |= {"月": "month", "季": "quarter", "年": "year", "载": "year"}
_UNIT_WORD = (
    r"(?:个|個)?(?P<unit>自然日|星期|礼拜|禮拜|季度|[天日周週月年])"
    r"(?!度?报|[轻级龄薪均租版刊])(?!(?<=[周週])[年岁歲边])"
)
#: 6月之前 is before June, 三个月之前 three months ago.
_SHIFT_UNIT = r"(?:(?:个|個)?(?P<unit>自然日|星期|礼拜|禮拜|季度|[天日周週年]|(?<=[个個两兩半])月))"
_COUNTED = rf"(?P<count>{COUNT}){GAP}{_UNIT_WORD}(?P<half>半)?"


def _measure(groups: Groups) -> tuple[float, str] | None:
    number = count(groups["count"] or "")
    word = (groups["unit"] or "").removeprefix("自然")
    unit = _UNITS[word[0]]
    if number is None or not 0 < number <= (999 if unit == "day" else 199):
        return None
    if groups.get("half"):
        number += 0.5
    if number % 1 and unit == "year":
        return number * 12, "month"
    if number % 1 and unit == "month":
        return (15.0, "day") if number == 0.5 else (number, unit)
    return number, unit


def _read(side: str, groups: Groups) -> Fields | None:
    measure = _measure(groups)
    return None if measure is None else {"stretch": {"count": measure[0], "unit": measure[1], "side": side}}


def _past(groups: Groups) -> Fields | None:
    return _read("past", groups)


def _future(groups: Groups) -> Fields | None:
    return _read("future", groups)


def _either(groups: Groups) -> Fields | None:
    fields = _read("past" if (groups["word"] or "")[0] in "前上" else "future", groups)
    if fields is not None:
        fields["stretch"]["whole"] = True
    return fields


def _of_parent(groups: Groups) -> Fields | None:
    return _read("first" if (groups["word"] or "")[0] in "前头頭首" else "last", groups)


def _months(groups: Groups) -> Fields | None:
    number = count(groups["count"] or "")
    return {"months": int(number)} if number and 2 <= number <= 11 and not number % 1 else None


def _shift(groups: Groups) -> Fields | None:
    measure = _measure(groups)
    if measure is None:
        return None
    number, unit = measure
    sign = -1 if (groups["side"] or "")[-1] == "前" else 1
    return {"shift": {"count": sign * number, "unit": unit}}


_OPENS = re.compile(r"(?:^|[\s，。；：、,;:（(“《—？！?!]|[在的和与是到从于仅就即但而且])$")


def _at_clause(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """前两年 and 后三天 mean time only where a clause or a preposition opens before them."""
    return bool(_OPENS.search(text[max(0, start - 1) : start]))


#: 近两年 is nearly two years where something takes, costs or lasts them.
_TAKES = re.compile(r"(?:[附靠接临将最邻]|经过|经历|經過|历经|历时|長達|长达|持续|用了|花了|整整|整个|费时|[达過过])$")
_LASTED = re.compile(r"(?:来)?的?(?:时间|時間|努力|建设|历史|历程|对立|之久|筹备|磨合|研发|施工|等待|拉锯)")


def _is_recent(text: str, start: int, end: int) -> bool:
    near = text[start] == "近"
    return not (near and (_TAKES.search(text[max(0, start - 2) : start]) or _LASTED.match(text, end)))


#: Words that 前 and 后 begin: 三天前往, 两年后续, 十米后方.
_NOT_SIDE = re.compile(r"[前后後](?:[列线線往面台者方景途提悔备勤期续續遗天夕锋后後前缀\d]|[一二三四五六七八九十两])")
_BY_THE_DAY = re.compile(r"\d+ ?日(?:[之以])?前")
_PART_OF_COUNT = ("第", "每", "每隔", "满", "前", "近", "多")


def _shift_alone(text: str, start: int, end: int) -> bool:
    """三天后 is a date; 5日前 is before the fifth, 第三天后 and 两年后续 are something else."""
    if text[start].isdecimal() and _BY_THE_DAY.match(text, start, end):
        return False
    return not text[max(0, start - 2) : start].endswith(_PART_OF_COUNT) and not _NOT_SIDE.match(text, end - 1)


STRETCHES: tuple[Atom, ...] = (
    Atom(
        "stretch up to now",
        Rank.WHOLE,
        rf"(?:最近|近|过去|過去)(?:的|这|這)?{GAP}(?P<count>{COUNT}){GAP}{_UNIT_WORD}(?P<half>半)?",
        _past,
        alone=_is_recent,
        heads=("最近", "过去", "過去", *pairs("近", COUNT_HEADS + " 的这這")),
        matches=("近30天", "过去一年", "最近三个月", "近 三 年", "过去的一周"),
        rejects=("近几年", "近30人"),
    ),
    Atom(
        "stretch from now on",
        Rank.WHOLE,
        rf"(?:未来|未來|今后|今後|往后|往後|接下来|接下來)(?:的|这|這)?{GAP}(?P<count>{COUNT}){GAP}{_UNIT_WORD}(?P<half>半)?[内內]?",
        _future,
        heads=("未来", "未來", "今后", "今後", "往后", "往後", "接下"),
        matches=("未来两年", "今后10年", "未来7天", "未来5年内"),
        rejects=("未来几年", "未来战士"),
    ),
    Atom(
        "stretch by one word",
        Rank.WHOLE,
        rf"(?P<word>[前上后後下])(?!半){GAP}{_COUNTED}(?![前后後])",
        _either,
        alone=_at_clause,
        heads=pairs("前上后後下", COUNT_HEADS + " "),
        matches=("前两年", "后三天", "上两周", "下三个月"),
        rejects=("前几年", "后人"),
    ),
    Atom(
        "stretch at an end of what stands before it",
        Rank.WEEK,
        rf"(?P<word>前|头|頭|首|最[后後]|[后後]){GAP}{_COUNTED}",
        _of_parent,
        follows=frozenset({Rank.YEAR, Rank.PERIOD, Rank.MONTH}),
        heads=(*pairs("前头頭首后後", COUNT_HEADS + " "), "最后", "最後"),
        matches=("前两周", "最后3周", "前10天", "最后四个月"),
        rejects=("前几周",),
    ),
    Atom(
        "first months",
        Rank.PERIOD,
        rf"(?:前|[头頭](?=.{{0,2}}个)){GAP}(?P<count>[2-9２-９](?!\d)|1[01]|[二两兩三四五六七八九]|十一?){GAP}(?:个|個)?月(?!份|[薪租\d])",
        _months,
        heads=pairs("前头頭", COUNT_HEADS + " "),
        matches=("前7月", "前十一个月", "前5个月"),
        rejects=("前一个月", "前12个月"),
    ),
    Atom(
        "point before or after now",
        Rank.WHOLE,
        rf"(?<![{D}{HAN}百千万.第每])(?P<count>{COUNT}){GAP}{_SHIFT_UNIT}(?P<half>半)?(?P<side>(?:之|以)?[前后後])",
        _shift,
        alone=_shift_alone,
        heads=tuple(COUNT_HEADS),
        matches=("三天后", "5年前", "两个月之前", "半年后", "七年半后", "2 年前"),
        rejects=("几年前", "三天", "10人后"),
    ),
)
