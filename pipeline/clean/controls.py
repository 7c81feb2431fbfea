"""Controls: lines of nothing but what a reader can do with a page, is called to do, and of what it counts."""

import re
from collections.abc import Sequence

from pipeline.clean.framing.look import PARAGRAPH
from pipeline.clean.ledger import Cut

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
#: What calls readers to something.
_CALL = re.compile(
    r"(?=[^。；\n]{2,28}$)[^。；\n]*(?:忘记密码|自动登录|登录[^，]{0,4}[账帐]号|客户端|(?i:app)$|扫[^，]{0,3}码|送TA|去购买|IP属地|VIP|立即[使购抢领试下预]用?|"
    r"点击(?:播放|查看|进入|展开|领取|下载)|意见反馈|举报|全部折叠|打赏|倒计时|立减)[^。；\n]*|"
    r"[^。，；\n]{0,10}\d{4}[-/]\d\d?[-/]\d\d?(?:\s+\d\d?:\d\d(?::\d\d)?)?\s*(?:发布|修改|更新|编辑)|"
    r"(?:编辑|发布|修改|更新)于\s*\d{4}[-/]\d\d?[-/]\d\d?(?:\s+\d\d?:\d\d)?|"
    r"(?:分类专栏|文章标签|所属(?:专栏|分类)|文章分类|阅读时[长间])\s*[:：][^。\n]*|"
    r"[^。，\n]{0,12}领取?(?:红包|优惠券|礼包|福利|现金)[^。，\n]{0,6}|#[^#\n]{1,12}#[^。\n]{0,30}"
)
_BETWEEN = re.compile(r"[\s|｜·:：\[\]【】()（）/,，、>»]+")
#: A longer line is no bar of controls.
_LONGEST = 60
#: A year may be a heading.
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(text: str, places: Sequence[tuple[int, int]]) -> list[Cut]:
    """Lines of controls above the first paragraph and behind the last; amid them the same words may be headings."""
    first = next((number for number, place in enumerate(places) if PARAGRAPH.match(text, *place)), None)
    if first is None:
        return []
    last = next(number for number in range(len(places) - 1, -1, -1) if PARAGRAPH.match(text, *places[number]))
    return [
        Cut(start, end, "widget", "control")
        for start, end in (*places[:first], *places[last + 1 :])
        if _is_control(text[start:end])
    ]


def _is_control(line: str) -> bool:
    if len(line) > _LONGEST or _YEAR.fullmatch(line):
        return False
    words = [word for word in _BETWEEN.split(line) if word]
    return (bool(words) and all(map(_CONTROL.fullmatch, words))) or _CALL.fullmatch(line) is not None
