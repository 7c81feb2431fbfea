"""Which lines are headings, and how deep.

A heading says so by its element in HTML, by its number (一、 （二） 第三章 1.), by being nothing but a
date (a timeline's), or by being a short line without a stop that text follows. Runs of such lines
without text between them are lists.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

#: A heading is no longer than this.
LONGEST = 40

#: A heading without number, date or element is no longer than this.
LONGEST_PLAIN = 30

#: A heading at the end of a run of plain lines is no longer than this, and has no figures.
LONGEST_IN_LIST = 10

#: The order of styles from the outermost in; those of HTML elements come before all.
Rank = tuple[int, ...]
PLAIN: Rank = (20,)
DATE_RANK = 90

_NUMERAL = "[一二三四五六七八九十百零〇两0-9０-９]"
_NUMBERED: tuple[tuple[re.Pattern[str], Rank], ...] = tuple(
    (re.compile(pattern), rank)
    for pattern, rank in (
        (rf"第{_NUMERAL}{{1,4}}[编篇部](?:分)?[\s　:：、]?", (10,)),
        (rf"第{_NUMERAL}{{1,4}}章[\s　:：、]?", (11,)),
        (rf"第{_NUMERAL}{{1,4}}节[\s　:：、]?", (12,)),
        (r"[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十]{1,3}[\s　]", (30,)),
        (r"[（(][一二三四五六七八九十]{1,3}[)）][、.]?", (40,)),
        (r"\d{1,2}[、．]|\d{1,2}\.(?!\d)|\d{1,2}[\s　](?=[\u4e00-\u9fff])", (50,)),
        (r"\d{1,2}\.\d{1,2}(?!\d)[.．、\s　]?(?=\s*[\u4e00-\u9fffA-Za-z])(?![万亿元个倍米吨])", (60,)),
        (r"[（(]\d{1,2}[)）][、.]?|\d{1,2}[)）]", (70,)),
        (r"[①-⑳][、.]?", (80,)),
    )
)

_YEAR = r"(?:(?:19|20)\d\d|[12][〇零○一二三四五六七八九]{3}|[一二][〇零○一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_PART = r"(?:年?初|年?中|年?末|年?底|[上下]半年|第?[一二三四1-4]季度|[春夏秋冬]季?|[上中下]旬)"
_TO = r"(?:\s?[-—–~～至到]{1,2}\s?)"
_WITH_YEAR = rf"{_YEAR}年(?:度|{_MONTH}(?:{_DAY}|{_PART})?|{_PART})?"
_NUMERIC = rf"{_YEAR}(?:[-./](?:1[0-2]|0?[1-9])(?:[-./](?:[12]\d|3[01]|0?[1-9]))?)?"
_DECADE = r"(?:(?:上|本|\d\d)世纪)?(?:\d0|[一二三四五六七八九]十)年代(?:初|中期?|末|后期)?|(?:19|20)\d0年代"
_AROUND = r"[\s　•·●◆■▶★※>【\[（(]*{}[\s　】\])）:：]*(?:星期[一二三四五六日天]|周[一二三四五六日])?"

_DATES: tuple[tuple[re.Pattern[str], Rank], ...] = tuple(
    (re.compile(_AROUND.format(rf"(?:{pattern})")), rank)
    for pattern, rank in (
        (rf"{_WITH_YEAR}(?:{_TO}(?:{_WITH_YEAR}|{_MONTH}(?:{_DAY})?|{_DAY}|今|至今))?", (DATE_RANK, 0)),
        (rf"{_YEAR}{_TO}{_WITH_YEAR}|{_DECADE}", (DATE_RANK, 0)),
        (rf"{_MONTH}(?:{_TO}{_MONTH}|{_PART})?|第?[一二三四1-4]季度|[上下]半年", (DATE_RANK, 1)),
        (rf"{_MONTH}{_DAY}(?:{_TO}(?:{_MONTH})?{_DAY})?|{_DAY}", (DATE_RANK, 2)),
    )
)
_MAY_BE_DATE = re.compile(r"[年月日号代\d]\W*(?:(?:星期|周)[一二三四五六日天])?$|[年月至今初末底旬度季春夏秋冬期]\W*$")
_MAY_BE_NUMBERED = re.compile(r"[第一二三四五六七八九十（(\d①-⑳]")
_NUMERIC_DATE = re.compile(_AROUND.format(_NUMERIC))

_HAS_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")
_STOP = re.compile(r"[。！？；!?;…]")
_LABEL = re.compile(
    r"本报|本网|记者|通讯员|(?:责任|执行|值班)?编辑|作者|责编|校对|来源|摄影|图为|资料图|完$|关键词|时间|日期|地[点址]|电话|邮编"
)
_NOT_PLAIN = re.compile(
    r"[:：@＠|｜/\\>»→\t]|[，,].*[，,]|[，,、\-—~]$|^[（(\[【《“\"‘「\-—•·●*#]|https?|www\."
    # telephone numbers, bare figures, and what happened on a day
    r"|(?:记者|記者|通讯员|通訊員)\s?[\u4e00-\u9fff]{2,4}(?:$|[\s／/|])|\d{5}"
    # who brought it out, and the day
    rf"|[\s　]{_YEAR}[年./-]\d{{1,2}}[月./-]\d{{1,2}}日?(?:[\s　]|$)"
    r"|[〔\[]\d{4}[〕\]]|^[\d.]+\D{0,3}$|^\d[^，,\s]{0,12}[年月日号][，,\s]"
)
_NUMBERS = re.compile(r"\d")
#: A subject and what is said of it, as above the parts of a report (财险：车险向好), or a column's name (【消费】).
_SUBJECT = re.compile(r"[\u3400-\u9fff“”]{2,8}[:：][^:：]{3,24}(?<![，,、\-—~])")
_COLUMN = re.compile(r"[【\[〖][\u3400-\u9fff]{2,8}[】\]〗]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What speaks for a line being a heading.

    `sure` where its neighbours need not be asked; `short` where it may be one even at the end of a list.
    """

    rank: Rank
    sure: bool = False
    short: bool = field(default=False, compare=False)


