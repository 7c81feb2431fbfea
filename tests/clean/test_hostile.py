import pytest

from pipeline.clean import clean
from pipeline.draft import Settings
from pipeline.spans import cut, disjoint
from tests.clean.conftest import draft

HEAD = "云台港三十年：从渔村码头到亿吨大港\n\n正文从这里开始，写了很长的一段话，好让题目成为题目，页面成为页面。\n"


PARTS = [
    *("1", "年", "[", "[8]", "QQ", "★", " ", "卡❤", "中\u200b", "播报", "编辑\n", "加微信", "请加客服", "微信a a a "),
    *("，云台港三", "，渔村码、头到亿的", "卡盟发卡网", "卡盟发卡网，", "首页 > ", "网网网：", "科技公司", "他冷笑。"),
    *("a中b国", "目录\n标题\n", "登录\n", "▼\n", "标题_站网\n", "的渔村码头", "（责任编辑：王）\n"),
    *("相关阅读\n标题标题标题\n", "\n分享到：微信 ", "首页 新闻 ", "登录 | "),
]


@pytest.mark.parametrize("part", PARTS)
def test_any_long_repetition_is_cleaned_by_deleting_alone(part: str) -> None:
    # A rule of quadratic time would take minutes here.
    page = clean(draft(HEAD + part * (80_000 // len(part))), Settings())
    assert disjoint((span.start, span.end) for span in page.removed)
    assert cut(page.raw_text, page.removed) == page.text
