"""What a date expression says by itself, before any context is used.

The forms are plain dataclasses: thousands are made on a page. None is changed after it is made; `changed` gives
another. pydantic reads and writes them where stages meet files.
"""

from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from pipeline.schema import Fuzzy

#: A workday is a day from Monday to Friday: the holidays of offices and exchanges are not known.
Unit = Literal["day", "workday", "week", "month", "quarter", "year"]
#: Where a relative expression counts from: when the text was written (去年, 今天, 近30天) or the
#: date that the text speaks of (次日, 同年, 上年).
Anchor = Literal["speech", "topic"]
#: Where a stretch lies: before or after the anchor, or at either end of what stands before it.
Side = Literal["past", "future", "first", "last"]


@dataclass(slots=True)
class Stretch:
    """So many units before or after the anchor (近30天, 未来两年), or at either end of what stands before
    it (2021年前两周, 今年最后三天). `whole` units are those of the calendar next to the anchor's own
    (上两周 is the two weeks before this one).
    """

    count: float
    unit: Unit
    side: Side
    whole: bool = False


@dataclass(slots=True, kw_only=True)
class Shift:
    """A point so many units before (negative) or after the anchor: 三天后, 五年前, 半年后.

    `count_max` is the other end of a count that is vague (几年前, 二十多年前), further from the anchor.
    """

    count: float
    count_max: float | None = None
    unit: Unit


@dataclass(slots=True)
class Moment:
    """One end of a date: the fields that the characters state, coarse to fine. What is None is left out.

    `year` is astronomical: 公元前202年 is -201. `short` marks a year of two digits, `year` then being
    0 to 99. `*_offset` count units from the anchor: 去年 has year_offset -1, 本月 month_offset 0.
    `week` is the n-th of what stands before it, negative from its end; so is `ordinal` for weekdays
    (十月的第一个星期一). `holiday` is a key of `pipeline.forms.holidays`, `holiday_day` days after it,
    `holiday_break` the days off that go with it, as they were `set` that year (国庆假期), or as
    they `usually` are (国庆期间).
    `decades`, `years`, `quarters` and `months` count how many in a row are meant (八九十年代, 前三季度).
    `fiscal` is the month in which a year of accounts, school or sport begins, 0 where its word does not tell. `report`
    says that it is the time that a report is about (报告期), or its first or last day.
    `cycle` is the place of a year in the sixty of the calendar (甲子 is 0). `tenday` is 1 to 3 (上旬 …), `tendays`
    how many of them (中下旬). `part` is a fuzzy part of the finest field before it.
    """

    lunar: bool = False
    leap: bool = False
    anchor: Anchor | None = None
    century: int | None = None
    century_offset: int | None = None
    decade: int | None = None
    decades: int = 1
    year: int | None = None
    short: bool = False
    cycle: int | None = None
    year_offset: int | None = None
    years: int | None = None
    fiscal: int | None = None
    report: Literal["whole", "first", "last"] | None = None
    half: int | None = None
    half_offset: int | None = None
    quarter: int | None = None
    quarter_offset: int | None = None
    quarters: int | None = None
    season: int | None = None
    season_offset: int | None = None
    month: int | None = None
    month_offset: int | None = None
    months: int | None = None
    tenday: int | None = None
    tendays: int = 1
    half_month: int | None = None
    part: Fuzzy | None = None
    week: int | None = None
    week_offset: int | None = None
    weekend: bool = False
    ordinal: int | None = None
    weekday: int | None = None
    day: int | None = None
    day_offset: int | None = None
    holiday: str | None = None
    holiday_day: int = 0
    holiday_break: Literal["set", "usually"] | None = None
    stretch: Stretch | None = None
    shift: Shift | None = None
    same_period: bool = False
    now: bool = False
    clock: str | None = None


_VALUES = attrgetter(*Moment.__slots__)


def changed(moment: Moment, **fields: bool | int | None) -> Moment:
    """A moment with some fields set, all others as they are."""
    other = Moment(*_VALUES(moment))
    for name, value in fields.items():
        setattr(other, name, value)
    return other


@dataclass(slots=True, kw_only=True)
class DateForm:
    """A date as written.

    `first` is the date, or the first end of a range whose other end is `last`. `bound` says that the
    expression is open: 以前 and 之前 are "before", 以后 "after"; `inclusive` that the date
    itself belongs to it (及以前). `approximate` is set by 左右, 约 and the like beside the span.
    `role` marks dates that are not when something happens, so that other dates take nothing from them: what
    is compared with (较2019年), what stands in a 《title》, the year that a report is about (2023年总结).
    `impossible` says that no calendar has such a date (2月30日, 13月).
    """

    form: Literal["date"] = "date"
    first: Moment
    last: Moment | None = None
    bound: Literal["before", "after"] | None = None
    inclusive: bool = False
    approximate: bool = False
    role: Literal["title", "comparison", "report"] | None = None
    impossible: bool = False
