from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.draft import Draft
from pipeline.ingest import dates, published

REAL_PAGE = Path(__file__).parents[2] / "raw" / "2024-04" / "000_bdb57fe06f2fe415.txt"
DAY = "2019-05-17"
BYLINES = (*published.LABELLED, *published.AT_TOP)
BODY = "去年，全市完成投资三千万元。\n" * 3


@pytest.mark.parametrize(
    ("byline", "example"),
    [pytest.param(byline, text, id=f"{byline.name}: {text}") for byline in BYLINES for text in byline.examples],
)
def test_byline_gives_its_day(byline: published.Byline, example: str) -> None:
    match = byline.pattern.search(example)
    assert match is not None
    assert dates.of(match) == DAY


@pytest.mark.parametrize(
    ("byline", "other"),
    [pytest.param(byline, text, id=f"{byline.name}: {text}") for byline in BYLINES for text in byline.others],
)
def test_byline_gives_nothing_for_what_is_no_byline(byline: published.Byline, other: str) -> None:
    assert byline.pattern.search(other) is None


@pytest.mark.parametrize("other", [text for byline in BYLINES for text in byline.others])
def test_what_is_no_byline_gives_no_publication_date(other: str) -> None:
    assert published.in_text(f"题目\n导语。\n{other}\n{BODY}") is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-05-17", DAY),
        ("2019-05-17T08:12:00+08:00", DAY),
        ("2019-05-17 08:12:33", DAY),
        ("2019/5/17", DAY),
        ("2019.05.17", DAY),
        ("20190517", DAY),
        ("20190517081233", DAY),
        ("2019年5月17日 08:12", DAY),
        ("Fri, 17 May 2019 08:12:00 GMT", DAY),
        ("May 17, 2019", DAY),
        ("17/05/2019 08:12", DAY),
        ("May 2019", None),
        ("3 days ago", None),
        ("2020-02-29", "2020-02-29"),
        ("2019-02-29", None),
        ("2019-13-01", None),
        ("1066-10-14", None),
        ("2019-05", None),
        ("20190517123", None),
        ("just now", None),
        ("", None),
        ("1558051920", None),
        ("1973-06-19T17:12:04", "1973-06-19"),
    ],
)
def test_stated_date_is_read_or_refused(value: str, day: str | None) -> None:
    assert dates.parse(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://e.cn/2019/05/17/article.html", DAY),
        ("http://e.cn/2019-05/17/c_1124506.htm", DAY),
        ("http://e.cn/20190517/123.shtml", DAY),
        ("http://e.cn/n1/2019/0517/c1001-3108.html", DAY),
        ("http://e.cn/201905/t20190517_123.html", DAY),
        ("http://e.cn/a/2019-05-17/doc-ihv.shtml", DAY),
        ("http://e.cn/news/2019-05-17.html", DAY),
        ("http://e.cn/a/20190517", DAY),
        ("http://e.cn/p/201905171234.html", None),
        ("http://e.cn/20191317/1.html", None),
        ("http://e.cn/view?date=2019-05-17", None),
        ("http://e.cn/item/2019/1.html", None),
    ],
)
def test_date_in_an_address(url: str, day: str | None) -> None:
    assert published.in_url(url) == day


