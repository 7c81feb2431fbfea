"""What is restored, how surely, and what is left as it stands."""

import pytest

from pipeline.schema import MoneyValue, PercentValue
from tests.check.pages import checked, fall, finding, money, rise, value_of

#: A page with two certain contradictions and tell-tale words, to which the sentence under test is added.
SPUN = "商城成交额同比下降277%,直播间销量下降177%。平台须要继续投入,店家透漏,全年总成交额为2.2万万元。"
SPUN_VALUES = (
    ("277%", fall("2.77")),
    ("177%", fall("1.77")),
    ("2.2万万元", money("220000000")),
)


def direction(draft, written: str) -> tuple[str | None, float]:
    value = value_of(draft, written)
    assert isinstance(value, PercentValue)
    return (value.restored.direction, value.restored.confidence) if value.restored else (None, 0.0)


def amount(draft, written: str) -> tuple[str | None, float]:
    value = value_of(draft, written)
    assert isinstance(value, MoneyValue)
    return (value.restored.amount, value.restored.confidence) if value.restored else (None, 0.0)


def test_a_fall_by_analogy_is_restored_less_surely_than_one_that_cannot_be() -> None:
    draft = checked(SPUN + "店铺订单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    restored, by_analogy = direction(draft, "36%")
    assert restored == "increase"
    assert 0.5 <= by_analogy < direction(draft, "177%")[1]


@pytest.mark.parametrize(
    "sentence",
    ["退货率下降36%。", "客户投诉量下降36%。", "安全事故起数下降36%。", "单位产品能耗下降36%,成效显著。"],
)
def test_a_true_fall_on_a_spun_page_is_not_surely_restored(sentence: str) -> None:
    draft = checked(SPUN + sentence, *SPUN_VALUES, ("36%", fall("0.36")))
    assert direction(draft, "36%")[1] < 0.5


def test_bad_news_makes_a_fall_believable() -> None:
    plain = checked(SPUN + "海外订单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    bad = checked(SPUN + "受需求低迷影响,海外订单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    assert direction(bad, "36%")[1] < direction(plain, "36%")[1]


def test_good_news_makes_a_fall_doubtful() -> None:
    plain = checked(SPUN + "海外订单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    good = checked(SPUN + "海外订单下降36%,再创历史新高。", *SPUN_VALUES, ("36%", fall("0.36")))
    assert direction(good, "36%")[1] > direction(plain, "36%")[1]


def test_figures_that_confirm_a_fall_keep_it() -> None:
    sentence = "线下门店从500家减少到300家,减少40%。"
    draft = checked(SPUN + sentence, *SPUN_VALUES, ("40%", fall("0.4")))
    assert direction(draft, "40%") == (None, 0.0)


def test_a_fall_on_a_page_without_contradictions_stays() -> None:
    draft = checked("海外订单下降36%。", ("36%", fall("0.36")))
    assert direction(draft, "36%") == (None, 0.0)


def test_the_word_that_is_inverted_is_learned_from_the_page() -> None:
    text = "春茶产值下挫277%,网店销量下挫177%。茶农须要帮助,合作社透漏,出口额下挫36%,采摘天数减少3%。"
    values = (("277%", fall("2.77")), ("177%", fall("1.77")), ("36%", fall("0.36")), ("3%", fall("0.03")))
    draft = checked(text, *values)
    assert direction(draft, "36%")[0] == "increase"
    assert direction(draft, "36%")[1] > direction(draft, "3%")[1]


def test_rises_are_restored_where_the_table_swaps_both_ways() -> None:
    text = (
        "订单量从300万单下降到450万单,下降50%,会员下降177%。医院须要改进,院方透漏,投诉量从80件增长到40件,增长50%,"
        "事故率增长30%,差错率增长20%。"
    )
    values = (
        ("50%", fall("0.5")),
        ("177%", fall("1.77")),
        ("50%", rise("0.5")),
        ("30%", rise("0.3")),
        ("20%", rise("0.2")),
    )
    draft = checked(text, *values)
    assert direction(draft, "30%")[0] == "decrease"


@pytest.mark.parametrize("worse", ["单位成本上涨36%", "退货率提升36%", "故障率上升36%", "负债率提高36%"])
def test_things_that_get_worse_beside_turned_falls_are_not_restored(worse: str) -> None:
    others = "投诉量上涨12%。差错率提升15%。晚点率上升18%。药占比提高21%。"
    values = [(written, rise(f"0.{written[:2]}")) for written in ("12%", "15%", "18%", "21%", "36%")]
    assert direction(checked(SPUN + others + worse + "。", *SPUN_VALUES, *values), "36%") == (None, 0.0)


def test_a_word_that_the_swapped_pair_leaves_alone_is_not_restored() -> None:
    text = "订单从300万单下降到450万单,下降50%。投诉从80件增长到40件,增长50%。会员增长30%,门店增长25%。复购率上升18%。"
    values = (("50%", fall("0.5")), ("50%", rise("0.5")), ("30%", rise("0.3")), ("25%", rise("0.25")))
    draft = checked(text, *values, ("18%", rise("0.18")))
    assert direction(draft, "30%")[0] == "decrease"
    assert direction(draft, "18%") == (None, 0.0)


def test_doubled_units_teach_the_scale_words_of_the_page() -> None:
    text = SPUN + "公益基金投入1.8万元,专项经费3000亿元,网店年销售额突破80万元。"
    values = (("1.8万元", money("18000")), ("3000亿元", money("300000000000")), ("80万元", money("800000")))
    draft = checked(text, *SPUN_VALUES, *values)
    assert amount(draft, "1.8万元")[0] == "180000000"
    assert amount(draft, "3000亿元")[0] == "30000000"
    assert amount(draft, "80万元")[0] == "8000000000"


def test_what_a_person_earns_is_not_made_a_fortune() -> None:
    grown = checked(SPUN + "村民人均年收入1.8万元。", *SPUN_VALUES, ("1.8万元", money("18000")))
    total = checked(SPUN + "公司总投资1.8万元。", *SPUN_VALUES, ("1.8万元", money("18000")))
    assert amount(grown, "1.8万元")[1] < amount(total, "1.8万元")[1]


def test_both_ends_of_a_range_are_restored() -> None:
    text = "补贴总额为8000亿元至1.2万元。"
    draft = checked(text, ("8000亿元至1.2万元", money("800000000000", "12000")))
    value = value_of(draft, "8000亿元至1.2万元")
    assert (value.restored.amount, value.restored.amount_max) == ("80000000", "120000000")


@pytest.mark.parametrize(
    ("written", "ends", "original"),
    [
        ("35亿元至48万元", ("3500000000", "480000"), ("350000", "480000")),
        ("800亿元至1.2亿元", ("80000000000", "120000000"), ("8000000", "120000000")),
    ],
)
def test_the_end_of_a_range_that_was_swapped_is_restored(
    written: str, ends: tuple[str, str], original: tuple[str, str]
) -> None:
    text = f"{SPUN}全年共捐款3000亿元,其中现金5万元。项目投资{written}。"
    values = (("3000亿元", money("300000000000")), ("5万元", money("50000")), (written, money(*ends)))
    value = value_of(checked(text, *SPUN_VALUES, *values), written)
    assert (value.restored.amount, value.restored.amount_max) == original


def test_a_range_with_its_own_unit_at_its_lower_end_keeps_it() -> None:
    draft = checked(SPUN + "奖金为8亿元至5000元。", *SPUN_VALUES, ("8亿元至5000元", money("800000000", "5000")))
    restored = value_of(draft, "8亿元至5000元").restored
    assert restored is None or restored.amount_max == "5000"


def test_of_parts_and_whole_those_are_restored_that_let_the_sum_come_out() -> None:
    values = (("9亿元", money("900000000")), ("5亿元", money("500000000")), ("4万元", money("40000")))
    draft = checked("污水厂扩建概算9亿元,其中专项债5亿元,自筹4万元。", *values)
    assert amount(draft, "4万元")[0] == "400000000"
    assert not value_of(draft, "9亿元").restored


def test_a_part_above_its_whole_restores_both() -> None:
    values = (("12万元", money("120000")), ("5000亿元", money("500000000000")))
    draft = checked("总投资12万元,其中中央资金5000亿元。", *values)
    assert amount(draft, "12万元")[0] == "1200000000"
    assert amount(draft, "5000亿元")[0] == "50000000"


def test_decimals_are_restored_exactly() -> None:
    draft = checked(SPUN + "合同总额12345.67万元。", *SPUN_VALUES, ("12345.67万元", money("123456700")))
    value = value_of(draft, "12345.67万元")
    assert value.restored is None or value.restored.amount == "1234567000000"


def test_the_profile_names_the_table_and_the_tell_tale_words() -> None:
    profile = finding(checked(SPUN, *SPUN_VALUES), "spin_profile")
    assert profile.suggestion is not None
    table = {(row["written"], row["original"]) for row in profile.suggestion["table"]}
    words = {row["written"] for row in profile.suggestion["tell_tales"]}
    assert {("下降", "增长"), ("万", "亿")} <= table
    assert words == {"须要", "店家", "透漏"}
    assert profile.confidence >= 0.9


def test_restored_values_rest_on_the_contradiction_at_the_value() -> None:
    draft = checked(SPUN, *SPUN_VALUES)
    impossible = [f.id for f in draft.findings if f.kind == "impossible_decrease"]
    value = value_of(draft, "277%")
    assert impossible[0] in value.restored.findings
    assert impossible[1] not in value.restored.findings


def test_a_rise_by_more_than_the_whole_is_no_fall_and_keeps_its_word() -> None:
    sentence = "营业收入增长271.2%,交付量增长2.3倍,门店增长21%。"
    values = (
        ("271.2%", rise("2.712")),
        ("2.3倍", rise("2.3", unit="multiple")),
        ("21%", rise("0.21")),
    )
    draft = checked(SPUN + sentence, *SPUN_VALUES, *values)
    assert [direction(draft, written)[0] for written, _ in values] == [None, None, None]


def test_an_amount_in_odd_units_that_its_sentence_bears_out_stays() -> None:
    odd = checked("营业收入4.5万万元,利润1亿元。", ("4.5万万元", money("450000000")), ("1亿元", money("100000000")))
    borne_out = checked(
        "营业收入4.5万万元,比上年的3.9亿元增长15.4%。",
        ("4.5万万元", money("450000000")),
        ("3.9亿元", money("390000000")),
        ("15.4%", rise("0.154")),
    )
    assert amount(odd, "4.5万万元")[0] == "4500000000000"
    assert amount(borne_out, "4.5万万元")[0] is None
