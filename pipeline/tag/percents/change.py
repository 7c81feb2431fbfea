"""Which way a percentage goes: the word of change beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.schema import Direction
from pipeline.tag.lexicon import any_of, listed
from pipeline.tag.modifiers import BEFORE
from pipeline.tag.percents.basis import COUNTED, NOT_OVER
from pipeline.tag.percents.compare import compared
from pipeline.tag.percents.words import DIFFERENCE, DIRECTION, ENDINGS, NO_NOUN, NOUNS, OWN_NOUNS, VERBS


@dataclass(slots=True)
class Change:
    """A word of change.

    `direction` is None where the figure is no change: it is denied (没有下降3%), or it is where the
    change led (提高到85%). `start` is where the word stands left of the figure, None if it stands behind;
    `object` is what it changes, where that stands between (下调存款准备金率0.5个百分点).
    """

    direction: Direction | None
    word: str
    start: int | None
    object: str = ""


# What stands left of a figure is read from the figure outwards, so these patterns are of reversed text:
# anchored at the figure, they cost no search.
def _reversed(words: Iterable[str]) -> str:
    return any_of(word[::-1] for word in words)


_FILLERS = listed("""
    保持 维持 稳定 了 达 达到 仅 分别 同比 环比 平均 年均 共 累计 合计 整整 已 又 还 不止 有 出 就 只 各 均
    竟 逾 一度 更是 更 也 则 将 都 却 已经 依然 仍 只有 介于 介乎 约为 甚至 去 掉 “ ： :
""")
_BETWEEN = [*(set(BEFORE) - {"快", "破", "跌破", "突破", "冲破"}), *_FILLERS, " ", "\u3000"]
_GAP = (
    rf"(?:{_reversed(_BETWEEN)}|快(?=了)|[年月季周日]个?.{{1,2}}续连"
    rf"|[年月季周日天]个?[一二两三四五六七八九十\d]{{1,2}}){{0,6}}"
)
# 跑量掉了四成, not 卖掉 or 去掉.
_CONSUMED = (
    "[卖去吃扔砍丢忘失花用亏死除关拿删改换烧毁拆辞甩刷抹扣洗漏输赔送抛倒蒸发耗"
    "喝干断撤推剪切割灭消化打处理退还](?![费能利批])"
)
# 节约 is none in 春节约 and 环节约.
# 普跌 is none behind 标 (标普跌0.1%).
# 输 is none behind 运 and 传, and a loss that is borne or made good is no change.
_DIFFERENCE = f"输(?![运传灌])|失损(?![担偿赔补摊分])|{_reversed(set(DIFFERENCE) - {'输', '损失'})}"
_WORD = (
    rf"{_reversed(OWN_NOUNS)}|{_DIFFERENCE}|(?:{_reversed(ENDINGS)})?(?:约节(?![春季环细情佳])|[跌涨]普(?!标)|掉(?!{_CONSUMED})"
    rf"|{_reversed(word for word in VERBS if word not in ('节约', '普跌', '普涨', '掉'))})"
)
# 年增9.4%, 月减3.1%: with the period it is counted over.
_PERIOD = rf"(?:[年月季周](?!{NOT_OVER}|数(?!{COUNTED})|单(?!订)))?"
_BEFORE = re.compile(rf"{_GAP}(?P<level>[到至为成回在])?{_GAP}(?P<word>{_WORD}){_PERIOD}")
_DENIALS = listed("没有 没 未 未能 不会 不再 并未 不 不能 无法 难以 尚未 从未 避免 不可能 并非 并没有 不得")
_ADVERBS = listed("再 能 出现 明显 继续 持续 大幅 一度 实现")
_DENIED = re.compile(rf"(?:{_reversed(_ADVERBS)})?(?:{_reversed(_DENIALS)})")
# The characters of which one stands right before the figure, the denied word or the comparison, where there is one.
_BEFORE_LASTS = frozenset(
    "到至为成回在年月季周日快" + "".join(word[-1] for word in (*_BETWEEN, *OWN_NOUNS, *VERBS, *ENDINGS, *DIFFERENCE))
)
_DENIED_LASTS = frozenset(word[-1] for word in (*_ADVERBS, *_DENIALS))

_NOUN = re.compile(f"{any_of(OWN_NOUNS)}|{any_of(VERBS)}{any_of(ENDINGS)}")

# 下调存款准备金率0.5个百分点: the verb, what it changes, the figure.
_TRANSITIVE = listed("""
    下调 上调 调高 调低 调升 调降 提高 提升 降低 减少 削减 压缩 压减 压降 缩减 裁减 增加 扩大 缩小 缩短 节约
    节省 减轻 下拉 拉低 拉高 推高 抬高 拓宽 减免 延长 新增
