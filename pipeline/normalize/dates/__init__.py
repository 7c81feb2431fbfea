"""Give every date its place on the calendar, using the page around it for what its characters leave out.

The order is that of the contract: the date's own characters, its sentence, the headings above it, the
sentence before, the publication date. Nothing is resolved by the clock of the machine: where the page
gives no anchor, `start` and `end` stay null and `resolved_from` is "none".
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pipeline.draft import Draft, Mention
from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import tense
from pipeline.normalize.dates.context import Context, Known
from pipeline.normalize.dates.interval import DAY, Interval, between_text, of_day, of_days
from pipeline.normalize.dates.moments import needs, place
from pipeline.schema import DateValue, Precision, ResolvedFrom, Sentence

#: "none" where the date is all there is, as in a heading: then no tense can be seen.
When = tense.Tense | Literal["none"] | None

_UNPLACED: dict[str, Precision] = {"day_offset": "day", "day": "day", "weekday": "day", "month": "month", "year": "year"}


def resolve(mentions: Sequence[Mention], draft: Draft) -> list[DateValue]:
    """The values of the DATE mentions, in their order."""
    published = of_day(dt.date.fromisoformat(draft.published)) if draft.published else None
    context = Context(published)
    values: list[DateValue] = []
    rest = list(mentions)
    sentences: Sequence[Sentence] = draft.sentences or [Sentence(start=0, end=len(draft.text), role="body")]
    position = 0
    for sentence in sentences:
        text = draft.text[sentence.start : sentence.end]
        if position >= len(rest):
            break
        context.enter(sentence, text)
        while position < len(rest) and rest[position].start < sentence.end:
            values.append(_resolve(rest[position], text, sentence, context))
            position += 1
        context.leave(sentence, text)
    while position < len(rest):
        values.append(_resolve(rest[position], "", None, context))
        position += 1
    return values


def _resolve(mention: Mention, text: str, sentence: Sentence | None, context: Context) -> DateValue:
    form = mention.form
    if not isinstance(form, DateForm):
        raise TypeError("resolve takes DATE mentions alone")
    del sentence
    moment_tense: tense.Tense | Literal["none"] | None = tense.of_sentence(text)
    if text and len(text.strip()) <= mention.end - mention.start:
        moment_tense = "none"
    interval, source = _place(form, mention, context, moment_tense)
    if interval is None:
        return DateValue(precision=_precision(form), resolved_from="none")
    context.sentence.append(Known(form, interval))
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


def _place(
    form: DateForm, mention: Mention, context: Context, when: "When"
) -> tuple[Interval | None, ResolvedFrom]:
    if form.impossible:
        return None, "none"
    first, source = _first(form, form.first, mention, context, when)
    if form.last is None:
        return (_approximate(first) if first and form.approximate else first), source
    if first is None and needs(form.last) is None:
        # 6月1日至2021年7月1日: the first end takes its year from the second.
        last = place(form.last, None, lambda readings: readings[0])
        first = _before(form.first, last) if last else None
        source = "text"
    if first is None:
        return None, "none"
    last, own = _last(form, first, mention, context, when)
    if last is None:
        return None, "none"
    if source == "text" and own != "text":
        source = own
    return _joined(first, last), source


def _first(
    form: DateForm, moment: Moment, mention: Mention, context: Context, when: "When"
) -> tuple[Interval | None, ResolvedFrom]:
    need = needs(moment)
    if need is None:
        return place(moment, None, lambda readings: readings[0]), "text"
    probe = form if moment is form.first else form.model_copy(update={"first": moment})
    for source, anchor in context.sources(mention, probe, need):
        found = place(moment, anchor, _chooser(moment, anchor, when))
        if found is not None:
            return found, "text" if need == "pivot" else source
        return None, "none"
    if need == "pivot":
        return place(moment, None, lambda readings: readings[0]), "text"
    return None, "none"


def _chooser(moment: Moment, anchor: Interval, when: "When"):  # type: ignore[no-untyped-def]
    if when == "none":
        if moment.holiday or (moment.weekday and moment.month is None):
            return lambda readings: tense.upcoming(readings, anchor)
        when = None
    if moment.weekday is not None or moment.weekend:
        if moment.month is None and moment.ordinal is None:
            return lambda readings: tense.nearest_week(readings, anchor, when)
    return lambda readings: tense.nearest(readings, anchor, when)


def _before(moment: Moment, last: Interval) -> Interval | None:
    """The reading of a first end that does not lie after the second."""
    def latest(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.start and last.end and r.start <= last.end]
        return fitting[-1] if fitting else readings[0]

    return place(moment, last, latest)


def _last(
    form: DateForm, first: Interval, mention: Mention, context: Context, when: "When"
) -> tuple[Interval | None, ResolvedFrom]:
    """The second end; what it lacks it takes from the first, and it does not lie before it."""
    last = form.last or form.first
    if needs(last) is None:
        return place(last, None, lambda readings: readings[0]), "text"
    if last.now or (last.anchor == "speech" and any(o is not None for o in _offsets(last))):
        return _first(form, last, mention, context, when)

    def following(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.end and first.start and r.end >= first.start]
        return fitting[0] if fitting else readings[-1]

    if form.first.lunar and last.month is None and last.day is not None:
        last = last.model_copy(update={"lunar": True, "month": form.first.month})
    found = place(last, first, following)
    if found is not None and found.end and first.start and found.end < first.start:
        found = place(last.model_copy(update={"month_offset": 1}), first, following) if last.month is None else found
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


_ = (of_days, _UNPLACED)
