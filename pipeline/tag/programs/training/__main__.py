"""`python -m pipeline.tag.programs.training OUT`: train the ranker and write it to OUT."""

import sys
from pathlib import Path

from pipeline.tag.programs.ranker import dump
from pipeline.tag.programs.training.fit import choices, fit
from pipeline.tag.programs.training.made import made
from pipeline.tag.programs.training.newspaper import newspaper, vocabulary

#: Made sentences, and how much one choice in a real one counts against one in a made one.
MADE, REAL_WEIGHT = 12_000, 2.0
EPOCHS, SEED = 3, 7


def main(out: Path) -> None:
    """Train on all examples and write the model in one go."""
    data = [*choices(made(MADE, SEED, vocabulary())), *choices(newspaper(), REAL_WEIGHT)]
    out.write_bytes(dump(fit(data, EPOCHS, SEED)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
