from time import process_time

import pytest

from pipeline.clean import clean
from pipeline.draft import Settings
from tests.clean.conftest import draft

HEAD = "云台港三十年：从渔村码头到亿吨大港\n\n正文从这里开始，写了很长的一段话，好让题目成为题目，页面成为页面。\n"


PARTS = [
    *("1", "年", "[", "[8]", "QQ", "★", " ", "卡❤", "中\u200b", "播报", "编辑\n", "加微信", "请加客服", "微信a a a "),
    *("，云台港三", "，渔村码、头到亿的", "卡盟发卡网", "卡盟发卡网，", "首页 > ", "网网网：", "科技公司", "他冷笑。"),
    *("相关阅读\n标题标题标题\n", "\n分享到：微信 ", "首页 新闻 ", "登录 | "),
]


@pytest.mark.parametrize("part", PARTS)
def test_time_is_linear_in_any_repetition(part: str) -> None:
    def seconds(size: int) -> float:
        page = draft(HEAD + part * (size // len(part)))
        start = process_time()
        clean(page, Settings())
        return process_time() - start

    seconds(1000)
    assert seconds(80_000) < 8 * (seconds(20_000) + 0.05)
