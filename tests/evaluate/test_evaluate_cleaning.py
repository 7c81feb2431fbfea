from collections.abc import Callable
from typing import Any

from pipeline.evaluate import Scores

Score = Callable[..., Scores]
#       0123456789012345678901234
TEXT = "首页 > 新闻\n发展投入十亿元[8]。点赞收藏"


def cut(at: str, kind: str, **rest: Any) -> dict[str, Any]:
    return {"at": at, "kind": kind, **rest}


def only(gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> dict[str, Any]:
    sentences = [{"at": "发展投入十亿元[8]。", "role": "body"}]
    return {"text": TEXT, "gold": {"removed": gold, "sentences": sentences}, "pred": {"removed": pred}}


def test_characters_are_counted_without_white_space(score: Score) -> None:
    characters = score(
        only([cut("首页 > 新闻\n", "breadcrumb")], [cut("首页 > 新闻", "breadcrumb")])
    ).cleaning.characters
    assert (characters.gold, characters.predicted, characters.right, characters.f1) == (5, 5, 5, 1.0)


def test_precision_and_recall_are_by_character(score: Score) -> None:
    gold = [cut("首页 > 新闻", "breadcrumb"), cut("发展", "shard"), cut("[8]", "citation")]
    characters = score(only(gold, [cut("首页 > 新闻", "breadcrumb"), cut("发展投入", "shard")])).cleaning.characters
    assert (characters.gold, characters.predicted, characters.right) == (10, 9, 7)
    assert (characters.precision, characters.recall, characters.f1) == (0.7778, 0.7, 0.7368)


def test_a_wrong_kind_counts_by_kind_only(score: Score) -> None:
    cleaning = score(only([cut("发展", "shard")], [cut("发展", "ad")])).cleaning
    assert cleaning.characters.f1 == 1.0
    assert (cleaning.kinds["shard"].recall, cleaning.kinds["ad"].precision) == (0.0, 0.0)


def test_an_optional_removal_counts_for_nothing(score: Score) -> None:
    gold = [cut("发展", "shard"), cut("点赞收藏", "widget", optional=True)]
    taken = score(only(gold, [cut("发展", "shard"), cut("点赞收藏", "widget")])).cleaning
    assert (taken.characters.gold, taken.characters.predicted, taken.damaged_sentences) == (2, 2, 0)


def test_a_sentence_that_lost_a_character_of_its_own_is_damaged(score: Score) -> None:
    scores = score(only([cut("发展", "shard")], [cut("发展投", "shard")]))
    assert (scores.cleaning.sentences, scores.cleaning.damaged_sentences) == (1, 1)
    damaged = next(d for d in scores.differences if d.kind == "damaged")
    assert (damaged.gold, damaged.predicted) == ("发展投入十亿元[8]。", "入十亿元[8]。")


def test_a_sentence_that_kept_an_insertion_is_not_damaged(score: Score) -> None:
    assert (
        score(only([cut("发展", "shard"), cut("[8]", "citation")], [cut("[8]", "citation")])).cleaning.damaged_sentences
        == 0
    )


def test_differences_are_runs_of_characters_with_their_kind(score: Score) -> None:
    gold = [cut("首页 > 新闻", "breadcrumb"), cut("[8]", "citation")]
    found = score(only(gold, [cut("[8]。", "citation"), cut("收藏", "widget")])).differences
    removals = [(d.kind, d.field, d.gold, d.predicted) for d in found if d.label == "removal"]
    assert removals == [
        ("missed", "breadcrumb", "首页 > 新闻", None),
        ("spurious", "citation", None, "。"),
        ("spurious", "widget", None, "收藏"),
    ]
