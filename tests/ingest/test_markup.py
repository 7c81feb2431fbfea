from collections.abc import Callable

import pytest

from pipeline.draft import Draft
from pipeline.ingest.content import Content
from pipeline.ingest.markup import parse, visible
from pipeline.spans import disjoint

Read = Callable[..., Draft]


def text(source: str) -> str:
    return visible.read(source).text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>一<p>二", "一\n二"),
        ("一<br>二<br/>三", "一\n二\n三"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三"),
        ("<p>甲<b>乙</b><a href=x>丙</a>丁</p>", "甲乙丙丁"),
        ("<p>  甲 \n\t 乙  </p>", "甲 乙"),
        ("<p>甲 <b> 乙</b></p>", "甲 乙"),
        ("<p>甲&nbsp;&nbsp;乙</p>", "甲\u00a0\u00a0乙"),
        ("<p>　　缩进</p>", "　　缩进"),
        ("&lt;p&gt; &amp; &#20013; &#x6587; &hellip;", "<p> & 中 文 …"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("<ul><li>一<li>二</ul>", "一\n二"),
        ("<h1>题</h1>正文", "题\n正文"),
        ("<table><tr><th>年<th>额<tr><td>2020<td>80万元</table>尾", "年\t额\n2020\t80万元\n尾"),
        ("<table><tr><td><p>年</p></td><td><p>额</p></td></tr></table>", "年\t额"),
        ("<table><tr><td><p>一</p><p>二</p></td><td>三</td></tr></table>", "一\n二\n三"),
        ("<p></p><div> </div><p>一</p><p></p>", "一"),
        ("3 < 5 且 a<b", "3 < 5 且 a<b"),
        ('<a title="a>b">甲</a>', "甲"),
        ("<p class=a/b>甲</p >乙", "甲\n乙"),
        ("甲<!-- 乙 > 丙 -->丁<!doctype html>", "甲丁"),
        ("甲</>乙", "甲乙"),
        ("甲<unfinished", "甲<unfinished"),
    ],
)
def test_visible_text_breaks_where_blocks_do(source: str, expected: str) -> None:
    assert text(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">赌</span>',
        "<span style='Display : None !important'>赌</span>",
        "<span hidden>赌</span>",
        '<span style="visibility:hidden">赌</span>',
        '<span style="font-size:0">赌</span>',
        '<span style="font-size:0px;color:red">赌</span>',
        '<span style="opacity:0">赌</span>',
        '<span style="position:absolute;left:-9999px">赌</span>',
        '<span style="height:0;overflow:hidden">赌</span>',
        '<span style="color:#fff">赌</span>',
        '<font color="white">赌</font>',
        '<span style="color:#FFFFFF;background:#fff">赌</span>',
        '<span class="x y">赌</span>',
        '<span id="z">赌</span>',
        "<script>赌</script>",
        "<style>赌</style>",
        "<template><b>赌</b></template>",
        "<noscript>赌</noscript>",
        "<textarea>赌</textarea>",
        "<iframe>赌</iframe>",
        "<!--赌-->",
        '<span style="display:none">赌<b>赌</b><span>赌</span>赌</span>',
        '<img alt="赌">',
        '<input value="赌">',
    ],
)
def test_what_no_reader_sees_is_no_text(hidden: str) -> None:
    page = f"<style>.x,.other{{display:none}} #z{{visibility:hidden}}</style><p>前{hidden}后</p>"
    assert text(page) == "前后"


@pytest.mark.parametrize(
    "shown",
    [
        '<span style="display:block">留</span>',
        '<span style="font-size:0.9em">留</span>',
        '<span style="color:#fff;background:#c00">留</span>',
        '<span style="background:#c00"><b style="color:#fff">留</b></span>',
        '<span style="opacity:0.8">留</span>',
        '<span data-style="hide">留</span>',
        '<span class="printed">留</span>',
        '<span class="narrow">留</span>',
        '<span class="hovered">留</span>',
        '<span style="overflow:hidden">留</span>',
        "<button>留</button>",
    ],
)
def test_what_a_reader_sees_is_text(shown: str) -> None:
    sheet = (
        "@media print{.printed{display:none}} @media (max-width:9px){.narrow{display:none}}"
        " .hovered:hover{display:none}"
    )
    assert text(f"<style>{sheet}</style><p>前{shown}后</p>") == "前留后"


def test_white_text_in_a_box_of_unknown_ground_is_text() -> None:
    assert text('<div class="banner"><span style="color:#fff">标语</span></div>') == "标语"


@pytest.mark.parametrize(
    "source",
    [
        '<p style="display:none">藏<p>见',
        '<ul><li style="display:none">藏<li>见</ul>',
        '<div style="display:none"><p>藏</div>见',
        '<table><tr><td style="display:none">藏<td>见</table>',
        '<div style="display:none"><div>藏</div>藏</div></div>见',
    ],
)
def test_hiding_ends_with_the_element(source: str) -> None:
    assert text(source) == "见"


