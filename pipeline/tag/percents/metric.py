"""What a percentage measures: the noun phrase before the change, or behind the figure."""

import re

from pipeline.tag.percents.words import DIRECTION, any_of

_MAX = 40
# What opens a clause and is no part of the noun phrase.
_LEAD = re.compile(
    r"^(?:[\s“”\"'（(\]】》]|其中|此外|另外|同时|不过|但是?|而且?|且|并且?|则|目前|据悉|据统计|据了解|因此|所以|所产生的|另|其次|首先|总体看|总的来看"
    r"|[^，,]{0,16}?(?:显示|表示|指出|称|认为|预计|预测|透露|表明)(?=.)|由于|因|受|随着|即|也就是|尽管|虽然|只是|反而|从而|以及|和|与|及|有|在|的|还|也|又|更|仅)+"
)
# Verbs whose object is the noun phrase; what stands before them is not.
_GOVERNS = re.compile(
    r"^.*(?:实现了?|完成了?|录得|取得了?|获得了?|使得?|令|让|带动|推动|导致|造成|拉动|促使|促进|约定|持有|收购|减持|增持|显示|表示|其中|要求|占据|预计|对应|受让|转让|认购|把|将|不超过|决定|计划|拟|超过)(?=.)"
)
# What stands between the noun phrase and the change or the figure.
_TRAIL = re.compile(
    r"(?:[\s“”\"：:、（(]|同比|环比|按年|按月|按季|按周|年均|分别|平均|预计|预期|累计|合计|总计|已经?|将|则|也|还|又|再|仍|均|都|却|就|只|仅|可|会|能|能够|要|反而?|不[降升增减跌涨]|由[降升增减跌涨]转"
    r"|大幅|小幅|明显|显著|逆势|持续|继续|连续|略有?|稍|进一步|逐步|快速|迅速|有所|有望|同步|双双|普遍|骤然|急剧|一度|最终|约|近|超过?|逾|达到?了?|高达|为|是|有|至|到|从|由|自|仅为|高|低|大|的|了|维持在?|保持在?|稳定在|恢复至?到?|恢复了"
    r"|不足|不到|跌破|突破|接近|将近|大约|左右|增至|降至|升至|降到|升到|转为|变为|再次|首次|贡献了?|完成了?|实现了?|录得|取得了?|出现了?|微|整体上|总体上|几乎|更|年均|提前|超额|占)+$"
)
_THAN = re.compile(
    r"(?:(?<![占同环对相])比(?![重例率值分])[^，,]*|(?<![比相])较(?![大小多少高低快为])[^，,]*|相[比较][^，,]*|(?:与|和|跟|同)[^，,]{1,14}相?比(?:较)?|[高多低少][出于][^，,]*)$"
)
_FROM = re.compile(r"(?:[由从自](?!然|动|主|己|身|有|来水|由|贸).{0,14})$")
_AMOUNT = re.compile(
    r"(?:达到?了?|为|约|超过?|近|逾|共|计|突破|实现|完成|仅)*[0-9０-９][0-9０-９,.，．]*[万亿千百余多]*[^0-9，,。；]{0,6}$"
)
_PREDICATE = re.compile(
    rf"创|保持|呈现?|持续|继续|连续|有所|稳步|明显|略有|再度|仍|突破|迎来|逆势|显著|普遍|大幅|快速|平稳|实现|达到?|为[^了]|是|超过|跌至|升至|恢复|{any_of(w for w in DIRECTION if len(w) > 1)}"
)
_BEHIND = re.compile(
    r"(?:左右|以上|以下|以内|多|余)?的?(?P<noun>股权|股份|[\u4e00-\u9fff]{2,8}?)(?=[，,。；、：:！？）)\s]|\Z|对|表示|认为|支持|选择|来自|已|在|是|为|将|都|均|的|和|与|及|愿意|希望|没有|有|会|能)"
)


def left_of(clause: str) -> str | None:
    """The noun phrase in what stands before the word of change or the figure; None if there is none."""
    phrase = clause[-_MAX:]
    for _ in range(3):
        before = phrase
        phrase = _TRAIL.sub("", phrase)
        phrase = _THAN.sub("", phrase)
        phrase = _FROM.sub("", phrase)
        if phrase == before:
            break
    return _front(phrase)


def of_clause(clause: str) -> str | None:
    """The noun phrase that an earlier clause speaks of: before its amount, or before its predicate."""
    phrase = _AMOUNT.sub("", clause[-_MAX:])
    if phrase == clause[-_MAX:]:
        found = _PREDICATE.search(phrase)
        if found:
            phrase = phrase[: found.start()]
    return left_of(phrase)


def right_of(text: str) -> str | None:
    """The noun behind the figure (100%股权, 六成的居民)."""
    found = _BEHIND.match(text)
    return found["noun"] if found else None


def _front(phrase: str) -> str | None:
    phrase = _LEAD.sub("", phrase)
    governed = _GOVERNS.sub("", phrase)
    phrase = _LEAD.sub("", governed or phrase).strip(' 　、：:“”"（(')
    return phrase if len(phrase) > 1 else None
