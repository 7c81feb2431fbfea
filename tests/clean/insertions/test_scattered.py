from collections.abc import Callable

import pytest

from pipeline.clean import characters
from pipeline.clean.insertions import scattered
from pipeline.draft import Draft

SENTENCE = "港务局筹资购置两台起重机，装卸效率明显提高。"


def found(text: str) -> str:
    return "".join(text[cut.start : cut.end] for cut in scattered.find(text, characters.load()) if cut.score >= 0.5)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("港务局筹x资购k置两台起p重机，装卸效率明显提高。", "xkp"),
        ("港务局筹资购置两台起q重w机，装e卸效率明显提高。", "qwe"),
        ("港务局筹资购置两台起重机，装*卸*效*率*明显提高。", "****"),
        ("港3务1局7筹4资2购置两台起重机，装卸效率明显提高。", "31742"),
        ("港务局筹资购置两台起重机，装\xa0卸\xa0效\xa0率明显提高。", "\xa0\xa0\xa0"),
    ],
)
def test_what_is_scattered_over_words_is_found(text: str, marks: str) -> None:
    assert found(text) == marks
    assert "".join(c for c in text if c not in marks) == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "3D打印和T恤都能在e签宝上签约，A股K歌x轴",
        "沿x轴y轴z轴方向移动",
        "到B站、去C区、上D楼",
        "我有1个2个3个苹果，第3届第4届第5届",
        "维生素A、维生素B和维生素C片",
        "点A点B点C在一条直线上",
        "张X某、李X某、王X某到庭",
        "3月5日到6月7日有8人",
        "由A公司向B公司转让C公司股权",
        "港务局x筹资购置k两台起重机",
        "男/女/老/少",
    ],
)
def test_letters_and_digits_of_the_author_stay(text: str) -> None:
    assert found(text) == ""


def test_single_letters_all_over_a_page_are_found_and_words_with_letters_stay() -> None:
    text = (
        "常规赛收入同比下g降38%。双十一当天，官k方店周边销售额突破860万元，鼠m标垫两小时售罄，联名T恤打折后也卖断了码。"
        "主教练说，冠军会过z期，故事不会。"
    )
    assert found(text) == "gkmz"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("去年水库清j理两次，近q三年没有再决口。", "jq"),
        ("赛后量血h压，心d率也降了，教练让他多补水。", "hd"),
        ("码头装e卸慢，货r主等得心急。", "er"),
    ],
)
def test_two_letters_on_a_page_that_each_cut_a_word_are_found(text: str, letters: str) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    "text",
    [
        "先用c语言写程序，再用r语言画图。",
        "我们在b站发了视频，她p图很快。",
        "周末去k歌，回来还要打e卡。",
        "补b类疫苗的人多，选a选项的人少。",
        "二○一八年在港务局买了两台x光机。",
    ],
)
def test_two_letters_that_words_are_made_with_stay(text: str) -> None:
    assert found(text) == ""


def test_letters_of_formulas_stay() -> None:
    assert found("设a为速度，公式中b是时间，令c等于零，于是d随时间增加，若e为常数则f不变。") == ""


def test_words_are_whole_in_the_text(cleaned: Callable[..., Draft]) -> None:
    page = cleaned("港务局添了两台起重机\n港务局筹x资购k置两台起p重机，装\u2009卸效率明\u200b显提\u2800高。\n")
    assert page.text.split("\n")[1] == SENTENCE
    assert [removal.kind for removal in page.removed] == [*["boilerplate"] * 3, *["invisible"] * 3]
