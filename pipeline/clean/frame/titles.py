"""The page's title."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property

from pipeline.clean.frame.headlines import LONGEST_HEADING, LONGEST_WORD, reads_like_one

Place = tuple[int, int]

SHORTEST_TITLE, LONGEST_TITLE = 4, 80
#: A shorter last step of a breadcrumb is a column.
SHORTEST_TOLD = 10
#: What a farm sells, and what is done there; the text has no word of it.
_BRAND = re.compile(
    r"(?=.*[\u4e00-\u9fff])[^，。！？；\s|｜]{2,30}(?:登[录陆]|入口|注册|官网|网页版?|下载|(?i:app))(?:安装)?"
    r"(?:[-_—·(（][^，。！？；\s|｜]{2,24})?"
)
#: A shorter line says nothing of what the text is about.
_SHORTEST_SAID = 20
#: A text of fewer characters may not say what its title does.
_LEAST_SAID = 60
#: Among so many lines at the top the title is looked for.
_HEAD = 30
#: A shorter line that a title begins with may be its subject's name.
_SHORTEST_SAID_AGAIN = 8
#: So many pairs of characters of a line that the text says too, or so large a part of them, say what it is about; so
#: much of the text is looked at; so many lines above it make a menu.
_ABOUT, _MOSTLY, _STRANGE, _SAID, _FEW = 2, 0.5, 0.2, 3000, 2
#: What stands before a title and does not belong to it.
_BEFORE_TITLE = re.compile(
    r"(?:(?:文章)?(?:标\s?题|题\s?目|主题|[Tt]itle)\s*[:：]\s*|[【\[(（](?:原创|转载|转帖|组图|图文|多图|视频|快讯|独家|推荐|置顶|精华)[】\])）]\s*)+"
)
#: How the title of a notice begins, and how it ends: on the line above is who gives it.
_NOTICE = "关于"
_NOTICE_ENDS = re.compile(
    r"(?:通知|公告|通告|公示|通报|决定|意见|批复|[的复]函|办法|方案|细则|规定|报告|请示)[》)）]?$"
)
#: The day of a page and where it is from, on a line of its own: the title stands right above it, however long the menu
#: above that, and the text not far below.
_DAY = r"(?:19|20)\d\d[-年/.]\d\d?[-月/.]\d\d?日?"
_DAY_LABEL = r"(?:发布|发表|更新|编辑)?(?:日期|时间|于)?"
_FROM = r"(?:(?:文章|信息|稿件)?来源|作者|发布[者人]|发布单位|编辑|记者|浏览|阅读|点击|字号|责编)"
_UNDER_TITLE = re.compile(
    rf"\W*{_DAY_LABEL}\W*{_DAY}[\s\d:：]*(?P<labelled>(?:[^\w，,。][^，,。]{{0,12}}?)?{_FROM}[^。，,]*)?|"
    rf"\W*(?P<first>{_FROM}\W[^。，,]{{0,40}}{_DAY}[^。，,]{{0,40}})"
)
#: Who wrote it, between the two; how long such a line is, and how many there are.
_WRITER = re.compile(
    r"(?:楼主|博主|发帖人|用户)[:：].{1,20}|.{0,16}(?:记者|記者|作者|编辑|編輯|通讯员|文[丨|｜/／]|执笔|撰文|分享|收藏)[^，。]{0,24}"
)
_WRITTEN, _BETWEEN_THEM = 40, 3
#: A long line of so many clauses is a notice.
_CLAUSES, _SENTENCE = re.compile("[，,；;。]"), 2
#: Lines as probably the site's are left out when the title is looked for; the first bar wins where others say no more.
_BARS = (0.97, 0.6, 2.0)
_MENU_LINES, _SHORTEST_ABOVE, _TEXT_WITHIN, _TEXT = 150, 6, 10, 40


class Page:
    """A page as its title is looked for: its text and the lines that may be it or stand around it."""

    def __init__(self, text: str, places: Sequence[Place], known: Container[int] = ()) -> None:
        """The lines that begin at `known` are the site's; of those only the byline tells of the title."""
        self.text, self.places, self._known = text, places, known

    @cached_property
    def title(self) -> Place | None:
        """The line that is the title: the first that reads like one and stands above a longer text.

        Below what looks like a site's menu it is the first line that speaks of what the text is about.
        """
        candidates = self._candidates()
        first = next(candidates, None)
        if first is None or not any(end - start > LONGEST_HEADING for start, end in self.places[first + 1 :]):
            return None
        return self._unlabelled(self._last_said(self._given(self._below_menu(first, candidates))))

    @cached_property
    def above_byline(self) -> Place | None:
        """The line that stands right above the first line of day or source, if it reads like a title of the text."""
        for number, (start, end) in enumerate(self.places[1:_MENU_LINES], 1):
            if self.text.find("20", start, end) < 0 and self.text.find("19", start, end) < 0:
                continue
            byline = _UNDER_TITLE.fullmatch(self.text, start, end)
            if byline is None:
                continue
            below = self.places[number + 1 : number + 1 + _TEXT_WITHIN]
            if not any(end - start > _TEXT and "。" in self.text[start:end] for start, end in below):
                continue
            above = self._titled(number)
            if above is not None and (any(byline.groups()) or self._says(above)):
                return self._unlabelled(self.places[self._first_line(above)])
        return None

    def _titled(self, byline: int) -> int | None:
        """The line above a byline, past those of writers, shares and counters, if it may be a title."""
        for number in range(byline - 1, max(byline - 2 - _BETWEEN_THEM, -1), -1):
            line = self.text[slice(*self.places[number])]
            if self.places[number][0] in self._known:
                continue
            if _SHORTEST_ABOVE <= len(line) <= LONGEST_TITLE and reads_like_one(line) and not _WRITER.fullmatch(line):
                return number if len(line) <= _WRITTEN or len(_CLAUSES.findall(line)) < _SENTENCE else None
            if len(line) > _WRITTEN:
                return None
        return None

    def _first_line(self, number: int) -> int:
        """The line above that of a subtitle, if it says even as much of the text; above a notice is who gave it."""
        line = self.text[slice(*self.places[number - 1])] if number else ""
        if self.text.startswith(_NOTICE, self.places[number][0]):
            return number
        first = (
            self.places[number - 1][0] not in self._known
            and LONGEST_WORD < len(line) <= LONGEST_TITLE
            and reads_like_one(line)
        )
        return number - 1 if first and about(line, self.said) >= _MOSTLY else number

    def _says(self, number: int) -> bool:
        return about(self.text[slice(*self.places[number])], self.said) > _STRANGE

    def _unlabelled(self, place: Place) -> Place:
        start, end = place
        label = _BEFORE_TITLE.match(self.text, start, end)
        return (label.end() if label and label.end() < end else start), end

    @cached_property
    def said(self) -> str:
        """What the page says in lines that are sentences."""
        lines = (self.text[start:end] for start, end in self.places if end - start > _SHORTEST_SAID)
        return "\n".join(line for line in lines if "，" in line or "。" in line or "," in line)[:_SAID]

    def _candidates(self) -> Iterator[int]:
        """The numbers of the lines at the top that read like a title."""
        for number, (start, end) in enumerate(self.places[:_HEAD]):
            line = self.text[start:end]
            if end - start > LONGEST_TITLE or (end - start > LONGEST_HEADING and "。" in line):
                return
            if (
                reads_like_one(line)
                and not self.is_brand(line)
                and (end - start >= SHORTEST_TITLE or self._opens(number))
            ):
                yield number

    def _given(self, number: int) -> int:
        """The line below who gives a notice, if that is its title."""
        for start, end in self.places[number + 1 : number + 2]:
            if self.text.startswith(_NOTICE, start) and _NOTICE_ENDS.search(self.text, start, end):
                return number + 1
        return number

    def _last_said(self, number: int) -> Place:
        """The last place above the text where a line is the title: sites set it above their menus too, with their
        name."""
        title = self.text[slice(*self.places[number])]
        place = self.places[number]
        for start, end in self.places[number + 1 : _HEAD]:
            line = self.text[start:end]
            if end - start > LONGEST_HEADING and "。" in line:
                break
            if end - start >= _SHORTEST_SAID_AGAIN and title.startswith(line) and not title[len(line) :][:1].isalnum():
                place = (start, end)
        return place

    def is_brand(self, line: str) -> bool:
        """Whether a line is what a farm sells and nothing that the text speaks of."""
        return _BRAND.fullmatch(line) is not None and len(self.said) > _LEAST_SAID and about(line, self.said) == 0

    def _opens(self, number: int) -> bool:
        """Whether a short line is what the next one begins with, as where an encyclopaedia names its subject."""
        line = self.text[slice(*self.places[number])]
        following = self.places[number + 1 : number + 2]
        return len(line) > 1 and any(self.text.startswith(line, start) for start, _ in following)

    def _below_menu(self, first: int, others: Iterable[int]) -> int:
        """The candidate that is the title, of the first and the others."""
        start, end = self.places[first]
        title = self.text[start:end]
        if _speaks_of(title, self.said):
            return first
        other = next(
            (number for number in others if _speaks_of(self.text[slice(*self.places[number])], self.said)), first
        )
        far = other - first >= (_FEW if end - start <= LONGEST_WORD else 2 * _FEW)
        return other if far or about(title, self.said) <= _STRANGE else first


