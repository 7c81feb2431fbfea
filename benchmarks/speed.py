"""Speed: pages a second and where the time goes, side by side with a plain baseline in the same process.

    python benchmarks/speed.py [PAGE...]     files or folders; raw/ where none is given

Times are of the processor and differ between machines; the ratios hold better. The steps are those of `taosha run` in
one process, from the files of the pages to those of the dataset. The baseline is one `re` search with ten alternatives
over the same texts. Where JioNLP is installed (pip install jionlp; it is not needed for anything else), its
extract_time and extract_money are timed beside ours.
"""

import argparse
import contextlib
import gc
import importlib
import io
import logging
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline import ingest
from pipeline.clean import clean, gather
from pipeline.draft import Draft, Settings, Stage
from pipeline.emit import emit, written
from pipeline.errors import PageError
from pipeline.flow import STAGES
from pipeline.ingest import Page
from pipeline.normalize import amounts, dates
from pipeline.store import read_results, write_results
from pipeline.tag import dates as date_tagger
from pipeline.tag import money as money_tagger
from pipeline.tag import percents as percent_tagger

SETTINGS = Settings()
BASELINE = re.compile(
    r"\d{4}年|\d+月|\d+日|\d+(?:\.\d+)?%|\d+(?:\.\d+)?[万亿]?元|“[^”]{1,20}”|\[\d+\]|[。！？；]|[A-Za-z]+|第[一二三四五六七八九十]+"
)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", default=["raw"], metavar="PAGE", help="files or folders (default: raw)")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="take the best of N (default: 5)")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    pages = dict(read(options.pages, console))
    if not pages:
        parser.error(f"no page in {' '.join(options.pages)} can be read")
    console.print(steps(list(pages), options.repeat))
    console.print(tools(list(pages.values()), options.repeat, console))
    return 0


def read(inputs: Sequence[str], console: Console) -> Iterable[tuple[Page, str]]:
    """The pages that can be read with their text; the others are named."""
    for page in ingest.discover(inputs):
        try:
            yield page, ingest.read(page, SETTINGS).raw_text
        except PageError as error:
            console.print(f"left out: {error}", style="yellow")


def best(functions: Mapping[str, Callable[[], Any]], repeat: int) -> dict[str, float]:
    """The shortest of several times of each, in seconds of the processor; in turns, as the machine's load changes."""
    times: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(repeat):
        for name, function in functions.items():
            start = process_time()
            function()
            times[name].append(process_time() - start)
    return {name: min(of_one) for name, of_one in times.items()}


def steps(pages: Sequence[Page], repeat: int) -> Table:
    """Time by step of what `taosha run` does in one process, from the files of the pages to those of the dataset."""
    times: dict[str, list[float]] = {}
    size = 0
    for _ in range(repeat):
        with TemporaryDirectory() as folder:
            size = walk(pages, Path(folder), partial(_timed, times))
    best_of = {name: min(of_one) for name, of_one in times.items()}
    baseline = best_of.pop("baseline")
    whole = sum(best_of.values())
    table = Table(
        title=f"{len(pages)} pages, {size / 1000:.1f} KB of text: {len(pages) / whole:.0f} pages/s, "
        f"{1000 * whole / len(pages):.2f} ms a page, {size / whole / 1000:.0f} KB/s",
        title_justify="left",
    )
    for number, name in enumerate(("step", "ms a page", "share")):
        table.add_column(name, justify="right" if number else "left")
    for name, time in best_of.items():
        table.add_row(name, f"{1000 * time / len(pages):.3f}", f"{100 * time / whole:.0f} %")
    table.add_row("baseline: ten alternatives", f"{1000 * baseline / len(pages):.3f}", f"1 : {whole / baseline:.0f}")
    return table


def walk(pages: Sequence[Page], folder: Path, timed: Callable[[str, Callable[[], Any]], Any]) -> int:
    """The steps of a run on `pages`, each through `timed`; the bytes of text that they went through."""
    read = folder / "read.jsonl"
    given: list[Draft] = timed("ingest", lambda: [ingest.read(page, SETTINGS) for page in pages])
    timed("baseline", lambda: [BASELINE.findall(draft.raw_text) for draft in given])
    recurrence, drafts = timed("gather", lambda: gather(given)), given
    cleaning: Stage = partial(clean, recurrence=recurrence)
    for name, stage in {"clean": cleaning, **STAGES}.items():
        drafts = timed(name, partial(_all, stage, drafts))
    timed("stage file", lambda: (write_results(read, given), list(read_results(read))))
    timed("emit", lambda: emit(map(written, drafts), folder / "out", options={}))
    return sum(len(draft.raw_text.encode()) for draft in drafts)


def tools(texts: Sequence[str], repeat: int, console: Console) -> Table:
    """Our taggers with their values beside JioNLP's, over the same sentences: JioNLP is made for short texts."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    drafts = [ingest.read(Page.from_text(line), SETTINGS).model_copy(update={"text": line}) for line in lines]
    size = sum(len(line.encode()) for line in lines)
    ours: dict[str, Callable[[], Any]] = {
        "dates, with values": lambda: [dates.resolve(date_tagger.find(d.text), d) for d in drafts],
        "money, with values": lambda: [amounts.value(m.form) for d in drafts for m in money_tagger.find(d.text)],
        "money and percentages, with values": lambda: [
            amounts.value(m.form) for d in drafts for f in (money_tagger, percent_tagger) for m in f.find(d.text)
        ],
    }
    theirs = _jionlp(lines, console)
    with contextlib.redirect_stdout(io.StringIO()):
        times = best({**ours, **theirs}, repeat)
    table = Table(title=f"Taggers over {len(lines)} lines", title_justify="left")
    for number, name in enumerate(("", "ms", "KB/s", "times as fast as JioNLP")):
        table.add_column(name, justify="right" if number else "left")
    for name, time in times.items():
        other = times.get("JioNLP extract_time" if name.startswith("dates") else "JioNLP extract_money")
        ratio = "" if name in theirs else f"{other / time:.1f}" if other else "–"
        table.add_row(name, f"{1000 * time:.1f}", f"{size / time / 1000:.0f}", ratio)
    return table


def _jionlp(lines: Sequence[str], console: Console) -> dict[str, Callable[[], Any]]:
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it greets on import
            jionlp = importlib.import_module("jionlp")
    except ImportError as error:
        console.print(f"JioNLP cannot be imported ({error}), so it is left out: pip install jionlp", style="yellow")
        return {}
    logging.disable(logging.CRITICAL)  # it logs a traceback for each candidate that it gives up
    now = {"year": 2024, "month": 1, "day": 1}
    return {
        "JioNLP extract_time": lambda: [jionlp.ner.extract_time(line, time_base=now) for line in lines],
        "JioNLP extract_money": lambda: [jionlp.ner.extract_money(line) for line in lines],
    }


def _all(stage: Stage, drafts: Iterable[Draft]) -> list[Draft]:
    return [stage(draft, SETTINGS) for draft in drafts]


def _timed(times: dict[str, list[float]], name: str, function: Callable[[], Any]) -> Any:
    """What `function` returns, the time that it took kept under its name."""
    gc.collect()
    gc.freeze()  # a run holds one page at a time; all pages held here are not to be walked again and again
    start = process_time()
    result = function()
    times.setdefault(name, []).append(process_time() - start)
    gc.unfreeze()
    return result


if __name__ == "__main__":
    sys.exit(main())