@pytest.mark.parametrize(
    "text",
    [
        f"题目\n来源：新华网 2019-05-17 08:12\n{BODY}",
        f"首页 > 新闻\n题目\n2019-05-17 08:12:33　来源：晚报　浏览：12次\n{BODY}",
        f"题目\n发布时间：2019年5月17日　编辑：admin\n{BODY}",
        f"题目\n时间:2019-5-17\n{BODY}",
        f"题目\n发布时间：\n2019-05-17 08:12\n{BODY}",
        f"题目\n云岭日报　2019年5月17日　第03版\n{BODY}",
        f"题目\n2019年05月17日\n{BODY}",
        f"题目\n{BODY}发布日期：2019/05/17\n责任编辑：王某\n",
        f"题目\n新华社北京2019年5月17日电（记者 王某）大会今天开幕。\n{BODY}",
        f"題目\n中華民國108年5月17日 記者林某\n{BODY}",
        f"关于加强管理的通知\n{BODY * 4}云岭市人民政府\n二〇一九年五月十七日\n",
        f"云岭市国民经济统计公报\n云岭市统计局　2019年5月17日\n{BODY * 4}",
        f"{'栏目' * 3}\n" * 20
        + f"题目\n楼主 发表于 2019-5-17 08:12\n{BODY}沙发 发表于 2019-5-18 09:10\n谢谢。\n"
        + "评论\n" * 9,
        f"题目\n2019-05-17　云岭市市场监督管理局　执法科供稿\n{BODY * 4}",
        f"关于放假的通知\n{BODY * 4}云岭市教育局 2019年5月17日\n",
        f"年度工作报告\n{BODY * 4}云岭济众慈善基金会\n2019年5月17日\n责任编辑：王某\n",
    ],
)
def test_byline_of_a_page_is_found(text: str) -> None:
    assert published.in_text(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        f"发展历程\n2019年5月17日\n公司成立。\n2020年5月17日\n公司上市。\n{BODY}",
        f"题目\n2019年5月17日，公司成立。\n{BODY}",
        f"题目\n2019年\n公司成立。\n{BODY}",
        f"题目\n发布时间：2019年2月30日\n{BODY}",
        f"题目\n{BODY * 10}时间：2019-05-17\n{BODY * 10}",
        f"发展历程\n{BODY * 4}公司上市\n2019年5月17日\n挂牌\n",
        f"发展历程\n{BODY * 4}2018年1月1日\n成立\n云岭公司\n2019年5月17日\n",
        f"获奖名单\n云岭大学　2019年5月17日\n云岭公司　2018年5月17日\n{BODY}",
        f"题目\n{BODY * 10}公司发布时间：2019年5月17日的公告，列明了各项数据。\n{BODY * 10}",
        f"题目\n{BODY}会议时间：2019-05-17 08:12，地点另行通知。\n{BODY}",
    ],
)
def test_other_dates_are_no_publication_date(text: str) -> None:
    assert published.in_text(text) is None


def test_byline_behind_a_late_title_is_found() -> None:
    navigation = "".join(f"栏目{number}\n" for number in range(60))
    assert published.in_text(f"{navigation}题目\n来源：晚报 2019-05-17\n{BODY}", "题目") == DAY


def test_timeline_of_the_real_page_has_no_publication_date(page: Callable[..., Draft]) -> None:
    draft = page(REAL_PAGE.read_bytes())
    assert (draft.published, draft.published_from) == (None, None)


@pytest.mark.parametrize(
    ("stated", "text", "uri", "expected"),
    [
        (["2021-01-01"], "发布时间：2021-01-02", "http://e.cn/2021/01/03/", ("2021-01-01", "meta")),
        (["soon"], "发布时间：2021-01-02", "http://e.cn/2021/01/03/", ("2021-01-02", "text")),
        ([], "正文。", "http://e.cn/2021/01/03/", ("2021-01-03", "url")),
        ([], "正文。", "http://e.cn/", ("2021-01-04", "option")),
        ([], "正文。", None, ("2021-01-04", "option")),
    ],
)
def test_sources_in_their_order(stated: list[str], text: str, uri: str | None, expected: tuple[str, str]) -> None:
    assert published.find(stated, text, uri, None, "2021-01-04") == expected


def test_option_applies_only_where_a_page_states_none(page: Callable[..., Draft]) -> None:
    assert page("正文。".encode(), published="2021-01-04").published_from == "option"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-05-17T08:12:00+08:00">',
        '<meta name="PubDate" content="2019-05-17 08:12">',
        "<META NAME=publishdate CONTENT=2019-05-17>",
        '<meta itemprop="datePublished" content="2019-05-17">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-05-17T08:12"}</script>',
        '<script type="application/ld+json">{"pubDate":"2019-05-17T08:12:00"}</script>',
        '<time pubdate datetime="2019-05-17">vor Jahren</time>',
    ],
)
def test_date_in_html_metadata(page: Callable[..., Draft], head: str) -> None:
    draft = page(f"<html><head>{head}</head><body><p>正文。2020-01-01</p>".encode(), "page.html")
    assert (draft.published, draft.published_from) == (DAY, "meta")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2019-05-17">',
        '<meta name="expires" content="2019-05-17">',
        '<script>var datePublished = "2019-05-17"</script>',
        '<time datetime="2019-05-17">活动时间</time>',
    ],
)
def test_other_dates_in_html_metadata_are_no_publication_date(page: Callable[..., Draft], head: str) -> None:
    assert page(f"<html><head>{head}</head><body><p>正文。</p>".encode(), "page.html").published is None


def test_a_byline_counts_below_a_menu_of_any_usual_length() -> None:
    menu = "\n".join(f"栏目{number}" for number in range(60))
    paragraph = "去年，全市完成投资三千万元，比上年增长两成；" + "今年的目标已经写进了年初的计划，" * 3 + "进度不慢。"
    page = (
        f"{menu}\n全市投资增长两成\n2019-05-17 12:11来源：云岭网作者：李某\n{paragraph}\n别处的新闻\n2019-09-30 07:42"
    )
    assert published.in_text(page) == DAY
