"""Figures that a text compares: from A to B, A against last year's B, a target against B."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.check.figures import Age, Figure
from pipeline.check.view import View
from pipeline.check.words import CHANGE, CHANGES, Change
from pipeline.schema import Sentence

#: A cheap look before figures are made: 从 … a figure … 到, 至 or 为.
FROM_TO = re.compile(r"[从由自][^。；;\n]{0,24}?\d[^。；;\n]{0,24}?[到至为]")
#: Before A of “从A增长到B”.
FROM = re.compile(r"[从由自](?!于|此|然|己)[^，,。；;]{0,22}$")
#: Between A and B: a word of change and 到, or a word that holds both.
ARROW = re.compile(r"^[，,]?[\u4e00-\u9fff]{0,8}?[到至为]了?[^，,。；;、]{0,14}$")
#: Between A and B of “…约A，2027年有望增长到B”: a later time and nothing of another metric.
LATER = re.compile(
    r"^(?:左右|以上|上下)?[，,](?:预计|到|至|在)?(?:(?:19|20)\d\d年|[今明当]年|\d{1,2}月|[一二三四]季度)?(?:底|末|初)?"
    rf"(?:则|将|有望|预计|已经?|会|可|或|又|进一步)*(?P<word>{CHANGE.pattern})[到至]了?(?:约|近|超过?)?$"
)
REACHES = re.compile(r"[长加少降跌滑升涨高大小落][到至][了约近超]?过?\d")
#: What lies below zero, or is a loss, does not grow as its number does.
NEGATIVE = re.compile("亏|-|负|零下")
#: The word of change between them, and how far apart the two may be.
WORD = re.compile(f"(?P<word>{CHANGE.pattern})")
BETWEEN = 40
#: A rank, a record or a duration may be “raised” by a smaller number.
UNORDERED = {"位", "名", "小时", "分钟", "天", "毫米", "厘米"}
IMPROVES = {"提高", "提升", "上升", "升", "下降", "降"}

#: Words before a figure that make it the older of two.
OLD = re.compile(
    "上年|去年|上一年|前年|往年|同期|上月|上个月|上季|上一季|上期|上届|此前|先前|原来|原先|原有|原计划|年初|期初|以前|之前|年前|最初|当初|起初|改造前|开通前|实施前|"
    "(?<![占同环])比(?!例|重|亚|赛|武|价|率)(?!.{0,4}(?:增长|下降|增|降))|较|相比(?!之下)"
)
#: Words that make it the newer one; 目标 may stand behind it.
NEW = re.compile(
    "今年|本年|本月|本季|本期|当年|当前|目前|如今|现在|现有|目标|力争|争取|计划|预计|预期|将达|将突破|要达到"
)
TARGET = re.compile("[^，,。；;]{0,16}目标")
#: An old time that opens a sentence speaks for its first figure: 去年,景区接待游客80万人次.
OPENING = re.compile("(?:上年|去年|上一年|前年|上月|上季度|此前|一年前)[^，,\\d]{0,4}[，,]$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
#: Words by which a sentence without figures of its own speaks of those before it.
REFERS = re.compile("目标|相比|比去年|比上年|意味着|同比|较去年|较上年|比前一年|换句话说|也就是说")
#: A sentence that names a year and at once its figure speaks of what was said before: 2022年为64亿元.
BARE = re.compile(r"(?:19|20)\d\d年[，,]?(?:这[^，,\d]{0,6})?(?:则|仅|分别)?[为是]")
#: How far before its clause a figure's year is looked for.
LOOK_BACK = 60
#: How far back the other figure of a comparison may be, in sentences.
BACK = 2
#: So many sentences joined by semicolons are taken together.
CHAIN = 4
#: And how many sentences with amounts are gone through for what a target is measured by.
FAR = 12
#: So many figures of a sentence are looked at; a longer list compares nothing.
MOST = 16
#: Pairs of characters that say nothing of the metric.
EMPTY = frozenset(
    re.findall(
        "..",
        "全年实现达到公司同比环比去年上年今年同期累计突破其中分别超过已经此前目前年度季度上半半年目标左右年的万元亿元",
    )
)


CLAUSE = re.compile("[^，,。；;]*")
WORDS = re.compile("[\u4e00-\u9fffA-Za-z]+")


#: Before the newer figure where the older one, and the change, were said first.
REACHED = re.compile("[，,](?:已|将|共|现)?(?:达到?|到达|增至|升至|降至|减至)了?(?:约|近|超过?)?$")


class Pair(NamedTuple):
    """Two figures of one thing. `sure` if their order is said outright (从…到…), not gathered from words nearby."""

    new: Figure
    old: Figure
    sure: bool


class Said(NamedTuple):
    """Where a change is stated, and the unit of what it changes: empty for any but %."""

    start: int
    end: int
    sentence: int
    unit: str = ""


class Move(NamedTuple):
    """“从A增长到B”: the figures, the word of change and where it stands."""

    pair: Pair
    change: Change
    place: tuple[int, int]
    sentence: int


def moves(view: View) -> Iterator[Move]:
    """Every change said with both its ends."""
    text = view.text
    numbers = {view.sentence_at(found.start()) for found in REACHES.finditer(text)}
    numbers |= {view.sentence_at(found.start()) for found in FROM_TO.finditer(text)}
    for number in sorted(numbers - {-1}):
        figures = view.figures(number)
        for place, (old, new) in enumerate(pairwise(figures)):
            # 15美元10美分 is one amount in two parts, not the start of a change.
            whole = place == 0 or figures[place - 1].end < old.start
            if whole and old.unit == new.unit and old.value > 0 and old.added is None:
                found = _moved(text, old, new, view.starts[number])
                if found and not (old.unit in UNORDERED and found[0] in IMPROVES):
                    start = old.end + found.start("word")
                    said = (start, start + len(found["word"]))
                    yield Move(Pair(new, old, sure=True), CHANGES[found["word"]], said, number)


def _moved(text: str, old: Figure, new: Figure, start: int) -> re.Match[str] | None:
    """The words between two figures, if they say that the one became the other; `word` is the word of change."""
    between = text[old.end : new.start]
    if len(between) > BETWEEN:
        return None
    later = LATER.match(between)
    if later:
        return later
    before = FROM.search(text, max(start, old.start - 24), old.start)
    found = WORD.search(between) if before else None
    if not before or not found or not ARROW.match(between) or NEGATIVE.search(before[0] + between):
        return None
    return found


def pairs(view: View, said: Said, taken: set[int]) -> list[Pair]:
    """Figures near a stated change that the words compare; `taken` are starts of figures paired already."""
    number = said.sentence
    last = min(_chain(view, number).stop, len(view.sentences) - 1)
    if not any(_dated(view, other) for other in range(max(0, number - BACK), last + 1)):
        return []
    own = [f for f in _amounts(view, said.sentence, said, taken) if _one_part(view.text, f, said)]
    if own:
        found = [*_within(view, own, said), *_across(view, own, said, taken), *_targets(view, own, said, taken)]
        return [pair for pair in found if _belongs(view.text, pair, said)]
    if REFERS.search(view.text, max(view.sentence(said.sentence).start, said.start - 80), said.end):
        return _behind(view, said, taken)
    return []


def _dated(view: View, number: int) -> bool:
    """Whether the words of a sentence make any figure the older or the newer one: most sentences need no figures."""
    if number not in view.dated:
        sentence = view.sentences[number]
        span = sentence.start, sentence.end
        view.dated[number] = bool(
            YEAR.search(view.text, *span) or OLD.search(view.text, *span) or NEW.search(view.text, *span)
        )
    return view.dated[number]


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
    return re.match("[，,]?(?:达到?|到达|至|为|增至|升至|降至)", text[said.end : pair.new.start]) is not None


def _within(view: View, own: Sequence[Figure], said: Said) -> list[Pair]:
    """Pairs of one sentence: an older figure belongs to the nearest one before it, else to the next."""
    found = []
    ages = [age(view, figure, view.sentence(said.sentence)) for figure in own]
    for place, old in enumerate(own):
        if ages[place].old:
            others = [*range(place - 1, -1, -1), *range(place + 1, len(own))]
            if place + 1 < len(own) and REACHED.search(view.text[old.end : own[place + 1].start][-BETWEEN:]):
                others = [place + 1]  # 比上年的96亿元上涨25%，达到120亿元
            partner = next((own[i] for i in others if own[i].unit == old.unit and not ages[i].old), None)
            if partner:
                found.append(Pair(partner, old, sure=False))
        else:
            found += [
                Pair(new, old, sure=False)
                for new, its in zip(own, ages, strict=True)
                if new.unit == old.unit and not its.old and _year_before(ages[place], its)
            ]
    return found


def _across(view: View, own: Sequence[Figure], said: Said, taken: set[int]) -> Iterator[Pair]:
    """The figure before the change against an older one of the same metric in a sentence nearby."""
    number = said.sentence
    before = [f for f in own if f.start < said.start]
    if not before:
        return
    new = before[-1]
    its = age(view, new, view.sentence(number))
    if its.old:
        return
    if its.year is None:
        # The year stands at the head of a chain of sentences joined by semicolons.
        head = view.sentence(_chain(view, number).start)
        years = YEAR.findall(view.text, head.start, min(head.end, head.start + LOOK_BACK))
        its = its._replace(year=int(years[-1]) if years else None)
    for other in _nearby(view, number):
        if not _dated(view, other):
            continue
        older = [f for f in _amounts(view, other, said, taken) if f.unit == new.unit]
        if other > number and len(older) > 1:
            # 2022年，这两个数字分别是A和B: each belongs to the figure of its rank.
            chained = (f for n in _chain(view, number) for f in _amounts(view, n, said, taken))
            mine = [f for f in chained if f.unit == new.unit]
            older = [older[mine.index(new)]] if len(older) == len(mine) else []
        for old in older:
            old_age = age(view, old, view.sentence(other))
            bare = its.year is None and BARE.match(view.text, view.sentence(other).start) is not None
            if (old_age.old or bare or _year_before(old_age, its)) and (
                other > number or metric(view, new, number) & metric(view, old, other)
            ):
                yield Pair(new, old, sure=False)


def _targets(view: View, own: Sequence[Figure], said: Said, taken: set[int]) -> Iterator[Pair]:
    """A target against what the page says of the same metric anywhere before."""
    number = said.sentence
    before = [f for f in own if f.start < said.start]
    if not before or said.unit or not age(view, before[-1], view.sentence(number)).new:
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
        for other in _nearby(view, said.sentence)
        if other < said.sentence
        for figure in _amounts(view, other, said, taken)
    ][: 2 * MOST]
    return [
        Pair(new, old, sure=False)
        for new, new_age, new_metric in marked
        for old, old_age, old_metric in marked
        if new is not old and new.unit == old.unit and _older(old_age, new_age) and new_metric & old_metric
    ]


def _nearby(view: View, number: int) -> Iterator[int]:
    """The sentences before one, nearest first, within its section; and the next if it opens with an old time."""
    sentences = view.draft.sentences
    for other in range(number - 1, max(number - BACK, 0) - 1, -1):
        if sentences[other].section != sentences[number].section:
            break
        yield other
    for following in sorted({number + 1, _chain(view, number).stop}):
        if following < len(sentences) and _opens_old(view.text, sentences[following]):
            yield following
            break


def _chain(view: View, number: int) -> range:
    """The sentences that semicolons join to this one, at most a few on each side."""
    sentences = view.draft.sentences
    first, last = number, number
    while first > max(0, number - CHAIN) and view.text[sentences[first - 1].end - 1] in "；;":
        first -= 1
    while last + 1 < min(len(sentences), number + CHAIN) and view.text[sentences[last].end - 1] in "；;":
        last += 1
    return range(first, last + 1)


def _opens_old(text: str, sentence: Sentence) -> bool:
    end = min(sentence.end, sentence.start + 8)
    return (OLD.search(text, sentence.start, end) or YEAR.match(text, sentence.start, end)) is not None


def metric(view: View, figure: Figure, number: int) -> set[str]:
    """What a figure may measure: the pairs of characters of its clause that say something."""
    if figure.start not in view.metrics:
        view.metrics[figure.start] = _metric(view, figure, view.sentence(number))
    return view.metrics[figure.start]


def _metric(view: View, figure: Figure, sentence: Sentence) -> set[str]:
    start = view.clause_start(figure.start, max(sentence.start, figure.start - 30))
    behind = CLAUSE.match(view.text, figure.end, min(figure.end + 12, sentence.end))
    around = view.text[start : figure.start] + "，" + (behind[0] if behind else "")
    words = WORDS.findall(around.replace("营业收入", "营收"))
    return {word[i : i + 2] for word in words for i in range(len(word) - 1)} - EMPTY


def age(view: View, figure: Figure, sentence: Sentence) -> Age:
    """The time of a figure, from the words of its clause; the year also from just before the clause."""
    if figure.start not in view.ages:
        view.ages[figure.start] = _age(view, figure, sentence)
    return view.ages[figure.start]


def _age(view: View, figure: Figure, sentence: Sentence) -> Age:
    text = view.text
    start = view.clause_start(figure.start, max(sentence.start, figure.start - 30))
    years = YEAR.findall(text[start : figure.start])
    if not years and start > sentence.start:
        years = YEAR.findall(text[max(sentence.start, start - LOOK_BACK) : start])
    old = OLD.search(text, max(start, figure.start - 14), figure.start) or OPENING.match(text, sentence.start, start)
    new = NEW.search(text, start, figure.start) or TARGET.match(text, figure.end, min(figure.end + 20, sentence.end))
    return Age(old is not None, new is not None, int(years[-1]) if years else None)


def _year_before(old: Age, new: Age) -> bool:
    return old.year is not None and new.year is not None and old.year == new.year - 1


def _older(old: Age, new: Age) -> bool:
    """Whether the words make the one the older of the two."""
    if old.old:
        return not new.old
    if old.year is not None and new.year is not None:
        return old.year == new.year - 1
    return new.new and not new.old and not old.new and old.year is not None
