"""Direction, basis and metric of a percentage from the words around it."""

import re
from typing import NamedTuple

from pipeline.schema import Basis, Direction
from pipeline.tag.percents import behind
from pipeline.tag.percents import metric as metrics
from pipeline.tag.percents.basis import basis, both, named, opening
from pipeline.tag.percents.change import change, of_clause

#: How far a sentence is read to the left and to the right; keeps the time linear.
_LEFT, _RIGHT = 160, 40
#: How many clauses back a noun phrase is looked for.
_EARLIER = 3
# Read from the figure outwards, on reversed text.
_IN_SENTENCE = re.compile(r"[^。！？；\n!?;]*+")
_CLAUSE_END = re.compile(r"[，,：:（(）)。！？；\n!?;]")
_ONLY_IS = re.compile(r"(?:[约仅则已]?(?:为|达到?|是|至)|高达|仅有|只有)[约近]?")
# 提高2个百分点至19%: the level has no basis of its own.
_ONLY_TO = re.compile(r"(?:[升降增减涨跌]|上升|下降|提高)?(?:至|到|达到?|为)约?")
# What closes a clause; a whole parenthesis does not.
_CUT = re.compile(r"[，：:（(]|,(?!(?<=\d,)\d{3}(?!\d))")
_COMMA = re.compile(rf"（[^（）]*）|\([^()]*\)|{_CUT.pattern}")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_LIST = re.compile(r"(?:、|，|,|和|与|及|以及|、?和|或)(?:分别)?(?:约|近|超过?|逾)?[ ]?")

_AND = re.compile(r"[、和与及]")
# 分别回落5.3和5.5个百分点: the unit is that of the last.
_SEPARATORS = frozenset("、和与及")
_LISTED = re.compile(r"(?:[\d０-９.．·]++(?:个?百分点)?(?:、|和|与|及|以及))+$")


class Context(NamedTuple):
    """What the words around a percentage say of it."""

    direction: Direction | None
    basis: Basis | None
    metric: str | None
    #: What the next figures of a list measure (A、B分别增长5%和6%), and the basis of the second (同比、环比分别…).
    others: tuple[str, ...] = ()
    second: Basis | None = None


def context(text: str, start: int, end: int, floor: int, previous: Context | None) -> Context:
    """The context of the percentage at `[start, end)`; `floor` is the end of the one before, `previous` its context."""
    within = _IN_SENTENCE.match(text[max(0, start - _LEFT) : start][::-1])
    begin = start - (within.end() if within else 0)
    if floor <= begin:
        previous = None
    if previous and _LIST.fullmatch(text, floor, start):
        metric, *others = previous.others or (previous.metric,)
        return previous._replace(
            metric=metric,
            basis=previous.second or previous.basis,
            others=tuple(other for other in others if other),
            second=None,
        )
    sentence = text[begin:start]
    commas = [match.end() for match in _COMMA.finditer(sentence) if match.end() - match.start() == 1]
    clause_start = begin + commas[-1] if commas else begin
    earlier_start = begin
    if previous:
        clause_start, earlier_start = max(clause_start, floor), floor
    left = text[clause_start:start]
    if "(" in left or "（" in left:
        left = _ASIDE.sub("", left)
    ending = _CLAUSE_END.search(text, end, end + _RIGHT)
    right = text[end : ending.start() if ending else end + _RIGHT]
    before = text[earlier_start:clause_start]
    earlier = [clause for clause in _CUT.split(before) if len(clause) > 1] if before else []

    moved = change(_LISTED.sub("", left) if left[-1:] in _SEPARATORS else left, right)
    if moved is None and earlier and _ONLY_IS.fullmatch(left):
        moved = of_clause(earlier[-1])
        if moved is not None:  # 增速由正转负，为-4.6%
            left, moved = earlier.pop()[: moved.start], moved._replace(start=None)
    own_clause = previous is not None and floor == clause_start
    own = previous.basis if previous and own_clause and not (previous.direction and _ONLY_TO.fullmatch(left)) else None
    own = basis(left + (right[:12] if moved and moved.start is None else "")) or own
    own = own or named(left, sentence)
    phrase = left if moved is None or moved.start is None else left[: moved.start]
    metric = (moved and moved.object) or (
        behind.holding(right) or behind.of_next(left, right) if moved is None else None
    )
    metric = metric or metrics.left_of(phrase)
    if metric is None or metric.startswith("占"):
        if own is None and moved and earlier:
            own = basis(earlier[-1])
        spoken_of = (metrics.of_clause(clause) for clause in reversed(earlier[-_EARLIER:]))
        carried = next(
            (phrase for phrase in spoken_of if phrase), previous and _carried(previous, same_clause=own_clause)
        )
        metric = metrics.joined_share(metric, carried) if metric else carried
        if metric is None and (moved is None or (moved.start is not None and right.startswith("的"))):
            metric = behind.right_of(right)
    parts = _AND.split(metric) if metric and "分别" in left else []
    bases = (both(left) if "分别" in left else None) or (own or opening(sentence), None)
    return Context(
        direction=moved.direction if moved else None,
        basis=bases[0],
        metric=parts[0] if parts else metric,
        others=tuple(parts[1:]),
        second=bases[1],
    )


def _carried(previous: Context, *, same_clause: bool) -> str | None:
    """What the figure before measured: in the same clause the whole share (占成本的比例从18%降到14%), then its part."""
    return previous.metric if same_clause else metrics.part_of(previous.metric)
