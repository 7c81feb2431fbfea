"""What says that a phrase is the author's although it comes again.

A name and a term of the article come again between changing neighbours just as a farm's phrase does, and a rare
name reads as badly as one. What tells them apart is the place: amounts, brackets, quotation marks and hyphens
stand at names and terms, and not at what was dropped into a sentence.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

import rjieba

from pipeline.clean.insertions.ads.candidates import LEAST_WEIGHT
from pipeline.clean.insertions.ads.lexicon import Word

#: Ordinary words that only come again make no shorter phrase than this; a shorter one is a name.
_SHORTEST_ORDINARY = 5
#: A phrase of trade words that is as short as this needs one that is hardly ever said but to sell, and to come again:
#: 服装批发 and 家电维修 are what an author says, too.
_SHORT = 4
#: As many words that are hardly ever said but to sell make no term of an article.
_SURELY = 2
#: A name that comes so often between changing neighbours, never at a mark of names, is none.
_OFTEN = 4
#: What such words weigh.
STRONGEST = 3
#: Words that bind what follows or what stands before, and so belong to the sentence.
LEADING = frozenset("拟由在向与的对和为把被从以于给让跟同及将是了")
TRAILING = frozenset("的在由向与对和为把被从于给将是了也都拟")
#: A date may follow anything.
_BEHIND_NAMES = re.compile(r"的|\s*(?!\d{1,4}[年月日])[(（\d０-９:：\-－“”‘’\"·]|\s+[A-Za-z]")
#: What is counted is the author's too, and what stands in a list between others.
_BEFORE_NAMES = re.compile(
    r"[)）》“”‘’\"\-－·:：/]$|\d\.$|[\d一两三四五六七八九十几这那每各数某](?:个|名|家|种|项|款|场|座|所|位|类|条|套|台|部|支|次)$"
)
#: What is counted in its own first words.
_COUNTED = re.compile(r"[一两这那每](?:个|种|位|名|部|款|场|座|条)")
#: What stands in a list before the mark, and how far that may reach.
_ITEM, _LONGEST_ITEM = re.compile(r"[^、，。；：,;:\n]+\Z"), 20
#: Two places of one line that are no farther apart speak of one thing.
_NEAR = 40
#: What is counted or measured stands before its number; a date may follow anything.
_BEHIND_COUNTED = re.compile(r"\d[\d.,]{0,12}[万亿]?(?![\d年月日号时点届])[\u4e00-\u9fffA-Za-z%％㎡]")
_BEHIND_TERMS = re.compile(r"\s*[(（\d０-９“”‘’\"]")
#: So much for so many, as goods are offered that cost nothing to make.
PRICE = re.compile(r"\d{1,3}(?:元|块钱?)\d{2,5}(?:个|粉|赞|票)")
STOPS = frozenset("，。；：！？,;:!?\n\r")
#: Institutions and deeds bear long names, which an author gives in full more than once.
_OF_INSTITUTIONS = re.compile(
    r"(?:公司|集团|[分支银]行|机场|[车港]站|[大中小]学|学院|医院|法院|检察院|委员会|[局厅部处署]|研究[院所]|协会|学会|基金会?|政府|铁路|高速|大桥|"
    r"水库|工程|项目|股份|股权|资产|资金|协议|合同|议案|公告|判决|纠纷|一案|股东|方式|控制人|董事会?|汇票|重组|办法|条例|规定)$|^(?:公司|子公司|控股|关于)"
)
#: A phrase with trade words may stand at a bracket or a figure by chance, but not at one place of so many.
_NAMES_PART = 2
#: Farms name goods; who did what to whom is said by an author.
_CLAUSE = re.compile(
    r"被(?!动|套)|(?<!挂)靠(?!谱)|(?<![因专])为(?!您|你)|已经?|曾|正在|[参增](?:加|与)(?!粉)|宣布|表示|认为"
)
#: Who reports, and what is said of companies in reports; for phrases with few trade words or none.
_ORDINARY_CLAUSE = re.compile(
    r"记者|通讯员|拟|全资|子公司|收购|中标|判决|裁定|控股|股东|通过|持有|所持|增持|减持|竞价|担保|募集|配套|签[订署]"
)
_CONJUNCTIONS = ("和", "与", "及", "或", "以及")
#: Trade words that weigh less than this do not make a phrase.
_LITTLE = 2
#: Figures in words; with dates and negations, for phrases without any trade word.
_FIGURE = re.compile(
    r"[〇零一二两三四五六七八九十百千万亿几]{2,}(?:[年月日号周天届期次个名人家户元成倍股亩吨里岁]|分之|季度)"
)
_FIGURE_OR_DATE = re.compile(
    r"[〇零一二两三四五六七八九十百千万亿半几数首第](?:[年月日号周天届期次个名人家户元成倍股亩吨里岁级代]|分之|季度)|"
    r"[〇零一二三四五六七八九十百千万]{2}|[\d０-９]|[不没未莫勿否无非]|[一二两三四五六七八九十百千万亿].*[一二两三四五六七八九十百千万亿]|半年|[去今明前后当]年|[同环]比"
)


#: How many characters beside a phrase are the same by no chance.
_BESIDE = 3
#: A phrase of which the page mostly uses such a part elsewhere is of its subject.
_OF_SUBJECT = 0.5


def keeps(
    text: str,
    phrase: str,
    starts: Sequence[int],
    trade: Sequence[Word],
    gains: Sequence[float],
    subject: float,
) -> bool:
    """Whether `phrase`, found at `starts`, is to stay.

    `trade` are its trade words, `gains` what the sentence gains at each place without it, `subject` the share of its
    pairs of characters that the page uses mostly elsewhere.
    """
    if len(phrase) <= _SHORT and (
        len(starts) == 1 or not any(word.weight == STRONGEST for word in trade) or sum(gains) <= 0
    ):
        return True
    if _CLAUSE.search(phrase):
        return True
    ordinary = sum(word.weight for word in trade) < LEAST_WEIGHT
    # Who is named twice in a line is no goods, and beside goods that are named twice stand others that end alike.
    named = not any(word.weight for word in trade) or text.count(phrase[-_SHORT:]) > len(starts)
    if named and _near(text, phrase, starts):
        return True
    if ordinary:
        return subject > _OF_SUBJECT or _keeps_ordinary(text, phrase, starts, trade)
    return _keeps_goods(text, phrase, starts, trade)


def _near(text: str, phrase: str, starts: Sequence[int]) -> bool:
    """Whether a phrase stands at two places alone, which are near each other in one line."""
    if len(starts) != 2:
        return False
    end = starts[0] + len(phrase)
    return starts[1] - end <= _NEAR and "\n" not in text[end : starts[1]]


def _keeps_ordinary(text: str, phrase: str, starts: Sequence[int], trade: Sequence[Word]) -> bool:
    """Whether a phrase with few trade words or none is the author's."""
    ends = [start + len(phrase) for start in starts]
    at_names = sum(at_name(text, start, end) for start, end in zip(starts, ends, strict=True))
    weighs = any(word.weight for word in trade)
    return (
        len(phrase) < _SHORTEST_ORDINARY
        or _same_beside(text, starts, ends)
        or (len(starts) < _OFTEN and _of_institution(phrase, trade))
        or _ORDINARY_CLAUSE.search(phrase) is not None
        or _COUNTED.match(phrase) is not None
        or (_FIGURE if weighs else _FIGURE_OR_DATE).search(phrase) is not None
        or (binds(phrase, LEADING, 0) and not (trade and trade[0].start == 0))
        or binds(phrase, TRAILING, -1)
        or _NAMES_PART * at_names >= len(starts)
        or (not weighs and _listed(text, starts, ends) > 0)
        or (not any(word.weight > 1 for word in trade) and any(_BEHIND_COUNTED.match(text, end) for end in ends))
        or (len(starts) == 1 and _is_clause(text, starts[0], ends[0]))
    )


