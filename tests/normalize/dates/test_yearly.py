"""Dates of every year: they have a spelling, and no year of the page is theirs."""

import pytest
from edtf import parse_edtf

#: A sentence with one date, and what EDTF says of that.
YEARLY = [
    ("每年3月至5月是赏花的最佳时节。", "XXXX-03/XXXX-05"),
    ("每年的9月举办丰收节。", "XXXX-09"),
    ("自2005年起，文化节于每年9月28日开幕。", "XXXX-09-28"),
    ("每年通常在10月下旬开市。", "XXXX-10-21/XXXX-10-31"),
    ("每年11月至次年3月，候鸟来此越冬。", "XXXX-11/XXXX-03"),
    ("每逢农历三月初三，村民在江边对歌。", None),
    ("每年国庆，广场上都有灯会。", None),
    ("果实一般在10月成熟。", "XXXX-10"),
    ("台风多在7月至9月登陆。", "XXXX-07/XXXX-09"),
    ("花期4—5月。", "XXXX-04/XXXX-05"),
    ("汛期为5月1日至9月30日。", "XXXX-05-01/XXXX-09-30"),
    ("旺季4月1日—10月31日门票80元。", "XXXX-04-01/XXXX-10-31"),
    ("最佳观赏期为3月中旬。", "XXXX-03-11/XXXX-03-20"),
    ("夏季（5月1日至9月30日）8时开门。", "XXXX-05-01/XXXX-09-30"),
    ("景区开放时间：4月至10月", "XXXX-04/XXXX-10"),
    ("校庆日：5月20日", "XXXX-05-20"),
    ("生日是8月3日。", "XXXX-08-03"),
    ("开放时间：周二至周日9:00—17:00", None),
]

#: Sentences whose last date has a year: its own, that of another date, or that of the page.
OF_A_YEAR = [
    ("每年一度的牡丹节4月10日开幕。", "2024-04-10"),
    ("今年花期为3月20日至4月10日。", "2024-03-20"),
    ("今年以来，事故多在3月发生。", "2024-03-01"),
    ("2022年汛期，6月5日出现最高水位。", "2022-06-05"),
    ("展览开放时间为5月18日至6月18日。", "2024-05-18"),
    ("这是一般性问题，5月6日已经答复。", "2024-05-06"),
    ("得票最多为5月3日的方案。", "2024-05-03"),
    ("周一至周三有雨。", "2024-05-06"),
    ("适逢5月4日，学校举行了典礼。", "2024-05-04"),
]


@pytest.fixture
def values_of(pages):
    return lambda text: pages([("body", [], text)], "2024-05-08")


@pytest.mark.parametrize(("text", "edtf"), YEARLY)
def test_a_date_of_every_year_has_no_day_and_no_source(values_of, text, edtf):
    value = values_of(text)[-1]
    assert (value.start, value.end, value.edtf, value.resolved_from) == (None, None, edtf, "none")


@pytest.mark.parametrize("edtf", [edtf for _, edtf in YEARLY if edtf])
def test_its_spelling_is_edtf(edtf):
    assert parse_edtf(edtf) is not None


@pytest.mark.parametrize(("text", "start"), OF_A_YEAR)
def test_a_date_that_looks_like_it_has_its_year(values_of, text, start):
    assert values_of(text)[-1].start == start


def test_what_follows_it_in_its_sentence_is_of_every_year_too(pages):
    values = pages([("body", [], "每年5月1日进山，9月1日出山。")], "2024-05-08")
    assert [value.edtf for value in values] == ["XXXX-05-01", "XXXX-09-01"]


def test_no_other_date_takes_its_year_from_it(pages):
    values = pages(
        [("body", [], "2019年建园。"), ("body", [], "每年3月开园。"), ("body", [], "5月6日，游客破万。")], "2024-05-08"
    )
    assert values[-1].start == "2024-05-06"


@pytest.mark.parametrize("unit", ["每年3月5日，", "花期3月，", "周一至周五开放，"])
def test_every_date_of_a_hostile_sentence_is_of_every_year(pages, unit):
    values = pages([("body", [], unit * (100_000 // len(unit)))], "2024-05-08")
    assert len(values) == 100_000 // len(unit)
    assert {(value.start, value.resolved_from) for value in values} == {(None, "none")}
