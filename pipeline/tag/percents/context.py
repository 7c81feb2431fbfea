"""Direction, basis and metric of a percentage from the words around it."""

import re

from pipeline.schema import Basis
from pipeline.tag.percents import behind
from pipeline.tag.percents import metric as metrics
from pipeline.tag.percents.basis import basis, named, opening, year_before
from pipeline.tag.percents.change import COMPARED_WITH, Change, beside, change, noun_of
from pipeline.tag.percents.lists import SEPARATORS, Context, listed, shared_out
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
_COMPARES = re.compile(
    r"(?<![同环占对])[比较](?![例重率值分赛大小多少高低快慢为强弱好])|[高低多少超大小][出于过](?=[^，,\d]{2})|跑[赢输]"
)
# 是上年同期的3.6倍: a level, told in terms of another.
_OF_LEVEL = re.compile(r"(?:[年月季期日天]|水平)的(?:约|近|不到|超过?)?$")
# 同比增速由2.1%提高到4.2%
_RATE = re.compile("[同环]比[增降涨跌减升加][速幅长率]")
# 拉动出口增长5.8个百分点, 降幅收窄0.6个百分点: what a basis that lasts does not hold for.
_IN_RATES = re.compile("拉动|影响|贡献|带动|[增降涨跌减升]幅|增速|[由从]")

# 分别回落5.3和5.5个百分点: the unit is that of the last.
_LISTED = re.compile(r"(?:[\d０-９.．·]++(?:个?百分点)?(?:、|和|与|及|以及))+$")


def context(
    text: str, start: int, end: int, floor: int, previous: Context | None, lasting: Basis | None = None
) -> Context:
    """The context of the percentage at `[start, end)`; `floor` is the end of the one before, `previous` its context.

    `lasting` is the basis of the changes that name none (比去年同期增长7.6%（下同）).
    """
    outwards = text[start - _LEFT if start > _LEFT else 0 : start][::-1]
    reach = _OUTWARDS.match(outwards)
    begin, clause_start = (start - reach.end(), start - reach.end("clause")) if reach else (start, start)
    since = begin  # what the figure before does not take
    if floor <= begin and not _goes_on(text, floor, begin):
        previous = None
    if previous is not None:
        alike = listed(text, start, end, floor, previous)
        if alike:
            return alike
        clause_start, since = max(clause_start, floor), floor
    left = text[clause_start:start]
    left = _ASIDE.sub("", left) if "(" in left or "（" in left else left

    same_clause = previous is not None and floor == clause_start
    right, earlier = "", None
    held = behind.holding(text, end)
    moved = None if held else change(_LISTED.sub("", left) if left[-1:] in SEPARATORS else left)
    if moved is None:
        left = "" if same_clause and left[-1:] in SEPARATORS else left  # 25%手机、20%毛衣
        right = _right(text, end)
        moved = (
            None
            if held
            else beside(
                left,
                right,
                points="点" in text[start:end],
                opened=text.startswith("相比", max(begin, clause_start - 3)),
            )
        )
        if moved is None:
            moved, left, earlier = _stated_before(left, text[since:clause_start])
    level = None if moved else _from_level(left)
    own = _own_basis(moved, level, left, right, previous if same_clause else None)
    own = own or named(left, text, begin, start)

    metric = held or _own_metric(moved, left, right)
    if metric is None or metric.startswith("占"):
        if earlier is None:  # in titles a space is the end of a clause
            before = text[since:clause_start]
            earlier = _clauses(before if metric else before + left.rpartition(" ")[0])
        if own is None and moved and earlier and not _COMPARES.search(left):
            own = "yoy" if year_before(earlier[-1]) else basis(earlier[-1])
        phrases = (spoken_of(clause, share=metric is not None) for clause in reversed(earlier[-_EARLIER:]))
        carried = next(filter(None, phrases), None)
        if carried is None and previous is not None:
            carried = _carried(previous, whole=same_clause or "点" in text[start:end])
        metric = metrics.joined_share(metric, carried) if metric else carried
        if metric is None and (moved is None or (moved.start is not None and text.startswith("的", end))):
            metric = behind.right_of(right or _right(text, end))
    direction = moved.direction if moved else None
    if own is None and direction and not _COMPARES.search(left):
        own = opening(text[begin:start]) or (None if _IN_RATES.search(left) else lasting)
    second = (basis(level[0]) if level else None) or own
    if own and direction is None and text[start] != "翻" and not _is_rate(left, previous if same_clause else None):
        own = None
    found = Context(direction, own, metric, second=second)
    return shared_out(found, text, end, left, _right(text, end), earlier or []) if "分别" in left else found


def _is_rate(left: str, previous: Context | None) -> bool:
    """Whether a level is one of a change against a basis (同比增速由2.1%提高到4.2%); others have none."""
    if previous is not None and previous.direction is None:
        return previous.basis is not None
    return _RATE.search(left) is not None


def _from_level(left: str) -> re.Match[str] | None:
    """The level that a change started from or is compared with, where the figure is one (由去年同期的41%升至53.7%)."""
    if "由" in left or "从" in left or "自" in left or left.endswith("的"):
        return _FROM_LEVEL.search(left)
    return None


def _own_basis(
    moved: Change | None, level: re.Match[str] | None, left: str, right: str, previous: Context | None
) -> Basis | None:
    """The basis that the clause names, or has from the figure before in it."""
    if moved is None and level is None and "的" in left[-3:] and _OF_LEVEL.search(left):
        return None
    own = basis(left + right[:12] if moved and moved.start is None else left[: level.start()] if level else left)
    if own or previous is None:
        return own
    if _ONLY_TO.fullmatch(left):
        return None if previous.direction else previous.basis
    return previous.second or previous.basis


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


def _right(text: str, end: int) -> str:
    """What stands behind the figure in its clause."""
    ending = _CLAUSE_END.search(text, end, end + _RIGHT)
    return text[end : ending.start() if ending else end + _RIGHT]


def _clauses(before: str) -> list[str]:
    """The clauses of the sentence before the figure's own."""
    before = _ASIDE.sub("", before) if "(" in before or "（" in before else before
    return [clause for clause in _CUT.split(before) if len(clause) > 1] if before else []


def _carried(previous: Context, *, whole: bool) -> str | None:
    """What the figure before measured, or the part of which it was a share (研发投入占营收).

    The whole share is spoken of in its clause (占成本的比例从18%降到14%) and where it moves by points.
    """
    return previous.metric if whole else metrics.part_of(previous.metric)
