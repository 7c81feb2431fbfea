"""What a date is to the story: whether what comes after goes on from it.

A fact carries the story on. A plan carries it on only for what is planned as well. An aside never does: where
a development began (自2020年9月以来), what a number was before it changed (从2021年的86亿), what is compared with,
what lies years back (两年前进厂的工人).
"""

import re
from typing import Literal

from pipeline.forms.dates import DateForm
from pipeline.forms.labels import ORIGIN
from pipeline.normalize.dates.clause import Clause
from pipeline.normalize.dates.interval import Interval

Standing = Literal["fact", "plan", "aside"]

_SINCE_BEFORE = ("自", "从", "從", "由")
_SINCE_AFTER = re.compile(r"[^，。；,;]{0,12}?(?:起(?![草诉源])|开始|開始|以来|以來|至今)")
_SINCE = re.compile(r"[^，。；,;\d]{0,6}?(?:以来|以來)")
#: 从2021年的86亿元降到70亿元, 由2019年末的三成提高至五成.
_FROM = re.compile(r"[^，。；,;]{0,24}?(?:[到至为為]|[升降增减減]|提高|扩大|缩|下滑|回落|上涨)")
#: 是2020年的3倍, 与2019年相比, 同2019年持平.
_TIMES = re.compile(
    r"[^，。；,;]{0,12}?(?:[\d一二两三四五六七八九十百几](?:倍|成(?!为|立))|[\d.]{1,8}[%％]|百分之|一半)"
)
_WITH_BEFORE = ("与", "與", "和", "同", "跟")
_WITH_AFTER = re.compile(r"[^，。；,;]{0,10}?(?:相比|相较|持平|相当|对比|一致)")
_OF_BEFORE = ("是", "为", "為", "相当于", "到", "至", "達", "达", "超")
#: 公司成立于2010年: what a thing is, not what the page tells.
_FOUNDED = re.compile(r"[建立办辦始生源起设設辟][于於]")
#: 净流出2.2亿元，而去年上半年为净流入, 去年上半年则为净流入: what is held against what is told.
_AGAINST = re.compile(r"(?:同期)?则?(?:仅|只)?(?:为|是|有|亏|盈|净|亏损|盈利)")
_BUT_THEN = re.compile(r"(?:同期)?[则則](?:[为為是仅僅只]|亏|盈|净|淨)")
_LOOK = 40


def of_mention(clause: Clause, form: DateForm, interval: Interval, published: Interval | None) -> Standing:
    """The standing of a placed date in its sentence."""
    text, start, end = clause.text, clause.start, clause.end
    looks_back = form.first.shift is not None and form.first.shift.count < 0 and interval.precision != "day"
    founded = start > 1 and interval.precision == "year" and _FOUNDED.match(text, start - 2)
    founded = founded or (clause.labelled and ORIGIN.fullmatch(text, 0, start))
    same_day = form.first.day_offset == 0 and form.first.year is not None  # 2018年同日
    if form.first.same_period or same_day or founded or looks_back or _is_beside(text, start, end):
        return "aside"
    now = published.start if published else None
    if now is not None and interval.start is not None and interval.end is not None:
        # A deadline (8月10日以前) is a plan from its last day on.
        return "plan" if (interval.start if form.bound is None else interval.end) > now else "fact"
    return "plan" if clause.own == "future" else "fact"


#: 去年启动的项目, 5月11日开幕的展览.
_ATTRIBUTE = re.compile(r"[^，。；：、,;:\d“”《》年月日]{1,8}的(?![，。；,;])")
_OPENS = re.compile(r"(?:^|[\s，。；：、,;:（(“]|[在于自从至到截])$")


def is_embedded(clause: Clause, interval: Interval) -> bool:
    """Whether a date belongs to a noun (去年启动的项目, 完成2022年度分红), not to what its sentence tells."""
    if _ATTRIBUTE.match(clause.text, clause.end, clause.end + _LOOK):
        return True
    return interval.precision == "year" and not _OPENS.search(clause.text[max(0, clause.start - 1) : clause.start])


def _is_beside(text: str, start: int, end: int) -> bool:
    limit = end + _LOOK
    if _SINCE.match(text, end, limit):
        return True
    if text.endswith(_SINCE_BEFORE, 0, start):
        changes = text.startswith("的", end) and _FROM.match(text, end, limit)
        return bool(changes or _SINCE_AFTER.match(text, end, limit))
    if text.endswith(("继", "繼"), 0, start):
        return True
    if text.endswith(_WITH_BEFORE, 0, start) and _WITH_AFTER.match(text, end, limit):
        return True
    if _BUT_THEN.match(text, end) or (text.endswith("而", 0, start) and _AGAINST.match(text, end)):
        return True
    return text.endswith(_OF_BEFORE, 0, start) and _TIMES.match(text, end, limit) is not None
