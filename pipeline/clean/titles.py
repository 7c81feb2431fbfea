"""The page's title, and where it is repeated."""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut

#: A title is a line, not a sentence; it may ask or call, but for what a site says to its visitor.
_SENTENCE_END = re.compile(r"[。；;,，、：:]$|。.*[！？!?…]$")
_GREETING = re.compile(r"欢迎|[您你]好|请先?登|登录后|尊敬的")
#: The name of a column.
_COLUMN = re.compile(r"[【\[][^】\]]{2,16}[】\]]")
_INVITATION = re.compile(r"(?:点击|扫码|长按|打开|下载)|关注[^，,]{2,12}[，,]|.{0,16}(?i:app|客户端)[，,]")
SHORTEST_TITLE, LONGEST_TITLE = 4, 80
#: A longer line is no heading.
_LONGEST_HEADING = 30
#: A shorter line says nothing of what the text is about.
_SHORTEST_SAID = 20
#: Among so many lines at the top the title is looked for.
_HEAD = 30
#: A shorter line that a title begins with may be its subject's name.
_SHORTEST_SAID_AGAIN = 8
#: What stands between the words of a menu, and how long these are at most.
_BETWEEN = re.compile(r"[\s|｜·>＞»›→\[\]【】/]+")
_LONGEST_WORD = 8
#: So many pairs of characters of a line that the text says too, or so large a part of them, say what it is about; so
#: much of the text is looked at; so many lines above it make a menu.
_ABOUT, _MOSTLY, _STRANGE, _SAID, _FEW = 2, 0.5, 0.2, 3000, 2
#: What stands before a title and does not belong to it.
_BEFORE_TITLE = re.compile(
    r"(?:(?:文章)?(?:标题|题目)\s*[:：]\s*|[【\[(（](?:原创|转载|转帖|组图|图文|多图|视频|快讯|独家|推荐|置顶|精华)[】\])）]\s*)+"
)
#: A line of dates, sources and counters.
_BYLINE = re.compile(
    r"[\W\d_年月日时分秒星期一二三四五六上下午]+|"
    r"(?:[\d\W_年月日时分秒]*(?:来源|作者|发布|时间|日期|编辑|记者|浏览|阅读|点击|字号|责编)[\w ]{0,6}\s*[:：]).*|"
    r".*[\s　|｜](?:19|20)\d\d[-年/.]\d\d?[-月/.]\d\d?日?(?:[T\s　]*\d\d?[:：]\d\d(?:[:：]\d\d)?)?"
)


