"""Give every date its place on the calendar, using the page around it for what its characters leave out.

The order is that of the contract: the date's own characters, its sentence, the headings above it, the
sentences before, the publication date. What counts from the moment of writing (今天, 去年, 近30天) asks the
publication date before the sentences before. Nothing is resolved by the clock of the machine: where the
page gives no anchor, `start` and `end` stay null and `resolved_from` is "none".
"""

import datetime as dt
from collections.abc import Sequence

from pipeline.draft import Draft, Mention
from pipeline.forms.dates import DateForm, Moment
from pipeline.normalize.dates import standing, tense
from pipeline.normalize.dates.bounds import bounded
from pipeline.normalize.dates.context import Context
from pipeline.normalize.dates.interval import Interval, of_day
from pipeline.normalize.dates.known import Known, reports
from pipeline.normalize.dates.moments import place
from pipeline.normalize.dates.resolution import Surroundings, resolve_form
from pipeline.schema import DateValue, Precision, Sentence


def resolve(mentions: Sequence[Mention], draft: Draft) -> list[DateValue]:
    """The values of the DATE mentions, in their order."""
    context = Context(of_day(dt.date.fromisoformat(draft.published)) if draft.published else None)
    values: list[DateValue] = []
    position = 0
    for sentence in draft.sentences or [_whole(draft.text)]:
        context.enter(sentence)
        text = draft.text[sentence.start : sentence.end]
        while position < len(mentions) and mentions[position].start < sentence.end:
            values.append(_resolve(mentions, position, sentence, text, context))
            position += 1
        context.leave(sentence, text)
    return values + [_unplaced(mention) for mention in mentions[position:]]


def _whole(text: str) -> Sentence:
    return Sentence(start=0, end=len(text), role="body", section=[], citations=[])


#: A sentence that is all one date is no longer than this.
_LONE = 60


def _form(mention: Mention) -> DateForm:
    if not isinstance(mention.form, DateForm):
        raise TypeError("resolve takes DATE mentions alone")
    return mention.form


def _unplaced(mention: Mention) -> DateValue:
    return DateValue(precision=_precision(_form(mention)), resolved_from="none")


def _resolve(mentions: Sequence[Mention], position: int, sentence: Sentence, text: str, context: Context) -> DateValue:
    mention, start = mentions[position], sentence.start
    form = _form(mention)
    left, right = mention.start - start, mention.end - start
    alone = len(text) < _LONE and len(text.strip()) <= right - left
    around = Surroundings(
        context,
        tense.Clause(text, left, right, alone=alone, compared=form.role == "comparison"),
        lambda: _is_quoted(text, left),
        lambda: _said(mentions[position + 1 : position + 3], sentence, text),
        lambda: _ahead(mentions[position + 1 : position + 4], sentence),
    )
    told = _told_in_brackets(form, mentions[position + 1 : position + 2], mention.end, text, sentence)
    interval, source = resolve_form(form, around) if told is None else (told, "sentence")
    if interval is None:
        return _unplaced(mention)
    stands = standing.of_mention(text, left, right, form, interval, context.published)
    embedded = standing.is_embedded(text, left, right, interval)
    reporting = reports(text, right)
    if reporting and interval.precision == "day":
        stands = "fact"  # the day of a report is no plan, whatever the page gives as its own
    context.sentence.append(Known(form, interval, reporting, stands, embedded))
    interval = bounded(interval, form)
    return DateValue.model_construct(  # every field is given, and made here
        start=interval.start.isoformat() if interval.start else None,
        end=interval.end.isoformat() if interval.end else None,
        edtf=interval.edtf,
        timex3=interval.timex3,
        precision=interval.precision,
        fuzzy=interval.fuzzy,
        resolved_from=source,
    )


#: How far back the opening mark of a quotation is looked for.
_QUOTATION = 200


def _is_quoted(text: str, start: int) -> bool:
    """Whether a place is inside “” or 「」."""
    low = max(0, start - _QUOTATION)
    return any(text.rfind(opens, low, start) > text.rfind(closes, low, start) for opens, closes in ("“”", "「」"))


def _said(following: Sequence[Mention], sentence: Sentence, text: str) -> DateForm | None:
    """The 昨天 or 昨晚 behind a quotation, on which it was said."""
    for mention in following:
        form, place = _form(mention), mention.start - sentence.start
        yesterday = (form.first.day_offset, form.first.anchor) == (-1, "speech")
        if yesterday and mention.end <= sentence.end and not _is_quoted(text, place):
            return form
    return None


def _told_in_brackets(
    form: DateForm, following: Sequence[Mention], end: int, text: str, sentence: Sentence
) -> Interval | None:
    """The day that brackets behind a date give, where it leaves out its year: 丁卯年正月初一（1987年1月29日）."""
    if not following or following[0].start != end + 1 or not text.startswith(("（", "("), end - sentence.start):
        return None
    told = _form(following[0])
    if form.last is not None or form.first.year is not None or told.last is not None or told.first.short:
        return None
    day = told.first.year is not None and told.first.day is not None and form.first.day is not None
    return place(told.first, None, lambda readings: readings[0]) if day else None


def _ahead(following: Sequence[Mention], sentence: Sentence) -> DateForm | None:
    """The first date of the same sentence with a year of its own that tells when something was."""
    forms = (_form(mention) for mention in following if mention.end <= sentence.end)
    return next((form for form in forms if form.role is None and form.first.year and not form.first.short), None)


def _precision(form: DateForm) -> Precision:
    """How fine a date is that cannot be placed."""
    if form.last is not None or form.bound:
        return "range"
    return next((precision for precision, fields in _FIELDS if _states(form.first, fields)), "year")


#: The fields that make a date as fine as this, the finest first.
_FIELDS: tuple[tuple[Precision, tuple[str, ...]], ...] = (
    ("duration", ("stretch",)),
    ("day", ("day", "day_offset", "weekday", "shift", "holiday")),
    ("week", ("week", "week_offset", "weekend")),
    ("month", ("month", "month_offset", "tenday", "half_month")),
    ("quarter", ("quarter", "quarter_offset")),
    ("half", ("half",)),
    ("season", ("season",)),
    ("decade", ("decade",)),
    ("century", ("century", "century_offset")),
)


def _states(moment: Moment, fields: tuple[str, ...]) -> bool:
    return any(getattr(moment, field) not in (None, False) for field in fields)
