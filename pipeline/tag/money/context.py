"""What the words around an amount decide: whether it is money at all."""

import re

from pipeline.draft import Mention
from pipeline.numerals import HAN_DIGITS
from pipeline.tag.lexicon import any_of, listed
from pipeline.tag.modifiers import BEFORE, BEHIND, modifier
from pipeline.tag.money.grammar import COUNTER
from pipeline.tag.quantities.units import UNITS

# Nouns and verbs of money. What they measure is money even where the currency is left out.
_NOUNS = listed("""
    营业收入 营收 收入 利润 净利 净利润 融资 投资 投资额 出资 耗资 斥资 注资 增资 募资 募集 筹资 筹集 集资 金额
    总额 资金 余额 成交额 销售额 交易额 营业额 产值 贷款 借款 欠款 货款 罚款 捐款 款项 首付 存款 赔偿 补偿 补贴
    补助 成本 费用 开支 支出 预算 造价 估值 市值 身价 价值 年薪 月薪 薪资 工资 薪酬 奖金 奖池 头奖 票房 价 价格
    作价 报价 对价 总价 单价 债 债务 负债 亏损 套现 减持 担保 中标 中标额 GMV gmv 净资产 总资产 资产 现金 规模
    房价 租金 押金 定金 损失 本金 利息 注册资本 保费 税收 税 经费 拨款 财政 支付 花 花费 花了 付 卖 卖了 售 赚
    赚了 亏 亏了 赔 赔了 借 借了 贷 贷了 收购 增持 回购 拍出 捐 捐了 捐赠 豪掷 砸 砸下 投入 进账 套牢 追加 缴
    缴纳 补缴 给付 签约 成交
""")
_LINKS = listed("""
    约 近 超 逾 达 达到 破 至 为 是 仅 共 计 了 到 合 高达 多达 预计 只有 已 将 均 各 超过 突破 不到 不足 人民币
    累计 合计 分别 接近 大概 超出 能有 可达 最高 额 总额 总计 大约 区间 范围 在 上限 下限 再 再次 首 首次 又
""")
_BEFORE = re.compile(rf"(?:{any_of(_NOUNS)})[\"“”]?(?:{any_of(_LINKS)}){{0,4}}[:： ]?$")
_BY_BEFORE = re.compile(
    r"(?:以|拟|从[^，。；]{1,8}[“\"]?借[”\"]?了|涉资|涉及资金|作价|被罚|获赔|欠下?)(?:约|近|超|逾)?$"
)
# What follows the number where it is money.
_THINGS = listed("""
    现金 价格 对价 代价 资金 投资 收购 并购 贷款 借款 融资 担保 债务 债券 订单 合同 大单 罚单 罚款 奖金 年薪
    营收 利润 收入 市值 估值 资产 注册资本 本金 保证金 保费 专项 违规担保 补偿 赔偿 补贴 亏损 损失 票房 销售额
    货款 巨资 巨款 大奖 头奖 彩礼 国债 基金 授信 定增 入股 项目 工程 套现
""")
_BEHIND = re.compile(rf"[ \u3000]?(?:左右|以上|以下|以内|多|余)?的?(?:{any_of(_THINGS)})|[（(](?:约合?|折合|合)")
# What may follow a bare number that its left side explains; anything else is the counted thing.
_END = re.compile(
    r"\Z|一[平斤吨亩台辆套晚]|[ \u3000]?[，。；：、！？,.;:!?（）()\[\]【】“”\"'《》~～\-—\n|/]|[ \u3000]"
    r"|[的了和与及或至到以左上用对给于在从由是而但并后时则还已将被来买购收并入投建支还补罚，]"
)
# 59亿某市海绵城市PPP项目成交: before the number a clause begins, or a bid was won.
_OPENS = re.compile(r"(?:[\s，。；：、！？,.;:!?（()）“”\"《》【】]|中标|签约|斩获|拿下|签下|[获揽夺]得?)\Z")
_PROJECT = re.compile(r"[^\s，。；：、！？,.;:!?“”\"\d]{2,30}?(?:项目|工程|大单|订单|合同)")
_COUNTED = re.compile(any_of(UNITS))
_TENDER = re.compile(r"[中招投废开]标|标段|竞得|成交|预审|采购|签约|大单|PPP|EPC|BOT")
_FAR = 60
_LIST = re.compile(r"[、和与及以至,， ]{1,2}(?:约|近|超|逾)?")
_WINDOW = 24

