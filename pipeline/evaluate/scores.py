"""What an evaluation says. The JSON of `Scores` is the metrics file; ratios are rounded to four places.

A ratio with nothing to divide by is null: no prediction has no precision.
"""

from typing import NamedTuple

from pipeline.schema import Model


class Count(NamedTuple):
    """What gold holds, what was predicted, and what of it is right. For values, `predicted` is what was found."""

    gold: int = 0
    predicted: int = 0
    right: int = 0


class Measure(Model):
    """Precision is right ÷ predicted, recall right ÷ gold, F1 their harmonic mean."""

    gold: int
    predicted: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, count: Count) -> "Measure":
        """The measure of a count."""
        gold, predicted, right = count
        return cls(
            gold=gold,
            predicted=predicted,
            right=right,
            precision=_ratio(right, predicted),
            recall=_ratio(right, gold),
            f1=_ratio(2 * right, gold + predicted),
        )


class Accuracy(Model):
    """The share that is right of all that gold states (a miss counts as wrong), and of what was found."""

    gold: int
    found: int
    right: int
    accuracy: float | None
    accuracy_of_found: float | None

    @classmethod
    def of(cls, count: Count) -> "Accuracy":
        """The accuracy of a count."""
        gold, found, right = count
        return cls(
            gold=gold, found=found, right=right, accuracy=_ratio(right, gold), accuracy_of_found=_ratio(right, found)
        )


class LabelScores(Model):
    """Spans and values of one label.

    `values` counts a value as right by what it comes to: start and end of a DATE; amount, upper end and
    currency of MONEY; ratio, upper end and unit of PERCENT; the name of a PROGRAM. `fields` has every field
    by itself. `restored` compares restored values, on the spans that were found.
    """

    exact: Measure
    overlap: Measure
    values: Accuracy
    fields: dict[str, Accuracy]
    restored: Measure | None


class CleaningScores(Model):
    """Removed characters that are not white space.

    `characters` asks whether a character was rightly removed, whatever the kind; `kinds` asks for the
    right kind too. `damaged_sentences` lost a character that their author wrote; `sentences` is how
    many gold has.
    """

    characters: Measure
    kinds: dict[str, Measure]
    sentences: int
    damaged_sentences: int


class SentenceScores(Model):
    """`boundaries`: ends of sentences; `roles`: title, heading or body, for sentences with right bounds."""

    boundaries: Measure
    roles: Accuracy


class RecordScores(Model):
    """`found`: sentences that are facts, by overlap; `dates`: the date of the fact, start and end."""

    found: Measure
    dates: Accuracy


class PageCounts(Model):
    """Gold pages, those that were scored, those that the run did not deliver, and pages without gold."""

    gold: int
    scored: int
    without_prediction: list[str]
    without_gold: int


class PageScores(Model):
    """One page in short: F1 of exact spans by label, and the main figure of everything else."""

    page: str
    labels: dict[str, float | None]
    values: float | None
    cleaning: float | None
    damaged_sentences: int
    sentences: float | None
    dates: float | None


class Difference(Model):
    """A place where the run and gold part ways.

    `label` is an entity label, or `removal`, `sentence`, `record`, `joining`, `page`. `kind` is `missed`,
    `spurious`, `bounds`, `value`, `damaged`, `split` or `merged`; `field` the part of the value or the
    kind of removal. `start` and `end` are offsets in `raw_text`.
    """

    page: str
    start: int
    end: int
    label: str
    kind: str
    field: str | None = None
    gold: str | None = None
    predicted: str | None = None


class Scores(Model):
    """A whole evaluation. `labels` has an entry `all` besides the labels; `joining` counts pairs of mentions."""

    pages: PageCounts
    labels: dict[str, LabelScores]
    cleaning: CleaningScores
    sentences: SentenceScores
    records: RecordScores
    joining: Measure
    by_page: list[PageScores]
    differences: list[Difference]


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
