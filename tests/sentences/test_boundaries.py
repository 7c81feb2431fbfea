from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.sentences.boundaries import pieces

CASES = [
    line
    for line in (Path(__file__).parent / "boundaries.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def sentences(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text)]


@pytest.mark.parametrize("case", CASES)
def test_sentence_ends_where_a_reader_ends_it(case: str) -> None:
    assert sentences(case.replace("‖", "")) == [part.strip() for part in case.split("‖")]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\x0b"])
def test_line_break_ends_a_sentence(line_break: str) -> None:
    assert sentences(f"甲{line_break}乙") == ["甲", "乙"]


@pytest.mark.parametrize("mark", ["“", "「", "（", "《", "[", '"'])
def test_open_mark_does_not_reach_over_a_line(mark: str) -> None:
    assert sentences(f"甲{mark}乙。\n丙”」）》]丁。") == [f"甲{mark}乙。", "丙”」）》]丁。"]


@pytest.mark.parametrize("mark", ["“", "「", "（", "《", "【", "[", "(", '"', "‘"])
def test_open_mark_swallows_nothing(mark: str) -> None:
    assert sentences(f"{mark}甲乙。丙。" + "丁戊。" * 300)[:3] == [f"{mark}甲乙。", "丙。", "丁戊。"]


@pytest.mark.parametrize("text", ["", " \n\t　\u00a0\r\n"])
def test_nothing_but_white_space_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一行\n", [True]),
        ("一。二。\n三", [False, False, True]),
        ("一。 \n二\n", [True, True]),
        ("一。二", [False, False]),
    ],
)
def test_sentence_knows_whether_it_is_all_of_its_line(text: str, whole: list[bool]) -> None:
    assert [piece.whole for piece in pieces(text)] == whole


HOSTILE: dict[str, Callable[[int], str]] = {
    "no stop": lambda n: "中" * n,
    "stops": lambda n: "。" * n,
    "dots": lambda n: "." * n,
    "spaced dots": lambda n: ". " * n,
    "ellipses": lambda n: "…，" * n,
    "ASCII stops": lambda n: "?a" * n,
    "quotes open": lambda n: "“" * n,
    "quotes open with text": lambda n: "“中" * n,
    "quotes close": lambda n: "”" * n,
    "ASCII quotes": lambda n: '"' * n,
    "brackets": lambda n: "（" * n,
    "bracket pairs": lambda n: "（）" * n,
    "nested brackets": lambda n: "（（）" * n,
    "quotations": lambda n: "“好。”中" * n,
    "quotations with long tails": lambda n: ("“好。”" + "中" * 50) * (n // 20),
    "references": lambda n: "。[1" * n,
    "digits": lambda n: "1" * n,
    "digits and dots": lambda n: "1." * n,
    "entities": lambda n: "&a" * n,
    "spaces": lambda n: " " * n,
    "spaces and stops": lambda n: "。 " * n,
    "lines": lambda n: "\n" * n,
    "short lines": lambda n: "中\n" * n,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_split_and_loses_no_character(text: Callable[[int], str]) -> None:
    # A rule of quadratic time would take minutes here.
    page = text(100_000)
    assert "".join("".join(sentences(page)).split()) == "".join(page.split())
