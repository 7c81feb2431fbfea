"""Programmes joined over whole pages, against groups made by hand."""

import json
import re
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from pipeline.draft import Settings
from pipeline.flow import run

PAGES = Path(__file__).parent / "data" / "programs_pages.txt"
MARK = re.compile(r"⟦(.*?)#(\w+)⟧")


def pages() -> dict[str, tuple[str, dict[tuple[int, int], str]]]:
    """Text and named spans of each page, the spans with their group."""
    found = {}
    for page in PAGES.read_text(encoding="utf-8").split("## ")[1:]:
        name, _, marked = page.partition("\n")
        text, spans, position = "", {}, 0
        for mark in MARK.finditer(marked):
            text += marked[position : mark.start()]
            spans[len(text), len(text) + len(mark[1])] = mark[2]
            text += mark[1]
            position = mark.end()
        found[name] = (text + marked[position:], spans)
    return found


def joined(folder: Path, names: list[str]) -> dict[tuple[str, int, int], str]:
    """The programme of each place where one is named, of a run over some pages."""
    texts = pages()
    raw = folder / "raw"
    raw.mkdir(parents=True)
    lines = [json.dumps({"id": name, "text": texts[name][0]}) for name in names]
    (raw / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run([str(raw)], folder / "out", settings=Settings())
    found = {}
    for line in (folder / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for entity in document["entities"]:
            if entity["label"] == "PROGRAM":
                place = (document["source"]["id"], entity["raw_start"], entity["raw_end"])
                found[place] = entity["value"]["program_id"]
    return found


@pytest.mark.parametrize("which", ["d", "e"])
def test_pairs_of_mentions_that_are_one_programme(tmp_path: Path, which: str) -> None:
    names = [name for name in pages() if name.startswith(which)]
    found = joined(tmp_path, names)
    groups = {(name, *span): group for name in names for span, group in pages()[name][1].items()}
    pairs = list(combinations(sorted(groups), 2))
    # A mention that is not found is one with nothing.
    together = {pair for pair in pairs if found.get(pair[0], pair[0]) == found.get(pair[1], pair[1])}
    expected = {pair for pair in pairs if groups[pair[0]] == groups[pair[1]]}
    right = len(together & expected)
    assert right / len(together) >= 0.97
    assert right / len(expected) >= 0.92


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    names = sorted(pages())
    expected = joined(tmp_path / "sorted", names)
    for seed in range(3):
        Random(seed).shuffle(names)
        assert joined(tmp_path / str(seed), names) == expected
