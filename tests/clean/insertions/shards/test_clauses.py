import pytest

from pipeline.clean import characters
from pipeline.clean.insertions.shards import clauses

TITLE = "青禾县：稻田里种出新风景，文旅融合富乡亲"
TEXT = (
    "青禾县去年接待游客41万人次，{0}旅游收入达到2.6亿元。\n"
    "石湾村的梯田每年四月灌水，{1}民宿老板周兰说，“客房要提前两周预订”，今年还要再添六间。\n"
    "县里计划用三年时间修通旅游公路，{0}预算1.8亿元。"
)


def cleaned(text: str, title: str = TITLE) -> str:
    for cut in reversed(clauses.find(text, title, characters.load())):
        if (cut.score or 0) < 0.5:
            continue
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


HARBOUR = "青禾县内河港二期工程开港，年吞吐能力翻一番"
REPORT = (
    "6月18日，{0}内河港二期工程在石湾镇投入使用，{0}首艘货轮装载着三千吨水泥离开码头。\n"
    "项目总投资4.2亿元，{0}建有四个千吨级泊位，年吞吐能力由300万吨提高到600万吨。\n"
    "县交通局负责人介绍，{0}下一步将疏浚航道十二公里，使千吨级船舶常年通航。"
)


@pytest.mark.parametrize("piece", ["县内河港二期工程开", "二期工程开港年吞", "河港二期工程开港年吞"])
def test_a_long_piece_of_the_title_behind_marks_goes(piece: str) -> None:
    assert cleaned(REPORT.format(piece), HARBOUR) == REPORT.format("")


def test_a_long_name_of_the_title_stays_where_it_is_said() -> None:
    text = (
        REPORT.format("").replace("项目总投资", "内河港二期工程总投资") + "\n此前，内河港二期工程曾获省级优质工程奖。"
    )
    assert cleaned(text, HARBOUR) == text
