"""Figures that a text compares without saying both ends at once: A against last year's B, a target against B."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.check.contradictions.changes.moves import BETWEEN, Pair
from pipeline.check.contradictions.changes.nearby import BACK, chain, nearby
from pipeline.check.reading.figures import Figure
from pipeline.check.reading.times import (
    BARE,
    LOOK_BACK,
    OLD,
    OTHER_YEAR,
    YEAR,
    age,
    compares,
    dated,
    metric,
    older,
    year_before,
)
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGE

#: Words by which a sentence without figures of its own speaks of those before it.
REFERS = re.compile("目标|相比|比去年|比上年|意味着|同比|较去年|较上年|比前一年|换句话说|也就是说")
#: A target, and words that look ahead to one.
TARGETED = re.compile("目标|力争|争取|预计|要达到")
#: What it takes to get there from the last figure before: 要实现这一目标，需增长25%.
TO_TARGET = re.compile("(?:达到|达成|实现|完成)(?:上述|这一|这个|该|全年|年度|既定)?目标[^，,。；;]{0,6}[，,]")
#: And how many sentences with amounts are gone through for what a target is measured by.
FAR = 12
#: So many figures of a sentence are looked at; a longer list compares nothing.
MOST = 16
#: Before the newer figure where the older one, and the change, were said first.
#: Said outright: 3.6万亩，比上年的3万亩增加20%; and in the sentence behind: 2022年营收为45亿元.
COMPARED = re.compile(r"[，,](?:比|较)(?:上年|去年|前年|上届|上月|(?:19|20)\d\d年)(?:同期|[年月]?[末底])?的$")
LED_TO = re.compile("[，,]?(?:至|到|达到?|达|增至|升至|降至|减至)(?:约|近|超过?)?")
RIGHT_BEHIND = re.compile(f"(?:{CHANGE.pattern})(?:了|约|近|超过?)?$")
TOLD = re.compile(
    r"(?:(?:19|20)\d\d年|上年|去年|上年同期|去年同期)[，,]?(?P<metric>[\u4e00-\u9fff]{2,12}?)(?:则|仅|约|共)?(?:为|是)$"
)
REACHING = re.compile("[，,]?(?:达到?|到达|至|为|增至|升至|降至)")
REACHED = re.compile("[，,](?:已|将|共|现)?(?:达到?|到达|增至|升至|降至|减至)了?(?:约|近|超过?)?$")


class Said(NamedTuple):
    """Where a change is stated, and the unit of what it changes: empty for any but %."""

    start: int
    end: int
    sentence: int
    unit: str = ""


def pairs(view: View, said: Said, taken: set[int]) -> list[Pair]:
    """Figures near a stated change that the words compare; `taken` are starts of figures paired already."""
    number = said.sentence
    if not said.unit and not view.counts(number) and not _refers(view, said):
        return []
    if number not in view.compared:
        last = min(chain(view, number).stop, len(view.sentences) - 1)
        view.compared[number] = compares(view, max(0, number - BACK), last)
    if not view.compared[number]:
        return []
    own = [f for f in _amounts(view, said.sentence, said, taken) if _one_part(view.text, f, said)]
    if own:
        found = [*_to_target(view, own, said, taken), *_within(view, own, said), *_across(view, own, said, taken)]
        found += _targets(view, own, said, taken)
        return [pair for pair in found if _belongs(view.text, pair, said)]
    return _behind(view, said, taken) if _refers(view, said) else []


def _refers(view: View, said: Said) -> bool:
    """Whether the words up to a change speak of figures said before."""
    return REFERS.search(view.text, max(view.sentence(said.sentence).start, said.start - 80), said.end) is not None


def _amounts(view: View, number: int, said: Said, taken: set[int]) -> list[Figure]:
    """The figures of a sentence that the change may lie between."""
    figures = _near(view.amounts(number, shares=said.unit == "%"), said)
    return [f for f in figures if f.start not in taken and said.unit in ("", f.unit)]


def _near(figures: Sequence[Figure], said: Said) -> Sequence[Figure]:
    """Those around the change; a list of hundreds is no comparison, and must not cost its square."""
    if len(figures) <= MOST:
        return figures
    place = bisect_left(figures, said.start, key=lambda figure: figure.start)
    return figures[max(0, place - MOST) : place + MOST]


def _one_part(text: str, figure: Figure, said: Said) -> bool:
    """Whether no semicolon lies between the two, or an old time follows it: …下降60%；去年为25亿元."""
    first, last = sorted((figure.end, said.start))
    mark = max(text.rfind("；", first, last), text.rfind(";", first, last))
    return mark < 0 or OLD.match(text, mark + 1) is not None


def _belongs(text: str, pair: Pair, said: Said) -> bool:
    """Whether the change is said of this pair: a figure stands before it, or 达到 right behind it."""
    if min(pair.new.start, pair.old.start) < said.start:
        return True
    return REACHING.match(text, said.end, pair.new.start) is not None


def _within(view: View, own: Sequence[Figure], said: Said) -> list[Pair]:
    """Pairs of one sentence: an older figure belongs to the nearest one before it, else to the next."""
    found = []
    ages = [age(view, figure, view.sentence(said.sentence)) for figure in own]
    for place, old in enumerate(own):
        if ages[place].old:
            others = [*range(place - 1, -1, -1), *range(place + 1, len(own))]
            if place + 1 < len(own) and REACHED.search(view.text[old.end : own[place + 1].start][-BETWEEN:]):
                others = [place + 1]  # 比上年的96亿元上涨25%，达到120亿元
            before = ages[place].before
            newer = (i for i in others if not ages[i].old or (before and i < place and not ages[i].before))
            partner = next((own[i] for i in newer if own[i].unit == old.unit), None)
            if partner:
                between, behind = view.text[partner.end : old.start], view.text[old.end : said.start]
                sure = len(between) < BETWEEN and bool(COMPARED.match(between) and RIGHT_BEHIND.match(behind))
                found.append(Pair(partner, old, sure=sure))
        elif place and ages[place - 1].year is None and _then(view, own[place - 1], old, said):
            found.append(Pair(own[place - 1], old, sure=False))
        else:
            found += [
                Pair(new, old, sure=False)
                for new, its in zip(own, ages, strict=True)
                if new.unit == old.unit and not its.old and year_before(ages[place], its)
            ]
    return found


def _then(view: View, new: Figure, old: Figure, said: Said) -> bool:
    """Whether behind a change of the one the other is told of another year: 净利润2.8亿元，增长40%，2022年为2亿元."""
    if not new.end <= said.start < said.end <= old.start or new.unit != old.unit:
        return False
    return OTHER_YEAR.fullmatch(view.text, said.end, old.start) is not None


def _across(view: View, own: Sequence[Figure], said: Said, taken: set[int]) -> Iterator[Pair]:
    """The figure before the change against an older one of the same metric in a sentence nearby."""
    number = said.sentence
    before = [f for f in own if f.start < said.start] or _reached(view, own, said)
    if not before:
        return
    new = before[-1]
    its = age(view, new, view.sentence(number))
    if its.old:
        return
    if its.year is None:
        # The year stands at the head of a chain of sentences joined by semicolons.
        head = view.sentence(chain(view, number).start)
        years = YEAR.findall(view.text, head.start, min(head.end, head.start + LOOK_BACK))
        its = its._replace(year=int(years[-1]) if years else None)
    for other in nearby(view, number):
        if not dated(view, other):
            continue
        older = [f for f in _amounts(view, other, said, taken) if f.unit == new.unit]
        if other > number and len(older) > 1:
            # 2022年，这两个数字分别是A和B: each belongs to the figure of its rank.
            chained = (f for n in chain(view, number) for f in _amounts(view, n, said, taken))
            mine = [f for f in chained if f.unit == new.unit]
            older = [older[mine.index(new)]] if len(older) == len(mine) else []
        for old in older:
            old_age = age(view, old, view.sentence(other))
            bare = its.year is None and BARE.match(view.text, view.sentence(other).start) is not None
            if (old_age.old or bare or year_before(old_age, its)) and (
                other > number or metric(view, new, number) & metric(view, old, other)
            ):
                yield Pair(new, old, sure=other == number + 1 and _told(view, new, old, number))


def _reached(view: View, own: Sequence[Figure], said: Said) -> list[Figure]:
    """The figure behind the change that it led to: 增长25%至50亿元."""
    behind = next((f for f in own if f.start >= said.end), None)
    return [behind] if behind and LED_TO.fullmatch(view.text[said.end : behind.start][:BETWEEN]) else []


def _told(view: View, new: Figure, old: Figure, number: int) -> bool:
    """Whether the next sentence names the metric of this one, and its older figure: 2022年营收为45亿元."""
    sentence = view.sentence(number)
    told = TOLD.match(view.text[sentence.end : old.start].lstrip()[: 2 * BETWEEN])
    return told is not None and told["metric"] in view.text[sentence.start : new.start]


def _to_target(view: View, own: Sequence[Figure], said: Said, taken: set[int]) -> Iterator[Pair]:
    """The figure before “to reach the target” and the target, named in a sentence nearby: the change leads to it."""
    before = [f for f in own if f.start < said.start]
    reached = TO_TARGET.search(view.text, before[-1].end, said.start) if before and not said.unit else None
    if not reached:
        return
    old = before[-1]
    for other in nearby(view, said.sentence):
        for new in _amounts(view, other, said, taken):
            targeted = TARGETED.search(view.text, max(0, new.start - 40), new.end + 20)
            if targeted and new.unit == old.unit and metric(view, new, other) & metric(view, old, said.sentence):
                yield Pair(new, old, sure=False)


def _targets(view: View, own: Sequence[Figure], said: Said, taken: set[int]) -> Iterator[Pair]:
    """A target against what the page says of the same metric anywhere before."""
    number = said.sentence
    before = [f for f in own if f.start < said.start]
    if not before or said.unit or not TARGETED.search(view.text, max(0, before[-1].start - 40), said.end):
        return
    new = before[-1]
    last = bisect_left(view.money_sentences, number - BACK)
    for other in view.money_sentences[max(0, last - FAR) : last]:
        for old in _amounts(view, other, said, taken):
            if old.unit == new.unit and metric(view, new, number) & metric(view, old, other):
                yield Pair(new, old, sure=False)


def _behind(view: View, said: Said, taken: set[int]) -> list[Pair]:
    """Pairs of the sentences before one that only refers to them."""
    marked = [
        (figure, age(view, figure, view.sentence(other)), metric(view, figure, other))
        for other in nearby(view, said.sentence)
        if other < said.sentence
        for figure in _amounts(view, other, said, taken)
    ][: 2 * MOST]
    return [
        Pair(new, old, sure=False)
        for new, new_age, new_metric in marked
        for old, old_age, old_metric in marked
        if new is not old and new.unit == old.unit and older(old_age, new_age) and new_metric & old_metric
    ]
