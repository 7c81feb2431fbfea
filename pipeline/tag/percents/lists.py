"""Lists of figures: they share a verb, a basis, or what they measure."""

import re
from dataclasses import dataclass

from pipeline.schema import Basis, Direction
from pipeline.tag.percents import metric as metrics
from pipeline.tag.percents.basis import both
from pipeline.tag.percents.change import change
from pipeline.tag.percents.spoken import spoken_of

#: What stands between the figures of a list.
SEPARATORS = frozenset("、和与及")
_LIST_FIRSTS = frozenset("、和与及以而")
_LONGEST_LINK = 8
# 医院增长5.65%、诊所4.1%: the verb of the list is that of its first figure.
_ALIKE = re.compile(r"(?:、|和|与|及|以及|、?而)(?P<noun>[\u4e00-\u9fffA-Z]{2,12}?)(?:约|近|超过?|则)?")
_NO_CHANGE = re.compile(r"(?:[率为达占至到由从是比较于]|占比|比重|最[高低大多])$")
_LIST = re.compile(r"(?:、|，|,|和|与|及|以及|、?和|或)(?:分别)?(?:约|近|超过?|逾)?[ ]?")
_AND = re.compile(r"[、和与及]")
_DIGIT = re.compile(r"\d")
_UNIT_SIGN = re.compile("[%％‰成倍点]")
_MORE = re.compile(
    r"(?:(?:[、和与及]|以及)(?:约|近|超过?)?[-－]?[\d.．·一二三四五六七八九十两半]++(?:[%％‰成倍]|个?百分点|个?基点)){1,9}"
)


@dataclass(slots=True)
class Context:
    """What the words around a percentage say of it."""

    direction: Direction | None
    basis: Basis | None
    metric: str | None
    #: What the next figures of a list measure (A、B分别增长5%和6%), and the basis of the second (同比、环比分别…,
    #: 比上年的41%下降5%).
    others: tuple[str, ...] = ()
    second: Basis | None = None


def listed(text: str, start: int, end: int, floor: int, previous: Context) -> Context | None:
    """The context of a figure that goes on a list.

    Behind a comma only one in the same unit does (上升46.2%，六成由老化引致).
    """
    link = _LIST.fullmatch(text, floor, start) if start - floor < _LONGEST_LINK else None
    if link and (text[floor] not in "，," or text[floor - 1] == text[end - 1]):
        return _next(previous)
    return _alike(text, start, end, floor, previous)


def _alike(text: str, start: int, end: int, floor: int, previous: Context) -> Context | None:
    """The context of a figure on a list whose verb stands before the first alone (医院增长5.65%、诊所4.1%)."""
    if previous.direction is None or text[floor : floor + 1] not in _LIST_FIRSTS or text[floor - 1] != text[end - 1]:
        return None
    found = _ALIKE.fullmatch(text, floor, start)
    if found is None or change(found["noun"]) or _NO_CHANGE.search(found["noun"]):
        return None
    metric = metrics.left_of(found["noun"])
    return Context(previous.direction, previous.basis, metric) if metric else None


def _next(previous: Context) -> Context:
    """The context of the next figure of a list (A、B分别增长5%和6%)."""
    metric, *others = previous.others or (previous.metric,)
    return Context(
        previous.direction,
        (previous.second if previous.direction else None) or previous.basis,
        metric,
        tuple(other for other in others if other),
    )


def shared_out(whole: Context, text: str, end: int, left: str, right: str, earlier: list[str]) -> Context:
    """The context of the first figure behind 分别, which shares out what the others measure too."""
    bases, more = both(left), _MORE.match(text, end)
    if bases is None and more is None and left[-1:] not in SEPARATORS and not _UNIT_SIGN.search(right):
        return whole  # 上衣、裙子的销量分别增长五成以上
    first, second = bases or (whole.basis, None)
    amounts = _measured(earlier, more) if bases is None else []
    count = 1 + len(_AND.findall(more[0])) if more else 2
    listed = metrics.in_turn(whole.metric, amounts, count) if whole.metric else []
    return Context(whole.direction, first, listed[0] if listed else None, tuple(listed[1:]), second)


def _measured(earlier: list[str], more: re.Match[str] | None) -> list[str]:
    """What the figures of a list measure where as many amounts stand before it; `more` are those behind the first.

    客流10万人次，收入2亿元，分别增长5%和6%
    """
    count = 1 + len(_AND.findall(more[0])) if more else 1
    amounts = [piece for clause in earlier for piece in _AND.split(clause) if _DIGIT.search(piece)]
    phrases = [phrase for phrase in map(spoken_of, amounts[-count:]) if phrase]
    return phrases if len(phrases) == count > 1 else []
