"""Where a date takes what it leaves out: sentence, heading, sentence before, publication date."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.draft import Mention
from pipeline.forms.dates import DateForm
from pipeline.normalize.dates.interval import Interval
from pipeline.schema import ResolvedFrom, Sentence

_YEARLY = ("year", "quarter", "half", "season", "month", "week", "day", "range", "duration")
_MONTHLY = ("month", "week", "day", "range")
_DAILY = ("day", "week", "month", "range", "quarter", "half", "season", "year")


@dataclass
class Known:
    """A date that is placed, with its form and whether others may take from it."""

    form: DateForm
    interval: Interval

    def gives(self, need: str) -> bool:
        """Whether it has what another date needs."""
        first, last = self.interval.start, self.interval.end
        if first is None or last is None or self.form.aside:
            return False
        if need == "month":
            return (first.year, first.month) == (last.year, last.month)
        if need == "exact":
            return first == last
        return (last - first).days < 3700


@dataclass
class Context:
    """The dates known so far, in the order of the text."""

    published: Interval | None
    sentence: list[Known] = field(default_factory=list)
    line: list[Known] = field(default_factory=list)
    previous: list[Known] = field(default_factory=list)
    headings: dict[str, list[Known]] = field(default_factory=dict)
    section: Sequence[str] = ()

    def enter(self, sentence: Sentence, text: str) -> None:
        """Go on to the next sentence; a new section forgets the running date of the one before."""
        if self.sentence:
            self.previous = self.sentence
        self.sentence = []
        if tuple(sentence.section) != tuple(self.section) or sentence.role == "heading":
            self.previous = []
        self.section = sentence.section
        _ = text

    def leave(self, sentence: Sentence, text: str) -> None:
        """Keep the dates of a heading for the sections below it."""
        if sentence.role != "body":
            self.headings[text.strip()] = self.sentence
            self.sentence = []

    def heading(self) -> list[Known]:
        """The dates of the nearest heading that has any."""
        for title in reversed(self.section):
            known = self.headings.get(title.strip())
            if known:
                return known
        return []

    def sources(self, mention: Mention, form: DateForm, need: str) -> list[tuple[ResolvedFrom, Interval]]:
        """All dates that can give what is needed, the best first."""
        del mention
        anchor = form.first.anchor
        relative = anchor is not None or form.first.stretch is not None or form.first.shift is not None
        wanted = need
        if anchor == "topic" and form.first.day_offset is not None:
            wanted = "exact"
        found: list[tuple[ResolvedFrom, Interval]] = []
        if not (relative and anchor != "topic"):
            found += self._from("sentence", _ordered(self.sentence, topic=anchor == "topic"), wanted)
        else:
            found += self._from("sentence", [k for k in self.sentence[:1] if k.interval.precision in ("day", "month")], wanted)
        found += self._from("heading", self.heading(), wanted)
        found += self._from("previous", self.previous[::-1] if anchor == "topic" else self.previous, wanted)
        if self.published is not None:
            found.append(("published", self.published))
        return found

    @staticmethod
    def _from(name: ResolvedFrom, known: Sequence[Known], need: str) -> list[tuple[ResolvedFrom, Interval]]:
        return [(name, k.interval) for k in known if k.gives(need)][:1]


def _ordered(known: list[Known], *, topic: bool) -> list[Known]:
    """The dates of a sentence by how well they serve: the nearest before; for a lacking year those with a month first."""
    nearest = known[::-1]
    if topic:
        return nearest
    return nearest


_ = (_YEARLY, _MONTHLY, _DAILY)
