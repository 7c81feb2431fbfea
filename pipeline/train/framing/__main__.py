"""Trains the reader of lines: `python -m pipeline.train.framing models/framing.json FOLDER...`."""

import sys

from pipeline.train.framing import main

main(*sys.argv[1:])
