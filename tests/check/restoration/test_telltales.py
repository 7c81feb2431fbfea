import pytest

from pipeline.check.reading.words import CHANGES, table
from pipeline.check.restoration.telltales import TELLTALES, growth_phrases, telltales


@pytest.mark.parametrize("written", sorted(TELLTALES))
def test_every_tell_tale_word_is_found(written: str) -> None:
    assert written in {hit.telltale.written for hit in telltales(f"我们，{written}。")} or any(
        written in longer for longer in TELLTALES if longer != written
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [("我们必须要努力", "须要"), ("方法简易迅速", "易迅"), ("歌手演员都来了", "手演员"), ("酒店家具", "店家")],
)
def test_what_only_looks_like_a_tell_tale_word_is_not_one(text: str, written: str) -> None:
    assert written not in {hit.telltale.written for hit in telltales(text)}


def test_the_longest_word_is_taken() -> None:
    assert [hit.telltale.written for hit in telltales("销售额叫发卖额")] == ["发卖额"]


def test_offsets_are_those_of_the_text() -> None:
    text = "平台须要投入，店家透漏。"
    assert [text[hit.start : hit.end] for hit in telltales(text)] == ["须要", "店家", "透漏"]


@pytest.mark.parametrize(
    "text",
    [
        "业务高速下降",
        "为生意带来新下降",
        "培育下降点",
        "寻找下降动能",
        "稳健下滑",
        "股价下跌6.3%,触及年内新高",
        "房价上涨5%,创新低",
    ],
)
def test_growth_phrases_with_a_word_of_falling_are_found(text: str) -> None:
    assert growth_phrases(text)


@pytest.mark.parametrize(
    "text",
    [
        "价格快速下降",
        "下降趋势明显",
        "创新下降压力",
        "下降极快",
        "下降空间有限",
        "失业率下降0.3%,创历史新低",
        "利润下降12%,而股价创新高",
    ],
)
def test_ordinary_falls_are_no_growth_phrases(text: str) -> None:
    assert not growth_phrases(text)


@pytest.mark.parametrize("row", table("telltales.tsv"), ids=lambda row: row[0])
def test_tell_tale_rows_are_sound(row: list[str]) -> None:
    written, original, weight = row[:3]
    assert written != original
    assert 0 < float(weight) <= 3


@pytest.mark.parametrize("change", CHANGES.values(), ids=lambda change: change.word)
def test_opposites_have_the_opposite_sign(change) -> None:
    if change.opposite in CHANGES:
        assert CHANGES[change.opposite].sign == -change.sign


@pytest.mark.parametrize("name", ["telltales.tsv", "directions.tsv", "metrics.tsv", "sizes.tsv"])
def test_no_word_is_listed_twice(name: str) -> None:
    words = [row[0] for row in table(name)]
    assert len(words) == len(set(words))
