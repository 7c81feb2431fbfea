"""Chinese numbers, in one place: what digits, number words and unit words say, exactly.

Everything here works on the text of a number alone and returns `Decimal`, never a float. A number
that names a range by itself (几十万, 三五万, 十几) gives both ends; the modifiers that may stand inside
a number (余, 多, 来) belong to the callers, who see what stands around it.

Read: Arabic digits, half and full width, with separators (4,800 and ９，９９９), the point also as
· (１６·５１); Han digits, simplified,
traditional and formal capitals (一, 壹, 貳); units 十百千万亿兆 (兆 is 10^12, its financial reading) in
either order of magnitude (100万亿), doubled (万万) and after decimals (1.2亿); 点; 两, 廿, 卅; the
elliptic last digit (三万五 is 35000); k and w behind Arabic digits; 个 before 亿 (两个亿); 几 and 数.
"""

import re
from decimal import Context, Decimal, localcontext
from itertools import product
from math import prod
from typing import NamedTuple

#: Longest text that is read as a number; beyond that it is noise, and work on it would not be bounded.
MAX_LENGTH = 64
#: Arithmetic that is exact for everything that fits in MAX_LENGTH characters.
EXACT = Context(prec=1000)

_FOLDS = {
    "０１２３４５６７８９": "0123456789",
    "．·・，ＫｋＷｗ－−﹣": "...,KkWw---",
    "〇○◯": "零零零",
    "壹弌": "一一",
    "贰貳弍": "二二二",
    "叁參叄叅弎": "三三三三三",
    "肆": "四",
    "伍": "五",
    "陆陸": "六六",
    "柒漆": "七七",
    "捌": "八",
    "玖": "九",
    "拾": "十",
    "佰陌": "百百",
    "仟": "千",
    "萬": "万",
    "億": "亿",
    "兩俩倆": "两两两",
    "點": "点",
    "幾": "几",
    "數": "数",
    "餘馀": "余余",
    "個箇": "个个",
    "負": "负",
}
_FOLD = {ord(a): b for sources, targets in _FOLDS.items() for a, b in zip(sources, targets, strict=True)}

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"廿": 20, "卅": 30}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_LATIN = {"k": 10**3, "w": 10**4}
_VAGUE = ("几", "数")


def _variants(characters: str) -> str:
    """The characters with everything that folds to them."""
    return characters + "".join(chr(a) for a, b in _FOLD.items() if b in characters and chr(a) not in characters)


#: Character sets (for use inside [...]) and a fragment, for the grammars of the callers.
ARABIC_DIGITS = "0-9０-９"
HAN_DIGITS = _variants("零一二三四五六七八九两")
BIG_UNITS = _variants("万亿兆")
HAN_UNITS = _variants("十百千") + BIG_UNITS
HAN_NUMERALS = HAN_DIGITS + HAN_UNITS + "廿卅"
VAGUE_DIGITS = _variants("几数")
# Crawls break decimals: a stray point behind the digits (134.亿), a space beside the point (47. 4%). Only before
# what follows a number alone; elsewhere the point ends a sentence or numbers a list.
_FOLLOWS = r"(?=[%％万亿萬億])"
_BROKEN = rf"\.{_FOLLOWS}|(?:\.[ ]|[ ]\.)[{ARABIC_DIGITS}]{{1,4}}+{_FOLLOWS}"
#: Arabic digits with separators and decimals, and with a comma that separates nothing (43,79万: one number, which
#: `parse` does not read). Possessive: a run of digits is read once.
ARABIC = (
    rf"[{ARABIC_DIGITS}]{{1,3}}+(?:(?:,[{ARABIC_DIGITS}]{{3}}(?![{ARABIC_DIGITS}])|(?<=[０-９])，[０-９]{{3}}(?![０-９]))++"
    rf"|,(?:0000(?![{ARABIC_DIGITS}])|[{ARABIC_DIGITS}]{{2}}(?=[万亿萬億]))|[{ARABIC_DIGITS}]*+)(?:[.．·・][{ARABIC_DIGITS}]++(?:\.{_FOLLOWS})?+|{_BROKEN})?+"
)

