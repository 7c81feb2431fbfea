"""What a percentage measures: the noun phrase before the change, or behind the figure.

There is no parser here: a phrase is what is left of a clause when the words that may stand between a
noun phrase and its figure are taken off its end, comparisons and sources with them, and what opens a
clause is taken off its front.
"""

import re

from pipeline.numerals import ARABIC_DIGITS, HAN_NUMERALS
from pipeline.tag.lexicon import any_of, first_of, listed
from pipeline.tag.modifiers import NOT_ABOUT
from pipeline.tag.money.currencies import LEADING
from pipeline.tag.percents.front import opening, without_opening
from pipeline.tag.percents.words import CENTURY, MOVES, NO_NOUN, VERBS
from pipeline.tag.quantities.units import UNIT
from pipeline.tag.ranges import NUMBER, START

#: How much of a clause is read; longer noun phrases are cut.
_MAX = 40

# What stands between the noun phrase and the word of change or the figure.
_BETWEEN = listed("""
    同比 环比 按年 按月 按季 年均 分别 平均 预计 预期 累计 合计 总计 已经 已 将 则 也 还 又 再 仍 仍然 均 都 却
    就 只 仅 可 会 能够 要 反 反而 竟 不降 不升 不增 不减 不跌 不涨 由降转 由升转 由增转 由减转 由跌转 由涨转
    止跌 止涨 没有 没 未 并未 未能 不会 不再 尚未 大幅 小幅 明显 显著 逆势 持续 继续 连续 略有 略 稍 稍有 进一步
    逐步 快速 迅速 有所 有望 同步 双双 普遍 骤然 急剧 一度 最终 再次 首次 微 整体上 总体上 几乎 更 提前 超额
    大致 总体 实际 自然 名义 复合 每 或 或将 或会 需 须 预期将 有可能 可能 力争 至少 目前 整体 现 现已 如今 一举
    迅猛 近 超过 超 逾 达 达到 达到了 达了 高达 为 是 有 持有 拥有 占有 至 到 了 的 维持 保持 稳定 恢复 恢复至
    恢复到 不足 不到 跌破 突破 接近 将近 大约 增 降 升 提 减 跌 涨 转 转为 变为 变 调 调整 占 占到 占了 占据
    贡献 贡献了 出现 出现了 呈现 实现 实现了 完成 完成了 录得 取得 取得了 上述 仅有 仅为 在 收于 收报 报 报收于
    并 应声 逆市 顺势 更是 左右 不超过 不低于 不少于 不高于 最高 最低 最多 只有 就有 便 而 达成 呈 扭转 每斤
    亦 曾 逐年 连年 纷纷 反倒 倒 可望 冲破 跌穿 只及 跟着 居然 竟然 直线 仅能 只能 一般 大幅度 主动
    收到 接到 迎来 起码 至多 顶多 恐怕 料将 通常
    每吨 每公斤 每亩 每股 每平方米 每人 因此 因而 由此 进而 随之 随即 相应 全年 全季 年内 期内 今年 去年 上半年
    下半年 本季 前三季度 一季度 二季度 三季度 四季度 正以 正以每年 以每年 以年均 按照 宣布 决定 计划 拟 领跑
    报收 收盘 盘中 早盘 午后 按 累积 一直 始终 常年 长期 已连续 使 让 令 单月 当月 本月 当日 当季 全月 较为 以
    虽 虽然 全天 全日 今年以来 年初以来 控制 控制在 同口径 可比口径 最大 最多 首次 从 由 自 首周末 次周末 首日 次日 当天
    保持在 稳定在 维持在 不 被 基本 共 共计 处于 位于 处在 先后
""")
_GAP = r"[\s“”\"'：:、（()\-—·]"
_COUNT = r"[\d一二三四五六七八九十两几数]{1,3}"
# Single characters, where no word ends in them: 性能, 供应, 大连, 通过.
_SINGLE = (
    r"给(?![供补])|能(?![性功产职智机动热电节效技光才潜势储核可])|应(?![供响效反对相适感顺回])|连(?!大)|过(?![不经通越度路错])"
    rf"|约(?!{NOT_ABOUT})"
)
_TRAIL = re.compile(
    # 在过去10年内, 三年来, 近5年; 在当年2月到4月; 周四
    rf"(?:[\d一二三四五六七八九十年月日季度周当今去同上本前明半初末底中第至到份—－\-]{{2,14}}在|[一二三四五六日]周(?!每)|天{_COUNT}"
    rf"|(?:[内间里中来]|间时)[年月周天]个?{_COUNT}(?:去过|近最?|来未|短短)?在?|[年月周天]个?{_COUNT}(?:去过|近最)在?"
    rf"|{any_of(word[::-1] for word in _BETWEEN)}|{_SINGLE}"
    # 上证指数 2912.35 -0.68%: a quotation tells the level and the change of what stands before them.
    rf"|\d+\.[\d,]+[-－+＋]?[ \u3000]|{_GAP}|[年月季周日天轮次]个?.{{1,3}}续连)+"
)
_TRAIL_LASTS = frozenset(
    "内间里中来年月周天季日轮次个给约过应连能一二三四五六七八九十度当今去同上本前明半初末底第至到份－“”\"'：:、（()-—·"
    + "".join(word[-1] for word in _BETWEEN)
)
# A comparison or a source runs to the end of what is left; each has one of these characters.
_COMPARES = re.compile("[比较先后跑出于及过复到年史前由从自]")
_THAN = re.compile(
    r"(?=[比较相同环领落跑高低多少优逊快慢强弱大小好不超与和跟恢回等])(?:(?<![占同环对无相])(?<!产出)(?<!性价)(?<!信噪)比(?![重例率值分赛亚])|(?<![比相])较(?!(?:大|小|多|少|高|低|快|为|强|好)(?:[的地]|$))|相[比较]|[同环]比(?!增速|增幅|涨幅|降幅|跌幅|减幅|降速|折年)|"
    r"领先|落后|跑赢|跑输|[高低多少优逊快慢强弱大小][出于]|好于|不及|超出|超过(?=.{3})"
    r"|(?:与|和|跟|同)[^，,]{1,14}相?比(?![例重率值])|(?:恢复|回到|相当于|等于)(?![率度])).*$"
    rf"|(?:去年|上年|常年|往年|历史|疫情前|节前|{CENTURY}\d\d年)(?:同期|同月|水平)?的?$"
)
_FROM = re.compile(
    r"(?=[由从自来])(?:(?<![来自理])由(?![于来])|从(?![业而事])|来?自(?=[\d０-９去今上前]))[^，, \u3000]{0,14}$"
)
# 占总股本, 服务业占GDP: the whole belongs to the measure.
_SHARE = re.compile(
    r"^(?P<part>.*?)(?P<share>占(?!比|用|地|有率)[^，,]{2,20}?)的?"
    r"(?:约|近|超过?|逾|达到?|了|仅|不足|不到|不|均|亦|将|也|都|只|曾|应|比重|比例|占比|份额|接近|首次|为|是|已|突破|分别"
    r"|[由从][\d０-９一二三四五六七八九〇零上去]{1,5}年(?:[末底初]|的)?|从|由|[ ])*$"
)
_ABOUT = re.compile(r"(?:大约|约|超过?|近|逾|仅|只|已经?|则|也|共|合计|不|分别|都|各)+$")
_AND = re.compile(r"[、和与及]")
_SHARED = re.compile(r"占(?!比|用|地|有率).*")
# 低于市场预期的3%: the figure is of what the comparison names.
_OTHERS = re.compile(r"(?:低于|高于|好于|不及|逊于|超过|超出)(?P<other>[^，,]{2,14})的$")

