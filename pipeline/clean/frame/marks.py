"""Rules for what is glued into the text: citation marks, widgets at headings, decoration."""

from pipeline.clean.frame.rule import HAN, Rule

_NUMBERS = r"\d{1,3}(?:\s?[-–—~～,，、]\s?\d{1,3}){0,8}"

#: What lines are parted with: signs, of which one may stand alone, and strokes, of which there are several.
_SIGNS, _STROKES = "▲△▼▽■□●○◆◇★☆※→←↑↓▶◀►◄◎⊙♦♥❤", "-=＝~～*＊#_—–─━┄"

RULES: tuple[Rule, ...] = (
    Rule(
        name="decoration",
        kind="boilerplate",
        triggers=(*_SIGNS, *(one + other for one in _STROKES for other in f"{_STROKES} \u3000eEtT完全")),
        pattern=(
            r"[▲△▼▽■□●○◆◇★☆※→←↑↓▶◀►◄◎⊙♦♥❤·•\s]+|[-=＝~～*＊#_–─━┄][-=＝~～*＊#_—–─━┄\s]{2,}|"
            r"[-=—–─━*★◆\s]+(?i:end|the end|完|全文完)[-=—–─━*★◆\s]+"
        ),
        line=True,
        yes=(("▼", "▼"), ("- END -", "- END -"), ("-END-", "-END-"), ("---", "---"), ("◆ ◆ ◆", "◆ ◆ ◆")),
        no=("——", "……", "★推荐", "- 第一条", "#话题#"),
    ),
    Rule(
        name="citation-number",
        kind="citation",
        triggers=("[", "［"),
        pattern=(
            # An element of an array is no citation, nor is one of that.
            rf"\[(?<![A-Za-z_]\[)(?<![A-Za-z_]\[\d\]\[)(?<![A-Za-z_]\[\d\d\]\[)(?<![A-Za-z_]\[\d{{3}}\]\[)"
            rf"{_NUMBERS}\](?![（(]http)|［{_NUMBERS}］"
        ),
        yes=(
            ("支持武汉开工复产。[8]", "[8]"),
            ("触手可得[16-17]", "[16-17]"),
            ("见文献[2,5，7]所述", "[2,5，7]"),
            ("有此一说[注]。[6]另见下文", "[6]"),
        ),
        no=("数组a[0]的首项", "矩阵m[0][1]的值", "[2023]1号文件", "[记者]问道"),
    ),
    Rule(
        name="citation-note",
        kind="citation",
        triggers=tuple(mark + word for mark in "[［" for word in ("注", "来源", "需要", "citation")),
        pattern=r"[\[［](?:注\s?\d{1,2}|来源请求|需要来源|citation needed)[\]］]",
        yes=(("始建于唐代[来源请求]，", "[来源请求]"), ("此说有误[注1]。", "[注1]")),
        no=("[注意事项]",),
    ),
    Rule(
        name="widget-at-heading",
        across=True,
        kind="widget",
        triggers=("播报",),
        pattern=(
            r"播报(?=[^\r\n。，,]{0,24}(?:\s*\n[^\r\n。，,]{2,24})?\s*\n\s*编辑[ \t]*(?:[\r\n]|$))|"
            r"播报[ \t]*编辑(?=[ \t]*(?:[\r\n]|$))"
        ),
        yes=(
            ("经营状况播报\r\n\r\n编辑\r\n", "播报"),
            ("成长之路播报\n\n澜湾农业信息港\n\n编辑\n", "播报"),
            ("发展历程播报\n\n编辑\n", "播报"),
            ("建筑特色播报编辑\n始建于", "播报编辑"),
        ),
        no=("天气播报\n\n今日多云", "新闻播报编辑部"),
    ),
    Rule(
        name="glued-to-widget",
        across=True,
        kind="site_name",
        triggers=("播报",),
        pattern=r"播报(?P<cut>[^\r\n。，,]{2,24})(?=[ \t\r]*\n\s*编辑[ \t]*(?:[\r\n]|$))",
        yes=(("发展历程播报袁记教程网\n\n编辑\n", "袁记教程网"),),
        no=("播报\n\n编辑\n",),
    ),
    Rule(
        name="widget-bracketed",
        kind="widget",
        triggers=tuple(
            mark + word
            for mark in "[［【"
            for word in ("编辑", "查看", "详情", "更多", "展开", "阅读", "点击", "播放", "复制")
        ),
        pattern=(
            r"[\[［【](?:编辑|编辑源代码|查看(?:更多|详情|全文|原图)|详情|更多|展开全文|阅读全文|点击查看|播放视频|复制链接)[\]］】]"
        ),
        yes=(
            ("历史[编辑]\n", "[编辑]"),
            ("点击图片[查看原图]", "[查看原图]"),
            ("摊位费涨了没有？ [复制链接]\n", "[复制链接]"),
        ),
        no=("【编辑部】",),
    ),
    Rule(
        name="widget-at-heading",
        kind="widget",
        triggers=("编辑本段", "本段编辑"),
        pattern=r"[\[［【(（]?(?:编辑本段|本段编辑)[\]］】)）]?(?=[ \t\r\u3000]*(?:\n|$))",
        yes=(("建园初期编辑本段\n", "编辑本段"), ("建园初期 [编辑本段]\n", "[编辑本段]")),
        no=("读者可以编辑本段，无须登录。",),
    ),
    Rule(
        name="widget-in-text",
        kind="widget",
        triggers=("查看图册", "查看图集", "查看词条"),
        # Where somebody looks at them, or something is said of them, they are words of a sentence.
        pattern=(
            r"(?<![可以能请来去要后并者想需您你我他她们会将在、“])(?:[（(]\d{1,4}张[)）]\s?)?(?:点击)?查看(?:图[册集]|词条(?:图册)?)"
            r"(?:[（(]?\s?\d{1,4}\s?张?[)）]?)?(?![的了时中里上后、”])"
        ),
        yes=(
            ("主峰海拔1246米查看图册，山体呈南北走向。", "查看图册"),
            ("云岭山门(2张)查看图册\n", "(2张)查看图册"),
            ("青岭镇 查看图册(12张)", "查看图册(12张)"),
        ),
        no=("读者可以查看图册。", "到馆者查看图册时须戴手套。"),
    ),
    Rule(
        name="credit-glued",
        kind="boilerplate",
        triggers=("编辑", "责编"),
        pattern=(
            r"[（(【\[](?:本文)?(?:责任编辑|责编|编辑)\s*[:：]?\s*"
            rf"[{HAN}A-Za-z0-9_·、 ]{{1,16}}[）)】\]](?=\s*(?:\n|$))"
        ),
        yes=(
            ("工程于年底完工。（责任编辑：周平）", "（责任编辑：周平）"),
            ("得到缓解。(责编：UN006)", "(责编：UN006)"),
        ),
        no=("（责任编辑：周平）说，",),
    ),
    Rule(
        name="symbols",
        kind="boilerplate",
        triggers=(*"★☆◆◇■□●○▲△▼▽※♀♂♥♡❤✿❀✦✧◎⊙→←↑↓⇩▓█░►◄✈☎", *(5 * mark for mark in "-_=*#·+"), "~~", "～～", "^^"),
        pattern=r"[★☆◆◇■□●○▲△▼▽※♀♂♥♡❤✿❀✦✧◎⊙→←↑↓⇩▓█░►◄✈☎~～^]{4,}|(?<![^\s])[-_=*#·+]{5,}(?![^\s])",
        yes=(("◆◆◆◆◆工程概况", "◆◆◆◆◆"), ("★★★★☆☆限时优惠", "★★★★☆☆")),
        no=("评为★★★级景区", "全程3~5公里", "——他说", "a = b", "2001-2002"),
    ),
)
