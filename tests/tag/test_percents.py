from pathlib import Path

import pytest

from pipeline.forms import PercentForm
from pipeline.tag.percents import find

HERE = Path(__file__).parent
SIGNS = {"+": "increase", "-": "decrease", "0": None}


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def forms(text: str) -> list[PercentForm]:
    return [mention.form for mention in find(text) if isinstance(mention.form, PercentForm)]


FORMS = [(text, value) for line in lines("percents.tsv") for value, *texts in [line.split("\t")] for text in texts]
CONTEXTS = [
    (text, want)
    for number in ("", "_2", "_3", "_4", "_5", "_6")
    for line in lines(f"percents_context{number}.tsv")
    for text, *want in [line.split("\t")]
]


@pytest.mark.parametrize(("marked", "value"), FORMS)
def test_percentage_is_found_and_read(marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find(text)
    assert [text[m.start : m.end] for m in found] == [marked[marked.index("[") + 1 : marked.index("]")]]
    [form] = forms(text)
    ends = [form.ratio] if form.ratio_max is None else [form.ratio, form.ratio_max]
    assert " ".join([*ends, form.unit, *([form.modifier] if form.modifier else [])]) == value


@pytest.mark.parametrize("text", lines("percents_none.txt"))
def test_what_is_no_percentage_is_not_found(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("text", "want"), CONTEXTS)
def test_direction_basis_and_metric_come_from_the_words_around(text: str, want: list[str]) -> None:
    expected = [
        (surface, SIGNS[sign], None if basis == "0" else basis, None if metric == "0" else metric)
        for surface, sign, basis, metric in (item.split(" ", 3) for item in want)
    ]
    have = [
        (text[m.start : m.end], f.direction, f.basis, f.metric) for m, f in zip(find(text), forms(text), strict=True)
    ]
    assert have == expected


@pytest.mark.parametrize(
    "text",
    ["9" * 100_000 + "%", "%" * 100_000, "5%" * 50_000, "百分之" * 50_000, "1-" * 50_000, "增长" * 50_000 + "5%"],
)
def test_long_repetitions_are_read_in_linear_time(text: str) -> None:
    assert all(mention.end - mention.start < 200 for mention in find(text))
