"""Programme names: plans, campaigns, actions, projects, mechanisms and promotional festivals that somebody runs.

Names that marks or the layout of a line vouch for are found first; they vouch for their other
places on the page; the rest is judged by the words around a head noun.
"""

import sys
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.draft import Mention
from pipeline.forms import ProgramForm
from pipeline.forms.traditional import simplified
from pipeline.schema import Sentence
from pipeline.tag.programs.aliases import aliases, in_full
from pipeline.tag.programs.bare import bare
from pipeline.tag.programs.coordinated import coordinated
from pipeline.tag.programs.found import HEAD, HEAD_BEHIND, Found
from pipeline.tag.programs.lines import RUN, lines
from pipeline.tag.programs.propagate import disjoint, propagate
from pipeline.tag.programs.quoted import quoted
from pipeline.tag.programs.quotes import Quote, quotes, titles
from pipeline.tag.programs.ranker import Ranker, ranker
from pipeline.tag.programs.sales import dated, sales
from pipeline.tag.programs.shortened import shortened


def find(text: str, sentences: Sequence[Sentence]) -> list[Mention]:  # noqa: ARG001
    """The PROGRAM mentions of a text: sorted, disjoint, none across a newline."""
    plain = simplified(text)
    found = names(plain, ranker())
    if plain != text:
        found = [_as_written(text, plain, item) for item in found]
    return [
        Mention(
            label="PROGRAM",
            start=item.start,
            end=item.end,
            form=ProgramForm(name=item.name, type=item.type, quoted=item.quoted),
        )
        for item in found
    ]


def _as_written(text: str, plain: str, item: Found) -> Found:
    """The name with the characters of the page in place of their simplified forms."""
    name, place = "", item.start
    for character in item.name:
        # A head noun that several names share stands behind them: 「富漁」「富林」兩項計劃.
        at = plain.find(character, place)
        name += text[at] if at >= 0 else character
        place = max(place, at + 1)
    at = item.name.rfind(item.type) if item.type else -1
    return item._replace(name=name, type=name[at : at + len(item.type)] if item.type and at >= 0 else item.type)


def names(text: str, model: Ranker | None) -> list[Found]:
    """The names in a text, in order; `model` ranks what the rules leave open, null for the rules alone."""
    marks = quotes(text)
    if not marks and HEAD.search(text) is None and RUN.search(text) is None and not dated(text):
        return []
    works = titles(text)
    heads = [head.end() for head in HEAD_BEHIND.finditer(text)]
    found = disjoint([*quoted(text, marks), *lines(text)])
    sure = disjoint([*found, *aliases(text, found)])
    found = disjoint([*sure, *propagate(text, heads, sure, sure, works)])
    taken = sorted([(item.start, item.end) for item in found] + works)
    unmarked = [
        item
        for item in (*coordinated(text, taken, model), *bare(text, taken, model), *sales(text, taken))
        if not _cut_off(item, marks)
    ]
    if longer := list(in_full(text, unmarked)):  # they go before the places of their aliases
        sure = disjoint([*sure, *longer])
        found = disjoint([*sure, *propagate(text, heads, longer, sure, works), *found])
    given = list(aliases(text, unmarked))
    found = disjoint([*found, *given, *unmarked])
    found = disjoint([*found, *propagate(text, heads, [*unmarked, *given], found, works)])
    return disjoint([*found, *shortened(text, heads, found, works)])


def _cut_off(item: Found, marks: Sequence[Quote]) -> bool:
    """Whether a name without marks ends in the middle of a short quoted part: “国际消费季·上海之夏”."""
    index = bisect_right(marks, (item.start, sys.maxsize)) - 1
    return index >= 0 and item.end < marks[index].end <= marks[index].start + _SHORT


#: A quoted part up to this long is one name or none.
_SHORT = 20
