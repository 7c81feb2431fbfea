"""The marked pages of `benchmarks/cleaning.py`, and how they are counted."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def marked() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "marked.py"
    spec = importlib.util.spec_from_file_location("marked", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_marks_are_taken_out_and_remembered(marked: ModuleType) -> None:
    text, inserted = marked.parse("大桥⟦卡盟⟧通车，⟦代开发票⟧全长三公里。")
    assert text == "大桥卡盟通车，代开发票全长三公里。"
    assert [text[start:end] for start, end in inserted] == ["卡盟", "代开发票"]


def test_characters_and_whole_insertions_are_counted(marked: ModuleType) -> None:
    page = marked.parse("大桥⟦卡盟⟧通车，⟦代开发票⟧全长三公里。")
    count = marked.count([(page, [(2, 4), (7, 9), (14, 15)])])
    assert (count.right, count.wrong, count.left, count.whole, count.all) == (4, 1, 2, 1, 2)


def test_the_pages_by_hand_are_as_many_as_they_say(marked: ModuleType) -> None:
    assert sum(len(page.inserted) for page in marked.crawled()) == 21
    for which in (0, 1):
        cases = list(marked.phrases(which))
        assert len(cases) == 60
        assert {trade for trade, _, _ in cases} == {trade for trade, _, _ in cases[::5]}
        assert all(len(once.inserted) == 1 and len(twice.inserted) == 2 for _, once, twice in cases)
