"""Amounts that a sum ties together: which of them were swapped."""

import pytest

from pipeline.check.restoration.ties import MOST, MOST_TIES, Knot, Tie, knots
from pipeline.schema import MoneyValue
from tests.check.pages import checked, fall, money, rise, value_of

EITHER = Tie(("E1", "E2"), {(True, False): 1.0, (False, True): 1.0}, 0.01)


def restored(draft, written: str) -> tuple[str | None, float]:
    value = value_of(draft, written)
    assert isinstance(value, MoneyValue)
    return (value.restored.amount, value.restored.confidence) if value.restored else (None, 0.0)


def test_of_two_ways_the_more_plausible_one_is_taken() -> None:
    whole, each = knots([EITHER])[0].weigh(1.0, [9.0, 1.0])
    assert each[0] / whole > 0.8
    assert each[1] / whole < 0.2


def test_amounts_that_no_tie_names_are_in_no_knot() -> None:
    assert [knot.amounts for knot in knots([EITHER])] == [("E1", "E2")]
    assert knots([]) == []


def test_ties_that_share_an_amount_make_one_knot() -> None:
    other = Tie(("E2", "E3"), {(False, False): 1.0}, 0.01)
    assert [knot.amounts for knot in knots([EITHER, other])] == [("E1", "E2", "E3")]


def test_a_knot_stays_small_whatever_is_tied() -> None:
    chain = [Tie((f"E{n}", f"E{n + 1}"), {(False, False): 1.0}, 0.01) for n in range(2000)]
    assert max(len(knot.amounts) for knot in knots(chain)) <= MOST
    many = knots([EITHER] * 2000)
    assert many == [Knot.of(("E1", "E2"), [EITHER] * MOST_TIES)]


SPUN = "平台须要继续投入,店家透漏,去年冷库租金为2.2万万元,客流下降177%。也有人说需要时间。"
SPUN_VALUES = (("2.2万万元", money("220000000")), ("177%", fall("1.77")))


@pytest.mark.parametrize(
    ("sentence", "written", "amount", "kept"),
    [
        ("集团营业收入86.4万元,上年同期为72亿元,增长20%。", "86.4万元", "8640000000", "72亿元"),
        ("村合作社人均收入3.6万元,上年同期为3亿元,增长20%。", "3亿元", "30000", "3.6万元"),
    ],
)
def test_a_change_that_one_swap_explains_restores_the_amount_of_odd_size(
    sentence: str, written: str, amount: str, kept: str
) -> None:
    values = {"86.4万元": "864000", "72亿元": "7200000000", "3.6万元": "36000", "3亿元": "300000000"}
    ordered = sorted((written, kept), key=sentence.index)
    figures = [(figure, money(values[figure])) for figure in ordered]
    draft = checked(SPUN + sentence, *SPUN_VALUES, *figures, ("20%", rise("0.2")))
    assert restored(draft, written)[0] == amount
    assert restored(draft, written)[1] >= 0.8
    assert restored(draft, kept)[0] is None


def test_amounts_that_agree_as_they_stand_are_left() -> None:
    sentence = "港口吞吐收入从8000万元增长到1.2亿元,增长50%。"
    values = (("8000万元", money("80000000")), ("1.2亿元", money("120000000")), ("50%", rise("0.5")))
    draft = checked(SPUN + sentence, *SPUN_VALUES, *values)
    assert restored(draft, "8000万元") == (None, 0.0)
    assert restored(draft, "1.2亿元") == (None, 0.0)


def test_three_amounts_that_agree_are_restored_together() -> None:
    sentence = "存款余额980万元,比年初下降86万元,年初为894万元。贷款余额7200万元。"
    values = [(f"{number}万元", money(f"{number}0000")) for number in (980, 86, 894, 7200)]
    draft = checked(SPUN + sentence, *SPUN_VALUES, *values)
    assert {restored(draft, f"{number}万元")[0] for number in (980, 86, 894)} == {
        "98000000000",
        "8600000000",
        "89400000000",
    }


def test_a_part_that_its_whole_bears_out_is_left_as_it_stands() -> None:
    text = "景区总投资15亿元,其中停车场{}。"
    fits, too_much = text.format("3000万元"), text.format("3000亿元")
    left = checked(SPUN + fits, *SPUN_VALUES, ("15亿元", money("1500000000")), ("3000万元", money("30000000")))
    wrong = checked(SPUN + too_much, *SPUN_VALUES, ("15亿元", money("1500000000")), ("3000亿元", money("300000000000")))
    assert restored(left, "3000万元")[0] is None
    assert restored(wrong, "3000亿元")[0] == "30000000"
