"""Whole clauses of the title, put between clauses of the text.

An author may say a clause of his title once more as it stands, but not twice: of 1,500 articles none does.
"""

import re

from pipeline.clean.ads import with_comma
from pipeline.clean.ledger import Cut

#: What parts the clauses of a title; a list of names is one.
_PARTED = re.compile(r"[，,：:；;！!？?。\s—|｜_]+")
_STOPS = "，,。；;：:！!？?\n"
#: A shorter clause may be a name; so many times it is nobody's own.
_SHORTEST, _AGAIN = 6, 2
#: How surely such a clause was put in.
_SURE = 0.95


def find(text: str, title: str) -> list[Cut]:
    """The clauses of a `title` of several that stand between clauses of `text` again and again."""
    parts = [part for part in _PARTED.split(title) if part]
    cuts = []
    for clause in dict.fromkeys(parts) if len(parts) > 1 else ():
        places = _between(text, clause) if len(clause) >= _SHORTEST else []
        if len(places) >= _AGAIN:
            cuts += [
                Cut(with_comma(text, start, start + len(clause)), start + len(clause), "shard", "title-clause", _SURE)
                for start in places
            ]
    return sorted(cuts)


def _between(text: str, clause: str) -> list[int]:
    """Where a clause stands between marks, but for lines of its own, which are headings."""
    places = []
    start = text.find(clause)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(clause) : start + len(clause) + 1]
        if before and after and before in _STOPS and after in _STOPS and (before, after) != ("\n", "\n"):
            places.append(start)
        start = text.find(clause, start + len(clause))
    return places
