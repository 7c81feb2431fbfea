"""Direction, basis and metric of a percentage from the words around it."""

import re
from dataclasses import dataclass

from pipeline.schema import Basis, Direction
from pipeline.tag.percents import behind
from pipeline.tag.percents import metric as metrics
from pipeline.tag.percents.basis import basis, both, named, opening
from pipeline.tag.percents.change import COMPARED_WITH, Change, beside, change, noun_of
from pipeline.tag.percents.spoken import spoken_of

#: How far a sentence is read to the left and to the right; keeps the time linear.
_LEFT, _RIGHT = 160, 40
#: How many clauses back a noun phrase is looked for.
_EARLIER = 3
_ENDS = r"。！？；\n!?;"
# What closes a clause, or a cell of a table. A comma in a number (1,200) does not, nor what stands in parentheses.
_CUT = re.compile(r"[，：:（(\t]|,(?!(?<=\d,)\d{3}(?!\d))")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
# The same read from the figure outwards, on reversed text: the clause, then its sentence.
_OUTWARDS = re.compile(
    rf"(?P<clause>(?:[^，,：:（(）)\t{_ENDS}]++|）[^（）{_ENDS}]*+（|\)[^(){_ENDS}]*+\(|[）)]|(?<=(?<!\d)\d{{3}}),(?=\d))*+)"
    rf"[^{_ENDS}]*+"
)
_SENTENCE_END = re.compile(rf"[{_ENDS}]")
_CLAUSE_END = re.compile(rf"[，,：:（(）)\t{_ENDS}]")
_ONLY_IS = re.compile(r"(?:[约仅则已]?(?:为|达到?|是|至)|高达|仅有|只有)[约近]?")
# 提高2个百分点至19%: the level has no basis of its own.
_ONLY_TO = re.compile(r"(?:[升降增减涨跌]|上升|下降|提高)?(?:至|到|达到?|为)约?")
# 由去年同期的41%升至53.7%: the first level is compared with nothing.
_FROM_LEVEL = re.compile(rf"[由从自][^，,由从自]{{2,12}}的?$|{COMPARED_WITH}")
# 较峰值下降46%: what the clause before is compared with does not hold for it.
_COMPARES = re.compile(r"(?<![同环占对])[比较](?![例重率值分赛大小多少高低快慢为强弱好])")
_LONGEST_LINK = 8
_LIST = re.compile(r"(?:、|，|,|和|与|及|以及|、?和|或)(?:分别)?(?:约|近|超过?|逾)?[ ]?")

_AND = re.compile(r"[、和与及]")
_DIGIT = re.compile(r"\d")
_UNIT_SIGN = re.compile("[%％‰成倍点]")
_MORE = re.compile(
    r"(?:(?:[、和与及]|以及)(?:约|近|超过?)?[-－]?[\d.．·一二三四五六七八九十两半]++(?:[%％‰成倍]|个?百分点|个?基点)){1,9}"
)
# 分别回落5.3和5.5个百分点: the unit is that of the last.
_SEPARATORS = frozenset("、和与及")
_LISTED = re.compile(r"(?:[\d０-９.．·]++(?:个?百分点)?(?:、|和|与|及|以及))+$")


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


def context(text: str, start: int, end: int, floor: int, previous: Context | None) -> Context:
    """The context of the percentage at `[start, end)`; `floor` is the end of the one before, `previous` its context."""
    outwards = text[start - _LEFT if start > _LEFT else 0 : start][::-1]
    reach = _OUTWARDS.match(outwards)
    begin, clause_start = (start - reach.end(), start - reach.end("clause")) if reach else (start, start)
    since = begin  # what the figure before does not take
    if floor <= begin and not _goes_on(text, floor, begin):
        previous = None
    if previous is not None:
        if start - floor < _LONGEST_LINK and _is_listed(text, start, end, floor):
            return _next(previous)
        clause_start, since = max(clause_start, floor), floor
    left = text[clause_start:start]
    left = _ASIDE.sub("", left) if "(" in left or "（" in left else left

    right, held, earlier = "", None, None
    moved = change(_LISTED.sub("", left) if left[-1:] in _SEPARATORS else left)
    if moved is None:
        if left[-1:] in _SEPARATORS and previous is not None and floor == clause_start:
            left = ""  # 25%手机、20%毛衣: it is what the figure before was of
        right = _right(text, end)
        held = behind.holding(right)
        moved = None if held else beside(left, right)
        if moved is None:
            moved, left, earlier = _stated_before(left, text[since:clause_start])
    same_clause = previous is not None and floor == clause_start
    level = None if moved else _from_level(left)
    own = basis(left + right[:12] if moved and moved.start is None else left[: level.start()] if level else left)
    if own is None and previous and same_clause and not (previous.direction and _ONLY_TO.fullmatch(left)):
        own = (None if _ONLY_TO.fullmatch(left) else previous.second) or previous.basis
    sentence = text[begin:start]
    own = own or named(left, sentence)

    metric = held or _own_metric(moved, left, right)
    if metric is None or metric.startswith("占"):
        if earlier is None:  # in titles a space is the end of a clause
            before = text[since:clause_start]
            earlier = _clauses(before if metric else before + left.rpartition(" ")[0])
        if own is None and moved and earlier and not _COMPARES.search(left):
            own = basis(earlier[-1])
        phrases = (spoken_of(clause, share=metric is not None) for clause in reversed(earlier[-_EARLIER:]))
        carried = next(filter(None, phrases), None)
        if carried is None and previous is not None:
            carried = _carried(previous, whole=same_clause or "点" in text[start:end])
        metric = metrics.joined_share(metric, carried) if metric else carried
        if metric is None and (moved is None or (moved.start is not None and text.startswith("的", end))):
            metric = behind.right_of(right or _right(text, end))
    direction = moved.direction if moved else None
    found = Context(direction, own or opening(sentence), metric, second=basis(level[0]) if level else None)
    return _shared_out(found, text, end, left, earlier or []) if "分别" in left else found


