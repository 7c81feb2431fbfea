"""The order of the stages, in one place, and the walk of a whole run through them.

DVC calls the same stages one stage file at a time (`run_ingest` … `run_emit`); `run` calls them in one go.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError

from pipeline import emit, ingest
from pipeline.batches import listed
from pipeline.check import check
from pipeline.clean import Recurrence, clean, gather
from pipeline.draft import Draft, Result, Settings, Stage
from pipeline.engine import ordered_map
from pipeline.errors import DataError, PageError, TaoshaError, UsageError
from pipeline.ingest import Page
from pipeline.normalize import normalize
from pipeline.schema import Document, Rejection, Run, Source
from pipeline.sentences import split
from pipeline.store import pretty, read_results, replacing, write_results, writing
from pipeline.tag import tag

#: The stages that need nothing but the page, in their order; `ingest`, `gather` and `clean` come before.
STAGES: dict[str, Stage] = {"sentences": split, "tag": tag, "normalize": normalize, "check": check}

#: Called with a step's name and its pages as they are finished; the command line draws its progress bar with it.
Progress = Callable[[str, Iterable[Any]], Iterable[Any]]
#: Called with the path of a page and what of its data could not be used.
Warn = Callable[[str, str], None]


class Pipeline:
    """All stages after ingest as one function of a page.

    `recurrence` is what `gather` found in the batch that the page belongs to, if it belongs to one.
    """

    def __init__(self, settings: Settings | None = None, recurrence: Recurrence | None = None) -> None:
        self.settings = settings or Settings()
        self.recurrence = recurrence

    def __call__(self, draft: Draft) -> Draft:
        """Take a draft from ingest through every stage."""
        draft = clean(draft, self.settings, self.recurrence)
        for stage in STAGES.values():
            draft = stage(draft, self.settings)
        return draft

    def text(self, text: str, *, title: str | None = None, published: str | None = None) -> Document:
        """Process a page that is already a string. Raises UsageError where `published` is no date."""
        if published is not None and ingest.dates.parse(published) is None:
            raise UsageError(f"published {published!r} is not a date; write it like 2024-03-27")
        page = Page.from_text(text, title=title, published=published)
        return self(ingest.read(page, self.settings)).document()


def run(
    inputs: Sequence[str],
    out: Path,
    *,
    settings: Settings,
    jobs: int = 1,
    progress: Progress = lambda _, results: results,
    warn: Warn = lambda _path, _message: None,
) -> Run:
    """The whole pipeline on files and folders, as one batch. Writes the files of the contract into `out`.

    Raises UsageError where an input does not exist. A page that fails becomes a rejection.
    """
    found = ingest.discover(inputs, without=out)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out, prefix=".taosha-") as folder:
        # What recurs is known when all pages have been read: they wait in a file, since a crawl is larger than memory.
        read = Path(folder, "read.jsonl")
        pages = ordered_map(partial(read_page, settings=settings), found, jobs=jobs)
        recurrence = gather(_drafts(writing(read, _warned(progress("reading", pages), warn))))
        pipeline = Pipeline(settings, recurrence)
        written = ordered_map(partial(_finished, pipeline), read_results(read), jobs=jobs)
        return emit.emit(progress("extracting", written), out, options=asdict(settings))


def run_ingest(source: str, target: Path, settings: Settings, warn: Warn = lambda _path, _message: None) -> None:
    """Ingest the pages of a batch into a stage file."""
    write_results(target, _warned((read_page(page, settings) for page in ingest.discover([source])), warn))


def run_gather(source: Path, target: Path) -> None:
    """Gather over a stage file what `clean` wants to know of the batch."""
    with replacing(target) as file:
        file.write(pretty(gather(_drafts(read_results(source)))))


def run_clean(source: Path, target: Path, recurrence: Path, settings: Settings) -> None:
    """Clean a stage file."""
    try:
        found = Recurrence.model_validate_json(recurrence.read_bytes())
    except ValidationError as error:
        raise DataError(f"{recurrence}: not what `taosha stage gather` writes; run it again") from error
    stage = partial(clean, settings=settings, recurrence=found)
    write_results(target, (guarded(stage, "clean", result) for result in read_results(source)))


def run_stage(name: str, source: Path, target: Path) -> None:
    """One of STAGES on a stage file."""
    stage, settings = STAGES[name], Settings()
    results = (guarded(lambda draft: stage(draft, settings), name, result) for result in read_results(source))
    write_results(target, results)


def run_emit(batches: Path, source: Path, target: Path, settings: Settings) -> Run:
    """The dataset of the batches listed. Stage files of batches that are no longer listed are deleted."""
    files = [source / f"{name}.jsonl" for name in listed(batches)]
    for stale in sorted(set(source.glob("*.jsonl")) - set(files)):
        stale.unlink()
    results = chain.from_iterable(map(read_results, files))
    return emit.emit(map(_written, results), target, options={"batches": listed(batches), **asdict(settings)})


def read_page(page: Page, settings: Settings) -> Result:
    """Ingest one page; one that cannot be read becomes a rejection."""
    try:
        return ingest.read(page, settings)
    except PageError as error:
        return Rejection(source=ingest.source_of(page), error=error.code, message=str(error))
    except Exception as error:
        return _failed(ingest.source_of(page), "ingest", error)


def _warned(results: Iterable[Result], warn: Warn) -> Iterator[Result]:
    for result in results:
        if isinstance(result, Draft):
            for message in result.warnings:
                warn(result.source.path, message)
        yield result


def guarded(stage: Callable[[Draft], Draft], name: str, result: Result) -> Result:
    """Apply a stage to a page under way; a rejected one is passed on, a failing one becomes a rejection."""
    if isinstance(result, Rejection):
        return result
    try:
        return stage(result)
    except TaoshaError:  # a model or a list that is not what it should be: no page's fault
        raise
    except Exception as error:
        return _failed(result.source, name, error)


def _finished(pipeline: Pipeline, result: Result) -> emit.Written:
    return _written(guarded(pipeline, "pipeline", result))


def _written(result: Result) -> emit.Written:
    """The lines of a page; one that they cannot be made of becomes a rejection."""
    try:
        return emit.written(result)
    except Exception as error:
        return emit.written(_failed(result.source, "emit", error))


def _failed(source: Source, stage: str, error: Exception) -> Rejection:
    return Rejection(
        source=source,
        error="internal",
        message=f"{stage} failed with {type(error).__name__}: {error}; a defect of taosha, please report the page",
    )


def _drafts(results: Iterable[Result]) -> Iterator[Draft]:
    return (result for result in results if isinstance(result, Draft))
