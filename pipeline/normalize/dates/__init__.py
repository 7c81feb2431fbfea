"""Give every date its place on the calendar, using the page around it for what its characters leave out.

The order is that of the contract: the date's own characters, its sentence, the headings above it, the
sentence before, the publication date. Nothing is resolved by the clock of the machine: where the page
gives no anchor, `start` and `end` stay null and `resolved_from` is "none".
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.draft import Draft, Mention
from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import tense
from pipeline.normalize.dates.context import Context, Known, reports
from pipeline.normalize.dates.interval import DAY, Interval, between_text, of_day
from pipeline.normalize.dates.moments import needs, place
from pipeline.normalize.dates.relative import Choose
from pipeline.schema import DateValue, Precision, ResolvedFrom, Sentence


def resolve(mentions: Sequence[Mention], draft: Draft) -> list[DateValue]:
    """The values of the DATE mentions, in their order."""
    context = Context(of_day(dt.date.fromisoformat(draft.published)) if draft.published else None)
    values: list[DateValue] = []
    position = 0
    for sentence in draft.sentences or [Sentence(start=0, end=len(draft.text), role="body")]:
        context.enter(sentence)
        text = draft.text[sentence.start : sentence.end]
        while position < len(mentions) and mentions[position].start < sentence.end:
            values.append(_resolve(mentions[position], text, sentence.start, context))
            position += 1
        context.leave(sentence, text)
    return values + [_unplaced(mention) for mention in mentions[position:]]


def _form(mention: Mention) -> DateForm:
    if not isinstance(mention.form, DateForm):
        raise TypeError("resolve takes DATE mentions alone")
    return mention.form


def _unplaced(mention: Mention) -> DateValue:
    return DateValue(precision=_precision(_form(mention)), resolved_from="none")


def _resolve(mention: Mention, text: str, start: int, context: Context) -> DateValue:
    form = _form(mention)
    alone = len(text.strip()) <= mention.end - mention.start
    interval, source = _place(form, Surroundings(context, "none" if alone else tense.of_sentence(text)))
    if interval is None:
        return _unplaced(mention)
    context.sentence.append(Known(form, interval, reports(text, mention.end - start)))
    interval = _bounded(interval, form)
    return DateValue(
        start=interval.start.isoformat() if interval.start else None,
        end=interval.end.isoformat() if interval.end else None,
        edtf=interval.edtf,
        timex3=interval.timex3,
        precision=interval.precision,
        fuzzy=interval.fuzzy,
        resolved_from=source,
    )


@dataclass(frozen=True)
class Surroundings:
    """The dates around a mention, and the tense of its sentence; "none" where the date is all there is."""

    context: Context
    tense: tense.Tense | Literal["none"] | None


Placed = tuple[Interval | None, ResolvedFrom]


def _place(form: DateForm, around: Surroundings) -> Placed:
    if form.impossible:
        return None, "none"
    first, source = _moment(form.first, around)
    if form.last is None:
        return (_approximate(first) if first and form.approximate else first), source
    if first is None and needs(form.last) is None:
        # 6月1日至2021年7月1日: the first end takes its year from the second.
        last = place(form.last, None, _only)
        first, source = (_before(form.first, last) if last else None), "text"
    if first is None:
        return None, "none"
    last, own = _last(form, first, around)
    return (None, "none") if last is None else (_joined(first, last), own if source == "text" else source)


def _only(readings: list[Interval]) -> Interval:
    return readings[0]


def _moment(moment: Moment, around: Surroundings) -> Placed:
    need = needs(moment)
    if need is None:
        return place(moment, None, _only), "text"
    if need == "century":
        published = around.context.published
        return place(moment, published, _only), "published" if published else "text"
    for source, anchor in around.context.sources(moment, "year" if need == "pivot" else need):
        found = _year_under_report(moment, anchor, around) or place(moment, anchor, _chooser(moment, anchor, around))
        if need == "pivot" and moment.year is not None:
            source = "text"
        return (found, source) if found else (None, "none")
    found = place(moment, None, _only) if need == "pivot" else None
    return (found, "text") if found else (None, "none")


def _year_under_report(moment: Moment, anchor: Interval, around: Surroundings) -> Interval | None:
    """过去一年 in a report on a year is that year."""
    stretch = moment.stretch
    if stretch is None or (stretch.side, stretch.unit, stretch.count) != ("past", "year", 1) or anchor.start is None:
        return None
    return around.context.report_year(anchor.start.year - 1)


def _chooser(moment: Moment, anchor: Interval, around: Surroundings) -> Choose:
    when = around.tense
    of_week = (moment.weekday is not None or moment.weekend) and moment.month is None and moment.ordinal is None
    if when == "none":
        if moment.holiday or of_week:
            return lambda readings: tense.upcoming(readings, anchor)
        when = None
    known = when
    if of_week:
        return lambda readings: tense.nearest_week(readings, anchor, known)
    return lambda readings: tense.nearest(readings, anchor, known, around.context.published)


def _before(moment: Moment, last: Interval) -> Interval | None:
    """The reading of a first end that does not lie after the second."""

    def latest(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.start and last.end and r.start <= last.end]
        return fitting[-1] if fitting else readings[0]

    return place(moment, last, latest)


def _last(form: DateForm, first: Interval, around: Surroundings) -> Placed:
    """The second end; what it lacks it takes from the first, and it does not lie before it."""
    last = form.last or form.first
    if needs(last) is None:
        return place(last, None, _only), "text"
    if last.now or (last.anchor == "speech" and any(offset is not None for offset in _offsets(last))):
        return _moment(last, around)

    def following(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.end and first.start and r.end >= first.start]
        return fitting[0] if fitting else readings[-1]

    if form.first.lunar and last.month is None and last.day is not None:
        last = last.model_copy(update={"lunar": True, "month": form.first.month})
    found = place(last, first, following)
    if found and found.end and first.start and found.end < first.start and last.month is None:
        found = place(last.model_copy(update={"month_offset": 1}), first, following)
    return found, "text"


def _offsets(moment: Moment) -> tuple[int | None, ...]:
    return (moment.day_offset, moment.week_offset, moment.month_offset, moment.quarter_offset, moment.year_offset)


def _joined(first: Interval, last: Interval) -> Interval | None:
    if first.start is None or last.end is None:
        return Interval(None, None, "range", f"{first.edtf}/{last.edtf}", None)
    if last.end < first.start:
        return None
    edtf = between_text(first.start, last.end)
    if "/" not in (first.edtf or "/") and "/" not in (last.edtf or "/"):
        edtf = f"{first.edtf}/{last.edtf}"
    timex = f"P{(last.end - first.start).days + 1}D"
    months = (last.end.year - first.start.year) * 12 + last.end.month - first.start.month + 1
    if first.precision == last.precision == "month":
        timex = f"P{months}M"
    elif first.precision == last.precision == "year":
        timex = f"P{months // 12}Y"
    return Interval(first.start, last.end, "range", edtf, timex)


def _bounded(interval: Interval, form: DateForm) -> Interval:
    """以前, 以后, 以来: one end is open."""
    start, end = interval.start, interval.end
    if form.bound is None or start is None or end is None:
        return interval
    if form.bound == "before":
        limit = end if form.inclusive or interval.precision == "day" or interval.fuzzy else start - DAY
        return replace(interval, start=None, end=limit, precision="range", edtf=between_text(None, limit))
    begin = start
    if form.bound == "after" and not form.inclusive and interval.precision != "day":
        begin = end + DAY
    return replace(interval, start=begin, end=None, precision="range", edtf=between_text(begin, None))


def _approximate(interval: Interval) -> Interval:
    edtf = f"{interval.edtf}~" if interval.edtf and "/" not in interval.edtf else interval.edtf
    return replace(interval, edtf=edtf, fuzzy=interval.fuzzy or "approximate")


def _precision(form: DateForm) -> Precision:
    """How fine a date is that cannot be placed."""
    first = form.first
    if form.last is not None or form.bound:
        return "range"
    if first.stretch:
        return "duration"
    if first.week_offset is not None and first.weekday is None:
        return "week"
    if first.day is not None or first.day_offset is not None or first.weekday is not None or first.shift or first.holiday:
        return "day"
    if first.month is not None or first.month_offset is not None or first.tenday:
        return "month"
    if first.quarter is not None or first.quarter_offset is not None:
        return "quarter"
    if first.half is not None:
        return "half"
    if first.season is not None:
        return "season"
    if first.decade is not None:
        return "decade"
    if first.century is not None or first.century_offset is not None:
        return "century"
    return "year"
