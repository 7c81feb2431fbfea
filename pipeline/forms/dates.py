"""What a date expression says by itself."""

from typing import Literal

from pipeline.schema import Model


class DateForm(Model):
    """Placeholder of the first commit; the fields belong to the date grammar."""

    form: Literal["date"] = "date"
