from collections.abc import Callable
from itertools import pairwise
from math import exp, log

import numpy as np
import pytest

from pipeline.clean.frame import framing
from pipeline.clean.frame.framing import points
from pipeline.clean.frame.framing.look import ASPECTS, Part, look
from pipeline.clean.frame.framing.model import Model, odds, probabilities, reader
from pipeline.clean.frame.framing.signs import folded, keys_of
from pipeline.clean.ledger import Cut
from pipeline.draft import Draft

PARAGRAPH = "恒岳重工首台纯电动矿用卡车在总装车间交付，历时二十六个月，累计投入研发费用一亿三千五百万元。"
NO_SHAPES = {name: [0] for name in ASPECTS}


def chained(own: list[float], model: Model) -> list[float]:
    """The same probabilities by going through all readings of a page."""
    weights = {}
    for reading in range(2 ** len(own)):
        sites = [bool(reading >> place & 1) for place in range(len(own))]
        value = model.first * sites[0] + sum(odd for odd, site in zip(own, sites, strict=True) if site)
        for before, site in pairwise(sites):
            steps = (model.author_author, model.author_site, model.site_author, model.site_site)
            value += steps[2 * before + site]
        weights[tuple(sites)] = exp(value)
    total = sum(weights.values())
    return [sum(w for sites, w in weights.items() if sites[place]) / total for place in range(len(own))]


def test_probabilities_are_those_of_all_readings_together() -> None:
    model = Model({}, NO_SHAPES, 0.3, 0.4, -0.9, -1.1, 0.6)
    own = [1.5, -2.25, 0.5, -0.75, 3.0]
    assert probabilities(own, model) == pytest.approx(chained(own, model))


def test_a_line_taken_by_a_rule_speaks_for_its_neighbours() -> None:
    model = reader(Model({}, NO_SHAPES, 0.0, log(3), 0.0, 0.0, log(3)))
    assert probabilities(odds(look(["分享", "分享"]), model), model.model)[1] == pytest.approx(0.5)
    assert probabilities(odds(look(["", "分享"]), model), model.model)[1] == pytest.approx(0.75)


def test_the_words_of_a_line_speak_for_it_and_not_for_its_neighbour() -> None:
    model = reader(Model({"分享": 300, "\n分": 100}, NO_SHAPES, 0.0, 0.0, 0.0, 0.0, 0.0))
    # Two words of six: three pairs, two of them with an end of the line, and three threes.
    assert odds(look(["分享", "一分享"]), model) == pytest.approx([4 / 6**0.5, 3 / 8**0.5])


def test_a_shape_speaks_for_a_line() -> None:
    model = reader(Model({}, {**NO_SHAPES, "ends": [0, 150]}, 0.0, 0.0, 0.0, 0.0, 0.0))
    assert odds(look(["好。", "好"]), model) == [1.5, 0.0]


def test_runs_of_figures_and_of_letters_are_one_sign() -> None:
    assert "".join(map(chr, folded("第２0页 App3.14，ＡＢc"))) == "第0页 a0.0，a"


def test_words_have_keys_of_their_own() -> None:
    words = ["分享", "享分", "分享到", "\n分", "分\n", "00"]
    assert len(set(keys_of(words).tolist())) == len(words)


def test_what_comes_again_on_a_page_is_known_whatever_its_figures() -> None:
    first, second = look(["赞 3", PARAGRAPH, "赞 15", "赞 7"]), look(["赞 3", PARAGRAPH, "踩 15", "顶 7"])
    assert not np.array_equal(first.shapes[:, 0], second.shapes[:, 0])


def test_no_lines_no_probabilities() -> None:
    assert framing.read([]) == []


def test_what_the_ledger_leaves_of_lines() -> None:
    raw = "首页\n生平编辑\n编辑\n来源\n"
    ledger = [Cut(0, 2, "widget", "menu"), Cut(5, 7, "widget", "glued"), Cut(8, 10, "widget", "glued")]
    places = [(0, 2), (3, 7), (8, 10), (11, 13)]
    assert framing.left(raw, places, ledger, {"glued"}) == ["", "生平", None, "来源"]


def test_parts_of_a_page() -> None:
    found = look(["首页", "", PARAGRAPH, "小标题", PARAGRAPH, "分享"])
    assert found.parts == ["head", "head", "prose", "amid", "prose", "tail"]
    assert found.taken == [False, True, False, False, False, False]


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


