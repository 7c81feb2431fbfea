"""The rules of `benchmarks/conventions.py`: what a suite is said to do, on labels made for each."""

import conventions
import pytest

NOW = "2020-05-13"  # a Wednesday

VALUES = [
    ("45天内", (NOW, "2020-06-27"), "duration"),
    ("2020年6月", ("2020-06-01", "2020-06-30"), None),
    ("2011年4月起", ("2011-04-01", None), "起"),
    ("2011年4月起", ("2011-04-01", NOW), "起"),
    ("2011年4月", ("2011-04-01", None), None),
    ("截至2011年", (None, "2011-12-31"), "截至"),
    ("明年3月之前", (NOW, "2021-03-01"), "begin today"),
    ("四月至六月", ("2020-04-01", "2020-06-01x"), "first day"),
    ("四月至六月", ("2020-04-01", "2020-07-01x"), None),
    ("2001-2004年", ("2001-01-01", "2004-01-01x"), "first day"),
    ("2001-2004年", ("2001-01-01", "2005-01-01x"), None),
    ("五月初五", ("2020-05-05", "2020-05-05"), "moon"),
    ("端午节", ("2020-05-05", "2020-05-05"), "moon"),
    ("端午节", ("2020-06-25", "2020-06-25"), None),
    ("乾隆五年四月", ("1740-04-01", "1740-04-30"), "moon"),
    ("6月31日", ("2020-07-01", "2020-07-01"), "no calendar"),
    ("4月底", ("2020-04-25", "2020-04-30"), "月底"),
    ("4月底", ("2020-04-21", "2020-04-30"), None),
    ("四天前", ("2020-05-09", "2020-05-13x"), "between"),
    ("四天前", ("2020-05-09", "2020-05-09"), None),
    ("八年后", ("2028-05-13", "2028-05-13"), "between"),
    ("下周五", ("2020-05-15", "2020-05-15"), "weeks"),
    ("下周五", ("2020-05-22", "2020-05-22"), None),
    ("今年", ("2020-01-01", NOW), "end today"),
    ("5月1日、5月3日", ("2020-05-01", "2020-05-03"), "list"),
]


def norm(days: tuple[str | None, str | None]) -> dict[str, object]:
    start, end = days
    return {"start": start, "end": end and end.removesuffix("x"), "end_exclusive": bool(end and end.endswith("x"))}


@pytest.mark.parametrize(("text", "days", "said"), VALUES)
def test_a_rule_holds_of_values_that_are_read_otherwise(
    text: str, days: tuple[str | None, str | None], said: str | None
) -> None:
    span = {"start": 2, "end": 2 + len(text), "norm": [norm(days)]}
    rule = conventions.of_value({"text": f"他在{text}，", "reference": NOW}, span)
    assert rule is None if said is None else said in rule


def test_the_ends_of_a_range_are_no_two_dates() -> None:
    text = "自2011年4月起到2012年4月"
    case = {"text": text, "reference": NOW}
    first = {"start": 1, "end": 9, "norm": [norm(("2011-04-01", None))]}
    second = {"start": 10, "end": len(text), "norm": [norm((None, "2012-04-30"))]}
    assert {conventions.of_value(case, first), conventions.of_value(case, second)} == {"makes two dates of a range"}


def test_a_value_of_several_is_left_out_only_if_a_rule_holds_of_all() -> None:
    norms = [norm(("2020-05-05", "2020-05-05")), norm(("2020-06-25", "2020-06-25"))]
    assert conventions.of_value({"text": "端午节", "reference": NOW}, {"start": 0, "end": 3, "norm": norms}) is None


@pytest.mark.parametrize(
    ("kind", "gold", "behind", "found", "said"),
    [
        ("date", "90天内", "，", None, "duration"),
        ("date", "3月2日", "上午9时", "3月2日上午9时30分", "time of day"),
        ("date", "3月2日期间", "，", "3月2日", "期间"),
        ("date", "2019", "年，", "2019年", "cuts"),
        ("date", "3月2日", "，", "今年3月2日", "year"),
        ("date", "3月2日", "至5日", "3月2日至5日", "range"),
        ("date", "报告披露后", "，", None, "no date"),
        ("date", "3月2日", "，", None, None),
        ("date", "3月2日", "，", "5月3月2日", None),
        ("money", "人民币", "贬值", None, "no number"),
        ("money", "5万元", "，", None, None),
        ("money", "不到5万元", "，", "5万元", "hedge"),
        ("money", "5万元且不超过8万元", "，", "5万元", "two bounds"),
        ("money", "5万元/年", "，", "5万元", "per"),
        ("money", "5万", "元，", "5万元", "currency"),
        ("money", "共投资5万元", "，", "5万元", None),
        ("percent", "接近100%", "，", "100%", "hedge"),
        ("percent", "公司总股本的3%", "，", "3%", "share of"),
        ("percent", "3%", "，", "13%", None),
        ("percent", "20%", "之间", "5-20%", "lower end"),
    ],
)
def test_a_rule_holds_of_spans_that_are_drawn_otherwise(
    kind: str, gold: str, behind: str, found: str | None, said: str | None
) -> None:
    rule = conventions.of_span(kind, gold + behind, (0, len(gold)), found)
    assert rule is None if said is None else said in rule