def title_line(text: str, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The line that is the title: the first that reads like one and stands above a longer text.

    Below what looks like a site's menu it is the first line that speaks of what the text is about.
    """
    candidates = []
    for number, (start, end) in enumerate(places[:_HEAD]):
        line = text[start:end]
        if end - start > LONGEST_TITLE or (end - start > _LONGEST_HEADING and "。" in line):
            break
        if _reads_like_one(line) and (end - start >= SHORTEST_TITLE or _opens(text, places, number)):
            candidates.append(number)
    if not candidates or not any(end - start > _LONGEST_HEADING for start, end in places[candidates[0] + 1 :]):
        return None
    start, end = _last_said(text, places, _below_menu(text, places, candidates))
    label = _BEFORE_TITLE.match(text, start, end)
    return (label.end() if label and label.end() < end else start), end


def _last_said(text: str, places: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """The last place above the text where a line is the title: sites set it above their menus too, with their name."""
    title = text[slice(*places[number])]
    place = places[number]
    for start, end in places[number + 1 : _HEAD]:
        if end - start > _LONGEST_HEADING and "。" in text[start:end]:
            break
        line = text[start:end]
        if end - start >= _SHORTEST_SAID_AGAIN and title.startswith(line) and not title[len(line) :][:1].isalnum():
            place = (start, end)
    return place


def _opens(text: str, places: list[tuple[int, int]], number: int) -> bool:
    """Whether a short line is what the next one begins with, as where an encyclopaedia names its subject."""
    line = text[slice(*places[number])]
    return len(line) > 1 and number + 1 < len(places) and text.startswith(line, places[number + 1][0])


def _reads_like_one(line: str) -> bool:
    return not (
        _SENTENCE_END.search(line)
        or _BYLINE.fullmatch(line)
        or (line[-1] in "！？!?…" and _GREETING.search(line))
        or _INVITATION.match(line)
        or _COLUMN.fullmatch(line)
        or is_menu(line)
    )


def is_menu(line: str) -> bool:
    """Whether a line is nothing but short words side by side, as in menus and breadcrumbs."""
    words = [word for word in _BETWEEN.split(line) if word and word not in "-–—"]
    return len(words) > 2 and max(map(len, words)) <= _LONGEST_WORD


def _below_menu(text: str, places: list[tuple[int, int]], candidates: list[int]) -> int:
    """The candidate that is the title."""
    first = candidates[0]
    if len(candidates) == 1:
        return first
    least = _FEW if places[first][1] - places[first][0] <= _LONGEST_WORD else 2 * _FEW
    said = _said(text, places)
    strange = about(text[slice(*places[first])], said)[1] <= _STRANGE
    for number in candidates:
        line = text[slice(*places[number])]
        pairs, share = about(line, said)
        if (pairs >= _ABOUT and len(line) > _LONGEST_WORD) or (pairs > 1 and share >= _MOSTLY):
            return number if strange or number - first >= least else first
    return first


def _said(text: str, places: Sequence[tuple[int, int]]) -> str:
    """What the page says in lines that are sentences."""
    lines = (text[start:end] for start, end in places if end - start > _SHORTEST_SAID)
    return "\n".join(line for line in lines if "，" in line or "。" in line or "," in line)[:_SAID]


def about(line: str, said: str) -> tuple[int, float]:
    """How many of a line's pairs of characters a text says too, and what share of them."""
    pairs = {line[at : at + 2] for at in range(len(line) - 1) if line[at : at + 2].isalpha()}
    count = sum(pair in said for pair in pairs)
    return count, count / max(1, len(pairs))


def likeliest(text: str, places: list[tuple[int, int]], ours: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The title among all lines, or among `ours`, those that are hardly a site's: which says more of the text."""
    place = title_line(text, ours)
    other = title_line(text, places) if len(ours) < len(places) else place
    if place is None or other is None or place == other:
        return place or other
    said = _said(text, places)
    return max((place, other), key=lambda place: about(text[slice(*place)], said)[1])


#: A line of an encyclopaedia's table below which the subject is named.
_NAME_LABEL = re.compile(
    r"(?:中文|外文|公司|企业|单位|机构|学校|景点|作品|产品|品牌|书|片|剧|校|厂)?(?:名称?|全称|简称|别名)[:：]?"
)


def repeated(text: str, title: str, places: list[tuple[int, int]], kept: int) -> list[Cut]:
    """Lines that say the title once more than the one in which it stands at `kept`.

    Above that one a line may have a site's name behind the title.
    """
    wanted = _bare(title)
    if len(wanted) < 4:
        return []
    labels = {places[n][0] for n in range(1, len(places)) if _NAME_LABEL.fullmatch(text, *places[n - 1])}
    return [
        Cut(start, end, "duplicate_title", "title-again")
        for start, end in places
        if not start <= kept < end
        and start not in labels
        and (
            (end - start <= 2 * len(title) + 8 and wanted[-1] in text[start:end] and _bare(text[start:end]) == wanted)
            or (end < kept and text.startswith(title, start) and not text[start + len(title)].isalnum())
        )
    ]


_SUMMARY = re.compile(
    r"[【\[（(]?(?:文章|内容|本文|新闻)?(?:摘要|导读|简介|核心提示|提要|概要|导语)[】\])）]?\s*[:：]?\s*"
)
#: A summary that says nothing of its own shares this much of its pairs of characters with a paragraph.
_SAME = 0.7


def summaries(text: str, places: list[tuple[int, int]]) -> list[Cut]:
    """Lines labelled as a summary that only repeat a paragraph of the page."""
    cuts = []
    for number, (start, end) in enumerate(places[:12]):
        label = _SUMMARY.match(text, start, end)
        if label is None or end - label.end() < 20:
            continue
        said = _quads(text[label.end() : end])
        for begin, stop in places[number + 1 : number + 8]:
            if len(said & _quads(text[begin:stop])) > _SAME * len(said):
                cuts.append(Cut(start, end, "boilerplate", "summary-again"))
                break
    return cuts


def _quads(line: str) -> set[str]:
    return {line[place : place + 4] for place in range(min(len(line), 600) - 3)}


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", "", line)
