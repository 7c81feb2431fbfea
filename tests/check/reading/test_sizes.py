"""How plausible amounts are: by what they measure and by whose they are."""

import pytest

from pipeline.check.reading.sizes import beyond, kind_of, plausible, scope_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("村民人均年收入", "person"),
        ("商户平均营业额为", "average"),
        ("公司营业收入", "business"),
        ("各项存款余额", "aggregate"),
        ("镇上有12家作坊,利润仅", "little"),
        ("发放管护工资", "grant"),
        ("早上八点,", ""),
    ],
)
def test_the_class_of_an_amount(words: str, kind: str) -> None:
    assert kind_of(words) == kind


def test_the_body_named_last_tells_how_large_its_figures_are() -> None:
    assert scope_of("全国的合作社") < 0 < scope_of("合作社遍及全国")
    assert scope_of("天气晴好") == 0


def test_a_province_takes_more_than_a_village() -> None:
    def prefers_larger(scope: float) -> float:
        return plausible("64", "business", "亿", scope) - plausible("64", "business", "万", scope)

    assert prefers_larger(scope_of("全省")) > prefers_larger(0) > prefers_larger(scope_of("村集体"))


def test_whose_it_is_does_not_matter_for_what_one_person_pays() -> None:
    assert plausible("300", "person", "万", scope_of("全省")) == plausible("300", "person", "万")


def test_what_is_beyond_any_amount_is_known_by_its_class_and_its_body() -> None:
    assert beyond("1901.5", "business", "万亿", scope_of("全省"))
    assert not beyond("237.6", "aggregate", "万亿", scope_of("全国"))
    assert not beyond("2.2", "", "万亿")
