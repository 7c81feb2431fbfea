"""Pages to train the reader of lines on: articles in the frames of imagined sites, every line known for whose it is.

`frames.txt` holds pages of sites, each below `@page` and a name, with `@title` and `@body` where the article stands.
A line that begins with ~ (a byline, a caption) may be kept or dropped, one with = is the author's although it stands
in the frame; all others are the site's. What stands between `@loop` and `@end` comes several times. Slots in braces are
filled anew for each page, {comment} from `comments.txt`, in which {topic} is a word of the title. `bodies.txt` holds
articles whose lines are easily taken for furniture: lists, tables, dialogues, notices. All of it was written for this
project.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from random import Random
from typing import NamedTuple

from pipeline.train.framing.slots import Article, Others, filler

#: Whose a line is: True the site's, False the author's, None either's.
Line = tuple[str, bool | None]
Frame = tuple[str, list[str]]

#: Shares of pages without a frame, of pages with the head of one site and the tail of another, of lines left out.
_BARE, _MIXED, _LEFT_OUT = 0.25, 0.15, 0.25
#: Shares of pages with articles that are easily taken for furniture, of others with headings, of paragraphs below one.
_HARD, _HEADED, _HEADINGS = 0.5, 0.35, 0.3
#: Shares of pages with marks of half width, and of such articles that end before they do.
_HALVED, _CUT = 0.15, 0.3
#: Shares of pages whose bars are a word a line, and whose lists are long, of so many lines; of lines with an excerpt.
_PARTED, _LISTED, _LONGEST_LIST, _TOLD = 0.3, 0.4, 9, 0.08
#: The share of pages that begin with their title and the site's name.
_NAMED = 0.15
#: How often what stands in a loop comes.
_TIMES = (1, 7)
#: Words of a bar.
_BAR, _LONGEST_WORD = re.compile(r"[\s|｜·/]+"), 8
#: Headings that say nothing of what they are above.
_HEADS = files(__package__).joinpath("headings.txt").read_text("utf-8").split()
#: What stands before a colon below a heading, and behind a name at the beginning of a paragraph.
_LABELS = ["使命", "愿景", "校训", "宗旨", "价值观", "口号", "地址", "主编", "董事长", "性质", "面积", "对象", "要求"]
_KINDS = ("计划", "项目", "行动", "工程", "方面", "环节", "", "", "做法")


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


def comments() -> list[str]:
    """What readers say."""
    return files(__package__).joinpath("comments.txt").read_text("utf-8").split("\n")[:-1]


def _pages(name: str) -> Iterator[Frame]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    for page in text.removeprefix("@page ").rstrip("\n").split("\n@page "):
        name, *lines = page.split("\n")
        yield name, lines


def pages(
    frames: Sequence[Sequence[str]],
    hard: Sequence[Article],
    usual: Sequence[Article],
    said: Sequence[str],
    number: int,
    seed: int,
) -> Iterator[Page]:
    """So many pages, half with `hard` articles, half with `usual` ones, each in a frame or bare."""
    random = Random(seed)
    others = Others.of((*hard, *usual), said)
    for _ in range(number):
        if random.random() < _HARD:
            title, body = random.choice(hard)
            if random.random() < _CUT:
                body = body[: random.randint(len(body) // 2, len(body))]
        else:
            title, body = random.choice(usual)
            body = list(_headed(body, random)) if random.random() < _HEADED else body
        if random.random() < _HALVED:
            body = [line.replace("，", ",").replace("：", ":") for line in body]
        frame = ["@title", "@body"] if random.random() < _BARE else random.choice(frames)
        if random.random() < _MIXED:
            frame = _mixed(frame, random.choice(frames))
        if random.random() < _MIXED:
            frame = [*frame, *_slice(random.choice(frames), random)]
        yield Page(title, filled(_changed(frame, random), title, body, others, random))


def _mixed(head: Sequence[str], tail: Sequence[str]) -> list[str]:
    """What stands above the article in one frame, and from there on in the other."""
    return [*head[: head.index("@body")], *tail[tail.index("@body") :]]


def _looped(frame: Sequence[str], random: Random) -> Iterator[str]:
    """A frame with what it says several times."""
    loop: list[str] | None = None
    for line in frame:
        if line == "@loop":
            loop = []
        elif line == "@end" and loop is not None:
            for _ in range(random.randint(*_TIMES)):
                yield from loop
            loop = None
        elif loop is None:
            yield line
        else:
            loop.append(line)


def _slice(frame: Sequence[str], random: Random) -> Sequence[str]:
    """Some lines of what a frame has behind the article."""
    tail = [line for line in frame[len(frame) - list(reversed(frame)).index("@body") :] if line[:1] not in ("~", "=")]
    tail = list(_looped(tail, random))
    first, last = sorted(random.randrange(len(tail) + 1) for _ in range(2))
    return tail[first:last]


def _changed(frame: Sequence[str], random: Random) -> Iterator[str]:
    """A frame as other pages of the site have it: without some lines, with longer lists, its bars a word a line."""
    parted, listed = random.random() < _PARTED, random.random() < _LISTED
    if random.random() < _NAMED:
        yield "{title}" + random.choice(("_{site}", "-{site}", " - {site}", "|{site}", "--{site}", "_{topic}_{site}"))
    for line in _looped(frame, random):
        if line in ("@title", "@body"):
            yield line
        elif random.random() >= _LEFT_OUT:
            words = _BAR.split(line)
            if line[:1] in ("~", "="):
                yield line
            elif parted and len(words) > 2 and max(map(len, words)) <= _LONGEST_WORD:
                yield from words
            elif listed and "{other}" in line:
                for _ in range(random.randint(1, _LONGEST_LIST)):
                    yield line
                    if random.random() < _TOLD:
                        yield random.choice(("{excerpt}……", "{excerpt}...", "{excerpt}…[详细]", "{excerpt}。"))
            else:
                yield line


def _headed(body: Sequence[str], random: Random) -> Iterator[str]:
    """An article with headings above some of its paragraphs, some of these labelled, and short lines below headings."""
    sign = random.choice(("", "", "", "{}、", "{}.", "（{}）", "0{} ", "{} ", "▌", "■ "))
    own, labelled = random.random() < 0.4, random.random() < 0.4
    number = 0
    for paragraph in body:
        words = [word for word in re.split("[，。、：；“”（）]", paragraph) if 2 <= len(word) <= 14] or [paragraph[:6]]
        if random.random() < _HEADINGS:
            number += 1
            figure = number if "." in sign or "0" in sign or sign == "{} " else "一二三四五六七八九十"[number % 10 - 1]
            yield sign.format(figure) + random.choice(words if own else _HEADS)
            if labelled and random.random() < 0.5:
                yield from (f"{random.choice(_LABELS)}：{random.choice(words)}" for _ in range(random.randint(1, 3)))
        if labelled and random.random() < 0.4:
            yield f"{random.choice(words)[:4]}{random.choice(_KINDS)}：{paragraph}"
        else:
            yield paragraph
    if random.random() < 0.3:  # sections that say nothing of their own
        for _ in range(random.randint(1, 2)):
            yield random.choice(_HEADS)
            if labelled:
                yield f"{random.choice(_LABELS)}：{random.choice(words)}"


def filled(frame: Iterable[str], title: str, body: Iterable[str], others: Others, random: Random) -> list[Line]:
    """A frame with an article in it, and what its lists say of others."""
    frame, body = list(_looped(list(frame), random)), list(body)
    parts = frame.count("@body")
    bounds = [0, *sorted(random.randrange(len(body) + 1) for _ in range(parts - 1)), len(body)]
    fill = filler(title, others, random)
    lines: list[Line] = []
    part = 0
    for line in frame:
        if line == "@title":
            lines.append((title, False))
        elif line == "@body":
            lines += [(own, False) for own in body[bounds[part] : bounds[part + 1]]]
            part += 1
        elif line:
            whose = {"~": None, "=": False}.get(line[0], True)
            text = fill(line if whose else line[1:]).strip()
            lines.append((text, whose))
    return [(text, whose) for text, whose in lines if text]