# Words that begin with 元 behind a small number: 二元结构, 三元锂电池, 一元二次方程.
_YUAN_WORDS = listed("""
    化 次方 锂 里 结构 体系 桥 正极 材料 素 方程 函数 朝 代 帅 勋 首 件 器件 老 音 论 主义 思维 文化 对立 社会
    复始 格局 一次 二次 店 电池 催化 乙 丙 共聚 学 认 宇宙 增长 经济 投资 发展 治理 共 世界 模型 整合 麦 气 神
    阁 村 镇 乡 路 街 区 观 宫 寺
""")
_YUAN_WORD = re.compile(any_of(_YUAN_WORDS))
_ONE_HAN_DIGIT = re.compile(rf"[{HAN_DIGITS}几数多]")
# 百元店, 千元机, 万元户, 亿元级: bands of price or size.
_BANDS = re.compile(r"[店机户级档村县镇乡]|大钞|时代|俱乐部|钞|价位|产业|企业|项目")
_ROUND = re.compile(r"[百千佰仟][万萬亿億]?|[万萬亿億]{1,2}")
_COUNTER = re.compile(COUNTER)
# Things counted in 块: 电脑板773块 is a number of boards.
_NOT_BEFORE_KUAI = tuple("第板砖石牌碑地田玉表屏匾布瓦饼糖皂糕池骨肉木片坯铁钢金银煤冰")
_RATE = tuple("兑兌对對/")
_MONEY_BEFORE = re.compile(
    r"(?:花|卖|买|付|价|赚|收|给|只要|元|钱|费|仅|要|值|每[斤个张份支瓶只件本]|/)"
    r"(?:了|费|掉|约|近|不到|超过|给?[我你他她您俺咱]){0,2}[ ]?\Z"
)
# What is paid in cents for each unit (每千瓦时提高2分, 每股派息5仙).
_PER_UNIT = re.compile(
    r"(?:每(?:一?(?:度|千瓦时|股|斤|公斤|升|公里|吨|立方米?|kWh))|[电水油气]价|股息|派息)[^，,。；、\d]{0,10}\Z"
)
_SOME = frozenset("几幾数數")
_SMALL_NUMBER = re.compile(rf"[{HAN_DIGITS}几数\d]|十")

_ONLY_BEFORE = re.compile(rf"[ \u3000]*(?:{any_of(BEFORE)})?[ \u3000]*")
_ONLY_BEHIND = re.compile(rf"(?:{any_of(BEHIND)})?[ \u3000]*(?:\n|\Z)")


#: Not a cent: what is not paid at all is no amount.
_LEAST = re.compile(r"一(?:分|毛|块|角|厘)[钱錢]?")
_NONE_BEFORE = re.compile(r"(?:[不没未無无別别][^，。；、到足止仅只过,;\d]{0,4}|分文[，、]?)$")
_NONE_BEHIND = re.compile(r"[都也][不没未無无別别沒]|[不没未沒](?![到足等止])")


def _is_none(text: str, start: int, end: int) -> bool:
    """不出一分钱, 没花一毛钱, 一分钱都没要."""
    if not _LEAST.fullmatch(text, start, end):
        return False
    low = max(0, start - 6)
    return bool(_NONE_BEFORE.search(text[low:start]) or _NONE_BEHIND.match(text, end))


def stands(text: str, match: re.Match[str]) -> bool:
    """Whether an amount that has a currency word or symbol is one: not 二元结构, not 一块 for together."""
    _, lead, low, _, high, word, change, _, coin, cents, _ = match.groups()
    start = match.start("at")
    named = lead and len(lead) > 1 and (text[start - 1 : start] in _RATE or _counts_more(text, match))
    if named or (low == "一" and _is_none(text, start, match.end())):
        return False  # 人民币兑美元7.12 is a rate.
    if coin and len(coin) == 1 and not cents and not lead:
        return _is_coin(text, match, text[max(0, start - 8) : start])
    if word is None or high:
        return True
    if low in _SOME and text[start - 1 : start] in ("这", "那"):
        return False  # 这几块钱 speaks of an amount that was told before.
    if word in ("块", "塊"):
        return _is_kuai(text[max(0, start - 8) : start], low, whole=not change)
    return text[start - 1 : start] != "第" and (word != "元" or low[0].isascii() or _is_yuan(text, match))


