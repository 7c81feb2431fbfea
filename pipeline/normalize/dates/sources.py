"""Where a date takes what it leaves out: its sentence, the headings above, the sentences before, publication."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.normalize.dates.asking import Asking, Reference
from pipeline.normalize.dates.context import Context
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.known import Known, Need
from pipeline.schema import ResolvedFrom

Source = tuple[ResolvedFrom, Interval]


def sources(context: Context, asking: Asking, need: Need) -> Iterator[Source]:
    """The dates that give what is needed, the best first."""
    if context.is_empty:
        return
    needs: tuple[Need, ...] = (need,)
    if need == "day":
        # 近30天 goes up to the end of the month last told of; all else needs the day if there is one.
        needs = ("month", "year") if asking.ends_now else ("day", "month", "year")
    for places in (_ORDER[asking.kind], _ANYWHERE):
        for each in needs:
            for source, dates in places:
                for known in dates(context, asking):
                    if known.gives(each, asking):
                        yield source, asking.anchor(known)
                        break


def _followed(context: Context, asking: Asking) -> list[Known]:
    """The dates of its sentence that a date can go on from."""
    followed = [known for known in _reported(context, asking) if asking.follows_in_sentence(known)]
    return followed if asking.kind == "topic" else _own_first(followed)


def _reported(context: Context, asking: Asking) -> list[Known]:
    """The dates of its sentence; what counts from the moment of writing takes only what is reported there."""
    latest = context.latest()
    if asking.kind != "speech":
        return latest
    return [k for k in latest if k.reports and (asking.clause.is_quoted or not k.is_relative)]


def _before(context: Context, asking: Asking) -> Iterator[Known]:
    """The dates of the sentences before that a date can go on from, the last one first."""
    for back, dates in enumerate(reversed(context.running)):
        latest = dates[::-1]
        for known in latest if asking.kind == "topic" else _own_first(latest):
            if asking.follows(known, context.story) and _goes_on(context, asking, known, back):
                yield known


def _goes_on(context: Context, asking: Asking, known: Known, back: int) -> bool:
    """Whether a bare date is in the story of another year than the page's own, told of so many sentences back.

    On a page that states its day it is if the story goes on right there: the next sentence begins with the date,
    and says neither how things stand now (截至5月底) nor what is to come.
    """
    if asking.of_report and context.is_of_making(known):
        return False
    if asking.clause.labelled and back:
        return False  # what a label further up says is another story
    page = context.published
    if asking.kind == "topic" or page is None or known.of_report:
        return True
    if known.standing == "plan" and (back or asking.moment.holiday):
        return False
    years = {date.year for date in (known.interval.start, known.interval.end) if date is not None}
    if page.start is None or (page.start.year in years and not (known.form.first.fiscal and len(years) > 1)):
        return True
    stands_now = asking.clause.stands_now or (asking.moment.month is not None and asking.moment.part == "late")
    goes_on = back == context.gap == 0 and asking.clause.opens and not stands_now
    return goes_on and not asking.is_of_now(known, page.start)


def _above(context: Context, asking: Asking) -> list[Known]:
    """The dates of the headings above."""
    titles = context.headlines()
    return [
        known for known in context.above() if not asking.is_news(known, context.published, headline=known in titles)
    ]


def _title(context: Context, asking: Asking) -> list[Known]:
    titles = context.headlines()
    return [known for known in context.title if not asking.is_news(known, context.published, headline=known in titles)]


def _section_before(context: Context, asking: Asking) -> Iterable[Known]:
    """What 同年 and 次日 count from at the beginning of a section: a fact of the section before."""
    if not asking.goes_on:
        return ()
    return (known for known in context.before_section() if known.standing == "fact")


def _published(context: Context, _: Asking) -> list[Known]:
    return context.page


def _told_last(context: Context, _: Asking) -> list[Known]:
    """The facts of the sentences before, the latest first: the now of a page that does not state its day."""
    told = [(end, known) for known in context.before() if (end := known.told_until)]
    told.reverse()
    return [known for _, known in sorted(told, key=lambda fact: fact[0], reverse=True)]


def _any_of_sentence(context: Context, asking: Asking) -> list[Known]:
    return context.latest() if asking.ends_now else _reported(context, asking)


def _any_before(context: Context, asking: Asking) -> Iterable[Known]:
    return () if asking.clause.labelled else context.before()


def _own_first(known: list[Known]) -> list[Known]:
    """The dates of what a sentence tells before those that belong to its nouns, or to the year before."""
    if len(known) < 2:
        return known
    return sorted(known, key=lambda k: k.form.role != "report" and (k.is_year_before or k.embedded))


Places = tuple[tuple[ResolvedFrom, Callable[[Context, Asking], Iterable[Known]]], ...]
#: Where a date looks, the best place first.
_ORDER: dict[Reference, Places] = {
    "plain": (
        ("sentence", _followed),
        ("heading", _above),
        ("previous", _before),
        ("heading", _title),
        ("published", _published),
    ),
    "topic": (
        ("sentence", _followed),
        ("previous", _before),
        ("heading", _above),
        ("previous", _section_before),
        ("heading", _title),
        ("published", _published),
    ),
    "speech": (
        ("sentence", _followed),
        ("published", _published),
        ("heading", _above),
        ("previous", _told_last),
    ),
}
#: Where it looks if nothing that it can go on from has what it needs.
_ANYWHERE: Places = (("sentence", _any_of_sentence), ("previous", _any_before))
