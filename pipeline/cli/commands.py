"""The commands for people: run, add, evaluate, schema."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from pipeline.cli.progress import messages, progress, report_rejected, warn
from pipeline.errors import UsageError
from pipeline.settings import Settings
from pipeline.version import __version__

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Turn raw scraped Chinese pages into facts one can trust.

Exit status: 0 all pages processed; 1 some pages rejected, each with a line in rejected.jsonl;
2 the command itself is wrong.""",
)


MIN_SCORE = Settings().min_score


class Engine(StrEnum):
    """Where pages are processed."""

    LOCAL = "local"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files or folders (recursive), or - for standard input. Forms: .txt, .html, .jsonl, also as .gz.",
        show_default=False,
    ),
]


@app.command()
def run(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the output; made if need be.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    engine: Annotated[Engine, typer.Option(help="Where pages are processed.")] = Engine.LOCAL,  # noqa: ARG001
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of pages that state none."),
    ] = None,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="Least score to remove an insertion; higher removes less.")
    ] = MIN_SCORE,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No progress bar and no summary; warnings and rejected pages still show."),
    ] = False,
) -> None:
    """Run the whole pipeline on files and folders, as one batch.

    Writes documents.jsonl, records.jsonl, programs.jsonl, rejected.jsonl and run.json into DIR.

    Example: `taosha run pages/ news.jsonl --out out --jobs 2`
    """
    from pipeline import flow  # noqa: PLC0415 - loads every stage; `--help` does without

    if out.exists() and not out.is_dir():
        raise UsageError(f"--out {out} is a file; name a folder")
    if any(out.resolve() == Path(given).resolve() for given in inputs):
        raise UsageError(
            f"--out {out} is an input too; name another folder, or the next run would read this one's output"
        )
    settings = Settings(published=iso_date(published), min_score=min_score)
    if quiet:
        summary = flow.run(inputs, out, settings=settings, jobs=jobs, warn=warn)
    else:
        with progress() as follow:
            summary = flow.run(inputs, out, settings=settings, jobs=jobs, progress=follow, warn=warn)
    report_rejected(out / "rejected.jsonl")
    rejected = sum(summary.rejected.values())
    if not summary.pages:
        messages.print(f"warning {', '.join(inputs)}: no page in it", style="yellow", markup=False, soft_wrap=True)
    if not quiet:
        messages.print(
            f"{_count(summary.pages, 'page')}: {_count(summary.documents, 'document')}, "
            f"{_count(summary.records, 'record')}, {_count(summary.programs, 'programme')}, {rejected} rejected. "
            f"Written to {out}/",
            soft_wrap=True,
        )
    raise typer.Exit(1 if rejected else 0)


@app.command()
def add(
    inputs: Inputs,
    batch: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Batch to add to, for instance the month: 2024-06. Default: a new one."),
    ] = None,
) -> None:
    """Take new scraped pages into raw/, so that the next `dvc repro` runs the stages of their batch alone.

    Run it in the project's folder. Example: `taosha add crawl/ --batch 2024-06 && dvc repro`
    """
    from pipeline import batches  # noqa: PLC0415

    name, added = batches.add(inputs, batch, root=Path())
    messages.print(f"{_count(added, 'new file')} in raw/{name}/. Next: dvc repro")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(metavar="PATH", help="A gold file, or a folder of them.")],
    pred: Annotated[Path, typer.Option(metavar="DIR", help="What `taosha run` wrote.")],
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the scores as JSON too.")] = None,
) -> None:
    """Score a run against gold: cleaning, sentences, spans, values, dates of facts, joined programmes."""
    from pipeline import evaluate as evaluation  # noqa: PLC0415
    from pipeline.store import pretty, replacing  # noqa: PLC0415

    scores = evaluation.evaluate(gold, pred)
    if json:
        with replacing(json) as file:
            file.write(pretty(scores))
    Console().print(evaluation.table(scores))


@app.command()
def schema() -> None:
    """Print the JSON Schema of every record, by the name of the file that holds it."""
    from pipeline.schema import RECORDS  # noqa: PLC0415

    schemas = {name: model.model_json_schema(mode="serialization") for name, model in RECORDS.items()}
    sys.stdout.write(orjson.dumps(schemas, option=orjson.OPT_INDENT_2).decode() + "\n")


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"taosha {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def iso_date(text: str | None) -> str | None:
    """A date given as an option; null for none. Raises UsageError where it is no date."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"--published {text} is not a date; write it like 2024-03-27") from error
