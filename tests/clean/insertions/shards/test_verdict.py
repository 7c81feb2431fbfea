import pytest

from pipeline.clean.insertions.shards import verdict
from pipeline.clean.insertions.shards.pieces import Piece

TITLE = "云台港三十年：从渔村码头到亿吨大港"
TEXT = "台港一，三十二，年从三，渔村四。"


def value(*cuts: tuple[int, int, int, int], total: float = 4.0, text: str = TEXT) -> float:
    return verdict.value(text, TITLE, (), [Piece(*cut, 1.0) for cut in cuts], total)


def test_half_words_speak_for_a_chain() -> None:
    words = value((4, 6, 7, 9), (12, 14, 9, 11))
    halves = value((4, 6, 8, 10), (12, 14, 10, 12))
    assert halves > words


def test_empty_places_between_pieces_speak_against_it() -> None:
    near = value((4, 6, 3, 5), (8, 10, 5, 7))
    far = value((0, 2, 3, 5), (12, 14, 5, 7))
    assert near > far


def test_what_the_author_says_elsewhere_speaks_against_it() -> None:
    pieces = (4, 6, 3, 5), (8, 10, 5, 7)
    assert value(*pieces) > value(*pieces, text=TEXT + "三十、三十、年从")


@pytest.mark.parametrize(
    ("title", "keywords", "inside"),
    [
        pytest.param("港口：码头", (), {1, 3}, id="punctuation does not count"),
        pytest.param("港口", ("码头", "港口"), {1, 4}, id="key words follow, each once"),
    ],
)
def test_places_inside_words(title: str, keywords: tuple[str, ...], inside: set[int]) -> None:
    assert verdict.inside_words(title, keywords) == inside
