"""Stated changes against stated amounts: from A to B, A against last year's B, a target against B."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.check.claims import Claim, Support
from pipeline.check.figures import Figure, Percent, View
from pipeline.check.solve import Reading, Stated, best, fits
from pipeline.check.words import CHANGE, CHANGES, Change
from pipeline.schema import Sentence

#: Between A and B of “从A增长到B”: a word of change and 到, or a word that holds both.
ARROW = re.compile(r"^(?:[，,]?(?P<words>[\u4e00-\u9fff]{0,8}?)?)(?:到|至|为)(?:了)?(?P<rest>[^，,。；;、]{0,14})$")
#: Before A.
FROM = re.compile(r"(?:从|由|自)(?!于|此|然|己)[^，,。；;]{0,22}$")
#: A change of a rank, a record or a duration may be “raised” by a smaller number.
UNORDERED = {"位", "名", "小时", "分钟", "天", "毫米", "厘米"}
IMPROVES = {"提高", "提升", "改善", "上升", "升", "下降", "降"}

#: Words before a figure that make it the older of two.
OLD = re.compile(
    r"上年|去年|上一年|前年|往年|同期|上月|上个月|上季|上一季|上期|上届|此前|先前|原来|原先|原有|原计划|年初|期初|以前|之前|"
    r"(?<!占)比(?!例|重|亚|赛|武|价|率)(?!.{0,4}(?:增长|下降|增|降))|较|相比(?!之下)"
)
#: Words that make it the newer one.
NEW = re.compile(
    r"今年|本年|本月|本季|本期|当年|当前|目前|如今|现在|现有|目标|力争|争取|计划|预计|预期|将达|将突破|要达到"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
#: A percentage of which the sentence says that it is an average or runs over several years.
AVERAGED = re.compile(r"年均|月均|年复合|复合|平均每年|平均每月|累计|翻")
#: Words by which a sentence without figures of its own speaks of those before it.
REFERS = re.compile(r"目标|相比|比去年|比上年|意味着|同比|较去年|较上年|比前一年|这一数字|换句话说|也就是说")
#: How far apart the figures of one comparison may be, in sentences.
BEFORE, AFTER = 2, 1


class Pair(NamedTuple):
    """Two figures of one thing. `sure` if their order is said outright (从…到…), not gathered from words nearby."""

    new: Figure
    old: Figure
    sure: bool


class Verdict(NamedTuple):
    """What two figures say of a change: it fits, or it does not, and which readings would make it fit."""

    percent: Percent | None
    change: Change | None
    pair: Pair
    place: tuple[int, int]
    fitting: bool
    readings: tuple[Reading, ...]


def verdicts(view: View) -> list[Verdict]:
    """Every change that figures confirm or contradict, in order."""
    return list(_verdicts(view))


def stated_changes(view: View, judged: Sequence[Verdict]) -> list[Claim]:
    """Changes that the figures beside them contradict."""
    return [claim for verdict in judged if not verdict.fitting for claim in _claims(view, verdict)]


def _verdicts(view: View) -> Iterator[Verdict]:
    text = view.text
    judged: set[str] = set()
    if "从" in text or "由" in text or "自" in text:
        for number, sentence in enumerate(view.draft.sentences):
            if FROM_TO.search(text, sentence.start, sentence.end):
                for pair, change, place in _from_to(view, number, sentence):
                    yield from _judge_from_to(view, number, pair, change, place, judged)
    for percent in view.directed:
        if percent.entity.id in judged or percent.value.unit not in ("percent", "permille", "percentage_point"):
            continue
        if percent.value.ratio_max is not None or _averaged(view, percent):
            continue
        verdict = _judge_percent(view, percent)
        if verdict:
            yield verdict


#: A cheap look before figures are made: 从 … a word of motion … 到 or 至.
FROM_TO = re.compile(r"(?:从|由|自)[^。；;\n]{0,40}?\d[^。；;\n]{0,30}?(?:到|至|为)")


def _from_to(view: View, number: int, sentence: Sentence) -> Iterator[tuple[Pair, Change, tuple[int, int]]]:
    figures = view.figures(number)
    for old, new in pairwise(figures):
        if old.unit != new.unit or old.value <= 0 or new.start < old.end:
            continue
        between = view.text[old.end : new.start]
        before = FROM.search(view.text, sentence.start, old.start)
        if not before or not ARROW.match(between) or "亏" in before[0] or "-" in before[0] or "负" in before[0]:
            continue
        found = next(iter(CHANGE.finditer(between)), None)
        if not found:
            continue
        change = CHANGES[found[0]]
        if old.unit in UNORDERED and change.word in IMPROVES:
            continue
        yield Pair(new, old, sure=True), change, (old.end + found.start(), old.end + found.end())


def _judge_from_to(
    view: View, number: int, pair: Pair, change: Change, place: tuple[int, int], judged: set[str]
) -> Iterator[Verdict]:
    """The word of change against the figures, with the percentage that follows them, if one does."""
    percent = next(
        (
            p
            for p in view.directed
            if p.entity.sentence == number
            and pair.new.end <= p.entity.start <= pair.new.end + 18
            and not _averaged(view, p)
            and p.value.unit in ("percent", "permille", "percentage_point")
            and p.value.ratio_max is None
            and p.entity is not pair.new.entity
        ),
        None,
    )
    if percent and (percent.value.unit == "percentage_point") != (pair.new.unit == "%"):
        percent = None
    if percent and _another_metric(view.text[pair.new.end : percent.entity.start]):
        percent = None
    if percent:
        judged.add(percent.entity.id)
        stated = _stated(percent)
        fitting = fits(stated, pair.new, pair.old) and change.sign == stated.sign
        readings = () if fitting else tuple(best(stated, pair.new, pair.old, coarse_only=False))
        yield Verdict(percent, change, pair, place, fitting, readings)
        return
    stated = Stated(change.sign)
    fitting = fits(stated, pair.new, pair.old)
    yield Verdict(None, change, pair, place, fitting, () if fitting else tuple(best(stated, pair.new, pair.old)))


def _another_metric(between: str) -> bool:
    """Whether the words between the figures and the percentage begin to speak of something else."""
    rest = re.sub(
        r"同比|环比|比上年|较上年|比去年|较去年|分别|实际|名义|约|超过?|近|达到?|为|了|幅度?|[，,（(：:、\s]",
        "",
        between,
    )
    rest = CHANGE.sub("", rest)
    return len(rest) > 1


def _judge_percent(view: View, percent: Percent) -> Verdict | None:
    """A percentage against the pairs of figures that its sentence and those around it compare."""
    pairs = [pair for pair in _pairs(view, percent) if pair.new.entity is not percent.entity]
    if not pairs:
        return None
    stated = _stated(percent)
    place = (percent.entity.start, percent.entity.end)
    fitting = [pair for pair in pairs if fits(stated, pair.new, pair.old)]
    if fitting:
        return Verdict(percent, percent.change, fitting[0], place, fitting=True, readings=())
    solved = [(found[0].cost, index, found) for index, pair in enumerate(pairs) if (found := _solve(stated, pair))]
    if not solved:
        return None
    _, index, found = min(solved)
    return Verdict(percent, percent.change, pairs[index], place, fitting=False, readings=tuple(found))


def _solve(stated: Stated, pair: Pair) -> list[Reading]:
    return best(stated, pair.new, pair.old)


def _pairs(view: View, percent: Percent) -> list[Pair]:
    """Figures of one unit near the percentage, one of which is marked as the older."""
    here = percent.entity.sentence
    sentences = view.draft.sentences
    own = [f for f in view.figures(here) if f.unit != "%"]
    points = percent.value.unit == "percentage_point"
    if points:
        own = [f for f in view.figures(here) if f.unit == "%" and not _directed(f)]
    window = [(f, here) for f in own]
    refers = REFERS.search(view.text, sentences[here].start, percent.entity.end) is not None
    if own or refers:
        for number in range(here - 1, here - BEFORE - 1, -1):
            if number < 0 or sentences[number].section != sentences[here].section:
                break
            window += [(f, number) for f in view.figures(number) if (f.unit == "%") == points and not _directed(f)]
        following = here + AFTER
        if following < len(sentences) and _starts_old(view.text, sentences[following]):
            window += [(f, following) for f in view.figures(following) if (f.unit == "%") == points]
    if len(window) < 2:
        return []
    marked = [(figure, number, _age(view, figure, sentences[number])) for figure, number in window]
    pairs = []
    for new, where_new, age_new in marked:
        for old, where_old, age_old in marked:
            if new is old or new.unit != old.unit or not _older(age_old, age_new):
                continue
            if own and here not in (where_new, where_old):
                continue
            pairs.append(Pair(new, old, sure=False))
    return pairs


def _directed(figure: Figure) -> bool:
    """A percentage that states a change is no amount."""
    return figure.entity is not None and getattr(figure.entity.value, "direction", None) is not None


def _starts_old(text: str, sentence: Sentence) -> bool:
    return OLD.search(text, sentence.start, min(sentence.end, sentence.start + 8)) is not None


class Age(NamedTuple):
    """What the words before a figure say of its time."""

    old: bool
    new: bool
    year: int | None


def _age(view: View, figure: Figure, sentence: Sentence) -> Age:
    start = view.clause_start(figure.start, max(sentence.start, figure.start - 30))
    words = view.text[start : figure.start]
    behind = view.text[figure.end : min(figure.end + 20, sentence.end)]
    years = YEAR.findall(words)
    if not years and start > sentence.start:
        years = YEAR.findall(view.text[max(sentence.start, start - 16) : start])
    old = OLD.search(words[-14:]) is not None
    new = NEW.search(words) is not None or re.match(r"[^，,。；;]{0,16}目标", behind) is not None
    return Age(old, new, int(years[-1]) if years else None)


def _older(old: Age, new: Age) -> bool:
    """Whether the words make the one the older of the two."""
    if old.old:
        return not new.old
    if old.year is not None and new.year is not None:
        return old.year == new.year - 1
    return new.new and old.year is not None and new.year is None and not new.old


def _averaged(view: View, percent: Percent) -> bool:
    start = view.sentence(percent.entity.sentence).start
    clause = view.clause_start(percent.entity.start, max(start, percent.entity.start - 30))
    return AVERAGED.search(view.text, clause, percent.entity.start) is not None


def _stated(percent: Percent) -> Stated:
    return Stated(
        1 if percent.value.direction == "increase" else -1,
        percent.figure.low,
        percent.figure.high,
        percent.value.unit == "percentage_point",
    )


def _claims(view: View, verdict: Verdict) -> Iterator[Claim]:
    """The verdict as a claim. Words nearby are not enough to accuse: there a substitution has to explain it."""
    pair, percent = verdict.pair, verdict.percent
    readings = verdict.readings
    if not readings and not pair.sure:
        return
    change = verdict.change
    places = [(pair.old.start, pair.old.end), (pair.new.start, pair.new.end)]
    if percent is None or pair.sure:
        places.append(verdict.place)
    if percent is not None:
        places.append((percent.entity.start, percent.entity.end))
    old, new = view.text[slice(*places[0])], view.text[slice(*places[1])]
    word = change.word if change else "change"
    said = f"{word} {percent.entity.text}" if percent else word
    actual = _actual(pair, points=pair.new.unit == "%")
    yield Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted(set(places))),
        message=f"“{said}” does not agree with {old} and {new}: from the one to the other is {actual}.",
        confidence=_confidence(verdict),
        suggestion=_suggestion(verdict),
        supports=tuple(_supports(verdict)),
    )


def _confidence(verdict: Verdict) -> float:
    if verdict.pair.sure:
        return 0.95 if verdict.readings else 0.85
    return 0.9


def _actual(pair: Pair, *, points: bool) -> str:
    if points:
        return f"{(pair.new.value - pair.old.value) * 100:+.1f} percentage points"
    return f"{(pair.new.value / pair.old.value - 1) * 100:+.1f} %"


def _suggestion(verdict: Verdict) -> dict[str, object] | None:
    if not verdict.readings:
        return None
    reading = verdict.readings[0]
    if reading.inverted and not reading.new and not reading.old:
        sign = verdict.change.sign if verdict.change else 1
        return {
            "field": "direction",
            "written": "increase" if sign > 0 else "decrease",
            "value": "decrease" if sign > 0 else "increase",
        }
    scales = [scale for scale in (reading.new, reading.old) if scale]
    if scales and not reading.inverted:
        return {"field": "unit", "written": scales[0][0], "value": scales[0][1]}
    return None


def _supports(verdict: Verdict) -> Iterator[Support]:
    """What the cheapest readings have in common; where they differ each has its share."""
    share = 0.96 / max(len(verdict.readings), 1)
    if not verdict.pair.sure:
        share *= 0.97
    if verdict.readings and verdict.percent is None:
        share *= 0.9
    for reading in verdict.readings:
        if reading.inverted and verdict.change:
            entity = verdict.percent.entity.id if verdict.percent else None
            yield Support(entity, verdict.change.word, verdict.change.opposite, share)
            if verdict.percent and verdict.percent.change and verdict.percent.change.word != verdict.change.word:
                own = verdict.percent.change
                yield Support(entity, own.word, own.opposite, share)
        for scale, figure in ((reading.new, verdict.pair.new), (reading.old, verdict.pair.old)):
            if scale:
                yield Support(figure.entity.id if figure.entity else None, scale[0], scale[1], share)
