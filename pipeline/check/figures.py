"""Figures: the numbers of a sentence with their units, as intervals that rounding and hedges leave open."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pipeline.check.words import CHANGE, CHANGES, Change
from pipeline.draft import Draft
from pipeline.schema import Entity, Modifier, MoneyValue, PercentValue, Sentence

SCALES = {"": 1.0, "十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
#: Characters before a percentage in which its word of change is looked for.
REACH = 24

#: Units of counting that may be compared with themselves; longest first by construction.
_UNITS = re.findall(
    r"\S+",
    "人次 平方公里 平方千米 平方米 立方米 千瓦时 万千瓦 标准箱 标箱 公里 千米 公斤 公顷 千瓦 兆瓦 毫米 厘米 "
    "人 户 家 个 件 辆 台 套 吨 米 亩 次 单 例 床 所 座 头 只 株 度 列 张 份 篇 项 种 款 名 位 场 趟 班 "
    "小时 分钟 天 斤 箱 艘 架 棵 条 对 门 部 册 宗 起 笔 户次 车次 辆次 架次 颗 枚 瓶 尾 羽 册次",
)
_QUANTITY = re.compile(
    r"(?=\d)(?<![\d.·,，第\-—－/A-Za-z])(?P<number>\d[\d,]*(?:\.\d+)?)(?:余|多)?(?P<scale>[十百千万亿]{0,3})(?:余|多)?"
    r"(?:(?P<unit>" + "|".join(sorted(_UNITS, key=lambda unit: (-len(unit), unit))) + r")|(?<=[百千万亿]))"
)
#: Right before an amount: it is not what there is, but what was added or taken away.
_ADDED = re.compile(f"(?P<word>{CHANGE.pattern})(?:了|约|近|超过?|逾|额为?)?$")
_NUMBER = re.compile(r"(?P<number>\d[\d,，]*(?:[.．·]\d+)?)\s*(?:余|多)?(?P<scale>[十百千万亿]*)")
_HEDGES: tuple[tuple[re.Pattern[str], Modifier], ...] = (
    (re.compile(r"(?:超|超过|逾|突破|多于|高于|大于)了?$"), "over"),
    (re.compile(r"(?:不少于|不低于|至少)$"), "at_least"),
    (re.compile(r"(?:近|接近|将近)$"), "nearly"),
    (re.compile(r"(?:约|大约|约为|达?约)$"), "about"),
)


class Figure(NamedTuple):
    """A number in the text.

    `value` is what it says in whole units, `low` to `high` what it leaves open; `unit` is a
    currency code, `%` or a unit of counting, empty where a bare 500万 stands; `scale` the words 万, 亿,
    万亿 … as written; `added` the word of change that makes it a difference: 增加120亿元.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    scale: str
    entity: Entity | None
    added: Change | None = None

    @property
    def directed(self) -> bool:
        """Whether it is a percentage that states a change, and so no amount."""
        value = self.entity.value if self.entity else None
        return isinstance(value, PercentValue) and value.direction is not None

    def times(self, factor: float) -> "Figure":
        """The figure with another scale."""
        return self._replace(value=self.value * factor, low=self.low * factor, high=self.high * factor)


class Percent(NamedTuple):
    """A PERCENT entity with its value and the word of change that gives it its direction, if one does."""

    entity: Entity
    value: PercentValue
    change: Change | None
    figure: Figure


def scale_of(words: str) -> float:
    """The product of scale words: 百万 is 1e6, 万万 is 1e8."""
    product = 1.0
    for word in words:
        product *= SCALES[word]
    return product


def opened(value: float, ulp: float, modifier: Modifier | None) -> tuple[float, float]:
    """What a written number leaves open: half a unit of its last place, or what its hedge allows."""
    match modifier:
        case "over" | "at_least":
            return value, value + max(ulp / 2, 0.05 * value)
        case "under" | "at_most" | "nearly" | "up_to":
            return value - max(ulp / 2, 0.05 * value), value
        case "about":
            slack = max(ulp, 0.03 * value)
            return value - slack, value + slack
        case _:
            return value - 0.51 * ulp, value + 0.51 * ulp


def _plain(number: str) -> str:
    """A written number without separators and with a plain decimal point."""
    return re.sub("[,，]", "", number).replace("．", ".").replace("·", ".")


def _places(number: str) -> float:
    """The size of a unit in the last place of a written number."""
    return 10.0 ** -len(number.partition(".")[2])


