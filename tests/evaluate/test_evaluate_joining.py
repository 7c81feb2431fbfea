from collections.abc import Callable
from typing import Any

from pipeline.evaluate import Scores

Score = Callable[..., Scores]


def page(*keys: str, found: int | None = None) -> dict[str, Any]:
    """A page of mentions, each of the gold programme given; the first `found` of them are in the run."""
    text = "".join(f"计划{number}。" for number in range(len(keys)))
    places = [f"计划{number}" for number in range(len(keys))]
    gold = [
        {"label": "PROGRAM", "at": at, "value": {"name": at, "program": key}}
        for at, key in zip(places, keys, strict=True)
    ]
    pred = [{"label": "PROGRAM", "at": at, "value": {"name": at}} for at in places[:found]]
    return {"text": text, "gold": {"entities": gold}, "pred": {"entities": pred}}


def test_pairs_of_mentions_over_all_pages(score: Score) -> None:
    # gold: a a | a b: 3 pairs; run: {a a b} {a}: 3 pairs; in both: 1
    joining = score(page("a", "a"), page("a", "b"), programs=[[(0, 0), (0, 1), (1, 1)], [(1, 0)]]).joining
    assert (joining.gold, joining.predicted, joining.right) == (3, 3, 1)
    assert (joining.precision, joining.recall, joining.f1) == (0.3333, 0.3333, 0.3333)


def test_a_mention_that_was_not_found_makes_no_pairs(score: Score) -> None:
    joining = score(page("a", "a", "a", found=2), programs=[[(0, 0), (0, 1)]]).joining
    assert (joining.gold, joining.f1) == (1, 1.0)


def test_split_and_merged_programmes_are_listed(score: Score) -> None:
    scores = score(page("a", "a", "b"), programs=[[(0, 0)], [(0, 1), (0, 2)]])
    found = [(d.kind, d.gold, d.predicted) for d in scores.differences if d.label == "joining"]
    assert found == [("split", "a", "p0 | p1"), ("merged", "a | b", "p1")]
