from collections.abc import Callable

import pytest

from pipeline.draft import Draft

BODY = "2009年6月，联合体在县城挂牌，首期注册资本五百万元，当年门急诊量达到十二万人次，比组建前增加两成。"


@pytest.mark.parametrize(
    "menu",
    [
        "Facebook\n人人\n开心网\n新浪微博\n青岭书签\n豆瓣\n转寄朋友\n打印文稿",
        "微信\n微博\nQQ空间\n打印本页",
        "字級：\n列印本頁\n轉寄\nPlurk\nFacebook",
    ],
)
def test_a_menu_of_a_word_a_line_goes(menu: str, cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n{menu}\n{BODY}\n{BODY}\n")
    assert page.text.split() == ["县医院联合体的十年", BODY, BODY]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("微博\n120\n抖音\n300\n知乎\n80\n微信\n90", id="figures between them"),
        pytest.param("微博\n微信\n知乎", id="three that are no menu"),
        pytest.param("评论\n收藏\n转发给朋友", id="no place to share at"),
    ],
)
def test_words_of_a_table_stay(table: str, cleaned: Callable[..., Draft]) -> None:
    raw = f"县医院联合体的十年\n{BODY}\n{table}\n{BODY}\n"
    assert [removal for removal in cleaned(raw).removed if removal.rule == "share-menu"] == []
