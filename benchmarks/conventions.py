"""Where suites read a span or value otherwise than the conventions of the README, or than each other: stated rules.

`peers.py` prints a second figure, without what one of these rules holds of. A rule looks at what the suite
has labelled, its text and its value, not at what the pipeline makes of it, and it says what the suite does; only the
rules for spans compare the two, since a wider or narrower span can be seen in no other way.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from pipeline.forms import holidays
from pipeline.forms.dates import DateForm, Moment
from pipeline.tag.dates import find


class Label(NamedTuple):
    """A date that a suite has labelled: its characters, those before and behind it, one of its values, its now."""

    text: str
    before: str
    behind: str
    start: date | None
    end: date | None
    exclusive: bool
    now: date | None
    forms: tuple[DateForm, ...]

    @property
    def first(self) -> Moment | None:
        """The first end of its only date, if there is one."""
        return self.forms[0].first if len(self.forms) == 1 else None

    @property
    def last_day(self) -> date | None:
        """The last of its days, however the suite writes ends."""
        return self.end - timedelta(days=1) if self.end and self.exclusive and self.end != self.start else self.end


class Rule(NamedTuple):
    """What a suite does, and whether it does so in a label."""

    name: str
    holds: Callable[[Label], bool]


_COUNT = r"[0-9０-９〇零一二两兩三四五六七八九十百半几幾]{1,5}[ 　]?(?:[个個])?"
_UNIT = r"(?:自然日|星期|礼拜|禮拜|小时|分钟|[天日周週月年])"
_DURATION = re.compile(rf"(?:任意)?(?:连续)?{_COUNT}{_UNIT}(?:之?[内內]|的.{{0,8}}|[里裡])?")
_NO_DAY = re.compile(r"全天|白天|[上下]午|晚上|报告期内?|第.{1,3}[年月天周]")
_FROM = re.compile(r"(?:[起始]|开始|開始)$")
_FROM_BEHIND = re.compile(r"\s?(?:起|开始|開始)")
_TO_BEHIND = re.compile(r"(?:起|开始)?[至到](?=\d)")
_FROM_BEFORE = re.compile(r"起[至到]$")
_UNTIL = re.compile(r"截[至止]到?")
_BEFORE = re.compile(r"前$")


#: Days of a month that its parts are by the conventions.
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def _opens(label: Label) -> bool:
    said = _FROM.search(label.text) or _FROM_BEHIND.match(label.behind)
    return bool(said) and label.start is not None and label.end in (None, label.now)


def _ends_open(label: Label) -> bool:
    said = _UNTIL.match(label.text) or _UNTIL.search(label.before[-3:])
    return bool(said) and label.start is None


def _from_today(label: Label) -> bool:
    return bool(_BEFORE.search(label.text)) and label.start is not None and label.start == label.now


def _ends_on_first_day(label: Label) -> bool:
    last = label.forms[0].last if len(label.forms) == 1 else None
    if last is None or last.day is not None or last.weekday is not None or label.end is None or not label.exclusive:
        return False
    year = last.year if last.month is None else None
    return label.end.day == 1 and label.end.month == (last.month or 1) and label.end.year == (year or label.end.year)


def _by_the_sun(label: Label) -> bool:
    moment, start = label.first, label.start
    if moment is None or start is None:
        return False
    month, day = moment.month, moment.day
    rule = holidays.rule_of(moment.holiday) if moment.holiday else ()
    if rule and rule[0] == "lunar":
        month, day = (int(number) for number in rule[1:3])
        return (start.month, start.day) in {(month, day), (12, 31), (1, 30)}
    return moment.lunar and month == start.month and start.day == (day or 1)


def _other_part(label: Label) -> bool:
    """月初 as the first five days, 月底 as the last seven."""
    moment = label.first
    if moment is None or label.start is None or label.last_day is None or moment.part not in _PARTS:
        return False
    if moment.month is None and moment.month_offset is None:
        return False
    days = (label.start.day, label.last_day.day)
    length = monthrange(label.start.year, label.start.month)[1]
    return days != tuple(min(day, length) for day in _PARTS[moment.part])


def _other_shift(label: Label) -> bool:
    moment = label.first
    if moment is None or moment.shift is None or moment.stretch or label.start is None or label.last_day is None:
        return False
    length = (label.last_day - label.start).days + 1
    usual = {"day": (1, 1), "week": (1, 1), "month": (28, 31), "year": (365, 366)}
    low, high = usual.get(moment.shift.unit, (1, 366))
    return moment.shift.count_max is None and not low <= length <= high


def _other_week(label: Label) -> bool:
    moment = label.first
    if moment is None or label.start is None or label.now is None or moment.day or moment.ordinal:
        return False
    if moment.weekend:
        return label.start.isoweekday() != 6
    if moment.weekday != label.start.isoweekday() or label.start != label.end:
        return False
    monday = label.now - timedelta(days=label.now.isoweekday() - 1)
    weeks = (label.start - monday).days // 7
    if moment.week_offset is not None:
        return weeks != moment.week_offset
    return label.start < label.now  # a weekday alone: the last one here, the next one in most suites


def _is_end(label: Label) -> bool:
    """自3月1日起至5月1日: each end a date of its own."""
    return bool(_TO_BEHIND.match(label.behind) or _FROM_BEFORE.search(label.before[-2:]))


def _up_to_now(label: Label) -> bool:
    moment = label.first
    return moment is not None and moment.year_offset == 0 and moment.month is None and label.end == label.now


def _is_duration(label: Label) -> bool:
    return bool(not label.forms and (_DURATION.fullmatch(label.text) or _NO_DAY.fullmatch(label.text)))


#: Rules about values.
VALUES: tuple[Rule, ...] = (
    Rule("counts a duration or a part of a day as a date", _is_duration),
    Rule("makes two dates of a range", _is_end),
    Rule("opens what has 起 or 开始 behind it", _opens),
    Rule("opens what has 截至 before it", _ends_open),
    Rule("lets 以前 begin today", _from_today),
    Rule("ends a range on the first day of its last month or year", _ends_on_first_day),
    Rule("takes months and days of the moon for the sun's", _by_the_sun),
    Rule("gives a day to what no calendar has", lambda label: any(form.impossible for form in label.forms)),
    Rule("has other bounds for 月初 and 月底", _other_part),
    Rule("takes 三天后 and 五年前 for all the time between, or for a day", _other_shift),
    Rule("counts weeks otherwise", _other_week),
    Rule("lets 今年 end today", _up_to_now),
    Rule("makes one date of a list", lambda label: len(label.forms) > 1),
)

_CLOCK = re.compile(r"[ 　(（星期周一二三四五六日)）]*(?:[早凌清上中下傍晚当]|T?\d{1,2}[时点:：]).*")
_EDGE = re.compile(r"(?:[之以]?[前后後]|期[间間]|[内內]|起|止|份|[ 　，,()（）年月日])+")
_RANGE = re.compile(r"(?:起|开始)?[-—~至到].*|.*(?:起|开始)?[-—~至到]")
_YEAR = re.compile(r"[今去明前]年")
_CUT = re.compile(r"[ 　]?[年月日号度季]")
_NO_PLACE = re.compile(r"[^年月日号號天周週旬季春夏秋冬世昨今明]*")

_NO_NUMBER = re.compile(r"[^\d〇零一二三四五六七八九十百千万亿两几]+")
_HEDGE = re.compile(r"接近|几乎|不到|[小大]于|[以过近]+|上限为?|[（(]含[)）]|之间|不等")
_BOUNDS = re.compile(r".*且.*|[（(]含[)）]|[，,]不.*")
_PER = re.compile(r"/[年月日天人]")
_CURRENCY = re.compile(r"[亿万]?[美港欧日]?元")
_OF_A_WHOLE = re.compile(r"[^\d，,。；;]{1,16}[股份本数例的为 ]")

#: What a suite does, by a label, what stands behind it, and the span found there; null where none was.
SpanRule = tuple[str, Callable[[str, str, str | None], bool]]
_DATE_SPANS: tuple[SpanRule, ...] = (
    ("counts a duration as a date", lambda text, _, found: found is None and _is_only_duration(text)),
    ("leaves out the time of day", lambda text, _, found: _extends(found, text, _CLOCK)),
    ("counts 期间, 前, 内 or a mark in", lambda text, _, found: _extends(text, found, _EDGE)),
    ("makes two dates of a range", lambda text, _, found: _extends(found, text, _RANGE)),
    ("leaves out the word for the year", lambda text, _, found: _extends(found, text, _YEAR)),
    ("cuts a number from its unit", lambda text, behind, _: text[-1:].isdigit() and bool(_CUT.match(behind))),
    ("marks what holds no date", lambda text, _, found: found is None and bool(_NO_PLACE.fullmatch(text))),
)
_MONEY_SPANS: tuple[SpanRule, ...] = (
    ("marks what holds no number", lambda text, _, found: found is None and bool(_NO_NUMBER.fullmatch(text))),
    ("counts a hedge in", lambda text, _, found: _extends(text, found, _HEDGE)),
    ("makes one range of two bounds", lambda text, _, found: _extends(text, found, _BOUNDS)),
    ("counts in what a price is per", lambda text, _, found: _extends(text, found, _PER)),
    ("leaves out the currency", lambda text, _, found: _extends(found, text, _CURRENCY)),
)
_PERCENT_SPANS: tuple[SpanRule, ...] = (
    ("counts a hedge in", lambda text, _, found: _extends(text, found, _HEDGE)),
    ("counts in what it is a share of", lambda text, _, found: _extends(text, found, _OF_A_WHOLE)),
    ("leaves out the lower end of a range", lambda text, _, found: _extends(found, text, _RANGE)),
)
SPANS: Mapping[str, tuple[SpanRule, ...]] = {"date": _DATE_SPANS, "money": _MONEY_SPANS, "percent": _PERCENT_SPANS}


def _is_only_duration(text: str) -> bool:
    return bool(_DURATION.fullmatch(text) or _NO_DAY.fullmatch(text))


def _extends(longer: str | None, shorter: str | None, rest: re.Pattern[str]) -> bool:
    """Whether one text is the other with nothing at its edges but what `rest` allows."""
    if longer is None or shorter is None or longer == shorter or shorter not in longer:
        return False
    before, _, behind = longer.partition(shorter)
    return all(not part or rest.fullmatch(part) for part in (before, behind))


def of_value(case: Mapping[str, Any], span: Mapping[str, Any]) -> str | None:
    """The rule by which a suite's value of a date is left out, or None."""
    text, start, end = case["text"], span["start"], span["end"]
    forms = tuple(mention.form for mention in find(text[start:end]) if isinstance(mention.form, DateForm))
    now = _day((case.get("reference") or "")[:10] or None)
    labels = [
        Label(
            text[start:end],
            text[:start],
            text[end:],
            _day(norm["start"]),
            _day(norm["end"]),
            bool(norm.get("end_exclusive")),
            now,
            forms,
        )
        for norm in span["norm"]
    ]
    return next((rule.name for rule in VALUES if labels and all(rule.holds(label) for label in labels)), None)


def of_span(kind: str, text: str, gold: tuple[int, int], found: str | None) -> str | None:
    """The rule by which a suite's span is left out, or None; `found` is what was found there."""
    written, behind = text[gold[0] : gold[1]], text[gold[1] :]
    return next((name for name, holds in SPANS[kind] if holds(written, behind, found)), None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
