"""What each part of the finder of programme names is worth: `python benchmarks/programs.py`.

Scores the rules alone and with rankers trained on made sentences, on newspaper sentences and on both
(the committed model), over the corpora in tests/tag/data and over ordinary newspaper sentences.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "tag")]

from programs_corpus import corpus, judge, score  # noqa: E402

from pipeline.tag.programs import names  # noqa: E402
from pipeline.tag.programs.ranker import Ranker, ranker  # noqa: E402
from pipeline.train.programs.__main__ import EPOCHS, MADE, REAL_WEIGHT, SEEDS  # noqa: E402
from pipeline.train.programs.fit import Choice, choices, fit  # noqa: E402
from pipeline.train.programs.made import made  # noqa: E402
from pipeline.train.programs.newspaper import newspaper, ordinary, vocabulary  # noqa: E402

CORPORA = ("programs_dev.txt", "programs_more.txt", "programs_bare.txt", "programs_third.txt", "programs_aside.txt")


def main() -> None:
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
            result = score([judge(case, names(case.text, model)) for case in corpus(name)])
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


if __name__ == "__main__":
    main()
