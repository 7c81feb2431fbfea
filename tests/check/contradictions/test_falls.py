import pytest

from tests.check.pages import checked, fall, finding, kinds, rise, value_of


@pytest.mark.parametrize(
    ("text", "written", "ratio"),
    [
        ("其中，货架场景的销量环比下降达177%。", "177%", "1.77"),
        ("全年客流量同比减少了120%。", "120%", "1.2"),
        ("芒果出口额较上年下滑340.5%。", "340.5%", "3.405"),
    ],
)
def test_a_fall_above_the_whole_is_impossible(text: str, written: str, ratio: str) -> None:
    draft = checked(text, (written, fall(ratio)))
    assert kinds(draft)[0] == "impossible_decrease"
    assert finding(draft, "impossible_decrease").suggestion == {
        "field": "direction",
        "written": "decrease",
        "value": "increase",
    }
    restored = value_of(draft, written).restored
    assert restored.direction == "increase"
    assert restored.confidence >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "公司归母净利润同比下降177%，由盈转亏。",
        "经营活动产生的现金流量净额减少177%。",
        "贸易顺差下降177%。",
    ],
)
def test_what_may_pass_through_zero_may_fall_by_more_than_the_whole(text: str) -> None:
    assert kinds(checked(text, ("177%", fall("1.77")))) == []


def test_a_fall_of_exactly_the_whole_is_possible() -> None:
    assert kinds(checked("三月份航班数量同比下降100%。", ("100%", fall("1")))) == []


def test_a_rise_above_the_whole_is_ordinary() -> None:
    assert kinds(checked("三月份航班数量同比增长177%。", ("177%", rise("1.77")))) == []


def test_percentage_points_have_no_whole() -> None:
    text = "指数较上月下降177个百分点。"
    assert kinds(checked(text, ("177个百分点", fall("1.77", unit="percentage_point")))) == []
