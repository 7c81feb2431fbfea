"""What stands behind the article: where it has ended by a sign that is known, nothing of it comes back.

Credits, notices, share bars and lists of other pages end an article. What follows and is not known by itself
(headlines of sidebars, dates alone, words of menus) is as little the author's as what stands above the title. A sign
may stand amid an article too, so the end is looked for behind its last paragraph: the last that shares its words with
the others.
"""

import re
from collections.abc import Sequence
from operator import add

from pipeline.clean.ledger import Cut

Place = tuple[int, int]

#: The rules whose lines end an article.
_SIGNS = frozenset(
    {
        *("credit", "copyright", "filing", "notice", "portal", "tags", "tag-cloud", "share-bar", "comments"),
        *("related-list", "neighbour", "widget-bar", "widget-counter", "share-menu", "account", "framing"),
    }
)
#: A line with a sentence that is so long is a paragraph. It speaks of what the others do, of which so many and so much
#: of each are looked at, if it shares so many of its pairs of characters with them.
_PARAGRAPH, _RELATED, _MOST, _READ = 50, 0.35, 40, 600
#: A sentence that is less probably the site's is the author's.
_OURS = 0.4
#: So much of what follows is known to be no part of the article.
_KNOWN = 0.3
#: Who answers in a thread; where several do, what they say in sentences is no furniture for standing behind the first.
_FLOOR, _SEVERAL = (
    re.compile(r"[#＃]?\d{1,5}\s?(?:楼|[#＃])(?:[\s　:：|·].{0,60})?|(?:沙发|板凳|地板)(?:\s.{0,60})?"),
    2,
)


def find(raw: str, places: Sequence[Place], ledger: Sequence[Cut], chances: Sequence[float]) -> list[Cut]:
    """What is left of the lines at `places` behind the end of the article; `ledger` is sorted and disjoint.

    Each line is a site's with one of `chances`: the article does not end above a sentence that hardly is.
    """
    rules = _rules(places, ledger)
    signs = [number for number, rule in enumerate(rules) if rule in _SIGNS]
    if not signs or all(rules[signs[0] :]):
        return []
    paragraphs = [
        number
        for number, (start, end) in enumerate(places)
        if not rules[number] and end - start >= _PARAGRAPH and raw.find("。", start, end) >= 0
    ]
    first = next((number for number in signs if paragraphs and number > paragraphs[0]), len(places))
    if all(rules[first:]):
        return []
    last = _last([raw[slice(*places[number])] for number in paragraphs])
    said = [number for number in range(first, len(places)) if not rules[number] and chances[number] < _OURS]
    ours = next((number for number in reversed(said) if raw.find("。", *places[number]) >= 0), 0)
    sign = next((number for number in signs if last is not None and number > max(paragraphs[last], ours)), len(places))
    behind = range(sign, len(places))
    if sum(bool(rules[number]) for number in behind) < _KNOWN * len(behind):
        return []
    rest = [places[number] for number in behind if not rules[number]]
    if sum(_FLOOR.fullmatch(raw, *place) is not None for place in places[sign:]) >= _SEVERAL:
        rest = [place for place in rest if raw.find("。", *place) < 0]
    return [Cut(*place, "boilerplate", "behind-article") for place in rest]


def _last(paragraphs: Sequence[str]) -> int | None:
    """The number of the last paragraph that speaks of what the others do; a single one needs none."""
    seen = [paragraph[:_READ] for paragraph in paragraphs[-_MOST:]]
    for number in range(len(seen) - 1, -1, -1):
        pairs = [pair for pair in set(map(add, seen[number], seen[number][1:])) if pair.isalpha()]
        others = "\n".join((*seen[:number], *seen[number + 1 :]))
        if len(seen) == 1 or sum(pair in others for pair in pairs) >= _RELATED * len(pairs):
            return len(paragraphs) - len(seen) + number
    return None


def _rules(places: Sequence[Place], ledger: Sequence[Cut]) -> list[str]:
    """The rule that takes each line as a whole, if one does."""
    rules, index = [], 0
    for start, end in places:
        while index < len(ledger) and ledger[index].end <= start:
            index += 1
        whole = index < len(ledger) and ledger[index].start <= start and end <= ledger[index].end
        rules.append(ledger[index].rule if whole else "")
    return rules
