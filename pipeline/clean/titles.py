"""The page's title and the site's name, and where they are repeated."""

import re

from pipeline.clean.ledger import Cut

#: A title is a line, not a sentence.
_SENTENCE_END = re.compile(r"[。！？!?；;…,，、：:]$")
_LONGEST_TITLE = 80
#: Between a title and the name of the site behind it.
_JOINT = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])")
#: How names of sites end.
SITE_ENDING = r"(?:网|网站|论坛|资讯网|在线|门户|社区|之家|博客|平台|频道|百科|导航|吧)"
_SITE = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9·.]{{1,24}}{SITE_ENDING}|(?:www\.)?[a-z0-9-]{{2,30}}\.(?:com|cn|net|org|cc|top|xyz)(?:\.cn)?",
    re.I,
)
_BRACKETS = {"【": "】", "[": "]", "‘": "’", "「": "」", "《": "》", "(": ")", "（": "）"}


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of `text` that hold something, without the space around them."""
    found = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            found.append((start, start + len(stripped)))
        position += len(line) + 1
    return found


def title_line(text: str, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The line that is the title: the first one that reads like one, where a longer text follows."""
    for number, (start, end) in enumerate(places[:6]):
        line = text[start:end]
        if 4 <= end - start <= _LONGEST_TITLE and not _SENTENCE_END.search(line):
            body = any(stop - begin > 30 for begin, stop in places[number + 1 :])
            return (start, end) if body else None
        if end - start > _LONGEST_TITLE:
            return None
    return None


def repeated(text: str, title: str, places: list[tuple[int, int]]) -> list[Cut]:
    """Lines that say the title once more, but for the first."""
    wanted = _bare(title)
    if len(wanted) < 4:
        return []
    same = [
        (start, end) for start, end in places if end - start <= 2 * len(title) + 8 and _bare(text[start:end]) == wanted
    ]
    return [Cut(start, end, "duplicate_title", "title-again") for start, end in same[1:]]


def site_names(text: str, title: str, places: list[tuple[int, int]]) -> list[Cut]:
    """The site's name where it stands alone, behind or around the title, or at either end of a line.

    Names are taken from the lines at the head and the foot of the page and from behind the title's joint;
    a name that ends like one (网, 论坛, a domain) may stand alone, any other has to come twice.
    """
    found: list[Cut] = []
    names: list[str] = []
    edge = places[:4] + [place for place in places[-6:] if place not in places[:4]]
    for start, end in edge:
        line = text[start:end]
        inner = line[1:-1] if line and _BRACKETS.get(line[0]) == line[-1] else line
        if 3 <= len(inner) <= 24 and inner != title and _SITE.fullmatch(inner):
            found.append(Cut(start, end, "site_name", "site-line"))
            names.append(inner)
    for start, end in places[:3]:
        line = text[start:end]
        joints = list(_JOINT.finditer(line))
        for joint in joints[:3]:
            tail = line[joint.end() :]
            if joint.start() >= 4 and all(_SITE.fullmatch(part.strip()) for part in _JOINT.split(tail)):
                found.append(Cut(start + joint.start(), end, "site_name", "site-behind-title"))
                names.append(tail)
                break
    for name in dict.fromkeys(names):
        found += _glued(text, name, places)
    return found


def _glued(text: str, name: str, places: list[tuple[int, int]]) -> list[Cut]:
    """A known site name at an end of short lines, with the brackets around it."""
    cuts = []
    for start, end in places:
        if end - start > 2 * _LONGEST_TITLE:
            continue
        line = text[start:end]
        at = line.find(name)
        if at < 0:
            continue
        stop = at + len(name)
        if at and stop < len(line) and _BRACKETS.get(line[at - 1]) == line[stop]:
            at, stop = at - 1, stop + 1
        if at == 0 or stop == len(line):
            cuts.append(Cut(start + at, start + stop, "site_name", "site-glued"))
    return cuts


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", "", line)