def test_a_very_long_line_is_looked_at_by_its_ends(cleaned: Callable[..., Draft]) -> None:
    raw = f"首页\n矿用卡车交付首台\n{PARAGRAPH}\n{'好' * 100_000}\n{'赞 1' * 50_000}\n分享到\n"
    assert "好" * 100_000 in cleaned(raw).text


def test_many_lines(cleaned: Callable[..., Draft]) -> None:
    raw = f"矿用卡车交付首台\n{PARAGRAPH}\n" + "回复 赞(2)\n举报\n" * 20_000
    assert cleaned(raw).text.split() == ["矿用卡车交付首台", PARAGRAPH]


def test_frames_in_words_no_rule_has(cleaned: Callable[..., Draft]) -> None:
    raw = (
        "铁马之家 - 玩车人的窝\n我要发帖 签到领积分 找回密码\n矿用卡车交付首台\n"
        f"{PARAGRAPH}\n{PARAGRAPH}\n"
        "踩一脚(2) 顶上去(15) 只看楼主\n3楼 爱车的羊 昨天 22:10\n沙发是我的\n还没账号？马上加入铁马之家\n"
    )
    assert cleaned(raw).text.split() == ["矿用卡车交付首台", PARAGRAPH, PARAGRAPH]


def test_an_encyclopaedia_s_sections_stay(cleaned: Callable[..., Draft]) -> None:
    lines = ("企业理念", "愿景:让矿山安静下来", "相关项目", f"静谷计划:{PARAGRAPH}", "备案信息", PARAGRAPH)
    raw = "\n".join(("恒岳重工", PARAGRAPH, "播报 编辑", "发展历程", PARAGRAPH, *lines, "分享到：微信"))
    assert [line for line in lines if line not in cleaned(raw).text] == []


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


POINTS = ("· 共鸣：有人点赞、转发", "· 面子：被人认出来是老用户", "· 回报：写得好有人看", "· 跟风：别人评论自己也评论")
FRAME = ("首页 > 观点 > 运营", "分享到：微信 微博", "相关阅读", "山脚下的养蜂人", "版权所有 © 2023 恒岳在线")


def in_a_frame(*lines: str) -> str:
    return "\n".join((FRAME[0], "社区的冷启动", PARAGRAPH, *lines, *FRAME[1:]))


@pytest.mark.parametrize(
    "lines",
    [
        (PARAGRAPH, *POINTS, PARAGRAPH),
        ("这样做的理由有四个：", *(point[2:] for point in POINTS), PARAGRAPH),
        (PARAGRAPH, *(f"{number}. {point[2:]}" for number, point in enumerate(POINTS, 1)), PARAGRAPH),
        (PARAGRAPH, *(f"{number}、{point[2:]}" for number, point in zip("一二三四", POINTS, strict=True)), PARAGRAPH),
    ],
)
def test_a_list_between_paragraphs_without_a_label_is_the_author_s(
    lines: tuple[str, ...], cleaned: Callable[..., Draft]
) -> None:
    text = cleaned(in_a_frame(*lines)).text
    assert [line for line in lines if line not in text] == []


def test_a_list_between_paragraphs_with_a_site_s_label_goes(cleaned: Callable[..., Draft]) -> None:
    lines = ("相关阅读：", "· 恒岳重工换了总经理", "· 矿用卡车能跑多远", "· 露天矿的一天")
    text = cleaned(in_a_frame(PARAGRAPH, *lines, PARAGRAPH)).text
    assert [line for line in lines if line in text] == []


@pytest.mark.parametrize(
    ("going", "left"),
    [
        ("..---.", "......"),
        (".----.", ".----."),  # the label goes with its list
        ("..----", "..----"),  # nothing of the article follows
    ],
)
def test_which_lists_are_kept(going: str, left: str) -> None:
    lines = [PARAGRAPH, "如下", "· 甲", "· 乙", "· 丙", PARAGRAPH]
    parts: list[Part | None] = ["prose", "amid", "amid", "amid", "amid", "prose"]
    found = points.kept(lines, parts, [0.1] * len(lines), [mark == "-" for mark in going])
    assert "".join("-" if goes else "." for goes in found) == left