# The usual forms, whose units only multiply: 12.5万, 三千万, 百亿.
_PLAIN = re.compile(
    r"(?:(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?)|(?P<digit>[一二三四五六七八九两])|(?=.))(?P<units>[十千百]?[万亿]{0,2})"
)
_SCALES = {
    "".join(units): Decimal(prod((_SMALL | _BIG)[unit] for unit in units if unit))
    for units in product(("", *_SMALL), ("", "万", "亿"), ("", "万", "亿"))
}
# What broken decimals hold too much: 134.亿, 47. 4, 3 .5; and the comma before a group of four (1,0000).
_STRAY = re.compile(r"(?<=\d)\.(?=[^\d ]|\Z)|(?<=\d\.)[ ](?=\d)|(?<=\d)[ ](?=\.\d)|(?<=\d),(?=0000(?!\d))", re.ASCII)
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|\Z|,\d{3}))", re.ASCII)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[^\d\s]", re.ASCII)


class Number(NamedTuple):
    """A number, or the range that a vague number names. `high` is None where the number is exact."""

    low: Decimal
    high: Decimal | None = None


def fold(text: str) -> str:
    """Full width, traditional and formal numerals as their plain forms; the length stays the same."""
    return text.translate(_FOLD)


def plain(value: Decimal) -> str:
    """A decimal as digits: never an exponent, no trailing zeros behind the point, no negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse(text: str) -> Number | None:
    """The number that `text` as a whole writes, or None. Spaces between digits and units are allowed."""
    usual = _PLAIN.fullmatch(text)
    if usual:
        return _usual(usual)
    folded = fold(text).strip()
    if not folded or len(folded) > MAX_LENGTH:
        return None
    usual = _PLAIN.fullmatch(_GROUPS.sub("", folded) if "," in folded else folded)
    if usual:
        return _usual(usual)
    folded = _STRAY.sub("", folded)
    negative = folded[0] in "-负"
    tokens: list[str] = _TOKEN.findall(folded[1:] if negative else folded)
    lower, upper = _bounds(tokens)
    with localcontext(EXACT):
        low = _evaluate(lower)
        if low is None:
            return None
        high = None if lower == upper else _evaluate(upper)
        if negative:
            return Number(-low) if high is None else Number(-high, -low)
        return Number(low, high)


def _usual(match: re.Match[str]) -> Number:
    number, digit, units = match.groups()  # short enough for the default precision
    return Number(Decimal(number or _DIGITS.get(digit, 1)) * _SCALES[units])


def value(text: str) -> Decimal | None:
    """The exact number that `text` writes, or None where it is vague or no number."""
    number = parse(text)
    return number.low if number is not None and number.high is None else None


def integer(text: str) -> int | None:
    """The whole number that `text` writes (12, 十二, 二〇二三, 廿三), or None."""
    number = value(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def by_place(text: str) -> int | None:
    """The number whose digits are written one by one (二〇二三, 一二, ２０２３), or None."""
    digits = [_DIGITS.get(c, int(c) if c.isascii() and c.isdigit() else None) for c in fold(text)]
    if not digits or len(digits) > MAX_LENGTH or None in digits:
        return None
    return int("".join(map(str, digits)))


def scale_of(text: str, *, big: bool) -> Decimal:
    """The product of the unit words that end `text`: 三千万 gives 10^7, with `big` 10^4, 三 gives 1."""
    product = Decimal(1)
    for character in reversed(fold(text).rstrip().lower()):
        scale = _BIG.get(character) or _LATIN.get(character) or (None if big else _SMALL.get(character))
        if scale is None:
            break
        product *= scale
    return product


def _bounds(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The tokens with each vague place replaced by its lower, and by its upper bound.

    Vague are 几 and 数, one to ten (几十万 is 100000 to 1000000, 十几 is 10 to 20), and two neighbouring
    digits that share a unit (三五万, 十六七, 五百六七十).
    """
    lower: list[str] = []
    upper: list[str] = []
    i = 0
    while i < len(tokens):
        if tokens[i] in _VAGUE:
            before = tokens[i - 1] if i else ""
            after = tokens[i + 1] if i + 1 < len(tokens) else ""
            # Behind a unit and not before a smaller one 几 is what is left over: 十几 starts at ten.
            lower.append("0" if before in _SMALL and after not in _SMALL else "1")
            upper.append("10")
        elif _is_pair(tokens, i):
            lower.append(tokens[i])
            upper.append(tokens[i + 1])
            i += 1
        else:
            lower.append(tokens[i])
            upper.append(tokens[i])
        i += 1
    return lower, upper


