from pipeline.forms import MoneyForm, PercentForm
from pipeline.normalize import amounts
from pipeline.schema import MoneyValue, PercentValue


def test_amount_keeps_what_is_written() -> None:
    form = MoneyForm(amount="220000000", currency="CNY", modifier="about")
    assert amounts.value(form) == MoneyValue(amount="220000000", currency="CNY", modifier="about")


def test_percentage_keeps_what_is_written() -> None:
    form = PercentForm(ratio="1.77", unit="percent", direction="decrease", basis="mom", metric="销量")
    assert amounts.value(form) == PercentValue(
        ratio="1.77", unit="percent", direction="decrease", basis="mom", metric="销量"
    )
