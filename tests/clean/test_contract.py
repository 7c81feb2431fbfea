from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.draft import Block, Settings
from pipeline.spans import cut, disjoint
from tests.clean.conftest import draft

PARTS = st.sampled_from(
    [
        "\n",
        "，",
        "。",
        "的",
        "[1]",
        "编辑",
        "播报",
        "当前位置：首页 > 新闻",
        "卡盟发卡网",
        "渔村码头",
        "\u200b",
        "微信：",
        "abc12345",
        "分享到：",
        "相关阅读",
        "上一篇：",
        "2023年",
        "12.5%",
        "不",
        "版权所有",
        "★★★★",
        "网址：",
        "\ud800",
        "𠮷",
        "\x00",
        "标题_站名网",
    ]
)
PAGES = st.one_of(st.text(max_size=200), st.lists(PARTS | st.text(max_size=4), max_size=60).map("".join))


@settings(max_examples=200)
@given(PAGES, st.none() | st.just("从渔村码头到亿吨大港"))
def test_removals_are_sorted_disjoint_and_leave_the_text(raw: str, title: str | None) -> None:
    page = clean(draft(raw, title=title, keywords=["卡盟"]), Settings())
    assert page.raw_text == raw
    assert page.text == cut(raw, page.removed)
    assert disjoint((removal.start, removal.end) for removal in page.removed)
    assert all(raw[removal.start : removal.end] == removal.text for removal in page.removed)


@settings(max_examples=50)
@given(PAGES)
def test_cleaning_twice_says_the_same(raw: str) -> None:
    assert clean(draft(raw), Settings()) == clean(draft(raw), Settings())


def test_blocks_of_furniture_are_removed_as_such() -> None:
    raw = "导航 登录\n正文第一段写了很多内容。\n页脚"
    layout = [
        Block(start=0, end=5, tag="div", region="furniture"),
        Block(start=6, end=18, tag="p", region="article"),
        Block(start=19, end=21, tag="div", region="furniture"),
    ]
    page = clean(draft(raw, layout=layout), Settings())
    assert [(removal.kind, removal.text) for removal in page.removed] == [
        ("boilerplate", "导航 登录"),
        ("boilerplate", "页脚"),
    ]
