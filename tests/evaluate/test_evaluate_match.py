import pytest

from pipeline.evaluate.match import match
from pipeline.evaluate.tally import RawSpan


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        pytest.param([(0, 4)], [(0, 4)], [(0, 0)], id="equal spans are a pair"),
        pytest.param([(0, 2)], [(2, 4)], [], id="spans that touch share nothing: ends are exclusive"),
        pytest.param([(0, 9)], [(0, 3), (4, 9)], [(0, 1)], id="a gold span takes one prediction, with most overlap"),
        pytest.param([(0, 3), (4, 9)], [(0, 9)], [(1, 0)], id="a prediction takes one gold span, with most overlap"),
        pytest.param([(0, 2), (2, 10)], [(0, 6), (6, 12)], [(0, 0), (1, 1)], id="two small pairs beat one large"),
        pytest.param([(0, 2), (5, 9)], [(3, 4)], [], id="a prediction in the gap between two"),
        pytest.param([], [(0, 1)], [], id="no gold"),
        pytest.param([(0, 1)], [], [], id="no prediction"),
        pytest.param([(0, 5)], [(0, 5), (0, 5)], [(0, 0)], id="a doubled prediction is right once"),
    ],
)
def test_matching(gold: list[tuple[int, int]], predicted: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> None:
    assert match([RawSpan(*span) for span in gold], [RawSpan(*span) for span in predicted]) == pairs


def test_long_chains_of_overlaps_match_in_full() -> None:
    count = 50_000
    gold = [RawSpan(4 * i, 4 * i + 3) for i in range(count)]
    predicted = [RawSpan(4 * i + 2, 4 * i + 5) for i in range(count)]
    assert len(match(gold, predicted)) == count
