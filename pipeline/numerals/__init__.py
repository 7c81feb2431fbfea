"""Chinese numbers, in one place: what digits, number words and unit words say, exactly.

Everything here works on the text of a number alone and returns `Decimal`, never a float. A number
that names a range by itself (几十万, 三五万, 十几) gives both ends; the modifiers that may stand inside
a number (余, 多, 来) belong to the callers, who see what stands around it.

Read: Arabic digits, half and full width, with separators (4,800 and ９，９９９), the point also as
· (１６·５１); Han digits, simplified, traditional and formal capitals (一, 壹, 貳); units 十百千万亿兆
(兆 is 10^12, its financial reading) in either order of magnitude (100万亿), doubled (万万) and after
decimals (1.2亿); 点; 两, 廿, 卅; the elliptic last digit (三万五 is 35000); k and w behind Arabic digits;
个 before 亿 (两个亿); 几 and 数.
"""

import re
from decimal import Context, Decimal, localcontext
from itertools import product
from math import prod
from typing import NamedTuple

from pipeline.numerals.characters import (
    ARABIC,
    ARABIC_DIGITS,
    BIG,
    BIG_UNITS,
    DIGITS,
    HAN_DIGITS,
    HAN_NUMERALS,
    HAN_UNITS,
    LATIN,
    SMALL,
    VAGUE_DIGITS,
    fold,
)
from pipeline.numerals.tokens import bounds, evaluate

__all__ = [
    "ARABIC",
    "ARABIC_DIGITS",
    "BIG_UNITS",
    "EXACT",
    "HAN_DIGITS",
    "HAN_NUMERALS",
    "HAN_UNITS",
    "MAX_LENGTH",
    "VAGUE_DIGITS",
    "Number",
    "by_place",
    "fold",
    "integer",
    "parse",
    "plain",
    "scale_of",
    "usual",
    "value",
]

#: Longest text that is read as a number; beyond that it is noise, and work on it would not be bounded.
MAX_LENGTH = 64
#: Arithmetic that is exact for everything that fits in MAX_LENGTH characters.
EXACT = Context(prec=1000)

# In the usual forms, 12.5万, 三千万 and 百亿, the units only multiply. So many digits the default precision holds.
_USUAL_LENGTH = 24
_UNITS = "".join(SMALL) + "万亿"
_ONES = {digit: Decimal(number) for digit, number in DIGITS.items() if number}
_SCALES = {
    "".join(units): Decimal(prod((SMALL | BIG)[unit] for unit in units if unit))
    for units in product(("", *SMALL), ("", "万", "亿"), ("", "万", "亿"))
}
# What broken decimals hold too much: 134.亿, 47. 4, 3 .5; and the comma before a group of four (1,0000).
_STRAY = re.compile(r"(?<=\d)\.(?=[^\d ]|\Z)|(?<=\d\.)[ ](?=\d)|(?<=\d)[ ](?=\.\d)|(?<=\d),(?=0000(?!\d))", re.ASCII)
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|\Z|,\d{3}))", re.ASCII)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[^\d\s]", re.ASCII)


class Number(NamedTuple):
    """A number, or the range that a vague number names. `high` is None where the number is exact."""

    low: Decimal
    high: Decimal | None = None


def plain(value: Decimal) -> str:
    """A decimal as digits: never an exponent, no trailing zeros behind the point, no negative zero."""
    text = str(value)
    if "E" in text:
        text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse(text: str) -> Number | None:
    """The number that `text` as a whole writes, or None. Spaces between digits and units are allowed."""
    exact = usual(text)
    if exact is not None:
        return Number(exact)
    folded = fold(text).strip()
    if not folded or len(folded) > MAX_LENGTH:
        return None
    exact = usual(_GROUPS.sub("", folded) if "," in folded else folded)
    return _by_tokens(_STRAY.sub("", folded)) if exact is None else Number(exact)


def usual(text: str) -> Decimal | None:
    """The number that `text` writes in one of the usual forms (12.5万, 三千万, 百亿), which are quick to tell."""
    digits = text.rstrip(_UNITS)
    units = text[len(digits) :]
    scale = _SCALES.get(units)
    if scale is None:
        return None
    if digits.isascii() and len(digits) <= _USUAL_LENGTH and digits.replace(".", "", 1).isdecimal():
        return Decimal(digits) * scale if units else Decimal(digits)
    if digits:
        one = _ONES.get(digits)
        return one and one * scale
    return scale if units else None


def _by_tokens(folded: str) -> Number | None:
    negative = folded[0] in "-负"
    lower, upper = bounds(_TOKEN.findall(folded[1:] if negative else folded))
    with localcontext(EXACT):
        low = evaluate(lower)
        if low is None:
            return None
        high = None if lower == upper else evaluate(upper)
        if negative:
            return Number(-low) if high is None else Number(-high, -low)
        return Number(low, high)


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
    digits = [DIGITS.get(c, int(c) if c.isascii() and c.isdigit() else None) for c in fold(text)]
    if not digits or len(digits) > MAX_LENGTH or None in digits:
        return None
    return int("".join(map(str, digits)))


def scale_of(text: str, *, big: bool) -> Decimal:
    """The product of the unit words that end `text`: 三千万 gives 10^7, with `big` 10^4, 三 gives 1."""
    whole = Decimal(1)
    for character in reversed(fold(text).rstrip().lower()):
        scale = BIG.get(character) or LATIN.get(character) or (None if big else SMALL.get(character))
        if scale is None:
            break
        whole *= scale
    return whole