# 为年度目标的112%, 完成总量的73.5%: what the figure is counted in, not what it measures.
_BASE = re.compile(r"(?:(?<![华成作])为|是|相当于|等于|(?:分别)?达到?(?!标)|已?完成了?|贡献了?)[^，,]{1,24}的$")
# 规定的3%的标准: what prescribes it.
_PRESCRIBED = re.compile(r"^[^，,]*(?:规定|要求|设定|确定|约定|预定|制定|核定)的$")

# 记者夏某）世界旅游总收入: what a parenthesis ends with.
_CLOSED = re.compile(r"^[^（(]*[）)](?=.{2})")

# 居民中60%信教, not 高中.
_AMONG = re.compile(r"(?<![集高初其空])(?:之中|当中|中|里)$")
# 丢了四成, 收集了1264份: before 了 stands a verb, and no noun phrase unless the verb is one that trails it.
_DONE = re.compile(
    rf"(?:大?约|近|过?超|到不|足足)?了(?!{any_of(word[::-1] for word in _BETWEEN if len(word) > 1)}"
    rf"|{any_of(word[::-1] for word in VERBS)}|[到达成占为是有去过])"
)
# 8月, 每度: what the figure is for, not what it measures.
_LAST = re.compile(
    r"(?<=.{2})(?:(?<![\d—\-至前头])[前头]?\d{1,2}(?:月份?|[日号])|(?<![\d一二三四五六七八九十—－\-~至到、])[一二三四五六七八九十\d]{1,3}年|(?<![—－\-~至到、])(?:[1１][9９]|[2２][0０])\d\d年|每[\u4e00-\u9fff]{1,2})$"
)
# 经济效益高2倍: how it compares, not what; 身高 and 最高 are words.
_ADJECTIVE = re.compile(
    r"(?<=.{2})(?:(?<![最新身体株树标层坝水楼净跳提攀拔至创偏走])[高低]|(?<![最许众至很较繁增偏])[多少]|(?<![加最较增])[快慢])$"
)
_LAST_WORDS = ("中", "里", "月", "月份", "日", "号", "年", "高", "低", "多", "少", "快", "慢")
# 缩小到1996年的4.8%: where a change led.
_LED = re.compile(rf"(?:{any_of(VERBS)}|提)[到至为成](?!本)[^，,]*$")

