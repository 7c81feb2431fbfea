"""Arbitrary text made of what the checks look for: nothing breaks, and everything lies where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.schema import MoneyValue, PercentValue
from tests.check.pages import processed

PIECES = st.sampled_from(
    [
        "\n",
        "从",
        "由",
        "到",
        "至",
        "为",
        "增长",
        "下降",
        "减少",
        "上升",
        "了",
        "达到",
        "超",
        "近",
        "约",
        "3",
        "2.2",
        "120",
        "5000",
        "万",
        "亿",
        "万万",
        "元",
        "万元",
        "亿元",
        "人",
        "吨",
        "%",
        "个百分点",
        "倍",
        "其中",
        "占",
        "其余",
        "总",
        "一期",
        "二期",
        "男",
        "女",
        "同比",
        "环比",
        "去年",
        "上年同期",
        "今年",
        "目标",
        "2023年",
        "2022年",
        "2月30日",
        "13月5日",
        "营收",
        "净利润",
        "退货率",
        "须要",
        "透漏",
        "店家",
        ",",
        "，",
        "。",
        "；",
        ";",
        ":",
        "、",
        "(",
        ")",
        "“",
        "”",
        "[8]",
        "．",
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_findings_and_restored_values_are_sound(text: str) -> None:
    draft = processed.__wrapped__(text)
    ids = [finding.id for finding in draft.findings]
    assert ids == [f"F{number}" for number in range(1, len(ids) + 1)]
    for finding in draft.findings:
        assert finding.spans
        assert list(finding.spans) == sorted(finding.spans)
        assert all(0 <= start < end <= len(text) for start, end in finding.spans)
        assert finding.message
    for entity in draft.entities:
        assert set(entity.findings) <= set(ids)
        if isinstance(entity.value, MoneyValue | PercentValue) and entity.value.restored:
            assert entity.value.restored.findings
            assert set(entity.value.restored.findings) <= set(ids)
