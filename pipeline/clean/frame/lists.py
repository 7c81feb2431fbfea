"""Lists below a label: 相关阅读 and its titles, comments, tag clouds. What follows the label goes with it."""

import re

from pipeline.clean.frame import titles
from pipeline.clean.ledger import Cut

#: What a list holds, by how a site calls it.
_TITLES = (
    r"(?:(?:更多)?(?:相关|推荐|延伸|热门|最新|精彩|热点|图文|往期|编辑|本类|同类|随机|近期|本周|今日|作者的?(?:最近|最新|其他|更多))"
    r"(?:阅读|推荐|文章|新闻|链接|资讯|内容|报道|话题|回顾|排行|精选|专题|图文|信息|热点|热文)|其他[\u4e00-\u9fff]{0,4}新闻)"
)
_LIKED = (
    r"(?:猜你喜欢|[您你]?可能(?:还|也)?会?(?:感兴趣|喜欢)的?(?:文章|内容|话题|视频)?|大家都在看|看过本文的人还看了|"
    r"(?:24|48)小时(?:热文|热点|热榜)|(?:点击|(?:阅读|热度|一周|本周|今日)?)排行(?:榜)?|友情链接)"
)
_COMMENTS = (
    r"(?:(?:网友|用户|最新|热门|精彩|全部)(?:评论|留言|跟帖)|我来说两句|评论列表|评论区|跟帖评论|评论(?=\s*[(（]))"
)
_CLOUD = r"(?:(?:热门|相关|文章)?标签(?:云)?|热门(?i:tags?)|热搜词?|热门搜索|大家都在搜)"
_LABEL = re.compile(
    r"(?:[【\[][^】\]\n]{2,30}[】\]]|[【\[■◆●>|·•▪▎★☆—–-]{1,2})?\s*"
    rf"(?:(?P<titles>{_TITLES}|{_LIKED})|(?P<comments>{_COMMENTS})|(?P<cloud>{_CLOUD}))\s*[】\]·•▪★☆—–-]{{0,2}}\s*"
    r"(?:[:：]\s*(?P<same>.{0,300})|(?:[(（]\s*\d{1,6}\s*条?[)）])|更多\s*[>＞»]*|[>＞»]+|"
    r"(?<=[】\]])\s*(?P<beside>[^。\n]{4,60}))?"
)
#: Marks that open an item of a list.
_BULLET = re.compile(r"(?:[·•●■◆◇▪►▸>＞»*\-–—+①-⑳]|\d{1,2}[.、)）]|[\[【(（]\d{1,2}[\])）】])\s*\S")
_DATED = re.compile(r"[\[(（]?\s*(?:\d{4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?(?:\s+\d{1,2}:\d{2})?\s*[\])）]?$")
_COMMENTER = re.compile(
    r"(?:.{0,30}(?:网友|游客|匿名|用户|楼|回复|举报)|[\w*·]{1,16})[^。\n]{0,20}[:：)）]|回复|举报|\d+\s*(?:楼|分钟前|小时前|天前)|顶?\s*[(（]?\d+[)）]?"
)
_MOST = 40
#: A table of contents: its label, what may stand before its entries and before the headings, how long they are, and
#: how many lines below they are looked for.
_CONTENTS = re.compile(r"[【\[■◆●\s]*(?:本文|文章|内容)?目\s?录[】\]\s]*[:：]?")
_NUMBER = re.compile(r"^[\d.．、\s()（）·•▪一二三四五六七八九十]{1,6}")
_HEADING_NUMBER, _LONGEST_ENTRY, _REACH = 6, 30, 400
#: A longer line is a paragraph.
_LONG = 60
#: It stands among so many lines at the top.
_TOP = 100


#: What an encyclopaedia calls its sources, an entry of them, and what only it writes there.
_REFERENCES = re.compile(r"[【\[■◆●\s]*参考资料[】\]\s]*[:：]?")
_REFERENCE = re.compile(r"(?:[\[［(（]?\d{1,3}[\]］)）.、．\s]|[↑^])\s*\S")
_CITED = re.compile(r"引用日期|[\[［]\d{1,3}(?:[-–—,，]\d{1,3})?[\]］]")


