"""What is counted and measured: the units of quantities, and the words that only begin like one."""

import re

from pipeline.tag.lexicon import any_of, listed

#: Units. What is counted with 次 behind it (车次, 辆次) is put together below.
UNITS = listed("""
    人次 人口 人 名 位 户 家 家庭 个 次 单 件 台 台套 辆 列 艘 架
    只 头 匹 羽 尾 股 票 份 张 条 套 部 首 篇 幅 册 本 卷 字 封 支 枚 颗 粒 瓶 盒 箱 包 袋 桶 杯 碗 罐 座 栋 幢 间 所 处
    项 宗 起 例 场 门 株 棵 亩 英亩 公顷 顷 平方公里 平方千米 平方米 平方英尺 平米 平方 立方米 立方 公里 千米 米 厘米
    毫米 微米 纳米 海里 英里 英尺 英寸 里 吨 公吨 公斤 千克 克 克拉 毫克 微克 斤 磅 盎司 升 毫升 千瓦时 兆瓦时 吉瓦时
    千瓦 兆瓦 吉瓦 瓦 度 伏 赫兹 马力 标准箱 标箱 吨公里 人公里 桶油当量 吨标准煤 床 张床位 个床位 学时 课时 分贝
    像素 比特 字节 剂次 剂 笔 种 款 批 出 集 页 轮 组 光年 兆赫 兆比特 千兆比特 兆字节 千兆字节 千伏安 千伏 口人 点位
""")
#: Hours, minutes and persons' seconds count where they are summed (4202万小时), not as a length of time.
SUMMED = listed("小时 分钟 工时 机时 人天 工日")
# What passes or happens is counted a time at a time: 辆次, 件次.
_TIMES = "人架班车场批艘件例户家辆台床头只部列团车船票课"
#: By what a measure is divided: 微克/立方米, 公里/小时.
_PER = listed(
    "立方米 立方 平方米 平方公里 公里 千瓦时 吨 公斤 千克 升 人 户 亩 公顷 小时 分钟 分 秒 天 日 年 月 次 头 台"
)

# Words that a unit begins but is not: 个月 is time, 人民币 money, 名单 a list.
_OTHERS = listed("""
    个月 个多月 个小时 个半小时 个半月 个多小时 个季度 个工作日 个交易日 个学期 个星期 个礼拜 个世纪 个年头
    个百分点 个基点 个点 个亿 个来月 个昼夜 个日夜 个自然日 个营业日
    个性 个体 人民 人均 人工 人才 人类 人生 人物 人气 人大 人事 人间 人体 人文 人格 人品 人行 人道 人称 人权
    人选 人力 名单 名称 名字 名为 名列 名额 名牌 名校 名师 名医 名胜 名义 位于 位居 位列 位置 位数 次日 次年 次于
    次要 次级 次方 条件 条例 条约 条款 条规 场所 场地 场景 场馆 场面 部门 部分 部长 部委 部署 部队 部件 部级 处于
    处理 处罚 处置 处长 处分 处在 度假 度过 度数 本科 本地 本次 本身 本月 本年 本周 本市 本省 本县 本土 本届
    本报 本级 本票 里程 里面 家长 家具 家电 家居 家属 家乡 家园 头部 头条 头顶 首次 首个 首届 首批 首席 首付
    首发 首日 首先 首都 首页 股东 股份 股权 股市 股价 股票 股指 股民 股息 项目 单位 单价 单独 单元 单一 单日
    单月 单次 单程 台风 台湾 台北 台阶 台山 门票 门店 门诊 门户 门口 门槛 门将 门球 间接 间隔 间断 间谍 座谈 座位
    座椅 份额 份子 张家 包括 包含 包装 包机 包邮 支持 支付 支撑 支部 支出 支援 支队 克服 克隆 安全 升级 升至
    升到 升值 升高 升温 升学 升旗 字节跳动 字母 字号 米其林 米粉 例如 例会 例行 架构 架设 幅度 只有 只是 只能
    只要 只需 瓦房 瓦斯 卷入 卷积 件套 种植 种子 种类 种业 款项 款式 批准 批评 批复 批发 批量 批示 集团 集中
    集装箱 集体 集市 集成 集资 集合 集镇 集会 页岩 轮胎 轮番 轮岗 轮流 轮换 轮休 组织 组成 组建 组合 组长 组团
    组委 笔记 笔者 笔试 剂量 杯赛 票房 里拉 里亚尔 克朗 列伊 列弗 比特币 部曲 口之家 票据 本金 亩产 套利 套现
    栋梁 户籍 户外 户口 桶装
    支架 位移 级 人制 人组 强 单八 米台 米板 米跳台 米跳板 米栏
""")
# 起 is a case only where nothing or the case itself follows; 度 is electricity only where it says so.
_NO_UNIT = (
    rf"(?:{any_of(_OTHERS)}|起(?![，。；、,;事案纠火]|\Z)|床(?!位)|张(?=.{{0,2}}(?:说|表示))"
    r"|度(?!电)|[栋幢座](?:\d|[单A-Z])|门(?=[轿车])|位(?=单片|处理|密|编|系统|MCU|单元|数|字)"
    r"|米(?=[蝶蛙仰自跑跨障气步手飞移标接短泳男女])|次(?=[特快列])|种(?=股)|[个人](?=世界)|平方(?![公千米英，。；、,;）)的]|\Z)|口(?!人|井))"
)
_UNIT = (
    rf"(?:[{_TIMES}]次(?![日年要级方])|{any_of(UNITS)})"
    rf"(?:[（(][套台件个份辆户只架座项次头家处][）)]|[/／每](?:{any_of(_PER)}))?+"
)
#: A unit behind a number, in the group `unit`, or one that is summed.
UNIT = rf"(?!{_NO_UNIT})(?P<unit>{_UNIT})(?!级)"
#: The unit of the first end of a range.
MIDDLE = rf"(?:{any_of(UNITS)})?+"
#: The first characters of all units.
FIRSTS = re.escape("".join(sorted({word[0] for word in [*UNITS, *SUMMED, *_TIMES]})))
