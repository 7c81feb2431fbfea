"""`taosha stage`: one stage on one file, as dvc.yaml calls it. A rejected page is passed on, not an error."""

import csv
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.commands import MIN_SCORE, iso_date
from pipeline.cli.progress import warn
from pipeline.settings import Settings

stages = typer.Typer(no_args_is_help=True, help="One stage of the pipeline, as dvc.yaml calls it.")

Source = Annotated[Path, typer.Argument(help="What the stage before wrote.", show_default=False)]
Target = Annotated[Path, typer.Argument(help="File to write.", show_default=False)]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of pages that state none; empty for none.")
]
MinScore = Annotated[float, typer.Option(min=0, max=1, help="Least score to remove an insertion; higher removes less.")]


@stages.command()
def ingest(
    source: Annotated[str, typer.Argument(help="Folder of the batch.", show_default=False)],
    target: Target,
    published: Published = "",
) -> None:
    """Read the pages of a batch: decode, find visible text, title and publication date."""
    from pipeline import flow  # noqa: PLC0415 - loads every stage; `--help` does without

    flow.run_ingest(source, target, Settings(published=iso_date(published)), warn)


@stages.command()
def gather(source: Source, target: Target) -> None:
    """Gather what recurs across the pages of a batch."""
    from pipeline import flow  # noqa: PLC0415

    flow.run_gather(source, target)


@stages.command()
def clean(
    source: Source,
    target: Target,
    recurrence: Annotated[Path, typer.Option(help="What `gather` wrote.", show_default=False)],
    min_score: MinScore = MIN_SCORE,
) -> None:
    """Find what was put into the pages and take it out."""
    from pipeline import flow  # noqa: PLC0415

    flow.run_clean(source, target, recurrence, Settings(min_score=min_score))


def _page_stage(name: str, help_text: str) -> None:
    """Add the command of a stage that needs nothing but the page."""

    @stages.command(name, help=help_text)
    def command(source: Source, target: Target) -> None:
        from pipeline import flow  # noqa: PLC0415

        flow.run_stage(name, source, target)


_page_stage("sentences", "Split into sentences, with headings, sections and citations.")
_page_stage("tag", "Find dates, programme names, money and percentages.")
_page_stage("normalize", "Give every mention its value, with the help of its context.")
_page_stage("check", "Find contradictions, and what the evidence supports.")


@stages.command()
def emit(
    batches: Annotated[Path, typer.Argument(help="List of batches.", show_default=False)],
    source: Annotated[Path, typer.Argument(help="Folder of checked batches.", show_default=False)],
    target: Annotated[Path, typer.Argument(help="Folder of the dataset.", show_default=False)],
    published: Published = "",
    min_score: MinScore = MIN_SCORE,
) -> None:
    """Write the dataset from the batches listed, and from no other. The options are for run.json."""
    from pipeline import flow  # noqa: PLC0415

    flow.run_emit(batches, source, target, Settings(published=iso_date(published), min_score=min_score))


@stages.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files.", show_default=False)],
    dataset: Annotated[Path, typer.Argument(help="Folder of the dataset.", show_default=False)],
    metrics: Annotated[Path, typer.Argument(help="Scores to write, JSON.", show_default=False)],
    plot: Annotated[Path, typer.Argument(help="F1 by label to write, CSV.", show_default=False)],
) -> None:
    """Score the dataset against gold."""
    from pipeline import evaluate as evaluation  # noqa: PLC0415
    from pipeline.store import pretty, replacing  # noqa: PLC0415

    scores = evaluation.evaluate(gold, dataset)
    with replacing(metrics) as file:
        # The differences are for reading (`taosha evaluate --json`), not for comparing commits.
        file.write(pretty(scores.model_copy(update={"differences": []})))
    with replacing(plot) as file, TextIOWrapper(file, "utf-8", newline="") as text:
        rows = csv.DictWriter(text, ("label", "measure", "f1"), lineterminator="\n")
        rows.writeheader()
        rows.writerows(evaluation.plot_rows(scores))
