"""What frames the article: the lines above its title, and those behind its end.

Sites put menus, logos and counters above an article, and lists, forms and notices below it, in words of their own
that no list holds in full. What they share is the place: above the title, and behind the last paragraph, once a line
that a rule knows (an editor, a copyright, the next article) says that the article is over.
"""

import re
from collections.abc import Sequence

from pipeline.clean.ledger import Cut, lines
from pipeline.schema import RemovalKind

#: A longer line with the marks of sentences is a paragraph.
_PARAGRAPH = re.compile(r"(?=.{25})[^。！？；]*[。！？；]|.{80}|.{6,}。”?$|.{14,}！”?$", re.S)
#: What nobody sees within a line.
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
#: Among so many lines at the top the title is looked for; a longer line is no bar of controls.
_HEAD, _LONGEST_BAR = 40, 60
#: Rules whose lines stand inside articles too, and kinds that do.
_INSIDE = frozenset({"symbols", "decoration", "summary-again", "credit-glued", "caption", "layout", "novel"})
_ENDING = frozenset({"boilerplate", "share_bar", "duplicate_title"})
#: A paragraph behind the end that shares fewer of its pairs of characters with the article is not its own.
_FOREIGN = 0.06
Place = tuple[int, int]
_PAIRS = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
#: What sites count.
_COUNTED = (
    r"(?:阅读|浏览|点击|下载|播放|收藏|点赞|评论|转发|回复|关注|粉丝|在看|赞|踩|喜欢|回答|参与|人气|热度|楼|人|条)"
)
#: What a reader can do with a page, and what it counts, a word each. The same words may be headings amid an article.
_CONTROL = re.compile(
    r"(?:我要|我来|点击|点|一键|查看|取消|已|去|写|邀请|添加|剩余|默认|展开|好|被)?(?:打印|关闭|收藏|分享|订阅|关注|点赞|赞|踩|举报|纠错|网摘|评论|回复|引用|投诉|反馈|"
    r"推荐|在看|有用|点评|评分|回答|答|提问|报错|编辑|播报|锁定|讨论|朗读|播放|暂停|静音|全屏|倍速|重播|下载|安装|登录|注册|发帖|顶|"
    r"赞同|喜欢|浏览|阅读|排序|问题|扫码|搜索|签到)"
    r"(?:本页|本文|窗口|全文|网页|列表|过|作者|新闻|视频|音频|字体|问题|者|全文|到|至|数|量)?|阅读全文|精彩内容|人赞同了该回答|"
    r"(?:保存|上传|自动)(?:网页|视频|播放|图片)|复制链接|听(?:全文|新闻)|向[前后]|上一张|下一张|[大中小](?:号|字号|字体)?|默认|"
    r"(?:字号|字体|放大|缩小|繁體|简体)|A\s?[-+]?|[Aa]{2}|(?i:play|top|share|print|loading)|"
    r"楼主|沙发|板凳|地板|只看(?:该作者|楼主|大图)|倒序浏览|电梯直达|发新帖|发表于|返回列表|使用道具|支持|反对|淘帖|"
    r"最佳答案|(?:其他|全部|更多|最新)回答|本回答由提问者推荐|展开|收起|扫码下载|手机(?:查看|观看|看|版)|换一换|加载中|(?:视频)?加载中.{0,12}|"
    r"返回|更多|最[新热]|[\d.,]{1,9}万?|[+#]|[个条人]|"
    rf"[个条人]{_COUNTED}|(?:总|文章|本文|摘要|全文)?{_COUNTED}(?:量|数|次数)?[\d.]+[kKwW万]?\+?[次人条个]?|[\d.]+[kKwW万]?\+?[次人条个]?{_COUNTED}[贴帖]?|"
    r"共[\d.]+[页条楼]|(?:第?\d+|[上下尾末首])[页楼]|跳到|页|确定|取消|清空|搜索"
)
_BETWEEN = re.compile(r"[\s|｜·:：\[\]【】()（）/,，、>»]+")
#: Behind the last paragraph, what says that a list of something else follows.
_LABEL = re.compile(
    r"[【\[■◆●>|\s]*(?:更多|相关|推荐|热门|最新|精彩|精选|往期|其[他它]|延伸|随机|同类|大家|猜你|为[您你]|[您你]可能|看过|看了|友情|"
    r"本类|本站|网友|今日|本周|在线)[\u4e00-\u9fff]{1,6}[】\]\s]*[:：>＞»]*"
)
#: What calls readers to something.
_CALL = re.compile(
    r"(?=[^。；\n]{2,28}$)[^。；\n]*(?:忘记密码|自动登录|登录[^，]{0,4}[账帐]号|客户端|(?i:app)$|扫[^，]{0,3}码|送TA|去购买|IP属地|VIP|立即[使购抢领试下预]用?|"
    r"点击(?:播放|查看|进入|展开|领取|下载)|意见反馈|举报|全部折叠|打赏|倒计时|立减)[^。；\n]*|"
    r"[^。，；\n]{0,10}\d{4}[-/]\d\d?[-/]\d\d?(?:\s+\d\d?:\d\d(?::\d\d)?)?\s*(?:发布|修改|更新|编辑)|"
    r"(?:编辑|发布|修改|更新)于\s*\d{4}[-/]\d\d?[-/]\d\d?(?:\s+\d\d?:\d\d)?|"
    r"(?:分类专栏|文章标签|所属(?:专栏|分类)|文章分类|阅读时[长间])\s*[:：][^。\n]*|"
    r"[^。，\n]{0,12}领取?(?:红包|优惠券|礼包|福利|现金)[^。，\n]{0,6}|#[^#\n]{1,12}#[^。\n]{0,30}"
)
#: A year may be a heading.
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(raw: str, ledger: Sequence[Cut], title: str | None) -> list[Cut]:
    """The lines above the title and behind the end that `ledger` has not taken yet."""
    raw = _UNSEEN.sub(" ", raw)
    places = lines(raw)
    taken = _taken(places, ledger)
    paragraphs = [
        number for number, place in enumerate(places) if taken[number] is None and _PARAGRAPH.match(raw, *place)
    ]
    if not paragraphs:
        return []
    at = raw.find(title) if title else -1
    heading = next((n for n, (start, end) in enumerate(places[:_HEAD]) if start <= at < end), -1)
    above = [n for n in range(heading) if taken[n] is None and not raw[slice(*places[n])].endswith(("：", ":"))]
    # Where sentences stand above it, it is a heading of a text that has no title.
    said = any("。" in raw[slice(*places[n])] for n in above)
    found = [] if said else [_cut(places[n], "boilerplate", "above-title") for n in above]
    first = next((n for n in paragraphs if n > heading), len(places))
    zone = [*range(heading + 1, first), *range(paragraphs[-1] + 1, len(places))]
    for number in zone:
        if taken[number] is None and _is_control(raw[slice(*places[number])]):
            taken[number] = cut = _cut(places[number], "widget", "control")
            found.append(cut)
    return found + _below(raw, places, taken, [number for number in paragraphs if number > heading])