def _from_level(left: str) -> re.Match[str] | None:
    """The level that a change started from or is compared with, where the figure is one (由去年同期的41%升至53.7%)."""
    if "由" in left or "从" in left or "自" in left or left.endswith("的"):
        return _FROM_LEVEL.search(left)
    return None


def _is_listed(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the figure goes on a list; behind a comma only one in the same unit does (上升46.2%，六成由老化引致)."""
    link = _LIST.fullmatch(text, floor, start)
    return link is not None and (text[floor] not in "，," or text[floor - 1] == text[end - 1])


def _goes_on(text: str, floor: int, begin: int) -> bool:
    """Whether the sentence at `begin` tells the share of what the one before measured (收入下降4%；占总收入的22%)."""
    return text.startswith(("；占", ";占"), begin - 1) and _SENTENCE_END.search(text, floor, begin - 1) is None


def _stated_before(left: str, before: str) -> tuple[Change | None, str, list[str] | None]:
    """The change that the clause before names where this one adds no more than the figure (增速由正转负，为-4.6%).

    With it what then stands for the figure's own clause, and the clauses before that.
    """
    earlier = _clauses(before) if len(left) < 5 and _ONLY_IS.fullmatch(left) else None
    moved = noun_of(earlier[-1]) if earlier else None
    if moved is None or not earlier:
        return None, left, earlier
    return Change(moved.direction, moved.word, None), earlier.pop()[: moved.start], earlier


def _own_metric(moved: Change | None, left: str, right: str) -> str | None:
    """What the clause itself says is measured."""
    if moved is not None:
        return moved.object or metrics.left_of(left if moved.start is None else left[: moved.start])
    taken = behind.of_next(left, right) or ("占" not in left and behind.rate_of(right)) or metrics.left_of(left)
    # 83%的企业, and 83%受访者 at the start of a clause, is nearer than what the clauses before speak of.
    return taken or (behind.share_of(right) if left else behind.right_of(right))


def _shared_out(whole: Context, text: str, end: int, left: str, earlier: list[str]) -> Context:
    """The context of the first figure behind 分别, which shares out what the others measure too."""
    bases, more = both(left), _MORE.match(text, end)
    if bases is None and more is None and left[-1:] not in _SEPARATORS and not _UNIT_SIGN.search(_right(text, end)):
        return whole  # 上衣、裙子的销量分别增长五成以上
    first, second = bases or (whole.basis, None)
    amounts = _measured(earlier, more) if bases is None else []
    count = 1 + len(_AND.findall(more[0])) if more else 2
    listed = metrics.in_turn(whole.metric, amounts, count) if whole.metric else []
    return Context(whole.direction, first, listed[0] if listed else None, tuple(listed[1:]), second)


def _next(previous: Context) -> Context:
    """The context of the next figure of a list (A、B分别增长5%和6%)."""
    metric, *others = previous.others or (previous.metric,)
    return Context(
        previous.direction, previous.second or previous.basis, metric, tuple(other for other in others if other)
    )


def _right(text: str, end: int) -> str:
    """What stands behind the figure in its clause."""
    ending = _CLAUSE_END.search(text, end, end + _RIGHT)
    return text[end : ending.start() if ending else end + _RIGHT]


def _clauses(before: str) -> list[str]:
    """The clauses of the sentence before the figure's own."""
    before = _ASIDE.sub("", before) if "(" in before or "（" in before else before
    return [clause for clause in _CUT.split(before) if len(clause) > 1] if before else []


def _measured(earlier: list[str], more: re.Match[str] | None) -> list[str]:
    """What the figures of a list measure where as many amounts stand before it; `more` are those behind the first.

    客流10万人次，收入2亿元，分别增长5%和6%
    """
    count = 1 + len(_AND.findall(more[0])) if more else 1
    amounts = [piece for clause in earlier for piece in _AND.split(clause) if _DIGIT.search(piece)]
    phrases = [phrase for phrase in map(spoken_of, amounts[-count:]) if phrase]
    return phrases if len(phrases) == count > 1 else []


def _carried(previous: Context, *, whole: bool) -> str | None:
    """What the figure before measured, or the part of which it was a share (研发投入占营收).

    The whole share is spoken of in its clause (占成本的比例从18%降到14%) and where it moves by points.
    """
    return previous.metric if whole else metrics.part_of(previous.metric)
