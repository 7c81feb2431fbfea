"""What says that a phrase is the author's although it comes again, and which of its edges are his words.

A name and a term of the article come again between changing neighbours just as a farm's phrase does, and a rare
name reads as badly as one. What tells them apart is the place: amounts, brackets, quotation marks and hyphens
stand at names and terms, and not at what was dropped into a sentence.
"""

import re
from collections.abc import Sequence

from pipeline.clean.candidates import LEAST_WEIGHT
from pipeline.clean.lexicon import Word

#: Ordinary words that only come again make no shorter phrase than this; a shorter one is a name.
_SHORTEST_ORDINARY = 5
#: A phrase of trade words that is as short as this needs one that is hardly ever said but to sell.
_SHORT = 4
#: As many words that are hardly ever said but to sell make no term of an article.
_SURELY = 2
#: Words that bind what follows or what stands before, and so belong to the sentence.
LEADING = frozenset("由在向与的对和为把被从以于给让跟同及将是了")
TRAILING = frozenset("的在由向与对和为把被从于给将是了也都")
_BEHIND_NAMES = re.compile(r"的|\s*[(（\d０-９:：\-－“”‘’\"、·]|\s+[A-Za-z]")
_BEFORE_NAMES = re.compile(r"[)）》“”‘’\"、\-－·:：/]$|\d\.$")
_BEHIND_TERMS = re.compile(r"\s*[(（\d０-９“”‘’\"]")
_CLOSING = ("”", "’", "》")
#: How far into a phrase the author's words may reach, and what makes a word of a number of 对.
_LEAD, _NUMERALS = 5, ("一", "二", "两", "三")
_VENUE = re.compile(r"(?:报名|服务|培训|办理|咨询|代理|交易|批发)?(?:中心|平台|官网|网站|机构|热线|商城)")
_STOPS = frozenset("，。；：！？,;:!?\n\r")
#: A phrase with trade words may stand at a bracket or a figure by chance, but not at one place of so many.
_NAMES_PART = 3
#: Farms name goods; who did what to whom is said by an author.
_CLAUSE = re.compile(r"被(?!动|套)|已经?|曾|正在|[参增](?:加|与)(?!粉)|宣布|表示|认为")
#: Figures in words; with dates and negations, for phrases without any trade word.
_FIGURE = re.compile(
    r"[〇零一二两三四五六七八九十百千万亿几]{2,}(?:[年月日号周天届期次个名人家户元成倍股亩吨里岁]|分之|季度)"
)
_FIGURE_OR_DATE = re.compile(
    r"[〇零一二两三四五六七八九十百千万亿半几数首第](?:[年月日号周天届期次个名人家户元成倍股亩吨里岁级代]|分之|季度)|"
    r"[〇零一二三四五六七八九十百千万]{2}|[\d０-９]|[不没未莫勿否无非]|半年|[去今明前后当]年|[同环]比"
)


def keeps(text: str, phrase: str, starts: Sequence[int], weight: float, strong: float, gains: Sequence[float]) -> bool:
    """Whether `phrase`, found at `starts`, is to stay.

    `weight` is that of its trade words, `strong` the number of those that are hardly ever said but to sell, `gains`
    what the sentence gains at each place without it.
    """
    ends = [start + len(phrase) for start in starts]
    before = [text[max(0, start - 2) : start] for start in starts]
    if len(phrase) <= _SHORT and (not strong or sum(gains) <= 0):
        return True
    if _CLAUSE.search(phrase):
        return True
    if weight < LEAST_WEIGHT:
        at_names = sum(
            _BEHIND_NAMES.match(text, end) is not None or _BEFORE_NAMES.search(part) is not None
            for end, part in zip(ends, before, strict=True)
        )
        return (
            len(phrase) < _SHORTEST_ORDINARY
            or (_FIGURE if weight else _FIGURE_OR_DATE).search(phrase) is not None
            or phrase[0] in LEADING
            or phrase[-1] in TRAILING
            or (at_names > 0 if not weight else _NAMES_PART * at_names >= len(starts))
            or (len(starts) == 1 and _is_clause(text, starts[0], ends[0]))
        )
    if strong >= _SURELY:
        return False
    if len(starts) == 1:
        return _BEHIND_TERMS.match(text, ends[0]) is not None
    return 2 * sum(text[end : end + 1] in ("(", "（") for end in ends) > len(starts)


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether a stretch is all that stands between two marks."""
    return (start == 0 or text[start - 1] in _STOPS) and (end == len(text) or text[end] in _STOPS)


def trimmed(phrase: str, before: str, after: str, trade: Sequence[Word]) -> tuple[int, int]:
    """Where in `phrase` the advertising begins and ends, without the author's words at its edges.

    `before` and `after` are the characters beside it, `trade` its trade words. A word that binds what follows stays
    in the sentence with what stands before it, unless nothing follows that it could bind.
    """
    start, end = 0, len(phrase)
    begins = {word.start for word in trade}
    if before in _CLOSING and trade:
        # What goes on behind a quotation is the noun that it names.
        start = trade[0].start
    if after and after not in _STOPS:
        for place in range(start, min(_LEAD, end - 1)):
            bound = phrase[place] in LEADING and place + 1 in begins
            own = any(word.start <= place < word.end or (word.end <= place and word.weight > 1) for word in trade)
            if bound and not own and phrase[place - 1 : place] not in _NUMERALS:
                start = place + 1
    if phrase[-1] in TRAILING and (not trade or trade[-1].end < end) and before and before not in _STOPS:
        end -= 1
    return start, end


def extended(text: str, end: int) -> int:
    """The end of a phrase that ends at `end`, with the noun of what offers its goods, if that comes next."""
    match = _VENUE.match(text, end)
    return match.end() if match else end
