from collections.abc import Callable

import pytest

from pipeline.clean.frame.framing import chronicle
from pipeline.clean.frame.framing.look import Part
from pipeline.draft import Draft

PARAGRAPH = "青岭机床厂是一家以车床、铣床为主业的制造企业，位于青岭市，前身是一九五三年创办的农具修造社。"
MERGED = "1956年，修造社与三家铁铺合并，更名为青岭机床厂，有职工二百一十人，当年造出第一台皮带车床。"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("2014年11月　制作技艺列入省级名录", True),
        ("2022年　全国机械工业百强企业", True),
        ("1998年6月18日，公司改制。", True),
        ("一九五六年 公私合营", True),
        ("2003—2005年 三次蝉联优质产品称号", True),
        ("2022年全国机械工业百强企业公布", False),
        ("2024年3月5日 10:22 青岭日报", False),
        ("2024年3月5日　星期二　青岭日报社", False),
        ("2024年3月5日　来源：青岭日报", False),
        ("2019年　十一月（4）", False),
        ("2022年　第5期", False),
        ("2023年　蜂蜜多少钱 17 个回答", False),
        ("05-22　机床厂的新产品下线", False),
        ("2023年，蜂蜜多少钱一斤？", False),
    ],
)
def test_a_line_that_tells_of_a_year_is_the_author_s(line: str, stays: bool) -> None:
    parts: list[Part | None] = ["prose", "tail"]
    assert chronicle.kept([PARAGRAPH, line], parts, [False, True]) == [False, not stays]


def test_above_the_article_the_reader_s_word_stands() -> None:
    line = "2014年11月　制作技艺列入省级名录"
    assert chronicle.kept([line, PARAGRAPH], ["head", "prose"], [True, False]) == [True, False]


def test_its_heading_stays_with_it() -> None:
    lines = [PARAGRAPH, "大事记", "1998年　改制"]
    assert chronicle.kept(lines, ["prose", "tail", "tail"], [False, True, True]) == [False, False, False]
    assert chronicle.kept(lines, ["prose", None, "tail"], [False, True, True]) == [False, True, False]


def test_the_honours_of_an_encyclopaedia_stay(cleaned: Callable[..., Draft]) -> None:
    honours = ("2006年　老字号", "2014年11月　制作技艺列入省级名录", "2022年　全国机械工业百强企业")
    lines = ("青岭机床厂", "播报 编辑 讨论 上传视频", PARAGRAPH, "发展历程播报", MERGED, "所获荣誉播报", *honours)
    text = cleaned("\n".join((*lines, "参考资料", "词条标签：企业，机床", "浏览次数：87次"))).text
    assert [line for line in ("所获荣誉", *honours) if line not in text] == []


def test_a_year_before_a_long_row_of_figures_stays_too() -> None:
    row = "2022年 公司" + "1" * 200_000
    assert chronicle.kept([PARAGRAPH, row], ["prose", "tail"], [False, True]) == [False, False]
