"""What is not counted from the dates before it as its word alone would say."""

from collections.abc import Iterable
from itertools import chain

from pipeline.forms.dates import Moment, changed
from pipeline.normalize.dates.interval import Interval, of_year
from pipeline.normalize.dates.known import Known
from pipeline.normalize.dates.moments import needs, only, place
from pipeline.normalize.dates.relative import Choose, same_period
from pipeline.normalize.dates.surroundings import Surroundings
from pipeline.schema import ResolvedFrom

#: The days of a date, and where it took what it lacks from.
Placed = tuple[Interval | None, ResolvedFrom]


def before_month_told(moment: Moment, around: Surroundings) -> Placed:
    """上月 where the month before publication is told of: the one before that (11月…，上月…).

    The sentence has named that month; or figures are held against 上月, and a sentence before or the title has.
    """
    context, published = around.context, around.context.published
    if published is None:
        return None, "none"
    usual = place(moment, published, only)
    told: list[tuple[ResolvedFrom, Iterable[Known]]] = [("sentence", context.latest())]
    if around.clause.compares:
        told += [("previous", context.before()), ("heading", chain(context.above(), context.title))]
    for source, dates in told:
        for known in dates:
            if usual and known.is_month and known.interval.start == usual.start:
                return place(moment, known.interval, only), source
    return None, "none"


def of_title(moment: Moment, around: Surroundings) -> Placed:
    """What is of the time that the title tells.

    本财年 is of the year of accounts reported on, if that is over; 上年同期 is of the part of a year that the title is
    about (前三季度), in a paragraph that has told of no date.
    """
    context = around.context
    about: Interval | None = None
    if moment.year_offset is None:
        return None, "none"
    if moment.fiscal is not None and moment.anchor == "speech" and around.clause.tense != "future":
        about = context.fiscal_year()
        moment = changed(moment, fiscal=about.start.month) if about and about.start else moment
    elif moment.same_period and moment.month_offset is None and context.begins and not context.sentence:
        about = context.titled_part()
    return (None, "none") if about is None else (place(moment, about, only), "heading")


def in_year_reviewed(moment: Moment, around: Surroundings) -> Placed:
    """A month or a day on a page that states no day, below the year that it reviews: 2019年工作总结."""
    context = around.context
    if context.published is None and needs(moment) == "year" and moment.year_offset is None:
        for known in (*context.above(), *context.title):
            if known.form.role == "report" and known.interval.precision == "year":
                return place(moment, known.interval, _first_within(known.interval)), "heading"
    return None, "none"


def _first_within(year: Interval) -> Choose:
    def choose(readings: list[Interval]) -> Interval:
        return next((r for r in readings if r.start and year.start and r.start >= year.start), readings[-1])

    return choose


def follows_what_is_not_told(moment: Moment, around: Surroundings) -> bool:
    """Whether 次日 or 三天后 counts from a day that the page does not give: what is told is not after publication."""
    if moment.shift is not None and moment.shift.count > 0 and moment.anchor is None:
        return not around.clause.alone and around.clause.tense == "past"
    if moment.anchor != "topic" or ((moment.day_offset or 0) <= 0 and (moment.year_offset or 0) <= 0):
        return False
    return not around.clause.alone and around.clause.tense != "future"


def special(moment: Moment, anchor: Interval, around: Surroundings, source: ResolvedFrom) -> Interval | None:
    """What is not counted from its anchor as the word alone would say."""
    if moment.same_period and moment.year is not None and source == "published":
        return of_year(moment.year)  # no period is told of, only the year
    if moment.same_period and (moment.year_offset, moment.anchor) == (0, "speech") and around.context.published:
        now = around.context.published.start  # 今年同期, of whatever year it is compared with
        return same_period(changed(moment, year=now.year), anchor) if now else None
    if moment.same_period and around.context.says_with(anchor, moment):
        return same_period(moment, anchor, named=True)
    return _year_under_report(moment, anchor, around)


def _year_under_report(moment: Moment, anchor: Interval, around: Surroundings) -> Interval | None:
    """过去一年 in a report on a year is that year."""
    stretch = moment.stretch
    if stretch is None or (stretch.side, stretch.unit, stretch.count) != ("past", "year", 1) or anchor.start is None:
        return None
    return around.context.report_year(anchor.start.year - 1)
