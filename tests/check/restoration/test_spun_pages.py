"""Generated spun pages: a small fixed sample of what benchmarks/restoration.py measures at length."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.corrupt.substitutions import Spun, spin, table
from pipeline.draft import Draft
from pipeline.schema import MoneyValue, PercentValue
from tests.check.pages import processed

ARTICLES = Path(__file__).parents[3] / "benchmarks" / "data" / "restoration" / "seen"
NAMES = ("hospital", "ecommerce", "homeware", "railway", "bank")
TABLES = (("growth", "exchanged"), ("growth_swapped", "exchanged"), ("rises", "shrunk"), ("increase", "none"))


@cache
def clean(name: str) -> Draft:
    return processed((ARTICLES / f"{name}.txt").read_text(encoding="utf-8"))


@cache
def sample(rate: float = 1.0) -> tuple[tuple[Draft, Spun, Draft], ...]:
    pages = []
    for name in NAMES:
        for directions, units in TABLES:
            spun = spin(clean(name).text, table(directions, units)._replace(rate=rate), seed=1)
            pages.append((clean(name), spun, processed(spun.text)))
    return tuple(pages)


def told(value: object) -> str | None:
    if isinstance(value, MoneyValue):
        return value.amount
    return value.direction if isinstance(value, PercentValue) else None


def restored(value: object) -> tuple[str | None, float]:
    if isinstance(value, MoneyValue) and value.restored:
        return value.restored.amount, value.restored.confidence
    if isinstance(value, PercentValue) and value.restored:
        return value.restored.direction, value.restored.confidence
    return None, 0.0


@cache
def outcomes(rate: float = 1.0) -> tuple[tuple[str, str, str | None, float], ...]:
    """Of every value: what stood there, what stands there, what is restored, how surely."""
    found = []
    for original, spun, draft in sample(rate):
        before = {(entity.label, entity.start): told(entity.value) for entity in original.entities}
        for entity in draft.entities:
            was = before.get((entity.label, spun.original(entity.start)))
            stands = told(entity.value)
            if was and stands:
                found.append((was, stands, *restored(entity.value)))
    return tuple(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_clean_article_has_no_finding(name: str) -> None:
    assert [finding.message for finding in clean(name).findings] == []


@pytest.mark.parametrize("rate", [1.0, 0.7, 0.5])
def test_what_is_restored_surely_is_right_however_much_was_swapped(rate: float) -> None:
    sure = [was == back for was, _, back, confidence in outcomes(rate) if confidence >= 0.8]
    assert len(sure) > 50
    assert sum(sure) / len(sure) >= 0.97


def test_most_swapped_values_are_restored() -> None:
    swapped = [was == back for was, stands, back, _ in outcomes() if was != stands]
    assert len(swapped) > 100
    assert sum(swapped) / len(swapped) >= 0.8


def test_spun_pages_are_called_spun() -> None:
    assert all(any(f.kind == "spin_profile" for f in draft.findings) for _, _, draft in sample())


def test_the_same_page_gives_the_same_findings() -> None:
    _, spun, draft = sample()[0]
    assert processed.__wrapped__(spun.text) == draft
