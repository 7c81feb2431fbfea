"""The site's name, where it stands alone, behind or around the title, or at either end of a line."""

import re
from collections.abc import Iterator, Set

from pipeline.clean.frame.headlines import is_menu
from pipeline.clean.frame.titles import LONGEST_TITLE, SHORTEST_TITLE, Page
from pipeline.clean.ledger import Cut

#: Between a title and the name of the site behind it; an underscore between Latin letters is of a name or a face.
_JOINT = re.compile(
    r"\s*(?:_(?![!-~])|(?<![!-~])_|[|｜])\s*|\s+[-–—]+\s+|\s*--\s*|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])"
)
#: How names of sites end.
SITE_ENDING = r"(?:网|网站|论坛|资讯网|在线|门户|社区|之家|博客|平台|频道|百科|导航|门户|资讯|头条|文站)"
#: What ends so and names no site: a question, a net of another kind.
_NO_SITE = r"(?!.*(?:的|如何|怎么|怎样)|.*(?:上|联|电|路|管|水|入|因特|渔|落|触|收|织|撒|法|情|河|铁丝|球)网$)"
_DOMAIN = r"(?:www\.)?[a-z0-9-]{2,30}\.(?:com|cn|net|org|cc|top|xyz)(?:\.cn)?"
_SITE = re.compile(rf"{_NO_SITE}[\u4e00-\u9fffA-Za-z0-9·.]{{1,24}}{SITE_ENDING}|{_DOMAIN}", re.I)
#: A name in brackets before a title.
_OPENING = re.compile(r"[【‘「\[]([^】’」\]\n]{2,12})[】’」\]]")
_CLOSING = re.compile(r"[【‘「]([^】’」\n]{2,12})[】’」]$")
_SPACED = re.compile(r"(?<![-–—_|｜：:])\s+(\S{3,24})$")
#: Lines in which a site names itself.
_NOTICE = re.compile(r"版权|©|[Cc]opyright|转载|来源|声明|关键词|标签")
_LONGEST_NAME = 24
#: A name, if it is any: letters, and no mark of a sentence.
_NAME = re.compile(r"(?=.*\w[^\W_])[^，。！？；,;!?…]{1,24}")
#: So many lines that begin with a bracket make a list.
_BRACKETED = 3
#: How far before a name the line is looked at in which it may be a notice.
_NOTICE_REACH = 400
#: How a site asks its readers to follow it, around its name.
_FOLLOW_BEFORE = re.compile(r"(?:点击|关注|订阅|公众号|微信号)(?:上方|下方|我们|微信|公众号|[:：\s])*[“‘「【]?$")
_FOLLOW_BEHIND = re.compile(r"[”’」】]?\s?(?:关注|订阅|公众号|微信|$|[\r\n|｜])")
#: What a site says of itself on the last line.
_SLOGAN = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:新闻|网|在线|资讯|日报|晚报|之窗|信息港|发布|头条|论坛)[,，:：—\- ]+"
    r"(?:讲述|讲好|关注|传播|传递|记录|聚焦|倾听|服务|感受|发现|分享|与[您你]|陪[您你]|为[您你]|让[您你]|[您你]的)[^，。！？；]{2,12}[。！]?"
)
#: A line between the two words of a widget.
_AT_HEADING = re.compile(r"播报[ \t\r]*\n\s*([\u4e00-\u9fffA-Za-z0-9]{3,24})[ \t\r]*\n\s*编辑[ \t\r]*(?:\n|$)")
#: Behind a medium's name: what it reports from, in the article's first line.
_DATELINE = re.compile(r"[\s\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日[讯电訊電]|[讯訊]|(?:记者|記者)")
#: What stands before a medium that is named as the source; so many other places tell of it.
_REPORTS_BEFORE = re.compile(r"(?:来源|转自|来自|关注|访问|登录|据|[:：（(【‘“\[])\s?$")
_TOLD_OF = 2
#: How a line goes on that says what bears a name.
_DEFINED = re.compile(r"(?:[（(][^）)\n]{1,40}[）)])?[，,]?(?:是|为|系|由|又称|简称|成立|创办|创立|隶属)|，")
_BRACKETS = {"【": "】", "[": "]", "‘": "’", "「": "」"}
#: Marks of which a joint has one.
_JOINTS = frozenset("_|｜-–—")
#: Among so many lines at the head and at the foot a site names itself.
_HEAD, _FOOT = 4, 6


