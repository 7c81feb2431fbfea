"""Reads the corpora of programme names and scores the finder on them."""

import re
from pathlib import Path
from typing import NamedTuple

from pipeline.draft import Mention

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"[⟦⟧⟨⟩]")


class Case(NamedTuple):
    text: str
    names: list[tuple[int, int]]
    optional: list[tuple[int, int]]


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float
    overlap: float


def corpus(name: str) -> list[Case]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [read(line) for line in lines if line and not line.startswith("#")]


def read(line: str) -> Case:
    text, position = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"⟦": [], "⟨": []}
    start, kind = 0, ""
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        position = match.end()
        if match[0] in "⟦⟨":
            start, kind = len(text), match[0]
        else:
            spans[kind].append((start, len(text)))
    return Case(text + line[position:], spans["⟦"], spans["⟨"])


def judge(case: Case, mentions: list[Mention]) -> tuple[int, int, int, int, int]:
    """Right, found, labelled, found overlapping a label, labels overlapped; optional ones left out."""
    found = [(m.start, m.end) for m in mentions]
    found = [span for span in found if span in case.names or not any(_meet(span, other) for other in case.optional)]
    right = len(set(found) & set(case.names))
    met = sum(any(_meet(span, name) for name in case.names) for span in found)
    hit = sum(any(_meet(name, span) for span in found) for name in case.names)
    return right, len(found), len(case.names), met, hit


def score(counts: list[tuple[int, int, int, int, int]]) -> Score:
    right, found, labelled, met, hit = map(sum, zip(*counts, strict=True))
    precision, recall = right / max(found, 1), right / max(labelled, 1)
    return Score(precision, recall, _f1(precision, recall), _f1(met / max(found, 1), hit / max(labelled, 1)))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
