"""What the parts of the finder pass to each other."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.tag.programs.lexicon import HEADS, NOT_BEFORE, NOT_BEFORE_BARE, NOT_FESTIVALS, PERIODS, QUOTED_HEADS
from pipeline.tag.programs.lexicon import SECURITIES as _SECURITIES


class Found(NamedTuple):
    """A name at `[start, end)`; `certain` if it may vouch for other places of the page."""

    start: int
    end: int
    name: str
    type: str | None
    quoted: bool
    certain: bool


def alternatives(words: Iterable[str]) -> str:
    """The words as one regular expression, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _heads(bare: bool) -> str:
    """The head nouns as a regular expression; some are head nouns only where marks vouch for the name."""
    return "|".join(_head(word, bare) for word in sorted(HEADS, key=lambda word: (-len(word), word)))


def _head(word: str, bare: bool) -> str:
    blockers = NOT_BEFORE.get(word, ()) + (NOT_BEFORE_BARE.get(word, ()) if bare else ())
    return f"{word}(?!{'|'.join(map(_blocker, blockers))})" if blockers else word


def _blocker(entry: str) -> str:
    """What a head noun stands before, but for the words of their own that it begins: 日!前 is not 日前."""
    word, _, apart = entry.partition("!")
    return f"{word}(?!{apart})" if apart else word


#: A generation of a programme: part of its name.
SUFFIX = r"(?:[一二三四五六七八九]期(?!间)|\d(?:\.\d)?(?:期|版)|[2-9]\.0)?"
#: 消费季, 宣传周: a period alone is no head noun, a period of something is.
_PERIOD = rf"(?<={'|'.join(sorted({word[-2:] for word in PERIODS}))})[季周月](?![内里底初中末刊期岁度])"
_FIRST = "".join(sorted({word[0] for word in HEADS}))
#: A head noun where it stands alone as one; `(?=[…])` lets the engine skip pages without any.
HEAD = re.compile(f"(?=[季周月{_FIRST}])(?:{_heads(bare=True)}|{_PERIOD})")
#: The same behind quotation marks.
HEAD_BEHIND = re.compile(f"(?=[季周月{_FIRST}])(?:{_heads(bare=False)}|{_PERIOD})")
#: Words that make a plan a transaction or a fund.
SECURITIES = re.compile(alternatives(_SECURITIES))
#: What is put out to tender is a description, no name.
TENDERED = re.compile(r"[（(]?(?:EPC|PPP|BOT)|[^，。；\n]{0,6}(?:标段|中标|招标|总承包)")
#: What before 节 makes a holiday or another word of it.
NOT_FESTIVAL = re.compile(f"(?:{alternatives(NOT_FESTIVALS)})$")
#: The head noun at the end of what stands between quotation marks.
QUOTED_END = re.compile(rf"({alternatives((*HEADS, *QUOTED_HEADS))})({SUFFIX}|20\d\d)$")


#: Head nouns whose last character is the kind.
_PERIODS = {"活动周": "周", "活动月": "月", "活动季": "季", "活动日": "日"}


def kind(head: str) -> str:
    """The head noun as it is written, without what it is a period of: 活动周 is a 周."""
    return _PERIODS.get(head, head)
