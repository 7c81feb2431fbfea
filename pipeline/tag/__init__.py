"""Tag: find the mentions of each label in the cleaned text, and read what their characters say.

Each finder is a pure function of the text (programme names also look at the sentences); spaCy
components around the same functions are in `pipeline.tag.components`.
"""

from collections.abc import Callable, Iterable, Sequence

from pipeline.draft import Draft, Mention, Settings
from pipeline.forms import holidays
from pipeline.schema import Sentence
from pipeline.tag import dates, money, percents, programs, quantities

Finder = Callable[[str, Sequence[Sentence]], list[Mention]]


def _programs(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """Programme names; what is the name of a holiday and no more (丰收节, 篝火节) is a date."""
    found = programs.find(text, sentences)
    return [mention for mention in found if holidays.key_of(text[mention.start : mention.end]) is None]


def _text_only(find: Callable[[str], list[Mention]]) -> Finder:
    return lambda text, _: find(text)


#: One finder a label, those first whose spans win: a figure inside a name is neither date nor amount.
FINDERS: tuple[Finder, ...] = (
    _programs,
    _text_only(money.find),
    _text_only(percents.find),
    _text_only(dates.find),
    _text_only(quantities.find),
)


def tag(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001 - every stage has this form
    """Fill `mentions`: sorted, disjoint, each within one sentence."""
    found = (find(draft.text, draft.sentences) for find in FINDERS)
    return draft.model_copy(update={"mentions": within(disjoint(found), draft.sentences)})


def disjoint(found: Iterable[Sequence[Mention]]) -> list[Mention]:
    """Merge lists of mentions, each disjoint in itself; of two that overlap the one of the earlier list stays.

    The lists are short and sorted, so a merge against the kept ones is linear in their number.
    """
    kept: list[Mention] = []
    for mentions in found:
        free, position = [], 0
        for mention in mentions:
            while position < len(kept) and kept[position].end <= mention.start:
                position += 1
            if position == len(kept) or kept[position].start >= mention.end:
                free.append(mention)
        kept = sorted(kept + free, key=lambda mention: mention.start)
    return kept


def within(mentions: Iterable[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """The mentions that lie in one sentence: what crosses an end is two things that only touch."""
    kept, number = [], 0
    for mention in mentions:
        while number < len(sentences) and sentences[number].end <= mention.start:
            number += 1
        if (
            number < len(sentences)
            and sentences[number].start <= mention.start
            and mention.end <= sentences[number].end
        ):
            kept.append(mention)
    return kept
