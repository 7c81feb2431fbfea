"""A count of days, weeks, months, quarters or years, as stretches and shifts have it."""

import re

from pipeline.forms.dates import Unit
from pipeline.tag.dates.rule import COUNT, GAP, Groups, count

_UNITS: dict[str, Unit] = {"天": "day", "日": "day", "周": "week", "週": "week", "星": "week", "礼": "week"}
_UNITS |= {"禮": "week", "月": "month", "季": "quarter", "年": "year", "载": "year", "交": "workday", "工": "workday"}
UNIT_WORD = (
    r"(?:个|個)?(?P<unit>自然日|星期|礼拜|禮拜|季度|[天日周週月年])"
    r"(?!度?报|[轻级龄薪均租版刊])(?!(?<=[周週])[年岁歲边])"
)
#: 6月之前 is before June, 三个月之前 three months ago.
SHIFT_UNIT = r"(?:(?:个|個)?(?P<unit>自然日|交易日|工作日|星期|礼拜|禮拜|季度|[天日周週年]|(?<=[个個两兩半数數])月))"
COUNTED = rf"(?P<count>{COUNT}){GAP}{UNIT_WORD}(?P<half>半)?"


def measure(groups: Groups) -> tuple[float, Unit] | None:
    """The count and the unit that a rule has found; None where they are no time."""
    return amount(groups["count"], groups["unit"], half=groups["half"] is not None)


def amount(written: str, word: str, *, half: bool = False) -> tuple[float, Unit] | None:
    """A count of units, that of half years and months in the next smaller unit."""
    unit = unit_of(word)
    number = count(written)
    if number is None or not 0 < number <= _most(unit):
        return None
    if half:
        number += 0.5
    if number % 1 and unit == "year":
        return number * 12, "month"
    if number % 1 and unit == "month":
        return (15.0, "day") if number == 0.5 else (number, unit)
    return number, unit


def unit_of(word: str) -> Unit:
    """The unit that a word is."""
    return _UNITS[word.removeprefix("自然")[0]]


def _most(unit: Unit) -> int:
    """The largest count that is still a time."""
    return 999 if unit in ("day", "workday") else 199


_OPENS = re.compile(r"(?:^|[\s，。；：、,;:（(“《—？！?!]|[在的和与是到从于仅就即但而且])$")


def at_clause(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    """前两年 and 后三天 mean time only where a clause or a preposition opens before them."""
    return bool(_OPENS.search(text[max(0, start - 1) : start]))
