"""What ends a clause before its figure and is no part of the noun phrase: adverbs, times, verbs leading to a level."""

import re

from pipeline.tag.lexicon import any_of, listed
from pipeline.tag.modifiers import NOT_ABOUT
from pipeline.tag.percents.words import VERBS

# What stands between the noun phrase and the word of change or the figure.
_WORDS = listed("""
    同比 环比 按年 按月 按季 年均 分别 平均 预计 预期 累计 合计 总计 已经 已 将 则 也 还 又 再 仍 仍然 均 都 却
    就 只 仅 可 会 能够 要 反 反而 竟 不降 不升 不增 不减 不跌 不涨 由降转 由升转 由增转 由减转 由跌转 由涨转
    止跌 止涨 没有 没 未 并未 未能 不会 不再 尚未 大幅 小幅 明显 显著 逆势 持续 继续 连续 略有 略 稍 稍有 进一步
    逐步 快速 迅速 有所 有望 同步 双双 普遍 骤然 急剧 一度 最终 再次 首次 微 整体上 总体上 几乎 更 提前 超额
    大致 总体 实际 自然 名义 复合 每 或 或将 或会 需 须 预期将 有可能 可能 力争 至少 目前 整体 现 现已 如今 一举
    迅猛 近 超过 超 逾 达 达到 达到了 达了 高达 为 是 有 持有 拥有 占有 至 到 了 的 维持 保持 稳定 恢复 恢复至
    恢复到 不足 不到 跌破 突破 接近 将近 大约 增 降 升 提 减 跌 涨 转 转为 变为 变 调 调整 占 占到 占了 占据
    贡献 贡献了 出现 出现了 呈现 实现 实现了 完成 完成了 录得 取得 取得了 上述 仅有 仅为 在 收于 收报 报收于
    并 应声 逆市 顺势 更是 左右 不超过 不低于 不少于 不高于 最高 最低 最多 只有 就有 便 而 达成 呈 扭转 每斤
    亦 曾 逐年 连年 纷纷 反倒 倒 可望 冲破 跌穿 只及 跟着 居然 竟然 直线 仅能 只能 一般 大幅度 主动
    收到 接到 迎来 起码 至多 顶多 恐怕 料将 通常
    每吨 每公斤 每亩 每股 每平方米 每人 因此 因而 由此 进而 随之 随即 相应 全年 全季 年内 期内 今年 去年 上半年
    下半年 本季 前三季 前三季度 一季度 二季度 三季度 四季度 正以 正以每年 以每年 以年均 按照 宣布 决定 计划 拟 领跑
    报收 收盘 盘中 早盘 午后 按 累积 一直 始终 常年 长期 已连续 使 让 令 单月 当月 本月 当日 当季 全月 较为 以
    虽 虽然 全天 全日 今年以来 年初以来 控制 控制在 同口径 可比口径 最大 最多 首次 从 由 自 首周末 次周末 首日 次日 当天
    保持在 稳定在 维持在 不 被 基本 共 共计 处于 位于 处在 先后
    按周 按日 月均 周均 日均 同日 终场 早段 午段 尾段 一下子 一下 按年计 按月计 单日 单周 单季 稀释 摊薄 压到 压至
    守住 站上 预估 估计 进帐 进账 入账 缩量 收市 升破 涨破 当年 上年 上年底 上年末 次年 翌年
""")
#: A clause that is one of these words alone (同比 before 增长5%) names nothing.
BETWEEN = frozenset(_WORDS)
_GAP = r"[\s“”\"'：:、（()\-—·]"
_COUNT = r"[\d一二三四五六七八九十两几数]{1,3}"
# Single characters, where no word ends in them: 性能, 供应, 大连, 通过.
_SINGLE = (
    r"量放(?![播投开排发存释])|给(?![供补])|能(?![性功产职智机动热电节效技光才潜势储核可])|应(?![供响效反对相适感顺回])|连(?!大)|过(?![不经通越度路错])"
    rf"|约(?!{NOT_ABOUT})|估(?![评低高])|累(?![积拖连劳])|报(?![回年季月汇情预警申公财电周简])"
)
_TRAIL = re.compile(
    # 在过去10年内, 三年来, 近5年; 在当年2月到4月; 周四
    rf"(?:[\d一二三四五六七八九十年月日季度周当今去同上本前明半初末底中第至到份—－\-]{{2,14}}在|[一二三四五六日]周(?!每)|天{_COUNT}"
    rf"|(?:[内间里中来]|间时)[年月周天]个?{_COUNT}(?:去过|近最?|来未|短短)?在?|[年月周天]个?{_COUNT}(?:去过|近最)在?|[年月期]{_COUNT}分"
    rf"|{any_of(word[::-1] for word in _WORDS)}|{_SINGLE}"
    # 上证指数 2912.35 -0.68%: a quotation tells the level and the change of what stands before them.
    rf"|\d+\.[\d,]+[-－+＋]?[ \u3000]|{_GAP}|[年月季周日天轮次]个?.{{1,3}}续连)+"
)
_TRAIL_LASTS = frozenset(
    "内间里中来报估累年月周天季日轮次个给约过应连能一二三四五六七八九十度当今去同上本前明半初末底第至到份－“”\"'：:、（()-—·"
    + "".join(word[-1] for word in _WORDS)
)
# 居民中60%信教, not 高中.
_AMONG = re.compile(r"(?<![集高初其空])(?:之中|当中|中|里)$")
# 丢了四成, 收集了1264份: before 了 stands a verb, and no noun phrase unless the verb is one that trails it.
_DONE = re.compile(
    rf"(?:大?约|近|过?超|到不|足足)?了(?!{any_of(word[::-1] for word in _WORDS if len(word) > 1)}"
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
_LASTS = frozenset("中里月份日号年高低多少快慢")


def without_end(phrase: str) -> str:
    """The phrase, which is short, without what trails it."""
    last = phrase[-1:]
    if last in _TRAIL_LASTS or last.isdecimal() or last.isspace():
        found = _TRAIL.match(phrase[::-1])
        phrase = phrase[: len(phrase) - found.end()] if found else phrase
    if phrase[-1:] not in _LASTS and "每" not in phrase[-3:]:
        return phrase
    shorter = _ADJECTIVE.sub("", _LAST.sub("", _AMONG.sub("", phrase)))
    return phrase if shorter == phrase else without_end(shorter)


def done(clause: str) -> bool:
    """Whether a verb that was done ends the clause (一下丢了): what stands before it measures nothing."""
    return "了" in clause[-4:] and _DONE.match(clause[::-1]) is not None