def site_names(page: Page, title: str, raw: str, known: Set[str]) -> list[Cut]:
    """The site's name where it stands alone, behind or around the title, or at either end of a line.

    Names are taken from the lines at the head and the foot of the page and from behind the title's joint;
    a name that ends like one (网, 论坛, a domain), or stands at the edges of many pages of the batch (`known`),
    may stand alone, any other has to come twice.
    """
    found = [*_alone(page, title, raw, known), *_hung(page, title, raw), *_beside(page, raw)]
    names = dict.fromkeys(name for name, cut in found if cut.rule != "site-at-heading" and not _is_subject(page, name))
    return [*(cut for _, cut in found), *(cut for name in names for cut in _glued(page, name))]


def _alone(page: Page, title: str, raw: str, known: Set[str]) -> Iterator[tuple[str, Cut]]:
    """Lines at the head and the foot that are a site's name."""
    text, head = page.text, page.places[:_HEAD]
    foot = page.places[-_FOOT:]
    for start, end in (*head, *(place for place in foot if place not in head)):
        line = text[start:end]
        if page.is_brand(line) or (start == page.places[-1][0] and _SLOGAN.fullmatch(line)):
            yield line, Cut(start, end, "site_name", "site-line")
        if not 2 < end - start <= _LONGEST_NAME + 2:
            continue
        bracketed = _BRACKETS.get(line[0]) == line[-1] and len(line) > 3
        inner = line[1:-1] if bracketed else line
        if not 2 < len(inner) <= _LONGEST_NAME or inner == title or not inner.isalnum():
            continue
        last = (start, end) not in head
        named = inner in known or _SITE.fullmatch(inner) is not None or (not last and _calls_itself(raw, inner))
        again = last or text.count(inner) > 1
        if not last and not bracketed and _is_subject(page, inner):
            continue
        if named or (again and bracketed) or (last and _named_elsewhere(raw, inner)):
            yield inner, Cut(start, end, "site_name", "site-line")


def _hung(page: Page, title: str, raw: str) -> Iterator[tuple[str, Cut]]:
    """Lines that a farm puts both into the widget at a heading and at the foot of the page."""
    if "播报" not in raw:
        return
    foot = [place for place in page.places[-_FOOT:] if place not in page.places[:_HEAD]]
    hung = {page.text[start:end] for start, end in foot}.intersection(_AT_HEADING.findall(raw)) - {title}
    for start, end in page.places if hung else ():
        if (line := page.text[start:end]) in hung:
            yield line, Cut(start, end, "site_name", "site-at-heading")


def _beside(page: Page, raw: str) -> Iterator[tuple[str, Cut]]:
    """Names behind or before the title, or what else stands on the first lines."""
    for start, end in dict.fromkeys((*page.places[:3], *([page.title] if page.title else []))):
        line = page.text[start:end]
        if len(line) > 2 * LONGEST_TITLE or is_menu(line):
            continue
        if not _JOINTS.isdisjoint(line):
            yield from _joined(line, start, raw)
        spaced = _SPACED.search(line)
        if spaced and spaced.start() >= SHORTEST_TITLE and _SITE.fullmatch(spaced[1]):
            yield spaced[1], Cut(start + spaced.start(), end, "site_name", "site-behind-title")
        closed = _CLOSING.search(line) if line[-1] in "】’」" else None
        if closed and closed.start() >= SHORTEST_TITLE and _names(page, closed[1], line):
            yield closed[1], Cut(start + closed.start(), end, "site_name", "site-behind-title")
        opened = _OPENING.match(line)
        if opened and end - start - len(opened[0]) >= SHORTEST_TITLE and _names(page, opened[1], line):
            yield opened[1], Cut(start, start + opened.end(), "site_name", "site-before-title")


