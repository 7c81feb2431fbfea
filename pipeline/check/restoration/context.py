"""What the words around a stated change say of its direction: metric, neighbours, tone and size."""

from math import log

from pipeline.check.reading.percents import Percent
from pipeline.check.reading.polarity import Polarity, polarity
from pipeline.check.reading.view import View
from pipeline.check.reading.words import BAD, CURBED, GOOD
from pipeline.check.restoration.odds import chance

#: How much oftener writers state rises than falls, before anything is known of the metric.
RISES = log(4)
#: Shifts of the log odds of a rise: by metric, by tone, by size.
LOWER_IS_BETTER, HIGHER_IS_BETTER, EITHER, UNKNOWN = -4.0, 0.7, -0.9, -0.8
GOOD_NEWS, BAD_NEWS, EVIL_CURBED = 1.2, -2.2, -1.0
LARGE = 0.8
#: What a metric of unknown kind is listed with says of it: evils are counted beside evils.
BESIDE_EVILS, BESIDE_GOODS = -2.0, 0.5
#: How far around a change its tone is heard; and how far its neighbours in a list are.
AROUND = 60
NEIGHBOURS = 40


def metric(view: View, percent: Percent) -> Polarity:
    """Which way the metric of a stated change should move."""
    entity = percent.entity
    if entity.id not in view.polarities:
        start = view.clause_start(entity.start, max(view.sentence(entity.sentence).start, entity.start - 40))
        view.polarities[entity.id] = polarity(percent.value.metric or "", view.text[start : entity.start])
    return view.polarities[entity.id]


def beside(view: View, percent: Percent) -> tuple[set[str], str]:
    """The kinds of the metrics right before and behind in the list, and a word of one of them."""
    place = view.place_of[percent.entity.id]
    kinds: set[str] = set()
    word = ""
    for other in (*view.directed[max(0, place - 1) : place], *view.directed[place + 1 : place + 2]):
        near = other.entity.sentence == percent.entity.sentence
        near = near and abs(other.entity.start - percent.entity.start) <= NEIGHBOURS
        if near and other.value.direction == percent.value.direction:
            its = metric(view, other)
            kinds.add(its.kind)
            word = word or its.because
    return kinds & {"lower", "higher"}, word


def rise(view: View, percent: Percent) -> tuple[float, tuple[str, ...]]:
    """Log odds that a writer states a rise here and not a fall, with the reasons that moved them."""
    if percent.entity.id not in view.rises:
        view.rises[percent.entity.id] = _rise(view, percent)
    return view.rises[percent.entity.id]


def _rise(view: View, percent: Percent) -> tuple[float, tuple[str, ...]]:
    entity = percent.entity
    sentence = view.sentence(entity.sentence)
    around = view.text[max(sentence.start, entity.start - AROUND) : min(sentence.end, entity.end + AROUND)]
    its = metric(view, percent)
    shift, reasons = _by_metric(view, percent, its)
    odds = RISES + shift
    lower = its.kind == "lower"
    good, bad = GOOD.search(around), BAD.search(around)
    if good and not bad:
        odds += -GOOD_NEWS if lower else GOOD_NEWS
        reasons.append(f"good news: {good[0]}")
    if bad and not good:
        odds += 0.0 if lower else BAD_NEWS
        reasons.append(f"bad news: {bad[0]}")
    if its.kind != "higher" and (curbed := CURBED.search(around)):
        odds += EVIL_CURBED
        reasons.append(f"dealt with: {curbed[0]}")
    if percent.figure.value > 0.5 and its.kind not in ("lower", "unknown") and not bad:
        odds += LARGE
        reasons.append("large for a fall")
    return odds, tuple(reasons)


def _by_metric(view: View, percent: Percent, its: Polarity) -> tuple[float, list[str]]:
    """The shift that the metric makes, or that its neighbours in a list make where its name says nothing."""
    match its.kind:
        case "lower":
            return LOWER_IS_BETTER, [f"{its.because} should fall"]
        case "either":
            return EITHER, [f"{its.because} moves both ways"]
        case "higher":
            return HIGHER_IS_BETTER, [f"{its.because} is wanted to rise"]
        case "signed":
            return 0.0, []
    kinds, word = beside(view, percent)
    if len(kinds) != 1:
        return UNKNOWN, ["nothing says which way it should move"]
    evils = "lower" in kinds
    return BESIDE_EVILS if evils else BESIDE_GOODS, [
        f"named beside {word}, which {'should fall' if evils else 'is wanted to rise'}"
    ]


def opposite(view: View, percent: Percent) -> tuple[float, tuple[str, ...]]:
    """P(the author wrote the opposite | the page's table puts the written word for it and leaves others alone)."""
    odds, reasons = rise(view, percent)
    falling = percent.change is None or percent.change.sign < 0
    return chance(odds if falling else -odds), reasons
