"""The values of amounts, percentages and quantities: what the page says, in the fields of the contract."""

from typing import overload

from pipeline.forms import MoneyForm, PercentForm, QuantityForm
from pipeline.schema import MoneyValue, PercentValue, QuantityValue


@overload
def value(form: MoneyForm) -> MoneyValue: ...
@overload
def value(form: PercentForm) -> PercentValue: ...
@overload
def value(form: QuantityForm) -> QuantityValue: ...
def value(form: MoneyForm | PercentForm | QuantityForm) -> MoneyValue | PercentValue | QuantityValue:
    """The value of a form. Nothing is corrected here; `restored` is for the checks to fill."""
    fields = {**vars(form)}  # forms are flat: what model_dump gives, without its walk
    del fields["form"]
    if isinstance(form, MoneyForm):
        return MoneyValue(**fields)
    return PercentValue(**fields) if isinstance(form, PercentForm) else QuantityValue(**fields)
