from collections.abc import Callable

import pytest

from pipeline.clean.frame import behind
from pipeline.clean.ledger import Cut, lines
from pipeline.draft import Draft

TEXT = [
    "北滨港去年完成货物吞吐量三千万吨，其中集装箱吞吐量增长两成，港口的两条新航线先后开通，通往东岸的货轮每周增加到五班。",
    "港口集团介绍，今年集装箱吞吐量的目标是再增长一成，新航线还要增加两条，货轮的班期将从每周五班增加到每周七班左右。",
]
BEHIND = ["热点", "渔港开渔首日见闻", "09-0208:30", "老街面馆排队三小时", "09-0207:12", "山里下了第一场雪"]


def test_nothing_of_the_article_comes_back_behind_its_credits(cleaned: Callable[..., Draft]) -> None:
    page = cleaned("\n".join(["北滨港新航线开通", *TEXT, "（责任编辑：李某）", "Copyright © 2019 北滨网", *BEHIND]))
    assert page.text.split() == ["北滨港新航线开通", *TEXT]


def test_an_article_goes_on_behind_a_sign_amid_itself(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(
        "\n".join(["北滨港新航线开通", TEXT[0], "分享到：微信 微博", "港口的明年", TEXT[1], "（责任编辑：李某）"])
    )
    assert TEXT[1] in page.text
    assert "港口的明年" in page.text


def test_short_lines_without_a_sign_stay(cleaned: Callable[..., Draft]) -> None:
    lines = ["北滨港新航线开通", *TEXT, "附：新航线", "北滨至东岸", "北滨至南岛"]
    assert cleaned("\n".join(lines)).text.split() == lines


def test_what_is_said_in_a_thread_is_no_furniture_for_standing_behind_the_first_post() -> None:
    said = "老司机说，今年开学的人少。"
    floors = ["2楼　水泥墩子　2023-9-14", said, "3楼　夜行老司机　2023-9-16", said]
    raw = "\n".join(["北滨港新航线开通", TEXT[0], TEXT[0].replace("去年", "前年"), "点赞 126", *floors])
    places = lines(raw)
    ledger = [Cut(*places[3], "widget", "widget-bar"), Cut(*places[4], "boilerplate", "framing")]
    assert [raw[cut.start : cut.end] for cut in behind.find(raw, places, ledger, [0.5] * len(places))] == [floors[2]]


SHORT = "贺启明说，明年的目标是保住三百个人的饭碗，收入做到5000万元。"


@pytest.mark.parametrize(
    "sign", ["本刊微信二维码", "[1] [2] 下一页", "请继续往下阅读", "▲门店里的老主顾。图／受访者供图"]
)
def test_an_article_goes_on_with_short_paragraphs_behind_a_sign(sign: str, cleaned: Callable[..., Draft]) -> None:
    below = ["港口的三百名职工分成四班，每班多发一百元补贴。", SHORT]
    lines = ["首页 > 商业 > 公司", "北滨港新航线开通", *TEXT, sign, *below]
    text = cleaned("\n".join([*lines, "热文排行", "1　谁在买下县城的老电影院", "版权所有 川上周刊"])).text
    assert [line for line in lines[1:4] + below if line not in text] == []
