import re
from pathlib import Path

import pytest

from pipeline.corrupt.insertions import WAYS, spam
from pipeline.corrupt.phrases import words

TITLE = "云台港三十年：从渔村码头到亿吨大港"
PARAGRAPHS = [
    "1994年5月，云台港第一座万吨级泊位在石门湾动工。当时的港区只有两间砖房、一台旧吊机，年吞吐量不足12万吨。三十年过去，这里建成生产性泊位38个。",
    "起步的年代",
    "老调度员还记得，头一船化肥卸了整整九天。[1]1998年，港务局筹资6200万元买下两台起重机，货主才慢慢多起来。[2]",
]


@pytest.mark.parametrize("seed", range(30))
def test_insertions_stand_where_they_say(seed: int) -> None:
    page = spam(TITLE, PARAGRAPHS, seed)
    position = 0
    for insertion in page.insertions:
        assert page.raw_text[insertion.start : insertion.end] == insertion.text
        assert insertion.start >= position
        position = insertion.end


@pytest.mark.parametrize("seed", range(30))
def test_without_the_insertions_the_page_is_clean(seed: int) -> None:
    page = spam(TITLE, PARAGRAPHS, seed)
    kept = list(page.raw_text)
    for insertion in page.insertions:
        kept[insertion.start : insertion.end] = [""] * (insertion.end - insertion.start)
    assert re.sub(r"\n+", "\n", "".join(kept)).strip("\n") == page.clean_text


def test_a_seed_gives_one_page() -> None:
    assert spam(TITLE, PARAGRAPHS, 7) == spam(TITLE, PARAGRAPHS, 7)
    assert spam(TITLE, PARAGRAPHS, 7) != spam(TITLE, PARAGRAPHS, 8)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_can_be_asked_for(way: str) -> None:
    pages = [spam(TITLE, PARAGRAPHS, seed, ways=[way]) for seed in range(5)]
    assert any(page.insertions for page in pages)


def test_a_page_that_nothing_is_put_into_stays_as_it_is() -> None:
    page = spam(TITLE, PARAGRAPHS, 1, ways=[])
    assert page.raw_text.replace("\n\n", "\n") == page.clean_text
    assert page.insertions == []


def test_the_halves_of_the_bank_share_nothing() -> None:
    assert not set(words("keywords", "phrases", "dev")) & set(words("keywords", "phrases", "held"))


def test_the_files_of_articles_are_pages() -> None:
    files = sorted((Path(__file__).parents[2] / "benchmarks/data/articles").glob("*/*.txt"))
    assert len(files) >= 10
    assert all(len(file.read_text("utf-8").split("\n")) > 3 for file in files)