def _joined(line: str, start: int, raw: str) -> Iterator[tuple[str, Cut]]:
    """The names behind the first joint of a line that has nothing but names behind it."""
    for joint in list(_JOINT.finditer(line))[:3]:
        parts = [part.strip() for part in _JOINT.split(line[joint.end() :])]
        sure = joint[0].strip() in ("_", "|", "｜")
        # A site may call itself something behind its name.
        parts = [name if _SITE.fullmatch(name := part.partition("，")[0]) else part for part in parts]
        if joint.start() >= SHORTEST_TITLE and all(
            _NAME.fullmatch(part) and (sure or _SITE.fullmatch(part) or _named_elsewhere(raw, part)) for part in parts
        ):
            cut = Cut(start + joint.start(), start + len(line), "site_name", "site-behind-title")
            # Before the site's name stand its columns, or what readers search for.
            yield from ((part, cut) for part in parts if part == parts[-1] or _SITE.fullmatch(part))
            return


def _names(page: Page, name: str, line: str) -> bool:
    """Whether what stands in brackets beside a title names a site: another line says it too, or both ends of this one.

    Where several lines begin with brackets, these say where each is from.
    """
    if _SITE.fullmatch(name) is None and page.text.count(name) == line.count(name):
        return line[1:].startswith(name) and line[:-1].endswith(name)
    return line[0] not in _BRACKETS or sum(page.text[start] == line[0] for start, _ in page.places) < _BRACKETED


def _is_subject(page: Page, name: str) -> bool:
    """Whether the page is about what bears the name: a line defines it, or sentences say it in their midst, and not as
    who reports."""
    said = page.said
    count, place = 0, said.find(name)
    while place >= 0 and count < _TOLD_OF:
        before, behind = said[max(0, place - 4) : place], place + len(name)
        if _DATELINE.match(said, behind) is None:
            opens, ends = before[-1:] in ("", "\n"), said[behind : behind + 1] in ("", "\n")
            if opens and _DEFINED.match(said, behind):
                return True
            count += not opens and not ends and _REPORTS_BEFORE.search(before) is None
        place = said.find(name, place + 1)
    return count >= _TOLD_OF


def _named_elsewhere(raw: str, name: str) -> bool:
    """Whether the raw page names the site in a notice, a copyright line or a list of key words."""
    place = raw.find(name)
    while place >= 0:
        before = raw[max(0, place - _NOTICE_REACH) : place].rpartition("\n")[2]
        line = before + raw[place : place + len(name) + 60].partition("\n")[0]
        if line.strip() != name and _NOTICE.search(line):
            return True
        place = raw.find(name, place + 1)
    return False


def _calls_itself(raw: str, name: str) -> bool:
    """Whether the page asks its readers to follow what bears the name."""
    place = raw.find(name)
    while place >= 0:
        if _FOLLOW_BEFORE.search(raw, max(0, place - 12), place) and _FOLLOW_BEHIND.match(raw, place + len(name)):
            return True
        place = raw.find(name, place + 1)
    return False


def _glued(page: Page, name: str) -> Iterator[Cut]:
    """A known site name at an end of short lines, with the brackets around it; not where it reports."""
    for start, end in page.places:
        at = page.text.find(name, start, end) if end - start <= 2 * LONGEST_TITLE else -1
        if at < 0:
            continue
        stop = at + len(name)
        if start < at and stop < end and _BRACKETS.get(page.text[at - 1]) == page.text[stop]:
            at, stop = at - 1, stop + 1
        if (at == start and not _DATELINE.match(page.text, stop, end)) or stop == end:
            yield Cut(at, stop, "site_name", "site-glued")