class View:
    """What the checks look at: the entities by kind and, made only when asked for, the figures of a sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.money = [e for e in draft.entities if e.label == "MONEY"]
        self._percents = [e for e in draft.entities if e.label == "PERCENT"]
        self._figures: dict[int, list[Figure]] = {}

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number; entities before the first belong to it."""
        return self.draft.sentences[max(number, 0)]

    @cached_property
    def percents(self) -> list[Percent]:
        """The PERCENT entities in order."""
        return [self._percent(entity) for entity in self._percents]

    @cached_property
    def directed(self) -> list[Percent]:
        """The percentages that state a change."""
        return [percent for percent in self.percents if percent.value.direction]

    @cached_property
    def money_sentences(self) -> list[int]:
        """The numbers of the sentences that hold amounts, in order."""
        return sorted({entity.sentence for entity in self.money})

    @cached_property
    def _by_sentence(self) -> dict[int, list[Entity]]:
        grouped: dict[int, list[Entity]] = {}
        for entity in self.draft.entities:
            if entity.label in ("MONEY", "PERCENT"):
                grouped.setdefault(entity.sentence, []).append(entity)
        return grouped

    def clause_start(self, position: int, floor: int) -> int:
        """Where the clause that `position` is in begins, not before `floor`."""
        return max([floor, *(self.text.rfind(mark, floor, position) + 1 for mark in "，,；;。")])

    def figures(self, number: int) -> list[Figure]:
        """The figures of a sentence, in order: amounts, percentages without a direction, counts."""
        if number not in self._figures:
            figures = sorted(self._sentence_figures(number), key=lambda figure: figure.start)
            self._figures[number] = [self._with_added(figure) for figure in figures]
        return self._figures[number]

    def _with_added(self, figure: Figure) -> Figure:
        found = _ADDED.search(self.text, max(0, figure.start - 6), figure.start)
        return figure._replace(added=CHANGES[found["word"]]) if found else figure

    def _sentence_figures(self, number: int) -> Iterator[Figure]:
        if not 0 <= number < len(self.draft.sentences):
            return
        taken = []
        for entity in self._by_sentence.get(number, ()):
            taken.append((entity.start, entity.end))
            if self.text[entity.start - 1 : entity.start] in (".", "·", "-", "—"):
                continue  # the tail of a number written in a way that the tagger does not read
            if entity.label == "MONEY":
                figure = self._money_figure(entity)
                if figure:
                    yield figure
            elif isinstance(entity.value, PercentValue) and entity.value.unit in ("percent", "permille"):
                yield self._ratio_figure(entity, entity.value)
        sentence = self.draft.sentences[number]
        ends = [end for _, end in taken]
        for found in _QUANTITY.finditer(self.text, sentence.start, sentence.end):
            place = bisect_right(ends, found.start())
            if place < len(taken) and taken[place][0] < found.end():
                continue
            written = found["number"].replace(",", "")
            factor = scale_of(found["scale"])
            before = self.text[max(sentence.start, found.start() - 4) : found.start()]
            modifier = next((hedge for pattern, hedge in _HEDGES if pattern.search(before)), None)
            if "余" in found[0] or "多" in found[0]:
                modifier = "over"
            low, high = opened(float(written) * factor, _places(written) * factor, modifier)
            yield Figure(
                found.start(),
                found.end(),
                float(written) * factor,
                low,
                high,
                found["unit"] or "",
                found["scale"],
                None,
            )

    def _money_figure(self, entity: Entity) -> Figure | None:
        value = entity.value
        if not isinstance(value, MoneyValue) or value.amount is None or value.amount_max is not None:
            return None
        amount = float(value.amount)
        found = _NUMBER.search(entity.text)
        written = _plain(found["number"]) if found else ""
        number = float(written) if written else 0.0
        ulp = amount / number * _places(written) if number else 0.05 * amount
        low, high = opened(amount, ulp, value.modifier)
        scale = found["scale"] if found else ""
        return Figure(entity.start, entity.end, amount, low, high, value.currency, scale, entity)

    def _ratio_figure(self, entity: Entity, value: PercentValue) -> Figure:
        ratio = float(value.ratio)
        found = _NUMBER.search(entity.text)
        ulp = _places(_plain(found["number"])) / (1000 if value.unit == "permille" else 100) if found else 0.05 * ratio
        if value.unit == "tenth":
            ulp = 0.1
        low, high = opened(ratio, ulp, value.modifier)
        return Figure(entity.start, entity.end, ratio, low, high, "%", "", entity)

    def _percent(self, entity: Entity) -> Percent:
        value = entity.value
        assert isinstance(value, PercentValue)  # noqa: S101 - the label says so; for the type checker
        return Percent(entity, value, self._change(entity, value), self._ratio_figure(entity, value))

    def _change(self, entity: Entity, value: PercentValue) -> Change | None:
        """The nearest word of change before the percentage, else just behind it, that has its direction."""
        if value.direction is None:
            return None
        sign = 1 if value.direction == "increase" else -1
        sentence = self.sentence(entity.sentence)
        start = max(sentence.start, entity.start - REACH)
        before = [CHANGES[found[0]] for found in CHANGE.finditer(self.text, start, entity.start)]
        behind = [
            CHANGES[found[0]] for found in CHANGE.finditer(self.text, entity.end, min(sentence.end, entity.end + 6))
        ]
        return next((change for change in [*reversed(before), *behind] if change.sign == sign), None)
