"""Forms: what the characters of a mention say, before context. Written by `tag`, read by `normalize`."""

from typing import Annotated

from pydantic import Field

from pipeline.forms.amounts import MoneyForm, PercentForm, QuantityForm
from pipeline.forms.dates import DateForm
from pipeline.forms.programs import ProgramForm

Form = Annotated[DateForm | MoneyForm | PercentForm | ProgramForm | QuantityForm, Field(discriminator="form")]

__all__ = ["DateForm", "Form", "MoneyForm", "PercentForm", "ProgramForm", "QuantityForm"]
