from collections.abc import Callable

import pytest

from pipeline.draft import Draft

Make = Callable[..., Draft]


@pytest.mark.parametrize(
    ("raw", "marks", "expected"),
    [
        ("甲完工。[1]乙开工。[2]", ["[1]", "[2]"], [("甲完工。", ["1"]), ("乙开工。", ["2"])]),
        ("甲完工[1]。乙开工[2]。", ["[1]", "[2]"], [("甲完工。", ["1"]), ("乙开工。", ["2"])]),
        ("甲于[1]五月完工。", ["[1]"], [("甲于五月完工。", ["1"])]),
        ("甲完工[16-17]\n乙开工。", ["[16-17]"], [("甲完工", ["16-17"]), ("乙开工。", [])]),
        ("甲完工。[1][2]\n乙。", ["[1]", "[2]"], [("甲完工。", ["1", "2"]), ("乙。", [])]),
        ("甲完工。\n[3]\n乙。", ["[3]"], [("甲完工。", ["3"]), ("乙。", [])]),
        ("[1]甲完工。", ["[1]"], [("甲完工。", ["1"])]),
        ("甲完工。【4】乙。", ["【4】"], [("甲完工。", ["4"]), ("乙。", [])]),
        ("甲完工。[ 5 ]乙。", ["[ 5 ]"], [("甲完工。", ["5"]), ("乙。", [])]),
    ],
)
def test_mark_goes_to_the_sentence_it_follows(
    draft: Make, raw: str, marks: list[str], expected: list[tuple[str, list[str]]]
) -> None:
    page = draft(raw, removed=[(mark, "citation") for mark in marks])
    assert [(page.text[found.start : found.end], found.citations) for found in page.sentences] == expected


def test_other_removals_are_no_citations(draft: Make) -> None:
    page = draft("甲完工。赌场[1]乙。", removed=[("赌场", "ad"), ("[1]", "citation")])
    assert [found.citations for found in page.sentences] == [["1"], []]


def test_page_of_marks_alone_has_no_sentence(draft: Make) -> None:
    assert draft("[1]", removed=[("[1]", "citation")]).sentences == []