@pytest.mark.parametrize("style", ["display:none", "visibility:hidden", "opacity:0"])
def test_body_that_a_script_would_show_is_text(style: str) -> None:
    assert text(f'<html style="{style}"><body style="{style}"><p>见') == "见"


@pytest.mark.parametrize("style", ["visibility: hidden", "opacity:0", "display:none"])
def test_article_that_a_script_would_show_is_text_but_not_what_it_hides_amid_lines(style: str) -> None:
    article = '<p>今年粮食丰收。<span style="display:none">赌场</span></p>' * 3
    found = text(f'<h1>题目</h1><div id="content" style="{style}">{article}</div><p>来源</p>')
    assert found.splitlines() == ["题目", *["今年粮食丰收。"] * 3, "来源"]


def test_hidden_keywords_are_no_article() -> None:
    keywords = "网赌平台 棋牌源码 贷款秒下 " * 50
    assert text(f'<p>今年粮食丰收。</p><div style="display:none">{keywords}</div>') == "今年粮食丰收。"


def test_blocks_tile_the_text_and_name_their_elements() -> None:
    found = visible.read("<h2>题</h2><div>甲<p>乙</p></div><table><tr><td>丙<td>丁</table>")
    lines = [(found.text[line.start : line.end], line.tag) for line in found.lines]
    assert lines == [("题", "h2"), ("甲", "div"), ("乙", "p"), ("丙", "td"), ("丁", "td")]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>全市水库除险加固完工_要闻_某某网</title><h1>全市水库除险加固完工</h1>", "全市水库除险加固完工"),
        ("<title>全市水库除险加固完工 - 某某网</title>", "全市水库除险加固完工"),
        ("<title>全市水库除险加固完工-某某新闻网</title>", "全市水库除险加固完工"),
        ("<title>全市水库除险加固完工|某某网</title>", "全市水库除险加固完工"),
        ("<title>全市水库除险加固完工 要闻_某某网</title><div>全市水库除险加固完工</div>", "全市水库除险加固完工"),
        (
            "<title>某某网要闻频道：全市水库除险加固完工</title><div>某某网要闻频道</div>",
            "某某网要闻频道：全市水库除险加固完工",
        ),
        ("<title>某某网</title><meta property=og:title content='全市水库除险加固完工'>", "全市水库除险加固完工"),
        ("<h1>全市水库除险加固完工</h1>", "全市水库除险加固完工"),
        ("<title>2019-2020年度报告</title>", "2019-2020年度报告"),
        ("<title> </title><p>正文", None),
    ],
)
def test_title_is_the_article_s(source: str, title: str | None) -> None:
    assert parse(source, encoding="utf-8", sha256="").title == title


def test_keywords_are_taken() -> None:
    source = '<meta name="Keywords" content="医院，门诊, 体检、健康">'
    assert parse(source, encoding="utf-8", sha256="").keywords == ["医院", "门诊", "体检", "健康"]


def test_address_of_the_page_itself_is_its_uri(page: Read) -> None:
    draft = page('<link rel="canonical" href="https://e.cn/2019/05/17/a.html"><p>正文。'.encode(), "a.html")
    assert (draft.source.uri, draft.published, draft.published_from) == (
        "https://e.cn/2019/05/17/a.html",
        "2019-05-17",
        "url",
    )


PARAGRAPHS = [
    f"{year}年，云岭茶区的茶园面积继续扩大，当地农户的收入有了明显的提高，合作社也添置了新的加工设备。"
    for year in range(2012, 2018)
]
PAGE = f"""<!DOCTYPE html><html><head><title>云岭茶区十年变迁_地理_某某网</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li>
<li><a href="/x">财经</a></li></ul></div>
<div class="main"><h1>云岭茶区十年变迁</h1><div class="content">
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}<span style="display:none">网址一二三四五六七八九十</span>{PARAGRAPHS[2]}</p>
<h2>面积与产值</h2><p>{PARAGRAPHS[3]}</p>
<table><tr><td>年份</td><td>产值</td></tr><tr><td>2015</td><td>80万元</td></tr></table>
<p>{PARAGRAPHS[4]}</p><p>{PARAGRAPHS[5]}</p></div></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">某地樱花开了</a></li>
<li><a href="/2">某地开渔了</a></li></ul></div>
<div class="footer">关于我们 | 版权所有 © 某某网 | 陵ICP备01234567号</div></body></html>"""


def test_article_is_told_from_furniture() -> None:
    found = parse(PAGE, encoding="utf-8", sha256="")
    regions = {found.text[block.start : block.end]: block.region for block in found.layout}
    article = {"云岭茶区十年变迁", *PARAGRAPHS[:1], PARAGRAPHS[1] + PARAGRAPHS[2], "面积与产值", "2015", "80万元"}
    furniture = {"首页", "新闻", "某地樱花开了", "关于我们 | 版权所有 © 某某网 | 陵ICP备01234567号"}
    assert {name: regions[name] for name in article | furniture} == {
        **dict.fromkeys(article, "article"),
        **dict.fromkeys(furniture, "furniture"),
    }


