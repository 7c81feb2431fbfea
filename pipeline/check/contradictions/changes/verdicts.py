"""Stated changes against stated amounts: a rise from A to a smaller B, a fall of 36 % from 2.2 to 3."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.contradictions.changes.moves import Move, Pair, moves
from pipeline.check.contradictions.changes.pairs import Said, pairs
from pipeline.check.contradictions.changes.solve import Reading, Stated, best, fits, ways
from pipeline.check.contradictions.changes.thirds import Third, thirds
from pipeline.check.reading.figures import Figure
from pipeline.check.reading.percents import Percent
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGE, Change

#: A percentage that is an average or runs over several years.
AVERAGED = re.compile(r"年均|月均|复合|平均每年|平均每月|累计|翻")
#: A rate quoted the other way round rises as its figure falls.
QUOTED = re.compile("汇率|比价|贬值|升值|兑换|兑美元|兑1美元")
#: How far behind “从A增长到B” its percentage may stand.
REACH = 18
#: What was added or taken away in all may stand between: 由160亿元增加到240亿元，增加80亿元，增长50%.
NET = re.compile(
    rf"[，,](?:净|共)?(?:{CHANGE.pattern})(?:了|约|近)?\d[\d.]*[十百千万亿]*[^\d，,。；;%％‰倍]{{1,3}}(?=[，,])"
)
#: Words between that say nothing of another metric.
EMPTY = re.compile(
    r"同比|环比|比上年|较上年|比去年|较去年|分别|实际|名义|约|超过?|近|达到?|为|了|幅度?|[\d一二三四五六七八九十两]{1,3}年(?:间|来|里|内)?|[，,（(：:、\s]"
)

#: Where no substitution explains the difference it has to be larger than other prices or later counts make it.
FAR_OFF = 0.02
#: A cheap look for amounts added or taken away.
ADDING = re.compile(r"(?:增加|减少|增长|下降|增产|减产|增收|减收)[了约近]?\d[\d,.．]*+(?!个?百分|[%％‰倍])")


@dataclass(slots=True)
class Verdict:
    """What two figures say of a change: it fits, or it does not, and all `ways` to read them that would make
    it fit, those that suppose least first.

    `percent` is the percentage judged, null where only the word of change is; `place` is the word's; `step` the amount
    added or taken away, where that is judged.
    """

    percent: Percent | None
    change: Change | None
    pair: Pair
    place: tuple[int, int]
    fitting: bool
    ways: tuple[Reading, ...]
    step: Figure | None = None
    #: The ways in which the step and both figures together would fit, with other scale words.
    thirds: tuple[Third, ...] = ()
    #: The ways that suppose least.
    readings: tuple[Reading, ...] = ()

    def __post_init__(self) -> None:
        self.readings = best(self.ways) if len(self.ways) > 1 else self.ways


def verdicts(view: View) -> list[Verdict]:
    """Every change that figures confirm or contradict."""
    judged: set[str] = set()
    taken: set[int] = set()
    found: list[Verdict] = []
    starts = [percent.entity.start for percent in view.directed]
    for move in moves(view):
        taken |= {move.pair.new.start, move.pair.old.start}
        percent = _percent_of(view, move, starts)
        if percent:
            judged.add(percent.entity.id)
        found += _judge_move(move, percent)
    for percent in view.directed:
        if percent.entity.id in judged or not _sized(percent):
            continue
        points = percent.value.unit == "percentage_point"
        entity = percent.entity
        said = Said(entity.start, entity.end, entity.sentence, "%" if points else "")
        compared = pairs(view, said, taken)
        if compared and not _averaged(view, percent):
            verdict = _judge(said, _stated(percent), percent, compared)
            found += [verdict] if verdict else []
    return [*found, *_differences(view, taken)]


def _differences(view: View, taken: set[int]) -> Iterator[Verdict]:
    """Amounts added or taken away, against what there was and is: 比年初增加120亿元, 年初为940亿元."""
    for number, words in view.several:
        may_add = ("增" in words or "减" in words or "下降" in words) and ADDING.search(words)
        figures = view.figures(number) if may_add else ()
        for figure in figures:
            if figure.added and figure.unit != "%" and len(figures) > 2:
                stated = Stated(figure.added.sign, figure.low, figure.high, points=True)
                said = Said(figure.start, figure.end, number, figure.unit)
                compared = [pair for pair in pairs(view, said, taken) if _same_sentence(view, pair, number)]
                verdict = _judge(said, stated, figure.added, compared)
                if verdict and (verdict.fitting or (verdict.readings and verdict.readings[0].inverted)):
                    verdict.step = figure
                    yield verdict
                    continue
                for pair in compared:
                    if ways := thirds(pair, figure, figure.added.sign):
                        place = (figure.start, figure.end)
                        yield Verdict(None, figure.added, pair, place, fitting=False, ways=(), step=figure, thirds=ways)
                        break


def _same_sentence(view: View, pair: Pair, number: int) -> bool:
    sentence = view.sentence(number)
    return all(sentence.start <= figure.start < sentence.end for figure in (pair.new, pair.old))


def _sized(percent: Percent) -> bool:
    """Whether the size of the change can be compared: no range, no multiple."""
    return percent.value.unit in ("percent", "permille", "percentage_point") and percent.value.ratio_max is None


def _percent_of(view: View, move: Move, starts: Sequence[int]) -> Percent | None:
    """The percentage right behind “从A增长到B” that gives the size of that change."""
    new = move.pair.new
    net = NET.match(view.text, new.end)
    place = net.end() if net else new.end
    index = bisect_left(starts, place)
    percent = view.directed[index] if index < len(starts) else None
    if percent is None or percent.entity.start > place + REACH or percent.entity.sentence != move.sentence:
        return None
    if not _sized(percent) or _averaged(view, percent):
        return None
    if (percent.value.unit == "percentage_point") != (new.unit == "%"):
        return None
    between = CHANGE.sub("", EMPTY.sub("", view.text[place : percent.entity.start]))
    return None if len(between) > 1 else percent


def _judge_move(move: Move, percent: Percent | None) -> Iterator[Verdict]:
    """The word of change, and the percentage behind it, against the two ends; together where they say the same."""
    pair = move.pair
    if percent is None or _stated(percent).sign != move.change.sign:
        stated = Stated(move.change.sign)
        fitting = fits(stated, pair.new, pair.old)
        found = () if fitting else ways(stated, pair.new, pair.old)
        yield Verdict(None, move.change, pair, move.place, fitting, found)
    if percent is not None:
        stated = _stated(percent)
        fitting = fits(stated, pair.new, pair.old)
        found = () if fitting else ways(stated, pair.new, pair.old, coarse_only=False)
        together = stated.sign == move.change.sign
        yield Verdict(percent, move.change if together else percent.change, pair, move.place, fitting, found)


def _judge(said: Said, stated: Stated, what: Percent | Change | None, compared: Sequence[Pair]) -> Verdict | None:
    """A change, a percentage or an amount added, against the pairs of figures that the words around it compare."""
    percent = what if isinstance(what, Percent) else None
    change = percent.change if percent else what if isinstance(what, Change) else None
    place = (said.start, said.end)
    fitting = next((pair for pair in compared if fits(stated, pair.new, pair.old)), None)
    if fitting:
        return Verdict(percent, change, fitting, place, fitting=True, ways=())
    solved = [(found, pair) for pair in compared if (found := ways(stated, pair.new, pair.old))]
    if not solved:
        outright = next((pair for pair in compared if pair.sure and not fits(stated.widened(FAR_OFF), *pair[:2])), None)
        return Verdict(percent, change, outright, place, fitting=False, ways=()) if outright else None
    found, pair = min(solved, key=lambda its: its[0][0].cost)
    return Verdict(percent, change, pair, place, fitting=False, ways=found)


def _averaged(view: View, percent: Percent) -> bool:
    start = view.sentence(percent.entity.sentence).start
    clause = view.clause_start(percent.entity.start, max(start, percent.entity.start - 30))
    if QUOTED.search(view.text, max(start, percent.entity.start - 100), percent.entity.end):
        return True
    return AVERAGED.search(view.text, clause, percent.entity.start) is not None


def _stated(percent: Percent) -> Stated:
    return Stated(
        1 if percent.value.direction == "increase" else -1,
        percent.figure.low,
        percent.figure.high,
        percent.value.unit == "percentage_point",
    )