def _speaks_of(line: str, said: str) -> bool:
    """Whether a line is about what a text says: it shares pairs of characters with it."""
    shared = set[str]()
    for at in range(len(line) - 1):
        pair = line[at : at + 2]
        if pair.isalpha() and pair in said:
            shared.add(pair)
            if len(shared) >= _ABOUT and len(line) > LONGEST_WORD:
                return True
    return len(shared) > 1 and about(line, said) >= _MOSTLY


def about(line: str, said: str) -> float:
    """What share of a line's pairs of characters a text says too."""
    pairs = {line[at : at + 2] for at in range(len(line) - 1) if line[at : at + 2].isalpha()}
    return sum(pair in said for pair in pairs) / max(1, len(pairs))


def likeliest(page: Page, chances: Sequence[float]) -> Place | None:
    """The title of a page of whose lines each is a site's with a chance: of the lines that would be it among those
    that are hardly a site's, or among all, the one that says most of the text."""
    ours: list[list[Place]] = []
    for bar in _BARS:
        left = [line for line, chance in zip(page.places, chances, strict=True) if chance < bar]
        if left and left not in ours:
            ours.append(left)
    found = dict.fromkeys((page if left == page.places else Page(page.text, left)).title for left in ours)
    places = [place for place in found if place]
    return max(places, key=lambda place: about(page.text[slice(*place)], page.said), default=None)
