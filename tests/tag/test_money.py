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


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("500万、600万元", [("500万", "5000000 CNY context"), ("600万元", "6000000 CNY text")]),
        ("分别拨出40万和300万港元", [("40万", "400000 HKD context"), ("300万港元", "3000000 HKD text")]),
        ("人口500万，600万元投资", [("600万元", "6000000 CNY text")]),
        ("销量500万、收入600万元", [("600万元", "6000000 CNY text")]),
    ],
)
def test_numbers_listed_before_an_amount_share_its_currency(text: str, amounts: list[tuple[str, str]]) -> None:
    found = [(text[m.start : m.end], form) for m, form in zip(find(text), forms(text), strict=True)]
    assert [(surface, f"{form.amount} {form.currency} {form.currency_from}") for surface, form in found] == amounts


@pytest.mark.parametrize("text", lines("money_none.txt"))
def test_what_is_no_money_is_not_found(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["9" * 100_000 + "元", "亿" * 100_000, "1-" * 50_000, "1,000," * 20_000, "一块" * 50_000]
)
def test_long_repetitions_are_read_in_linear_time(text: str) -> None:
    assert all(mention.end - mention.start < 200 for mention in find(text))
