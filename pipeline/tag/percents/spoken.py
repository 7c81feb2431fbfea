"""What an earlier clause speaks of, which a later one measures without naming it again."""

import re

from pipeline.numerals import ARABIC_DIGITS, HAN_NUMERALS
from pipeline.tag.lexicon import any_of, first_of, listed
from pipeline.tag.money.currencies import LEADING
from pipeline.tag.percents.front import opening, without_opening
from pipeline.tag.percents.metric import LONGEST, left_of, phrase_of
from pipeline.tag.percents.words import MOVES, NO_NOUN
from pipeline.tag.quantities.units import UNIT
from pipeline.tag.ranges import DASHES, NUMBER, START

# 记者夏某）世界旅游总收入: what a parenthesis ends with.
_CLOSED = re.compile(r"^[^（(]*[）)](?=.{2})")
_THING = re.compile(rf"[{ARABIC_DIGITS}{HAN_NUMERALS}]{UNIT}(?P<noun>[\u4e00-\u9fff]{{2,6}})$")
# What an earlier clause says of its subject: an amount, or a predicate.
_AMOUNT = re.compile(
    rf"(?=[{ARABIC_DIGITS}]|[{HAN_NUMERALS}]{{2}}){START}{NUMBER}"
    rf"(?:[^0-9，,。；、]{{0,4}}[{DASHES}至到]{NUMBER})?[^0-9，,。；]{{0,6}}$"
)
# 次月就掉到2.1亿元.
_LED = re.compile("[升降涨跌掉增减提窜蹿滑][到至成为]?$")
# 跌得最深的是大盘股, 全年跌21.4%: what the sentence picks out is what it goes on to measure.
_PICKED = re.compile(r"^[^，]{2,}(?:最[^，]{1,4}|首|前列)的(?:则|就|还|仍|当)?(?:是|属|数)(?=..)")
# 总产值增加到121万亿元: the verb before the amount, read outwards from it.
_MOVED = re.compile(rf"(?:近|约|过?超|逾)?[到至了为]?(?:{any_of(word[::-1] for word in MOVES)})(?=.{{2}}|$)")
_MOVED_LASTS = frozenset("近约超逾到至了为" + "".join(word[-1] for word in MOVES))
# 营收新台币58.2亿元.
_CURRENCY_LASTS = frozenset(" ￥¥$" + "".join(word[-1] for word in LEADING))
_CURRENCY = re.compile(rf"(?<=.{{2}})(?:{any_of(LEADING)}|[￥¥$])[ ]?$")
# 转移群众4.6万户13.8万人: two amounts of one thing.
_DOUBLED_LASTS = frozenset("户人家次个件台套辆亩吨")
_DOUBLED = re.compile(rf"(?=[{ARABIC_DIGITS}{HAN_NUMERALS}]){START}{NUMBER}[户人家次个件台套辆亩吨]{{1,2}}$")
_PREDICATES = listed("""
    保持 呈 呈现 持续 继续 连续 有所 稳步 明显 略有 再度 仍 突破 迎来 逆势 显著 普遍 大幅 快速 平稳 达到 是
    平开 高走 震荡 超过 跌至 升至 恢复 不断 没有 持平 录得 取得 获得 超额 完成 更 不到 不足 仅 只有 接近
    稳居 位居 高居 位列 名列 跻身 不及 不如 高于 低于
""")
_PREDICATE = re.compile(
    rf"{first_of([*_PREDICATES, *MOVES, *'创达为成未反由最在与和同较以'])}"
    r"(?:创(?!新(?![高低])|业|投|意|收|始)|达(?=[\d０-９约近逾超一二三四五六七八九十百千数几])|(?<![作认行因以视称分名])成?为(?![^，]{1,3}的)[^了]|以(?=[^，]{1,14}为主)|未(?!来|成)|反[降升增减涨跌]|[由从][升降增减涨跌负正亏盈]转|扭亏|最[高低]|在(?![建校线职岗册手售产])"
    r"|(?:与|和|同|较)[^，]{1,10}(?:持平|相当|一致)"
    rf"|(?:{any_of([*_PREDICATES, *MOVES])}){NO_NOUN})"
)
# A clause without either is a noun phrase where it ends like one.
_NOUN_END = re.compile(
    r"[量额率值数价度比入出润费税款资金本产业品房口源营收益分幅模积重平票币股债力人者面务售货板块型类车机药茶油煤粮钢]$"
)

# 在受访企业中，63%表示…: of whom the figure is a share.
_IN_GROUP = re.compile(r"(?:而|其中)?在(?P<noun>[^，]{2,16}?)(?<!心目)(?:之中|当中|中|里)")


def spoken_of(clause: str, *, share: bool = False) -> str | None:
    """The noun phrase that an earlier clause speaks of: before its amount, or before its predicate.

    What a `share` is of may also be done (质押了2亿股，占总股本的5%).
    """
    phrase = clause[-LONGEST:]
    if phrase[0] in "为是系" and len(clause) <= LONGEST:
        return None  # what it says is of the clause before
    among = _IN_GROUP.fullmatch(phrase) if "在" in phrase[:3] else None
    if among:
        return without_opening(among["noun"])
    if "）" in phrase or ")" in phrase:
        phrase = _CLOSED.sub("", phrase)
    picked = _PICKED.match(phrase) if "的" in phrase and "最" in phrase else None
    if picked:
        return left_of(phrase[picked.end() :])
    amount = _AMOUNT.search(phrase)
    if amount:
        first, several, _ = phrase.partition("、")  # 票价起步2元、全程9元 speaks of the first
        if several and (own := _AMOUNT.search(first)):
            phrase, amount = first, own
        phrase = phrase[: amount.start()]
        if phrase[-1:] in _DOUBLED_LASTS and (doubled := _DOUBLED.search(phrase)):
            phrase = phrase[: doubled.start()]
        if phrase[-1:] in _MOVED_LASTS and (moved := _MOVED.match(phrase[::-1])):
            phrase = phrase[: -moved.end()]
        phrase = _LED.sub("", phrase)
        phrase = _CURRENCY.sub("", phrase) if phrase[-1:] in _CURRENCY_LASTS else phrase
        return (phrase_of if share else left_of)(phrase) or _thing(clause)
    found = _PREDICATE.search(phrase, opening(phrase))
    if found:
        return left_of(phrase[: found.start()])
    return left_of(phrase) if _NOUN_END.search(phrase) else None


def _thing(clause: str) -> str | None:
    """What the amount that ends the clause counts, where nothing else is spoken of (共收到1284部报名影片)."""
    found = _THING.search(clause)
    return found["noun"] if found else None
