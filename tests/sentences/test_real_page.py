"""The sentences of the real page as a careful reader expects them, on the gold removals."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.draft import Draft

ROOT = Path(__file__).parents[2]
NAME = "000_bdb57fe06f2fe415"


@pytest.fixture
def page(draft: Callable[..., Draft]) -> Draft:
    gold = json.loads((ROOT / "gold" / "2024-04" / f"{NAME}.json").read_text(encoding="utf-8"))
    raw = (ROOT / "raw" / "2024-04" / f"{NAME}.txt").read_bytes().decode()
    return draft(raw, title=gold["title"], removed=[(span["text"], span["kind"]) for span in gold["removed"]])


@pytest.fixture
def expected() -> list[dict[str, str]]:
    with (Path(__file__).parent / "real_page.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_sentences(page: Draft, expected: list[dict[str, str]]) -> None:
    assert [page.text[found.start : found.end] for found in page.sentences] == [row["text"] for row in expected]


def test_roles(page: Draft, expected: list[dict[str, str]]) -> None:
    assert [found.role for found in page.sentences] == [row["role"] for row in expected]


def test_sections(page: Draft, expected: list[dict[str, str]]) -> None:
    assert [" > ".join(found.section) for found in page.sentences] == [row["section"] for row in expected]


def test_all_41_citations_at_their_sentences(page: Draft, expected: list[dict[str, str]]) -> None:
    assert [" ".join(found.citations) for found in page.sentences] == [row["citations"] for row in expected]
    assert sum(len(found.citations) for found in page.sentences) == 41