def _is_control(line: str) -> bool:
    if len(line) > _LONGEST_BAR:
        return False
    words = [word for word in _BETWEEN.split(line) if word]
    return (bool(words) and all(map(_CONTROL.fullmatch, words)) and not _YEAR.fullmatch(line)) or _CALL.fullmatch(
        line
    ) is not None


def _below(raw: str, places: Sequence[Place], taken: Sequence[Cut | None], paragraphs: Sequence[int]) -> list[Cut]:
    """Lines behind the end."""
    half = paragraphs[(len(paragraphs) - 1) // 2]
    ends = [
        number
        for number, cut in enumerate(taken)
        if number > half and cut is not None and cut.kind in _ENDING and cut.rule not in _INSIDE
    ]
    behind = range(paragraphs[-1] + 1, len(places))
    controls = [n for n in behind if (cut := taken[n]) and cut.rule == "control" and cut.end - cut.start > 1]
    labels = [n for n in behind[:-1] if taken[n] is None and _LABEL.fullmatch(raw, *places[n])]
    ends = sorted({*ends, *labels, *(controls[:1] if len(controls) > 1 else ())})
    if not ends:
        return []
    own = [number for number in paragraphs if number < ends[0]]
    last = own[-1]
    if last < paragraphs[-1]:
        said = _pairs(raw[: places[last][1]])
        last = max((n for n in paragraphs if n < ends[0] or not _foreign(raw[slice(*places[n])], said)), default=last)
    end = next((number for number in ends if number > last), len(places))
    return [_cut(places[n], "boilerplate", "behind-end") for n in range(end, len(places)) if taken[n] is None]


def _cut(place: Place, kind: RemovalKind, rule: str) -> Cut:
    return Cut(*place, kind, rule)


def _foreign(paragraph: str, said: set[str]) -> bool:
    pairs = _pairs(paragraph)
    return len(pairs & said) < _FOREIGN * len(pairs)


def _pairs(text: str) -> set[str]:
    return set(_PAIRS.findall(text))


def _taken(places: Sequence[Place], ledger: Sequence[Cut]) -> list[Cut | None]:
    """For each line the cut that takes it, or None for a line that is not taken as a whole."""
    taken: list[Cut | None] = []
    index = 0
    for start, end in places:
        while index < len(ledger) and ledger[index].end <= start:
            index += 1
        covered, at = start, index
        while at < len(ledger) and ledger[at].start <= covered < end:
            covered = max(covered, ledger[at].end)
            at += 1
        taken.append(ledger[index] if covered >= end else None)
    return taken