_SPACED = re.compile(r"^.*[\u4e00-\u9fff][ \u3000]+(?=[A-Z]{0,6}[\u4e00-\u9fff]{3,}[\d\u4e00-\u9fff]*$)")

_THING = re.compile(rf"[{ARABIC_DIGITS}{HAN_NUMERALS}]{UNIT}(?P<noun>[\u4e00-\u9fff]{{2,6}})$")
# What an earlier clause says of its subject: an amount, or a predicate.
_AMOUNT = re.compile(rf"(?=[{ARABIC_DIGITS}]|[{HAN_NUMERALS}]{{2}}){START}{NUMBER}[^0-9，,。；]{{0,6}}$")
# 总产值增加到121万亿元: the verb before the amount, read outwards from it.
_MOVED = re.compile(rf"(?:近|约|过?超|逾)?[到至了为]?(?:{any_of(word[::-1] for word in MOVES)})(?=.{{2}}|$)")
_MOVED_LASTS = frozenset("近约超逾到至了为" + "".join(word[-1] for word in MOVES))
# 营收新台币58.2亿元.
_CURRENCY_LASTS = frozenset(" ￥¥$" + "".join(word[-1] for word in LEADING))
_CURRENCY = re.compile(rf"(?<=.{{2}})(?:{any_of(LEADING)}|[￥¥$])[ ]?$")
# 转移群众4.6万户13.8万人: two amounts of one thing.
_DOUBLED_LASTS = frozenset("户人家次个件台套辆亩吨")
_DOUBLED = re.compile(rf"(?=[{ARABIC_DIGITS}{HAN_NUMERALS}]){START}{NUMBER}[户人家次个件台套辆亩吨]{{1,2}}$")
_PREDICATES = listed("""
    保持 呈 呈现 持续 继续 连续 有所 稳步 明显 略有 再度 仍 突破 迎来 逆势 显著 普遍 大幅 快速 平稳 达到 是
    平开 高走 震荡 超过 跌至 升至 恢复 不断 没有 持平 录得 取得 获得 超额 完成 更 不到 不足 仅 只有 接近
""")
_PREDICATE = re.compile(
    rf"{first_of([*_PREDICATES, *MOVES, *'创达为成未反由最在与和同较以'])}"
    r"(?:创(?!新|业|投|意|收|始)|达(?=[\d０-９约近逾超一二三四五六七八九十百千数几])|(?<![作认行因以视称分名])成?为(?![^，]{1,3}的)[^了]|以(?=[^，]{1,14}为主)|未(?!来|成)|反[降升增减涨跌]|[由从][升降增减涨跌负正亏盈]转|扭亏|最[高低]|在(?![建校线职岗册手售产])"
    r"|(?:与|和|同|较)[^，]{1,10}(?:持平|相当|一致)"
    rf"|(?:{any_of([*_PREDICATES, *MOVES])}){NO_NOUN})"
)
# A clause without either is a noun phrase where it ends like one.
_NOUN_END = re.compile(
    r"[量额率值数价度比入出润费税款资金本产业品房口源营收益分幅模积重平票币股债力人者面务售货板块型类车机药茶油煤粮钢]$"
)

# 在受访企业中，63%表示…: of whom the figure is a share.
_IN_GROUP = re.compile(r"(?:而|其中)?在(?P<noun>[^，]{2,16}?)(?<!心目)(?:之中|当中|中|里)")


def left_of(clause: str) -> str | None:
    """The noun phrase in what stands before the word of change or the figure; None if there is none."""
    return None if "了" in clause[-4:] and _DONE.match(clause[::-1]) else _phrase(clause)


