"""What a page as a whole says of a judgement: who puts something into a page seldom does so once and timidly.

The scores of insertions are learned from pages that were tampered with. Most pages are not, and on these the one
phrase that looks a little like an insertion is the author's. So where it stands alone on its page, its odds are divided
by what tampered pages are rarer than in what the scores were learned from.
"""

from collections.abc import Sequence
from math import log

from pipeline.clean.ledger import Cut, probability

#: A score that makes the page one that was tampered with.
_SURE = 0.97
#: The logarithm of the odds that a judgement alone loses; three to one. Chosen on newspaper text and on the
#: phrases written by hand: of what was taken from the former a sixth is left, of the latter found once four fifths.
_RARER = 1.1
#: What comes so many times is not done once, be it alone.
_OFTEN = 3
_JUDGED = ("ad", "shard")
_MARKS = "，,、；;：: \n"


def weighed(ledger: Sequence[Cut], raw: str, least: float) -> list[Cut]:
    """The ledger with the scores that the page as a whole bears out, without those below `least`."""
    judged = [cut for cut in ledger if cut.kind in _JUDGED and cut.score is not None]
    alone = len({raw[cut.start : cut.end].strip(_MARKS) for cut in judged}) == 1
    if not alone or len(judged) >= _OFTEN or max(cut.score or 0.0 for cut in judged) >= _SURE:
        return list(ledger)
    cuts = (cut._replace(score=_rarer(cut.score)) if cut.kind in _JUDGED and cut.score else cut for cut in ledger)
    return [cut for cut in cuts if cut.score is None or cut.score >= least]


def _rarer(score: float) -> float:
    return round(probability(log(score / (1 - score)) - _RARER), 3)
