"""Figures: the numbers of a sentence with their units, as intervals that rounding and hedges leave open."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.check.reading.words import CHANGE, CHANGES, Change
from pipeline.numerals import integer
from pipeline.schema import Entity, Modifier, MoneyValue, PercentValue, Sentence

SCALES = {"": 1.0, "十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
#: Units of counting that may be compared with themselves; longest first by construction.
_UNITS = re.findall(
    r"\S+",
    "人次 平方公里 平方千米 平方米 立方米 千瓦时 万千瓦 标准箱 标箱 公里 千米 公斤 公顷 千瓦 兆瓦 毫米 厘米 "
    "人 户 家 个 件 辆 台 套 吨 米 亩 次 单 例 床 所 座 头 只 株 度 列 张 份 篇 项 种 款 名 位 场 趟 班 "
    "小时 分钟 天 斤 箱 艘 架 棵 条 对 门 部 册 宗 起 笔 户次 车次 辆次 架次 颗 枚 瓶 尾 羽 册次 间 处 根 票 ℃",
)
_UNIT = "|".join(sorted(_UNITS, key=lambda unit: (-len(unit), unit)))
_QUANTITY = re.compile(
    r"(?P<number>\d(?<![\d.．·第\-—－/A-Za-z].)(?<!\d[,，].)[\d,]*(?:[.．·]\d+)?)(?:余|多)?(?P<scale>(?:[十百万亿]|千(?![瓦米克卡伏帕焦])){0,3})(?:余|多)?"
    rf"(?:(?P<unit>{_UNIT})|(?<=[百千万亿]))"
)
#: A count in Han digits, of two characters and more: 三个 and 两家 are hardly ever figures of comparison.
_HANS = "一二三四五六七八九十百千万亿两〇零"
_HAN = f"[{_HANS}]"
_HAN_QUANTITY = re.compile(rf"{_HAN}(?<![第几数十百千万亿零\d].){_HAN}{{1,9}}(?P<unit>{_UNIT})(?!多|余|分之)")
_KIN = {"名": "人", "位": "人", "家": "户"}
#: Any number that may be a figure: no year, no day, no time of day, no single Han digit but before 元. It opens with
#: one class of characters, which makes the scan of a page cheap.
_DIGITS = "0-9０-９"  # a class of characters alone is searched for much faster than one with \d in it
NUMBER = re.compile(
    rf"[{_DIGITS}{_HANS}](?:(?<=[{_DIGITS}])[{_DIGITS},，.．]*+(?![年月日号时点])"
    rf"|(?<=[{_HANS}])[{_HANS}]++(?![年月日号])|(?<=[一二三四五六七八九])(?=[万亿]?元))"
)
#: Right before an amount: it is not what there is, but what was added or taken away.
_ADDED = re.compile(f"(?P<word>{CHANGE.pattern})(?:了|约|近|超过?|逾|额为?)?$")
#: The last character of what `_ADDED` finds: nearly every figure has another before it.
_ADDED_LAST = frozenset({"了", "约", "近", "超", "过", "逾", "额", "为", *(word[-1] for word in CHANGES)})
_NUMBER = re.compile(r"(?P<number>\d[\d,，]*(?:[.．·]\d+)?)\s*(?:余|多)?(?P<scale>[十百千万亿]*)")
_HEDGES: tuple[tuple[re.Pattern[str], Modifier], ...] = (
    (re.compile(r"(?:超|超过|逾|突破|多于|高于|大于)了?$"), "over"),
    (re.compile(r"(?:不少于|不低于|至少)$"), "at_least"),
    (re.compile(r"(?:近|接近|将近)$"), "nearly"),
    (re.compile(r"(?:约|大约|约为|达?约)$"), "about"),
)
#: The last characters of hedges: nearly every number has another before it.
_HEDGES_LAST = frozenset("超过逾于了少低近约大为")


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
        start, end, value, low, high, unit, scale, entity, added = self
        return Figure(start, end, value * factor, low * factor, high * factor, unit, scale, entity, added)


class Age(NamedTuple):
    """What the words before a figure say of its time; `before` if it is older than what is spoken of, be that old."""

    old: bool
    new: bool
    year: int | None
    before: bool = False


class Times(NamedTuple):
    """What the words of a sentence say of times: an older figure, a newer one, years."""

    old: bool
    new: bool
    years: frozenset[str]


def scale_of(words: str) -> float:
    """The product of scale words: 百万 is 1e6, 万万 is 1e8."""
    product = 1.0
    for word in words:
        product *= SCALES[word]
    return product


def opened(value: float, ulp: float, modifier: Modifier | None) -> tuple[float, float]:
    """What a written number leaves open: half a unit of its last place, or what its hedge allows."""
    if modifier is None:
        return value - 0.51 * ulp, value + 0.51 * ulp
    match modifier:
        case "over" | "at_least":
            return value, value + max(ulp / 2, 0.05 * value)
        case "under" | "at_most" | "nearly" | "up_to":
            return value - max(ulp / 2, 0.05 * value), value
        case "about":
            slack = max(ulp, 0.03 * value)
            return value - slack, value + slack


_PLAIN = str.maketrans({",": None, "，": None, "．": ".", "·": "."})


def plain(number: str) -> str:
    """A written number without separators and with a plain decimal point."""
    return number if number.isdecimal() else number.translate(_PLAIN)


def _places(number: str) -> float:
    """The size of a unit in the last place of a written number."""
    point = number.find(".")
    return 1.0 if point < 0 else 10.0 ** (point + 1 - len(number))


def money_figure(text: str, entity: Entity) -> Figure | None:
    """The figure of an amount; none for ranges and for amounts that are not said."""
    value = entity.value
    if not isinstance(value, MoneyValue) or value.amount is None or value.amount_max is not None:
        return None
    amount = float(value.amount)
    found = _NUMBER.search(entity.text)
    written = plain(found["number"]) if found else ""
    number = float(written) if written else 0.0
    ulp = amount / number * _places(written) if number else 0.05 * amount
    low, high = opened(amount, ulp, value.modifier)
    scale = found["scale"] if found else ""
    start = entity.start
    return Figure(start, entity.end, amount, low, high, value.currency, scale, entity, _added(text, start))


def ratio_figure(text: str, entity: Entity, value: PercentValue) -> Figure:
    """The figure of a percentage, as a ratio."""
    ratio = float(value.ratio)
    found = _NUMBER.search(entity.text)
    ulp = _places(plain(found["number"])) / (1000 if value.unit == "permille" else 100) if found else 0.05 * ratio
    if value.unit == "tenth":
        ulp = 0.1
    low, high = opened(ratio, ulp, value.modifier)
    return Figure(entity.start, entity.end, ratio, low, high, "%", "", entity, _added(text, entity.start))


def first_from(figures: Sequence[Figure], place: int) -> int:
    """The rank of the first figure that starts at or behind a place, among figures in order."""
    return bisect_left(figures, place, key=itemgetter(0))


def kin(unit: str) -> str:
    """The unit, or the one that stands for it and others that count the same: 人 for 名 and 位."""
    return _KIN.get(unit, unit)


def like(text: str, figure: Figure, value: float) -> str:
    """Another value as the figure is written: 2e9 beside 50亿元 is 20亿元."""
    written = text[figure.start : figure.end]
    found = _NUMBER.search(written)
    number = float(plain(found["number"])) if found else 0.0
    if not found or not number:
        return f"{value:,.10g}"
    return f"{value * number / figure.value:.6g}{written[found.end('number') :]}"


def quantity(text: str, place: int, within: Sentence) -> Figure | None:
    """The count that a number is, with its unit or a bare scale: 450万人次, 三十二件, 500万; none without either."""
    found = _QUANTITY.match(text, place, within.end)
    if found:
        written, scale = plain(found["number"]), found["scale"]
        factor = scale_of(scale) if scale else 1.0
        value, ulp = float(written) * factor, _places(written) * factor
        low, high = opened(value, ulp, _hedge(text, within.start, found))
        return Figure(place, found.end(), value, low, high, found["unit"] or "", scale, None, _added(text, place))
    found = _HAN_QUANTITY.match(text, place, within.end)
    exact = integer(found[0].removesuffix(found["unit"])) if found else None
    if not found or not exact:
        return None
    value = float(exact)
    return Figure(place, found.end(), value, value, value, found["unit"], "", None, _added(text, place))


def _hedge(text: str, start: int, found: re.Match[str]) -> Modifier | None:
    if "余" in found[0] or "多" in found[0]:
        return "over"
    place = found.start()
    if place == start or text[place - 1] not in _HEDGES_LAST:
        return None
    before = text[max(start, place - 4) : place]
    return next((hedge for pattern, hedge in _HEDGES if pattern.search(before)), None)


def _added(text: str, place: int) -> Change | None:
    """The word of change right before a figure, if one makes it a difference."""
    if text[place - 1 : place] not in _ADDED_LAST:
        return None
    found = _ADDED.search(text, max(0, place - 6), place)
    # 降至58% is what there is.
    return CHANGES[found["word"]] if found and found["word"][-1] not in "至到" else None