def _phrase(clause: str) -> str | None:
    phrase = clause[-_MAX:]
    if not phrase:
        return None
    if " " in phrase or "\u3000" in phrase:  # in titles a space is the end of a clause
        phrase = _SPACED.sub("", phrase)
    share = _SHARE.match(phrase) if "占" in phrase else None
    if share:
        return (without_opening(_ABOUT.sub("", share["part"])) or "") + share["share"]
    if phrase.endswith("的"):
        other = _OTHERS.search(phrase)
        if other:
            return other["other"] if without_opening(other["other"]) else None  # 低于1996年的6.9%
        phrase = _LED.sub("", _BASE.sub("", _PRESCRIBED.sub("", phrase)))
    for _ in range(3):
        phrase = whole = _stripped(phrase)
        if not _COMPARES.search(phrase):
            break
        cut = _THAN.search(phrase)
        # 同比 before the noun phrase (同比销量增长) is no reason to lose it.
        if cut and (cut.start() or not phrase.startswith(("同比", "环比"))):
            phrase = phrase[: cut.start()]
        elif cut:
            phrase = phrase[2:]
        if "由" in phrase or "从" in phrase or "自" in phrase:
            phrase = _FROM.sub("", phrase)
        if phrase == whole:
            break
    return without_opening(phrase) if len(phrase) > 1 else None


def of_clause(clause: str, *, share: bool = False) -> str | None:
    """The noun phrase that an earlier clause speaks of: before its amount, or before its predicate.

    What a `share` is of may also be done (质押了2亿股，占总股本的5%).
    """
    phrase = clause[-_MAX:]
    among = _IN_GROUP.fullmatch(phrase) if "在" in phrase[:3] else None
    if among:
        return without_opening(among["noun"])
    if "）" in phrase or ")" in phrase:
        phrase = _CLOSED.sub("", phrase)
    amount = _AMOUNT.search(phrase)
    if amount:
        first, several, _ = phrase.partition("、")  # 票价起步2元、全程9元 speaks of the first
        if several and (own := _AMOUNT.search(first)):
            phrase, amount = first, own
        phrase = phrase[: amount.start()]
        if phrase[-1:] in _DOUBLED_LASTS and (doubled := _DOUBLED.search(phrase)):
            phrase = phrase[: doubled.start()]
        if phrase[-1:] in _MOVED_LASTS and (moved := _MOVED.match(phrase[::-1])):
            phrase = phrase[: -moved.end()]
        phrase = _CURRENCY.sub("", phrase) if phrase[-1:] in _CURRENCY_LASTS else phrase
        return (_phrase if share else left_of)(phrase) or _thing(clause)
    found = _PREDICATE.search(phrase, opening(phrase))
    if found:
        return left_of(phrase[: found.start()])
    return left_of(phrase) if _NOUN_END.search(phrase) else None


def _thing(clause: str) -> str | None:
    """What the amount that ends the clause counts, where nothing else is spoken of (共收到1284部报名影片)."""
    found = _THING.search(clause)
    return found["noun"] if found else None


def joined_share(metric: str | None, before: str | None) -> str | None:
    """A share that leaves its part out (占总收入两成) with the part that was spoken of before."""
    return before + metric if metric and before and metric.startswith("占") else metric


def part_of(metric: str | None) -> str | None:
    """The part of a share (研发投入占营收), which is what the text goes on to speak of."""
    return metric and (_SHARED.sub("", metric) or None)


def in_turn(metric: str, amounts: list[str], count: int) -> list[str]:
    """What each figure of a list measures: the amounts before it, or the parts of one phrase; a share keeps its whole.

    粗钢、生铁产量 is two, and so is 蛋、肉产量占全区; with two figures 服装业、造纸及印刷业 is no more than two.
    """
    share = _SHARED.search(metric)
    phrase = metric[: share.start()] if share else metric
    parts = amounts or _AND.split(phrase)
    if len(parts) > count == phrase.count("、") + 1:
        parts = phrase.rstrip("与和及").split("、")
    return [part + share[0] for part in parts] if share else parts


def _stripped(phrase: str) -> str:
    """The phrase, which is short, without what trails it."""
    last = phrase[-1:]
    if last in _TRAIL_LASTS or last.isdecimal() or last.isspace():
        found = _TRAIL.match(phrase[::-1])
        phrase = phrase[: len(phrase) - found.end()] if found else phrase
    if not phrase.endswith(_LAST_WORDS) and "每" not in phrase[-3:]:
        return phrase
    shorter = _ADJECTIVE.sub("", _LAST.sub("", _AMONG.sub("", phrase)))
    return phrase if shorter == phrase else _stripped(shorter)
