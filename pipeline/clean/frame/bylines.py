"""Rules for lines that say whose work a page is: captions and their credits, editors, bylines with counters."""

from pipeline.clean.frame.rule import HAN, Rule

#: A name as it stands in a credit.
_NAME = rf"[{HAN}A-Za-z0-9_·、/／,， 　]{{1,24}}"
#: Those who take pictures and report.
_REPORTER = r"(?:记者|通讯员)"
_SOURCE = r"(?:图源|图片来源|来源|图[/／])"
_OPEN, _CLOSE, _INSIDE = r"[（(]", r"[）)]", r"[^（）()\n]"

CAPTIONS: tuple[Rule, ...] = (
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("摄",),
        pattern=(
            rf"[^。（(\n]{{4,40}}。?[ \u3000]+[{HAN}]{{2,4}}[ \u3000]*摄|"
            rf"[^（(\n]{{4,50}}。?{_OPEN}(?:(?:本报)?{_REPORTER})?[{HAN}]{{2,4}}\s?摄{_CLOSE}"
        ),
        line=True,
        yes=(
            ("云岭滑雪场夜间开放。 顾明远 摄", "云岭滑雪场夜间开放。 顾明远 摄"),
            ("厂商展出新款自行车。（记者顾明远摄）", "厂商展出新款自行车。（记者顾明远摄）"),
        ),
        no=("（新华社记者刘平摄）",),
    ),
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("▲", "△"),
        pattern=r"[▲△][^。\n]{2,50}(?:。\s*[（(]?(?:图|摄影?|供图|来源)\s*[/／|｜:：][^。\n]{1,20}[）)]?)?",
        line=True,
        yes=(
            ("▲ 门店里的老主顾（图源：品牌提供）", "▲ 门店里的老主顾（图源：品牌提供）"),
            ("▲ 门店里的老主顾。图／受访者供图", "▲ 门店里的老主顾。图／受访者供图"),
        ),
        no=("▲ 第一，量入为出。", "△ 适用于新车。图册另附"),
    ),
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("图源", "图片", "图为", "图/", "图／"),
        pattern=rf"[^（(\n]{{4,50}}{_OPEN}{_SOURCE}\s*[:：]?{_INSIDE}{{2,20}}{_CLOSE}",
        line=True,
        yes=(("门店里的老主顾（图源：品牌提供）", "门店里的老主顾（图源：品牌提供）"),),
        no=("全年销量增长两成（来源：行业协会）",),
    ),
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("图片",),
        pattern=r"[（(\[【]图片(?:来源|由|提供)?[\s:：]*[^（）()\n]{0,40}[）)\]】][^。\n]{0,30}",
        line=True,
        yes=(("（图片来源于网络，侵删）", "（图片来源于网络，侵删）"), ("[图片] 帐篷里看日出", "[图片] 帐篷里看日出")),
    ),
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("记者", "通讯员", "实习生"),
        pattern=rf"{_OPEN}(?:本报|本网)?(?:{_REPORTER}|实习生)[\s:：]+[^（）()。\n]{{2,40}}{_CLOSE}",
        line=True,
        yes=(("（记者 郁某 通讯员 沈某）", "（记者 郁某 通讯员 沈某）"),),
    ),
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("摄", "供图"),
        pattern=rf"图为[^。\n]{{2,60}}(?:摄|供图)|[^。（(\n]{{0,40}}{_REPORTER}[\s：:]*[{HAN}]{{2,4}}\s*(?:摄影?|供图)",
        line=True,
        yes=(
            ("图为小区新装的电梯 晚报记者 顾明远 摄", "图为小区新装的电梯 晚报记者 顾明远 摄"),
            ("通讯员 杨正兰 供图", "通讯员 杨正兰 供图"),
        ),
        no=(
            "图为新校舍，由市民摄于1952年的底片洗印。",
            "记者用镜头记录了这一刻，随后向社会征集供图",
        ),
    ),
)

#: Whose picture it is, at the end of what it shows.
_TAKEN_BY = (
    rf"(?:[{HAN}]{{2,8}}{_REPORTER}[ \u3000]*)?[{HAN}]{{2,4}}(?:[、 \u3000][{HAN}]{{2,4}}){{0,2}}"
    rf"(?:[ \u3000]*[/／|｜]?[ \u3000]*摄影?|[ \u3000/／|｜]+供图)"
)

