"""The values of amounts and percentages: what the page says, in the fields of the contract."""

from typing import overload

from pipeline.forms import MoneyForm, PercentForm
from pipeline.schema import MoneyValue, PercentValue


@overload
def value(form: MoneyForm) -> MoneyValue: ...
@overload
def value(form: PercentForm) -> PercentValue: ...
def value(form: MoneyForm | PercentForm) -> MoneyValue | PercentValue:
    """The value of a form. Nothing is corrected here; `restored` is for the checks to fill."""
    fields = form.model_dump(exclude={"form"})
    return MoneyValue(**fields) if isinstance(form, MoneyForm) else PercentValue(**fields)
