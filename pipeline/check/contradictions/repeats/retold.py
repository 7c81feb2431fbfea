"""One metric of one time told twice, in the same words, with two figures: 总投资三亿元 here and 总投资5亿元 there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.figures import Figure
from pipeline.check.reading.naming import DIGITS, bare
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGES
from pipeline.schema import DateValue, PercentValue

#: A metric named in fewer characters may be anybody's; one in more is a sentence. Without a date it has to say more.
LEAST, LEAST_UNDATED, MOST = 4, 6, 20
#: Times, which are compared as values, and words that say nothing of the metric.
TIME = re.compile(
    r"\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?|[上下]半年|[一二三四]季度|前[\d一二三四五六七八九十]+个?月)?|(?:今|去|上|当|全)年"
)
#: Who says so is no part of the fact.
SOURCE = re.compile(r"^[^，,\d]{0,10}(?:显示|表示|透露|介绍|获悉|指出|称|讯|电|了解到|得知|报道|说|认为|消息)[，,：:]")
#: Times that are no dates, and words by which a second figure is another's or of another time.
ANOTHER = re.compile("今|去年|上年|次|届|第|期|月|季|每|均|另|其|该|此|最|分别|左右|[一二三四五六七八九十]是")
#: So many characters before a number are looked at first, without hedges.
WORDS = 4
HEDGES = "达到为约近超过共有了是逾"
#: The bounds of Han characters.
FIRST, LAST = "\u4e00", "\u9fff"
#: So many places of the same words are compared.
PLACES = 40

When = tuple[str | None, str | None]


def retold(view: View) -> list[Claim]:
    """Figures of one metric and one time that cannot be one."""
    places: dict[str, list[tuple[int, int]]] = {}
    # Only the first figure of a sentence is told in no words but those before it.
    for number, (first, last) in enumerate(view.ranges):
        if first < last:
            place = view.numbers[first]
            words = _last_words(view.text, place)
            if len(words) == WORDS and min(words) >= FIRST and max(words) <= LAST:
                places.setdefault(words, []).append((number, place))
    again = [same[:PLACES] for same in places.values() if len(same) > 1]
    if not again:
        return []
    dates = _dates(view)
    return [claim for same in again for claim in _compared(view, same, dates)]


def _last_words(text: str, place: int) -> str:
    """The last characters before a figure that may name its metric."""
    words = text[max(0, place - WORDS - 7) : place].rstrip(HEDGES)
    if words[-2:] in CHANGES:
        words = words[:-2]
        words = words[:-2] if words[-2:] in ("同比", "环比") else words
    return words[-WORDS:]


def _dates(view: View) -> dict[int, When]:
    """By sentence, its first date; open where it cannot be placed."""
    dates: dict[int, When] = {}
    for entity in view.dates:
        if isinstance(entity.value, DateValue):
            dates.setdefault(entity.sentence, (entity.value.start, entity.value.end))
    return dates


def _compared(view: View, places: Sequence[tuple[int, int]], dates: Mapping[int, When]) -> Iterator[Claim]:
    """The figures at places with the same last words before them, if all their words and their times are the same."""
    alike: dict[tuple[str, When | None], list[tuple[int, int]]] = {}
    for number, place in places:
        words = _opening(view, place, number)
        key, when = bare(TIME.sub("", words)), dates.get(number)
        enough = LEAST <= len(key) <= MOST if when else LEAST_UNDATED <= len(key) <= MOST and not ANOTHER.search(words)
        if enough and (when is None or all(when)):
            alike.setdefault((key, when), []).append((number, place))
    for (key, when), same in alike.items():
        if len(same) > 1:
            yield from _told(view, key, when, same, dates)


def _told(
    view: View, key: str, when: When | None, same: Sequence[tuple[int, int]], dates: Mapping[int, When]
) -> Iterator[Claim]:
    seen: dict[tuple[object, ...], tuple[int, Figure]] = {}
    for number, place in same:
        figure = next((f for f in view.figures(number) if f.start <= place < f.end), None)
        if figure is None or not figure.unit or (figure.added and figure.unit != "%"):
            continue
        value = figure.entity.value if figure.entity else None
        how = (value.direction, value.basis, value.unit) if isinstance(value, PercentValue) else None
        section = None if when else tuple(view.sentence(number).section)
        before, first = seen.setdefault((figure.unit, how, section), (number, figure))
        if before == number or _one(view, first, figure):
            continue
        # Without a date of their own, sentences with a date between them may speak of two times.
        if when or not (figure.directed or any(n in dates for n in range(before, number + 1))):
            yield _claim(view, key, first, figure, dated=when is not None)


def _opening(view: View, place: int, number: int) -> str:
    """The words from the sentence's start to the figure, with whoever it is about; empty where another figure is."""
    start = max(view.sentence(number).start, place - 3 * MOST)
    words = SOURCE.sub("", view.text[start:place])
    return "" if start == place - 3 * MOST or DIGITS.search(TIME.sub("", words)) else words


def _one(view: View, first: Figure, other: Figure) -> bool:
    """Whether two figures can be one, as far as they are rounded; the same digits are another check's concern."""
    digits = [found[0] for f in (first, other) if (found := DIGITS.search(view.text, f.start, f.end))]
    same = len(digits) == 2 and digits[0] == digits[1]
    return same or (first.low <= other.high and other.low <= first.high)


def _claim(view: View, key: str, first: Figure, other: Figure, *, dated: bool) -> Claim:
    one, two = view.text[first.start : first.end], view.text[other.start : other.end]
    return Claim(
        kind="duplicate_fact",
        spans=((first.start, first.end), (other.start, other.end)),
        message=f"{key}{' of one time' if dated else ''} is told twice: {one} and {two}.",
        confidence=0.6,
        suggestion={"rule": "same_metric", "values": [one, two]},
    )
