import re
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.draft import Draft
from pipeline.normalize.dates import resolve
from pipeline.schema import Sentence, Source
from pipeline.tag.dates import find

LINES = (Path(__file__).parent / "values.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(None if cell == "-" else cell for cell in line.split("\t")) for line in LINES if not line.startswith("#")]

#: The values of TIMEX3 that calendar dates have: days, months, years, decades, centuries, weeks, weekends,
#: seasons, quarters, halves, years before Christ, and durations.
TIMEX3 = re.compile(
    r"(?:BC)?\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?|(?:BC)?\d{2,3}"
    r"|P\d+(?:\.\d+)?[DWMQY]"
)


@pytest.mark.parametrize(("text", "published", "start", "end", "precision"), ROWS)
def test_expression_means_these_days(value_of, text, published, start, end, precision):
    value = value_of(text, published)
    assert (value.start, value.end, value.precision) == (start, end, precision)


@pytest.mark.parametrize(("text", "published"), [row[:2] for row in ROWS])
def test_edtf_is_valid(value_of, text, published):
    assert parse_edtf(value_of(text, published).edtf) is not None


@pytest.mark.parametrize(("text", "published"), [row[:2] for row in ROWS])
def test_timex3_is_valid(value_of, text, published):
    assert TIMEX3.fullmatch(value_of(text, published).timex3)


@pytest.mark.parametrize(
    ("text", "edtf", "timex3"),
    [
        ("2023年6月20日", "2023-06-20", "2023-06-20"),
        ("2023年", "2023", "2023"),
        ("2023年三季度", "2023-35", "2023-Q3"),
        ("2023年下半年", "2023-41", "2023-H2"),
        ("2023年秋", "2023-23", "2023-FA"),
        ("20世纪80年代", "198X", "198"),
        ("19世纪", "18XX", "18"),
        ("公元前202年", "-0201", "BC0202"),
        ("5月31日至2023年6月18日", "2023-05-31/2023-06-18", "P19D"),
        ("1995年至1997年", "1995/1997", "P3Y"),
        ("2022年4月至6月", "2022-04/2022-06", "P3M"),
        ("2018年之后", "2019-01-01/..", "2018"),
        ("2020年左右", "2020~", "2020"),
    ],
)
def test_standard_spellings(value_of, text, edtf, timex3):
    value = value_of(text)
    assert (value.edtf, value.timex3) == (edtf, timex3)


@pytest.mark.parametrize(
    ("text", "fuzzy"),
    [
        ("2022年初", "early"),
        ("2022年年中", "mid"),
        ("3月底", "late"),
        ("7月上旬", "early"),
        ("约2020年", "approximate"),
    ],
)
def test_fuzzy_is_told(value_of, text, fuzzy):
    assert value_of(text, "2024-01-01").fuzzy == fuzzy


@pytest.mark.parametrize("text", ["6月20日", "今天", "去年", "近30天", "周三", "下半年", "18日", "国庆"])
def test_without_an_anchor_nothing_is_guessed(value_of, text):
    value = value_of(text)
    assert (value.start, value.end, value.edtf, value.resolved_from) == (None, None, None, "none")


@pytest.mark.parametrize(
    ("text", "precision"),
    [("6月20日", "day"), ("当天", "day"), ("本周", "week"), ("本月", "month"), ("5月", "month"), ("一季度", "quarter")],
)
def test_without_an_anchor_its_precision_is_known(value_of, text, precision):
    assert value_of(text).precision == precision


@pytest.mark.parametrize("text", ["2月30日", "2023年2月29日", "2020年13月", "4月31日"])
def test_impossible_dates_have_no_value(value_of, text):
    value = value_of(text, "2023-05-01")
    assert (value.start, value.end, value.resolved_from) == (None, None, "none")


def test_years_before_christ_have_no_days_but_a_spelling(value_of):
    value = value_of("公元前202年")
    assert (value.start, value.end, value.edtf, value.resolved_from) == (None, None, "-0201", "text")


ALPHABET = "0123456789年月日号周上下今去明前后初末底至到-—、，。的第一二三十廿星期春国庆农历近个天世纪代正腊公元"


@settings(max_examples=400)
@given(st.text(alphabet=ALPHABET, max_size=50), st.sampled_from([None, "0001-01-02", "2024-02-29", "9999-12-31"]))
def test_every_found_date_gets_a_valid_value(text, published):
    mentions = find(text)
    source = Source(path="p", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
    sentences = [Sentence(start=0, end=len(text), role="body")] if text else []
    draft = Draft(
        doc_id="d", source=source, raw_text=text, text=text, mentions=mentions, sentences=sentences, published=published
    )
    for value in resolve(mentions, draft):
        assert value.edtf is None or parse_edtf(value.edtf) is not None
        assert value.timex3 is None or TIMEX3.fullmatch(value.timex3)
        if value.start and value.end:
            assert value.start <= value.end
        assert (value.resolved_from == "none") == (value.start is None and value.end is None and value.edtf is None)