def _counts_more(text: str, match: re.Match[str]) -> bool:
    """Whether the number is of something else than the currency before it (美元2023年)."""
    return match["word"] is None and _COUNTER.match(text, match.end()) is not None


def _is_coin(text: str, match: re.Match[str], before: str) -> bool:
    """Whether 毛, 毫, 仙 or 分 is small change: 三毛 is also a name, 20分 as often points or minutes."""
    if match["coin"] == "毛":
        return not _ONE_HAN_DIGIT.fullmatch(match["low"]) or _is_priced(before)
    if match["coin"] == "毫":
        return _is_priced(before)
    if match["coin"] == "角":
        return _MONEY_BEFORE.search(before) is not None  # 五角 alone is a shape
    start = match.start("at")
    per_unit = _PER_UNIT.search(text[max(0, start - _WINDOW) : start]) is not None
    return per_unit or (match["coin"] == "仙" and match["low"] != "八" and _is_priced(before))


def _is_kuai(before: str, only: str, *, whole: bool) -> bool:
    """Whether 块 is money: not 第三块, 电脑板773块, nor 一块 for together."""
    if before[-1:] in _NOT_BEFORE_KUAI:
        return False
    return not whole or not _SMALL_NUMBER.fullmatch(only) or _is_priced(before)


def _is_priced(before: str) -> bool:
    """Whether what stands before speaks of a price, or there is nothing before."""
    return before.endswith("\n") or not before or _MONEY_BEFORE.search(before) is not None


def _is_yuan(text: str, match: re.Match[str]) -> bool:
    """Whether 元 behind a number that is a word of Chinese by itself is the currency."""
    only = match["low"]
    if _ONE_HAN_DIGIT.fullmatch(only):
        return bool(match["tail"]) or not _YUAN_WORD.match(text, match.end())
    if not _ROUND.fullmatch(only) or match["lead"]:
        return True
    # 万元 and 亿元 alone are units, unless a word says how much of them (超亿元).
    alone = only in "万萬亿億"
    start = match.start("at")
    bounded = not alone or modifier(text, start, start + 1) is not None
    return bounded and not _BANDS.match(text, match.end())


def is_bare_money(text: str, start: int, end: int, found: list[Mention]) -> bool:
    """Whether the words around a number without currency make it money (营收14.4亿, 以15亿收购)."""
    if text[start:end] in "万萬亿億" and modifier(text, start, end) is None:
        return False
    before = text[max(0, start - _WINDOW) : start]
    named_before = _BEFORE.search(before) or _BY_BEFORE.search(before)
    if text[end - 1] in HAN_DIGITS:  # 两万五: only where money is spoken of
        return named_before is not None and _END.match(text, end) is not None
    if _BEHIND.match(text, end) or _is_of_project(text, start, end):
        return True
    if not _END.match(text, end):
        return False
    return named_before is not None or _is_listed(text, start, found) or _stands_alone(text, start, end)


def _is_listed(text: str, start: int, found: list[Mention]) -> bool:
    """Whether the number goes on a list that began with an amount."""
    return bool(found) and found[-1].end >= start - 4 and _LIST.fullmatch(text, found[-1].end, start) is not None


def _is_of_project(text: str, start: int, end: int) -> bool:
    """Whether a number opens the name of what is built or bought for it (中标620万某市垃圾收运项目)."""
    if start and not _OPENS.search(text, max(0, start - 4), start):
        return False
    named = _PROJECT.match(text, end)
    if named is None or _COUNTED.match(text, end):
        return False
    return _TENDER.search(text, max(0, start - _FAR), named.end() + _WINDOW) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but a bounded number (12k左右, 小于60万): the answer to a price."""
    line = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    if (line == 0 and start >= _WINDOW) or not _ONLY_BEFORE.fullmatch(text, line, start):
        return False
    return _ONLY_BEHIND.match(text, end) is not None and modifier(text, start, end) is not None
