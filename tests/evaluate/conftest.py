import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate import Scores, evaluate
from pipeline.schema import Document, Program, Record, Removal, Source
from pipeline.spans import cut

VALUES: dict[str, dict[str, Any]] = {
    "DATE": {"precision": "day", "resolved_from": "text"},
    "MONEY": {"currency": "CNY"},
    "PERCENT": {"ratio": "0.1", "unit": "percent"},
    "PROGRAM": {"program_id": "p", "name": "x"},
    "QUANTITY": {"number": "1", "unit": "x"},
}


def _span(text: str, at: str | tuple[int, int]) -> tuple[int, int]:
    """The first place of a piece of text, or the offsets as given."""
    if isinstance(at, tuple):
        return at
    start = text.index(at)
    return start, start + len(at)


def _gold(case: dict[str, Any], path: str) -> dict[str, Any]:
    text, gold = case["text"], case.get("gold", {})

    def part(item: dict[str, Any], *, with_text: bool) -> dict[str, Any]:
        start, end = _span(text, item["at"])
        rest = {key: value for key, value in item.items() if key != "at"}
        return {"start": start, "end": end, **({"text": text[start:end]} if with_text else {}), **rest}

    return {
        "path": path,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "removed": [part(item, with_text=True) for item in gold.get("removed", [])],
        "sentences": [part(item, with_text=False) for item in gold.get("sentences", [])],
        "entities": [part(item, with_text=True) for item in gold.get("entities", [])],
        "records": [part(item, with_text=False) for item in gold.get("records", [])],
    }


def _document(case: dict[str, Any], path: str) -> tuple[Document, list[Record]]:
    raw, pred = case["text"], case.get("pred", {})
    removed = [
        Removal(start=start, end=end, text=raw[start:end], kind=item["kind"], rule="test")
        for item in pred.get("removed", [])
        for start, end in [_span(raw, item["at"])]
    ]

    def cleaned(at: str | tuple[int, int]) -> dict[str, int]:
        start, end = _span(raw, at)
        start_gone = sum(r.end - r.start for r in removed if r.end <= start)
        end_gone = sum(r.end - r.start for r in removed if r.end <= end)
        return {"start": start - start_gone, "end": end - end_gone}

    source = Source(
        path=path, media_type="text/plain", encoding="utf-8", sha256=hashlib.sha256(raw.encode()).hexdigest()
    )
    document = Document.model_validate(
        {
            "doc_id": path,
            "source": source,
            "raw_text": raw,
            "removed": removed,
            "text": cut(raw, removed),
            "sentences": [
                {**cleaned(item["at"]), "role": item.get("role", "body")} for item in pred.get("sentences", [])
            ],
            "entities": [
                {
                    "id": f"e{number}",
                    "label": item["label"],
                    **cleaned(item["at"]),
                    "raw_start": start,
                    "raw_end": end,
                    "text": raw[start:end],
                    "sentence": 0,
                    "value": VALUES[item["label"]] | item.get("value", {}),
                }
                for number, item in enumerate(pred.get("entities", []))
                for start, end in [_span(raw, item["at"])]
            ],
        }
    )
    records = [
        Record.model_validate(
            {
                "record_id": f"{path}#{number}",
                "doc_id": path,
                "source": source,
                "section": [],
                "text": "",
                **cleaned(item["at"]),
                "date": item["date"] and {**VALUES["DATE"], **item["date"]},
            }
        )
        for number, item in enumerate(pred.get("records", []))
    ]
    return document, records


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Write cases as a gold folder and a run folder.

    A case has a text, its gold and its pred; spans are given as `at`, a piece of the raw text or its offsets.
    `programs` are lists of entities (page number, entity number) that the run joined.
    """

    def write(*cases: dict[str, Any], programs: list[list[tuple[int, int]]] | None = None) -> tuple[Path, Path]:
        gold, run = tmp_path / "gold", tmp_path / "run"
        gold.mkdir()
        run.mkdir()
        documents, records = [], []
        for number, case in enumerate(cases):
            path = case.get("path", f"raw/{number}.txt")
            if "gold" in case:
                (gold / f"{number}.json").write_text(json.dumps(_gold(case, path)), encoding="utf-8")
            if "pred" in case:
                document, facts = _document(case, case.get("pred_path", path))
                documents.append(document)
                records += facts
        joined = [
            Program.model_validate(
                {
                    "program_id": f"p{number}",
                    "name": "x",
                    "mentions": [{"doc_id": f"raw/{page}.txt", "entity_id": f"e{entity}"} for page, entity in mentions],
                    "records": [],
                }
            )
            for number, mentions in enumerate(programs or [])
        ]
        for name, lines in (("documents", documents), ("records", records), ("programs", joined)):
            text = "".join(f"{line.model_dump_json()}\n" for line in lines)
            (run / f"{name}.jsonl").write_text(text, encoding="utf-8")
        return gold, run

    return write


@pytest.fixture
def score(write: Callable[..., tuple[Path, Path]]) -> Callable[..., Scores]:
    """Write cases and evaluate them."""
    return lambda *cases, **options: evaluate(*write(*cases, **options))
