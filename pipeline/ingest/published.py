"""The publication date of a page: as its data state it, as its text says, as its address shows.

Only what is said to be the publication date counts: the first date of a timeline is none. The clock is
never asked, and htmldate is not used, because it takes today as the limit of what is possible, so that its
result changes with the day on which it runs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest import dates
from pipeline.schema import PublishedFrom

#: How many lines from the top of the page and behind its title may be a byline.
BYLINE_LINES = 15

#: Where a menu is longer, all lines above the first paragraph may, so many at most; a paragraph is at least so long.
MENU_LINES, PARAGRAPH = 150, 60

#: How many lines at the end of a page may say when it was published.
LAST_LINES = 8

#: A byline is no longer than this many characters; a dateline opens a paragraph of any length.
BYLINE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """A way to say on a line when a page was published. `examples` give 2019-05-17, `others` give nothing."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    others: tuple[str, ...]


_MEDIUM = "(?:[网網报報社刊台]|新闻|新聞|客户端|频道|杂志)"
_GAP = r"[\s　]*[\s　|｜/·][\s　]*"

#: Ways that mean publication wherever they stand at the top or the end.
LABELLED: tuple[Byline, ...] = (
    Byline(
        "published",
        re.compile(
            r"(?:发布|發布|發佈|发表|發表|刊发|刊登|发稿|发文|成文|上传|录入|添加|(?:编辑|編輯)(?=[于於]))"
            r"(?:时间|時間|日期|于|於|在)?\s*[:：]?\s*" + dates.DAY
        ),
        (
            *("发布时间：2019年5月17日", "发表于 2019-05-17 08:12", "编辑：admin　发布日期: 2019/5/17"),
            "编辑于 2019-05-17 08:12 · 属地云岭",
        ),
        ("发布会于2019年5月17日举行", "2019年5月17日发布公告", "发布时间：即日"),
    ),
    Byline(
        "updated",
        re.compile(r"更新(?:时间|時間|日期|于|於)?\s*[:：]\s*" + dates.DAY),
        ("更新时间：2019-05-17 10:00", "更新: 2019.5.17"),
        ("2019年5月17日完成更新", "更新换代"),
    ),
)

