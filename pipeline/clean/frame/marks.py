"""Rules for what is glued into the text: citation marks, widgets at headings, contact bait, decoration."""

from pipeline.clean.frame.rule import HAN, Rule

_NUMBERS = r"\d{1,3}(?:\s?[-–—~～,，、]\s?\d{1,3}){0,8}"

#: A messenger as baits write it: whole, or with its characters parted, replaced or circled.
_GAP = r"(?:[^\w\n，。；！？、]|_){0,3}"
_WECHAT = (
    rf"(?:[微薇徽徵溦威维葳崴]{_GAP}(?:[信芯伈杺xX]|亻言)|[➕+]?[微薇徽溦vVＶ]\ufe0f?[❤💗♥]\ufe0f?|"
    rf"(?i:we\s?chat|weixin|wx|vx|v\s?信|[加➕+]\s?[vw](?![a-z型])(?:[{HAN}]{{1,4}}(?=\s?[:：]))?))"
)
_GROUP = "[群裙羣]"
_QQ = (
    rf"(?:[QqＱｑ]{_GAP}[QqＱｑ](?:{_GROUP}|号)?|扣{_GAP}扣(?:号|{_GROUP})?|企鹅号?{_GROUP}?|"
    rf"[QqＱｑ](?:{_GROUP}|号)|叩叩)"
)
#: An account, its characters possibly parted or written in other digits; one of these is no number of what follows.
_DIGIT = "[0-9０-９①-⑨⓪⑩❶-❾➀-➈零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖oO]"
_PLAIN = r"A-Za-z0-9_\-①-⑨⓪⑩❶-❾➀-➈"
_ACCOUNT = (
    rf"(?:[A-Za-z](?:[{_PLAIN}]|[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖](?=[{_PLAIN}])){{4,19}}|"
    r"[A-Za-z0-9](?: [A-Za-z0-9]){5,14}|(?:[0-9]\ufe0f?\u20e3){5,13}|"
    rf"{_DIGIT}(?:[ \t\-.·*_]{{0,2}}{_DIGIT}){{4,12}}|{_DIGIT}(?: {_DIGIT}){{3}}(?: 加(?![上强快大入工速息权总]))?)"
)
#: What leads a reader to an account.
_LEAD = (
    r"(?:(?:进群|有需要|有意|需要|感兴趣|想了解|欲购|购买|办理|合作|代理|加盟|招商|投稿|广告|业务|商务|商家|商务合作|详情|"
    r"更多|免费|客服|老师|站长|小编|专家|顾问|助理|本人|在线|领取|资料|货源|拿货|开户|诚信|正规)(?:的|者|可|请)?)"
)
#: What is offered before it, in a clause of its own or in brackets that open the bait.
_GOODS = (
    r"(?:(?<=[。！？；\n])(?:出售|转让|转租|出租|求购|收购|代理|批发|供应|低价|急转|急售|急出|招聘|承接|回收|兼职|代办|办理)"
    rf"[{HAN}]{{0,8}}|[【\[（(][{HAN}]{{2,12}})"
)
#: What is promised behind an account.
_PROMISE = r"(?:领取?(?:资料|皮肤|红包|福利|彩金|课程|礼包|优惠|券)|秒[回到通过]{1,2}|详聊|私聊|进群)"
_REACH = r"(?:(?:请|可|直接|马上|立即|赶紧)?(?:加|添加|加我|联系|咨询|详询|搜索|搜|扫|关注|认准|call))"

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
            mark + word for mark in "[［【" for word in ("编辑", "查看", "详情", "更多", "展开", "阅读", "点击", "播放")
        ),
        pattern=(
            r"[\[［【](?:编辑|编辑源代码|查看(?:更多|详情|全文|原图)|详情|更多|展开全文|阅读全文|点击查看|播放视频)[\]］】]"
        ),
        yes=(("历史[编辑]\n", "[编辑]"), ("点击图片[查看原图]", "[查看原图]")),
        no=("【编辑部】",),
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
        name="messenger",
        kind="contact",
        triggers=(
            "信",
            "Q",
            "q",
            "Ｑ",
            "扣",
            "企鹅",
            "V",
            "v",
            "WX",
            "芯",
            "叩",
            "❤",
            "♥",
            "加W",
            "加w",
            "+W",
            "+w",
            "亻言",
        ),
        begins="微薇徽徵溦威维葳崴vVＶwWx加➕+qQＱｑ扣企叩",
        lead=rf"(?:{_GOODS}|[（(【\[◆◇★☆●■▌█]{{0,4}}(?:{_LEAD}|{_REACH}){{0,4}})",
        pattern=(
            rf"(?:{_WECHAT}|{_QQ})(?:公众号|号码|号|同号|客服|在线|咨询|群)?"
            rf"\s*(?:是|为|[:：;；\-—=→]|[】\]）)](?=[A-Za-z]{{0,4}}[0-9①-⑨]))*\s*{_ACCOUNT}[）)】\]]?{_PROMISE}?[◆◇★☆●■▌█]{{0,4}}"
        ),
        yes=(
            ("工程已开工，加微❤信：abc12345，预计明年完工", "加微❤信：abc12345"),
            ("详情咨询QQ：1 2 3 4 5 6 7 8 9。", "详情咨询QQ：1 2 3 4 5 6 7 8 9"),
            ("病房（薇信 kf88888）共八十张", "（薇信 kf88888）"),
            ("需要的加扣扣号9876543210", "需要的加扣扣号9876543210"),
            ("病房改造完成（联系客服q号 ①③⑤⑦⑨②）。", "（联系客服q号 ①③⑤⑦⑨②）"),
            ("均已通车，详情加V❤：vip_61051。", "详情加V❤：vip_61051"),
            ("商务合作薇信：t e a 6 6 8 1\n", "商务合作薇信：t e a 6 6 8 1"),
            ("病房改造，货源加QQ82736450秒回海外收入增长", "货源加QQ82736450秒回"),
            ("人形服务器。◆◆加V♥xldj8820领皮肤◆◆", "◆◆加V♥xldj8820领皮肤◆◆"),
            ("三期改造完工。【商铺低价转租加v】qd③③柒5mk刘姐说", "【商铺低价转租加v】qd③③柒5mk"),
            ("看天吃饭。转让二手冰柜➕薇❤：bx_20p③④7\n", "转让二手冰柜➕薇❤：bx_20p③④7"),
            ("看天吃饭，加微信hy_2208三天内有效", "加微信hy_2208"),
            ("看天吃饭，扣扣裙：6 1 0 8 加今年又是丰年", "扣扣裙：6 1 0 8 加"),
            ("看天吃饭，加W查询：dkxg901今年又是丰年", "加W查询：dkxg901"),
            ("看天吃饭，加V看样：ty_bag77今年又是丰年", "加V看样：ty_bag77"),
            ("渔船返港，薇❤亻言：ty66fishing渔民说", "薇❤亻言：ty66fishing"),
        ),
        no=(
            "微信用户超过10亿",
            "QQ空间上线于2005年",
            "腾讯推出了微信6.0版本",
            "通过微信、QQ报名",
            "（通过微信）WeChat ID 由用户自定",
            "转让二手冰柜的人多了。",
            "电信2023年收入增长",
            "加V型密封圈：abcde123型",
            "QQ 1 2 3",
        ),
    ),
    Rule(
        name="phone-bait",
        kind="contact",
        triggers=("热线", "电话", "手机"),
        begins="（(【[代办加招订抢开回包2全诚业咨服客免",
        pattern=(
            rf"[（(【\[]?(?:(?:代办|办理|加盟|招商|订购|抢购|办证|贷款|开锁|回收|代开|包过|24小时|全国|诚招|业务)[{HAN}]{{0,4}})"
            r"(?:热线|电话|手机)\s*[:：]?\s*(?:[0-9０-９①-⑨][ \t　\-]{0,2}){7,13}(?:[（(]?微信同号[)）]?)?[）)】\]]?|"
            # Between two clauses without a mark before the next: nobody gives a number so.
            r"(?<=[，,])(?:咨询|服务|客服|订购|加盟|免费|全国)(?:热线|电话)\s?[:：]?\s?"
            rf"(?:400|800)(?:[\- ]?\d{{3,4}}){{2}}(?=[{HAN}])"
        ),
        yes=(
            ("回收废旧手机，咨询热线400-8126-633每台补贴50元", "咨询热线400-8126-633"),
            ("隧道长三公里，代开发票电话：138 0000 0000，", "代开发票电话：138 0000 0000"),
        ),
        no=("咨询电话：0571-88888888。", "热线电话12345全天开通"),
    ),
    Rule(
        name="phone-of-messenger",
        kind="contact",
        triggers=("同微信", "微信同号"),
        pattern=(
            r"(?:联系|咨询)?(?:电话|手机)?[ \t]*[:：]?[ \t]*1(?:[0-9][ \t\-]{0,2}){10}"
            r"[ \t]*[（(]?(?:同微信|微信同号)[)）]?"
        ),
        yes=(
            ("13800000000（微信同号）", "13800000000（微信同号）"),
            ("病房改造，联系电话：138 0000 0000微信同号，", "联系电话：138 0000 0000微信同号"),
        ),
        no=("手机号与微信同号的，不必另填。", "电话：13800000000"),
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
