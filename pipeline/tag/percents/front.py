"""What opens a clause and is no part of the noun phrase that it measures: connectives, verbs, times."""

import re

from pipeline.tag.lexicon import any_of, first_of, listed
from pipeline.tag.percents.words import CENTURY, NO_NOUN
from pipeline.tag.ranges import DASHES

_OPENERS = listed("""
    以上 以下 以内 左右 特别是 尤其是 本报讯 如 例如 比如 其中 此外 另外 同时 不过 但是 但 而且 而 且 则 并且 并
    目前 据悉 据统计 据了解 因此 所以 其次 首先 总体看 总的来看 由于 随着 即 也就是 尽管 虽然 只是 反而 从而
    以及 与此同时 相应地 预计 由此 为此 至此 截至目前 今年以来 今年来 近年来 如今 也 还 又 仅 只 共 有 在 的 和
    与 及 因 惟 受 使 令 让 当前 而其 随后 其 不超过 不超 不低于 结果 截至 截止 每年 每月 按照
    尤其 特别 除 除了 却 就连 同期 否则 不然 况且 何况 若 如果 假如 倘若 一旦 届时 对于 关于 就是
""")
_KEEP = listed("""
    有色 有效 有机 有关 有限 在建 在校 在线 在职 在岗 在册 在手 在售 在产 和田 和平 和谐 因子 因素 受访 受众
    受益 使用 使命 与会 而立 还款 还贷 又称 上市 上海 上半年 上游 上网 上证 上座 上架 上缴 上线 后期 后端 后市
    后者 中国 中央 中部 中小 中学 中心 中药 中间 中标 中西 中等 中介 其他 其它 其余 及格 及时 共享 共同 共有
    令人 则天 即期 即时 只数 只均 的士 并购 并表 并网 并发 并列 并联 并轨 除尘 除草 除湿 除雪 除夕 除菌 除险 除渣
    若干 若羌 若尔
    受灾 受伤 受损 受助 受理 受教 受贿 受让 受援 受污 受旱 受淹
""")
_LEAD = re.compile(
    rf"(?:[一二三四五六七八九十]、(?![一二三四五六七八九十])"
    rf"|[\s”\"'」』（(\]】》、：:]|[“「『](?![^“”「」『』]{{1,12}}[”」』].)|(?!{any_of(_KEEP)})(?:{any_of(_OPENERS)}))+"
)
_LEAD_FIRSTS = frozenset("一二三四五六七八九十“”\"'「」『』（(]】》、：:" + "".join(word[0] for word in _OPENERS))
# Verbs whose object is the noun phrase; what stands before them is not.
_GOVERNING = listed("""
    实现 完成 录得 取得 获得 带动 导致 造成 拉动 促使 约定 持有 显示 表示 指出 认为 透露 表明 占据 意味着 使得
    主因是 原因是 关键是 拍板 敲定 收到 获悉 接到 接获 换来 引来 带来 达成 迎来 创下
""")
# Verbs that are as often the front of a compound (收购进度): they govern where something stands before them.
_GOVERNING_INSIDE = listed("推动 促进 要求 预计 预测 决定 计划 宣布")
# Trades: with a noun of money or size alone behind them they are one noun (专利转让收入), else they govern it.
_TRADES = listed("收购 减持 增持 受让 转让 认购 回购")
_OF_TRADE = listed("""
    收入 支出 收益 利润 成本 费用 价格 均价 单价 总价 金额 总额 规模 数量 面积 总量 均额 次数 业务 市场 合同 订单
    资金 交易 活动 案例 计划 方案 项目 进度 比例 成功 溢价 增速 进展
""")
_GOVERNS = re.compile(
    rf".*{first_of([*_GOVERNING, *_GOVERNING_INSIDE, *_TRADES, *'使令将把称说影'])}"
    rf"(?:{any_of(_GOVERNING)}|(?<=.)(?:{any_of(_GOVERNING_INSIDE)}"
    rf"|(?:{any_of(_TRADES)})(?!(?:{any_of(_OF_TRADE)}){{1,2}}$))|使(?![用命馆者领])|令(?![牌吉人])|(?<!可)将|影响(?![力因范面程度者])"
    rf"|把(?![手握关])|称(?=.{{3}})|(?<![学小传解游评劝再])说(?![明法服话唱教书课]))了?{NO_NOUN}(?=..)"
)
# 投入治理经费, 接待游客: a verb that opens the clause, and its object; 接待能力 is one noun. 以物流为代表的服务业.
_VERB_FIRST = re.compile(
    r"(?:扣除|剔除|不含)[^，]{2,14}的(?=核心)|(?:投入|投放|发放|拨付|筹集|下达|争取|安排|落实)了?(?=[^，]+[金费款贷资券贴]$)|以[^，]{1,16}为[^，]{1,3}的(?=..)|接待了?(?=[^，]+(?:客|众|[人群]|[人批]次|人数)$)"
)
_VERB_FIRSTS = frozenset("扣剔不投发拨筹下争安落接以")
# What says when, before the noun phrase: 去年全县集体收入, 疫情以来客流; not in 五年期利率, 一日游人数, 四季度假村.
_NUMBERED = r"[\d一二三四五六七八九十〇零两]{1,4}"
# 消息公布后华晨中国的股价: what had happened before.
_HAPPENED = listed("""
    公布 发布 实施 出台 完成 建成 上市 投产 开通 通车 运行 运营 开业 结束 改造 调整 改革 搬迁 合并 变动 变更 转让 减持
    增持 收购
""")
_OTHER_WORD = (
    r"(?!期(?!间费|货|权)|[龄假刊球亮嫂饼薪租线历后级]|三(?![项个大类家种次])|前(?![\d一二三四五六七八九十])|均(?!价)|供(?![应给电水货])|游(?!客)|头条"
    r"|内(?!的)|到期)"
)
# 2023年中国博物馆: 中 is the middle of the year only where no word begins with it.
_PART = r"(?:[初末底]|中(?![国國央部小学學心医醫药藥间間标標西等介东東华華文外程型铁鐵信石建交行海共山]))"
_WHEN_FIRSTS = frozenset("开活假一二三四五六七八九十〇零两今去前明上本当同全年第首头单下近过报期在计未此这彼届")
_WHEN = re.compile(
    r"(?:计划(?=[在未今明\d]))?(?:在(?=[未今去前明\d]))?"
    rf"(?:(?:(?:[今去前明][年日天]|[上本当同全]年|年(?:{_PART}|内))度?{_PART}?(?:以?来|同期|至今|起(?![重步点诉草源薪]))?"
    rf"|(?:{CENTURY}\d\d(?:[{DASHES}至]{CENTURY}?\d\d)?|[一二][一二三四五六七八九〇零]{{3}})年度?{_PART}?(?:以来)?"
    rf"|(?:{_NUMBERED}[{DASHES}至到])?{_NUMBERED}月(?:份|{_PART}|[上中下]旬)?(?:以来|起(?![重步点诉草源薪]))?|(?:{_NUMBERED}[{DASHES}至到])?{_NUMBERED}[日号]"
    rf"|1[01]\d年度?{_PART}?|(?:上市|上映|公映|开业|开张|开盘|活动|假期)首[日周月]|(?<=[年月日号])[{DASHES}至到、和](?={_NUMBERED}[年月日号])"
    rf"|(?:第?[一二三四]|前[一二三四两]个?)季度{_PART}?|第[一二三四1-4]季度?{_PART}?"
    rf"|[首上本当单]季度?{_PART}?|前三季(?!度)|[此这彼届当]时|[上下前后]半年|[上下]个?(?:月|周末?)|[本当单][月周日]"
    rf"|前{_NUMBERED}个?月|(?:未来)?{_NUMBERED}(?:年|个月|周|天|个交易日)内"
    rf"|(?:(?:近|过去){_NUMBERED}年(?:以?来|间)?|{_NUMBERED}年(?:以?来|间|前))|近年来?|报告期内?|期内"
    rf"|[^，的\d]{{0,6}}(?:{any_of(_HAPPENED)})(?:之后|以后|后)"
    rf"|(?:(?![今去近本]?年)[^，的\d]){{2,8}}(?:以来|期间(?!费))){_OTHER_WORD}){{1,6}}的?"
    rf"|头(?:半年|{_NUMBERED}(?:年|个月|天|周))的?"
)
# 柳钢股份上半年净利: what stands before a time is whose it is, or another clause of a title.
_OWNER = re.compile(
    rf".*[\u4e00-\u9fff）)\s](?:{CENTURY}\d\d年度?{_PART}?|[今去]年{_PART}?|[上下]半年|(?:前|第)?[一二三四]季度{_PART}?|前三季"
    rf"|(?<!线)[上本]月|(?<![\d近前])\d{{1,2}}月(?:\d{{1,2}}[日号]|份|底)?+){{1,3}}+{_OTHER_WORD}(?![以之前后至到同])的?(?=.{{2}})"
)
# A phrase of time alone measures nothing.
_PERIODS = listed("""
    期间 以来 末 底 初 中旬 上旬 下旬 春节 国庆 其间 同期 总体 整体 平均 累计 合计 收盘时 收盘 开盘 盘中 早盘
    尾盘 报告期 期内 其时 目前 内
""")
_TIME = re.compile(
    r"(?:[全今去明前后当本上下每近这同单次首]?(?:年|月|季|周|日|天|期|半年|季度|年度|月份|个月|财年)"
    r"|[\d一二三四五六七八九十〇零两几近前上下半—\-至到第、和Q]+(?:年|月|日|季度?|半年|月份|年份|个月|周)"
    rf"|{any_of(_PERIODS)})+"
)
_TIME_ENDS = tuple({*"年月季周日天期度份", *(word[-1] for word in _PERIODS)})

