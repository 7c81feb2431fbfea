"""The words of change. Each list holds one sense; a word that is not there changes nothing."""

from pipeline.schema import Direction
from pipeline.tag.lexicon import listed

RISE = listed("""
    增长 增加 增多 增大 增强 增高 增厚 增产 增收 增 新增 净增加 净增 多增 微增 略增 激增 猛增 剧增 劲增 大增 暴增 陡增
    骤增 递增 倍增 调增 扩增 增值 上涨 上升 上扬 上浮 上调 上行 上移 上探 上冲 冲高 涨 暴涨 大涨 微涨 小涨 猛涨 狂涨
    疯涨 普涨 收涨 高涨 领涨 劲涨 续涨 看涨 回涨 提升 提高 提速 提振 升 升高 升值 高升 收高 收升 劲升 急升 陡升
    骤升 大升 微升 略升 回升 攀升 攀高 飙升 飙涨 抬升 抬高 拉升 拉高 跃升 跃增 跃涨 爬升 蹿升 窜升 翻升 推高
    调高 调升 走高 走强 走阔 走扩 走俏 扩大 扩张 扩容 放大 加快 加速 加大 加息 加征 加码 加薪 调薪 反弹 回暖 改善 好转
    多了 高了 快了 涨价 提价 加价 偏多 偏高 贵了 多出 高出
    延长 拓宽 扩阔 正增长 增补 高开 翻 成长 多赚 多挣 多卖 多收 多产 多销
    大了 长了 重了 厚了 宽了 强了 深了 好了 赚 浮盈 增亏
""")
FALL = listed("""
    下降 下跌 下滑 下调 下浮 下行 下挫 下移 下探 下坠 下修 降 降低 降温 降息 降准 骤降 剧降 锐降 大降 急降 微降
    略降 小降 收降 陡降 压降 调降 跌 大跌 暴跌 狂跌 急跌 微跌 小跌 略跌 普跌 续跌 收跌 领跌 重挫 急挫 挫 跳水 减
    减少 净减少 净减 减产 减弱 减缓 减轻 减低 减收 减征 减免 减速 减排 减亏 锐减 骤减 剧减 大减 微减 略减 陡减 递减 削减
    消减 裁减 缩减 压减 调减 裁员 减员 降价 减价 少了 低了 慢了 省了 省下 能省 可省 立省 砍 便宜了
    少增 少用 节约 节电 节能 节水 节油 节煤 节地
    省电 省油 节省 回落 回调 收窄 走窄 下拉 收缩 缩 缩小 缩短 缩水 缩量 缩表 萎缩 压缩 压低 收低 走低 走弱 拉低 调低
    贬值 放缓 趋缓 变慢 滑落 滑坡 偏少 偏低 亏损 负增长 倒退 衰退 衰减 折损 流失 腰斩 蒸发 收敛 探底 低开 掉
    少赚 少挣 少卖 少收 少产 少销
    小了 短了 轻了 薄了 窄了 弱了 浅了 差了 亏 浮亏
""")
#: Nouns of change: the figure behind them is the change itself (跌幅达3%, 增速为5.2%), not where it went.
_RISE_NOUNS = listed(
    "增幅 加幅 涨幅 升幅 增速 增长速率 涨价幅度 加价幅度 增值率 同比增长率 环比增长率 复合增长率 溢价率"
)
_FALL_NOUNS = listed("降幅 跌幅 减幅 缩幅 贬幅 降速 降价幅度 折价率")
#: What makes such a noun of any verb of change: 下降幅度.
ENDINGS = listed("率 幅度 速度 比例 平均幅度 整体幅度 总幅度 最大幅度")

#: Words of difference, of which no noun of change is made: 损失率 is a level.
DIFFERENCE: dict[str, Direction] = {"溢价": "increase", **dict.fromkeys(["折价", "损失", "输"], "decrease")}

VERBS = [*RISE, *FALL]
OWN_NOUNS = [*_RISE_NOUNS, *_FALL_NOUNS]
NOUNS = frozenset([*OWN_NOUNS, *(verb + ending for verb in VERBS for ending in ENDINGS)])
DIRECTION: dict[str, Direction] = {
    **dict.fromkeys([*_RISE_NOUNS, *(verb + ending for verb in RISE for ending in ("", *ENDINGS))], "increase"),
    **dict.fromkeys([*_FALL_NOUNS, *(verb + ending for verb in FALL for ending in ("", *ENDINGS))], "decrease"),
    **DIFFERENCE,
}
#: Verbs of change that no noun begins with.
MOVES = [word for word in VERBS if len(word) > 1 and word not in NOUNS]
#: Behind a verb, what makes a noun of it: 完成率, 收购价.
NO_NOUN = r"(?![率度量额值价比者方站所期])"
#: What a year of our time begins with.
CENTURY = "(?:19|20|１９|２０)"