""")
_OBJECT = re.compile(
    rf"(?P<word>{any_of(_TRANSITIVE)})了?{NO_NOUN}"
    rf"(?P<object>[^，,。；、\d比较到至为是有占达超实现完成：“”（）%％]{{2,14}}?)(?:{any_of(BEFORE)}|了|达|[ ])*$"
)

# Words of a comparison, which the metric stands before (比城市居民高出一倍).
_MORE = frozenset({"高出", "多出"})
# 高于各项贷款平均增速6个百分点: the noun of change is what the figure is compared with.
_COMPARED = re.compile(
    r"(?:[高低多少快慢大小优逊好强弱][出于过]|超[出过]|领先|落后|跑[赢输]|不及|[高低]过)于?(?P<other>[^，,。；\d]{2,20})$"
)

_WORDS = (
    f"(?:{any_of(OWN_NOUNS)}|{any_of(verb for verb in VERBS if len(verb) > 1)}{any_of(ENDINGS)}?"
    f"|{any_of(verb for verb in VERBS if len(verb) == 1)}{any_of(ENDINGS)})"
)
# 66%的增长, 6%以上的中高速增长.
_BEHIND = re.compile(
    r"(?:左右|以上|以下|以内|多)?的?(?:中高速|高速|较快|快速|正|年均|年|同比|环比|复合|稳定|大幅|平均|净|实际|名义|历史性?|最大"
    r"|两位数|单日|累计|整体|惊人|强劲|价格|业绩|销售|销量|收入|利润|产量|产值"
    r"|温和|左右)*的?"
    rf"(?:(?P<word>{_WORDS})(?![到至为的了税])|速度的?(?P<pace>{_WORDS}))"
)


_BEHIND_FIRSTS = frozenset(
    "左以多的中高较快正年同环复稳大平净实名历最两单累整惊强价业销收利产温速"
    + "".join(word[0] for word in (*OWN_NOUNS, *VERBS))
)

# 较年初的41%下降17个百分点: the change is that of the figure behind it.
COMPARED_WITH = r"(?:[由从自]|(?<![同环占对])[比较](?![例重率分赛]))[^，,由从自比较]{1,12}的$"
_COMPARED_WITH = re.compile(COMPARED_WITH)


def change(left: str) -> Change | None:
    """The change that the words right before a percentage state, `left` being its clause up to it."""
    if left[-1:] not in _BEFORE_LASTS:
        return None
    outwards = left[::-1]
    found = _BEFORE.match(outwards)
    if found is None:
        return None
    word = found["word"][::-1]
    start = len(left) - found.end()
    if word in NOUNS:
        # 下修成长率至1.61%
        return Change(None, word, len(left) - 1) if found["level"] in ("至", "到") else _of_noun(left, word, start)
    if word in _MORE:
        return _than(left) or Change("increase", word, start)
    # 增长为3.2% gives the growth, 下降为3.2% what is left.
    level = found["level"]
    led = level and (word, level) != ("增长", "为")
    if led or (left[start - 1 : start] in _DENIED_LASTS and denied(left[:start])):
        return Change(None, word, start)
    return Change(DIRECTION[word], word, start)


def _of_noun(left: str, noun: str, start: int) -> Change:
    """The change that a noun at `start` names, unless it is compared with, or is itself what changes."""
    compared = _COMPARED.search(left, 0, start + len(noun))
    if compared and len(compared["other"]) > len(noun):
        return _than(left) or Change(None, noun, compared.start())
    moved = _object(left)  # 拉低工业增速0.9个百分点
    return moved if moved and moved.object.endswith(noun) else Change(DIRECTION[noun], noun, start)


def beside(left: str, right: str, *, points: bool, opened: bool) -> Change | None:
    """The change that is stated further from the percentage, before or behind it.

    It may have `points` as its unit; its clause may be `opened` by a comparison (与旧机相比，).
    """
    return _than(left, points=points, opened=opened) or _object(left) or _behind(left, right)


def _than(left: str, *, points: bool = False, opened: bool = False) -> Change | None:
    """The difference that a comparison tells (比同行低8%)."""
    found = compared(left, points=points, opened=opened)
    return Change(*found) if found else None


def _object(left: str) -> Change | None:
    moved = _OBJECT.search(left)
    if moved is None:
        return None
    direction = None if denied(left[: moved.start()]) else DIRECTION[moved["word"]]
    return Change(direction, moved["word"], moved.start(), moved["object"])


def _behind(left: str, right: str) -> Change | None:
    behind = _BEHIND.match(right) if right[:1] in _BEHIND_FIRSTS else None
    if behind is None or left[-1:] in ("由", "从", "自") or _COMPARED_WITH.search(left):
        return None
    word = behind["word"] or behind["pace"]
    return Change(DIRECTION[word], word, None)


def noun_of(clause: str) -> Change | None:
    """The noun of change that a clause speaks of (增速由正转负, before 为-4.6%)."""
    found = _NOUN.search(clause)
    return Change(DIRECTION[found[0]], found[0], found.start()) if found else None


def denied(left: str) -> bool:
    """Whether the word behind `left` is denied (没有翻一番)."""
    return _DENIED.match(left[::-1]) is not None
