"""Multiples against the figures they lie between: 300万吨 as 4倍 of 100万吨, 5 to 8 as 翻两番."""

import re
from collections.abc import Iterator

from pipeline.check.contradictions.changes.moves import moves
from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.figures import Figure, first_from
from pipeline.check.reading.percents import Percent
from pipeline.check.reading.view import View
from pipeline.numerals import integer

#: Between the new figure and the old: 是2015年100万吨的4倍.
TIMES_OF = re.compile("[，,]?(?:已|正好|约)?(?:是|为|相当于|等于|达到)[^，,。；;]{0,14}$")
OF = re.compile("的(?:约|近|超过?|整整|大约)?$")
#: Between B of “从A增长到B” and its multiple.
GREW = re.compile("[，,]?(?:增长|增加|提高|提升|扩大|上升|上涨|增幅|涨幅)?(?:了|达到?|约|近|超过?|整整|为)*$")
DOUBLED = re.compile("翻(?:了)?(?:(?P<n>[一两二三四五六七八]|\\d)?番|(?P<times>[一两二三四五六七八]|\\d)倍)")
#: A multiple is rounded as its writer likes: 2.6 is said to be “3倍”, and 3.9 to be “3倍多”.
LOOSE, FINE, AND_MORE = 0.45, 0.06, 1.0
#: How far behind B the multiple may stand.
REACH = 8


def wrong_multiples(view: View) -> list[Claim]:
    """Multiples that the two figures beside them contradict."""
    multiples = [percent for percent in view.percents if percent.value.unit == "multiple"]
    return [*_times(view, multiples), *_grown(view, multiples)] if multiples else []


def _times(view: View, multiples: list[Percent]) -> Iterator[Claim]:
    for percent in multiples:
        entity = percent.entity
        figures = view.figures(entity.sentence)
        place = first_from(figures, entity.start)
        if percent.value.direction or percent.value.ratio_max or place < 2 or figures[place - 2].added:
            continue
        new, old = figures[place - 2 : place]
        same = new.unit == old.unit != "%" and TIMES_OF.match(view.text[new.end : old.start])
        said = same and OF.fullmatch(view.text[old.end : entity.start]) and old.value > 0
        if said and not _near(percent, new, old, more=0.0):
            yield _claim(view, percent, new, old, f"{new.value / old.value:.3g} times")


def _grown(view: View, multiples: list[Percent]) -> Iterator[Claim]:
    starts = {percent.entity.start: percent for percent in multiples if percent.value.direction}
    for move in moves(view) if starts else ():
        new, old = move.pair.new, move.pair.old
        place = next((at for at in range(new.end, new.end + REACH) if at in starts), None)
        if place is None or move.change.sign < 0 or new.unit == "%" or not GREW.match(view.text[new.end : place]):
            continue
        percent = starts[place]
        doubled = DOUBLED.fullmatch(percent.entity.text)
        if percent.value.ratio_max:
            continue
        right = _doublings(doubled, new, old) if doubled else _near(percent, new, old, more=1.0)
        if not right:
            yield _claim(view, percent, new, old, f"{new.value / old.value:.3g} times")


def _near(percent: Percent, new: Figure, old: Figure, *, more: float) -> bool:
    """Whether new may be the stated multiple of old, or that much more; writers say either of growth, above one."""
    least, most = new.low / old.high, new.high / max(old.low, 1e-12)
    ratio, written = float(percent.value.ratio), percent.entity.text
    off = FINE if "." in written or "半" in written else LOOSE
    above = AND_MORE if percent.value.modifier in ("over", "at_least") else off
    below = AND_MORE if percent.value.modifier in ("nearly", "under") else off
    targets = [ratio + more] + ([ratio] if more and ratio > 1 else [])
    return any(least <= target + above and target - below <= most for target in targets)


def _doublings(found: re.Match[str], new: Figure, old: Figure) -> bool:
    """n番 is 2 to the n; loose writers mean n + 1 times."""
    least, most = new.low / old.high, new.high / max(old.low, 1e-12)
    said = integer((found["n"] or found["times"] or "一").replace("两", "二")) or 1
    low, high = said + 1, (2**said if not found["times"] else said + 1)
    return most >= 0.85 * low and least <= 1.3 * max(low, high)


def _claim(view: View, percent: Percent, new: Figure, old: Figure, actual: str) -> Claim:
    entity = percent.entity
    first, last = view.text[old.start : old.end], view.text[new.start : new.end]
    return Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted([(old.start, old.end), (new.start, new.end), (entity.start, entity.end)])),
        message=f"“{entity.text}” does not agree with {first} and {last}: the one is {actual} the other.",
        confidence=0.8,
        suggestion={"rule": "multiple", "field": "ratio", "value": actual},
    )
