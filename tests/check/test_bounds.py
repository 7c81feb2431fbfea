"""Long repetitions: the checks stay near linear. Ratios are generous, since machines are busy."""

from time import perf_counter

import pytest

from pipeline.check import check
from pipeline.draft import Draft, Settings
from pipeline.schema import MoneyValue, PercentValue
from tests.check.pages import fall, money, page, rise

REPEATED: list[tuple[str, tuple[tuple[str, MoneyValue | PercentValue], ...]]] = [
    ("下降166%", (("166%", fall("1.66")),)),
    ("增长66%", (("66%", rise("0.66")),)),
    ("2.2万万元", (("2.2万万元", money("220000000")),)),
    ("从3亿元下降到5亿元,", (("3亿元", money("300000000")), ("5亿元", money("500000000")))),
    ("去年3亿元今年2亿元增长50%", (("3亿元", money("300000000")), ("2亿元", money("200000000")), ("50%", rise("0.5")))),
    ("其中5亿元", (("5亿元", money("500000000")),)),
    ("营收12.6亿元。营收12.6万元。", (("12.6亿元", money("1260000000")), ("12.6万元", money("126000")))),
    ("男50万人女60万人总1万人", ()),
    ("从1", ()),
    ("2月30日", ()),
    ("须要", ()),
    ("新下", ()),
]


def seconds(draft: Draft) -> float:
    times = []
    for _ in range(2):
        start = perf_counter()
        check(draft, Settings())
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.parametrize(("unit", "values"), REPEATED, ids=[unit for unit, _ in REPEATED])
def test_time_grows_with_the_length_and_not_its_square(unit: str, values: tuple) -> None:
    short, long = (page(unit * times, *(values * times)) for times in (150, 1200))
    # Eight times the length: 8 is linear, 64 is quadratic.
    assert seconds(long) < 30 * seconds(short) + 0.05
