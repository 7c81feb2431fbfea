"""What is put into the slots of a frame: names, dates, titles of others, comments."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

Article = tuple[str, list[str]]

#: What stands between the words of a title.
_WORDS = re.compile(r"[\W的和与在了是]+")
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
    "user": ("{nick}", "{nick}", "{given}{n}", "{place}网友", "user_{n}", "手机用户{n}", "Lily{n}", "匿名"),
    "remark": ("写得真好", "支持", "已收藏", "感谢分享", "有没有人一起", "路过", "顶", "学习了", "不敢苟同", "沙发"),
    "phone": ("010-{number}", "021-{number}", "0571-{number}", "400-{number}"),
    "url": ("jiangcheng.com", "www.news365.cn", "http://www.yunling.net", "m.hebao.com", "tianlu.cn/a/123.html"),
}
_SITES = ("江城在线", "云岭网", "河畔新闻网", "知行社区", "晚晴论坛", "天路财经", "青石板", "大河号", "老乡论坛")
_DATES = ("{}-{:02}-{:02}", "{}年{}月{}日", "{}/{}/{}", "{}.{:02}.{:02}")


class Others(NamedTuple):
    """What sites say of other articles, titles and beginnings, and what their readers say."""

    titles: Sequence[str]
    excerpts: Sequence[str]
    comments: Sequence[str]

    @classmethod
    def of(cls, articles: Iterable[Article], comments: Sequence[str]) -> "Others":
        """Those of these articles, and these comments."""
        known = list(articles)
        begins = [line[:60].rstrip("，。、") for _, body in known for line in body[:3] if len(line) > 30]
        return cls([title for title, _ in known if 6 < len(title) < 40], begins, comments)


def filler(title: str, others: Others, random: Random) -> Callable[[str], str]:
    """What fills the slots of the lines of one page, of one site."""
    fill = partial(_slot, title=title, others=others, site=random.choice(_SITES), random=random)
    return lambda line: _SLOT.sub(fill, line)


def _slot(match: re.Match[str], title: str, others: Others, site: str, random: Random) -> str:
    number = random.randint
    fill = partial(_slot, title=title, others=others, site=site, random=random)
    made: dict[str, Callable[[], str]] = {
        "title": lambda: title,
        "site": lambda: site,
        "other": lambda: random.choice(others.titles),
        "comment": lambda: _SLOT.sub(fill, random.choice(others.comments)),
        "topic": lambda: random.choice([word for word in _WORDS.split(title) if len(word) > 1] or [title])[:6],
        "excerpt": lambda: random.choice(others.excerpts),
        "n": lambda: str(number(0, 10 ** number(1, 5))),
        "number": lambda: str(number(1_000_000, 9_999_999)),
        "date": lambda: random.choice(_DATES).format(number(2008, 2024), number(1, 12), number(1, 28)),
        "time": lambda: f"{number(0, 23):02}:{number(0, 59):02}",
    }
    if match[1] in made:
        return made[match[1]]()
    return _SLOT.sub(fill, random.choice(_FILLINGS[match[1]]))
