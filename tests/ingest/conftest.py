from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import ingest
from pipeline.draft import Draft, Settings
from pipeline.errors import PageError


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Draft]:
    """Write bytes to a file of the given name and read it as the only page."""

    def read(data: bytes, name: str = "page.txt", published: str | None = None) -> Draft:
        path = tmp_path / name
        path.write_bytes(data)
        (found,) = ingest.discover([str(path)])
        return ingest.read(found, Settings(published=published))

    return read


@pytest.fixture
def rejected(page: Callable[..., Draft]) -> Callable[..., PageError]:
    """Write bytes to a file and give the error that reading it raises."""

    def read(data: bytes, name: str = "page.txt") -> PageError:
        with pytest.raises(PageError) as caught:
            page(data, name)
        return caught.value

    return read