def test_page_without_an_article_is_article_throughout() -> None:
    assert {block.region for block in parse("<p>短。<p>句。", encoding="utf-8", sha256="").layout} == {"article"}


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested": lambda n: "<div>" * n + "中" + "</div>" * n,
    "lists": lambda n: "<ul><li>" * n,
    "tables": lambda n: "<table><tr><td>" * n,
    "formatting": lambda n: "<b>" * n + "中",
    "opening": lambda n: "<" * n,
    "unclosed tags": lambda n: "<a " * n,
    "unclosed values": lambda n: '<a x="' * n,
    "comments": lambda n: "<!--" * n,
    "style comments": lambda n: "<style>" + "/*" * n,
    "style rules": lambda n: "<style>" + ".a{" * n,
    "ends without a start": lambda n: "<td>" * n + "</div>" * n,
    "cells": lambda n: "<td>中" * n,
    "hidden": lambda n: '<p style="display:none">' * n,
    "entities": lambda n: "&#x" * n,
    "attributes": lambda n: "<a " + "x=y " * n + ">",
    "paragraphs": lambda n: "<p>2023年，收入80万元。</p>" * n,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_with_its_blocks_in_order(source: Callable[[int], str]) -> None:
    # A rule of quadratic time would take minutes here.
    content = parse(source(20_000), encoding="utf-8", sha256="")
    assert disjoint((block.start, block.end) for block in content.layout)
    assert all(block.end <= len(content.text) for block in content.layout)


@pytest.mark.parametrize(
    ("title", "top"),
    [
        ("东嘉港集团年报", "<h1>东嘉港集团年报</h1>"),
        ("东嘉港 - 欢迎光临", "<h1>东嘉港集团年报</h1>"),
        ("东嘉港集团年报", '<h1><a href="/">东嘉港在线</a></h1><h2>东嘉港集团年报</h2>'),
    ],
)
def test_the_heading_of_the_article_belongs_to_it(title: str, top: str) -> None:
    body = "".join(
        f"<p>{year}年，集团收入{year - 2010}亿元，员工满意，客户放心，未来可期。</p>" for year in range(2015, 2024)
    )
    nav = '<nav><a href="/n">新闻</a> <a href="/f">财经</a></nav>'
    page = f"<html><head><title>{title}</title></head><body>{nav}{top}{body}</body></html>"
    content = parse(page, encoding="utf-8", sha256="0" * 64)
    regions = {content.text[block.start : block.end]: block.region for block in content.layout}
    assert regions["东嘉港集团年报"] == "article"
    assert regions.get("东嘉港在线", "furniture") == "furniture"
    assert regions["新闻 财经"] == "furniture"


CARDS = "".join(
    f'<dl><dt><a href="/{n}">第{n}条新闻的标题写在这里</a></dt>'
    "<dd>这一条新闻的摘要，说了一件别处的事。</dd><dd>2019-09-30</dd></dl>"
    for n in range(3)
)


def regions_of(content: Content) -> dict[str, str]:
    return {content.text[block.start : block.end]: block.region for block in content.layout}


def test_cards_of_other_pages_below_the_article_are_no_part_of_it() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html><body><h1>云岭茶区十年变迁</h1><div>{body}</div><div><h2>为你推荐</h2>{CARDS}</div></body></html>"
    regions = regions_of(parse(page, encoding="utf-8", sha256=""))
    assert regions["第1条新闻的标题写在这里"] == "furniture"
    assert regions["这一条新闻的摘要，说了一件别处的事。"] == "furniture"
    assert regions["为你推荐"] == "furniture"
    assert regions[PARAGRAPHS[-1]] == "article"


def test_a_page_that_is_made_of_cards_keeps_them() -> None:
    regions = regions_of(
        parse(
            f"<html><body><h1>一周要闻</h1><p>本周要闻如下。</p>{CARDS * 4}</body></html>", encoding="utf-8", sha256=""
        )
    )
    assert regions["这一条新闻的摘要，说了一件别处的事。"] == "article"


def test_where_title_names_the_column_the_heading_above_the_article_is_its_title() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = (
        "<html><head><title>新闻动态--某某学会官网</title></head><body><h3>首页 - 新闻动态</h3>"
        f"<div><h5>全国茶学年会在云岭成功举行！</h5><i>发布时间：2019-05-18</i><div>{body}</div></div></body></html>"
    )
    content = parse(page, encoding="utf-8", sha256="")
    assert content.title == "全国茶学年会在云岭成功举行！"
    assert regions_of(content)["全国茶学年会在云岭成功举行！"] == "article"


def test_the_title_may_be_a_later_part_of_what_the_head_says() -> None:
    page = (
        "<html><head><title>茶价预测--最新报告出炉：全国春茶产量同比增长2.3%</title></head>"
        "<body><div>茶价预测</div><div>最新报告出炉：全国春茶产量同比增长2.3%</div><p>报告说，今年风调雨顺。</p></body></html>"
    )
    assert parse(page, encoding="utf-8", sha256="").title == "最新报告出炉：全国春茶产量同比增长2.3%"
