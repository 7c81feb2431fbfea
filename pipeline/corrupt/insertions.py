"""Puts into a clean page what farms put into pages, from a seed, and says exactly what was put where.

A page is a title and its paragraphs. `spam` makes a plan of insertions, each at an offset of the clean text,
and carries it out; what it returns holds the spammed text and, by its offsets, every insertion with its kind
(as in the contract) and the way in which it was put in (finer than kinds, for measuring).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from pipeline.corrupt.phrases import Half, advertising, spaced, twist, words
from pipeline.schema import Model, RemovalKind


class Insertion(Model):
    """A span of the spammed text that was put in."""

    start: int
    end: int
    text: str
    kind: RemovalKind
    way: str


class Spammed(Model):
    """A page with what was put into it; without the insertions and the line breaks around them it is `clean_text`."""

    raw_text: str
    clean_text: str
    title: str
    keywords: list[str]
    insertions: list[Insertion]


@dataclass
class _Page:
    """A clean page and the plan of what goes into it."""

    title: str
    paragraphs: Sequence[str]
    text: str
    random: Random
    half: Half
    keywords: list[str] = field(default_factory=list)
    plan: list[tuple[int, int, str, str, RemovalKind | None, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def body(self) -> int:
        """Where the text below the title begins."""
        return len(self.title) + 1

    def put(self, offset: int, text: str, kind: RemovalKind, way: str, *, before: str = "", after: str = "") -> None:
        """Plans an insertion; `before` and `after` are put around it but are not part of it."""
        order = len(self.plan)
        if before:
            self.plan.append((offset, order, before, "", None, ""))
        self.plan.append((offset, order + 1, text, "", kind, way))
        if after:
            self.plan.append((offset, order + 2, after, "", None, ""))

    def take(self, offsets: Sequence[int]) -> int | None:
        """One of `offsets` that nothing else has been put near, or None."""
        free = [offset for offset in offsets if not self.taken.intersection(range(offset - 2, offset + 3))]
        if not free:
            return None
        offset = self.random.choice(free)
        self.taken.add(offset)
        return offset

    def phrase(self) -> str:
        trade = self.random.choice(advertising(self.half))
        return self.random.choice(trade[1])


_SLOT = re.compile(r"(?<=[,，、。；的])(?![\d\s”’」])")
_CLAUSE_END = re.compile(r"(?<=[\u4e00-\u9fff%”）\d])(?=[，、。；])")
_CLAUSE_START = re.compile(r"(?<=[，、。；])(?=[\u4e00-\u9fff“])")
_MIDDLE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_CITATION = re.compile(r"(?<=[。，”])(?=\[\d)")
_SENTENCE_START = re.compile(r"(?:(?<=[。\n])|(?<=\d[日时月年]，))(?=[\u4e00-\u9fff])")
_SENTENCE_END = re.compile(r"(?<=。)(?![\[”\n])")
_BARE = re.compile(r"[\W_]+")


def _places(pattern: re.Pattern[str], page: _Page) -> list[int]:
    return [match.start() for match in pattern.finditer(page.text, page.body)]


def cut_title(title: str, keywords: Sequence[str], random: Random) -> list[str]:
    """The pieces that a farm cuts out of a title: two to six characters, without regard to words."""
    bare = _BARE.sub("", title)
    position = random.randrange(0, 3) if len(bare) > 12 else 0
    longest = random.choice((2, 3, 4, 6))
    pieces = []
    while position < len(bare) - 1:
        size = random.randint(2, longest)
        piece = bare[position : position + size]
        if len(piece) == size:
            if size <= 4 and random.random() < 0.15 and position + size + 4 < len(bare):
                # Two runs with a gap between them.
                second = random.randrange(position + size + 1, len(bare) - 2)
                piece += bare[second : second + 2]
            pieces.append(piece)
        position += size
        if random.random() < 0.2:
            position += random.randint(1, 3)
    pieces += [word for word in keywords if 2 <= len(word) <= 6]
    if len(pieces) > 3 and random.random() < 0.5:
        pieces = pieces[: random.randint(3, len(pieces))]
    if random.random() < 0.1:
        random.shuffle(pieces)
    return list(dict.fromkeys(pieces))


def _shards(page: _Page) -> None:
    random = page.random
    pieces = cut_title(page.title, page.keywords, random)
    if len(pieces) < 2:
        return
    slots = [(place, "shard") for place in _places(_SLOT, page)]
    slots += [(place, "shard-citation") for place in _places(_CITATION, page)]
    middle = _places(_MIDDLE, page)
    for _ in range(random.choice((0, 0, 2, 5))):
        slots.append((random.choice(middle), "shard-middle"))
    slots.sort()
    short = random.random() < 0.12
    density = random.uniform(0.3, 0.95)
    chosen = [slot for slot in slots if random.random() < density]
    if short:
        start = random.randrange(max(1, len(chosen) - 4))
        chosen = chosen[start : start + random.randint(2, 4)]
    elif random.random() < 0.3:
        chosen = chosen[: random.randint(4, max(4, len(chosen)))]
    number = random.randrange(len(pieces))
    last = -10
    for place, way in chosen:
        if place - last < 3 or page.taken.intersection(range(place - 2, place + 3)):
            continue
        page.put(place, pieces[number % len(pieces)], "shard", "shard-short" if short else way)
        page.taken.add(place)
        number += 1
        last = place


def _glued(page: _Page, phrase: str, times: int, way: str, *, twisted: float = 0.0) -> None:
    """A phrase put into sentences: before or behind a comma, or in the middle of a clause."""
    random = page.random
    for _ in range(times):
        where = random.random()
        pattern = _CLAUSE_END if where < 0.5 else _CLAUSE_START if where < 0.75 else _MIDDLE
        place = page.take(_places(pattern, page))
        if place is None:
            return
        comma = "，" if pattern is _CLAUSE_END and random.random() < 0.1 else ""
        text = twist(phrase, random) if random.random() < twisted else phrase
        page.put(place, comma + text, "ad", way if text == phrase else f"{way}-twisted")


def _ads(page: _Page) -> None:
    for _ in range(page.random.choice((1, 1, 2, 3))):
        times = page.random.choice((1, 1, 2, 3, 4))
        way = "ad-once" if times == 1 else "ad-again"
        _glued(page, page.phrase(), times, way, twisted=0.15 if times == 1 else 0.05)


def _keyword_phrases(page: _Page) -> None:
    for _ in range(page.random.choice((1, 1, 2))):
        times = page.random.choice((1, 2, 2, 3, 4))
        way = "keyword-once" if times == 1 else "keyword-again"
        _glued(page, page.random.choice(words("keywords", "phrases", page.half)), times, way)


def _gambling_prefix(page: _Page) -> None:
    random = page.random
    name = random.choice(words("gambling_sites", "names", page.half))
    name += random.choice(words("gambling_sites", "tails", page.half))
    for _ in range(random.randint(1, 4)):
        place = page.take(_places(_SENTENCE_START, page))
        if place is not None:
            page.put(place, name + random.choice(words("gambling_sites", "calls", page.half)), "ad", "ad-prefix")


def _line(page: _Page, text: str, kind: RemovalKind, way: str) -> None:
    """A line of its own between two paragraphs."""
    breaks = [match.start() for match in re.finditer("\n", page.text[page.body :])]
    if breaks:
        place = page.body + page.random.choice(breaks)
        page.put(place, text, kind, way, before="\n")


def _ad_lines(page: _Page) -> None:
    for _ in range(page.random.randint(1, 3)):
        if page.random.random() < 0.7:
            _line(page, page.random.choice(words("gambling_sites", "lines", page.half)), "ad", "ad-line")
        else:
            _line(page, f"{page.phrase()}　{page.phrase()}", "ad", "ad-line")


def _novel(page: _Page) -> None:
    place = page.take(_places(_SENTENCE_END, page))
    if place is not None:
        page.put(place, page.random.choice(words("novel", "sentences", page.half)), "boilerplate", "novel")


def _contact(page: _Page) -> None:
    random = page.random
    for _ in range(random.randint(1, 3)):
        lead = random.choice(words("contact", "leads", page.half))
        colon = random.choice(("：", ":", "", " "))
        if random.random() < 0.5:
            account = random.choice(words("contact", "accounts", page.half))
            account %= random.randrange(10**5)
            text = lead + random.choice(words("contact", "wechats", page.half)) + colon + account
        else:
            digits = str(random.randrange(10**7, 10**10))
            text = lead + random.choice(words("contact", "qqs", page.half)) + colon + spaced(digits, random)
        where = random.random()
        if where < 0.3:
            _line(page, text, "contact", "contact-line")
        elif (place := page.take(_places(_CLAUSE_END, page))) is not None:
            text = f"（{text}）" if where < 0.5 else f"，{text}"
            page.put(place, text, "contact", "contact")


def _invisible(page: _Page) -> None:
    for _ in range(page.random.randint(3, 20)):
        place = page.random.randrange(page.body, len(page.text))
        page.put(place, page.random.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\x08"), "invisible", "invisible")


def _symbols(page: _Page) -> None:
    run = page.random.choice("★☆◆■●※→▓") * page.random.randint(4, 12)
    starts = [match.start() for match in re.finditer(r"(?<=\n)(?=\S)", page.text)]
    page.put(page.random.choice(starts), run, "boilerplate", "symbols")


def _brand(page: _Page) -> None:
    random = page.random
    site = random.choice(words("sites", "names", page.half))
    way = random.randrange(4)
    if way == 0:
        page.put(0, f"【{site}】", "site_name", "brand")
        page.put(len(page.text), site, "site_name", "brand", before="\n")
    elif way == 1:
        page.put(len(page.title), f"_{site}", "site_name", "brand")
    elif way == 2:
        page.put(len(page.title), f"‘{site}’", "site_name", "brand")
        page.put(len(page.text), f"‘{site}’", "site_name", "brand", before="\n")
    else:
        page.put(len(page.text), site, "site_name", "brand", before="\n")
    if random.random() < 0.4:
        tags = [*random.sample(words("furniture", "tags", page.half), 3), site]
        random.shuffle(tags)
        page.put(
            len(page.title),
            "本文关键词：" + random.choice("，, ").join(tags),
            "boilerplate",
            "keyword-line",
            before="\n",
        )


def _summary(page: _Page) -> None:
    first = next((line for line in page.paragraphs if len(line) > 60), None)
    if first:
        text = first if len(first) < 150 else first[:120] + "…"
        page.put(
            len(page.title),
            page.random.choice(("文章摘要：", "摘要：", "导读：")) + text,
            "boilerplate",
            "summary",
            before="\n",
        )


def _head(page: _Page) -> None:
    random = page.random
    arrow = random.choice((" > ", " >> ", "＞", " » ", " → "))
    steps = arrow.join(random.sample(words("furniture", "channels", page.half), random.randint(1, 3)))
    label = random.choice(("当前位置：", "您的位置：", "您现在的位置:", ""))
    tail = arrow + "正文" if random.random() < 0.6 or not label else ""
    page.put(0, f"{label}首页{arrow}{steps}{tail}", "breadcrumb", "breadcrumb", after="\n")


def _encyclopaedia(page: _Page) -> None:
    """播报 behind headings and 编辑 below them, as encyclopaedias have it."""
    offset = 0
    for number, line in enumerate(page.text.split("\n")):
        offset += len(line)
        if number and 2 <= len(line) <= 12:
            page.put(offset, "播报", "widget", "widget", after="\n")
            page.put(offset, "编辑", "widget", "widget")
        offset += 1


def _tail(page: _Page) -> None:
    random = page.random
    end = len(page.text)
    titles = list(words("furniture", "titles", page.half))
    random.shuffle(titles)
    editor = random.choice(words("furniture", "editors", page.half))
    site = random.choice(words("sites", "names", page.half))
    lines: list[tuple[RemovalKind, str, str]] = [
        (
            "boilerplate",
            "credit",
            random.choice((f"责任编辑：{editor}", f"（编辑：{editor}）", f"编辑：{editor} 审核：张华")),
        ),
        ("share_bar", "share", random.choice(("分享到：", "分享到: 微信 新浪微博 QQ空间", "分享至：微博 QQ好友"))),
        ("boilerplate", "neighbour", f"上一篇：{titles[0]}"),
        ("boilerplate", "neighbour", f"下一篇：{random.choice((titles[1], '没有了'))}"),
        (
            "boilerplate",
            "copyright",
            random.choice((f"版权所有 © 2010-2023 {site}", f"Copyright © 2019 {site} All Rights Reserved.")),
        ),
        (
            "boilerplate",
            "filing",
            random.choice(
                (
                    "粤ICP备2021034567号-2",
                    "京公网安备11010802012345号",
                    "沪ICP备09012345号 增值电信业务经营许可证：沪B2-20100001",
                )
            ),
        ),
        (
            "boilerplate",
            "tags",
            "标签：" + random.choice((" ", "，", ",")).join(random.sample(words("furniture", "tags", page.half), 3)),
        ),
        (
            "boilerplate",
            "notice",
            random.choice(
                (
                    "声明：本文由网友上传，如有侵权请联系我们删除。",
                    f"转载请注明来源：{site}",
                    "免责声明：文章内容仅供参考，不构成任何建议。",
                )
            ),
        ),
        ("duplicate_title", "title-again", page.title),
        (
            "widget",
            "widget-bar",
            random.choice(("点赞 12 收藏 3 评论 0", "【打印】【关闭】", "收藏 举报", "阅读 2031")),
        ),
    ]
    related = [
        ("boilerplate", "related", text)
        for text in (random.choice(("相关阅读", "相关推荐：", "猜你喜欢", "热门文章")), *titles[2:6])
    ]
    users = words("furniture", "users", page.half)
    remarks = words("furniture", "comments", page.half)
    comments = [("boilerplate", "comments", random.choice(("网友评论", "最新评论", "评论(3)")))]
    comments += [
        ("boilerplate", "comments", f"{random.choice(users)}：{remark}") for remark in random.sample(remarks, 3)
    ]
    chosen = [[line] for line in lines if random.random() < 0.45]
    if random.random() < 0.4:
        chosen.append(related)  # type: ignore[arg-type]
    random.shuffle(chosen)
    if random.random() < 0.25:
        chosen.append(comments)  # type: ignore[arg-type]
    for block in chosen:
        for kind, way, text in block:
            page.put(end, text, kind, way, before="\n")


#: The ways of spamming a page, with how often each is taken.
WAYS: dict[str, tuple[Callable[[_Page], None], float]] = {
    "head": (_head, 0.6),
    "brand": (_brand, 0.4),
    "summary": (_summary, 0.1),
    "encyclopaedia": (_encyclopaedia, 0.25),
    "ads": (_ads, 0.6),
    "keywords": (_keyword_phrases, 0.2),
    "prefix": (_gambling_prefix, 0.15),
    "ad-lines": (_ad_lines, 0.15),
    "novel": (_novel, 0.1),
    "contact": (_contact, 0.2),
    "shards": (_shards, 0.6),
    "invisible": (_invisible, 0.15),
    "symbols": (_symbols, 0.1),
    "tail": (_tail, 0.8),
}


def spam(
    title: str,
    paragraphs: Sequence[str],
    seed: int,
    *,
    half: Half = "dev",
    ways: Sequence[str] | None = None,
    phrases: Sequence[str] = (),
) -> Spammed:
    """The page of `title` and `paragraphs` with insertions; with `ways`, those and no others, each for certain.

    `phrases` are those of the site, which it puts once into each of its pages.
    """
    random = Random(f"{seed} {half} {title}")
    text = "\n".join([title, *paragraphs])
    page = _Page(title, paragraphs, text, random, half)
    if random.random() < 0.3:
        words_ = [word for word in words("furniture", "tags", half) if len(word) > 1]
        page.keywords = random.sample(words_, 2)
    for name, (way, share) in WAYS.items():
        if (random.random() < share) if ways is None else name in ways:
            way(page)
    for phrase in phrases:
        _glued(page, phrase, 1, "site-phrase")
    return _carried_out(page)


def _carried_out(page: _Page) -> Spammed:
    """The text with the plan carried out. Line breaks are doubled on some pages, as on pages made from HTML."""
    doubled = page.random.random() < 0.6
    out: list[str] = []
    length, position = 0, 0
    insertions = []

    def add(text: str) -> None:
        nonlocal length
        if doubled:
            text = text.replace("\n", "\n\n")
        out.append(text)
        length += len(text)

    for offset, _, text, _, kind, way in sorted(page.plan, key=lambda item: (item[0], item[1])):
        add(page.text[position:offset])
        position = offset
        start = length
        add(text)
        if kind is not None:
            insertions.append(Insertion(start=start, end=length, text=text, kind=kind, way=way))
    add(page.text[position:])
    return Spammed(
        raw_text="".join(out),
        clean_text=page.text,
        title=page.title,
        keywords=page.keywords,
        insertions=insertions,
    )
