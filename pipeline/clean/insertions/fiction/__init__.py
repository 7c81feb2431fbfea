"""Sentences of a novel put between those of a report.

What gives such a sentence away is not what it tells but where: it narrates, and nothing around it does; it shares
no word with the page; its he or she is nobody there; the sentences around it go on as if it were not there. A page
that tells a story itself is left alone, and so is a sentence with a figure or a day of the calendar. The measures are
in `narration`, their weights fitted by `pipeline.train.fiction` and kept in `models/fiction.json`.
"""

import json
import re
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline import models
from pipeline.clean.characters import Characters, Codes
from pipeline.clean.insertions.fiction.narration import COMMAS, NAMES, Vector, measured
from pipeline.clean.ledger import Cut, probability
from pipeline.errors import DataError

#: A negation that is the author's is worse to lose than a sentence; it asks for so much more evidence, in nats.
_NEGATION, _NEGATED = re.compile(r"[不没未无非莫勿否别]"), 1.5
#: So does one that argues, as commentaries do, or asks the reader: of 369 sentences of novels one does.
_ARGUES, _ARGUED = (
    re.compile(
        r"如此一[来來]|的[话話][，,]|因此|由此|可[见見]|[总總]之|[为為]此|[从從]而|[难難]道|[岂豈]|何[况況]|[应應][该該當当]|必[须須]|"
        r"(?<!“)[谁誰怎哪][^。！？”]{0,16}呢？|？\Z"
    ),
    3.0,
)
#: So does what stands behind a comma or a colon, as clauses of authors do.
_BEHIND = 4.0
#: What is less likely is not worth looking at.
_DOUBTFUL = 0.05


class Narration(NamedTuple):
    """The trained decision: what each character says of narration, in nats, and the weights of the measures."""

    characters: npt.NDArray[np.float64]
    weights: Vector


@cache
def load() -> Narration:
    """The trained decision.

    Raises DataError if it is missing or does not fit this version's measures.
    """
    path = models.path("fiction.json")
    stored = json.loads(path.read_text("utf-8"))
    if tuple(stored.get("weights", ())) != NAMES or "characters" not in stored:
        raise DataError(f"{path}: made for other measures; run `python -m pipeline.train.fiction models/fiction.json`")
    table = np.zeros(0x10000)
    for value, characters in stored["characters"].items():
        table[[ord(character) for character in characters]] = float(value)
    return Narration(table, np.array(list(stored["weights"].values())))


def find(text: str, codes: Codes, model: Characters, narration: Narration) -> list[Cut]:
    """Single sentences of novels in texts that are none, each with its score; `codes` are those of the text."""
    spans, rows = measured(text, codes, narration.characters.take(codes.view(np.int64)), model)
    cuts = []
    for (start, end), value in zip(spans, (rows @ narration.weights).tolist(), strict=True):
        negated = _NEGATION.search(text, start, end) is not None
        argues = _ARGUES.search(text, start, end) is not None
        behind = text[start - 1 : start] in COMMAS
        score = round(probability(value - _NEGATED * negated - _ARGUED * argues - _BEHIND * behind), 3)
        if score >= _DOUBTFUL:
            cuts.append(Cut(start, end, "boilerplate", "novel", score))
    return cuts
