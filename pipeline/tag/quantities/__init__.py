"""QUANTITY: counts and measures beside money (100亿次, 4202万小时, 47.3亿单, 2.4万家).

A number in digits, or in Han numerals with a large unit, and the word that it counts: 一个 and 三项 are
grammar rather than facts. Ordinals (第3名, 前10名), times and dates (40分钟, 7日, 3个月) and ages are none.
"""

import re

from pipeline import numerals
from pipeline.draft import Mention
from pipeline.forms import QuantityForm
from pipeline.numerals import ARABIC_DIGITS, BIG_UNITS
from pipeline.tag import ranges
from pipeline.tag.lexicon import any_of, listed
from pipeline.tag.modifiers import modifier
from pipeline.tag.ranges import DASHES, NUMBER, NUMERAL, SPACE, START, TO

#: What is counted or measured. Longer words come first where one ends in another.
UNITS = listed("""
    人次 架次 班次 车次 场次 批次 艘次 件次 例次 人 名 位 户 户次 家 家次 家庭 个 次 单 件 台 台套 辆 列 艘 架
    只 头 匹 羽 尾 股 票 份 张 条 套 部 首 篇 幅 册 本 卷 字 封 支 枚 颗 粒 瓶 盒 箱 包 袋 桶 座 栋 幢 间 所 处
    项 宗 起 例 场 班 门 株 棵 亩 公顷 顷 平方公里 平方千米 平方米 平方英尺 平米 立方米 立方 公里 千米 米 厘米
    毫米 微米 纳米 海里 英里 英尺 英寸 里 吨 万吨 公斤 千克 克 毫克 微克 斤 升 毫升 千瓦时 千瓦 兆瓦 吉瓦 瓦 度
    伏 安 赫兹 标准箱 标箱 吨公里 人公里 桶油当量 吨标准煤 床 张床位 个床位 学时 课时 分贝 像素 比特 字节
""")
#: Hours, minutes and persons' seconds count where they are summed (4202万小时), not as a length of time.
_SUMMED = listed("小时 分钟 工时 机时 人天 工日")
# Words that a unit begins but is not: 个月 is time, 人民币 money, 名单 a list.
_OTHERS = listed("""
    个月 个多月 个小时 个半小时 个季度 个工作日 个交易日 个学期 个星期 个礼拜 个世纪 个年头 个百分点 个基点 个点
    个性 个体 人民 人均 人工 人才 人类 人生 人物 人气 人大 人事 人间 人体 人文 人格 人品 人行 人道 人称 人权
    人选 人力 名单 名称 名字 名为 名列 名额 名牌 名校 名师 名医 名胜 名义 位于 位居 位列 位置 次日 次年 次于
    次要 次级 条件 条例 条约 条款 条规 场所 场地 场景 场馆 场面 部门 部分 部长 部委 部署 部队 部件 部级 处于
    处理 处罚 处置 处长 处分 处在 度假 度过 度数 本科 本地 本次 本身 本月 本年 本周 本市 本省 本县 本土 本届
    本报 本级 里程 里面 家长 家具 家电 家居 家属 家乡 家门 家园 头部 头条 头顶 首次 首个 首届 首批 首席 首付
    首发 首日 首先 首都 首页 股东 股份 股权 股市 股价 股票 股指 股民 股息 项目 单位 单价 单独 单元 单一 单日
    单月 单次 台风 台湾 台北 台阶 门票 门店 门诊 门户 门口 门槛 门将 门球 间接 间隔 间断 座谈 座位 座椅 份额
    份子 张家 班级 班长 班子 包括 包含 包装 支持 支付 支撑 支部 支出 支援 支队 克服 安全 安装 安排 升级 升至
    升到 升值 升高 升温 升学 字节跳动 字母 米其林 米粉 例如 例会 例行 架构 架设 幅度 只有 只是 只能 只要 只需
    瓦房 卷入 卷积
""")
# 起 is a case only where nothing or the case itself follows.
_NO_UNIT = rf"(?:{any_of(_OTHERS)}|起(?![，。；、事案纠]|\Z)|床(?!位)|张(?=.{{0,2}}(?:说|表示)))"
_QUANTITY = re.compile(
    rf"(?=[{NUMERAL}{ARABIC_DIGITS}])(?<![第前])(?<!超前){START}(?P<low>{NUMBER})(?=[^，。；\n、])"
    rf"(?:(?P<middle>(?:{any_of(UNITS)})?+){TO}(?P<high>{NUMBER}))?{SPACE}?(?!{_NO_UNIT})"
    rf"(?:(?P<unit>{any_of(UNITS)})|(?<=[{BIG_UNITS}])(?P<summed>{any_of(_SUMMED)}))"
)
_BEFORE = re.compile(rf"(?:第|前|排名|名列|位列|位居|编号|款|章|条|[A-Za-z])[ ]?\Z|[{DASHES}./:：]\Z")
_LARGE = re.compile(rf"[{ARABIC_DIGITS}]|[{BIG_UNITS}千百].|.[{BIG_UNITS}千百]")


def find(text: str) -> list[Mention]:
    """The quantities in `text`, sorted and disjoint. Time is linear in the text."""
    found = []
    for match in _QUANTITY.finditer(text):
        start, end = match.span()
        if not _LARGE.search(match["low"]) or _BEFORE.search(text[max(0, start - 4) : start]):
            continue
        amounts = ranges.read(match["low"], match["high"], apart=bool(match["middle"]))
        if amounts is None:
            continue
        form = QuantityForm(
            number=numerals.plain(amounts.low),
            number_max=None if amounts.high is None else numerals.plain(amounts.high),
            unit=match["unit"] or match["summed"],
            modifier=modifier(text, start, end, amounts.inside),
        )
        found.append(Mention(label="QUANTITY", start=start, end=end, form=form))
    return found
