import os

import pytest

from pipeline.engine import ordered_map
from pipeline.engine.local import AHEAD, CHUNK
from pipeline.errors import TaoshaError


def double(number):
    return 2 * number


def fail_at_seven(number):
    if number == 7:
        raise ValueError(number)
    return number


def die(number):
    os._exit(number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    numbers = range(5 * CHUNK + 3)
    assert list(ordered_map(double, numbers, jobs=jobs)) == [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_in_nothing_out(jobs):
    assert list(ordered_map(double, [], jobs=jobs)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_the_function_is_raised_here(jobs):
    with pytest.raises(ValueError, match="7"):
        list(ordered_map(fail_at_seven, range(10), jobs=jobs))


def test_input_is_read_only_so_far_ahead_as_processes_need():
    taken = []

    def items():
        for number in range(100 * CHUNK):
            taken.append(number)
            yield number

    results = ordered_map(double, items(), jobs=2)
    next(results)
    assert len(taken) <= 2 * AHEAD * CHUNK + CHUNK
    results.close()


def test_a_process_that_dies_is_an_error_with_a_remedy():
    with pytest.raises(TaoshaError, match="--jobs"):
        list(ordered_map(die, [3], jobs=2))
