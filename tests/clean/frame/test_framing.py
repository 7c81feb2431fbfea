from collections.abc import Callable
from itertools import pairwise
from math import exp, log

import pytest

from pipeline.clean.frame import framing
from pipeline.clean.frame.framing.look import Look, look
from pipeline.clean.frame.framing.model import Model, odds, probabilities
from pipeline.clean.ledger import Cut
from pipeline.draft import Draft

PARAGRAPH = "恒岳重工首台纯电动矿用卡车在总装车间交付，历时二十六个月，累计投入研发费用一亿三千五百万元。"


def chained(looks: list[Look | None], model: Model) -> list[float]:
    """The same probabilities by going through all readings of a page."""
    weights = {}
    for reading in range(2 ** len(looks)):
        sites = [bool(reading >> place & 1) for place in range(len(looks))]
        value = model.first * sites[0] + sum(odds(line, model) for line, site in zip(looks, sites, strict=True) if site)
        for before, site in pairwise(sites):
            steps = (model.author_author, model.author_site, model.site_author, model.site_site)
            value += steps[2 * before + site]
        weights[tuple(sites)] = exp(value)
    total = sum(weights.values())
    return [sum(w for sites, w in weights.items() if sites[place]) / total for place in range(len(looks))]


def test_probabilities_are_those_of_all_readings_together() -> None:
    model = Model({"a": 1.0, "b": -2.0}, {"x": 0.5, "y": -0.25}, 0.3, 0.4, -0.9, -1.1, 0.6)
    looks: list[Look | None] = [
        Look("head", ("a",), ("x",)),
        Look("prose", ("a", "b"), ("y", "x")),
        Look("amid", ("b",), ("unknown",)),
        Look("tail", ("a", "c"), ("x", "x")),
    ]
    assert probabilities(looks, model) == pytest.approx(chained(looks, model))


def test_a_line_taken_by_a_rule_speaks_for_its_neighbours() -> None:
    model = Model({}, {}, 0.0, log(3), 0.0, 0.0, log(3))
    line = Look("tail", ("a",), ())
    assert probabilities([line, line], model)[1] == pytest.approx(0.5)
    assert probabilities([None, line], model)[1] == pytest.approx(0.75)


def test_no_lines_no_probabilities() -> None:
    assert framing.read([]) == []


def test_what_the_ledger_leaves_of_lines() -> None:
    raw = "首页\n生平编辑\n编辑\n来源\n"
    ledger = [Cut(0, 2, "widget", "menu"), Cut(5, 7, "widget", "glued"), Cut(8, 10, "widget", "glued")]
    places = [(0, 2), (3, 7), (8, 10), (11, 13)]
    assert framing.left(raw, places, ledger, {"glued"}) == ["", "生平", None, "来源"]


def test_parts_of_a_page() -> None:
    found = look(["首页", "", PARAGRAPH, "小标题", PARAGRAPH, "分享"])
    assert [line and line.part for line in found] == ["head", None, "prose", "amid", "prose", "tail"]


@pytest.mark.parametrize(
    "raw",
    [
        f"矿用卡车交付首台\n{PARAGRAPH}\n{PARAGRAPH}\n",
        f"矿用卡车交付首台\n型号\nHY120E\n载重\n120吨\n{PARAGRAPH}\n",
        f"矿用卡车交付首台\n{PARAGRAPH}\n附件：1.参数表\n恒岳重工\n2023年5月4日\n",
        f"对话总工\n问：最难的是什么？\n答：电池。\n问：下一步呢？\n答：换电。\n{PARAGRAPH}\n",
    ],
)
def test_short_lines_of_an_article_without_a_frame_stay(raw: str, cleaned: Callable[..., Draft]) -> None:
    assert [removal for removal in cleaned(raw).removed if removal.rule == "framing"] == []


def test_frames_in_words_no_rule_has(cleaned: Callable[..., Draft]) -> None:
    raw = (
        "铁马之家 - 玩车人的窝\n我要发帖 签到领积分 找回密码\n矿用卡车交付首台\n"
        f"{PARAGRAPH}\n{PARAGRAPH}\n"
        "踩一脚(2) 顶上去(15) 只看楼主\n3楼 爱车的羊 昨天 22:10\n沙发是我的\n还没账号？马上加入铁马之家\n"
    )
    assert cleaned(raw).text.split() == ["矿用卡车交付首台", PARAGRAPH, PARAGRAPH]


def test_the_opening_post_of_a_forum_stays(cleaned: Callable[..., Draft]) -> None:
    post = "打算今年五一前把首付交了，看中一套89平的三居，总价128万，首付38.4万，想问问本地的朋友这个价合不合适。"
    lines = (
        "云岭论坛 » 本地 » 房产",
        "查看: 872 | 回复: 3",
        "总价128万的三居能不能入手",
        "楼主 发表于 2024-3-2 10:15 | 只看该作者",
        post,
        "回复 支持 反对 举报",
        "沙发 发表于 2024-3-2 11:02",
        "我去年买的比这便宜，再等等吧，反正不急着住。",
        "回复 支持 反对 举报",
    )
    assert post in cleaned("\n".join(lines)).text
