"""Where a phrase of advertising begins and ends: the author's words at its edges stay, its own words beside it go."""

import re
from collections.abc import Sequence

from pipeline.clean.insertions.ads.authors import LEADING, PRICE, STOPS, TRAILING, binds
from pipeline.clean.insertions.ads.candidates import LEAST_WEIGHT
from pipeline.clean.insertions.ads.lexicon import Word, words

_CLOSING = ("”", "’", "》")
#: How far into a phrase the author's words may reach, and what makes a word of a number of 对.
_LEAD, _NUMERALS = 5, ("一", "二", "两", "三")
_VENUE = re.compile(
    r"(?:报名|服务|培训|办理|咨询|代理|交易|批发)?(?:中心|平台|官网|网站|机构|热线|商城)|"
    # How a search for goods goes on.
    r"(?:一?[年次个]|全套|价格|费用|最新)?(?:多少钱|价格表?|报价|查询|大全|下载|排名|排行榜?)|群(?![众体山岛雄英策])"
)
#: How names of those who sell end, whether their words are known or not.
_OFFERS = re.compile(r"(?:[网站店群]|平台|公司|软件|系统|中心|机构|厂家)$")
#: Figures with what is counted, and how far they may reach behind a phrase.
_GOODS = re.compile(r"(?:\d{1,4}[\u4e00-\u9fffA-Za-z]{1,6})+")
_LONGEST_FIGURES = 12
_LONGEST_WORDS = 8
#: How sentences and clauses go on, at the beginning of one.
_OPENING = re.compile(
    r"其中|其他|此外|另外|同时|目前|今年|去年|当年|近年|据悉|据了解|随后|为此|因此|但是?|而且?|并且?|还|也|该|其|截至|当天|当时|此前|至此|如今"
)
#: What a clause says of the noun before it.
_PREDICATE = re.compile(
    r"[在将已也曾称说于从向与对把为由是]|公布|公告|表示|宣布|介绍|发布|负责|计划|开始|今年|去年|成立|获|共|还|的"
)
#: Nouns that an author begins a clause with, and that end phrases too.
_SUBJECT = re.compile(
    r"(?:该|本)?(?:公司|平台|学校|医院|中心|机构|企业|集团|网站|银行)(?:公布|公告|表示|宣布|介绍|发布|称)?$"
)


def trimmed(phrase: str, before: str, after: str, trade: Sequence[Word], *, alone: bool) -> tuple[int, int]:
    """Where in `phrase` the advertising begins and ends, without the author's words at its edges.

    `before` and `after` are what stands beside it, `trade` its trade words. A word that binds what follows stays
    in the sentence with what stands before it, unless nothing follows that it could bind; and where the phrase stands
    `alone`, a clause keeps the noun that it says something of, and words behind the last of the trade.
    """
    start, end = 0, len(phrase)
    begins = {word.start for word in trade}
    opens = not before or before[-1] in STOPS
    goes_on = bool(after) and after[0] not in STOPS
    if trade and (before[-1:] in _CLOSING or before[-1:].isdigit()):
        # What goes on behind a quotation is the noun that it names, behind a figure its unit.
        start = trade[0].start
    if opens and goes_on and (opening := _OPENING.match(phrase)) and trade and opening.end() <= trade[0].start:
        start = opening.end()
    if goes_on:
        for place in range(start, min(_LEAD, end - 1)):
            bound = phrase[place] in LEADING and place + 1 in begins
            own = any(word.start <= place < word.end or (word.end <= place and word.weight > 1) for word in trade)
            if bound and not own and phrase[place - 1 : place] not in _NUMERALS:
                start = place + 1
    if (
        alone
        and opens
        and _PREDICATE.match(after)
        and (subject := _SUBJECT.search(phrase, start))
        and _sells(trade, subject)
    ):
        end = subject.start()
    if alone and goes_on and not _OFFERS.search(phrase):
        last = max((word.end for word in trade if word.weight), default=end)
        end = max(start + 1, last) if last < end - 1 else end
    if binds(phrase[:end], TRAILING, -1) and (not trade or trade[-1].end < end) and before and not opens:
        end -= 1
    return start, end


def _sells(trade: Sequence[Word], subject: re.Match[str]) -> bool:
    """Whether a phrase is advertising without the noun at its end."""
    return sum(word.weight for word in trade if word.end <= subject.start()) >= LEAST_WEIGHT


def extended(text: str, end: int) -> int:
    """The end of a phrase that ends at `end`, with what comes next if it is who offers its goods, or their price."""
    match = _VENUE.match(text, end) or PRICE.match(text, end)
    return match.end() if match else end


def figures(text: str, ends: Sequence[int]) -> str:
    """What stands behind every place of a phrase alike and begins with a figure: a price, a number of goods."""
    first = text[ends[0] : ends[0] + _LONGEST_FIGURES]
    if len(ends) < 2 or not first[:1].isdigit():
        return ""
    length = next((n for n in range(len(first)) if any(text[end + n : end + n + 1] != first[n] for end in ends)), None)
    match = _GOODS.match(first[:length])
    return match[0] if match else ""


def before(text: str, starts: Sequence[int]) -> int:
    """How many characters before every place are trade words that belong to the phrase."""
    lengths = set()
    for start in starts:
        part = text[max(0, start - _LONGEST_WORDS) : start]
        begin, weight = len(part), 0
        for word in reversed(words(part)):
            if word.end != begin:
                break
            begin, weight = word.start, max(weight, word.weight)
        lengths.add(len(part) - begin if weight > 1 else 0)
    return lengths.pop() if len(lengths) == 1 else 0


def behind(text: str, ends: Sequence[int]) -> int:
    """How many characters behind every place are trade words that belong to the phrase."""
    lengths = set()
    for place in ends:
        part = text[place : place + _LONGEST_WORDS]
        end, weight = 0, 0
        for word in words(part):
            if word.start != end:
                break
            end, weight = word.end, max(weight, word.weight)
        lengths.add(end if weight > 1 else 0)
    return lengths.pop() if len(lengths) == 1 else 0
