from collections.abc import Callable

import pytest

from pipeline.draft import Draft

BODY = "2009年6月，联合体在县城挂牌，首期注册资本五百万元，当年门急诊量达到十二万人次，比组建前增加两成。"


@pytest.mark.parametrize(
    "line",
    [
        "責任編輯／羅子晴",
        "上一篇：春季養生吃什麼好",
        "版權所有 漁鄉電子報",
        "點擊查看更多>>",
        "（編輯：羅琳　審校：包易）",
    ],
)
def test_furniture_in_traditional_characters_goes(line: str, cleaned: Callable[..., Draft]) -> None:
    assert cleaned(f"縣醫院聯合體的十年\n{BODY}\n{line}\n").text == f"縣醫院聯合體的十年\n{BODY}\n\n"


def test_a_widget_alone_at_a_heading_goes_where_others_are_whole(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n发展历程播报\n\n编辑\n{BODY}\n备案信息播报\n\n县医院联合体的十年\n")
    assert [removal.text for removal in page.removed] == ["播报", "编辑", "播报", "县医院联合体的十年"]


def test_a_heading_about_broadcasts_stays(cleaned: Callable[..., Draft]) -> None:
    raw = f"县医院联合体的十年\n{BODY}\n天气播报\n{BODY}\n"
    assert cleaned(raw).text == raw


def test_bait_goes_with_the_marks_around_it(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n{BODY}◆◆加V♥xldj8820领皮肤◆◆\n{BODY}\n")
    assert page.text == f"县医院联合体的十年\n{BODY}\n{BODY}\n"


def test_a_byline_stays(cleaned: Callable[..., Draft]) -> None:
    raw = f"县医院联合体的十年\n2019-06-12 10:22　来源：健康报　作者：周平\n{BODY}（记者 周平 通讯员 陈东）\n"
    assert cleaned(raw).text == raw
