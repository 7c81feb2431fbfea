from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import numerals

CORPUS = [
    (text, value)
    for line in Path(__file__).with_name("numerals.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for value, *texts in [line.split("\t")]
    for text in texts
]
NO_NUMBERS = [
    "", " ", "元", "三元", "点五", "三点", "百千", "三十百", "三百五百", "三万五万", "3,5", "1 2", "几数",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CORPUS)
def test_text_gives_its_value(text: str, value: str) -> None:
    number = numerals.parse(text)
    assert number is not None
    ends = [number.low] if number.high is None else [number.low, number.high]
    assert [numerals.plain(end) for end in ends] == value.split()


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert numerals.parse(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("十二", 12), ("二〇二三", 2023), ("1.5万", 15000), ("1.5", None), ("十几", None)]
)
def test_integer_is_whole_and_exact(text: str, value: int | None) -> None:
    assert numerals.integer(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("一二", 12), ("二〇二三", 2023), ("２０２３", 2023), ("十二", None), ("", None)]
)
def test_by_place_reads_digits_one_by_one(text: str, value: int | None) -> None:
    assert numerals.by_place(text) == value


@pytest.mark.parametrize(
    ("text", "big", "scale"),
    [
        ("三千万", False, 10**7),
        ("三千万", True, 10**4),
        ("两", True, 1),
        ("3百", False, 100),
        ("3百", True, 1),
        ("15k", True, 1000),
    ],
)
def test_scale_is_the_product_of_the_last_units(text: str, big: bool, scale: int) -> None:
    assert numerals.scale_of(text, big=big) == scale


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_plain_is_the_same_number_without_exponent(number: Decimal) -> None:
    text = numerals.plain(number)
    assert Decimal(text) == number
    assert set(text) <= set("-.0123456789")


@given(st.integers(0, 10**16 - 1))
def test_arabic_digits_with_separators_read_back(number: int) -> None:
    assert numerals.integer(f"{number:,}") == number


DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    if number < 10:
        return DIGITS[number]
    for scale, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            head, rest = divmod(number, scale)
            gap = "零" if rest and rest < scale // 10 else ""
            return spelled(head) + unit + (gap + spelled(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1))
def test_spelled_numbers_read_back(number: int) -> None:
    assert numerals.integer(spelled(number)) == number


@given(st.text(alphabet="零一二三五九十百千万亿点几两廿个零123.,k负- ", max_size=30))
def test_any_row_of_numerals_gives_a_number_or_none(text: str) -> None:
    number = numerals.parse(text)
    assert number is None or number.low.is_finite()


@pytest.mark.parametrize("text", ["9" * 100_000, "亿" * 100_000, "一" * 100_000, "1," * 50_000])
def test_what_is_too_long_is_no_number(text: str) -> None:
    assert numerals.parse(text) is None


@given(st.text())
def test_fold_keeps_the_length(text: str) -> None:
    assert len(numerals.fold(text)) == len(text)
