"""`python -m pipeline.tag.programs.training OUT`: train the ranker and write it to OUT."""

import sys
from pathlib import Path

import numpy as np

from pipeline.tag.programs.ranker import dump
from pipeline.tag.programs.training.fit import choices, fit
from pipeline.tag.programs.training.made import made
from pipeline.tag.programs.training.newspaper import newspaper, vocabulary

#: Made sentences, and how much one choice in a real one counts against one in a made one.
MADE, REAL_WEIGHT = 12_000, 3.0
EPOCHS = 3
#: One model a seed; the mean of them makes fewer mistakes by chance.
SEEDS = (7, 8, 9, 10, 11)


def main(out: Path) -> None:
    """Train on all examples and write the model in one go."""
    words, real = vocabulary(), choices(newspaper(), REAL_WEIGHT)
    models = [fit([*choices(made(MADE, seed, words)), *real], EPOCHS, seed) for seed in SEEDS]
    out.write_bytes(dump(np.mean(models, axis=0)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
