"""Rules for lines that count what readers do with a page, and say when and where a post was made."""

from pipeline.clean.frame.rule import HAN, Rule

#: What readers do; how many of them, and how often.
_DEEDS = (
    *("阅读", "浏览", "点击", "访问", "查看", "播放", "下载", "收藏", "点赞", "评论", "转发", "分享", "回复", "跟帖"),
    *("关注问题", "关注", "粉丝", "赞同", "喜欢", "在看", "回答", "人气", "热度", "点评", "赞", "踩"),
)
_DEED = f"(?:{'|'.join(_DEEDS)})"
_SIZE = r"(?:量|数|次数|人数|者)?"
_NUMBER = r"\d[\d,.]{0,9}\s?[万千wWkK]?\+?"
_OPEN, _CLOSE = r"[\[【(（]?", r"[\]】)）]?"
_OF = r"(?:本文|全文|摘要|文章|本帖|累计|总|已被|被)?"
#: One of them: before its number or behind it.
_COUNTED = (
    # A year is no count.
    rf"{_OF}{_DEED}{_SIZE}(?:\s*[:：]\s*[(（\[]?|\s*[(（\[]|\s*(?!(?:19|20)\d\d$))\s*{_NUMBER}\s?[次人条个]?{_CLOSE}|"
    rf"{_NUMBER}\s?[次人条个]?{_DEED}{_SIZE}(?:了?该(?:回答|帖|文))?"
)
_DAY = r"(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_CLOCK = r"\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}"
_POSTED = r"(?:最后|最近)?(?:编辑|发布|修改|更新|发表)"

#: Who answers in a thread, and what is pressed there.
_ANSWER = r"(?:[#＃]?\d{1,5}\s?[楼#＃]|[#＃]\d|沙发|板凳|地板|回复|举报|引用|只看|发表于|回帖)"

RULES: tuple[Rule, ...] = (
    Rule(
        name="poster",
        kind="boilerplate",
        triggers=("楼主", "发帖"),
        pattern=r"(?:楼主|发帖[人者])\s?[:：]\s?[^\s，。！？,!?:：]{1,12}",
        line=True,
        yes=(("楼主：海边的小贾", "楼主：海边的小贾"),),
        no=("楼主：车还在吗？",),
    ),
    Rule(
        name="answerer",
        kind="boilerplate",
        triggers=("赞同了",),
        # A name, what they do, or both; and at times what they do on the line below.
        pattern=(
            r"(?:(?<=\n)|^)[ \t\u3000]*(?P<cut>(?!已?关注)[^\s，,。！？：:]{2,16}"
            r"(?:[ \t\r\u3000]*[ \t\n\u3000][ \t\u3000]*[^。！？：:\n]{2,30})?)"
            rf"(?=[ \t\r\u3000]*(?:\n\s{{0,9}}\+?\s?已?关注\s*)?\n\s{{0,9}}{_NUMBER}\s?人也?赞同了)"
        ),
        across=True,
        yes=(
            ("修车的老韩　汽修工，十年\n1,204 人赞同了该回答", "修车的老韩　汽修工，十年"),
            ("爬山的岩羊\n87 人赞同了该回答", "爬山的岩羊"),
            (
                "爬山的岩羊\n徒步九年，户外话题的答主\n关注\n1.2 万 人赞同了该回答",
                "爬山的岩羊\n徒步九年，户外话题的答主",
            ),
        ),
        no=("最后还是买了，不后悔。\n87 人赞同了该回答",),
    ),
    Rule(
        name="signature",
        kind="boilerplate",
        triggers=("签名",),
        pattern=rf"(?:个性)?签名\s?[:：][^\n]{{1,60}}(?=\s{{0,20}}\n\s{{0,20}}{_ANSWER})",
        across=True,
        yes=(("签名：慢慢开，别着急。\n\n2楼　水泥墩子", "签名：慢慢开，别着急。"),),
        no=("签名：沈若川\n2023年5月4日",),
    ),
    Rule(
        name="widget-counter",
        kind="widget",
        triggers=_DEEDS,
        pattern=rf"{_OPEN}(?:{_COUNTED})(?:[\s|｜·,，/]+(?:{_COUNTED})){{0,7}}{_CLOSE}|"
        # Behind two that are known another word may be counted.
        rf"(?:{_COUNTED})[\s|｜·,，/]+(?:{_COUNTED})[\s|｜·,，/]+[{HAN}]{{2,6}}\s?{_NUMBER}",
        line=True,
        yes=(
            ("阅读量：2034", "阅读量：2034"),
            ("7.9万浏览　3021收藏　做过这道菜 412", "7.9万浏览　3021收藏　做过这道菜 412"),
            ("浏览次数: 87次", "浏览次数: 87次"),
            ("52点赞", "52点赞"),
            ("1,204人赞同了该回答", "1,204人赞同了该回答"),
            ("3个回答", "3个回答"),
            ("关注问题 1,204　被浏览 87,310", "关注问题 1,204　被浏览 87,310"),
            ("[摘要点击量：210 全文下载量：88]", "[摘要点击量：210 全文下载量：88]"),
            ("点击：[312]", "点击：[312]"),
        ),
        no=("阅读量达2034万次。", "点击率上升", "2034", "阅读2034年", "点赞2023"),
    ),
    Rule(
        name="posted",
        kind="boilerplate",
        triggers=("编辑", "发布", "修改", "更新", "发表"),
        pattern=rf"{_POSTED}于\s*{_DAY}(?:\s*[・·]\s*[{HAN}]{{2,8}})?|已?于\s*{_DAY}\s*{_POSTED}",
        line=True,
        yes=(
            ("编辑于 2023-03-18 22:40", "编辑于 2023-03-18 22:40"),
            ("已于 2022-09-04 21:33:10 修改", "已于 2022-09-04 21:33:10 修改"),
        ),
        no=("编辑于2023年入职", "发布于5月"),
    ),
    Rule(
        name="posted",
        kind="boilerplate",
        triggers=("IP属地",),
        pattern=rf"(?:{_POSTED}于\s*)?IP属地(?:\s*[:：]\s*[{HAN}]{{2,6}}|\s?[{HAN}]{{2,3}})",
        line=True,
        yes=(("IP属地：海南", "IP属地：海南"),),
        no=("IP属地显示功能上线",),
    ),
    Rule(
        name="player",
        kind="widget",
        triggers=("播放", "收听", "听全文", "视频加载", "00:"),
        pattern=(
            rf"(?:点击|自动|点此)?播放(?:音频|视频|语音|全文)?\s*(?:{_CLOCK}|(?i:gif)\s*[\d.]*[MK]?B?)|{_CLOCK}|"
            r"(?:播放|收听)(?:音频|语音|全文)|听全文|自动播放|视频加载中.{0,8}"
        ),
        line=True,
        yes=(
            ("播放音频 00:00 / 03:12", "播放音频 00:00 / 03:12"),
            ("00:00/03:12", "00:00/03:12"),
            ("点击播放 GIF 0.0M", "点击播放 GIF 0.0M"),
            ("听全文", "听全文"),
        ),
        no=("播放量超过三亿", "播放视频的设备", "08:00 早餐"),
    ),
)
