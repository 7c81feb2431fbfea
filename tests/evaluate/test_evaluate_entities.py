from collections.abc import Callable
from typing import Any

import pytest

from pipeline.evaluate import Scores

Score = Callable[..., Scores]
TEXT = "去年3月和5月1日至3日,今年投入80万元,增长66%。"


def date(at: str, **rest: Any) -> dict[str, Any]:
    return {"label": "DATE", "at": at, **rest}


def only(gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> dict[str, Any]:
    return {"text": TEXT, "gold": {"entities": gold}, "pred": {"entities": pred}}


@pytest.fixture
def dates(score: Score) -> Scores:
    """Three gold spans; of three predictions one is equal, one overlaps, one is wrong."""
    return score(
        only(
            [date("去年3月"), date("5月1日至3日"), date("今年")],
            [date("去年3月"), date("5月1日"), date("80万")],
        )
    )


def test_exact_counts_equal_spans_alone(dates: Scores) -> None:
    exact = dates.labels["DATE"].exact
    assert (exact.gold, exact.predicted, exact.right) == (3, 3, 1)
    assert (exact.precision, exact.recall, exact.f1) == (0.3333, 0.3333, 0.3333)


def test_overlap_counts_spans_that_share_a_character(dates: Scores) -> None:
    overlap = dates.labels["DATE"].overlap
    assert (overlap.right, overlap.precision, overlap.recall, overlap.f1) == (2, 0.6667, 0.6667, 0.6667)


def test_each_error_is_listed_in_the_order_of_the_page(dates: Scores) -> None:
    found = [(d.label, d.kind, d.start, d.end, d.gold, d.predicted) for d in dates.differences]
    assert found == [
        ("DATE", "bounds", 5, 12, "5月1日至3日", "5月1日"),
        ("DATE", "missed", 13, 15, "今年", None),
        ("DATE", "spurious", 17, 20, None, "80万"),
    ]


def test_labels_are_kept_apart_and_summed_in_all(score: Score) -> None:
    money = {"label": "MONEY", "at": "80万元"}
    scores = score(only([date("今年"), money], [date("80万元"), money]))
    assert scores.labels["MONEY"].exact.f1 == 1.0
    assert scores.labels["DATE"].exact.f1 == 0.0
    assert (scores.labels["all"].exact.gold, scores.labels["all"].exact.right) == (2, 1)


def test_two_predictions_on_one_gold_span_are_right_once(score: Score) -> None:
    overlap = score(only([date("5月1日至3日")], [date("5月1日"), date("3日")])).labels["DATE"].overlap
    assert (overlap.predicted, overlap.right) == (2, 1)


def test_an_optional_span_that_was_found_counts_for_nothing(score: Score) -> None:
    scores = score(only([date("去年3月"), date("今年", optional=True)], [date("去年3月"), date("今年")]))
    exact = scores.labels["DATE"].exact
    assert (exact.gold, exact.predicted, exact.right) == (1, 1, 1)


def test_an_optional_span_that_was_not_found_counts_for_nothing(score: Score) -> None:
    scores = score(only([date("去年3月"), date("今年", optional=True)], [date("去年3月")]))
    assert scores.labels["DATE"].exact.f1 == 1.0
    assert scores.differences == []


def test_an_optional_span_of_another_label_excuses_nothing(score: Score) -> None:
    money = {"label": "MONEY", "at": "80万元"}
    scores = score(only([date("80万元", optional=True)], [money]))
    assert scores.labels["MONEY"].exact.predicted == 1


def test_an_insertion_inside_a_span_belongs_to_it(score: Score) -> None:
    case = {
        "text": "推出春雨广告计划。",
        "gold": {"removed": [{"at": "广告", "kind": "ad"}], "entities": [{"label": "PROGRAM", "at": "春雨广告计划"}]},
        "pred": {"removed": [{"at": "广告", "kind": "ad"}], "entities": [{"label": "PROGRAM", "at": "春雨广告计划"}]},
    }
    assert score(case).labels["PROGRAM"].exact.f1 == 1.0


def test_no_prediction_has_no_precision(score: Score) -> None:
    exact = score(only([date("今年")], [])).labels["DATE"].exact
    assert (exact.precision, exact.recall, exact.f1) == (None, 0.0, 0.0)


def test_a_page_without_entities_has_no_scores_for_them(score: Score) -> None:
    labels = score(only([], [])).labels
    assert list(labels) == ["all"]
    assert labels["all"].exact.f1 is None


QUANTITY = {"label": "QUANTITY", "at": "80万"}


def test_quantities_are_not_looked_at_where_gold_has_none(score: Score) -> None:
    scores = score(only([date("今年")], [date("今年"), QUANTITY]))
    assert "QUANTITY" not in scores.labels
    assert scores.labels["all"].exact.f1 == 1.0


def test_quantities_are_scored_where_gold_has_some(score: Score) -> None:
    scores = score(only([QUANTITY], [QUANTITY, {"label": "QUANTITY", "at": "66"}]))
    assert (scores.labels["QUANTITY"].exact.predicted, scores.labels["QUANTITY"].exact.right) == (2, 1)
