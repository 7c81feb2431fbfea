"""The batches of raw/: the list that dvc.yaml walks, and adding pages to it."""

import re
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import yaml

from pipeline.errors import DataError, UsageError
from pipeline.ingest import forms
from pipeline.ingest.files import STDIN
from pipeline.store import replacing

LIST = Path("raw/batches.yaml")
HEADER = "# The batches of raw/, in the order of their names. dvc.yaml runs its stages for each of them.\n"
#: Names that are safe as folder names everywhere and as part of a DVC stage name.
NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,63}")

_KNOWN = f"{', '.join(forms.BY_SUFFIX)}, each with or without .gz"


def listed(path: Path) -> list[str]:
    """The batches that a list names, sorted. Raises DataError where it is no such list."""
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path} is not here; run this in the folder of the project") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not readable as YAML: {error}") from error
    names = content.get("batches") if isinstance(content, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) and NAME.fullmatch(name) for name in names):
        raise DataError(f'{path}: needs `batches:` with a list of quoted names, such as "2024-04"')
    return sorted(names)


def add(inputs: Sequence[str], name: str | None, *, root: Path) -> tuple[str, int]:
    """Copy files and folders into a batch, byte for byte, and list it. Returns its name and the number of new files.

    What comes from standard input (`-`) becomes a file named after its content. A folder gives its files of a known
    form. Nothing is copied where anything is wrong: a name that is no folder name, an input that is not there or of
    no known form, or a file that would replace another one of the same name (UsageError).
    """
    names = listed(root / LIST)
    batch = name or _next(names)
    if not NAME.fullmatch(batch):
        raise UsageError(f"--batch {batch}: use letters, digits, '-', '_' and '.', as in 2024-06")
    folder = root / LIST.parent / batch
    copies: dict[Path, Callable[[], bytes]] = {}
    for place, content in (found for given in inputs for found in _contents(given)):
        if (target := folder / place) in copies and copies[target]() != content():
            raise UsageError(f"two inputs would both become {target}; rename one or add them to two batches")
        copies[target] = content
    if not copies:
        raise UsageError(f"no files that can be read in {', '.join(inputs)}; known forms are {_KNOWN}")
    new = {target: content for target, content in copies.items() if not _is_there(target, content())}
    for target, content in new.items():
        with replacing(target) as copy:
            copy.write(content())
    if batch not in names:
        with replacing(root / LIST) as text:
            quoted = "".join(f'  - "{each}"\n' for each in sorted([*names, batch]))
            text.write(f"{HEADER}batches:\n{quoted}".encode())
    return batch, len(new)


def _next(names: Sequence[str]) -> str:
    """The first of batch-001, batch-002 … that is not taken."""
    return next(name for number in range(1, len(names) + 2) if (name := f"batch-{number:03}") not in names)


def _contents(given: str) -> list[tuple[Path, Callable[[], bytes]]]:
    """The files of an input: the place each takes in the batch, and how to read it."""
    path = Path(given)
    if given == STDIN:
        data = sys.stdin.buffer.read()
        name = f"stdin-{sha256(data).hexdigest()[:12]}{_suffix(data)}"
        return [(Path(name), lambda: data)]
    if path.is_file():
        if forms.of_path(path.name) is None:
            raise UsageError(f"{given}: cannot be read; known forms are {_KNOWN}")
        return [(Path(path.name), path.read_bytes)]
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
        files = [file for file in files if forms.of_path(file.name)]
        places = ((file.relative_to(path), file.read_bytes) for file in files)
        return [(place, read) for place, read in places if not any(part.startswith(".") for part in place.parts)]
    raise UsageError(f"{given}: no such file or folder")


def _suffix(data: bytes) -> str:
    return next(form for form in forms.FORMS if form.looks(data[:1024])).suffixes[0]


def _is_there(target: Path, content: bytes) -> bool:
    """Whether the batch holds this very file already. Raises UsageError where it holds another of that name."""
    if not target.exists():
        return False
    if target.read_bytes() != content:
        raise UsageError(f"{target} is there with other content; rename the new one or choose another --batch")
    return True
