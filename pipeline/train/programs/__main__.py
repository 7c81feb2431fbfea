"""`python -m pipeline.train.programs OUT`: train the ranker and write it to OUT."""

import argparse
from pathlib import Path

import numpy as np

from pipeline.tag.programs.ranker import dump
from pipeline.train.programs.fit import choices, fit
from pipeline.train.programs.made import made
from pipeline.train.programs.newspaper import newspaper, vocabulary

#: Made sentences, and how much one choice in a real one counts against one in a made one.
MADE, REAL_WEIGHT = 12_000, 3.0
EPOCHS = 3
#: One model a seed; the mean of them makes fewer mistakes by chance.
SEEDS = tuple(range(7, 17))


def main(out: Path) -> None:
    """Train on all examples and write the model in one go."""
    words, real = vocabulary(), choices(newspaper(), REAL_WEIGHT)
    models = [fit([*choices(made(MADE, seed, words)), *real], EPOCHS, seed) for seed in SEEDS]
    unfinished = out.with_name(f"{out.name}.part")
    unfinished.write_bytes(dump(np.mean(models, axis=0)))
    unfinished.replace(out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the model file to write, models/programs.bin")
    main(parser.parse_args().out)
