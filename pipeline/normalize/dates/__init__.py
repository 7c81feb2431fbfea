"""Give every date its place on the calendar, using the page around it for what its characters leave out.

The order is that of the contract: the date's own characters, its sentence, the headings above it, the
sentences before, the publication date. What counts from the moment of writing (今天, 去年, 近30天) asks the
publication date before the sentences before. Nothing is resolved by the clock of the machine: where the
page gives no anchor, and where a date is of every year (每年4月: XXXX-04), `start` and `end` stay null and
`resolved_from` is "none".
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import get_args

from pipeline.draft import Draft, Mention
from pipeline.forms.dates import DateForm
from pipeline.normalize.dates.bounds import bounded
from pipeline.normalize.dates.context import Context
from pipeline.normalize.dates.interval import of_day
from pipeline.normalize.dates.known import Known
from pipeline.normalize.dates.resolution import resolve_form
from pipeline.normalize.dates.surroundings import Surroundings, form_of
from pipeline.schema import DateValue, Precision, Role


def resolve(mentions: Sequence[Mention], draft: Draft) -> list[DateValue]:
    """The values of the DATE mentions, in their order."""
    if not mentions:
        return []
    context = Context(of_day(dt.date.fromisoformat(draft.published)) if draft.published else None, draft.text)
    values: list[DateValue] = []
    before = 0
    for start, end, role, section in _sentences(draft):
        context.enter(role, section, paragraph="\n" in draft.text[before:start])
        before = end
        text = draft.text[start:end]
        while mentions[len(values)].start < end:
            values.append(_resolve(Surroundings(context, mentions, len(values), text, start)))
            if len(values) == len(mentions):
                return values
        context.leave(text)
    return values + [_unplaced(form_of(mention)) for mention in mentions[len(values) :]]


def _sentences(draft: Draft) -> Iterator[tuple[int, int, Role, list[str]]]:
    """Start, end, role and section of the sentences; a text that was not split is one."""
    if not draft.sentences:
        yield 0, len(draft.text), "body", []
    for sentence in draft.sentences:
        yield sentence.start, sentence.end, sentence.role, sentence.section


def _unplaced(form: DateForm) -> DateValue:
    return _UNPLACED[_precision(form)]


def _resolve(around: Surroundings) -> DateValue:
    form, context = around.form, around.context
    interval, source = resolve_form(form, around)
    if interval is None:
        return _unplaced(form)
    if source != "none":
        context.tell(Known(form, interval, around.clause, context.published))
    if form.bound is not None:
        interval = bounded(interval, form)
    first, last = interval.start, interval.end
    start = first.isoformat() if first else None
    end = start if last is first else last.isoformat() if last else None
    return DateValue(
        start=start,
        end=end,
        edtf=interval.edtf,
        timex3=interval.timex3,
        precision=interval.precision,
        fuzzy=interval.fuzzy,
        resolved_from=source,
    )


def _precision(form: DateForm) -> Precision:
    """How fine a date is that cannot be placed."""
    if form.last is not None or form.bound:
        return "range"
    for (fine, _), stated in zip(_FIELDS, _STATED(form.first), strict=True):
        if stated is not None and stated is not False:
            return fine
    return "year"


#: The fields that make a date as fine as this, the finest first.
_FIELDS: tuple[tuple[Precision, str], ...] = (
    ("duration", "stretch"),
    ("range", "report"),
    ("day", "day"),
    ("day", "day_offset"),
    ("day", "weekday"),
    ("day", "shift"),
    ("day", "holiday"),
    ("week", "week"),
    ("week", "week_offset"),
    ("week", "weekend"),
    ("month", "month"),
    ("month", "month_offset"),
    ("month", "tenday"),
    ("month", "half_month"),
    ("quarter", "quarter"),
    ("quarter", "quarter_offset"),
    ("half", "half"),
    ("season", "season"),
    ("decade", "decade"),
    ("century", "century"),
    ("century", "century_offset"),
)
_STATED = attrgetter(*(field for _, field in _FIELDS))
#: Values are immutable, so that one of each kind serves for all dates that cannot be placed.
_UNPLACED: dict[Precision, DateValue] = {
    fine: DateValue(precision=fine, resolved_from="none") for fine in get_args(Precision)
}
