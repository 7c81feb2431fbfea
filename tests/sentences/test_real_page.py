"""The sentences of the real page against its gold, which two annotators made by hand, on the gold removals."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.draft import Draft
from pipeline.spans import RawMap

ROOT = Path(__file__).parents[2]
NAME = "000_bdb57fe06f2fe415"
#: The headings of the first order, read off the page by hand; all other headings are months and years below them.
TOPICS = ("发展历程", "产品与服务", "使命和愿景", "相关项目", "平台整治", "备案信息")


@pytest.fixture
def gold() -> Any:
    return json.loads((ROOT / "gold" / "2024-04" / f"{NAME}.json").read_text(encoding="utf-8"))


@pytest.fixture
def page(gold: Any, draft: Callable[..., Draft]) -> Draft:
    raw = (ROOT / "raw" / "2024-04" / f"{NAME}.txt").read_bytes().decode()
    return draft(raw, title=gold["title"], removed=[(span["text"], span["kind"]) for span in gold["removed"]])


def test_bounds_and_roles(page: Draft, gold: Any) -> None:
    raw = RawMap(page.removed)
    found = [(*raw.span(sentence.start, sentence.end), sentence.role) for sentence in page.sentences]
    assert found == [(sentence["start"], sentence["end"], sentence["role"]) for sentence in gold["sentences"]]


def test_sections(page: Draft) -> None:
    topic: list[str] = []
    month: list[str] = []
    for sentence in page.sentences:
        text = page.text[sentence.start : sentence.end]
        if sentence.role == "heading" and text in TOPICS:
            topic, month = [text], []
            assert sentence.section == []
        elif sentence.role == "heading":
            month = [text]
            assert sentence.section == topic
        else:
            assert sentence.section == [*topic, *month]


def test_every_citation_belongs_to_the_sentence_before_it(page: Draft, gold: Any) -> None:
    marks = [span for span in gold["removed"] if span["kind"] == "citation"]
    assert len(marks) == 41
    expected: dict[int, list[str]] = {}
    for mark in marks:
        number = max(n for n, sentence in enumerate(gold["sentences"]) if sentence["start"] < mark["start"])
        expected.setdefault(number, []).append(mark["text"].strip("[]"))
    assert {n: sentence.citations for n, sentence in enumerate(page.sentences) if sentence.citations} == expected