# 按不变汇率计算: how it is counted.
_COUNTED_FIRSTS = frozenset("若如按以扣剔考")
_COUNTED = re.compile(
    r"^(?:(?:若|如果)?(?:按照?|以)[^，]{2,16}?(?:计算|计价|计|口径|折算|测算)|(?:扣除|剔除|考虑)[^，]{2,12}?(?:因素|影响)之?后?)$"
)


# 据某社某地1月27日电: where a report comes from.
_DATELINE = re.compile(r"^.*\d日电(?=..)")

_PAIRS = (("“", "”"), ("「", "」"), ('"', '"'))
_QUOTES = frozenset('“”「」"')


def opening(phrase: str) -> int:
    """How many characters connect the clause with what stands before it (其中, 尤其是)."""
    opened = _LEAD.match(phrase) if phrase[:1] in _LEAD_FIRSTS or phrase[:1].isspace() else None
    return opened.end() if opened else 0


def without_opening(phrase: str) -> str | None:
    """The phrase without what opens its clause; None if nothing is left that can be measured."""
    if "日电" in phrase:
        phrase = _DATELINE.sub("", phrase)
    phrase = phrase[opening(phrase) :]
    governed = _GOVERNS.match(phrase)
    if governed:
        phrase = phrase[governed.end() :]
        phrase = phrase[opening(phrase) :]
    phrase = phrase.strip(" \u3000、：:（()")
    if not _QUOTES.isdisjoint(phrase):
        phrase = _unquoted(phrase)
    if _may_be_when(phrase) and (found := _WHEN.match(phrase)):
        phrase = phrase[found.end() :]
    if phrase[:1] in _VERB_FIRSTS and (found := _VERB_FIRST.match(phrase)):
        phrase = phrase[found.end() :]
    if len(phrase) < 2 or phrase.isdecimal() or (phrase[-1] in _TIME_ENDS and _TIME.fullmatch(phrase)):
        return None
    return None if phrase[0] in _COUNTED_FIRSTS and _COUNTED.match(phrase) else phrase


def without_owner(phrase: str) -> str:
    """The phrase without what stands before a time within it."""
    found = _OWNER.match(phrase) if "年" in phrase or "月" in phrase or "季" in phrase else None
    return phrase[found.end() :] if found else phrase


def _unquoted(phrase: str) -> str:
    """The phrase without quotation marks at its ends that are no pair within it (“三公”经费 keeps both)."""
    for opening_mark, closing_mark in _PAIRS:
        if closing_mark not in phrase[1:]:
            phrase = phrase.lstrip(opening_mark)
        if opening_mark not in phrase[:-1]:
            phrase = phrase.rstrip(closing_mark)
    return phrase


def _may_be_when(phrase: str) -> bool:
    first = phrase[:1]
    return first in _WHEN_FIRSTS or first.isdecimal() or "后" in phrase or "以来" in phrase or "期间" in phrase
