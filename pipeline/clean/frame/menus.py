"""Menus laid out a word a line: places to share a page, what a reader can do with it."""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut

#: Places to which a page is shared, and what is done with it. Each alone may be a heading or a word of a table.
_PLACE = (
    r"微信(?:好友|朋友圈)?|朋友圈|新浪微博|腾讯微博|微博|QQ(?:空间|好友)?|人人网?|开心网|豆瓣网?|知乎|(?:百度)?贴吧|百度(?:搜藏|空间)|雪球|"
    r"(?i:facebook|twitter|plurk|line|whatsapp|linkedin|pinterest|telegram|weibo|wechat|e-?mail)|X"
)
_ACT = (
    r"(?:转寄|推荐|推荐给?|发送给?|转发给?|分享给?)(?:朋友|好友)?|复制(?:链接|网址)|(?:打印|列印|友善列印|收藏|关闭)(?:本页|本文|文稿|页面)?|"
    r"(?:我要)?(?:评论|留言|纠错|举报|投稿|评分)|更多|分享|点赞|赞|字[级体号](?:[:：]|大小)?|[大中小]|(?:返回|点击)?\s?(?:页首|顶部|首页)|回(?:页首|顶部|首页)|"
    r"手机(?:看|版)|扫一扫|订阅|上一页|下一页"
)
_WORD = re.compile(rf"(?P<place>{_PLACE})|{_ACT}")
#: A longer line is none of their words; so many in a row make a menu, or one fewer with something to do among them;
#: one that is not known may stand between two that are.
_LONGEST, _FEWEST = 10, 4


def find(text: str, places: Sequence[tuple[int, int]]) -> list[Cut]:
    """Lines of one word each, several in a row, that lead to places where pages are shared."""
    cuts: list[Cut] = []
    run: list[tuple[int, int]] = []
    known = shared = acts = 0
    for start, end in (*places, (0, 0)):
        short = 0 < end - start <= _LONGEST
        word = _WORD.fullmatch(text, start, end) if short else None
        if word:
            run.append((start, end))
            known, shared, acts = len(run), shared + bool(word["place"]), acts + (not word["place"])
        elif short and run and known == len(run) and text[start:end].isalpha():
            run.append((start, end))
        else:
            if shared > 1 and shared + acts >= _FEWEST - (acts > 0):
                cuts += [Cut(*place, "share_bar", "share-menu") for place in run[:known]]
            run, known, shared, acts = [], 0, 0, 0
    return cuts
