"""Pages to train the reader of lines on: articles in the frames of imagined sites, every line known for whose it is.

`frames.txt` holds pages of sites, each below `@page` and a name, with `@title` and `@body` where the article stands.
A line that begins with ~ (a byline, a caption) may be kept or dropped, one with = is the author's although it stands
in the frame; all others are the site's. Slots in braces are filled anew for each page. `bodies.txt` holds articles
whose lines are easily taken for furniture: lists, tables, dialogues, notices. All of it was written for this project.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files
from random import Random
from typing import NamedTuple

#: Whose a line is: True the site's, False the author's, None either's.
Line = tuple[str, bool | None]
Article = tuple[str, list[str]]
Frame = tuple[str, list[str]]

#: Shares of pages without a frame, of pages with the head of one site and the tail of another, of lines left out.
_BARE, _MIXED, _LEFT_OUT = 0.25, 0.15, 0.25
_SLOT = re.compile(r"\{(\w+)\}")

#: What is put into the slots; a slot that names others is filled with theirs.
_FILLINGS: dict[str, Sequence[str]] = {
    "family": "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "given": ("伟", "芳", "敏", "丽华", "晓东", "建国", "文博", "雨桐", "一鸣"),
    "name": ("{family}{given}",),
    "nick": ("阳光{tail}", "北方的{tail}", "小{tail}", "老{tail}", "不想{tail}", "夜里的{tail}", "一只{tail}"),
    "tail": ("狼", "橘猫", "王同学", "蓝天", "大叔", "momo", "_2018", "土豆"),
    "stem": tuple(f"{one}{two}" for one in "江云青海山东南北宁安" for two in "州城山岭川阳口源"),
    "place": ("{stem}", "{stem}市", "{stem}县", "{stem}区"),
    "org": ("{stem}日报社", "{stem}市政府", "{stem}大学", "{stem}集团", "{stem}委员会", "{stem}融媒体中心"),
    "remark": ("写得真好", "支持", "已收藏", "感谢分享", "有没有人一起", "路过", "顶", "学习了", "不敢苟同", "沙发"),
    "phone": ("010-{number}", "021-{number}", "0571-{number}", "400-{number}"),
    "url": ("jiangcheng.com", "www.news365.cn", "http://www.yunling.net", "m.hebao.com", "tianlu.cn/a/123.html"),
}
_SITES = ("江城在线", "云岭网", "河畔新闻网", "知行社区", "晚晴论坛", "天路财经", "青石板", "大河号", "老乡论坛")
_DATES = ("{}-{:02}-{:02}", "{}年{}月{}日", "{}/{}/{}", "{}.{:02}.{:02}")


class Page(NamedTuple):
    """A page in lines."""

    title: str
    lines: list[Line]


def frames() -> list[Frame]:
    """The frames: names of sites and lines."""
    return list(_pages("frames.txt"))


def bodies() -> list[Article]:
    """Title and lines of the articles that are easily taken for furniture."""
    return [(title, lines) for _, (title, *lines) in _pages("bodies.txt")]


def _pages(name: str) -> Iterator[Frame]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    for page in text.removeprefix("@page ").rstrip("\n").split("\n@page "):
        name, *lines = page.split("\n")
        yield name, lines


def pages(
    frames: Sequence[Sequence[str]], hard: Sequence[Article], usual: Sequence[Article], number: int, seed: int
) -> Iterator[Page]:
    """So many pages, half with `hard` articles, half with `usual` ones, each in a frame or bare."""
    random = Random(seed)
    titles = [title for title, _ in (*hard, *usual) if 6 < len(title) < 40]
    for _ in range(number):
        title, body = random.choice(hard if random.random() < 0.5 else usual)
        frame = ["@title", "@body"] if random.random() < _BARE else random.choice(frames)
        if random.random() < _MIXED:
            frame = _mixed(frame, random.choice(frames))
        yield Page(title, filled(frame, title, body, titles, random))


def _mixed(head: Sequence[str], tail: Sequence[str]) -> list[str]:
    """What stands above the article in one frame, and from there on in the other."""
    return [*head[: head.index("@body")], *tail[tail.index("@body") :]]


def filled(
    frame: Sequence[str],
    title: str,
    body: Sequence[str],
    titles: Sequence[str],
    random: Random,
    left_out: float = _LEFT_OUT,
) -> list[Line]:
    """A frame with an article in it, and titles of others in its lists."""
    parts = frame.count("@body")
    bounds = [0, *sorted(random.randrange(len(body) + 1) for _ in range(parts - 1)), len(body)]
    fill = partial(_slot, title=title, titles=titles, site=random.choice(_SITES), random=random)
    lines: list[Line] = []
    part = 0
    for line in frame:
        if line == "@title":
            lines.append((title, False))
        elif line == "@body":
            lines += [(own, False) for own in body[bounds[part] : bounds[part + 1]]]
            part += 1
        elif line and random.random() >= left_out:
            whose = {"~": None, "=": False}.get(line[0], True)
            text = _SLOT.sub(fill, line if whose else line[1:]).strip()
            lines.append((text, whose))
    return [(text, whose) for text, whose in lines if text]


def _slot(match: re.Match[str], title: str, titles: Sequence[str], site: str, random: Random) -> str:
    number = random.randint
    made = {
        "title": lambda: title,
        "site": lambda: site,
        "other": lambda: random.choice(titles),
        "n": lambda: str(number(0, 10 ** number(1, 5))),
        "number": lambda: str(number(1_000_000, 9_999_999)),
        "date": lambda: random.choice(_DATES).format(number(2008, 2024), number(1, 12), number(1, 28)),
        "time": lambda: f"{number(0, 23):02}:{number(0, 59):02}",
    }
    if match[1] in made:
        return made[match[1]]()
    fill = partial(_slot, title=title, titles=titles, site=site, random=random)
    return _SLOT.sub(fill, random.choice(_FILLINGS[match[1]]))
