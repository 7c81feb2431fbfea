"""Where a sentence ends: one compiled pattern that stops only at characters that can matter.

A stop is an end, or something to step over whole: a quotation, a bracket. Neither runs across a line
break, and both are looked at up to a bound, so that one left open swallows nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Characters that break a line.
LINE_BREAKS = r"\n\r\v\f\x85\u2028\u2029"

#: Marks that end a sentence wherever they stand outside quotations and brackets.
STOPS = "。！？；…⋯｡"

#: Quotation marks and brackets, each with the number of characters it may hold.
QUOTATIONS = ("“”", "「」", "『』", "‘’", '""')
BRACKETS = ("（）", "()", "《》", "〈〉", "【】", "[]", "［］", "〔〕")
QUOTATION_REACH = 400
BRACKET_REACH = 200

#: English abbreviations whose full stop ends nothing.
ABBREVIATIONS = " mr mrs ms dr prof inc ltd co corp no vs etc st jr sr vol fig eg ie al dept est approx "

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ANY_STOP = rf"[{STOPS}!?]"
_CLOSERS = "”’」』）】》〉〕］｝)\\]"
# A reference mark behind a stop belongs to the sentence before it: 。[8] and ！【3-4】
_REFERENCE = "|".join(rf"{left}[\d\s,，、~–—-]{{1,20}}+{right}" for left, right in ((r"\[", r"\]"), "［］", "【】"))
_TAIL = rf"(?:[{_CLOSERS}]|\"(?=\s|\Z)|{_REFERENCE}|[ \t\u3000\xa0]*+[{STOPS}!?;]++)*+"
# Behind an ellipsis or a quotation these go on with the sentence: “…！”，他说
_GOES_ON = r"[，、：,:）)》]"
# Before a quotation these say that it is speech: 他说“好。”她走了
_SAID = "说道问答称曰說問稱"
# The words that name the speaker behind a quotation: “…。”项目总工程师贺某说。
_SPEAKER = (
    r"[^\s。！？；，,：:“”!?;]{1,40}?"
    r"(?:说|[说问笑喊答叹讲写]道|表示|介绍|坦言|直言|认为|指出|强调|感慨|感叹|回忆|透露|解释|补充|呼吁|建议|提醒"
    r"|告诉记者|(?<![名简职俗统])称|說|[說問]道|介紹|認為|強調|回憶|解釋)[。，,！]"
)


def _quotation(left: str, right: str) -> str:
    # An ASCII mark opens only where no letter or digit stands before it: not in 15".
    guard = r"(?<![0-9A-Za-z])" if left == right else ""
    return rf"{guard}{left}[^{left}{right}{LINE_BREAKS}]{{0,{QUOTATION_REACH}}}+{right}"


def _bracket(left: str, right: str) -> str:
    left, right = re.escape(left), re.escape(right)
    inside = rf"[^{left}{right}{LINE_BREAKS}]{{0,{BRACKET_REACH}}}+"
    return rf"{left}{inside}(?:{left}{inside}{right}{inside}){{0,3}}+{right}"


def _stops() -> re.Pattern[str]:
    quotations = [(_quotation(*pair), pair[1]) for pair in QUOTATIONS]
    brackets = [(_bracket(*pair), re.escape(pair[1])) for pair in BRACKETS]
    # A quotation amid its sentence ends nothing: 以“共建共享！”为主题; nor does one whose speaker follows.
    amid = [
        *(rf"(?<=[{_HAN}])(?<![{_SAID}]){whole}(?=[{_HAN}])" for whole, _ in quotations),
        *(rf"(?<![：:，,{_SAID}]){whole}(?={_SPEAKER})" for whole, _ in quotations),
    ]
    ends = [
        # A quotation that holds its own stop ends the sentence it closes: 他说：“好。”她走了
        *(rf"{whole}(?<={_ANY_STOP}{right})(?!{_GOES_ON}){_TAIL}" for whole, right in quotations),
        # A bracket that holds its own stop and stands alone: 。（本报记者报道。）
        *(rf"(?<![^\s{STOPS}!?]){whole}(?<={_ANY_STOP}{right}){_TAIL}" for whole, right in brackets[:2]),
        rf"[{STOPS[:4]}｡][{STOPS}!?;]*+{_TAIL}",
        rf"[…⋯]++(?!{_GOES_ON}){_TAIL}",
        # In ASCII these stand in addresses too: ?id=1, and a URL's or entity's ;
        rf"[!?;]++(?![0-9A-Za-z=&%/_#,.|+*-]){_TAIL}",
    ]
    steps = [*(whole for whole, _ in quotations), *(whole for whole, _ in brackets), r"&[A-Za-z]{2,8};|&\#\d{2,6};"]
    dot = rf"[.．]++(?=[\s{_HAN}{_CLOSERS}“「『（(《【\[]|\Z)"
    triggers = "".join(
        sorted({mark for pair in (*QUOTATIONS, *BRACKETS) for mark in pair[0]} | set(STOPS) | set("!?;&.．"))
    )
    first = "".join(re.escape(mark) for mark in triggers) + LINE_BREAKS
    return re.compile(
        rf"(?=[{first}])(?:{'|'.join(amid)}|(?P<end>{'|'.join(ends)})|(?P<line>[{LINE_BREAKS}]\s*+)|{'|'.join(steps)}|(?P<dot>{dot}){_TAIL})"
    )


_STOP = _stops()
_LINE_BREAK = re.compile(rf"[{LINE_BREAKS}]")
# Behind a figure these belong to it, though a full stop slipped in: 134.亿元
_UNITS = frozenset("万亿千百元万億")
_WORD_BEFORE = re.compile(r"[0-9A-Za-z.０-９]{1,12}\Z")


class Piece(NamedTuple):
    """A sentence without the white space around it; `whole` where it is all there is on its line."""

    start: int
    end: int
    whole: bool


def pieces(text: str) -> Iterator[Piece]:
    """The sentences of a text, in order. Every character that is not white space lies in exactly one."""
    position, begins_line = 0, True
    for stop in _STOP.finditer(text):
        kind = stop.lastgroup
        if kind is None or (kind == "dot" and not _ends_at_dot(text, stop.start("dot"), stop.end("dot"))):
            continue
        end = stop.end()
        part = text[position:end]
        bare = part.lstrip()
        if bare:
            ends_line = kind == "line"
            start = end - len(bare)
            whole = begins_line and (ends_line or _at_line_end(text, end))
            yield Piece(start, start + len(bare.rstrip()), whole)
            begins_line = ends_line
        elif kind == "line":
            begins_line = True
        position = end
    bare = text[position:].lstrip()
    if bare:
        start = len(text) - len(bare)
        yield Piece(start, start + len(bare.rstrip()), begins_line)


def _at_line_end(text: str, position: int) -> bool:
    rest = text[position : position + 8].lstrip(" \t\u3000\xa0")
    return not rest or bool(_LINE_BREAK.match(rest))


def _ends_at_dot(text: str, start: int, end: int) -> bool:
    """Whether ASCII full stops that white space, a Han character or a closing mark follows end a sentence.

    Not after an abbreviation, an initial or an enumerating number, and not within figures: Mr. Wang,
    U.S. 市场, 1. 推进, 2019. 5. 17, 134.亿元.
    """
    word = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if end - start > 1 or word is None:
        return True
    following = text[end : end + 4].lstrip()[:1]
    if word[0][-1].isdigit():
        enumerates = word[0].isdigit() and len(word[0]) <= 2
        return not (enumerates or following.isdigit() or following in _UNITS)
    initials = all(len(part) == 1 for part in word[0].split(".")) and (word[0].isupper() or "." in word[0])
    abbreviates = initials or f" {word[0].lower()} " in ABBREVIATIONS
    return not (abbreviates or (following.isascii() and following.islower()))
