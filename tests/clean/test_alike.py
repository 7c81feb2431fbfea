"""Pages made alike, whose items say the same words again and again: reports, contracts, recipes, weather."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.draft import Draft

PAGES = sorted(Path(__file__).parent.glob("data/alike/*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_items_of_a_page_say_again_stays(page: Path, cleaned: Callable[..., Draft]) -> None:
    assert cleaned(page.read_text("utf-8")).removed == []
