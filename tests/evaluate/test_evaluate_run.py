import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from pipeline.errors import DataError, UsageError
from pipeline.evaluate import Scores, evaluate, load, plot_rows, table

Score = Callable[..., Scores]
Write = Callable[..., tuple[Path, Path]]
SPAN = {"label": "DATE", "at": "今年"}
WHOLE: dict[str, Any] = {
    "text": "今年来了。",
    "gold": {
        "entities": [SPAN],
        "sentences": [{"at": "今年来了。", "role": "body"}],
        "records": [{"at": "今年来了。", "date": None}],
        "removed": [],
    },
    "pred": {
        "entities": [SPAN],
        "sentences": [{"at": "今年来了。"}],
        "records": [{"at": "今年来了。", "date": None}],
    },
}
LOST = {key: value for key, value in WHOLE.items() if key != "pred"} | {"path": "raw/lost.txt"}
EXTRA = {"text": "今年又来了。", "path": "raw/extra.txt", "pred": {"entities": [SPAN]}}


def test_a_run_equal_to_gold_has_no_differences(score: Score) -> None:
    scores = score(WHOLE)
    assert scores.differences == []
    assert {row["f1"] for row in plot_rows(scores)} == {1.0}


def test_a_gold_page_that_the_run_has_not_is_named_and_missed(score: Score) -> None:
    scores = score(WHOLE, LOST)
    assert scores.pages.without_prediction == ["raw/lost.txt"]
    assert scores.labels["DATE"].exact.recall == 0.5
    assert (scores.sentences.boundaries.recall, scores.records.found.recall) == (0.5, 0.5)


def test_a_lost_page_is_one_difference(score: Score) -> None:
    assert [(d.page, d.label, d.kind) for d in score(WHOLE, LOST).differences] == [("raw/lost.txt", "page", "missed")]


def test_a_page_without_gold_is_counted_and_left_out(score: Score) -> None:
    scores = score(WHOLE, EXTRA)
    assert scores.pages.without_gold == 1
    assert scores.labels["DATE"].exact.predicted == 1


def test_a_page_under_another_path_is_known_by_its_bytes(score: Score) -> None:
    scores = score(WHOLE | {"pred_path": "/elsewhere/page.txt"})
    assert scores.pages.without_prediction == []
    assert scores.labels["DATE"].exact.f1 == 1.0


def test_pages_are_scored_one_by_one_too(score: Score) -> None:
    scores = score(WHOLE, WHOLE | {"text": "今年来了。今年", "pred": {}})
    assert [(page.page, page.labels["DATE"]) for page in scores.by_page] == [("raw/0.txt", 1.0), ("raw/1.txt", 0.0)]


def test_metrics_are_json_that_reads_back_as_it_was(score: Score) -> None:
    scores = score(WHOLE, LOST)
    assert Scores.model_validate_json(scores.model_dump_json()) == scores


def test_the_table_shows_labels_and_pages(score: Score) -> None:
    console = Console(width=160, file=io.StringIO(), color_system=None)
    console.print(table(score(WHOLE, LOST)))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert all(word in shown for word in ("DATE", "66.7", "0.txt", "Not in the run", "raw/lost.txt"))


def test_gold_that_does_not_fit_the_page_is_named_with_its_place(write: Write) -> None:
    gold, run = write(WHOLE)
    file = gold / "0.json"
    page = json.loads(file.read_text())
    page["entities"][0]["text"] = "去年"
    file.write_text(json.dumps(page))
    with pytest.raises(DataError, match=r"0\.json: entities\[0\] at 0–2 is '去年', but raw/0\.txt reads '今年'"):
        evaluate(gold, run)


def test_a_sentence_beyond_the_page_is_an_error(write: Write) -> None:
    gold, run = write(WHOLE)
    file = gold / "0.json"
    page = json.loads(file.read_text())
    page["sentences"][0]["end"] = 99
    file.write_text(json.dumps(page))
    with pytest.raises(DataError, match=r"sentences\[0\] ends at 99, but raw/0\.txt has 5 characters"):
        evaluate(gold, run)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"entities": [{"start": 0, "end": 2, "text": "今", "label": "DATE"}]}, "not as long", id="length"),
        pytest.param({"entities": [{"start": 2, "end": 2, "text": "", "label": "DATE"}]}, "empty", id="empty span"),
        pytest.param(
            {"entities": [{"start": 0, "end": 1, "text": "今", "label": "DATE", "value": {"amount": "1"}}]},
            "amount",
            id="value of another label",
        ),
        pytest.param(
            {"removed": [{"start": s, "end": s + 2, "text": "今年", "kind": "ad"} for s in (0, 1)]},
            "must not overlap",
            id="overlapping removals",
        ),
        pytest.param({"colour": "red"}, "colour", id="unknown field"),
    ],
)
def test_a_file_that_is_not_gold_is_an_error(write: Write, change: dict[str, Any], message: str) -> None:
    gold, _ = write(WHOLE)
    file = gold / "0.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    with pytest.raises(DataError, match=f"0.json: .*{message}"):
        load(gold)


def test_a_page_annotated_twice_is_an_error(write: Write) -> None:
    gold, _ = write(WHOLE)
    (gold / "again.json").write_bytes((gold / "0.json").read_bytes())
    with pytest.raises(DataError, match="annotated in"):
        load(gold)


def test_no_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold here"):
        load(tmp_path)


def test_a_folder_that_is_no_run_is_an_error(write: Write) -> None:
    gold, _ = write(WHOLE)
    with pytest.raises(UsageError, match=r"no documents\.jsonl here"):
        evaluate(gold, gold)


def test_half_a_run_is_an_error(write: Write) -> None:
    gold, run = write(WHOLE)
    (run / "records.jsonl").unlink()
    with pytest.raises(DataError, match=r"records\.jsonl: missing"):
        evaluate(gold, run)


@pytest.mark.parametrize("line", ["{", "[]", '{"source": {"path": "raw/0.txt", "sha256": "0"}}'])
def test_a_line_that_is_no_document_is_named(write: Write, line: str) -> None:
    gold, run = write(WHOLE)
    with (run / "documents.jsonl").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(DataError, match=r"documents\.jsonl, line 2: "):
        evaluate(gold, run)
