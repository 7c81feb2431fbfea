"""The command line: `taosha`. Data goes to files, messages and progress to stderr."""

import sys

from pipeline.cli.commands import app
from pipeline.cli.progress import messages
from pipeline.cli.stages import stages
from pipeline.errors import TaoshaError

__all__ = ["app", "main"]

app.add_typer(stages, name="stage")


def main() -> None:
    """Entry point: an error of our own becomes one line on stderr and exit status 2."""
    try:
        app(prog_name="taosha")
    except TaoshaError as error:
        messages.print(f"taosha: {error}", style="red", markup=False, soft_wrap=True)
        sys.exit(2)
