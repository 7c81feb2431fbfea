"""What stands behind the article: where it has ended by a sign that is known, nothing of it comes back.

Credits, notices, share bars and lists of other pages end an article. What follows and is not known by itself
(headlines of sidebars, dates alone, words of menus) is as little the author's as what stands above the title. A sign
may stand amid an article too, so the end is looked for behind its last paragraph: the last that shares its words with
the others.
"""

from collections.abc import Sequence

from pipeline.clean.frame.titles import about
from pipeline.clean.ledger import Cut

Place = tuple[int, int]

#: The rules whose lines end an article.
_SIGNS = frozenset(
    {
        *("credit", "copyright", "filing", "notice", "portal", "tags", "tag-cloud", "share-bar", "comments"),
        *("related-list", "neighbour", "widget-bar", "widget-counter", "control", "framing"),
    }
)
#: A line with a sentence that is so long is a paragraph. It speaks of what the others do if it shares so many of its
#: pairs of characters with them, of which so many characters are looked at.
_PARAGRAPH, _RELATED, _SAID = 50, 0.35, 6000
#: So much of what follows is known to be no part of the article.
_KNOWN = 0.3


def find(raw: str, places: Sequence[Place], ledger: Sequence[Cut]) -> list[Cut]:
    """What is left of the lines at `places` behind the end of the article; `ledger` is sorted and disjoint."""
    rules = _rules(places, ledger)
    paragraphs = {
        number: raw[start:end]
        for number, (start, end) in enumerate(places)
        if not rules[number] and end - start >= _PARAGRAPH and raw.find("。", start, end) >= 0
    }
    last = next((number for number in reversed(paragraphs) if _speaks_of_them(number, paragraphs)), None)
    if last is None:
        return []
    sign = next((number for number in range(last + 1, len(places)) if rules[number] in _SIGNS), len(places))
    behind = range(sign, len(places))
    if sum(bool(rules[number]) for number in behind) < _KNOWN * len(behind):
        return []
    return [Cut(*places[number], "boilerplate", "behind-article") for number in behind if not rules[number]]


def _speaks_of_them(number: int, paragraphs: dict[int, str]) -> bool:
    others = "\n".join(paragraph for other, paragraph in paragraphs.items() if other != number)[:_SAID]
    return not others or about(paragraphs[number], others) >= _RELATED


def _rules(places: Sequence[Place], ledger: Sequence[Cut]) -> list[str]:
    """The rule that takes each line as a whole, if one does."""
    rules, index = [], 0
    for start, end in places:
        while index < len(ledger) and ledger[index].end <= start:
            index += 1
        whole = index < len(ledger) and ledger[index].start <= start and end <= ledger[index].end
        rules.append(ledger[index].rule if whole else "")
    return rules
