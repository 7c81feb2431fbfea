"""Which of the readings in neighbouring years is meant: by the tense of the sentence, then by nearness."""

from pipeline.normalize.dates.clause import Tense
from pipeline.normalize.dates.interval import Interval

#: Days by which a reading in another year than the publication date's must be nearer to be taken.
_OTHER_YEAR = {None: 300, "past": 60, "future": 60}
#: Days ahead from which on a date that nothing says is to come costs so much more.
_FAR_AHEAD, _UNANNOUNCED = 150, 260
#: What a reading on the wrong side of the publication date costs, and how far over it may lie for nothing.
_WRONG_SIDE, _GRACE = 400, 7
#: A verb of news alone (上线, 召开) says less: what it tells may be to come.
_TOLD_AHEAD = 100
#: The same beside another date: a story goes on, so an earlier year is further off than a later one.
_EARLIER_YEAR, _LATER_YEAR = 300, 200
#: So many days in a row are no period.
_FEW_DAYS = 31
#: Days before publication up to which a date is one of the page's own days.
_FRESH = 500
#: Behind 今年1月 the December before is further off than the one to come.
_BEFORE_A_PERIOD = 420


def upcoming(readings: list[Interval], anchor: Interval | None) -> Interval:
    """The first reading that is not over: what a holiday or a weekday that stands all alone asks for."""
    over = anchor.end if anchor else None
    return next((r for r in readings if over is None or r.end is None or r.end >= over), readings[-1])


def nearest(
    readings: list[Interval],
    published: Interval,
    tense: Tense | None,
    *,
    alone: bool = False,
    stated: bool = True,
    yearly: bool = False,
) -> Interval:
    """The reading that the tense allows and that is nearest to the publication date, its own year first.

    Around a date that stands `alone` nothing could say that it is far ahead. What is not `stated` to be over may be
    to come, if it is near; what comes `yearly`, as holidays do, is of the next year as soon as of this one.
    """

    def cost(reading: Interval) -> tuple[float, float]:
        after, before = _distances(reading, published)
        other = _year(reading) != _year(published) and max(after, before) > 0
        total = max(after, before, 0) + (_OTHER_YEAR["past" if yearly else tense] if other else 0)
        if tense is None and not alone and after > _FAR_AHEAD:
            total += _UNANNOUNCED
        wrong = _TOLD_AHEAD if tense == "past" and not stated else _WRONG_SIDE
        return (total + (wrong if _on_wrong_side(reading, after, before, tense) else 0), after)

    return min(readings, key=cost)


def begun(readings: list[Interval], anchor: Interval) -> list[Interval]:
    """The readings that had begun: figures are not reported for a quarter to come."""
    return [r for r in readings if r.start and anchor.end and r.start <= anchor.end] or readings


def continuing(
    readings: list[Interval],
    anchor: Interval,
    told: Interval | None = None,
    *,
    expected: bool = False,
    announced: bool = False,
    published: Interval | None = None,
) -> Interval:
    """The reading that is nearest to a date spoken of, in the same year if that is not far off.

    The past tense does not count: a chronicle tells in it what followed. What is `expected` does not lie before the
    date spoken of, unless it is still ahead of the page, nor on a page that tells of its own days before its
    publication; what is `told` as over on
    some day does not lie after that day.
    """

    def cost(reading: Interval) -> tuple[float, float]:
        after, before = _distances(reading, anchor)
        total = max(after, before, 0)
        first, last = anchor.start, anchor.end
        if total > 0 and first and last and not first.year <= _year(reading) <= last.year:
            earlier = _EARLIER_YEAR if _is_of_days(anchor) else _BEFORE_A_PERIOD
            total += _LATER_YEAR if after > 0 else earlier
        if expected and not _is_ahead(reading, published) and _on_wrong_side(reading, after, before, "future"):
            total += _WRONG_SIDE
        if expected and is_missed(reading, anchor, published):
            total += _WRONG_SIDE
        if published is not None and not announced and _is_unannounced(reading, anchor, published):
            total += _WRONG_SIDE
        if told is not None and _on_wrong_side(reading, *_distances(reading, told), "past"):
            total += _WRONG_SIDE
        return (total, after)

    return min(readings, key=cost)


def _is_of_days(anchor: Interval) -> bool:
    """Whether it is a day or a few of them (1月6日至14日), not a period."""
    if anchor.precision != "range" or anchor.start is None or anchor.end is None:
        return anchor.precision == "day"
    return (anchor.end - anchor.start).days < _FEW_DAYS


def _is_ahead(reading: Interval, published: Interval | None) -> bool:
    """Whether it is to come on the day of the page."""
    day = published.end if published else None
    return day is not None and reading.start is not None and reading.start >= day


def _is_unannounced(reading: Interval, anchor: Interval, published: Interval) -> bool:
    """Whether it would be far ahead of a page, and nothing says that it is to come, in the story of its own weeks."""
    fresh = _is_of_days(anchor) and -_GRACE <= _distances(published, anchor)[0] <= 2 * _OTHER_YEAR["past"]
    return fresh and _distances(reading, published)[0] > _FAR_AHEAD


def is_missed(reading: Interval, anchor: Interval, published: Interval | None) -> bool:
    """Whether something expected would be over on a page that tells of its own days, not of history."""
    if published is None or _distances(anchor, published)[1] >= _FRESH:
        return False
    return _distances(reading, published)[1] > _GRACE


def _year(interval: Interval) -> int:
    return interval.start.year if interval.start else 0


def _distances(reading: Interval, anchor: Interval) -> tuple[float, float]:
    """Days by which a reading lies after and before the anchor; negative where it does not."""
    if reading.start is None or reading.end is None or anchor.start is None or anchor.end is None:
        return float("inf"), 0
    return (reading.start - anchor.end).days, (anchor.start - reading.end).days


def _on_wrong_side(reading: Interval, after: float, before: float, tense: Tense | None) -> bool:
    if tense == "past":
        return after > _GRACE
    # What is said to come of a quarter is said of this year's or the next: 上半年拟分红 of this one.
    return tense == "future" and reading.precision not in ("quarter", "half") and before > _GRACE


def nearest_week(readings: list[Interval], anchor: Interval | None, tense: Tense | None) -> Interval:
    """The day of the anchor's own week, unless the tense forbids it; readings are last, this and next week's."""
    if anchor is None or anchor.end is None:
        return readings[0]
    last, this, following = readings
    if tense == "past" and this.start and this.start > anchor.end:
        return last
    if tense == "future" and this.end and this.end < anchor.end:
        return following
    return this
