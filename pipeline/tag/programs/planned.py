"""Whether 计划 is the verb of its clause: somebody plans to do something (腾讯计划回购), and nothing is named."""

import re

from pipeline.tag.programs.candidates import Span
from pipeline.tag.programs.found import alternatives
from pipeline.tag.programs.lexicon import PLANNED_VERBS, SURNAMES
from pipeline.tag.programs.words import Word, known, words

#: What before 计划 makes a verb of it: who or when, not what.
_PLANNERS = ("m", "f", "t", "r", "d")
_PLANNER = re.compile(
    r"(?:公司|集团|股份|控股|国际|实业|银行|证券|基金|双方|各方|三方|方面|当局|政府|股东|董事会|委员会)$"
)
#: Trades that names of firms end in.
_TRADE = re.compile(r"(?:汽车|科技|电子|智能|能源|医药|药业|地产|证券|保险|航空|石化|传媒|生物|光电|重工|电器|通信)$")
#: What somebody plans to do at a time: 计划于2028年发射.
_LATER = re.compile(
    rf"[于在][^，。；：,;\n]{{1,12}}?(?:{alternatives(sorted(PLANNED_VERBS))})(?!了)"
    r"|总?(?:占地|用地|建筑面积)"
    r"|(?:[于在自从]?(?:本|该)?公告|(?:未来|今后)?(?:\d+|[一二三六九十]+)个(?:交易日|工作日|月)内?|[于自][\d年月日]+(?:起?至|[-—－]))"
)
#: What is built, and what is planned of that: 智慧物流园计划总投资12亿元.
_BUILT = re.compile(r"(?:[园城谷湾厂馆桥]|新区|片区|[一二三四]期|项目|大世界|中心|基地|大厦|广场|综合体|医院|酒店)$")
_TO_BUILD = re.compile(r"总投资|投资|建设|年内[开动完竣建投]")
#: Somebody by title and name: 股东李松华.
_TITLED = re.compile(
    r"(?:股东|总裁|总监|董事|董事长|监事|经理|高管|控制人|主席|主任|先生|女士|教授)(?P<who>[\u4e00-\u9fff]{0,3})$"
)
_PERSONS = ("nr", "nrt", "nrfg")
#: With which words goes on what a person plans to do: a verb, an adverb, a preposition, a time.
_PLANNED = ("v", "vn", "vd", "ad", "d", "p", "t")


def planned(text: str, span: Span) -> bool:
    """Whether 计划 is the verb of the clause: who plans stands before it, what is planned behind."""
    last = span.before[-1]
    if last.tag in _PLANNERS or _PLANNER.search(last.text) or _LATER.match(text, span.end) or _to_build(text, span):
        return True
    titled = _TITLED.search(text, max(0, span.head_start - 8), span.head_start)
    if titled and not known(titled["who"]):
        return True
    behind = words(text, span.end, min(len(text), span.end + 8))
    if not behind:
        return False
    if behind[0].text in PLANNED_VERBS:
        return True
    if span.first and span.before[span.first - 1].text == "的":
        return False
    who = _personal(last) or _TRADE.search(last.text) is not None or _person(span)
    return who and behind[0].text != "由" and (behind[0].tag in _PLANNED or behind[0].tag == "m")


def _to_build(text: str, span: Span) -> bool:
    built = _BUILT.search(text, max(0, span.head_start - 4), span.head_start)
    return built is not None and _TO_BUILD.match(text, span.end) is not None


def _personal(word: Word) -> bool:
    """Whether a word is a personal name or begins one; what the word list takes for one may be coined: 春芽."""
    return word.tag in _PERSONS and (known(word.text) or word.text[0] in SURNAMES)


def _person(span: Span) -> bool:
    """Whether nothing but what looks like a personal name stands before a head noun."""
    first, *others = span.before[span.first :]
    if not _personal(first) or span.head_start - first.start > 4:
        return False
    return all(len(word.text) == 1 for word in others)
