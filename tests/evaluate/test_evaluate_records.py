from collections.abc import Callable
from typing import Any

from pipeline.evaluate import Scores

Score = Callable[..., Scores]
TEXT = "甲投资八元。乙投资九元。丙走了。"
APRIL = {"start": "2021-04-01", "end": "2021-04-30"}
MAY = {"start": "2021-05-01", "end": "2021-05-31"}


def only(gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> dict[str, Any]:
    return {"text": TEXT, "gold": {"records": gold}, "pred": {"records": pred}}


def test_the_date_of_a_missed_record_is_wrong(score: Score) -> None:
    gold = [{"at": "甲投资八元。", "date": APRIL}, {"at": "乙投资九元。", "date": MAY}]
    records = score(only(gold, [{"at": "甲投资八元。", "date": APRIL}])).records
    assert (records.found.recall, records.dates.accuracy, records.dates.accuracy_of_found) == (0.5, 0.5, 1.0)


def test_another_date_is_wrong(score: Score) -> None:
    scores = score(only([{"at": "甲投资八元。", "date": APRIL}], [{"at": "甲投资八元。", "date": MAY}]))
    assert scores.records.dates.right == 0
    assert [(d.gold, d.predicted) for d in scores.differences] == [
        ("2021-04-01/2021-04-30 ← 甲投资八元。", "2021-05-01/2021-05-31")
    ]


def test_a_fact_that_has_no_date_on_either_side_is_right(score: Score) -> None:
    records = score(only([{"at": "甲投资八元。", "date": None}], [{"at": "甲投资八元。", "date": None}])).records
    assert records.dates.accuracy == 1.0


def test_a_record_of_what_is_no_fact_lowers_precision(score: Score) -> None:
    gold = [{"at": "甲投资八元。", "date": APRIL}]
    records = score(only(gold, [*gold, {"at": "丙走了。", "date": None}])).records
    assert (records.found.precision, records.found.recall, records.dates.accuracy) == (0.5, 1.0, 1.0)


def test_a_record_of_what_may_be_a_fact_or_furniture_counts_for_nothing(score: Score) -> None:
    gold = [{"at": "甲投资八元。", "date": APRIL}]
    case = only(gold, [*gold, {"at": "乙投资九元。", "date": MAY}, {"at": "丙走了。", "date": None}])
    case["gold"]["entities"] = [{"at": "九元", "label": "MONEY", "optional": True}]
    case["gold"]["removed"] = [{"at": "丙走了。", "kind": "boilerplate", "optional": True}]
    found = score(case).records.found
    assert (found.predicted, found.precision) == (1, 1.0)
