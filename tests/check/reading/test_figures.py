"""Figures as the checks read them: number, scale and unit."""

import pytest

from pipeline.check.reading.view import View
from tests.check.pages import page


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("装机1500万千瓦。", 1.5e7, "千瓦"),
        ("铺设5千米。", 5, "千米"),
        ("接待游客3.2千万人次。", 3.2e7, "人次"),
        ("共有三十二件。", 32, "件"),
        ("播放500万。", 5e6, ""),
    ],
)
def test_a_count_has_its_scale_and_its_unit(text: str, value: float, unit: str) -> None:
    (figure,) = View(page(text)).figures(0)
    assert (figure.value, figure.unit) == (value, unit)
