from collections import Counter

import pytest

from pipeline.corrupt.phrases import novels
from pipeline.train.fiction import alone, register

NEWS = Counter("公司发布年度报告公司收入增长他说" * 40)


def test_what_comes_in_the_sentences_alone_is_narration() -> None:
    table = register(["他眯起眼睛笑了", "她抬起眼睛"], NEWS, NEWS)
    assert table[ord("眼")] > 0 > table[ord("公")]


def test_where_the_sentences_do_not_say_books_do() -> None:
    books = Counter({"剑": 400, "股": 1, "他": 40})
    table = register(["他笑了"], NEWS + Counter("股" * 20), books)
    assert table[ord("剑")] > 0 > table[ord("股")]


def test_each_line_that_only_tells_is_left_alone_in_the_report() -> None:
    page = ("题", ["2021年开工。", "他哭了。", "她走了。", "耗资3亿元。"])
    assert alone([page]) == [
        ("题", ["2021年开工。", "他哭了。", "耗资3亿元。"]),
        ("题", ["2021年开工。", "她走了。", "耗资3亿元。"]),
    ]


@pytest.mark.parametrize("half", ["dev", "held"])
def test_no_sentence_is_in_both_halves(half: str) -> None:
    other = set(novels("held" if half == "dev" else "dev"))
    assert len(set(novels(half))) == len(novels(half))
    assert other.isdisjoint(novels(half))
