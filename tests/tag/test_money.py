from pathlib import Path

import pytest

from pipeline.forms import MoneyForm
from pipeline.tag.money import find

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


CASES = [(text, value) for line in lines("money.tsv") for value, *texts in [line.split("\t")] for text in texts]


def forms(text: str) -> list[MoneyForm]:
    return [mention.form for mention in find(text) if isinstance(mention.form, MoneyForm)]


@pytest.mark.parametrize(("marked", "value"), CASES)
def test_amount_is_found_and_read(marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find(text)
    assert [text[m.start : m.end] for m in found] == [marked[marked.index("[") + 1 : marked.index("]")]]
    [form] = forms(text)
    ends = [form.amount] if form.amount_max is None else [form.amount, form.amount_max]
    assert " ".join([*map(str, ends), form.currency, *([form.modifier] if form.modifier else [])]) == value


@pytest.mark.parametrize("text", lines("money_none.txt"))
def test_what_is_no_money_is_not_found(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["9" * 100_000 + "元", "亿" * 100_000, "1-" * 50_000, "1,000," * 20_000, "一块" * 50_000]
)
def test_long_repetitions_are_read_in_linear_time(text: str) -> None:
    assert all(mention.end - mention.start < 200 for mention in find(text))
