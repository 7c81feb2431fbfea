"""Scores for people and for plots."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate.scores import Accuracy, Measure, Scores

#: Scores from here on are shown as good, below the second as bad.
GOOD, BAD = 0.97, 0.9
#: Least width of a table's first column.
MIN_NAME = 8
#: A page's name is cut to so many characters.
LONGEST_NAME = 11


def table(scores: Scores) -> Group:
    """The scores as tables, to be printed with rich: labels, fields of values, everything else, pages."""
    parts: list[RenderableType] = []
    for shown in (_labels(scores), _fields(scores), _rest(scores), _pages(scores)):
        parts += [shown, ""]
    pages = scores.pages
    parts.append(Text(f"{pages.scored} of {pages.gold} pages of gold scored; {pages.without_gold} pages have no gold."))
    parts.extend(
        Text(f"Not in the run, so all of it counts as missed: {page}", style="bold red")
        for page in pages.without_prediction
    )
    return Group(*parts)


def plot_rows(scores: Scores) -> list[dict[str, str | float]]:
    """Rows for a bar chart of F1 by label: `label`, `measure` (exact or overlap; characters, boundaries …), `f1`."""
    measures: list[tuple[str, str, Measure]] = []
    for label, label_scores in scores.labels.items():
        measures += [(label, "exact", label_scores.exact), (label, "overlap", label_scores.overlap)]
    measures += [
        ("cleaning", "characters", scores.cleaning.characters),
        ("sentences", "boundaries", scores.sentences.boundaries),
        ("records", "found", scores.records.found),
        ("programmes", "pairs", scores.joining),
    ]
    return [
        {"label": label, "measure": name, "f1": measure.f1}
        for label, name, measure in measures
        if measure.f1 is not None
    ]


def _labels(scores: Scores) -> Table:
    shown = _table("Entities", ("", "gold", "found", "P", "R", "F1", "P≈", "R≈", "F1≈", "value", "if ≈"))
    shown.caption = "≈: spans that overlap. value: right of all in gold, if ≈: of those found"
    for label, row in scores.labels.items():
        if label == "all":
            shown.add_section()
        shown.add_row(
            label, str(row.exact.gold), str(row.exact.predicted), *_ratios(row.exact), *_ratios(row.overlap),
            *_accuracies(row.values),
        )  # fmt: skip
    return shown


def _fields(scores: Scores) -> Table:
    shown = _table("Values, field by field", ("", "field", "gold", "right", "value", "if ≈"))
    for label, row in scores.labels.items():
        for name, field in row.fields.items():
            shown.add_row(label, name, str(field.gold), str(field.right), *_accuracies(field))
        if row.restored:
            measure = row.restored
            shown.add_row(
                label,
                "restored",
                str(measure.gold),
                str(measure.right),
                _ratio(measure.recall),
                _ratio(measure.precision),
            )
        if row.fields:
            shown.add_section()
    return shown


def _rest(scores: Scores) -> Table:
    shown = _table("Pages, sentences, records", ("", "gold", "predicted", "right", "P", "R", "F1"))
    cleaning = scores.cleaning
    shown.add_row("characters removed", *_counts(cleaning.characters))
    for kind, measure in cleaning.kinds.items():
        shown.add_row(f"  {kind}", *_counts(measure), style="dim")
    whole = cleaning.sentences - cleaning.damaged_sentences
    damaged = Text(str(cleaning.damaged_sentences), style="bold red" if cleaning.damaged_sentences else "green")
    shown.add_row(Text.assemble("sentences undamaged, ", damaged, " damaged"), str(cleaning.sentences), "", str(whole))
    shown.add_section()
    shown.add_row("sentence ends", *_counts(scores.sentences.boundaries))
    shown.add_row("roles of sentences", *_accuracy_counts(scores.sentences.roles))
    shown.add_section()
    shown.add_row("records", *_counts(scores.records.found))
    shown.add_row("dates of records", *_accuracy_counts(scores.records.dates))
    shown.add_row("pairs of programme mentions", *_counts(scores.joining))
    return shown


def _pages(scores: Scores) -> Table:
    labels = [label for label in scores.labels if label != "all"]
    names = ("", *(label[:4] for label in labels), "all", "value", "clean", "harm", "ends", "dates")
    shown = _table("Pages", names)
    shown.caption = "F1 of exact spans, values, F1 of removals, sentences damaged, F1 of ends, dates"
    for page in scores.by_page:
        damaged = Text(str(page.damaged_sentences), style="bold red" if page.damaged_sentences else "green")
        spans = (_ratio(page.labels.get(label)) for label in (*labels, "all"))
        rest = (_ratio(page.values), _ratio(page.cleaning), damaged, _ratio(page.sentences), _ratio(page.dates))
        shown.add_row(_short(page.page), *spans, *rest)
    return shown


def _short(path: str) -> str:
    """A file's name that stays on one line beside ten figures in 80 columns; the JSON has the whole path."""
    name = path.rpartition("/")[2]
    return name if len(name) <= LONGEST_NAME else f"{name[:5]}…{name[6 - LONGEST_NAME :]}"


def _table(title: str, columns: Iterable[str]) -> Table:
    """A table that fits a terminal of 80 columns; its first column folds before a figure is cut."""
    made = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        caption_justify="left",
        box=SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
        pad_edge=False,
    )
    first, *others = columns
    made.add_column(first, overflow="fold", min_width=MIN_NAME)
    for name in others:
        made.add_column(name, justify="right", no_wrap=True)
    return made


def _ratio(value: float | None) -> Text:
    if value is None:
        return Text("–", style="dim")
    style = "green" if value >= GOOD else "red" if value < BAD else ""
    return Text(f"{100 * value:.1f}", style=style)


def _ratios(measure: Measure) -> tuple[Text, Text, Text]:
    return _ratio(measure.precision), _ratio(measure.recall), _ratio(measure.f1)


def _counts(measure: Measure) -> tuple[str | Text, ...]:
    return str(measure.gold), str(measure.predicted), str(measure.right), *_ratios(measure)


def _accuracies(accuracy: Accuracy) -> tuple[Text, Text]:
    return _ratio(accuracy.accuracy), _ratio(accuracy.accuracy_of_found)


def _accuracy_counts(accuracy: Accuracy) -> tuple[str | Text, ...]:
    found, whole = _ratio(accuracy.accuracy_of_found), _ratio(accuracy.accuracy)
    return str(accuracy.gold), str(accuracy.found), str(accuracy.right), found, whole, Text("")
