import pytest

from pipeline.check.contradictions.amounts.units import FINDS, LEAVES, PAIR
from tests.check.pages import checked, finding, kinds, money, value_of


@pytest.mark.parametrize("text", FINDS)
def test_found(text: str) -> None:
    assert PAIR.search(text)


@pytest.mark.parametrize("text", LEAVES)
def test_left(text: str) -> None:
    assert not PAIR.search(text)


def test_a_doubled_unit_is_restored() -> None:
    draft = checked("全年总成交额在2.2万万元左右。", ("2.2万万元", money("220000000", modifier="about")))
    assert kinds(draft) == ["nonstandard_unit"]
    assert finding(draft, "nonstandard_unit").suggestion == {"field": "unit", "written": "万万", "value": "万亿"}
    value = value_of(draft, "2.2万万元")
    assert value.amount == "220000000"
    assert value.restored.amount == "2200000000000"
    assert value.restored.confidence >= 0.9


def test_the_other_doubling_is_restored_the_other_way() -> None:
    draft = checked("进出口总值达到1.5亿亿元。", ("1.5亿亿元", money("15000000000000000")))
    assert value_of(draft, "1.5亿亿元").restored.amount == "1500000000000"


def test_counts_are_found_too() -> None:
    assert kinds(checked("全年直播观看3.1万万次。")) == ["nonstandard_unit"]


@pytest.mark.parametrize(
    ("text", "written", "amount"),
    [
        ("省属企业全年实现营业收入1901.5万万元。", "1901.5万万元", "190150000000"),
        ("全省社会融资规模1901.5万万元。", "1901.5万万元", "190150000000"),
    ],
)
def test_an_amount_larger_than_any_is_not_restored(text: str, written: str, amount: str) -> None:
    draft = checked(text, (written, money(amount)))
    assert kinds(draft) == ["nonstandard_unit"]
    assert value_of(draft, written).restored is None
