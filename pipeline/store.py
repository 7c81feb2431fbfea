"""Files of JSON lines between stages: written whole or not at all, read with the place named in every error."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import orjson
from pydantic import ValidationError

from pipeline.draft import RESULT, Result
from pipeline.errors import DataError
from pipeline.schema import Model


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file beside `path` that takes its place when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        # mkstemp makes files for the owner alone; outputs are as readable as any other new file.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def line(model: Model) -> bytes:
    """A model as one line of JSON, keys in the order of the schema, Chinese characters as themselves."""
    return model.model_dump_json().encode() + b"\n"


def pretty(model: Model) -> bytes:
    """A model as a JSON file for people and diffs."""
    return orjson.dumps(model.model_dump(mode="json"), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_results(path: Path) -> Iterator[Result]:
    """The pages of a stage file, in order. Raises DataError where a line is not what a stage writes."""
    with path.open("rb") as file:
        for number, text in enumerate(file, 1):
            try:
                yield RESULT.validate_json(text)
            except ValidationError as error:
                raise DataError(
                    f"{path}, line {number}: not a line that a stage of this version writes; "
                    f"run the stages before it again ({error.errors()[0]['msg']})"
                ) from error


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Write pages to a stage file."""
    with replacing(path) as file:
        file.writelines(map(line, results))


def writing(path: Path, results: Iterable[Result]) -> Iterator[Result]:
    """The pages, written to a stage file as they go by; it takes its place behind the last."""
    with replacing(path) as file:
        for result in results:
            file.write(line(result))
            yield result