#: What a line begins with that is a label.
_FIRST = frozenset(
    "【[■◆●>|·•▪▎★☆—–-更相推延热最精图往编本同随猜您你大24今看点阅一周友排网用全我评跟文标内目参近其作可"
)


def find(text: str, places: list[tuple[int, int]]) -> list[Cut]:
    """Labels with what hangs below them."""
    cuts: list[Cut] = []
    number = 0
    while number < len(places):
        start, end = places[number]
        number += 1
        if text[start] not in _FIRST:
            continue
        if number <= _TOP and _CONTENTS.fullmatch(text, start, end):
            items = _contents(text, places, number)
            if items:
                cuts += [Cut(*place, "boilerplate", "contents") for place in ((start, end), *items)]
                number += len(items)
            continue
        if end - start <= _LONGEST_ENTRY and _REFERENCES.fullmatch(text, start, end):
            items = _references(text, places[number : number + _MOST])
            cuts += [Cut(*place, "boilerplate", "references") for place in ((start, end), *items) if items]
            number += len(items)
            continue
        if end - start > 320 or not (label := _LABEL.fullmatch(text, start, end)):
            continue
        comments = bool(label["comments"])
        same = label["same"] or label["beside"]
        below = [] if label["beside"] or (label["cloud"] and same) else places[number : number + _MOST]
        items = _items(text, below, comments=comments)
        if items and number <= _TOP and not comments:
            items = _above_title(text, places, items)
        if not items and not same and not comments:
            continue
        name = "comments-list" if comments else "related-list" if label["titles"] else "tag-cloud"
        cuts.append(Cut(start, end, "boilerplate", name))
        cuts += [Cut(*item, "boilerplate", name) for item in items]
        number += len(items)
    return cuts


def _above_title(text: str, places: list[tuple[int, int]], items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items of a list at the top of a page, up to the article's title, where they reach down to its text."""
    if any(end - start > _LONG for start, end in places[: places.index(items[0])]):
        return items
    page = titles.Page(text, places)
    title = page.above_byline or page.title
    return items[: items.index(title)] if title in items else items


def _references(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The entries below the label of a page that cites them; those of a paper without marks are its author's."""
    items = []
    for start, end in places:
        if not _REFERENCE.match(text, start, end):
            break
        items.append((start, end))
    return items if items and _CITED.search(text) else []


def _contents(text: str, places: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """The lines of a table of contents: each comes again below as a heading, at times with something behind it."""
    items = []
    for number, (start, end) in enumerate(places[first : first + _MOST], first):
        entry = _NUMBER.sub("", text[start:end])
        later = (text[begin : begin + len(entry) + _HEADING_NUMBER] for begin, _ in places[number + 1 :][:_REACH])
        if not 1 < len(entry) <= _LONGEST_ENTRY or not any(entry in line for line in later):
            break
        items.append((start, end))
    return items if len(items) > 1 else []


def _items(text: str, places: list[tuple[int, int]], *, comments: bool) -> list[tuple[int, int]]:
    """The lines below a label that belong to it."""
    items: list[tuple[int, int]] = []
    for start, end in places:
        line = text[start:end]
        if _LABEL.fullmatch(line):
            break
        if comments:
            if end - start > 120 or (end - start > 60 and not _COMMENTER.match(line)):
                break
        elif end - start > 60 or line[-1] in "。！；：:，":
            break
        items.append((start, end))
    # The line just above a paragraph of the article is its heading and not the last item.
    following = places[len(items)] if len(items) < len(places) else None
    if following and items and following[1] - following[0] > 60:
        last = text[items[-1][0] : items[-1][1]]
        if not _BULLET.match(last) and not _DATED.search(last) and (comments or len(last) < 14):
            items.pop()
    return items
