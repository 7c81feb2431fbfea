"""What the words around a stated change say of its direction: metric, tone and size."""

from math import log

from pipeline.check.odds import chance
from pipeline.check.view import Percent, View
from pipeline.check.words import BAD, CURBED, GOOD, metric_is

#: How much oftener writers state rises than falls, before anything is known of the metric.
RISES = log(4)
#: Shifts of the log odds of a rise: by metric, by tone, by size.
LOWER_IS_BETTER, HIGHER_IS_BETTER, EITHER = -4.0, 0.7, -0.9
GOOD_NEWS, BAD_NEWS, EVIL_CURBED = 1.2, -2.2, -1.0
LARGE = 0.8
#: How far around a change its tone is heard.
AROUND = 60


def rise(view: View, percent: Percent) -> tuple[float, tuple[str, ...]]:
    """Log odds that a writer states a rise here and not a fall, with the reasons that moved them."""
    entity = percent.entity
    sentence = view.sentence(entity.sentence)
    clause = view.clause_start(entity.start, max(sentence.start, entity.start - 40))
    words = (percent.value.metric or "") + view.text[clause : entity.start]
    around = view.text[max(sentence.start, entity.start - AROUND) : min(sentence.end, entity.end + AROUND)]
    odds, reasons = RISES, []
    lower = metric_is("lower", words)
    if lower:
        odds += LOWER_IS_BETTER
        reasons.append(f"{lower} should fall")
    elif metric_is("signed", words):
        pass
    elif either := metric_is("either", words):
        odds += EITHER
        reasons.append(f"{either} moves both ways")
    elif higher := metric_is("higher", words):
        odds += HIGHER_IS_BETTER
        reasons.append(f"{higher} is wanted to rise")
    good, bad = GOOD.search(around), BAD.search(around)
    if good and not bad:
        odds += -GOOD_NEWS if lower else GOOD_NEWS
        reasons.append(f"good news: {good[0]}")
    if bad and not good:
        odds += 0.0 if lower else BAD_NEWS
        reasons.append(f"bad news: {bad[0]}")
    if lower and CURBED.search(around):
        odds += EVIL_CURBED
    if percent.figure.value > 0.5 and not lower:
        odds += LARGE
        reasons.append("large for a fall")
    return odds, tuple(reasons)


def opposite(view: View, percent: Percent) -> tuple[float, tuple[str, ...]]:
    """P(the author wrote the opposite | the page's table puts the written word for it and leaves others alone)."""
    odds, reasons = rise(view, percent)
    falling = percent.change is None or percent.change.sign < 0
    return chance(odds if falling else -odds), reasons
