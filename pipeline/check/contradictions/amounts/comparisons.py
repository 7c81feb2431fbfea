"""What is said to be more and is less: highs below lows, 高于 a larger figure, 超额 below the whole."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.figures import Figure, like
from pipeline.check.reading.view import View
from pipeline.numerals import integer

#: 最高气温12℃，最低气温18℃: the same words behind 最高 and 最低, or none.
EXTREME = re.compile(r"最(?P<end>[高低多少大小长短])(?P<noun>[^，,。；;、\d最]{0,8}?)(?:为|达到?|仅|只有|约|可达)?$")
AND = re.compile(r"(?:[/每][^，,。；;、\d]{1,4})?[，,、而和；;\s]{0,2}最[高低多少大小长短]")
OPPOSITE = {"高": "低", "低": "高", "多": "少", "少": "多", "大": "小", "小": "大", "长": "短", "短": "长"}
RANKS = frozenset("位名")
UPPER = frozenset("高多大长")
THAN_SOME = re.compile("[高多大低少小]于[^，,。；;]{1,8}的|超过[^，,。；;]{1,8}的|不及")
#: 3亿元，高于去年的4亿元. With 的 the figure behind is the other's; without it may be the difference.
THAN = re.compile(
    r"[，,]?(?:明显|远远?|大大|略)?(?P<word>高于|超过了?|多于|大于|低于|少于|小于|不及)(?:上年|去年|前年|上届|上月|同期|全[国省市]|平均|水平|上年同期|去年同期|(?:19|20)\d\d年)+的$"
)
MORE = ("高于", "超过", "超过了", "多于", "大于")
#: 海拔4620米，比县城的4890米高: behind the figure of the other, which nothing but its name comes before.
AGAINST = re.compile("[，,]?(?:比|较)[^，,。；;\\d高多低少贵便增减降升超快慢长短]{1,16}")
BY = re.compile(
    r"[)）]?(?:还|要|仍|又|足足|整整)?(?P<word>[高多低少])[出了]?(?=[约近整足]{0,2}[\d一二三四五六七八九十百千半]|[，,。；;]|$)"
)
AGAINST_AHEAD = re.compile(r"[比较][^，,。；;\d]{1,16}\d[\d,，.．]*+[^，,。；;]{1,12}[高多低少]")
BELOW_ZERO = re.compile("零下|负|亏|-")
#: 98万人次，首次突破百万: a mark that the figure right before it does not reach.
_ADVERBS = "(?:首次|首度|历史性地?|成功|一举|已经?|再次|再度)*"
_PASSES = "突破|超过|跨过|迈过|站上|跃上"
PASSING = re.compile(f"(?:{_PASSES})了?[一二两三四五六七八九十百千万亿]")
PASSED = re.compile(
    rf"[，,]?{_ADVERBS}(?:{_PASSES})了?(?P<mark>[一二两三四五六七八九]?[十百千]?[万亿]|[十百千]?万亿)"
    r"(?P<unit>[^，,。；;、\d\s]{0,3}?)(?:大关|关口)?(?=[，,。；;、\n]|$)"
)
#: 完成任务的85%，超额完成: done in excess, and not all of it.
EXCEEDED = re.compile("[，,](?:已经?|均)?超额")
DONE = re.compile("完成[^，,。；;\\d]{0,12}(?:任务|目标|计划|指标|预算)[^，,。；;\\d]{0,4}$")
#: 出口60亿元，进口40亿元，贸易顺差20亿元.
TRADE = re.compile(r"(?P<what>出口|进口|[顺逆]差)(?:总?[额值])?(?:为|达到?|约)?$")
#: 原价200元，打9折后售价180元.
DISCOUNT = re.compile(
    r"[，,]?(?:现|可|享)?打?(?P<off>\d(?:\.\d)?|[1-9]\d|[一二三四五六七八九]{1,2})折(?:优惠)?后?[，,]?(?:的)?(?:售价|现价|价格|仅|只|到手价|只要|仅需|折后价)(?:为|仅|只要|要|是)?$"
)
LIST_PRICE = re.compile("(?:原价|定价|标价|吊牌价)(?:为|是)?$")
#: Two figures rounded alike may touch where they are rounded: so much of their distance.
TOUCH = 0.03
#: What rounding may make of it.
SLACK = 0.02


Judge = Callable[[View, Figure, Figure], Iterator[Claim]]


def wrong_comparisons(view: View) -> list[Claim]:
    """Comparisons that the figures compared contradict."""
    claims: list[Claim] = []
    against, passing = AGAINST_AHEAD.search(view.text), PASSING.search(view.text)
    for number, words in view.several:
        if "最" in words:
            claims += _pairs(view, number, _extreme)
        if ("于" in words or "超过" in words or "不及" in words) and THAN_SOME.search(words):
            claims += _pairs(view, number, _than)
        if against and AGAINST_AHEAD.search(words):
            claims += _pairs(view, number, _against)
        if passing and PASSED.search(words):
            claims += _marks(view, number)
        if "折" in words:
            claims += _pairs(view, number, _discount)
        if "顺差" in words or "逆差" in words:
            claims += _trade(view, number)
    return claims


def _pairs(view: View, number: int, judge: Judge) -> Iterator[Claim]:
    """What a judge says of every two neighbouring figures of one unit in a sentence."""
    for first, last in pairwise(view.figures(number)):
        if first.unit == last.unit and first.unit:
            yield from judge(view, first, last)


def _extreme(view: View, first: Figure, last: Figure) -> Iterator[Claim]:
    start = view.sentence(view.sentence_at(first.start)).start
    one = EXTREME.search(view.text, max(start, first.start - 16), first.start)
    other = EXTREME.search(view.text, first.end, last.start) if one else None
    if not one or not other or OPPOSITE[one["end"]] != other["end"] or not AND.match(view.text, first.end):
        return
    if other["noun"] not in ("", one["noun"]):
        return
    upper, lower = (first, last) if one["end"] in UPPER else (last, first)
    if _below(upper, lower):
        yield _claim(view, (first, last), "the most is less than the least", "extremes")


def _than(view: View, first: Figure, last: Figure) -> Iterator[Claim]:
    found = THAN.fullmatch(view.text, first.end, last.start)
    if not found or first.added or first.directed or last.directed:
        return
    more = found["word"] in MORE
    if _below(first, last) if more else _below(last, first):
        yield _claim(view, (first, last), f"it is {'less' if more else 'more'}", "comparison")


def _against(view: View, first: Figure, last: Figure) -> Iterator[Claim]:
    if first.added or first.directed or last.directed or first.unit in RANKS:
        return
    by = BY.match(view.text, last.end)
    if not by or not AGAINST.fullmatch(view.text, first.end, last.start):
        return
    before = view.text[max(view.starts[view.sentence_at(first.start)], first.start - 8) : last.start]
    more = by["word"] in UPPER
    if not BELOW_ZERO.search(before) and (_below(first, last) if more else _below(last, first)):
        yield _claim(view, (first, last), f"it is {'less' if more else 'more'}", "comparison")


def _marks(view: View, number: int) -> Iterator[Claim]:
    """Figures said to pass a round number that they do not reach."""
    for figure in view.figures(number):
        found = PASSED.match(view.text, figure.end)
        mark = _round(found["mark"]) if found else None
        if not found or not mark or figure.added or found["unit"] not in ("", "元" if figure.entity else figure.unit):
            continue
        if figure.high < mark:
            yield Claim(
                kind="arithmetic_conflict",
                spans=((figure.start, figure.end), found.span("mark")),
                message=f"“{view.text[figure.start : found.end()]}”: {view.text[figure.start : figure.end]} is less.",
                confidence=0.8,
                suggestion={"rule": "mark"},
            )


def _round(mark: str) -> int | None:
    """A round number as it is said: 百万 is one million."""
    return integer(("一" if mark[0] in "十百千万亿" else "") + mark.replace("两", "二"))


def _below(one: Figure, other: Figure) -> bool:
    """Whether one is below the other as both are rounded: 3亿 may be no more than 4亿, if both are 3.5亿."""
    return one.high - other.low < TOUCH * (other.value - one.value)


def _discount(view: View, first: Figure, last: Figure) -> Iterator[Claim]:
    found = DISCOUNT.fullmatch(view.text, first.end, last.start)
    if not found or not LIST_PRICE.search(view.text, max(0, first.start - 6), first.start):
        return
    digits = "".join(str("一二三四五六七八九".find(c) + 1) if c in "一二三四五六七八九" else c for c in found["off"])
    share = float(digits) / (100 if "." not in digits and len(digits) == 2 else 10)
    price = first.value * share
    if not (1 - SLACK) * price - 1 <= last.value <= (1 + SLACK) * price + 1:
        actual = like(view.text, last, price)
        yield _claim(view, (first, last), f"that would be {actual}", "discount", actual)


def _trade(view: View, number: int) -> Iterator[Claim]:
    """The balance of the exports and imports that a sentence states."""
    named: dict[str, Figure] = {}
    for figure in view.figures(number):
        found = TRADE.search(view.text, max(view.starts[number], figure.start - 8), figure.start)
        if found and figure.added is None and figure.unit != "%":
            named.setdefault(found["what"], figure)
    exports, imports = named.get("出口"), named.get("进口")
    what, balance = next(((w, named[w]) for w in ("顺差", "逆差") if w in named), ("", None))
    if not exports or not imports or not balance or len({f.unit for f in (exports, imports, balance)}) > 1:
        return
    sign = 1 if what == "顺差" else -1
    low, high = sorted((sign * (exports.low - imports.high), sign * (exports.high - imports.low)))
    off = SLACK * max(exports.value, imports.value)
    if low - off > balance.high or high + off < balance.low:
        figures = sorted((exports, imports, balance), key=lambda f: f.start)
        actual = like(view.text, balance, abs(exports.value - imports.value))
        over = "exports exceed imports" if exports.value > imports.value else "imports exceed exports"
        yield _claim(view, figures, f"{over} by {actual}", "balance", actual)


def exceeded(view: View) -> Iterator[Claim]:
    """Tasks done in excess of which less than all was done."""
    for percent in view.percents:
        entity = percent.entity
        exceeded = EXCEEDED.match(view.text, entity.end)
        if percent.value.direction or percent.figure.high >= 1 or not exceeded:
            continue
        start = max(view.sentence(entity.sentence).start, entity.start - 30)
        if DONE.search(view.text, start, entity.start):
            end = exceeded.end()
            yield Claim(
                kind="arithmetic_conflict",
                spans=((entity.start, entity.end), (end - 2, end)),
                message=f"“{view.text[entity.start : end]}”: {entity.text} of the task is not more than all of it.",
                confidence=0.8,
                suggestion={"rule": "exceeded"},
            )


def _claim(view: View, figures: Sequence[Figure], message: str, rule: str, actual: str | None = None) -> Claim:
    first, last = figures[0], figures[-1]
    start = view.clause_start(first.start, max(view.starts[view.sentence_at(first.start)], first.start - 16))
    suggestion: dict[str, object] = {"rule": rule}
    return Claim(
        kind="arithmetic_conflict",
        spans=tuple((f.start, f.end) for f in figures),
        message=f"“{view.text[start : last.end]}”: {message}.",
        confidence=0.8,
        suggestion=suggestion | ({"field": "amount", "value": actual} if actual else {}),
    )
