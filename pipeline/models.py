"""Where the files of trained parts are: beside the code of an installed package, in `models/` of a checkout."""

from pathlib import Path, PurePath

from pipeline.errors import DataError

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "_models", _PACKAGE.parent / "models")


def path(name: str) -> Path:
    """The model file of that name. Raises DataError if there is none."""
    for folder in _FOLDERS:
        file = folder / name
        if file.is_file():
            return file
    raise DataError(
        f"models/{name} is missing: install the package anew or check the file out; "
        f"models/{PurePath(name).stem}.md says how it is made"
    )
