"""Numbers and ranges of numbers: their grammar, the unit that their ends share, the modifier inside them.

Every repetition in the grammar is possessive and no number starts inside another, so that the time is
linear in the text, whatever the text.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext

from pipeline import numerals
from pipeline.schema import Modifier
from pipeline.tag.modifiers import INSIDE

NUMERAL = numerals.HAN_NUMERALS + numerals.VAGUE_DIGITS
SPACE = r"[ \u3000]"
# 13个亿元项目 are thirteen projects of that size.
_BAND = "(?:以上)?(?:项目|企业|工程|大单|产业|级|[乡镇村县])"
# 人数32万: before a digit 数 ends a noun.
_FIGURE = f"{numerals.HAN_DIGITS}{numerals.ARABIC_DIGITS}"
_NOUN = rf"[{numerals.VAGUE_DIGITS}](?=[{_FIGURE}])"
_SURE = "".join(character for character in NUMERAL if character not in "百千兆")
#: A number: digits and numerals in a run, with 余, 多 or 来 inside (2000余万, 20多亿). 百 of 百分点 is none,
#: nor 千 of 千瓦 and 兆 of 兆瓦.
NUMBER = (
    rf"(?:{numerals.ARABIC}|(?!{_NOUN})[{NUMERAL}])"
    rf"(?:[{_SURE}点點]|(?!百分|千[瓦米克伏]|千?兆[瓦赫比字帕欧])[百千兆]|{numerals.ARABIC}|{SPACE}{{1,2}}+(?=[点點{numerals.BIG_UNITS}])"
    rf"|[个個](?=[亿億](?!元{_BAND}))){{0,{numerals.MAX_LENGTH}}}+"
    rf"(?:(?=[ \u3000kKwWｋＫ余餘馀多来來])(?:{SPACE}[余餘馀多](?=[万萬亿億])[{numerals.HAN_UNITS}]{{1,4}}+"
    rf"|[kKwWｋＫ](?![A-Za-z0-9])|[余餘馀多来來][{numerals.HAN_UNITS}]{{0,4}}+))?+"
)
#: No number starts inside another, nor behind the point of one, nor behind a point that nothing stands before (.5元).
START = (
    rf"(?<![{numerals.HAN_NUMERALS}{numerals.ARABIC_DIGITS}])(?:(?<![{numerals.VAGUE_DIGITS}])|(?=[{_FIGURE}]))"
    rf"(?<![{numerals.ARABIC_DIGITS}][.．·・])"
    rf"(?<![^\n.．{numerals.ARABIC_DIGITS}][.．])"
)
#: A minus; behind a date or a unit the dash is none.
SIGN = r"(?:(?<![年月日号时%％)）A-Za-z])[-－−]|[负負])?+"
#: Between the ends of a range.
DASHES = r"\-－—–~～〜∼"
#: No space stands before a sign alone: 2912.35 -0.68% are two figures.
TO = rf"(?!{SPACE}{{1,3}}+[-－][{_FIGURE}]){SPACE}{{0,3}}+(?:[{DASHES}]{{1,2}}+|至|到){SPACE}{{0,3}}+"
#: A look for it behind a number and its unit, which spares most numbers the rest of a range.
TO_AHEAD = rf"(?=[^{DASHES}至到，。；\n]{{0,24}}+[{DASHES}至到])"
#: What may stand in a number or between it and its unit, besides its digits.
BETWEEN = ".．·・,，点點 \u3000余餘馀多来來个個"
_INSIDE = re.compile(f"[{''.join(INSIDE)}]")
_PARTS = re.compile(rf"{numerals.ARABIC}|[{NUMERAL}]++")
_DIGIT = re.compile(rf"[{numerals.HAN_DIGITS}{numerals.ARABIC_DIGITS}]")
_DIGIT_AND_UNITS = re.compile(rf"{_DIGIT.pattern}[{numerals.HAN_UNITS}]+")
_ITEM = re.compile(
    rf"(?<![^\s。；;：:！？])[{numerals.ARABIC_DIGITS}]{{1,2}}(?:\.[ ]|[ ]\.|\.(?![{numerals.ARABIC_DIGITS}]))"
)
#: Ends of a range that share no unit lie within this proportion (7600到2万), or they are no range.
_WIDEST = 1000


#: The ends of a range, or a number alone (the second None), and the modifier that stands inside it.
Amounts = tuple[Decimal, Decimal | None, Modifier | None]


def read(low: str, high: str | None = None, *, apart: bool = False) -> Amounts | None:
    """The numbers that `low` and `high` write. Unless they stand `apart`, the first takes the unit of the last.

    2000至3000万 is 20000000 to 30000000, 三~5百 is 300 to 500, 7600到2万 is 7600 to 20000.
    """
    exact = numerals.usual(low)
    first = (exact, None, None) if exact is not None else _single(low)
    if high is None or first is None:
        return first
    last = _single(high)
    if last is None:
        return None
    start, _, inside = first
    end, limit, inside_last = last
    if not apart:
        with localcontext(numerals.EXACT):
            # Digit against digit, all units are shared (三到五百万), else the big ones (30-50万, 一百到二百万).
            scale = numerals.scale_of(high, big=not (_DIGIT.fullmatch(low) and _DIGIT_AND_UNITS.fullmatch(high)))
            shared = start * scale
            if numerals.scale_of(low, big=True) == 1 and scale > 0 and shared <= end:
                start = shared
            elif not 0 < abs(end) <= _WIDEST * abs(start):
                return None
    return start, limit or end, inside or inside_last


def _single(text: str) -> Amounts | None:
    number = numerals.parse(text)
    if number is not None:
        return number.low, number.high, None
    found = _INSIDE.search(text)
    number = numerals.parse(text[: found.start()] + text[found.end() :]) if found else None
    if number is None or found is None:
        return None
    return number.low, number.high, INSIDE[found[0]] if number.high is None else None


def behind_item(text: str, start: int) -> int | None:
    """Where the number at `start` begins if its point numbers a list (1. 50%的企业, 2.万元以上); else None."""
    point = text.find(".", start, start + 4)
    if point >= 0 and text[point + 1 : point + 2].isdecimal() and text[point - 1] != " ":
        return None  # as most are, the point of a decimal
    item = _ITEM.match(text, start)
    return item.end() if item else None


def seeker(form: str, others: str, *, end: str, start: str, between: str = BETWEEN) -> re.Pattern[str]:
    """A pattern that matches from anywhere up to and with the next `form`, which then begins at the group `at`.

    A form begins at a number with `end` behind it, or at one of `others` where `start` holds: `end` is a pattern behind
    the number and what of `between` follows it, `start` one behind the character. Where such a place is no form, the
    match ends behind its first character, at the latest at the end of the text, and has no groups. Within one match
    `re` walks through runs of characters much faster than a search does, which begins anew at each.
    """
    digit = f"{NUMERAL}{numerals.ARABIC_DIGITS}"
    inside = rf"(?<=[{digit}])(?<!{_NOUN})[{digit}]++|{_NOUN}"
    number = rf"[{digit}][{digit}{between}]{{0,{numerals.MAX_LENGTH}}}+(?!{end})"
    other = rf"|[{others}](?!{start})" if others else ""
    skipped = rf"(?:[^{digit}{others}]++|{inside}|{number}{other})*+"
    return re.compile(rf"{skipped}(?:(?P<at>){form}|[\s\S]|\Z)")


def starts_inside(text: str) -> Iterator[int]:
    """Where else, behind the start of a run of numerals, a number may start (统一3亿元: at 3)."""
    return (match.start() for match in _PARTS.finditer(text[: numerals.MAX_LENGTH]) if match.start())