CREDITED: tuple[Rule, ...] = (
    Rule(
        name="caption",
        kind="boilerplate",
        triggers=("摄", "供图"),
        pattern=rf"[^\n]{{4,140}}[。！）)][ \u3000]*{_TAKEN_BY}(?:{_OPEN}{_INSIDE}{{2,10}}{_CLOSE})?",
        line=True,
        yes=(
            (
                "图为11月20日在青岭拍摄的云海。山下的村子刚收完晚稻。沈若川 摄",
                "图为11月20日在青岭拍摄的云海。山下的村子刚收完晚稻。沈若川 摄",
            ),
            (
                "5月3日，游客在古城墙上骑行。江声社记者 沈若川 顾明远 摄（无人机照片）",
                "5月3日，游客在古城墙上骑行。江声社记者 沈若川 顾明远 摄（无人机照片）",
            ),
            (
                "图为新建成的跨江大桥（资料照片）。青岭日报通讯员 顾明远/摄",
                "图为新建成的跨江大桥（资料照片）。青岭日报通讯员 顾明远/摄",
            ),
        ),
        no=(
            "展览分三个单元。照片均由馆员实地拍摄",
            "这张照片流传很广。它摄于一九三七年冬",
            "他爱上了拍照。不久便学会了航摄",
        ),
    ),
)

#: What an editor does.
_EDITING = (
    r"(?:责任编辑|责编|美编|编辑|撰文|制图|校对|审核|审校|终审|初审|复审|[一二三]审|监制|排版|编审|编委|总编|"
    r"图\s?[/／]\s?文|文\s?[/／]\s?图)"
)

EDITORS: tuple[Rule, ...] = (
    Rule(
        name="credit",
        kind="boilerplate",
        triggers=(
            *("编辑", "责编", "美编", "编委", "总编", "校对", "审", "监制", "排版", "撰文", "制图"),
            *("图/文", "图／文", "文/图", "文／图"),
        ),
        pattern=(
            rf"[（(【\[]?\s*(?:本文|本期|网络|值班|执行|新媒体)?{_EDITING}\s*[:：/／|｜丨]\s*{_NAME}"
            rf"(?:[；;\s|]*[{HAN}]{{2,4}}\s*[:：/／|｜丨]\s*{_NAME}){{0,5}}\s*[）)】\]]?"
        ),
        line=True,
        yes=(
            ("责任编辑：李晓", "责任编辑：李晓"),
            ("责任编辑：倪佳　值班总编：杜维", "责任编辑：倪佳　值班总编：杜维"),
            ("编辑 | 阿岚", "编辑 | 阿岚"),
            ("撰文：沈一禾", "撰文：沈一禾"),
            ("（责任编辑：admin）", "（责任编辑：admin）"),
            ("编辑：王敏 校对：陈东 审核：赵立", "编辑：王敏 校对：陈东 审核：赵立"),
            ("（图／文：龚某 一审：方某 二审：赖某某）", "（图／文：龚某 一审：方某 二审：赖某某）"),
        ),
        no=("他担任责任编辑：从选题到排印都要过问。", "编辑部成立于1953年"),
    ),
)

_ENTITLED = r"原(?:文)?(?:标题|题目)\s*[:：]"
_TITLE = rf"(?:[^（）()\n]|{_OPEN}{_INSIDE}{{0,30}}{_CLOSE}){{2,80}}"
_IN_BRACKETS = rf"[（(【\[]\s*{_ENTITLED}{_TITLE}[）)】\]]"

#: On a page that is nothing else it is the title: something stands before it or below it.
ENTITLED: tuple[Rule, ...] = (
    Rule(
        name="original-title",
        kind="boilerplate",
        triggers=("原标题", "原文标题", "原题目"),
        pattern=rf"\S\s{{0,20}}(?P<cut>{_IN_BRACKETS})(?=[ \t\r\u3000]*(?:\n|$))",
        across=True,
        yes=(
            ("预计明年通车。\n\n（原标题：青岭隧道贯通）", "（原标题：青岭隧道贯通）"),
            ("预计明年通车。（原标题：青岭隧道（左线）贯通）", "（原标题：青岭隧道（左线）贯通）"),
        ),
        no=("这部小说的原标题是《渡口》。", "影片（原标题：《渡口》）于五月上映。"),
    ),
    Rule(
        name="original-title",
        kind="boilerplate",
        triggers=("原标题", "原文标题", "原题目"),
        pattern=rf"(?:(?<=\n)|^)(?:{_IN_BRACKETS}|{_ENTITLED}[^。\n]{{2,60}})(?=\s{{0,20}}\n\s{{0,20}}\S)",
        across=True,
        yes=(
            ("（原标题：青岭隧道贯通）", "（原标题：青岭隧道贯通）"),
            ("原标题：青岭隧道贯通", "原标题：青岭隧道贯通"),
        ),
        no=("原标题：青岭隧道贯通记者沈若川五年掘进，青岭隧道终于贯通。",),
    ),
)

