"""Which way a metric should move, by the parts of its name."""

from pathlib import Path

import pytest

from pipeline.check.reading.polarity import polarity
from tests.check.pages import checked, fall, lines
from tests.check.restoration.test_restore import SPUN, SPUN_VALUES, direction

NAMES = [line.split("\t") for line in lines(Path(__file__).parent / "polarity.tsv")]


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_evils_are_told_from_goods(name: str, kind: str) -> None:
    assert (polarity(name, "").kind == "lower") == (kind == "lower")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("lower", "全年退货率"),
        ("lower", "单位产品能耗"),
        ("higher", "整体销量"),
        ("signed", "归母净利润"),
        ("either", "钢材价格指数"),
    ],
)
def test_metrics_are_known_by_their_parts(kind: str, words: str) -> None:
    assert polarity(words, words).kind == kind


def test_a_metric_that_says_nothing_takes_after_those_it_is_listed_with() -> None:
    values = (*SPUN_VALUES, ("37%", fall("0.37")), ("36%", fall("0.36")))
    listed = checked(SPUN + "客户投诉下降37%,乙类工单下降36%。", *values)
    alone = checked(SPUN + "乙类工单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    assert direction(listed, "36%")[1] < 0.5 < direction(alone, "36%")[1]


def test_what_no_name_explains_is_not_surely_restored() -> None:
    draft = checked(SPUN + "乙类工单下降36%。", *SPUN_VALUES, ("36%", fall("0.36")))
    assert direction(draft, "36%")[1] < 0.8
