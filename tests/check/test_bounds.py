"""Long repetitions: the checks find what is there, and no more than it."""

import pytest

from pipeline.check import check
from pipeline.draft import Settings
from pipeline.schema import MoneyValue, PercentValue
from tests.check.pages import fall, money, page, rise, share

REPEATED: list[tuple[str, tuple[tuple[str, MoneyValue | PercentValue], ...]]] = [
    ("下降166%", (("166%", fall("1.66")),)),
    ("增长66%", (("66%", rise("0.66")),)),
    ("2.2万万元", (("2.2万万元", money("220000000")),)),
    ("从3亿元下降到5亿元,", (("3亿元", money("300000000")), ("5亿元", money("500000000")))),
    ("去年3亿元今年2亿元增长50%", (("3亿元", money("300000000")), ("2亿元", money("200000000")), ("50%", rise("0.5")))),
    ("其中5亿元", (("5亿元", money("500000000")),)),
    ("营收12.6亿元。营收12.6万元。", (("12.6亿元", money("1260000000")), ("12.6万元", money("126000")))),
    ("男50万人女60万人总1万人", ()),
    ("由30家增加20家,达到60家,", ()),
    ("500人,其中女性300人,占40%,", (("40%", share("0.4")),)),
    ("最高12℃,最低18℃,", ()),
    ("第3位上升到第5位,", ()),
    ("分别为3万亩、2万亩和1万亩,合计9万亩,", ()),
    ("从640人增加到1150人,净增310人,", ()),
    ("90人,比80人少10人,", ()),
    ("98万人次,首次突破百万,", ()),
    ("1948年出生,16岁考入时是1958年,三年后的1990年", ()),
    ("从1", ()),
    ("2月30日", ()),
    ("须要", ()),
    ("新下", ()),
]


@pytest.mark.parametrize(("unit", "values"), REPEATED, ids=[unit for unit, _ in REPEATED])
def test_findings_of_a_long_repetition_stay_on_the_page(unit: str, values: tuple) -> None:
    # A check of quadratic time would take minutes here.
    draft = check(page(unit * 3000, *(values * 3000)), Settings())
    known = {finding.id for finding in draft.findings}
    assert all(0 <= start < end <= len(draft.text) for finding in draft.findings for start, end in finding.spans)
    assert all(set(entity.findings) <= known for entity in draft.entities)
