"""Bare numbers that take their unit from what follows: 5至8月, 2021-2023年, 2009、2010和2011年, 2013—2017."""

import re

from pipeline.tag.dates.points import Point
from pipeline.tag.dates.rule import GAP, HAN, D, Rank, by_place, integer

_N = rf"(?:[{D}]{{1,4}}|[{HAN}]{{1,4}})"
_DASH = r"(?:[-—–－~～〜ー]{1,2}|至|到)"
#: A number at one end of a range or in a list, when a number with a unit follows.
NUMBER = re.compile(
    rf"(?<![{D}{HAN}.．/第-])(?P<n>{_N}){GAP}(?:(?P<dash>{_DASH}|/)|(?=(?:[、,，和与及]{GAP}{_N}{GAP}){{0,11}}[、,，和与及])"
    rf"(?P<list>[、,，和与及])){GAP}"
    rf"(?:(?:{_N}{GAP}[、,，和与及]{GAP}){{0,11}})(?=(?P<m>{_N}){GAP}(?P<unit>年(?![级級间間代])|月(?!龄)|日(?![元圆圓游])|[号號](?![线線楼院])|世纪|世紀|季度))"
)
#: Two years joined by a dash, without the word for year.
YEARS = re.compile(
    rf"(?<![{D}A-Za-z.．/_-])(?<![{D}][:：])(?P<a>(?:1[5-9]|20)[{D}]{{2}}){GAP}(?:[—–~～〜－ー-]{{1,2}}|至|到){GAP}(?P<b>(?:1[5-9]|20)[{D}]{{2}})"
    rf"(?![{D}A-Za-z.．/:：_%％‰-]|{GAP}(?:[年月元万亿萬億個个人米点號号分]|[学學财財]年|[赛賽]季))"
)
#: 7、8两月, 九、十两个月.
PAIR = re.compile(
    rf"(?<![{D}{HAN}.．/第])(?P<a>[{D}]{{1,2}}|[{HAN}]{{1,2}}?){GAP}[、和与及]{GAP}(?P<b>[{D}]{{1,2}}|[{HAN}]{{1,2}}){GAP}[两兩二](?:个|個)?月(?:份)?"
)
_UNITS = {"年": "year", "月": "month", "日": "day", "号": "day", "號": "day", "世": "century", "季": "quarter"}
_RANKS = {"century": Rank.CENTURY, "year": Rank.YEAR, "month": Rank.MONTH, "day": Rank.DAY, "quarter": Rank.PERIOD}
_LIMITS = {"century": (1, 30), "year": (1500, 2199), "month": (1, 12), "day": (1, 31), "quarter": (1, 4)}
#: Days and months that are counted, not named: 3-5日内.
_COUNTED = re.compile(rf"{_N}{GAP}[日号號][内內游遊左以]")


def first_end(text: str, match: re.Match[str]) -> Point | None:
    """The point that the bare number of a match of NUMBER is."""
    unit = _UNITS[match["unit"][0]]
    value, other = _read(match["n"], unit), _read(match["m"], unit)
    low, high = _LIMITS[unit]
    if value is None or other is None or not (low <= value <= high and low <= other <= high):
        return None
    if unit == "day" and _COUNTED.match(text, match.start("m")):
        return None
    if match["dash"] == "/" and unit != "year":
        return None
    if match["dash"]:
        alone = unit in ("year", "century", "month")
    else:
        alone = unit == "year" or (unit == "month" and value < other)
    return Point({unit: value}, match.start("n"), match.end("n"), _RANKS[unit], alone)


def _read(number: str, unit: str) -> int | None:
    return by_place(number) if unit == "year" else integer(number)


def two_months(match: re.Match[str]) -> tuple[Point, Point] | None:
    """Both months of 7、8两月."""
    a, b = integer(match["a"]), integer(match["b"])
    if a is None or b is None or not 1 <= a == b - 1 < 12:
        return None
    return (
        Point({"month": a}, match.start("a"), match.end("a"), Rank.MONTH, alone=True),
        Point({"month": b}, match.start("b"), match.end(), Rank.MONTH, alone=True),
    )


def bare_years(match: re.Match[str]) -> tuple[Point, Point] | None:
    """Both ends of 2013—2017."""
    a, b = int(match["a"]), int(match["b"])
    if not a < b <= a + 200:
        return None
    return (
        Point({"year": a}, match.start("a"), match.end("a"), Rank.YEAR, alone=True),
        Point({"year": b}, match.start("b"), match.end("b"), Rank.YEAR, alone=True),
    )
