"""What the checks look at: the document's figures, each made once and only when asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, wraps
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from pipeline.check.reading.figures import (
    NUMBER,
    Age,
    Figure,
    Times,
    money_figure,
    quantity,
)
from pipeline.check.reading.percents import RAISED, Percent
from pipeline.check.reading.polarity import Polarity
from pipeline.draft import Draft
from pipeline.schema import Entity, PercentValue, Sentence

T = TypeVar("T")


def once(function: Callable[["View"], T]) -> Callable[["View"], T]:
    """Ask a function of a page once for every page."""

    @wraps(function)
    def kept(view: "View") -> T:
        if function not in view.kept:
            view.kept[function] = function(view)
        found: T = view.kept[function]
        return found

    return kept


class View:
    """The document's entities by kind, and the figures of its sentences."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.sentences
        #: Where the sentences begin.
        self.starts = [sentence.start for sentence in draft.sentences]
        self.money: list[Entity] = []
        self.percents: list[Percent] = []
        #: The percentages that state a change.
        self.directed: list[Percent] = []
        self.dates: list[Entity] = []
        self.programs: list[Entity] = []
        self._percent_of: dict[str, Percent] = {}
        self.by_sentence: dict[int, list[Entity]] = {}
        by_label = {"DATE": self.dates, "MONEY": self.money, "PROGRAM": self.programs}
        for entity in draft.entities:
            label = entity.label
            if label == "PERCENT":
                value = entity.value
                assert isinstance(value, PercentValue)  # noqa: S101 - by the contract
                percent = self._percent_of[entity.id] = Percent(self, entity, value)
                self.percents.append(percent)
                if value.direction and not RAISED.match(self.text, entity.end):
                    self.directed.append(percent)
            elif label in by_label:
                by_label[label].append(entity)
            if label in ("MONEY", "PERCENT"):
                self.by_sentence.setdefault(entity.sentence, []).append(entity)
        #: What functions of the whole page gave, by function.
        self.kept: dict[Callable[[View], Any], Any] = {}
        self._figures: dict[int, list[Figure]] = {}
        #: What has been found out already: of a sentence, which times it speaks of, which sentences are joined to it,
        #: and whether they compare anything; of a figure, by its start, its time, its name and the words of its metric;
        #: of a percentage, by id, which way it should move, and how probable a rise is.
        self.ages: dict[int, Age] = {}
        self.times: dict[int, Times] = {}
        self.chains: dict[int, range] = {}
        self.compared: dict[int, bool] = {}
        self.names: dict[int, str] = {}
        self.polarities: dict[str, Polarity] = {}
        self.rises: dict[str, tuple[float, tuple[str, ...]]] = {}
        self.metrics: dict[int, set[str]] = {}
        #: Whether sentences may hold an amount or a count, by number.
        self.counted: dict[int, bool] = {}
        self._amounts: dict[tuple[int, bool], list[Figure]] = {}

    @cached_property
    def place_of(self) -> dict[str, int]:
        """By id, the rank of a percentage among those that state a change."""
        return {percent.entity.id: place for place, percent in enumerate(self.directed)}

    @cached_property
    def numbers(self) -> list[int]:
        """Where the numbers of the page are that may be figures."""
        return [found.start() for found in NUMBER.finditer(self.text)]

    @cached_property
    def ranges(self) -> list[tuple[int, int]]:
        """Of each sentence the ranks of its first number and of the first one behind it."""
        found, last, numbers = [], 0, self.numbers
        for sentence in self.sentences:
            first = bisect_left(numbers, sentence.start, last)
            last = bisect_left(numbers, sentence.end, first)
            found.append((first, last))
        return found

    def numbers_of(self, number: int) -> list[int]:
        """Where the numbers of a sentence are."""
        return self.numbers[slice(*self.ranges[number])]

    @cached_property
    def several(self) -> list[tuple[int, str]]:
        """The sentences that may hold two figures, by number and words: nothing else can contradict itself."""
        found = []
        for number, (first, last) in enumerate(self.ranges):
            tagged = self.by_sentence.get(number, ())
            one_more = tagged and (len(tagged) > 1 or (last > first and self._apart(self.numbers[first], tagged)))
            if one_more or last - first > 1:
                sentence = self.sentences[number]
                found.append((number, self.text[sentence.start : sentence.end]))
        return found

    @staticmethod
    def _apart(place: int, tagged: Sequence[Entity]) -> bool:
        """Whether a number at a place is in none of the tagged figures; those of a sentence, in order."""
        before = bisect_right(tagged, place, key=attrgetter("start"))
        return not before or tagged[before - 1].end <= place

    def counts(self, number: int) -> bool:
        """Whether a sentence may hold an amount or a count, and not percentages alone."""
        if number not in self.counted:
            tagged = self.by_sentence.get(number, ())
            money = any(entity.label == "MONEY" for entity in tagged)
            self.counted[number] = money or any(self._apart(place, tagged) for place in self.numbers_of(number))
        return self.counted[number]

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number; entities before the first belong to it."""
        return self.sentences[number if number > 0 else 0]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that begins last at or before the offset; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    @cached_property
    def money_sentences(self) -> list[int]:
        """The numbers of the sentences that hold amounts, in order."""
        return sorted({entity.sentence for entity in self.money})

    def clause_start(self, position: int, floor: int) -> int:
        """Where the clause that `position` is in begins, not before `floor`."""
        find = self.text.rfind
        ends = find("，", floor, position), find(",", floor, position), find("；", floor, position)
        return max(floor, ends[0] + 1, ends[1] + 1, ends[2] + 1, find("。", floor, position) + 1)

    def figures(self, number: int) -> list[Figure]:
        """The figures of a sentence, in order: amounts, percentages, counts."""
        if number not in self._figures:
            self._figures[number] = sorted(self._sentence_figures(number), key=itemgetter(0))
        return self._figures[number]

    def amounts(self, number: int, *, shares: bool) -> list[Figure]:
        """The figures of a sentence that a change may lie between: what there is, not what was added.

        With `shares` the percentages that state no change, else amounts and counts.
        """
        key = number, shares
        if key not in self._amounts:
            self._amounts[key] = [
                figure
                for figure in self.figures(number)
                if (figure.unit == "%") == shares
                and figure.added is None
                and not (shares and self._states_change(figure))
            ]
        return self._amounts[key]

    def _states_change(self, figure: Figure) -> bool:
        """Whether a percentage is a change and no level: 比上年的95%提高3个百分点 has one of each."""
        if not figure.directed or RAISED.match(self.text, figure.end):
            return False
        return self.text[figure.start - 1] not in "至到"

    def _sentence_figures(self, number: int) -> Iterator[Figure]:
        if not 0 <= number < len(self.sentences):
            return
        taken = self.by_sentence.get(number, [])
        for entity in taken:
            if self.text[entity.start - 1 : entity.start] in (".", "·", "-", "—"):
                continue  # the tail of a number written in a way that the tagger does not read
            if entity.label == "MONEY":
                figure = money_figure(self.text, entity)
                if figure:
                    yield figure
            elif isinstance(entity.value, PercentValue) and entity.value.unit in ("percent", "permille"):
                yield self._percent_of[entity.id].figure
        sentence = self.sentences[number]
        for place in self.numbers_of(number):
            count = quantity(self.text, place, sentence) if self._apart(place, taken) else None
            if count and self._apart(count.end - 1, taken):
                yield count
