"""A date of one or two ends, placed with the help of the dates around it."""

from dataclasses import replace

from pipeline.forms.dates import DateForm, Moment, changed
from pipeline.normalize.dates import accounts, tense
from pipeline.normalize.dates.apart import (
    Placed,
    before_month_told,
    follows_what_is_not_told,
    in_year_reviewed,
    of_title,
    special,
)
from pipeline.normalize.dates.asking import Asking
from pipeline.normalize.dates.bounds import approximate, joined, until_now
from pipeline.normalize.dates.context import Context
from pipeline.normalize.dates.interval import Interval, of_day
from pipeline.normalize.dates.known import is_period
from pipeline.normalize.dates.moments import needs, only, place
from pipeline.normalize.dates.sources import sources
from pipeline.normalize.dates.surroundings import Surroundings
from pipeline.normalize.dates.yearly import is_yearly, of_any_year
from pipeline.schema import ResolvedFrom

#: From this year on months in China are the sun's.
_SUNS = 1912
#: What can be placed on a page that gives nothing to count from.
_DO_WITHOUT = ("century", "pivot")


def resolve_form(form: DateForm, around: Surroundings) -> Placed:
    """The days that a date means, before its ends are opened, and where it took what it lacks from.

    A date of every year has a spelling and no days, and no other date takes anything from it.
    """
    told = around.told_in_brackets
    if told is not None:
        return told, "sentence"
    if form.impossible:
        return None, "none"
    if _is_yearly(form, around):
        return of_any_year(form), "none"
    if form.last is not None:
        return _range(form, form.last, around)
    first, source = _moment(form.first, around)
    return (approximate(first) if first and form.approximate else first), source


def _range(form: DateForm, end: Moment, around: Surroundings) -> Placed:
    first, source = _moment(form.first, around)
    now = around.context.published
    if now is not None and first is not None and _is_after(first, now) and (end.now or _sums_up(form, around)):
        first = _before(form.first, now)  # 7月到现在: the July that has been
    if first is None and needs(end) is None:
        # 6月1日至2021年7月1日: the first end takes its year from the second.
        last = place(end, None, only)
        first, source = (_before(form.first, last) if last else None), "text"
    if first is None:
        return None, "none"
    if end.now and now is None:
        return until_now(first), source
    last, own = _last(form, end, first, around)
    return (None, "none") if last is None else (joined(first, last), own if source == "text" else source)


def _sums_up(form: DateForm, around: Surroundings) -> bool:
    """Whether it is all the months of a year so far, of which nothing says that they are to come: 1—11月."""
    first, last = form.first, form.last
    if last is None or first.month != 1 or first.year is not None or first.day is not None or first.lunar:
        return False
    months = last.month is not None and last.year is None and last.day is None
    return months and not around.clause.alone and around.clause.tense != "future"


def _is_yearly(form: DateForm, around: Surroundings) -> bool:
    """Whether no year is meant."""
    context = around.context
    if form.first.year is not None:
        return False
    yearly = is_yearly(form, around.clause, dated=bool(context.sentence), listed=context.yearly)
    context.yearly = context.yearly or yearly
    return yearly


def _is_after(interval: Interval, now: Interval) -> bool:
    return interval.start is not None and now.end is not None and interval.start > now.end


def _moment(moment: Moment, around: Surroundings) -> Placed:
    if moment.fiscal is not None:
        moment = accounts.begun(moment, around.context.accounts)
    need = needs(moment)
    if need is None:
        found = place(moment, None, only)
        reign = moment.lunar and (moment.year or _SUNS) < _SUNS
        return (replace(found, lunar=True) if found and reign else found), "text"
    told, source = _told_beside(moment, around) if moment.report is None else _under_report(moment, around)
    if told is not None or moment.report is not None or (around.context.is_empty and need not in _DO_WITHOUT):
        return told, source
    if need == "century":
        published = around.context.published
        return place(moment, published, only), "published" if published else "text"
    asking = Asking(moment, around.clause)
    for source, anchor in sources(around.context, asking, "year" if need == "pivot" else need):
        found = special(moment, anchor, around, source) or _beside(asking, anchor, around, source)
        if source == "previous" and found and _is_missed(found, anchor, around):
            continue
        if source == "published" and follows_what_is_not_told(moment, around):
            return None, "none"
        own = moment.year is not None and (need == "pivot" or (moment.same_period and source == "published"))
        return (found, "text" if own else source) if found else (None, "none")
    return in_year_reviewed(moment, around) if need != "pivot" else _by_itself(moment)


def _by_itself(moment: Moment) -> Placed:
    """A year or a decade written short, beside no other."""
    found = place(moment, None, only)
    return (found, "text") if found else (None, "none")


def _under_report(moment: Moment, around: Surroundings) -> Placed:
    """The time that a report is about, or its first or last day."""
    found = around.context.period_under_report()
    if found is None:
        return None, "none"
    source, about = found
    ends = {"first": about.start, "last": about.end}
    day = ends.get(moment.report or "")
    return (about if day is None else of_day(day)), source


