"""Points before or after now, and what begins there: 三天后, 几年前, 公告日起15个交易日后的6个月内."""

import re

from pipeline import numerals
from pipeline.forms.dates import Shift, Stretch
from pipeline.tag.dates.heads import numbers, pairs
from pipeline.tag.dates.measures import COUNTED, SHIFT_UNIT, UNIT_WORD, amount, at_clause, measure, unit_of
from pipeline.tag.dates.rule import COUNT, GAP, HAN, Atom, D, Fields, Groups, Rank, integer


def _shift(groups: Groups) -> Fields | None:
    found = measure(groups)
    if found is None:
        return None
    number, unit = found
    return {"shift": Shift(count=_sign(groups) * number, unit=unit)}


def _sign(groups: Groups) -> int:
    return -1 if (groups["side"] or "")[-1] == "前" else 1


def _vague_shift(groups: Groups) -> Fields | None:
    """几年前, 十几天后, 20多年前: from the least to the most that may be meant."""
    unit, sign = unit_of(groups["unit"]), _sign(groups)
    if groups["more"]:
        low = integer(groups["count"] or "")
        if low is None or low % 10:
            return None
        high = low + (10 if low < 100 else 10 ** (len(str(low)) - 1))
    else:
        number = numerals.parse(groups["count"] or "")
        if number is None or number.high is None:
            return None
        low, high = int(number.low), int(number.high)
    if not 0 < low < high <= _MOST_VAGUE:
        return None
    return {"shift": Shift(count=float(sign * low), count_max=float(sign * high), unit=unit)}


def _postponed(groups: Groups) -> Fields | None:
    delay = amount(groups["delay"], groups["after"])
    length = measure(groups)
    if delay is None or length is None:
        return None
    fields: Fields = {"shift": Shift(count=delay[0], unit=delay[1]), "stretch": Stretch(*length, "future")}
    return {**fields, "anchor": "speech"} if groups["of"] else fields


def _passing(groups: Groups) -> Fields | None:
    found = measure(groups)
    return None if found is None else {"shift": Shift(count=found[0], unit=found[1]), "anchor": "speech"}


#: Words that 前 and 后 begin: 三天前往, 两年后续, 十米后方.
_NOT_SIDE = re.compile(r"[前后後](?:[列线線往面台者方景途提悔备勤期续續遗天夕锋后後前缀\d]|[一二三四五六七八九十两])")
#: 5日前 is before the fifth.
_BY_THE_DAY = rf"(?:[{D}]|[12][{D}]|3[01]) ?日[之以]?前"
_PART_OF_COUNT = ("第", "每", "每隔", "满", "前", "近", "多")


#: How long something paused: 停办三年之后, 时隔八年后, 中断了两年后.
_PAUSED = re.compile(
    r"(?:停[一-鿿]|[中间]断|中止|暂停|搁置|擱置|闲置|空置|封存|沉寂|蛰伏|睽违|暌违|暌違|阔别|闊別|时隔|時隔|相隔|事隔)了?(?:近|约|整整|长达)?$"
)


def _shift_alone(text: str, start: int, end: int) -> bool:
    """三天后 is a date, 第三天后 and 两年后续 are something else."""
    if _PAUSED.search(text, max(0, start - 6), start):
        return False
    return not text[max(0, start - 2) : start].endswith(_PART_OF_COUNT) and not _NOT_SIDE.match(text, end - 1)


#: No count of time that is vague goes further: 两千多年前.
_MOST_VAGUE = 9999
_VAGUE = rf"(?:[{D}]{{1,4}}(?=[多余餘])|[{HAN}两兩百千]{{0,5}}[几幾数數]?(?<=[几幾数數十百千]))"
#: The day that a notice counts from.
_NOTICE = r"(?:本次?|该)?(?:[^，。；,;、\s\d]{0,6}?计划)?公告(?:披露|发布|刊登)?(?:之?日起|之日|日|的)"


_UNIT = "个個自交工星礼禮季天日周週年月"
#: What stands behind the number of a point before or after now: a unit of one character has its 前 or 后 behind it.
_UNITS = (*"个個自交工星礼禮季.．", *pairs("天日周週年月", "半之以前后後"))
_HALF = pairs("半", _UNIT + " \t　")

SHIFTS: tuple[Atom, ...] = (
    Atom(
        "stretch that begins later",
        Rank.WHOLE,
        rf"(?P<of>{_NOTICE})?{GAP}(?<![{D}{HAN}百千万.第每])(?P<delay>{COUNT}){GAP}[个個]?(?P<after>自然日|交易日|工作日|星期|[天日周週月])"
        rf"(?:之|以)?[后後]的{GAP}(?P<count>{COUNT}){GAP}{UNIT_WORD}(?P<half>半)?[内內里裡]",
        _postponed,
        heads=(
            *numbers(*"个個自交工星.．", *pairs("天日周週月", "之以后後")),
            *_HALF,
            "公告",
            *pairs("本该", "公次计"),
        ),
        matches=(
            "公告日起15个交易日后的6个月内",
            "15个交易日后的6个月内",
            "三天后的两周内",
            "本公告之日起三个交易日之后的六个月内",
        ),
        rejects=("公告日起15个交易日内", "15个交易日的6个月内"),
    ),
    Atom(
        "point before or after now",
        Rank.WHOLE,
        rf"(?<![{D}{HAN}百千万.第每])(?!{_BY_THE_DAY})(?P<count>{COUNT}){GAP}{SHIFT_UNIT}(?P<half>半)?(?P<side>(?:之|以)?[前后後])",
        _shift,
        alone=_shift_alone,
        heads=(*numbers(*_UNITS), *_HALF),
        matches=("三天后", "5年前", "两个月之前", "半年后", "七年半后", "2 年前"),
        rejects=("几年前", "三天", "10人后"),
    ),
    Atom(
        "point before or after now, vaguely",
        Rank.WHOLE,
        rf"(?<![{D}{HAN}百千万.第每前近过過未来來后後上下])(?P<count>{_VAGUE}){GAP}(?P<more>[多余餘])?{SHIFT_UNIT}(?P<side>(?:之|以)?[前后後])",
        _vague_shift,
        alone=_shift_alone,
        heads=(*numbers(*"多余餘几幾数數", *_UNITS), *"几幾数數"),
        matches=("几年前", "二十几年前", "数月之后", "20多年前", "两千余年前", "几个月后", "十多天前"),
        rejects=("三年前", "25多年前", "几人前", "多年前"),
    ),
    Atom(
        "point after now that is waited for",
        Rank.WHOLE,
        rf"(?:再?[过過](?![了得的])){GAP}{COUNTED}(?![以之]?[前后後])",
        _passing,
        alone=at_clause,
        heads=("再过", "再過", *pairs("过過", "一两兩三四五六七八九十几半")),
        matches=("再过三天", "过两天"),
        rejects=("过了两年", "过三年后"),
    ),
)
