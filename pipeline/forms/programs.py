"""What the mention of a programme says by itself."""

from typing import Literal

from pipeline.schema import Model


class ProgramForm(Model):
    """`name` without quotation marks; `type` the head noun; `quoted` whether marks vouch for the bounds."""

    form: Literal["program"] = "program"
    name: str
    type: str | None = None
    quoted: bool = False
