"""Which way a percentage goes: the word of change beside it."""

import re
from typing import NamedTuple

from pipeline.schema import Direction
from pipeline.tag.modifiers import BEFORE
from pipeline.tag.percents.words import DIRECTION, NOUNS, any_of


class Change(NamedTuple):
    """A word of change. `start` is where it stands in what is left of the percentage; None if behind it."""

    direction: Direction | None
    word: str
    start: int | None
    object: str = ""


# The words left of a number are read from the number outwards, so the patterns are of reversed text:
# anchored, they cost no search.
def _reversed(words: object) -> str:
    return any_of(word[::-1] for word in words)  # type: ignore[attr-defined]


_BETWEEN = (
    *BEFORE,
    *"了 达 达到 仅 分别 同比 环比 平均 共 累计 幅度 整整 已 又 还 不止 有 出 就 只 各 均 高 多达 竟 大约 逾 了近 合计 率 比例".split(),
    " ",
    "“",
    "\u3000",
    "：",
    ":",
)
_GAP = rf"(?:{_reversed(_BETWEEN)}){{0,6}}"
_TO = r"(?P<level>[到至为成回在])?"
_BEFORE = re.compile(rf"{_GAP}{_TO}{_GAP}(?P<word>{_reversed(DIRECTION)})")
_NEGATED = re.compile(
    rf"(?:再|能|现出|显明|续继|幅大|度一)?(?:{_reversed('没有 没 未 未能 不会 不再 并未 不 不能 无法 难以 尚未 从未 避免 不可能 并非'.split())})"
)
# 下调存款准备金率0.5个百分点: the verb, what it changes, the number.
_TRANSITIVE = (
    "下调 上调 调高 调低 调升 调降 提高 提升 降低 减少 削减 压缩 压减 压降 缩减 裁减 增加 扩大 缩小 缩短 节约 节省 减轻 拉低 拉高 推高 抬高 拓宽 减免 延长"
).split()
_OBJECT = re.compile(
    rf"(?P<word>{any_of(_TRANSITIVE)})了?(?P<object>[^，,。；、\d比较到至为是有占达超实现完成：“”（）%％]{{2,14}}?)(?:{any_of(BEFORE)}|了|达)?$"
)
# 比三年前高25个百分点: higher than at another time is a change, higher than elsewhere is not.
_ADJECTIVES: dict[str, Direction] = {
    **dict.fromkeys("高多快大好长", "increase"),
    **dict.fromkeys("低少慢小差短", "decrease"),
}
_TIME = r"[^，,。；]{0,12}(?:年|月|季度?|周|期|前|昨日|昨天|往年|历史|节前|日)[^，,。；]{0,4}"
_THAN = re.compile(
    rf"(?:比|较|相比于?)(?:{_TIME})(?P<adjective>[{''.join(_ADJECTIVES)}])(?:了|出|出了|约|近){{0,2}}$"
    rf"|(?P<first>[高多低少])(?:出|于)(?:{_TIME})$"
)
# 66%的增长, 6%以上的中高速增长.
_BEHIND = re.compile(
    r"(?:左右|以上|以下|以内|多)?的?"
    r"(?:中高速|高速|较快|快速|正|年均|年|同比|环比|复合|稳定|大幅|平均|净|实际|名义|历史性?|最大|两位数|单日|累计|整体|惊人|强劲|价格|业绩|销售|销量|收入|利润|产量|产值)*"
    rf"的?(?P<word>{any_of(w for w in DIRECTION if len(w) > 1 and w not in _TRANSITIVE)}|提升|降低|提高)(?![到至为])"
)


def change(left: str, right: str) -> Change | None:
    """The change that a percentage between `left` and `right`, texts of its clause, states; None if none.

    A direction of None says that a word of change is there, but no change by this figure: it is denied
    (没有下降3%), or the figure is where it went to (提高到85%).
    """
    found = _BEFORE.match(left[::-1])
    if found:
        word = found["word"][::-1]
        start = len(left) - found.end()
        denied = _NEGATED.match(left[::-1], found.end()) and word not in NOUNS
        level = found["level"] and word not in NOUNS
        return Change(None if denied or level else DIRECTION[word], word, start)
    than = _THAN.search(left)
    if than:
        adjective = than["adjective"] or than["first"]
        return Change(_ADJECTIVES[adjective], adjective, than.start())
    moved = _OBJECT.search(left)
    if moved:
        denied = _NEGATED.match(left[::-1], len(left) - moved.start())
        return Change(None if denied else DIRECTION[moved["word"]], moved["word"], moved.start(), moved["object"])
    behind = _BEHIND.match(right)
    if behind and not re.search(r"[由从自]$", left):
        return Change(DIRECTION[behind["word"]], behind["word"], None)
    return None
