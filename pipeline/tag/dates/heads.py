"""Heads: the first characters of rules, by which those that may begin at a place are looked up.

A head is up to three characters. A number that opens it counts as one character, however long it is, so that the
rest is what stands behind the number: 0年 is the head of 2023年 and of 23 年, 〇月初 that of 十二月初八. Only rules
with the head of a place are tried there.
"""

import re

from pipeline.tag.dates.rule import GAP, HAN, D

#: The characters that numbers and counts begin with.
NUMERALS = f"0123456789０１２３４５６７８９{HAN}两兩廿卅"
COUNTS = NUMERALS + "百千半"

# What a number is in a head: of up to four figures, a longer row of them, in Han numerals.
_FIGURES, _ROW, _HAN = "0", "8", "〇"
_NUMBER = re.compile(
    rf"(?:(?P<figures>[{D}]{{1,4}}+(?![{D}]))|(?P<row>[{D}]{{1,9}})|[{HAN}两兩廿卅百千][{HAN}两兩廿卅百千0０]{{0,8}}){GAP}"
)
_SIGNS = {"figures": _FIGURES, "row": _ROW, None: _HAN}


def head(text: str, position: int) -> str:
    """The head of a place."""
    number = _NUMBER.match(text, position)
    if number is None:
        return text[position : position + 3]
    end = number.end()
    return _SIGNS[number.lastgroup] + text[end : end + 2]


def opening(own: str) -> str:
    """The characters that a place with this head begins with."""
    if own[0] == _HAN:
        return f"{HAN}两兩廿卅百千"
    return "0123456789０１２３４５６７８９" if own[0] in (_FIGURES, _ROW) else own[0]


def is_number(own: str) -> bool:
    """Whether a head is that of a number."""
    return own[0] in (_FIGURES, _ROW, _HAN)


def pairs(first: str, second: str) -> tuple[str, ...]:
    """All heads of one of these characters and one of those."""
    return tuple(a + b for a in first for b in second)


def figures(*behind: str) -> tuple[str, ...]:
    """The heads of a number in figures with one of these behind it."""
    return tuple(_FIGURES + word for word in behind)


def han(*behind: str) -> tuple[str, ...]:
    """The heads of a number in Han numerals with one of these behind it."""
    return tuple(_HAN + word for word in behind)


def numbers(*behind: str) -> tuple[str, ...]:
    """The heads of a number of either kind with one of these behind it."""
    return figures(*behind) + han(*behind)


#: A number, whatever stands behind it.
ANY_FIGURES, ANY_ROW, ANY_HAN = (_FIGURES,), (_ROW,), (_HAN,)
CHRIST = ("公元", "西元", "纪元", "紀元")
