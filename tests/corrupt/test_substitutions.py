import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrupt.substitutions import Table, draw, spin, table

GROWTH = Table("growth", (("增长", "下降"), ("亿元", "万元"), ("万元", "亿元"), ("手艺人", "手演员")))
TEXT = "营收12亿元,同比增长20%;手艺人收入3万元,增长5%。"


def test_all_words_are_swapped_in_one_pass() -> None:
    assert spin(TEXT, GROWTH, 1).text == "营收12万元,同比下降20%;手演员收入3亿元,下降5%。"


def test_gold_says_what_stood_there_and_what_stands_there() -> None:
    spun = spin(TEXT, GROWTH, 1)
    assert [(swap.original, swap.written) for swap in spun.swaps] == [
        ("亿元", "万元"),
        ("增长", "下降"),
        ("手艺人", "手演员"),
        ("万元", "亿元"),
        ("增长", "下降"),
    ]
    for swap in spun.swaps:
        assert spun.text[swap.start : swap.end] == swap.written
        assert TEXT[swap.original_start : swap.original_start + len(swap.original)] == swap.original


def test_the_longest_word_wins() -> None:
    spun = spin("正式开启", Table("t", (("正", "反"), ("正式", "即将"))), 1)
    assert spun.text == "即将开启"


def test_a_rate_below_one_leaves_some_words() -> None:
    spun = spin("增长" * 200, Table("t", (("增长", "下降"),), rate=0.5), 3)
    assert 50 < spun.text.count("增长") < 150


@given(st.integers(0, 50), st.text(alphabet="增长下降亿万元需要同环比。a", max_size=60))
def test_the_clean_text_can_be_told_from_the_gold(seed: int, text: str) -> None:
    spun = spin(text, draw(seed), seed)
    rebuilt, position = [], 0
    for swap in spun.swaps:
        rebuilt += [spun.text[position : swap.start], swap.original]
        position = swap.end
    assert "".join(rebuilt) + spun.text[position:] == text


@given(st.integers(0, 50))
def test_offsets_lead_back_to_the_same_character(seed: int) -> None:
    spun = spin(TEXT, draw(seed), seed)
    swapped = {offset for swap in spun.swaps for offset in range(swap.start, swap.end)}
    for offset, character in enumerate(spun.text):
        if offset not in swapped:
            assert TEXT[spun.original(offset)] == character


@pytest.mark.parametrize("seed", [0, 7, 4711])
def test_the_same_seed_gives_the_same_page(seed: int) -> None:
    assert spin(TEXT, draw(seed), seed) == spin(TEXT, draw(seed), seed)


def test_named_parts_make_a_table() -> None:
    assert table("growth_swapped", "exchanged", synonyms=False).pairs == (
        ("增长", "下降"),
        ("下降", "增长"),
        ("亿元", "万元"),
        ("万元", "亿元"),
    )


def test_a_table_without_pairs_changes_nothing() -> None:
    spun = spin(TEXT, table(synonyms=False), 1)
    assert (spun.text, spun.swaps) == (TEXT, ())
