"""The words of change and comparison, and the small patterns built from them."""

from pipeline.schema import Direction

#: Verbs of change.
RISE = (
    "增长 增加 增多 增大 增强 增高 增厚 增产 增收 上涨 上升 上扬 上浮 上调 上行 上移 提升 提高 提速 提振 扩大 扩张 扩容 扩增 放大 攀升 攀高 飙升 飙涨"
    " 激增 猛增 剧增 劲增 大增 暴增 陡增 骤增 微增 略增 净增 多增 新增 暴涨 大涨 微涨 猛涨 狂涨 疯涨 普涨 收涨 高涨 领涨 劲涨 续涨 涨 收高 收升 劲升 急升"
    " 升高 升值 升 走高 走强 走阔 走扩 回升 回暖 反弹 回涨 加快 加速 加大 抬升 抬高 拉升 跃升 跃增 跃涨 递增 倍增 陡升 骤升 大升 微升 略升 改善 好转 偏多 偏高"
    " 加息 正增长 增 多出 高出 推高 调高 调升 看涨 调增 拉高 延长 拓宽 升幅 加征 加码 翻升 爬升 窜升 蹿升 创增 长高 增补 高升 上探 上冲 冲高 走俏"
).split()
FALL = (
    "下降 下跌 下滑 下调 下浮 下行 下挫 下移 下探 减少 减产 减弱 减缓 减轻 减低 减收 降低 降温 降 减 回落 回调 收窄 收缩 缩小 缩减 缩短 缩水 缩量 萎缩 压缩"
    " 压降 压减 压低 削减 消减 裁减 裁员 锐减 骤减 骤降 剧减 剧降 锐降 大降 大减 急降 急跌 大跌 暴跌 狂跌 重挫 急挫 微降 微跌 微减 略降 略减 略跌 普跌 续跌 收跌 收低 收降"
    " 领跌 跌 走低 走弱 贬值 放缓 趋缓 减速 变慢 少增 滑落 滑坡 陡降 陡减 偏少 偏低 亏损 节约 节省 少用 降息 降准 负增长 缩 挫 衰退 衰减 调低 调降 调减 下修 折损"
    " 流失 腰斩 蒸发 拉低 收敛 减排 跳水 下坠 减亏 走窄 探底 低迷 缩表 减征 减免"
).split()
#: Nouns of change: the figure behind them is the change itself (跌幅达3%, 增速为5.2%).
RISE_NOUNS = (
    "增幅 涨幅 升幅 增速 增长率 增长幅度 增长速度 上涨幅度 上升幅度 提升幅度 提高幅度 增加幅度 增值率 升值幅度 涨价幅度 增量幅度 环比增长率 复合增长率"
).split()
FALL_NOUNS = (
    "降幅 跌幅 减幅 缩幅 下降幅度 下跌幅度 下滑幅度 降低幅度 减少幅度 回落幅度 降价幅度 贬值幅度 下降率 减少率 跌落幅度 收窄幅度 萎缩幅度 缩水幅度 缩减幅度 回撤幅度"
).split()

DIRECTION: dict[str, Direction] = {
    **dict.fromkeys(RISE + RISE_NOUNS, "increase"),
    **dict.fromkeys(FALL + FALL_NOUNS, "decrease"),
}
NOUNS = frozenset(RISE_NOUNS + FALL_NOUNS)


def any_of(words: object) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(sorted(set(words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]
