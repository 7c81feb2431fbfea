from collections.abc import Callable
from typing import Any

import pytest

from pipeline.evaluate import Scores

Score = Callable[..., Scores]
TEXT = "2020年\n甲来了。发展[8]乙去了。"
GOLD: dict[str, Any] = {
    "removed": [{"at": "发展", "kind": "shard"}, {"at": "[8]", "kind": "citation"}],
    "sentences": [
        {"at": "2020年", "role": "heading"},
        {"at": "甲来了。", "role": "body"},
        {"at": "乙去了。", "role": "body"},
    ],
}
HEADING = {"at": "2020年", "role": "heading"}


@pytest.mark.parametrize(
    ("removed", "sentences", "counts"),
    [
        pytest.param(GOLD["removed"], GOLD["sentences"], (3, 3, 3), id="as gold"),
        pytest.param(
            [], [HEADING, {"at": "甲来了。"}, {"at": "发展[8]乙去了。"}], (3, 3, 3), id="left-over insertion in front"
        ),
        pytest.param(
            [], [HEADING, {"at": "甲来了。"}, {"at": "发展[8]"}, {"at": "乙去了。"}], (3, 3, 3), id="or by itself"
        ),
        pytest.param(GOLD["removed"], [HEADING, {"at": "甲来了。发展[8]乙去了。"}], (3, 2, 2), id="two in one"),
        pytest.param(
            GOLD["removed"], [HEADING, {"at": "甲来"}, {"at": "了。"}, {"at": "乙去了。"}], (3, 4, 3), id="one in two"
        ),
        pytest.param([], [], (3, 0, 0), id="none"),
    ],
)
def test_boundaries(
    score: Score, removed: list[dict[str, Any]], sentences: list[dict[str, Any]], counts: tuple[int, int, int]
) -> None:
    case = {"text": TEXT, "gold": GOLD, "pred": {"removed": removed, "sentences": sentences}}
    boundaries = score(case).sentences.boundaries
    assert (boundaries.gold, boundaries.predicted, boundaries.right) == counts


def test_a_wrong_role_leaves_the_boundary_right(score: Score) -> None:
    sentences = [{"at": "2020年", "role": "body"}, *GOLD["sentences"][1:]]
    scores = score({"text": TEXT, "gold": GOLD, "pred": {"removed": GOLD["removed"], "sentences": sentences}})
    assert scores.sentences.boundaries.f1 == 1.0
    assert (scores.sentences.roles.gold, scores.sentences.roles.right) == (3, 2)


def test_a_missed_boundary_is_shown_with_the_text_around_it(score: Score) -> None:
    sentences = [HEADING, {"at": "甲来了。发展[8]乙去了。"}]
    scores = score({"text": TEXT, "gold": GOLD, "pred": {"removed": GOLD["removed"], "sentences": sentences}})
    assert [d.gold for d in scores.differences] == ["2020年\n甲来了。|发展[8]乙去了"]
