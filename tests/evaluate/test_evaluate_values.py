from collections.abc import Callable
from typing import Any

import pytest

from pipeline.evaluate import Scores

Score = Callable[..., Scores]
DAY = {"start": "2020-10-30", "end": "2020-10-30"}


def page(text: str, label: str, gold: dict[str, Any] | None, pred: dict[str, Any] | None) -> dict[str, Any]:
    """A page that is one span."""
    found = [] if pred is None else [{"label": label, "at": text, "value": pred}]
    wanted = {"label": label, "at": text} | ({} if gold is None else {"value": gold})
    return {"text": text, "gold": {"entities": [wanted]}, "pred": {"entities": found}}


def test_a_value_that_was_missed_is_wrong_though_not_among_those_found(score: Score) -> None:
    values = score(page("10月30日", "DATE", DAY, DAY), page("10月30日", "DATE", DAY, None)).labels["DATE"].values
    assert (values.gold, values.found, values.right) == (2, 1, 1)
    assert (values.accuracy, values.accuracy_of_found) == (0.5, 1.0)


def test_a_span_without_a_value_in_gold_is_not_asked_for_one(score: Score) -> None:
    assert score(page("近30天", "DATE", None, DAY)).labels["DATE"].values.gold == 0


@pytest.mark.parametrize(
    ("label", "gold", "pred", "right"),
    [
        pytest.param("DATE", DAY, DAY, 1, id="same day"),
        pytest.param("DATE", DAY, {**DAY, "end": "2020-10-31"}, 0, id="another end"),
        pytest.param("DATE", {"start": None, "end": None}, {}, 1, id="both say that it cannot be resolved"),
        pytest.param("DATE", {"start": None, "end": None}, DAY, 0, id="resolved though it cannot be"),
        pytest.param("MONEY", {"amount": "800000", "currency": "CNY"}, {"amount": "800000.00"}, 1, id="same number"),
        pytest.param("MONEY", {"amount": "800000", "currency": "CNY"}, {"amount": "80"}, 0, id="another number"),
        pytest.param("MONEY", {"amount": "5", "currency": "USD"}, {"amount": "5"}, 0, id="another currency"),
        pytest.param(
            "MONEY",
            {"amount": "5", "currency": "CNY"},
            {"amount": "5", "amount_max": "6"},
            0,
            id="an end that gold has not",
        ),
        pytest.param("PERCENT", {"ratio": "0.66", "unit": "percent"}, {"ratio": "0.66"}, 1, id="same ratio"),
        pytest.param("PERCENT", {"ratio": "0.8", "unit": "tenth"}, {"ratio": "0.8"}, 0, id="another unit"),
        pytest.param("PROGRAM", {"name": "x", "program": "x"}, {"name": "x"}, 1, id="same name"),
        pytest.param("PROGRAM", {"name": "春雨", "program": "x"}, {"name": "x"}, 0, id="another name"),
    ],
)
def test_value(score: Score, label: str, gold: dict[str, Any], pred: dict[str, Any], right: int) -> None:
    values = score(page("某某", label, gold, pred)).labels[label].values
    assert (values.gold, values.right) == (1, right)


@pytest.mark.parametrize(
    ("field", "gold", "pred", "counts"),
    [
        pytest.param("direction", {"direction": "decrease"}, {"direction": "decrease"}, (1, 1), id="same direction"),
        pytest.param("direction", {"direction": "decrease"}, {}, (1, 0), id="no direction found"),
        pytest.param("direction", {}, {}, (1, 1), id="left out in gold means none"),
        pytest.param("direction", {}, {"direction": "increase"}, (1, 0), id="a direction that gold has not"),
        pytest.param("basis", {"basis": "yoy"}, {"basis": "mom"}, (1, 0), id="another basis"),
        pytest.param("metric", {"metric": "整体销量"}, {"metric": "整体销量"}, (1, 1), id="same metric"),
    ],
)
def test_field(score: Score, field: str, gold: dict[str, Any], pred: dict[str, Any], counts: tuple[int, int]) -> None:
    value = {"ratio": "0.1", "unit": "percent"}
    scored = score(page("66%", "PERCENT", value | gold, value | pred)).labels["PERCENT"].fields[field]
    assert (scored.gold, scored.right) == counts


def test_a_field_that_gold_leaves_open_is_not_asked_for(score: Score) -> None:
    value = {"ratio": "0.1", "unit": "percent"}
    scores = score(page("66%", "PERCENT", value, {**value, "metric": "销量"}))
    assert "metric" not in scores.labels["PERCENT"].fields


def test_a_wrong_field_is_listed_with_both_readings(score: Score) -> None:
    gold = {**DAY, "resolved_from": "heading"}
    differences = score(page("10月30日", "DATE", gold, DAY)).differences
    found = [(d.kind, d.field, d.gold, d.predicted) for d in differences]
    assert found == [("value", "resolved_from", "heading ← 10月30日", "text ← 10月30日")]


def restored(amount: str) -> dict[str, Any]:
    return {"amount": amount, "confidence": 0.9, "findings": ["f0"]}


def test_restored_values_have_their_own_precision_and_recall(score: Score) -> None:
    money = {"amount": "5", "currency": "CNY"}
    tampered = {**money, "restored": {"amount": "500"}}
    scores = score(
        page("五元", "MONEY", tampered, {**money, "restored": restored("500.0")}),
        page("五元", "MONEY", tampered, {**money, "restored": restored("50")}),
        page("五元", "MONEY", tampered, money),
        page("五元", "MONEY", money, {**money, "restored": restored("500")}),
    )
    measure = scores.labels["MONEY"].restored
    assert measure is not None
    assert (measure.gold, measure.predicted, measure.right) == (3, 3, 1)


def test_a_restored_value_does_not_make_the_written_one_wrong(score: Score) -> None:
    money = {"amount": "5", "currency": "CNY"}
    assert score(page("五元", "MONEY", money, {**money, "restored": restored("500")})).labels["MONEY"].values.right == 1
