"""What a percentage measures: the noun phrase before the change, or behind the figure.

There is no parser here: a phrase is what is left of a clause when the words that may stand between a
noun phrase and its figure are taken off its end, comparisons and sources with them, and what opens a
clause is taken off its front.
"""

import re
from functools import lru_cache

from pipeline.tag.lexicon import any_of
from pipeline.tag.percents.back import BETWEEN, done, without_end
from pipeline.tag.percents.front import without_opening, without_owner
from pipeline.tag.percents.words import CENTURY, VERBS

#: How much of a clause is read; longer noun phrases are cut.
LONGEST = 40
_SHORT = 6

# A comparison or a source runs to the end of what is left; each has one of these characters.
_COMPARES = re.compile("[比较先后跑出于及过复到年史前由从自基水]")
_THAN = re.compile(
    r"(?=[比较相同环领落跑高低多少优逊快慢强弱大小好不超与和跟恢回等为按在])(?:(?<![占同环对无相])(?<!产出)(?<!性价)(?<!信噪)比(?![重例率值分赛亚])|(?:(?<![比相])|(?<=占比))较(?!(?:大|小|多|少|高|低|快|为|强|好)(?:[的地]|$))|相[比较]|[同环]比(?!增速|增幅|涨幅|降幅|跌幅|减幅|降速|折年)|"
    r"领先(?!指[数标])|落后|跑赢|跑输|[高低多少优逊快慢强弱大小][出于]|好于|不及|超出|超过(?=.{3})"
    r"|(?:为|按照?|在)[^，,]{0,24}基准[^，,]{0,6}$|在[^，,]{1,14}(?:基础|水平)之?上$"
    r"|(?:与|和|跟|同)[^，,]{1,14}相?比(?![例重率值])|(?:恢复|回到|相当于|等于)(?![率度])).*$"
    rf"|(?:去年|上年|常年|往年|历史|疫情前|节前|{CENTURY}\d\d年)(?:同期|同月|水平)?的?$"
)
_FROM = re.compile(
    r"(?=[由从自来])(?:(?<![来自理])由(?![于来])|从(?![业而事])|来?自(?=[\d０-９去今上前高低]|年初))"
    r"[^，, \u3000]{0,14}$"
)
# 占总股本, 服务业占GDP: the whole belongs to the measure. 应占溢利 is a noun.
_OF_WHOLE = r"(?!(?<=应)占(?:溢利|盈利|利润|亏损))占(?!比|用|地|有率)"
_SHARE = re.compile(
    rf"^(?P<part>.*?)(?P<share>{_OF_WHOLE}[^，,]{{2,20}}?)的?"
    r"(?:约|近|超过?|逾|达到?|了|仅|不足|不到|不|均|亦|将|也|都|只|曾|应|比重|比例|占比|份额|接近|首次|为|是|已|突破|分别"
    r"|[由从](?:[\d０-９一二三四五六七八九〇零上去]{1,5}年[末底初]?|之前|此前|原来|目前)的?|从|由|[ ])*$"
)
_ABOUT = re.compile(r"(?:大约|约|超过?|近|逾|仅|只|已经?|则|也|共|合计|不|分别|都|各)+$")
_AND = re.compile(r"[、和与及]")
_SHARED = re.compile(rf"{_OF_WHOLE}.*")
# 低于市场预期的3%: the figure is of what the comparison names.
_OTHERS = re.compile(r"(?:低于|高于|好于|不及|逊于|超过|超出)(?P<other>[^，,]{2,14})的$")

# 为年度目标的112%, 完成总量的73.5%: what the figure is counted in, not what it measures.
_BASE = re.compile(r"(?:(?<![华成作])为|是|相当于|等于|(?:分别)?达到?(?!标)|已?完成了?|贡献了?)[^，,]{1,24}的$")
# 规定的3%的标准: what prescribes it.
_PRESCRIBED = re.compile(r"^[^，,]*(?:规定|要求|设定|确定|约定|预定|制定|核定)的$")

# 缩小到1996年的4.8%: where a change led.
_LED = re.compile(rf"(?:{any_of(VERBS)}|提)[到至为成](?!本)[^，,]*$")

_SPACED = re.compile(r"^.*[\u4e00-\u9fff][ \u3000]+(?=[A-Z]{0,6}[\u4e00-\u9fff]{3,}[\d\u4e00-\u9fff]*$)")


def left_of(clause: str) -> str | None:
    """The noun phrase in what stands before the word of change or the figure; None if there is none."""
    return _left_of_short(clause) if len(clause) <= _SHORT else _left_of(clause)


def _left_of(clause: str) -> str | None:
    phrase = None if clause in BETWEEN or done(clause) else phrase_of(clause)
    if phrase is None or ("占" in phrase and _SHARED.search(phrase)):
        return phrase
    return without_owner(phrase)


#: 较上年同期, 净利润: so short a clause has often been read before.
_left_of_short = lru_cache(maxsize=4096)(_left_of)


def phrase_of(clause: str) -> str | None:
    """The same, whatever verb ends it."""
    phrase = clause[-LONGEST:]
    if not phrase:
        return None
    if " " in phrase or "\u3000" in phrase:  # in titles a space is the end of a clause
        phrase = _SPACED.sub("", phrase)
    share = _SHARE.match(phrase) if "占" in phrase else None
    if share:
        return (without_opening(_ABOUT.sub("", share["part"])) or "") + share["share"]
    if phrase.endswith("的"):
        other = _OTHERS.search(phrase)
        if other:
            return other["other"] if without_opening(other["other"]) else None  # 低于1996年的6.9%
        phrase = _LED.sub("", _BASE.sub("", _PRESCRIBED.sub("", phrase)))
    for _ in range(3):
        phrase = whole = without_end(phrase)
        if not _COMPARES.search(phrase):
            break
        cut = _THAN.search(phrase)
        # 同比 before the noun phrase (同比销量增长) is no reason to lose it.
        if cut and (cut.start() or not phrase.startswith(("同比", "环比"))):
            phrase = phrase[: cut.start()]
        elif cut:
            phrase = phrase[2:]
        if "由" in phrase or "从" in phrase or "自" in phrase:
            phrase = _FROM.sub("", phrase)
        if phrase == whole:
            break
    return without_opening(phrase) if len(phrase) > 1 else None


def joined_share(metric: str | None, before: str | None) -> str | None:
    """A share that leaves its part out (占总收入两成) with the part that was spoken of before."""
    return before + metric if metric and before and metric.startswith("占") else metric


def part_of(metric: str | None) -> str | None:
    """The part of a share (研发投入占营收), which is what the text goes on to speak of."""
    return metric and (_SHARED.sub("", metric) or None)


def in_turn(metric: str, amounts: list[str], count: int) -> list[str]:
    """What each figure of a list measures: the amounts before it, or the parts of one phrase; a share keeps its whole.

    粗钢、生铁产量 is two, and so is 蛋、肉产量占全区; with two figures 服装业、造纸及印刷业 is no more than two.
    """
    share = _SHARED.search(metric)
    phrase = metric[: share.start()] if share else metric
    parts = amounts or _AND.split(phrase)
    if len(parts) > count == phrase.count("、") + 1:
        parts = phrase.rstrip("与和及").split("、")
    return [part + share[0] for part in parts] if share else parts
