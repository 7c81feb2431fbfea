from collections.abc import Callable

import pytest

from pipeline.draft import Block, Draft, Settings
from pipeline.schema import Removal, Source
from pipeline.sentences import split
from pipeline.spans import cut


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """Split a page; `removed` are texts on it with their kinds, each taken out at its first place behind the last."""

    def make(
        raw: str,
        *,
        removed: list[tuple[str, str]] | None = None,
        title: str | None = None,
        layout: list[Block] | None = None,
    ) -> Draft:
        removals, position = [], 0
        for text, kind in removed or []:
            start = raw.index(text, position)
            position = start + len(text)
            removals.append(Removal(start=start, end=position, text=text, kind=kind, rule="test"))
        source = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0")
        page = Draft(
            doc_id="0",
            source=source,
            title=title,
            raw_text=raw,
            removed=removals,
            text=cut(raw, removals),
            layout=layout or [],
        )
        return split(page, Settings())

    return make
