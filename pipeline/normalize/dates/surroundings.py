"""What stands around a date: the words and dates of its sentence, and the dates of the page before it."""

from collections.abc import Sequence

from pipeline.draft import Mention
from pipeline.forms.dates import DateForm
from pipeline.normalize.dates.clause import Clause, is_quoted
from pipeline.normalize.dates.context import Context
from pipeline.normalize.dates.interval import Interval
from pipeline.normalize.dates.moments import only, place


class Surroundings:
    """What stands around the mention at `position` of `mentions`: nothing of it is read before it is asked for.

    `text` is its sentence, which begins at `start` of the page.
    """

    def __init__(self, context: Context, mentions: Sequence[Mention], position: int, text: str, start: int) -> None:
        mention = mentions[position]
        self.context = context
        self.form = form_of(mention)
        self.clause = Clause(text, mention.start - start, mention.end - start, compared=self.form.role == "comparison")
        self._mentions, self._position, self._start = mentions, position, start

    @property
    def said(self) -> DateForm | None:
        """The 昨天 or 昨晚 behind a quotation, on which it was said."""
        for mention in self._following(2):
            form = form_of(mention)
            yesterday = (form.first.day_offset, form.first.anchor) == (-1, "speech")
            if yesterday and not is_quoted(self.clause.text, mention.start - self._start):
                return form
        return None

    @property
    def ahead(self) -> DateForm | None:
        """The first date behind it in its sentence with a year of its own that tells when something was."""
        forms = map(form_of, self._following(3))
        return next((form for form in forms if form.role is None and form.first.year and not form.first.short), None)

    @property
    def told_in_brackets(self) -> Interval | None:
        """The day that brackets behind a date give, where it leaves out its year: 丁卯年正月初一（1987年1月29日）."""
        own = self.form.first
        if self.form.last is not None or own.year is not None or own.day is None:
            return None
        end = self.clause.end
        told = next((form_of(m) for m in self._following(1) if m.start - self._start == end + 1), None)
        if told is None or not self.clause.text.startswith(("（", "("), end) or told.last is not None:
            return None
        day = told.first.year is not None and told.first.day is not None and not told.first.short
        return place(told.first, None, only) if day else None

    def _following(self, count: int) -> list[Mention]:
        """So many mentions behind it, as far as they are of its sentence."""
        end = self._start + len(self.clause.text)
        following = self._mentions[self._position + 1 : self._position + 1 + count]
        return [mention for mention in following if mention.end <= end]


def form_of(mention: Mention) -> DateForm:
    """What a mention of a date states."""
    if not isinstance(mention.form, DateForm):
        raise TypeError("resolve takes DATE mentions alone")
    return mention.form
