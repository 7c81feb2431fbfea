from pathlib import Path
from random import Random

import pytest

from pipeline.clean.insertions.ads.trades import WEIGHT
from pipeline.train.pages import about, written
from pipeline.train.phrases import composed, known


@pytest.mark.parametrize("seed", range(20))
def test_a_seed_composes_one_phrase_of_a_phrases_length(seed: int) -> None:
    phrase = composed(Random(seed))
    assert phrase == composed(Random(seed))
    assert 4 <= len(phrase) <= 16


def test_phrases_are_many() -> None:
    random = Random(1)
    assert len({composed(random) for _ in range(200)}) > 190


def test_a_part_of_the_lexicon_is_left_out_in_fitting() -> None:
    share = sum(known(word) for word in WEIGHT) / len(WEIGHT)
    assert 0.75 < share < 0.85


def test_some_articles_get_sentences_about_trades_behind_their_own() -> None:
    articles = [("题", ["甲。"]), ("目", ["乙。"]), ("三", ["丙。"])]
    told = about(articles)
    assert told[1] == articles[1]
    assert told[0][1][0] == "甲。"
    assert len(told[0][1]) > 1


def test_a_folder_of_articles_is_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("乙题\n\n乙文。\n", "utf-8")
    (tmp_path / "a.txt").write_text("甲题\n甲文。\n再一段。\n", "utf-8")
    assert written(tmp_path) == [("甲题", ["甲文。", "再一段。"]), ("乙题", ["乙文。"])]
