from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import QuantityForm
from pipeline.normalize import amounts
from pipeline.schema import QuantityValue
from pipeline.spans import disjoint
from pipeline.tag.quantities import find

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


CASES = [(text, value) for line in lines("quantities.tsv") for value, *texts in [line.split("\t")] for text in texts]


@pytest.mark.parametrize(("marked", "value"), CASES)
def test_quantity_is_found_and_read(marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    [mention] = find(text)
    assert text[mention.start : mention.end] == marked[marked.index("[") + 1 : marked.index("]")]
    form = mention.form
    assert isinstance(form, QuantityForm)
    ends = [form.number] if form.number_max is None else [form.number, form.number_max]
    assert " ".join([*ends, form.unit, *([form.modifier] if form.modifier else [])]) == value


@pytest.mark.parametrize("text", lines("quantities_none.txt"))
def test_what_is_no_quantity_is_not_found(text: str) -> None:
    assert find(text) == []


def test_value_keeps_what_is_written() -> None:
    form = QuantityForm(number="24000", unit="家", modifier="over")
    assert amounts.value(form) == QuantityValue(number="24000", unit="家", modifier="over")


@given(st.lists(st.sampled_from([*"3一百万亿个人次家吨至-第前，\n 米元%", "12.5", "2,000"])).map("".join))
def test_quantities_are_sorted_disjoint_and_within_a_line(text: str) -> None:
    found = find(text)
    assert disjoint((mention.start, mention.end) for mention in found)
    assert all("\n" not in text[mention.start : mention.end] for mention in found)


@pytest.mark.parametrize("text", ["9" * 100_000 + "次", "亿" * 100_000, "1-" * 50_000, "5个" * 50_000])
def test_long_repetitions_are_read_in_linear_time(text: str) -> None:
    assert all(mention.end - mention.start < 200 for mention in find(text))