def _beside(asking: Asking, anchor: Interval, around: Surroundings, source: ResolvedFrom) -> Interval | None:
    """The moment counted from a date of the page; beside a year of a reign its month is one of the moon."""

    def choose(readings: list[Interval]) -> Interval:
        return _chosen(readings, asking, anchor, around.context, source)

    moment = asking.moment
    if moment.fiscal and anchor.precision == "year" and anchor.start is not None and anchor.start.month > 1:
        moment = changed(moment, fiscal=anchor.start.month)  # 111學年度 … 前一學年: both begin in August
    if not anchor.lunar:
        return _over(moment, place(moment, anchor, choose), anchor, around)
    if moment.month is not None and moment.year is None:
        moment = changed(moment, lunar=True)
    found = place(moment, anchor, choose)
    return replace(found, lunar=found.start is not None and found.start.year < _SUNS) if found else None


def _over(moment: Moment, found: Interval | None, anchor: Interval, around: Surroundings) -> Interval | None:
    """年底 of the year before, where it is told of as over in the months before this one's end: 年底前已经完工."""
    to_be = found is not None and found.start is not None and anchor.end is not None and found.start > anchor.end
    if not (to_be and moment.part and (moment.year_offset, moment.anchor) == (0, None)):
        return found
    return place(changed(moment, year_offset=-1), anchor, only) if around.clause.stated else found


def _told_beside(moment: Moment, around: Surroundings) -> Placed:
    """What does not count from the dates told of before it.

    That is 今天 in a quotation of another day, 上年末 before the year of its sentence (上年末为1.4%，2023年末降至1.2%),
    本年度 in a report on a year, and what the title tells.
    """
    if (titled := of_title(moment, around))[0] is not None:
        return titled
    if moment.year_offset is not None and moment.anchor == "speech" and around.clause.is_of_accounts:
        report = around.context.under_report()
        if report is not None and not (moment.year_offset == 0 and around.clause.tense == "future"):
            return place(moment, report[1], only), report[0]
    if moment.day_offset == 0 and moment.anchor == "speech" and around.clause.is_quoted:
        return _said_on(moment, around)
    if moment.month_offset == -1 and moment.anchor == "speech" and moment.day is None:
        return before_month_told(moment, around)
    if moment.year_offset == -1 and moment.anchor == "topic" and not around.context.sentence:
        ahead = None if around.clause.compares else around.ahead
        if ahead is not None:
            return place(moment, place(ahead.first, None, only), only), "sentence"
    return None, "none"


def _said_on(moment: Moment, around: Surroundings) -> Placed:
    """The day of a quotation, where that was 昨天 or 昨晚: told of before it, or by who says it behind it."""
    form = around.said
    if form is not None:
        return _moment(form.first, around)[0], "sentence"
    said = around.context.said_on(moment.clock)
    return said, "sentence" if said and around.context.is_of_sentence(said) else "previous"


def _is_missed(found: Interval, anchor: Interval, around: Surroundings) -> bool:
    """Whether another date than this anchor must be meant, because what is expected would be over."""
    return around.clause.to_come and tense.is_missed(found, anchor, around.context.published)


def _chosen(
    readings: list[Interval], asking: Asking, anchor: Interval, context: Context, source: ResolvedFrom
) -> Interval:
    """The reading that is meant, of those in neighbouring years or weeks."""
    moment, clause, published = asking.moment, asking.clause, context.published
    of_week = (moment.weekday is not None or moment.weekend) and moment.month is None and moment.ordinal is None
    if clause.alone and source == "published" and (moment.holiday or of_week):
        return tense.upcoming(readings, anchor)
    if of_week:
        return tense.nearest_week(readings, anchor, clause.tense)
    if source == "published":
        # A holiday is near: only its own clause can say that it is the one before.
        when = clause.tense if not moment.holiday else None if clause.leads_up else clause.own
        if is_period(moment) and context.orders and not clause.is_over:
            when = "future" if when == "future" else None
        elif is_period(moment) and not clause.alone and clause.tense != "future":
            readings = tense.begun(readings, anchor)
        return tense.nearest(
            readings, anchor, when, alone=clause.alone, stated=clause.is_over, yearly=moment.holiday is not None
        )
    told = published if clause.stated or (asking.of_report and not context.orders) else None
    announced = clause.tense == "future"
    return tense.continuing(readings, anchor, told, expected=clause.to_come, announced=announced, published=published)


def _before(moment: Moment, last: Interval) -> Interval | None:
    """The reading of a first end that does not lie after the second."""

    def latest(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.start and last.end and r.start <= last.end]
        return fitting[-1] if fitting else readings[0]

    return place(moment, last, latest)


def _last(form: DateForm, last: Moment, first: Interval, around: Surroundings) -> Placed:
    """The second end; what it lacks it takes from the first, and it does not lie before it."""
    if needs(last) is None:
        return place(last, None, only), "text"
    offsets = (last.day_offset, last.week_offset, last.month_offset, last.quarter_offset, last.year_offset)
    counted = last.anchor == "speech" and any(offset is not None for offset in offsets)
    if last.now or last.report or counted or last.century_offset is not None:
        return _moment(last, around)

    def following(readings: list[Interval]) -> Interval:
        fitting = [r for r in readings if r.end and first.start and r.end >= first.start]
        return fitting[0] if fitting else readings[-1]

    if form.first.lunar and last.month is None and last.day is not None:
        last = changed(last, lunar=True, month=form.first.month)
    elif form.first.lunar and (form.first.year or _SUNS) < _SUNS and last.month is not None and last.year is None:
        last = changed(last, lunar=True)
    found = place(last, first, following)
    if found and found.end and first.start and found.end < first.start and last.month is None:
        found = place(changed(last, month_offset=1), first, following)
    return found, "text"