_DAY = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_LABEL = (
    r"(?:(?:文章|信息|稿件)?(?:来源|出处)|稿源|作者|撰稿|供稿|录入|编辑|责编|责任编辑|记者|通讯员|"
    r"发布(?:者|人|单位|机构|时间|日期)|发表(?:时间|日期)|更新(?:时间|日期)|时间|日期)"
)
_FIELD = rf"(?:{_LABEL}\s*[:：]\s*(?:{_DAY}|[^\s:：。，|｜]{{1,24}})|{_DAY})"
_COUNTER = (
    r"(?:\d[\d,.]{0,9}[万wW]?\+?\s?(?:次|人)?(?:阅读|浏览|点击|访问|评论)|"
    r"(?:阅读|浏览|点击|访问|人气|评论)(?:量|数|次数|人数)?\s*[:：(（\[]?\s*\d{1,9}\s*(?:次|人)?[)）\]]?)"
)
_SIZES = r"[【\[（(]?(?:字体|字号)(?:大小)?\s*[:：]?(?:\s*[大中小特/|]|\s*A[-+]?){1,6}\s*[】\]）)]?"
_PRESSED = r"[【\[（(]?(?:打印|关闭|收藏|分享)(?:本页|本文|窗口)?[】\]）)]?"
_PART = rf"(?:{_FIELD}|{_COUNTER}|{_SIZES}|{_PRESSED})"

BYLINES: tuple[Rule, ...] = (
    Rule(
        name="byline-counted",
        kind="boilerplate",
        triggers=("阅读", "浏览", "点击", "访问", "人气", "字体", "字号"),
        pattern=rf"(?=[^\n]{{1,120}}$){_PART}(?:(?:[\s|｜·]+|(?=[【\[（(])){_PART}){{1,8}}",
        line=True,
        yes=(
            (
                "发布时间：2024-03-18　浏览次数：87次　【字体：大 中 小】",
                "发布时间：2024-03-18　浏览次数：87次　【字体：大 中 小】",
            ),
            ("2024-03-18 09:26 来源：青岭日报 阅读：316", "2024-03-18 09:26 来源：青岭日报 阅读：316"),
            ("文章出处：本站 人气：511", "文章出处：本站 人气：511"),
            ("作者：admin | 时间：2024年3月18日 | 1,024次浏览", "作者：admin | 时间：2024年3月18日 | 1,024次浏览"),
        ),
        no=("2024-03-18 09:26 来源：青岭日报", "发布时间：2024-03-18 阅读率上升", "作者：沈若川"),
    ),
)

#: Where an account takes its articles from, and what that other one says of itself on the line below.
REPRINTS: tuple[Rule, ...] = (
    Rule(
        name="reprint",
        kind="boilerplate",
        triggers=("以下文章", "本文转载", "本文转自", "文章转载"),
        pattern=(
            r"(?:(?<=\n)|^)[ \t\u3000]*(?P<cut>(?:以下文章来源于|(?:本文|文章)(?:转载自|转自))\s*(?:[:：]\s*)?"
            r"(?P<account>[^\s，,。\n]{2,20})[^。\n]{0,30}(?:\s*\n\s*(?P=account)\s?[.．·|｜:：，,][^\n]{2,80})?)"
            r"(?=[ \t\r\u3000]*(?:\n|$))"
        ),
        across=True,
        yes=(
            ("以下文章来源于巷口工作室，作者裘某某", "以下文章来源于巷口工作室，作者裘某某"),
            (
                "以下文章来源于巷口工作室，作者裘某某\n巷口工作室．写人，写生意。",
                "以下文章来源于巷口工作室，作者裘某某\n巷口工作室．写人，写生意。",
            ),
            ("本文转自：青岭发布", "本文转自：青岭发布"),
        ),
        no=("以下文章来源于三次田野调查的记录。", "本文转自青岭发布，略有改动。"),
    ),
)

RULES: tuple[Rule, ...] = (*CAPTIONS, *CREDITED, *EDITORS, *ENTITLED, *REPRINTS, *BYLINES)
