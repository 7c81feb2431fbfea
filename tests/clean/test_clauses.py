import pytest

from pipeline.clean import clauses

TITLE = "青禾县：稻田里种出新风景，文旅融合富乡亲"
TEXT = (
    "青禾县去年接待游客41万人次，{0}旅游收入达到2.6亿元。\n"
    "石湾村的梯田每年四月灌水，{1}民宿老板周兰说，“客房要提前两周预订”，今年还要再添六间。\n"
    "县里计划用三年时间修通旅游公路，{0}预算1.8亿元。"
)


def cleaned(text: str, title: str = TITLE) -> str:
    for cut in reversed(clauses.find(text, title)):
        text = text[: cut.start] + text[cut.end :]
    return text


def test_a_clause_of_the_title_between_clauses_goes_where_it_comes_again() -> None:
    assert cleaned(TEXT.format("稻田里种出新风景，", "")) == TEXT.format("", "")


def test_each_clause_counts_by_itself() -> None:
    once = TEXT.format("", "文旅融合富乡亲，")
    assert cleaned(once) == once
    assert cleaned(TEXT.format("稻田里种出新风景，", "文旅融合富乡亲，")) == once


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        pytest.param("青禾县，", TITLE, id="a short one may be a name"),
        pytest.param("稻田里种出新风景已成品牌，", TITLE, id="the author says something of it"),
        pytest.param("青禾县文化旅游发展集团，", "青禾县文化旅游发展集团", id="a title of one clause is a name"),
        pytest.param("稻田里种出新风景、", TITLE, id="in a list"),
    ],
)
def test_the_authors_own_stays(clause: str, title: str) -> None:
    text = TEXT.format(clause, "")
    assert cleaned(text, title) == text


def test_headings_stay() -> None:
    text = "旅游\n稻田里种出新风景\n去年接待游客41万人次。\n稻田里种出新风景\n今年更多。"
    assert cleaned(text) == text


def test_hostile_text() -> None:
    assert cleaned("，" * 100_000, "稻田" * 50_000 + "，" + "稻田" * 50_000) == "，" * 100_000
