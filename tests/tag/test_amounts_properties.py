"""What holds of every text, whatever it says."""

import re
from contextlib import ExitStack
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.draft import Mention
from pipeline.forms import MoneyForm, PercentForm
from pipeline.normalize import amounts
from pipeline.spans import disjoint
from pipeline.tag import modifiers, money, percents, quantities
from pipeline.tag.percents import basis, change, front, metric

WORDS = [
    "3", "12,000", "1.5", "五", "十几", "百", "万", "亿", "元", "块", "人民币", "￥", "$", "%", "％", "成",
    "倍", "个百分点", "百分之", "至", "-", "~", "同比", "增长", "下降", "降至", "由", "了", "约", "超",
    "以上", "多", "，", "。", "\n", " ", "的", "营收", "占", "为", "（", "）", "翻一番", "角", "分", "美元",
    "在", "接待", "游客", "最近", "合计", "每", "没有", "新台币", "减少", "10万人", "后", "连续三年",
    "k", "点", "两", "去年", "比", "个", "件",
    "五", ".", "·", "收入", "和", "分别", "0", "负", "千", "数", "\u3000", "A",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map("".join))


@pytest.mark.parametrize("finder", [money, percents])
@given(text=TEXTS)
def test_mentions_are_sorted_disjoint_and_within_a_line(finder, text: str) -> None:
    found: list[Mention] = finder.find(text)
    assert disjoint((mention.start, mention.end) for mention in found)
    assert all(0 <= m.start < m.end <= len(text) and "\n" not in text[m.start : m.end] for m in found)


@given(text=TEXTS)
def test_every_form_has_a_value(text: str) -> None:
    for mention in (*money.find(text), *percents.find(text)):
        assert isinstance(mention.form, MoneyForm | PercentForm)
        value = amounts.value(mention.form)
        assert value.restored is None


@pytest.mark.parametrize("finder", [money, percents])
@given(text=TEXTS)
def test_a_line_reads_the_same_whatever_stands_on_the_lines_around_it(finder, text: str) -> None:
    line = text.replace("\n", "")
    alone = [(m.start, m.end, m.form) for m in finder.find(line)]
    among = [
        (m.start - 4, m.end - 4, m.form) for m in finder.find(f"5亿元\n{line}\n5%") if 4 <= m.start < 4 + len(line)
    ]
    assert among == alone


@pytest.mark.parametrize("finder", [money, percents, quantities])
@given(text=TEXTS)
def test_nothing_is_skipped_that_would_be_found(finder, text: str) -> None:
    found = finder.find(text)
    sought = finder.finder.NEXT.pattern
    with patch.object(finder.finder, "NEXT", re.compile(sought[sought.index("(?:(?P<at>)") :])):
        assert finder.find(text) == found


class Everything:
    def __contains__(self, _: object) -> bool:
        return True


GATES = [
    (module, name)
    for module in (modifiers, basis, change, front, metric)
    for name in vars(module)
    if name.endswith(("_FIRSTS", "_LASTS"))
]


@pytest.mark.parametrize("finder", [money, percents])
@given(text=TEXTS)
def test_what_is_looked_for_only_beside_certain_characters_stands_nowhere_else(finder, text: str) -> None:
    found = finder.find(text)
    with ExitStack() as everywhere:
        for module, name in GATES:
            everywhere.enter_context(patch.object(module, name, Everything()))
        assert finder.find(text) == found
