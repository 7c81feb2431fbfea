"""The publication date of a page: as its data state it, as its text says, as its address shows.

Only what is said to be the publication date counts. A page whose first date is an event of its
timeline states none. The clock is never asked: pages of next year are possible, today's date is no evidence.
(htmldate is not used: it takes today as the limit of what is possible, so its result changes with the day.)
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from email.utils import parsedate_to_datetime

from pipeline.schema import PublishedFrom

#: How many lines from the top of the page, or from its title, may be its byline.
BYLINE_LINES = 15

#: How many lines at the end of a page may say when it was published.
LAST_LINES = 8

#: A byline is no longer than this many characters.
BYLINE_LENGTH = 160

_YEAR = r"(?P<y>(?:19[89]|20\d)\d)"
_DAY = rf"(?<!\d){_YEAR}(?:\s?年\s?(?P<m1>\d{{1,2}})\s?月\s?(?P<d1>\d{{1,2}})\s?[日号]|(?P<sep>[-/.])(?P<m2>\d{{1,2}})(?P=sep)(?P<d2>\d{{1,2}})(?!\d))"
_CLOCK = r"[T\s　]{0,3}\d{1,2}[:：]\d{2}"
_EVENT = r"(?<!举办)(?<!活动)(?<!截止)(?<!报名)(?<!会议)(?<!比赛)(?<!开始)(?<!结束)(?<!开幕)(?<!考试)(?<!演出)(?<!招聘)(?<!上映)"

_FULL = re.compile(_DAY)
_STRONG = re.compile(
    r"(?:发布|发表|刊发|刊登|发稿|上传|录入|添加|創建|發佈|發布|發表)(?:时间|日期|時間|于|於|在)?\s*[:：]?\s*|(?:稿件|文章|网页)?(?:日期|时间|時間)\s*[:：]\s*"
)
_STATED = re.compile(
    r"(?:发布|发表|刊发|刊登|发稿|发文|成文|上传|录入|添加|發佈|發布|發表|更新)(?:时间|日期|時間|于|於)?\s*[:：]?\s*"
    + _DAY
)
_PLAIN_LABEL = re.compile(rf"(?:^|[\s|｜　]){_EVENT}(?:日期|时间|時間)\s*[:：]\s*" + _DAY)
_SOURCE_LABEL = re.compile(r"(?:来源|來源|作者|记者|編輯|编辑|出处|稿源|浏览|阅读|点击|字体|字号)")
_TIMED = re.compile(_DAY + _CLOCK)
_LONE = re.compile(r"[\s　(（\[【]*" + _DAY + r"[\s　)）\]】]*(?:星期[一二三四五六日天])?\s*")
_DATELINE = re.compile(r"^[\s　]*(?:[一-鿿]{2,12}\s?)" + _DAY + r"\s?(?:电|讯|電|訊)")
_COMPACT = re.compile(rf"{_YEAR}(?P<m1>\d\d)(?P<d1>\d\d)")

_URL = re.compile(
    rf"(?:/{_YEAR}(?P<sep>[-/_.]?)(?P<m1>\d\d)(?P=sep)(?P<d1>\d\d)(?=[/_.-]|$))"
    rf"|(?:/{_YEAR.replace('<y>', '<y2>')}/(?P<m2>\d\d?)[-/](?P<d2>\d\d?)/)"
    rf"|(?:/{_YEAR.replace('<y>', '<y3>')}-?(?P<m3>\d\d)/(?:t|c)?(?P=y3)(?P=m3)(?P<d3>\d\d)_)"
    rf"|(?:[/_]t{_YEAR.replace('<y>', '<y4>')}(?P<m4>\d\d)(?P<d4>\d\d)_)"
    rf"|(?:/{_YEAR.replace('<y>', '<y5>')}-(?P<m5>\d\d)/(?P<d5>\d\d)(?=[/_.]))"
    rf"|(?:/{_YEAR.replace('<y>', '<y6>')}/(?P<m6>\d\d)(?P<d6>\d\d)(?=[/_.]))"
)


def find(
    stated: Sequence[str], text: str, uri: str | None, title: str | None, default: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date, YYYY-MM-DD, and where it was found; `default` where the page gives none."""
    for value in stated:
        if found := parse(value):
            return found, "meta"
    if found := in_text(text, title):
        return found, "text"
    if uri and (found := in_url(uri)):
        return found, "url"
    return (default, "option") if default else (None, None)


def parse(value: str) -> str | None:
    """A date as metadata write it (2019-05-17T08:12:00+08:00, 2019/5/17, 20190517, 2019年5月17日, an RFC 822 date).

    The calendar day is taken as written, in the time zone it is written in. None where it is no date.
    """
    value = value.strip()
    if (match := _FULL.match(value)) and (found := _day(match)):
        return found
    if (match := _COMPACT.match(value)) and (found := _day(match)):
        return found
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def in_url(url: str) -> str | None:
    """The date in an address: /2019/05/17/, /20190517/, /2019-05/17/, t20190517_123.html."""
    for match in _URL.finditer(url.split("?", 1)[0]):
        if found := _day(match):
            return found
    return None


def in_text(text: str, title: str | None = None) -> str | None:
    """The date in a byline near the top, behind a label at either end, or in an agency's dateline."""
    lines = [line for line in _lines(text)]
    head = lines[: 2 * BYLINE_LINES]
    if title:
        place = next((index for index, line in enumerate(lines) if line.strip() == title), None)
        if place is not None and place + BYLINE_LINES > len(head):
            head = head + lines[place + 1 : place + 1 + BYLINE_LINES]
    for line in head + lines[-LAST_LINES:]:
        if len(line) <= BYLINE_LENGTH and (found := _first(_STATED, line)):
            return found
    for line in head[: 2 * BYLINE_LINES]:
        if len(line) > BYLINE_LENGTH:
            if found := _first(_DATELINE, line):
                return found
            continue
        if found := _first(_PLAIN_LABEL, line) or _first(_DATELINE, line):
            return found
        if "。" not in line and (_SOURCE_LABEL.search(line) and (found := _first(_FULL, line))):
            return found
        if "。" not in line and (found := _first(_TIMED, line)):
            return found
    lone = [line for line in lines if len(line) < 40 and _LONE.fullmatch(line)]
    if len(lone) == 1 and lone[0] in lines[:6]:
        return _first(_FULL, lone[0])
    return None


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line and not line.isspace())


def _first(pattern: re.Pattern[str], line: str) -> str | None:
    match = pattern.search(line)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> str | None:
    groups = {name[0]: value for name, value in match.groupdict().items() if value and name[0] in "ymd"}
    try:
        return date(int(groups["y"]), int(groups["m"]), int(groups["d"])).isoformat()
    except (KeyError, ValueError):
        return None
