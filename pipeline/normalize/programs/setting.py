"""What the sentence around a mention says: when, and who runs the programme."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pipeline.draft import Draft, Mention
from pipeline.forms.programs import same_organiser
from pipeline.normalize.programs.organisers import organiser
from pipeline.schema import Sentence

_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>3[01]|[12]\d|[1-9])日)?|(?P<alone>(?:19|20)\d\d)年"
)


class Setting:
    """The sentence around a mention: its bounds, the dates in it or in its heading, the organiser."""

    def __init__(self, mention: Mention, draft: Draft) -> None:
        sentence = _sentence(draft.sentences, mention.start)
        self.left, self.right = (sentence.start, sentence.end) if sentence else (0, len(draft.text))
        self.organiser = organiser(draft.text, mention.start, mention.end, self.left, self.right)
        self._opens = draft.text.startswith((":", "："), mention.end)
        self._near = draft.text[max(self.left, mention.start - 200) : min(self.right, mention.end + 200)]
        self._heading = sentence.section[-1] if sentence and sentence.section else ""

    @cached_property
    def dates(self) -> frozenset[tuple[int, int, int]]:
        """The (year, month, day) near the mention, day 0 where there is none; the year from the heading if need be."""
        return _dates(self._near, self._heading)

    def one_entry(self, other: "Setting") -> bool:
        """Whether one of them opens the line that explains it and names the other: 看到技艺计划：…“看见技艺计划”."""
        return self.one_sentence(other) and (self._opens or other._opens)

    def one_sentence(self, other: "Setting") -> bool:
        """Whether the sentences are one."""
        return (self.left, self.right) == (other.left, other.right)

    def one_month(self, other: "Setting") -> bool:
        """Whether the sentences share a date to the month at least."""
        return bool(self.dates & other.dates)

    def one_day(self, other: "Setting") -> bool:
        """Whether the sentences share a date to the day."""
        return any(day for _, _, day in self.dates & other.dates)

    def differs(self, other: "Setting") -> bool:
        """Whether both sentences say who runs it, and it is not the same."""
        if self.organiser is None or other.organiser is None:
            return False
        return not same_organiser(self.organiser, other.organiser)


def _sentence(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 and offset < sentences[index].end else None


def _dates(text: str, heading: str) -> frozenset[tuple[int, int, int]]:
    context = _DATE.search(heading)
    year = int((context["year"] or context["alone"]) or 0) if context else 0
    dates = set()
    for match in _DATE.finditer(text):
        if match["alone"]:
            year = int(match["alone"])
            continue
        year = int(match["year"] or year)
        if year:
            dates.add((year, int(match["month"]), int(match["day"] or 0)))
    return frozenset(dates)
