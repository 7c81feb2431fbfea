"""The site's name, where it stands alone, behind or around the title, or at either end of a line."""

import re
from collections.abc import Set

from pipeline.clean.ledger import Cut
from pipeline.clean.titles import LONGEST_TITLE, SHORTEST_TITLE, is_menu

#: Between a title and the name of the site behind it.
_JOINT = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--\s*|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])")
#: How names of sites end.
SITE_ENDING = r"(?:网|网站|论坛|资讯网|在线|门户|社区|之家|博客|平台|频道|百科|导航|门户|资讯|头条|文站)"
_SITE = re.compile(
    rf"(?!.*(?:的|如何|怎么|怎样)|.*(?:上|联|电|路|管|水|入|因特|渔|落|触|收|织|撒|法|情|河|铁丝|球)网$)[\u4e00-\u9fffA-Za-z0-9·.]{{1,24}}{SITE_ENDING}|(?:www\.)?[a-z0-9-]{{2,30}}\.(?:com|cn|net|org|cc|top|xyz)(?:\.cn)?",
    re.I,
)
#: A name in brackets before a title.
_OPENING = re.compile(r"[【‘「\[]([^】’」\]\n]{2,12})[】’」\]]")
_CLOSING = re.compile(r"[【‘「]([^】’」\n]{2,12})[】’」]$")
_SPACED = re.compile(r"(?<![-–—_|｜：:])\s+(\S{3,24})$")
#: Lines in which a site names itself.
_NOTICE = re.compile(r"版权|©|[Cc]opyright|转载|来源|声明|关键词|标签")
_LONGEST_NAME = 24
#: How far before a name the line is looked at in which it may be a notice.
_NOTICE_REACH = 400
#: A line between the two words of a widget.
_AT_HEADING = re.compile(r"播报[ \t\r]*\n\s*([\u4e00-\u9fffA-Za-z0-9]{3,24})[ \t\r]*\n\s*编辑[ \t\r]*(?:\n|$)")
#: Behind a medium's name: what it reports from, in the article's first line.
_DATELINE = re.compile(r"[\s\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日[讯电訊電]|[讯訊]|(?:记者|記者)")
_BRACKETS = {"【": "】", "[": "]", "‘": "’", "「": "」"}


def site_names(
    text: str, title: str, places: list[tuple[int, int]], heading: tuple[int, int] | None, raw: str, known: Set[str]
) -> list[Cut]:
    """The site's name where it stands alone, behind or around the title, or at either end of a line.

    Names are taken from the lines at the head and the foot of the page and from behind the title's joint;
    a name that ends like one (网, 论坛, a domain), or stands at the edges of many pages of the batch (`known`),
    may stand alone, any other has to come twice. `heading` is the line that reads like the page's title.
    """
    found: list[Cut] = []
    names: list[str] = []
    tail = [place for place in places[-6:] if place not in places[:4]]
    for start, end in places[:4] + tail:
        line = text[start:end]
        bracketed = _BRACKETS.get(line[0]) == line[-1] and len(line) > 3
        inner = line[1:-1] if bracketed else line
        if not 2 < len(inner) <= _LONGEST_NAME or inner == title or not inner.isalnum():
            continue
        named = inner in known or _SITE.fullmatch(inner) is not None
        again = text.count(inner) > 1 or (start, end) in tail
        if named or (again and bracketed) or ((start, end) in tail and _named_elsewhere(raw, inner)):
            found.append(Cut(start, end, "site_name", "site-line"))
            names.append(inner)
    # A farm puts its name into the widget at a heading and at the foot of the page.
    feet = {text[start:end] for start, end in tail} - {title}
    hung = feet.intersection(_AT_HEADING.findall(raw)) if "播报" in raw else set()
    found += [Cut(*place, "site_name", "site-at-heading") for place in places if text[slice(*place)] in hung]
    for start, end in dict.fromkeys((*places[:3], *([heading] if heading else []))):
        line = text[start:end]
        if len(line) > 2 * LONGEST_TITLE or is_menu(line):
            continue
        for joint in list(_JOINT.finditer(line))[:3]:
            parts = [part.strip() for part in _JOINT.split(line[joint.end() :])]
            sure = line[joint.start() : joint.end()].strip() in ("_", "|", "｜")
            if joint.start() >= 4 and all(
                part and len(part) <= _LONGEST_NAME and (sure or _SITE.fullmatch(part) or _named_elsewhere(raw, part))
                for part in parts
            ):
                found.append(Cut(start + joint.start(), end, "site_name", "site-behind-title"))
                names += parts
                break
        spaced = _SPACED.search(line)
        if spaced and spaced.start() >= SHORTEST_TITLE and _SITE.fullmatch(spaced[1]):
            found.append(Cut(start + spaced.start(), end, "site_name", "site-behind-title"))
            names.append(spaced[1])
        opened = _OPENING.match(line)
        closed = _CLOSING.search(line)
        if closed and closed.start() >= 4 and (_SITE.fullmatch(closed[1]) or text.count(closed[1]) > 1):
            found.append(Cut(start + closed.start(), end, "site_name", "site-behind-title"))
            names.append(closed[1])
        if opened and (_SITE.fullmatch(opened[1]) or text.count(opened[1]) > 1) and end - start - len(opened[0]) >= 4:
            found.append(Cut(start, start + opened.end(), "site_name", "site-before-title"))
            names.append(opened[1])
    for name in dict.fromkeys(names):
        found += _glued(text, name, places)
    return found


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


def _glued(text: str, name: str, places: list[tuple[int, int]]) -> list[Cut]:
    """A known site name at an end of short lines, with the brackets around it; not where it reports."""
    cuts = []
    for start, end in places:
        if end - start > 2 * LONGEST_TITLE:
            continue
        line = text[start:end]
        at = line.find(name)
        if at < 0:
            continue
        stop = at + len(name)
        if at and stop < len(line) and _BRACKETS.get(line[at - 1]) == line[stop]:
            at, stop = at - 1, stop + 1
        if (at == 0 and not _DATELINE.match(line, stop)) or stop == len(line):
            cuts.append(Cut(start + at, start + stop, "site_name", "site-glued"))
    return cuts