def _same_beside(text: str, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether the same stands before or behind half of three places and more: they are made alike, as in a report."""
    if len(starts) < 3:
        return False
    befores = Counter(text[max(0, start - _BESIDE) : start] for start in starts)
    behinds = Counter(text[end : end + _BESIDE] for end in ends)
    alike = [times for sides in (befores, behinds) for side, times in sides.items() if len(side) == _BESIDE]
    return max(alike, default=0) >= max(2, len(starts) / 2)


def at_name(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands where names do: before a bracket or a figure, behind what is counted, in a list."""
    return (
        _BEHIND_NAMES.match(text, end) is not None
        or _BEFORE_NAMES.search(text[max(0, start - 2) : start]) is not None
        or (text[start - 1 : start] == "、" and text[end : end + 1] in "、和及与等")
    )


def _keeps_goods(text: str, phrase: str, starts: Sequence[int], trade: Sequence[Word]) -> bool:
    """Whether a phrase of trade words is the author's, who reports about them."""
    ends = [start + len(phrase) for start in starts]
    if len(starts) == 1 and (_joins(phrase, trade) or _like_listed(text, phrase, starts[0])):
        return True
    if len(starts) > _SURELY and 2 * _listed(text, starts, ends) > len(starts):
        return True
    if sum(word.weight == STRONGEST for word in trade) >= _SURELY:
        return False
    if len(starts) == 1:
        return _BEHIND_TERMS.match(text, ends[0]) is not None and PRICE.match(text, ends[0]) is None
    return 2 * sum(text[end : end + 1] in ("(", "（") for end in ends) > len(starts)


def binds(phrase: str, words: Collection[str], edge: int) -> bool:
    """Whether a phrase begins (0) or ends (-1) with one of such words, and not with a longer one: 和, but not 求和."""
    return phrase[edge] in words and rjieba.cut(phrase)[edge] in words


def _listed(text: str, starts: Sequence[int], ends: Sequence[int]) -> int:
    """At how many of its places a phrase stands beside the mark of a list."""
    return sum("、" in (text[start - 1 : start], text[end : end + 1]) for start, end in zip(starts, ends, strict=True))


def _like_listed(text: str, phrase: str, start: int) -> bool:
    """Whether what stands before it in a list begins or ends as the phrase does."""
    if text[start - 1 : start] != "、":
        return False
    before = _ITEM.search(text, max(0, start - _LONGEST_ITEM), start - 1)
    return before is not None and (before[0][:2] == phrase[:2] or before[0][-2:] == phrase[-2:])


def _joins(phrase: str, trade: Sequence[Word]) -> bool:
    """Whether a conjunction stands between trade words: who reports lists goods, who sells them does not."""
    return any(phrase.startswith(_CONJUNCTIONS, one.end, two.start) for one, two in pairwise(trade))


def _of_institution(phrase: str, trade: Sequence[Word]) -> bool:
    """Whether a phrase names an institution or a deed, and says little of a trade beside that."""
    name = _OF_INSTITUTIONS.search(phrase)
    return (
        name is not None
        and sum(word.weight for word in trade if word.end <= name.start() or name.end() <= word.start) < _LITTLE
    )


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether a stretch is all that stands between two marks."""
    return (start == 0 or text[start - 1] in STOPS) and (end == len(text) or text[end] in STOPS)
