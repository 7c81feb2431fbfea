"""How much of what its table holds a page has swapped.

A spinning program catches every use of a word, or leaves some: headings, quotations, what an editor put right, a share
by chance. So a table tells what a word may stand for, and the page's share how often it does. The share is learned
from what is certain: words that tables put and the words they put them for, side by side; falls that cannot be, and
rises that cannot have been falls.
"""

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from pipeline.check.restoration.telltales import Hit

#: Shares that are considered, and how probable each is of a page of which nothing is known.
RATES = (0.96, 0.75, 0.5, 0.3)
_PRIOR = (0.55, 0.15, 0.15, 0.15)
#: Words below this weight many writers write themselves: they need not have been swapped.
TELLING = 1.2
#: How probable it is that all kinds of words were swapped to the same share.
TOGETHER = 0.75
#: Uses of one word are no independent witnesses: a heading repeats another. So many of a word count, at this share.
MOST, EACH = 3, 0.5

#: No share is less probable than this, in log odds to the most probable one.
LEAST = -20.0

#: The probability of each of `RATES`.
Rate = tuple[float, ...]


def rate(swapped: float, kept: float) -> Rate:
    """The probabilities of the shares, after so many uses that were certainly swapped and so many that were not."""
    scores = [log(prior) + swapped * log(r) + kept * log(1 - r) for r, prior in zip(RATES, _PRIOR, strict=True)]
    top = max(scores)
    weights = [exp(max(score - top, LEAST)) for score in scores]
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)


def apart(rate_: Rate) -> Rate:
    """The shares of words of one kind, where those of others are known: a table may be applied to each of its own."""
    return tuple(TOGETHER * its + (1 - TOGETHER) * prior for its, prior in zip(rate_, _PRIOR, strict=True))


def words_swapped(text: str, hits: Sequence[Hit]) -> tuple[float, float]:
    """How many uses of the words behind the page's tell-tale ones were swapped, and how many were left."""
    counts = Counter(hit.telltale for hit in hits if hit.telltale.weight >= TELLING)
    swapped = sum(min(count, MOST) for count in counts.values())
    kept = sum(min(text.count(telltale.original), MOST) for telltale in counts)
    return EACH * swapped, EACH * kept