def _is_pair(tokens: list[str], i: int) -> bool:
    """Whether the digits at `i` and `i + 1` are two estimates (三四, 三五), not a row of digits."""
    before = tokens[i - 1] if i else ""
    first, second, after = (*tokens[i : i + 3], "", "", "")[:3]
    a, b = _DIGITS.get(first, 0), _DIGITS.get(second, 0)
    if not (0 < a < b and (b - a == 1 or (a, b) == (3, 5))):
        return False
    row = {"点", *_DIGITS}
    return before not in row and after not in row


class _Sum:
    """A number under construction, read from left to right."""

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, int]] = []  # what big units closed, as (value, unit); units fall
        self.section = Decimal(0)  # what is collected below the next big unit
        self.smallest = 10**4  # the last small unit in it
        self.pending: Decimal | None = None  # the number that waits for its unit

    def small(self, unit: int, last: str) -> bool:
        """Take 十, 百 or 千; whether it may stand here."""
        if (self.section and unit >= self.smallest) or (self.pending is None and last in _SMALL):
            return False
        self.section += (1 if self.pending is None else self.pending) * unit
        self.smallest, self.pending = unit, None
        return True

    def big(self, unit: int, last: str) -> bool:
        """Take 万, 亿, 兆, k or w; whether it may stand here."""
        bare = self.pending is None and not self.section
        section = self.section + (self.pending or 0)
        # A larger unit multiplies all that stands before it, a bare one what it follows (万万).
        while self.parts and (self.parts[-1][1] < unit or (bare and last in _BIG)):
            section, bare = section + self.parts.pop()[0], False
        if self.parts and (bare or self.parts[-1][1] <= unit):
            return False
        self.parts.append(((Decimal(1) if bare else section) * unit, unit))
        self.section, self.smallest, self.pending = Decimal(0), 10**4, None
        return True

    def total(self, tokens: list[str]) -> Decimal:
        total = sum((value for value, _ in self.parts), self.section)
        return total if self.pending is None else total + self.pending * _left_out(tokens)


def _evaluate(tokens: list[str]) -> Decimal | None:
    """The number that exact tokens write, in one pass; None where they write none."""
    number, last, i = _Sum(), "", 0
    while i < len(tokens):
        word, before = tokens[i], last
        last, i = word, i + 1
        latin = _LATIN.get(word.lower()) if before[-1:].isdecimal() else None
        if word in _DIGITS or _is_arabic(word):
            stands = number.pending is None or before == "零"
            number.pending, i = _digits(tokens, i - 1)
            last = tokens[i - 1]
        elif word == "点":
            fraction, i = _fraction(tokens, i)
            stands = before != "" and fraction is not None and not (number.parts and i < len(tokens))
            number.pending = number.section + (number.pending or 0) + (fraction or 0)
            number.section = Decimal(0)
        elif word in _TENS:
            stands = number.pending is None and not number.section
            number.section, number.smallest = Decimal(_TENS[word]), 10
        elif word in _SMALL:
            stands = number.small(_SMALL[word], before)
        elif word in _BIG or latin:
            stands = number.big(latin or _BIG[word], before)
        else:
            stands = word == "个" and before != "" and tokens[i : i + 1] == ["亿"]
        if not stands:
            return None
    return number.total(tokens) if last else None


def _is_arabic(word: str) -> bool:
    return len(word) > 1 or word in "0123456789"


def _digits(tokens: list[str], i: int) -> tuple[Decimal, int]:
    """The number without unit that starts at `i`, Arabic or Han digits by place, and where it ends."""
    if tokens[i] not in _DIGITS:
        return Decimal(tokens[i].replace(",", "")), i + 1
    end = next((j for j in range(i, len(tokens)) if tokens[j] not in _DIGITS), len(tokens))
    return Decimal("".join(str(_DIGITS[t]) for t in tokens[i:end])), end


def _fraction(tokens: list[str], i: int) -> tuple[Decimal | None, int]:
    """What stands behind 点, and where it ends."""
    end = next((j for j in range(i, len(tokens)) if tokens[j] not in _DIGITS), len(tokens))
    if end == i:
        return None, i
    return Decimal("0." + "".join(str(_DIGITS[t]) for t in tokens[i:end])), end


def _left_out(tokens: list[str]) -> Decimal:
    """What the last digit counts where its unit is left out: 三万五 is 35000, 一千零五 is 1005."""
    if len(tokens) < 2 or len(tokens[-1]) > 1 or tokens[-1] in "零0":
        return Decimal(1)
    unit = _SMALL.get(tokens[-2]) or _BIG.get(tokens[-2])
    return Decimal(unit) / 10 if unit else Decimal(1)
