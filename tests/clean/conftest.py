from collections.abc import Callable

import pytest

from pipeline.clean import clean
from pipeline.draft import Draft, Settings
from pipeline.schema import Source

SOURCE = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)


def draft(raw: str, **fields: object) -> Draft:
    return Draft(doc_id="d", source=SOURCE, raw_text=raw, text="", **fields)


@pytest.fixture
def cleaned() -> Callable[..., Draft]:
    return lambda raw, **fields: clean(draft(raw, **fields), Settings())
