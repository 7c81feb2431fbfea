"""What a change is measured against: the year before (同比) or the period before (环比)."""

import re

from pipeline.numerals import integer
from pipeline.schema import Basis
from pipeline.tag.percents.words import CENTURY

_HAN = ("", *"一二三四五六七八九十", "十一", "十二")
_THAN = r"(?:相?比较?|相?较之?|与|同|跟|和|高出|高于|低于|超过?|少于|多于)(?:于|起)?"
_YEAR_END = r"(?![\d一二十]{0,3}[月年]?[末底初])"
_YEAR = r"(?:去年|上年|上一年|前一年|上年度|上一年度|去年度|[上前]一?个?(?:财年|财政年度|会计年度))"
#: Before 年, 月 and 季, what makes 增 behind them no change over that period: 2023年增5%, 今年增, 老年增.
NOT_OVER = (
    "[\\d０-９一二三四五六七八九十〇零两俩百今去前明后全每近多几逐按当本"
    "上下往常同半历整首隔次翌来该此这那连新金节庆青老中少幼童成丰灾闰周财学年末个淡旺春夏秋冬]"
)
#: Behind these 数 is the end of a noun (指数年减), else it is several (数年增); so is 单 behind 订 (订单年减).
COUNTED = "[指人件户次笔总]"
# 年增9.4%, 月减率3.1%.
_OVER = (
    rf"(?<!{NOT_OVER})(?<!(?<!{COUNTED})数)(?<!(?<!订)单)%s(?=(?:[大微略劲锐暴]?[增减升跌涨降]|成长|衰退)(?:率|幅)?"
    r"(?:[约近逾超达为了]|超过|不到)?(?![\u4e00-\u9fff]))"
)
# 按年利率11.7% is a rate of interest.
_RATE = "[利息化]"
# The year before, or the same part of a named year (比2019年同期); not 常年同期, 往年同期, nor 较年初.
_YEAR_ON_YEAR = (
    rf"同比|按年(?!{_RATE})|{_OVER % '年'}|年同比|YoY|YOY|yoy|{_THAN}{_YEAR}{_YEAR_END}"
    rf"|(?:{_YEAR}|{CENTURY}\d\d年|一年前)(?:同期|同月|同季|同日)(?!为|是|[约达])"
)
# The period before: month, quarter, week, day; 前日 is the day before yesterday.
_ON_PERIOD = (
    rf"环比|按[月季周日](?!{_RATE})|{_OVER % '[月季周]'}|QoQ|MoM"
    rf"|{_THAN}(?:[上前](?:个|一个?|1个)?财?(?:月|季度?|周|星期|期|旬|交易日)(?!初)|(?:昨|前一|上一?)[日天])"
)
# One that is named is the one before where the sentence speaks of the next (四季度营收比三季度下降, 2023年较2022年);
# the end of last year is a year ago where it speaks of the end of a year.
_NAMED = re.compile(
    r"(?:[比较]|[与和同跟](?=[^，,。；]{2,6}相?比))(?:今年|本年|当年)?第?"
    r"(?:(?P<quarter>[一二三])季度?|(?P<half>上半年)|(?P<month>[1-9]|1[01]|[一二三四五六七八九十]{1,2})月份?"
    rf"|(?P<year>{CENTURY}\d\d|1[01]\d)年度?(?=\D)|(?P<end>(?:上一?年|去年)年?[末底]))(?![末底初\d同高低峰])"
)
_ENDING_YEAR = re.compile(r"(?<![上去一])年[末底]|12月(?:[末底]|31日)")
_YEAR_SPOKEN_OF = re.compile(rf"(?<![比较与和同跟\d—\-至])({CENTURY}\d\d|1[01]\d)年|[今去前明]年")
#: How far before a sentence the year that it is of may stand.
_FAR = 300
#: What every basis has; most clauses have none of it.
_SIGN = re.compile(
    r"同[比期月季日]|环比|去年|上(?:一|1)?个?[财年会月季周星期旬日天交]|前(?:一|1)?个?[财年会月季周星期旬日天交]|昨[日天]|一年前|按[年月季周日]"
    r"|年[大微略劲锐暴增减升跌涨降成衰]|月[大微略劲锐暴增减升跌涨降成衰]|季[大微略劲锐暴增减升跌涨降成衰]"
    r"|周[大微略劲锐暴增减升跌涨降成衰]|o[YyQM]|O[YyQM]|oM"
)
_BASIS = re.compile(
    rf"(?=[比较相与同跟和高低超少多按年去上前一二三四五环12yYQM月季周])(?:(?P<yoy>{_YEAR_ON_YEAR})|(?P<mom>{_ON_PERIOD}))"
)
# A comparison that opens the sentence holds for what follows: 与去年相比，….
_OPENING = re.compile(
    r"(?:(?:与|和|同|跟)[^，,。；]{1,16}?相?比|相[比较](?:于|之下)?[^，,。；]{1,14}?|(?<![^从，,。；])[同环]比来?看)[，,]"
)
# 去年同期为0.9亿元, 上年为12万元: the level a year before, with which the next clause compares.
_YEAR_BEFORE = re.compile(
    rf"[而且]?(?:{_YEAR}同[期月季日]|上一?年度?|前一年度?)(?:则|仅|只|公司)*(?:为|是|有|[仅只](?=\d)|盈利|亏损|净[利流赚亏])"
)
# 同比、环比分别: one for each figure of a list.
_BOTH = re.compile(r"(?:同比[、和与及]环比|环比[、和与及]同比)分别")


