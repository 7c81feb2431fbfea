"""The noun behind a percentage, where that is what it measures: 51%的股权, 六成的居民, 给予30%的补贴."""

import re

from pipeline.tag.lexicon import any_of, listed
from pipeline.tag.percents.words import MOVES

# 给予30%的补贴, 按15%税率: the noun behind is what is so much.
_OF_NEXT = re.compile(
    r"(?:给予|给与|享受|提供|收取|征收|缴纳|按照?|可获|获得|返还|支付|发放|保证|确保)(?:了)?(?:约|近|最高|不超过|至少)?$"
)
_STATED = listed("具有 拥有 占有 持有 表示 认为 支持 反对 赞成 选择 来自 愿意 希望 没有 成为 同意 分担 分摊 分给")
_AFTER_NOUN = [
    *listed("""
        实现 受到 参与 参加 完成 从事 用于 未能 通过 依靠 集中 分布 采用 使用 购买 接受 属于 享受 得到 处于 处在 位于
        自愿 愿意 出现 存在 进行 开展 获得 取得 超过 不足 不到 只有 仅有 不能 无法 曾经 经由 经过 收不
    """),
    *_STATED,
    *MOVES,
    *listed("对 未 没 已 在 是 为 将 都 均 的 和 与 及 有 会 能 可 达 超 占 也 还 比 因 征收 缴纳 计算 执行"),
]
_HEDGES = "左右|以上|以下|以内|多|余|[都还]?不[到足]"
_NO_NOUN = (
    "[是在为将都均的有会能和与及或已仍也又只仅才就没把比由因按向对给]|用(?!户)|被(?![\u4e00-\u9fff]{1,3}者)|从(?!业)|几乎"
    f"|(?:{any_of(_STATED)})(?![率者度])"
)
_BEHIND = re.compile(
    rf"(?:{_HEDGES})?+的?+(?P<noun>(?:控股|多数|少数)?股权|股份|(?!{_NO_NOUN})[\u4e00-\u9fff]{{1,8}}?)"
    rf"(?=[，,。；、：:！？）)（(\s]|\Z|{any_of(_AFTER_NOUN)})"
)
_OF = re.compile(rf"(?:{_HEDGES})?的")
# 现行16%的税率: what the figure is.
_RATE = re.compile(
    r"的(?P<noun>[\u4e00-\u9fff]{0,5}?(?:率|比例|份额|概率))(?![\u4e00-\u9fff])"
    rf"|的(?P<before>[\u4e00-\u9fff]{{0,5}}?(?:率|比例|份额|概率))(?=[降升下上]|{any_of(_AFTER_NOUN)})"
)
_HOLDING_FIRSTS = frozenset("、和与及左以的控多少股权")
_HOLDING = re.compile(r"(?:[、和与及][\d.]+[%％])*(?:左右|以上)?的?(?P<noun>(?:控股|多数|少数)?股权|股份|权益)")


def right_of(text: str) -> str | None:
    """The noun behind the figure, of which it is a share (六成的居民)."""
    found = _BEHIND.match(text)
    return found["noun"] if found else None


def rate_of(text: str) -> str | None:
    """The rate behind the figure, which says what the figure is (16%的税率)."""
    found = _RATE.match(text)
    return (found["noun"] or found["before"]) if found else None


def share_of(text: str) -> str | None:
    """The noun behind the figure and its 的 (八成以上的居民)."""
    return right_of(text) if _OF.match(text) else None


def of_next(left: str, right: str) -> str | None:
    """The noun behind the figure, where a verb right before it gives or takes so much of it."""
    return right_of(right) if _OF_NEXT.search(left) else None


def holding(text: str, end: int) -> str | None:
    """股权 or 股份 behind the figure, which it measures whatever stands before (收购该公司51%的股权)."""
    found = _HOLDING.match(text, end) if text[end : end + 1] in _HOLDING_FIRSTS else None
    return found["noun"] if found else None