#: Ways that mean publication at the top only.
AT_TOP: tuple[Byline, ...] = (
    Byline(
        "time",
        re.compile(r"(?:^|[\s|｜　/])(?:日期|时间|時間)\s*[:：]\s*" + dates.DAY),
        ("时间：2019-05-17", "作者：王某　日期: 2019年5月17日"),
        ("活动时间：2019年5月17日", "举办时间：2019-05-17", "截止日期：2019-05-17"),
    ),
    Byline(
        "source",
        re.compile(
            r"^(?=.*?(?:来源|來源|作者|记者|記者|編輯|编辑|出处|出處|稿源|浏览|阅读|点击|字体|字号))"
            rf"[^。！？；，]*?{dates.DAY}[^。！？；，]*$"
        ),
        (
            *("来源：新华网 2019-05-17 08:12", "2019年5月17日 来源:市政府办公室", "作者：李某 | 2019/05/17 | 阅读 300"),
            "漁鄉電子報　記者林某／南川報導　民國108年5月17日",
        ),
        ("来源：新华网", "记者2019年5月17日从市局获悉，工程已完工。", "作者：李某 5月17日"),
    ),
    Byline(
        "day first",
        re.compile(
            r"^(?=.*?(?:撰文|來源|来源|作者|記者|记者|發布|發佈|发布|更新|出版)"
            r"|[^\w]*[\d/.-]{8,10}[\s　]+\d{1,2}[:：]\d\d)"
            rf"[^。！？；，]*?{dates.DAY_FIRST}[^。！？；，]*$"
        ),
        ("撰文：畢某　17/05/2019 12:47", "17/05/2019 08:12", "發布：17.5.2019　更新：17.5.2019"),
        ("比分 17/05/2019", "编号17/05/20190", "作者：李某"),
    ),
    Byline(
        "timed",
        re.compile(
            rf"^[^。！？；，,]{{0,30}}{dates.DAY}[T\s　]{{0,3}}\d{{1,2}}[:：]\d{{2}}(?![^。！？；，,]*[。！？；，,])"
        ),
        ("2019-05-17 08:12", "2019年05月17日08:12　|　产经周刊", "晚报 2019-05-17 08:12:33"),
        ("08:12", "2019年5月17日8:30，列车驶出车站，开往省城。"),
    ),
    Byline(
        "medium",
        re.compile(rf"^[^。！？；，,]{{0,30}}{_MEDIUM}{_GAP}{dates.DAY}[^。！？；，,]{{0,20}}$"),
        ("云岭日报　2019年5月17日　第03版", "云岭网 | 2019-05-17"),
        ("云岭网2019年5月17日成立", "云岭电视台于2019年5月17日开播", "云岭日报 2019年5月17日创刊，四开四版"),
    ),
    Byline(
        "medium behind",
        re.compile(rf"^{dates.DAY}{_GAP}[^。！？；，,\s　]{{1,12}}{_MEDIUM}\s*$"),
        ("2019-05-17 / 云岭新闻", "2019年5月17日　云岭客户端"),
        ("2019年5月17日　成立云岭网，开播", "2019年5月17日云岭日报"),
    ),
    Byline(
        "issue",
        re.compile(
            rf"^(?=.*[《第])[^。！？；，,：:]{{0,24}}?{dates.DAY}{_GAP}(?:《[^》]{{1,16}}》[^。！？；，,]{{0,12}})?"
            r"[\s　]*(?:总?第\s?[\d一二三四五六七八九十百]{1,5}\s?[期号號版卷][^。！？；，,]{0,8})?$"
        ),
        ("2019年5月17日　《云岭月刊》　第54期", "2019年5月17日 第3版", "云岭生活周刊 2019-05-17 总第112期"),
        ("2019年5月17日　《云岭月刊》创刊，第1期印三千册", "2019年5月17日　举办第三期培训班"),
    ),
    Byline(
        "dateline",
        re.compile(
            rf"^[\s　]*(?:[\u4e00-\u9fff]{{2,12}}\s?)?{dates.DAY}\s?[电讯電訊](?![\u4e00-\u9fff]{{0,2}}[子话信器])"
        ),
        ("新华社北京2019年5月17日电（记者 王某）今天上午，大会开幕。", "中新网2019年5月17日电 昨日"),
        ("新华社北京5月17日电", "2019年5月17日电子商务法施行", "2019年5月17日电话会议"),
    ),
)

#: Who signs an official paper, on the line above its date.
_SIGNER = re.compile(
    r"[^。！？；，、:：]{2,40}(?:公司|集团|集團|基金会|协会|学会|商会|委员会|办公室|政府|[局厅院部委会署处所社行校馆]|大学|中心)"
)
_SIGNED = (
    re.compile(rf"[\s　]*{_SIGNER.pattern}[\s　]{{1,8}}{dates.DAY}\s*"),
    re.compile(rf"[\s　]*{dates.DAY}[\s　|｜]{{1,8}}{_SIGNER.pattern}(?:[\s　]+[^。！？；，,]{{1,20}})?\s*"),
)
_LONE = re.compile(rf"[\s　（(\[【]*{dates.DAY}[\s　）)\]】]*(?:(?:星期|周)[一二三四五六日天])?\s*")

#: Without one of these a line has no date.
_MAY_BE_DATED = re.compile(r"[\d年]")

#: Dates in addresses: a folder a day, a folder a month with the day in the name, the day in the name.
_URL = re.compile(
    rf"/(?P<year>{dates.YEAR})(?P<mark>[-/_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?=[/_.-]|$)"
    rf"|/(?P<year2>{dates.YEAR})[-/](?P<month2>\d\d?)[-/](?P<day2>\d\d?)(?=[/_.]|$)"
    rf"|[/_][tcw](?P<year3>{dates.YEAR})(?P<month3>\d\d)(?P<day3>\d\d)_"
    rf"|/(?P<year4>{dates.YEAR})(?:/(?P<month4>\d\d)|-(?P<month5>\d\d)/)(?P<day4>\d\d)(?=[/_.]|$)"
)


