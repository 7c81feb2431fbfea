"""Two ends made one, ends left open, and vagueness."""

from dataclasses import replace

from pipeline.forms.dates import DateForm
from pipeline.normalize.dates.interval import Interval, between_text, step


def joined(first: Interval, last: Interval) -> Interval | None:
    """From the beginning of one to the end of the other; None if that is before it."""
    if first.start is None or last.end is None:
        low, high = (first.edtf or "..").split("/")[0], (last.edtf or "..").split("/")[-1]
        return Interval(None, None, "range", f"{low}/{high}", None)
    if last.end < first.start:
        return None
    edtf = between_text(first.start, last.end)
    if _is_plain(first) and _is_plain(last):
        edtf = f"{first.edtf}/{last.edtf}"
    timex = f"P{(last.end - first.start).days + 1}D"
    months = (last.end.year - first.start.year) * 12 + last.end.month - first.start.month + 1
    if first.precision == last.precision == "month":
        timex = f"P{months}M"
    elif first.precision == last.precision == "year":
        timex = f"P{months // 12}Y"
    return Interval(first.start, last.end, "range", edtf, timex)


def bounded(interval: Interval, form: DateForm) -> Interval:
    """以前, 以后: one end is open. A day, and what is marked by 及, belongs to what it bounds."""
    if form.bound is None or interval.start is None or interval.end is None:
        return interval
    if form.bound == "before" and form.last is not None:
        return interval  # 自5月1日起至9月1日之前: the other end is stated
    included = form.inclusive or interval.precision == "day" or interval.fuzzy is not None
    if form.bound == "before":
        limit = interval.end if included else step(interval.start, -1)
        return replace(interval, start=None, end=limit, precision="range", edtf=between_text(None, limit))
    begin = interval.start if included else step(interval.end, 1)
    return replace(interval, start=begin, end=None, precision="range", edtf=between_text(begin, None))


def until_now(first: Interval) -> Interval:
    """至今 on a page that does not say when it was written: the end is open."""
    edtf = between_text(first.start, None) if first.start else f"{(first.edtf or '').split('/')[0]}/.."
    return replace(first, end=None, precision="range", edtf=edtf)


def _is_plain(interval: Interval) -> bool:
    """Whether its EDTF is a plain date, which alone may end an interval or be marked as vague."""
    return interval.precision in ("day", "month", "year") and "/" not in (interval.edtf or "/")


def approximate(interval: Interval) -> Interval:
    """约 and 左右: the same days, marked as vague."""
    edtf = f"{interval.edtf}~" if _is_plain(interval) else interval.edtf
    return replace(interval, edtf=edtf, fuzzy=interval.fuzzy or "approximate")
