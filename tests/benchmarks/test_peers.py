"""The scoring of `benchmarks/peers.py`, on cases counted by hand."""

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline.schema import Document


@pytest.fixture(scope="module")
def peers() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "peers.py"
    spec = importlib.util.spec_from_file_location("peers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEXT = "5月1日和5月3日"
MAY = {"start": "2024-05-01", "end": "2024-05-01"}


def case(*spans: tuple[int, int, Any, str], annotation: str = "full") -> dict[str, Any]:
    return {
        "id": 1,
        "suite": "someone/Suite (fork)",
        "file": "Specs/Days.json",
        "kind": "date",
        "text": TEXT,
        "annotation": annotation,
        "spans": [{"start": s, "end": e, "label": "DATE", "norm": norm, "score": score} for s, e, norm, score in spans],
    }


def document(*spans: tuple[int, int]) -> dict[str, Document]:
    value = {**MAY, "precision": "day", "resolved_from": "published"}
    entities = [
        {"id": f"e{s}", "label": "DATE", "start": s, "end": e, "raw_start": s, "raw_end": e, "text": TEXT[s:e]}
        | {"sentence": 0, "value": value}
        for s, e in spans
    ]
    source = {"path": "pages.jsonl#1", "id": "1", "media_type": "text/plain", "encoding": "utf-8", "sha256": "0"}
    made = {"doc_id": "d", "source": source, "raw_text": TEXT, "text": TEXT, "entities": entities}
    return {"1": Document.model_validate(made)}


def row(peers: ModuleType, one: dict[str, Any], found: dict[str, Document]) -> Counter[str]:
    rows: dict[tuple[str, str], Counter[str]] = peers.score([one], found, 0)
    assert list(rows) == [("date", "Suite Days")]
    return rows["date", "Suite Days"]


def test_spans_are_counted_exact_and_overlapping(peers: ModuleType) -> None:
    counts = row(peers, case((0, 4, None, "gold"), (5, 9, None, "gold")), document((0, 4), (5, 6)))
    assert (counts["gold"], counts["predicted"], counts["exact"], counts["overlap"]) == (2, 2, 1, 2)


def test_a_suite_that_labels_only_some_spans_gives_recall_alone(peers: ModuleType) -> None:
    counts = row(peers, case((0, 4, None, "gold"), annotation="partial"), document((0, 4), (5, 9)))
    assert (counts["exact"], counts["predicted"]) == (1, 0)


def test_what_touches_an_ignored_span_alone_is_not_counted(peers: ModuleType) -> None:
    counts = row(peers, case((0, 4, None, "gold"), (5, 9, None, "ignore")), document((0, 4), (5, 9)))
    assert (counts["gold"], counts["predicted"], counts["exact"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("norm", "right"),
    [
        pytest.param([MAY], 1, id="same days"),
        pytest.param([{"start": "2024-05-01", "end": "2024-05-02", "end_exclusive": True}], 1, id="exclusive end"),
        pytest.param([{"start": "2024-05-02", "end": "2024-05-02"}, MAY], 1, id="one of several readings"),
        pytest.param([{"start": "2024-05-02", "end": "2024-05-02"}], 0, id="another day"),
    ],
)
def test_values(peers: ModuleType, norm: list[dict[str, Any]], right: int) -> None:
    counts = row(peers, case((0, 4, norm, "gold")), document((0, 4)))
    assert (counts["values"], counts["right"]) == (1, right)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("约80万元左右", "80万元", id="hedges on both sides"),
        pytest.param("不超过80万元", "80万元", id="before"),
        pytest.param("5月1日起", "5月1日", id="after"),
        pytest.param("80万元", "80万元", id="none"),
        pytest.param("左右", "左右", id="nothing else"),
    ],
)
def test_hedges_at_the_edges_are_not_compared(peers: ModuleType, text: str, bare: str) -> None:
    start, end = peers._bare(text, 0, len(text))
    assert text[start:end] == bare


def test_files_of_one_suite_are_one_row(peers: ModuleType) -> None:
    assert peers.suite({"suite": "someone/Tool", "file": "tests/test_time.py"}) == "Tool"


def test_a_case_that_was_rejected_has_all_its_spans_missed(peers: ModuleType) -> None:
    counts = row(peers, case((0, 4, [MAY], "gold")), {})
    assert (counts["rejected"], counts["gold"], counts["exact"], counts["values"], counts["right"]) == (1, 1, 0, 1, 0)
