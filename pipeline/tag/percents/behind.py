"""The noun behind a percentage, where that is what it measures: 51%的股权, 六成的居民, 给予30%的补贴."""

import re

from pipeline.tag.lexicon import any_of, listed

# 给予30%的补贴, 按15%税率: the noun behind is what is so much.
_OF_NEXT = re.compile(
    r"(?:给予|给与|享受|提供|收取|征收|缴纳|按照?|可获|获得|返还|支付|发放)(?:了)?(?:约|近|最高|不超过|至少)?$"
)
_STATED = listed("具有 拥有 占有 持有 表示 认为 支持 反对 赞成 选择 来自 愿意 希望 没有 成为 同意")
_AFTER_NOUN = [
    *_STATED,
    *listed("对 已 在 是 为 将 都 均 的 和 与 及 有 会 能 可 达 超 占 也 还 比 因 征收 缴纳 计算 执行"),
]
_BEHIND = re.compile(
    rf"(?:左右|以上|以下|以内|多|余)?+的?+(?P<noun>(?:控股|多数|少数)?股权|股份|(?![是在为将都均的有会能]|(?:{any_of(_STATED)})(?![率者度]))[\u4e00-\u9fff]{{1,8}}?)"
    rf"(?=[，,。；、：:！？）)（(\s]|\Z|{any_of(_AFTER_NOUN)})"
)
_HOLDING = re.compile(r"(?:[、和与及][\d.]+[%％])*(?:左右|以上)?的?(?P<noun>(?:控股|多数|少数)?股权|股份|权益)")


def right_of(text: str) -> str | None:
    """The noun behind the figure, of which it is a share (六成的居民)."""
    found = _BEHIND.match(text)
    return found["noun"] if found else None


def of_next(left: str, right: str) -> str | None:
    """The noun behind the figure, where a verb right before it gives or takes so much of it."""
    return right_of(right) if _OF_NEXT.search(left) else None


def holding(text: str) -> str | None:
    """股权 or 股份 behind the figure, which it measures whatever stands before (收购该公司51%的股权)."""
    found = _HOLDING.match(text)
    return found["noun"] if found else None