def basis(clause: str) -> Basis | None:
    """The basis that the clause names; of two the last, which is nearer to the figure."""
    found = list(_BASIS.finditer(clause)) if _SIGN.search(clause) else ()
    if not found:
        return None
    return "yoy" if found[-1]["yoy"] else "mom"


def named(clause: str, text: str, begin: int, end: int) -> Basis | None:
    """The basis of a clause that compares with a period by its name, where the sentence `[begin, end)` is of the next.

    A sentence that speaks of no year is of the last that the text before it does.
    """
    found = _NAMED.search(clause) if "比" in clause or "较" in clause else None
    if found is None:
        return None
    sentence = text[begin:end]
    if found["end"]:
        return "yoy" if _ENDING_YEAR.search(sentence) else None
    if found["year"]:
        years = _YEAR_SPOKEN_OF.findall(sentence) or _YEAR_SPOKEN_OF.findall(text, max(0, begin - _FAR), begin)[-1:]
        return "yoy" if any(year and int(year) == int(found["year"]) + 1 for year in years) else None
    number = integer(found["quarter"] or found["month"] or "") or 0
    if number >= len(_HAN) - 1:
        return None
    if found["half"]:
        follows = "下半年"
    elif found["quarter"]:
        follows = f"(?<![比较与和同跟]){_HAN[number + 1]}季"
    else:
        follows = rf"(?<![\d比较与和同跟])(?:{number + 1}|(?<![十一二]){_HAN[number + 1]})月"
    return "mom" if re.search(follows, sentence) else None


def year_before(clause: str) -> bool:
    """Whether the clause tells the level of the year before."""
    return clause[:1] in "而且上去前" and _YEAR_BEFORE.match(clause) is not None


def both(clause: str) -> tuple[Basis, Basis] | None:
    """The bases of the first and the second figure of a list that names both (同比、环比分别增长5%和2%)."""
    found = _BOTH.search(clause)
    if found is None:
        return None
    return ("yoy", "mom") if found[0].startswith("同比") else ("mom", "yoy")


def opening(sentence: str) -> Basis | None:
    """The basis of a comparison that stands before the clauses it is for (与上月相比，…)."""
    found = _OPENING.search(sentence) if "相" in sentence or "比看" in sentence or "比来看" in sentence else None
    return (basis(found[0]) or named(found[0], sentence, 0, len(sentence))) if found else None
