"""The command line: `taosha`. Data goes to files, messages and progress to stderr."""

import signal
import sys
from types import FrameType
from typing import NoReturn

from pipeline.cli.commands import app
from pipeline.cli.progress import messages
from pipeline.cli.stages import stages
from pipeline.errors import TaoshaError

__all__ = ["app", "main"]

app.add_typer(stages, name="stage")


def main() -> None:
    """Entry point: an error of ours or of a file becomes one line on stderr and exit status 2."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        app(prog_name="taosha")
    except BrokenPipeError:  # whoever read our output has had enough of it
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        messages.print("taosha: interrupted; nothing half-written is left", style="red")
        sys.exit(130)
    except TaoshaError as error:
        _complain(str(error))
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}; name another place" if error.filename else str(error))


def _complain(message: str) -> NoReturn:
    messages.print(f"taosha: {message}", style="red", markup=False, soft_wrap=True)
    sys.exit(2)


def _terminate(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature is the signal module's
    """End as an error does, so that half-written files go and the processes of --jobs end too."""
    sys.exit(128 + number)
