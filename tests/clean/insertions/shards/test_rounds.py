import pytest

from pipeline.clean import characters
from pipeline.clean.insertions.shards import alike, rounds

PIECES = ("稻谷烘", "干机哪", "家厂子好")
#: Slots 0 to 8 stand behind marks.
TEXT = (
    "青禾县去年接待游客41万人次，{0}旅游收入达到2.6亿元。{1}石湾村的梯田每年四月灌水，{2}民宿老板周兰说，{3}客房要提前两周预订。\n"
    "县里计划用三年时间修通旅游公路，{4}预算1.8亿元，{5}资金由省市县三级分担。{6}沿线的村庄可以入股，{7}收益的三成归集体，{8}余下的分给农户。"
)
CLEAN = TEXT.format(*[""] * 9)


def cleaned(text: str, title: str = "梯田上的乡村旅游") -> str:
    for cut in reversed(rounds.find(text, title, characters.load())):
        if (cut.score or 0) < 0.5:
            continue
        text = text[: cut.start] + text[cut.end :]
    return text


def test_pieces_that_take_turns_go_without_a_title_they_come_from() -> None:
    assert cleaned(TEXT.format(*PIECES * 3)) == CLEAN


def test_one_that_is_left_out_breaks_no_turn() -> None:
    turns = [*PIECES, *PIECES, PIECES[0], "", PIECES[2]]
    whole = [*PIECES, *PIECES, *PIECES]
    assert cleaned(TEXT.format(*turns) + TEXT.format(*whole)) == CLEAN + CLEAN


def test_pieces_of_the_title_are_left_to_those_who_know_it() -> None:
    text = TEXT.format(*("梯田", "乡村", "旅游") * 3)
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(("同比增", "环比下降", "营收额"), id="comparisons"),
        pytest.param(("不得转让", "不能停", "未完成"), id="negations"),
        pytest.param(("15亿元", "6000万元", "8月的"), id="amounts and dates"),
    ],
)
def test_what_states_something_stays(pieces: tuple[str, ...]) -> None:
    text = TEXT.format(*pieces * 3)
    assert all(word in cleaned(text) for word in pieces[:2])


def test_twice_is_not_in_turn() -> None:
    text = TEXT.format(*[*PIECES, "", PIECES[0], *[""] * 4])
    assert cleaned(text) == text


def test_items_made_alike_say_the_same_in_the_same_order() -> None:
    text = "甲，一年，二月。\n乙，一年，二月。\n丙，一年，二月。"
    words = [(2, 0), (5, 1), (11, 0), (14, 1), (20, 0), (23, 1)]
    assert alike.made(text, words)
    assert not alike.made(text.replace("\n", "").replace("。", "，"), words)
