from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spans import RawMap, cut, disjoint, overlaps


class Span(NamedTuple):
    start: int
    end: int


@st.composite
def texts_with_spans(draw):
    text = draw(st.text(max_size=60))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return text, spans


@given(texts_with_spans())
def test_every_kept_character_maps_to_itself_on_the_raw_page(page):
    raw, removed = page
    text = cut(raw, removed)
    to_raw = RawMap(removed)
    assert [raw[to_raw.position(offset)] for offset in range(len(text))] == list(text)


@given(texts_with_spans())
def test_a_raw_span_holds_the_same_characters_and_no_removed_one_at_its_edges(page):
    raw, removed = page
    text = cut(raw, removed)
    to_raw = RawMap(removed)
    inside = {offset for span in removed for offset in range(*span)}
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            a, b = to_raw.span(start, end)
            assert "".join(raw[i] for i in range(a, b) if i not in inside) == text[start:end]
            assert a not in inside
            assert b - 1 not in inside


def test_a_removal_inside_a_span_stays_inside_it():
    # 20[广告]20年 -> 2020年
    assert RawMap([Span(2, 4)]).span(0, 5) == (0, 7)


def test_a_removal_at_the_start_of_the_page_shifts_everything():
    assert RawMap([Span(0, 3)]).span(0, 2) == (3, 5)


def test_adjacent_removals_are_passed_together():
    assert RawMap([Span(1, 2), Span(2, 5)]).span(1, 2) == (5, 6)


def test_an_empty_span_stays_empty():
    assert RawMap([Span(0, 3)]).span(1, 1) == (4, 4)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((2, 4), (0, 9), True), ((5, 6), (0, 5), False)],
)
def test_spans_that_only_touch_do_not_overlap(a, b, expected):
    assert overlaps(Span(*a), Span(*b)) is expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 1), (1, 2)], True),
        ([(0, 2), (1, 3)], False),
        ([(2, 3), (0, 1)], False),
        ([(1, 1)], False),
        ([], True),
    ],
)
def test_disjoint_wants_order_and_content(spans, expected):
    assert disjoint(spans) is expected