def find(
    stated: Sequence[str], text: str, uri: str | None, title: str | None, default: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date, YYYY-MM-DD, and where it was found; `default` where the page gives none."""
    for value in stated:
        if found := dates.parse(value):
            return found, "meta"
    if found := in_text(text, title):
        return found, "text"
    if uri and (found := in_url(uri)):
        return found, "url"
    return (default, "option") if default else (None, None)


def in_url(url: str) -> str | None:
    """The date in an address: /2019/05/17/, /20190517/, /2019-05/17/, /2019/0517/, t20190517_123.html."""
    path = url.partition("?")[0].partition("#")[0]
    return next((found for match in _URL.finditer(path) if (found := dates.of(match))), None)


def in_text(text: str, title: str | None = None) -> str | None:
    """The date in a byline at the top or behind the title, behind a label also elsewhere, behind who signs at the end.

    A date that is all of its line counts where it is the only such line, and stands at the very top or below
    who signs at the end: several are a timeline's.
    """
    lines = [line for line in text.splitlines() if line and not line.isspace()]
    top = list(range(min(BYLINE_LINES, len(lines))))
    if title and (place := next((index for index, line in enumerate(lines) if line.strip() == title), None)):
        top += range(max(BYLINE_LINES, place), min(place + BYLINE_LINES, len(lines)))
    last = range(max(len(lines) - LAST_LINES, 0), len(lines))
    for bylines, places in ((LABELLED, (*top, *last)), (AT_TOP, top)):
        for index in places:
            if found := _stated(_labelled(lines, index), bylines):
                return found
    if found := _below_menu(lines) or _amid(text):
        return found
    signed_days = {
        dates.of(match) for index in (*top, *last) for way in _SIGNED if (match := way.fullmatch(lines[index]))
    }
    if len(signed_days) == 1:
        return signed_days.pop()
    lone = [index for index, line in enumerate(lines) if len(line) < 40 and _LONE.fullmatch(line)]
    if len(lone) != 1:
        return None
    signed = lone[0] in last and lone[0] and _SIGNER.fullmatch(lines[lone[0] - 1].strip())
    if (lone[0] < 6 or signed) and (match := _LONE.fullmatch(lines[lone[0]])):
        return dates.of(match)
    return None


def _below_menu(lines: Sequence[str]) -> str | None:
    """The day of a byline below a long menu, the nearest to the first paragraph."""
    paragraphs = (index for index, line in enumerate(lines[:MENU_LINES]) if len(line) >= PARAGRAPH and "。" in line)
    found = (_stated(lines[index], AT_TOP) for index in range(next(paragraphs, 0) - 1, BYLINE_LINES - 1, -1))
    return next(filter(None, found), None)


def _amid(text: str) -> str | None:
    """The first day with a label on a line without a sentence: below a long menu, at a post of a forum."""
    found = []
    for byline in LABELLED:
        for match in byline.pattern.finditer(text):
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            line = text[start : end if end >= 0 else len(text)]
            if len(line) <= BYLINE_LENGTH and "。" not in line and (day := dates.of(match)):
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def _labelled(lines: Sequence[str], index: int) -> str:
    """A line, with the next one where it is a label: in HTML the date often is a block of its own."""
    line = lines[index].rstrip()
    return line + lines[index + 1] if line.endswith((":", "：")) and index + 1 < len(lines) else line


def _stated(line: str, bylines: Sequence[Byline]) -> str | None:
    if not _MAY_BE_DATED.search(line, 0, BYLINE_LENGTH):
        return None
    for byline in bylines:
        if len(line) > BYLINE_LENGTH and byline.name != "dateline":
            continue
        if (match := byline.pattern.search(line[:BYLINE_LENGTH])) and (found := dates.of(match)):
            return found
    return None
