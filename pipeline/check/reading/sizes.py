"""How plausible an amount is: how its number is written, and how large it is for what it measures."""

import re
from bisect import bisect_left
from functools import lru_cache
from math import log10
from operator import attrgetter

from pipeline.check.reading.view import View, once
from pipeline.check.reading.words import alternation, table
from pipeline.schema import Entity

FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "百万": 1e6, "千万": 1e7}
#: By class of metric, the mean of the tenth logarithm of amounts, and their spread.
SIZES: dict[str, tuple[float, float]] = {
    "person": (3.9, 1.0),
    "grant": (7.2, 1.4),
    "business": (8.6, 1.4),
    "aggregate": (10.3, 1.5),
    "little": (5.5, 1.3),
    "average": (5.5, 1.8),
    "": (7.8, 1.8),
}
#: So many spreads above the mean there is nothing.
BEYOND = 3.2
#: What the page is about tells as much of whose an amount is as this share of what its sentence would tell.
ABOUT = 0.5
#: Right before an amount that the writer finds small.
LITTLE = re.compile("(?:仅|只有|只剩下?|仅剩|仅有|不足|不到|才)$")
#: What is paid out to all together, if nothing says that it is to one: 发放管护工资1.3亿元.
TOGETHER = re.compile("发放|支付|支出|追回|补发|拖欠|兑付|拨付|累计|共计|合计|收缴|减免")
EACH = re.compile("[每均]|个人|单[户人项个笔件价]|月|年薪")
#: One verb of giving right before an amount is what is done by one, or to one.
GIVEN = re.compile("(?:^|[^嘉大获颁受评])[奖罚赔赠花借欠]了?$")
#: What is said of one on average, if it is not said of whom.
AVERAGE = re.compile("平均(?!每)[^，,。；;]{0,8}$")
#: What is said of one of many things: 每箱, 单店, 杯均; 每年 counts time.
OF_ONE = re.compile(
    "每(?![年月日天季周])[\u4e00-\u9fff]{1,3}|单(?=[店车台箱部套间座条件只艘架注站集])|[户亩店杯车台件]均"
)
#: A part of a whole is paid to all of its kind: 其中农户补贴2亿元.
PART = re.compile("其中(?!之)")
#: What is compared with the amount before it measures the same: 户均收入9万元，比2018年的6万元增加3万元.
SAME = re.compile(
    "(?:比|较|同比|环比|上年|去年|上一年|前年|上届|此前|净?[增减]|提高|上升|上涨|下[降跌滑])[^，,；;。]{0,14}$"
)
#: Whose amount it is: the nearest body before it that tells how large its figures are.
_SCOPES = {word: float(decades) for word, decades in table("scopes.tsv")}
_SCOPE = re.compile(alternation(list(_SCOPES)))
#: Classes that are as large as the body they are of.
SCOPED = frozenset({"grant", "business", "aggregate", ""})
#: Bodies of one kind differ: towns with an industry are as rich as counties. So much wider is the spread for each step.
WIDER = 0.25
_CLASSES = dict(table("sizes.tsv"))
_CLASS = re.compile(alternation(list(_CLASSES)))


def kind_of(words: str) -> str:
    """The class of the metric nearest before an amount; what is paid to one is that, whatever else is said."""
    if LITTLE.search(words) or GIVEN.search(words):
        return "little"
    clause = words[max(map(words.rfind, "，,；;。")) + 1 :]
    found = [_CLASSES[match[0]] for match in _CLASS.finditer(clause)]
    if not found:
        # Another clause may name the metric; what it says of one person is said of that clause alone.
        found = [its for match in _CLASS.finditer(words) if (its := _CLASSES[match[0]]) != "person"]
    if "person" in found:
        return "grant" if (TOGETHER.search(clause) or PART.search(words)) and not EACH.search(clause) else "person"
    if AVERAGE.search(clause) or OF_ONE.search(clause):
        return "average"
    return found[-1] if found else ""


def scope_of(words: str) -> float:
    """By how many powers of ten the body that the words name last has larger figures than most."""
    found = _SCOPE.findall(words)
    return _SCOPES[found[-1]] if found else 0.0


def measured(view: View, entity: Entity) -> tuple[str, float]:
    """What an amount measures, and of how large a body, by the words before it; else by what the page is about."""
    begins = view.sentence(entity.sentence).start
    clause = view.text[view.clause_start(entity.start, max(begins, entity.start - 24)) : entity.start]
    if SAME.match(clause) and not _CLASS.search(clause):
        place = bisect_left(view.money, entity.start, key=attrgetter("start"))
        if place and view.money[place - 1].sentence == entity.sentence:
            return measured(view, view.money[place - 1])
    kind = kind_of(view.text[max(begins, entity.start - 24) : entity.start])
    return kind, scope_of(view.text[max(begins, entity.start - 48) : entity.start]) or _about(view)


@once
def _about(view: View) -> float:
    """The scope of the page, by its first sentence."""
    return ABOUT * scope_of(view.text[: view.sentences[0].end]) if view.sentences else 0.0


def _style(number: str, scale: str) -> float:
    """Log plausibility of a number before its scale words, as writers write."""
    if not number:
        return 0.0
    size = float(number)
    if scale.endswith("亿"):
        if scale != "亿":
            return -0.5
        return -2.5 if size >= 10000 else -0.8 if size >= 1000 else -0.4 if size < 1 else 0.0
    if scale.endswith("万"):
        if size >= 10000:
            return -0.7 if "." in number else -2.0
        return -3.5 if size < 1 else -0.3 if size < 10 else 0.0
    return -1.0


def doubled(scale: str) -> bool:
    """Whether one scale word stands twice, as nobody writes."""
    return len(scale) == 2 and scale[0] == scale[1]


def beyond(number: str, kind: str, scale: str, scope: float = 0.0) -> bool:
    """Whether an amount with these scale words is larger than anything of its class, or of none: 1901.5万亿元.

    A class is only as sure as the words it is known by, so both have to say so.
    """
    ends = (SIZES[of][0] + scope * (of in SCOPED) + BEYOND * SIZES[of][1] for of in (kind, ""))
    return _size(number, scale) > max(ends)


def _size(number: str, scale: str) -> float:
    """The tenth logarithm of an amount; of a bare 亿元 that of one."""
    factor = 1.0
    for word in scale:
        factor *= FACTORS.get(word, 10.0)
    return log10(max(float(number or "1") * factor, 1.0))


def _expected(kind: str, scope: float) -> tuple[float, float]:
    """The mean of the tenth logarithm of amounts of a class, of a body of that scope, and their spread."""
    mean, spread = SIZES[kind]
    return (mean + scope, spread + WIDER * abs(scope)) if scope and kind in SCOPED else (mean, spread)


@lru_cache(maxsize=4096)
def plausible(number: str, kind: str, scale: str, scope: float = 0.0) -> float:
    """Log plausibility of the amount with these scale words: how it is written, and how large it is for its metric.

    `scope` is the number of powers of ten by which the body it is of has larger figures than most.
    """
    if doubled(scale):
        return -8.0
    mean, spread = _expected(kind, scope)
    logged = _style(number, scale) - ((_size(number, scale) - mean) / spread) ** 2 / 2
    if kind not in ("person", "little") and scale == "万" and number and float(number) < 10:
        logged -= 0.7  # 2.3万元 is what people pay, not what companies do
    return logged
