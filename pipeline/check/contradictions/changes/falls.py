"""Falls above one hundred per cent: nothing falls by 177 %, save what may pass through zero."""

from pipeline.check.contradictions.claims import Claim, Support, turned
from pipeline.check.reading.percents import REACH, Percent
from pipeline.check.reading.polarity import signed
from pipeline.check.reading.view import View

#: A fall beyond this is impossible. Exactly 100 % is possible: something ceased.
WHOLE = 1.0


def impossible_falls(view: View) -> list[Claim]:
    """A stated fall of more than the whole, of something that cannot be negative."""
    return [
        _claim(view, percent)
        for percent in view.directed
        if percent.value.direction == "decrease" and above_whole(view, percent)
    ]


def above_whole(view: View, percent: Percent) -> bool:
    """Whether a change by this much can only be a rise: it is more than the whole of what cannot be negative."""
    return (
        percent.value.unit in ("percent", "permille", "tenth", "multiple")
        and float(percent.value.ratio) > WHOLE
        and not _may_be_negative(view, percent)
    )


def _may_be_negative(view: View, percent: Percent) -> bool:
    """Profits, balances and growth rates pass through zero; so 净利润下降177% is ordinary bad news.

    The metric may stand a few clauses before: the whole sentence up to the percentage counts.
    """
    start = view.sentence(percent.entity.sentence).start
    words = (percent.value.metric or "") + view.text[
        max(start, percent.entity.start - 3 * REACH) : percent.entity.start
    ]
    return signed(words)


def _claim(view: View, percent: Percent) -> Claim:
    entity, change = percent.entity, percent.change
    start = min(percent.stated[0], entity.start)
    quoted = view.text[start : entity.end]
    multiple = percent.value.unit == "multiple"
    return Claim(
        kind="impossible_decrease",
        spans=((start, entity.end),),
        message=(
            f"“{quoted}”: nothing can fall by more than the whole of itself, so the amount or the direction is wrong"
            + (" (loose writers do say this of multiples)." if multiple else ".")
        ),
        confidence=0.6 if multiple else 0.97,
        suggestion=turned(rise=False),
        supports=(Support(entity.id, change.word, change.opposite, 0.7 if multiple else 0.93),) if change else (),
    )
