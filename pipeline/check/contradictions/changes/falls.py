"""Falls above one hundred per cent: nothing falls by 177 %, save what may pass through zero."""

import re
from bisect import bisect_left
from operator import attrgetter

from pipeline.check.contradictions.claims import Claim, Support, turned
from pipeline.check.reading.percents import REACH, Percent
from pipeline.check.reading.polarity import signed
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGE

#: A fall beyond this is impossible. Exactly 100 % is possible: something ceased.
WHOLE = 1.0
#: Between what there is and its change; and what says that it is a loss.
RIGHT_BEHIND = re.compile(
    rf"[，,（(](?:(?:同比|环比|(?:比|较|与)?(?:上年|去年|上期|前一年|(?:19|20)\d\d年)(?:同期)?(?:相比)?)[，,]?)?(?:大幅|明显|显著)?(?:{CHANGE.pattern})?(?:了|约|近|超过?|达)?"
)
LOSS = re.compile("亏|负|-|－|−|—|逆差")


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
    return signed(words) and not _still_there(view, percent, start)


def _still_there(view: View, percent: Percent, start: int) -> bool:
    """Whether it is above zero as stated right before: 净利润6.8亿元，同比下降240%."""
    place = bisect_left(view.money, percent.entity.start, key=attrgetter("start"))
    amount = view.money[place - 1] if place else None
    if amount is None or amount.start < start or LOSS.search(view.text, start, percent.entity.end + 12):
        return False
    words = view.text[view.clause_start(amount.start, start) : amount.start]
    behind = RIGHT_BEHIND.fullmatch(view.text, amount.end, percent.entity.start)
    return behind is not None and signed(words) and not CHANGE.search(words)


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