def candidate(line: str, *, level: int | None, prose: bool, dates_numeric: bool) -> Candidate | None:
    """What speaks for a line being a heading.

    `level` is that of its HTML element h1 … h6, if it has one; `prose` is false for lines of lists,
    tables and furniture, which are headings only by element or date; `dates_numeric` says that the page
    uses dates like 2020-04 as headings.
    """
    dated = date_rank(line, numeric=dates_numeric)
    if level is not None:
        return Candidate((0, level, 1, dated[1]) if dated else (0, level), sure=True)
    if dated is not None:
        return Candidate(dated, short=True)
    # A numbered question heads its answer.
    stop = _STOP.search(line)
    asks = stop is not None and stop.end() == len(line) and line[-1] in "？?"
    if not prose or len(line) > LONGEST or (stop and not asks) or line[-1] in "：:，,、":
        return None
    for pattern, rank in _NUMBERED if _MAY_BE_NUMBERED.match(line) else ():
        match = pattern.match(line)
        if match:
            return Candidate(rank) if _HAS_WORD.search(line, match.end()) else None
    if asks:
        return None
    short = len(line) <= LONGEST_IN_LIST and not _NUMBERS.search(line)
    return Candidate(PLAIN, short=short) if is_plain(line) else None


def is_plain(line: str) -> bool:
    """Whether a line is short, of words, and without anything that a sentence or a label has."""
    return (
        2 <= len(line) <= LONGEST_PLAIN
        and _HAS_WORD.search(line) is not None
        and _NOT_PLAIN.search(line) is None
        and _LABEL.match(line) is None
        and 3 * len(_NUMBERS.findall(line)) <= 2 * len(line)
    )


def divides(line: str) -> bool:
    """Whether a line is one that may divide a report, where several of the page do: 【消费】, 财险：车险向好.

    Nothing in such a line tells it from the name of a field and its content (使命：让生活更好).
    """
    divider = _COLUMN.fullmatch(line) or _SUBJECT.fullmatch(line)
    return divider is not None and not _STOP.search(line) and not _LABEL.match(line)


def date_rank(line: str, *, numeric: bool) -> Rank | None:
    """The rank of a line that is nothing but a date; a month without its year lies below a year."""
    if len(line) > LONGEST or not _MAY_BE_DATE.search(line):
        return None
    for pattern, rank in _DATES:
        if pattern.fullmatch(line):
            return rank
    return (DATE_RANK, 0) if numeric and is_numeric_date(line) else None


def is_numeric_date(line: str) -> bool:
    """Whether a line is a date in figures and nothing else: 2020, 2020-04, 2020.4.23. It may be a byline's."""
    return len(line) <= LONGEST and _NUMERIC_DATE.fullmatch(line) is not None


def resolve(lines: Sequence[Candidate | None], text_follows: Sequence[bool]) -> list[Rank | None]:
    """Which candidates are headings, judged from the last to the first by what stands below them.

    `text_follows[i]` says that the next line is text. A run of lines of one style with nothing between
    them is a list: three plain ones or dates, two numbered ones. Only its last line may still be a heading, if it
    is as short as one. A line that nothing follows heads nothing.
    """
    ranks: list[Rank | None] = [None] * len(lines)
    end = len(lines)
    while end:
        found = lines[end - 1]
        start = end - 1
        if found is not None:
            while not found.sure and start and (above := lines[start - 1]) is not None and above == found:
                start -= 1
            below = ranks[end] if end < len(lines) else None
            listed = end < len(lines) and lines[end] is not None and below is None
            if found.sure or _heads(found.rank, text_follows[end - 1], below, lines[end] if listed else None):
                if end - start <= (1 if _is_numbered(found.rank) else 2):
                    ranks[start:end] = [found.rank] * (end - start)
                elif not _is_numbered(found.rank) and found.short:
                    ranks[end - 1] = found.rank
        end = start
    return ranks


def _is_numbered(rank: Rank) -> bool:
    return rank != PLAIN and rank[0] != DATE_RANK


def _heads(rank: Rank, text: bool, below: Rank | None, listed: Candidate | None) -> bool:
    """Whether a line of this rank heads what stands below it: text, a heading, or lines of a list."""
    if rank[0] == DATE_RANK:
        return text or (below is not None and below > rank)
    if listed is not None:
        # Above a date that is no heading stands who signed, or the name of a field.
        return rank == PLAIN and listed.rank[0] != DATE_RANK
    return text or below is not None
