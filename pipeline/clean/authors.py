"""What says that a phrase is the author's although it comes again, and which of its edges are his words.

A name and a term of the article come again between changing neighbours just as a farm's phrase does, and a rare
name reads as badly as one. What tells them apart is the place: amounts, brackets, quotation marks and hyphens
stand at names and terms, and not at what was dropped into a sentence.
"""

import re
from collections.abc import Sequence

from pipeline.clean.candidates import LEAST_WEIGHT

#: Ordinary words that only come again make no shorter phrase than this; a shorter one is a name.
_SHORTEST_ORDINARY = 5
#: A phrase of trade words that is as short as this needs one that is hardly ever said but to sell.
_SHORT = 4
#: As many words that are hardly ever said but to sell make no term of an article.
_SURELY = 2
#: Words that bind what follows or what stands before, and so belong to the sentence.
LEADING = frozenset("由在向与的对和为把被从以于给让跟同及将是了")
TRAILING = frozenset("的在由向与对和为把被从于给将是了也都")
_BEHIND_NAMES = re.compile(r"\s*[(（\d０-９:：\-－“”‘’\"、·]|\s+[A-Za-z]")
_BEFORE_NAMES = re.compile(r"[)）》“”‘’\"、\-－·:：/]$|\d\.$")
_BEHIND_TERMS = re.compile(r"\s*[(（\d０-９“”‘’\"]")
_STOPS = frozenset("，。；：！？,;:!?\n\r")
#: A phrase with trade words may stand at a bracket or a figure by chance, but not at one place of so many.
_NAMES_PART = 3
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


def trimmed(text: str, start: int, end: int, lead: int, trail: int, *, once: bool) -> tuple[int, int]:
    """The phrase without the author's function words at its edges.

    `lead` and `trail` are the characters before its first trade word and behind its last. A word that binds what
    follows stays in the sentence, unless nothing follows that it could bind. A phrase that comes again with the same
    words before its trade words has them as its own, all but a single function word.
    """
    if lead and start and text[start - 1] in "”’》":
        # What goes on behind a quotation is the noun that it names.
        start += lead
        lead = 0
    for place in range(start + lead - 1, start - 1, -1):
        if text[place] in LEADING and (once or lead == 1):
            if end < len(text) and text[end] not in _STOPS:
                start = place + 1
            break
    if trail and text[end - 1] in TRAILING and start and text[start - 1] not in _STOPS:
        end -= 1
    return start, end
