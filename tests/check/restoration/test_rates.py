"""How much of a page was swapped, from words that stand on it in both forms."""

import pytest

from pipeline.check.restoration.rates import RATES, rate, words_swapped
from pipeline.check.restoration.telltales import telltales


def mean(posterior: tuple[float, ...]) -> float:
    return sum(share * its for share, its in zip(RATES, posterior, strict=True))


def test_a_page_of_which_nothing_is_known_is_probably_swapped_as_a_whole() -> None:
    posterior = rate(0, 0)
    assert sum(posterior) == pytest.approx(1)
    assert max(posterior) == posterior[0]


def test_words_left_beside_words_swapped_lower_the_share() -> None:
    assert mean(rate(3, 3)) < mean(rate(3, 0))
    assert mean(rate(1, 5)) < mean(rate(5, 1))


@pytest.mark.parametrize("counts", [(10_000, 0), (0, 10_000), (10_000, 10_000)])
def test_any_number_of_words_gives_probabilities(counts: tuple[int, int]) -> None:
    posterior = rate(*counts)
    assert sum(posterior) == pytest.approx(1)
    assert all(0 < its < 1 for its in posterior)


def test_the_words_behind_telltales_are_counted_where_they_stand() -> None:
    text = "茶农须要雨水,也需要晴天;合作社透漏了价格。"
    assert words_swapped(text, telltales(text)) == (1.0, 0.5)


def test_words_that_writers_use_themselves_count_for_nothing() -> None:
    text = "这家店家的讲演很长。"
    assert words_swapped(text, telltales(text)) == (0, 0)
