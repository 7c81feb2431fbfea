"""What each part of the finder of programme names is worth: `python benchmarks/programs.py`.

Scores the rules alone and with rankers trained on made sentences, on newspaper sentences and on both
(the committed model), over the corpora in tests/tag/data and over ordinary newspaper sentences.

    python benchmarks/programs.py --time [PAGE...]   what the ranker adds to the time of the whole pipeline
    python benchmarks/programs.py --join N           time and memory of joining N mentions
    python benchmarks/programs.py --false N          names in N newspaper sentences that the ranker did not learn from
"""

import argparse
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from unittest.mock import patch

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "tag")]

from programs_corpus import corpus, judge, score  # noqa: E402

from pipeline import ingest  # noqa: E402
from pipeline.clean import gather  # noqa: E402
from pipeline.draft import Draft, Settings  # noqa: E402
from pipeline.emit.join import Named, join  # noqa: E402
from pipeline.flow import Pipeline  # noqa: E402
from pipeline.forms.programs import fold, program_id  # noqa: E402
from pipeline.forms.traditional import simplified  # noqa: E402
from pipeline.ingest import Page  # noqa: E402
from pipeline.schema import ProgramValue  # noqa: E402
from pipeline.tag import programs  # noqa: E402
from pipeline.tag.programs import names  # noqa: E402
from pipeline.tag.programs.ranker import Ranker, ranker  # noqa: E402
from pipeline.train.programs.__main__ import EPOCHS, MADE, REAL_WEIGHT, SEEDS  # noqa: E402
from pipeline.train.programs.fit import Choice, choices, fit  # noqa: E402
from pipeline.train.programs.made import made  # noqa: E402
from pipeline.train.programs.newspaper import newspaper, ordinary, vocabulary  # noqa: E402

CORPORA = tuple(path.name for path in sorted((ROOT / "tests" / "tag" / "data").glob("programs_*.txt")))
#: Sentences of the newspaper that make a page, and pages that are timed.
SENTENCES, PAGES = 40, 100


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--time", nargs="*", metavar="PAGE", help="files or folders (default: raw)")
    parser.add_argument("--join", type=int, metavar="N")
    parser.add_argument("--false", type=int, metavar="N")
    options = parser.parse_args()
    if options.time is not None:
        times(options.time or [str(ROOT / "raw")])
    elif options.join:
        joining(options.join)
    elif options.false:
        unmarked(options.false)
    else:
        scores()


def scores() -> None:
    """Print a line for each way of training."""
    words, real = vocabulary(), choices(newspaper(), REAL_WEIGHT)
    ways: dict[str, Callable[[], Ranker | None]] = {
        "rules alone": lambda: None,
        "made sentences": lambda: _trained(lambda seed: choices(made(MADE, seed, words))),
        "newspaper": lambda: _trained(lambda _: real),
        "both (committed)": ranker,
    }
    print(
        f"{'exact P / R / F1 on':18}",
        *(f"{name[9:-4]:>22}" for name in CORPORA),
        "  names, unmarked ms/1000 characters",
    )
    for way, make in ways.items():
        model = make()
        cells = []
        for name in CORPORA:
            result = score([judge(case, names(simplified(case.text), model)) for case in corpus(name)])
            cells.append(f"{result.precision:.3f} / {result.recall:.3f} / {result.f1:.3f}")
        print(f"{way:18}", *(f"{cell:>22}" for cell in cells), " ", _newspaper(model))


def _trained(data: Callable[[int], list[Choice]]) -> Ranker:
    return Ranker(tuple(np.mean([fit(data(seed), EPOCHS, seed) for seed in SEEDS], axis=0)))


def _newspaper(model: Ranker | None) -> str:
    """Names without marks per 100 ordinary sentences, and the time."""
    found = size = number = 0
    start = process_time()
    for sentence in ordinary():
        number += 1
        size += len(sentence)
        found += sum(not item.quoted for item in names(sentence, model))
    elapsed = process_time() - start
    return f"{100 * found / number:.3f} per 100 sentences, {1e6 * elapsed / size:.2f}"


def times(inputs: Sequence[str]) -> None:
    """Print the time of all stages after ingest, without and with the ranker."""
    paper = list(ordinary())[: SENTENCES * PAGES]
    kinds = {
        " ".join(inputs): [ingest.read(page, Settings()) for page in ingest.discover(inputs)],
        "newspaper": [
            ingest.read(Page.from_text("\n".join(paper[start : start + SENTENCES])), Settings())
            for start in range(0, len(paper), SENTENCES)
        ],
    }
    for kind, drafts in kinds.items():
        pipeline = Pipeline(Settings(), gather(drafts))
        # In turns, so that whatever else the machine does falls on both.
        without, with_ranker = [], []
        for _ in range(7):
            with patch.object(programs, "ranker", lambda: None):
                without.append(_seconds(partial(_all, pipeline, drafts)))
            with_ranker.append(_seconds(partial(_all, pipeline, drafts)))
        base, full, number = min(without), min(with_ranker), len(drafts)
        print(
            f"{kind}: {number} pages, {1000 * base / number:.3f} ms a page by the rules alone, "
            f"{1000 * full / number:.3f} with the ranker: {full / base:.3f} times"
        )


def _all(pipeline: Pipeline, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        pipeline(draft)


def _seconds(function: Callable[[], None]) -> float:
    start = process_time()
    function()
    return process_time() - start


def joining(number: int) -> None:
    """Print time and peak memory of joining made mentions: a fifth as many names, a third of them misspelt once."""
    mentions = list(_mentions(number))
    seconds = _seconds(lambda: print(f"{number} mentions, {len(join(mentions))} programmes"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{seconds:.1f} s, {memory:.2f} GB at most, the mentions with it")


def _mentions(number: int) -> Iterator[Named]:
    random = Random(7)
    characters = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
    names_ = ["".join(random.choices(characters, k=random.randint(2, 8))) for _ in range(max(1, number // 5))]
    for count in range(number):
        place = random.randrange(len(names_))
        core = names_[place]
        if random.random() < 1 / 15 and len(core) > 3:
            core = core[:1] + random.choice(characters) + core[2:]
        who = random.choice((None, f"{core[:2]}集团", f"{names_[place - 1][:2]}公益"))
        day = f"20{place % 90 + 10}-{place % 12 + 1:02}-01"
        name = f"{core}计划"
        key, quoted = program_id(fold(name), who), random.random() < 0.5
        value = ProgramValue(program_id=key, name=name, type="计划", organiser=who, quoted=quoted)
        yield Named(f"D{count // 4}", f"E{count % 4}", value, f"R{count}", day, day)


def unmarked(number: int) -> None:
    """Print every name in the last `number` newspaper sentences, by a ranker trained on those before them."""
    lines = list(ordinary())
    with patch("pipeline.train.programs.newspaper.ordinary", lambda: iter(lines[:-number])):
        real = choices(newspaper(), REAL_WEIGHT)
    words = vocabulary()
    model = _trained(lambda seed: [*choices(made(MADE, seed, words)), *real])
    for line in lines[-number:]:
        for item in names(line, model):
            mark = "“" if item.quoted else " "
            print(
                mark,
                f"{line[max(0, item.start - 20) : item.start]}[{line[item.start : item.end]}]{line[item.end :][:20]}",
            )


if __name__ == "__main__":
    main()
