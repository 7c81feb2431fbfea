"""What a person sees while pages are processed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")

messages = Console(stderr=True, highlight=False)


@contextmanager
def progress() -> Iterator[Callable[[str, Iterable[T]], Iterable[T]]]:
    """A bar for each step of a run; the second step knows from the first how many pages there are."""
    pages: int | None = None

    def follow(step: str, results: Iterable[T]) -> Iterable[T]:
        nonlocal pages
        task = bar.add_task(step, total=pages)
        pages = 0
        for result in results:
            pages += 1
            bar.advance(task)
            yield result
        bar.update(task, total=pages)

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # In a file of messages a bar has no place.
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as bar:
        yield follow


def warn(path: str, message: str) -> None:
    """Print a line on stderr for what of a page's data could not be used."""
    messages.print(f"warning {path}: {message}", style="yellow", markup=False, soft_wrap=True)


def report_rejected(file: Path) -> None:
    """Print a line on stderr for each page in a rejected.jsonl."""
    from pipeline.schema import Rejection  # noqa: PLC0415

    with file.open("rb") as lines:
        for line in lines:
            page = Rejection.model_validate_json(line)
            text = f"rejected {page.source.path}: {page.error}: {page.message}"
            messages.print(text, style="yellow", markup=False, soft_wrap=True)
