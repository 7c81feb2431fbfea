import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from pipeline.draft import Mention
from pipeline.spans import disjoint
from pipeline.tag.dates import find

MENTION = TypeAdapter(Mention)
HERE = Path(__file__).parent
MARKED = [line for line in (HERE / "spans.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
NONE = (HERE / "none.txt").read_text("utf-8").splitlines()
ALPHABET = (
    "0123456789０年月日号周上下今去明前后初末底至到-—、，。：《》“”的第一二三十廿星期春国庆农历近Q半 \n天个世纪代"
)


def texts(text):
    return [text[m.start : m.end] for m in find(text)]


def form_of(text):
    (mention,) = find(text)
    return mention.form


@pytest.mark.parametrize("line", MARKED)
def test_dates_are_found_with_their_exact_spans(line):
    text = re.sub(r"[\[\]]", "", line)
    assert texts(text) == re.findall(r"\[(.*?)\]", line)


@pytest.mark.parametrize("sentence", NONE)
def test_sentences_without_dates_give_none(sentence):
    assert texts(sentence) == []


@pytest.mark.parametrize(
    "unit", ["1", "年", "3月、", "2020", "一", "十", "1-", "1、", "上", "《", "2020-", "第一", "周", "去年"]
)
def test_dates_in_a_long_repetition_stay_apart(unit):
    # A rule of quadratic time would take minutes here.
    text = unit * (100_000 // len(unit))
    mentions = find(text)
    assert disjoint((m.start, m.end) for m in mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)


@settings(max_examples=300)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_mentions_are_sorted_disjoint_and_within_a_line(text):
    mentions = find(text)
    assert disjoint((m.start, m.end) for m in mentions)
    assert not any("\n" in text[m.start : m.end] for m in mentions)


@settings(max_examples=100)
@given(st.text(alphabet=ALPHABET, max_size=40))
def test_forms_survive_json(text):
    for mention in find(text):
        assert MENTION.validate_json(MENTION.dump_json(mention)) == mention


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("2月30日", True),
        ("13月5日", True),
        ("2023年2月29日", True),
        ("2024年2月29日", False),
        ("2月29日", False),
        ("4月31日", True),
        ("3月1日至2月30日", True),
        ("正月三十", False),
    ],
)
def test_dates_that_no_calendar_has_are_marked(text, impossible):
    assert form_of(text).impossible is impossible


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("较2019年增长", "comparison"),
        ("比2022年翻一番", "comparison"),
        ("《2020年消费报告》", "title"),
        ("发布2023年总结", "report"),
        ("2023年发布总体方案", None),
        ("好于2019年", "comparison"),
        ("远低于去年", "comparison"),
        ("对比赛2019年的影响", None),
        ("建于2019年", None),
    ],
)
def test_dates_that_are_no_event_say_what_they_are(text, role):
    assert form_of(text).role == role


def test_relative_words_in_a_title_are_no_dates():
    assert texts("电影《后天》和《明日之后》") == []


def test_left_out_fields_stay_left_out():
    moment = form_of("6月20日").first
    assert (moment.year, moment.month, moment.day) == (None, 6, 20)


def test_the_year_before_christ_is_astronomical():
    assert form_of("公元前202年").first.year == -201


def test_vague_words_beside_a_date_mark_it_and_stay_outside():
    (mention,) = find("约2020年左右")
    assert (mention.start, mention.end, mention.form.approximate) == (1, 6, True)
