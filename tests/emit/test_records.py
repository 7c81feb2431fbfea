import pytest

from pipeline.emit.records import records
from tests.emit.pages import document


def dates(page):
    return [(r.date.start, r.date.resolved_from, r.date.text) if r.date else None for r in records(page)]


def test_a_record_is_a_body_sentence_with_something_found_in_it():
    page = document(
        ("title", [], "[DATE 2023-01-01|2023年]总结"),
        ("heading", [], "[DATE 2023-06-01|6月]"),
        ("body", ["6月"], "没有数字的一句。"),
        ("body", ["6月"], "投入[MONEY 80|80元]。"),
    )
    assert [record.text for record in records(page)] == ["投入80元。"]


def test_quantities_go_with_a_fact_and_make_none_alone():
    page = document(
        ("title", [], "总结"),
        ("body", [], "共有[QUANTITY 24000 家|2.4万家]店。"),
        ("body", [], "投入[MONEY 80|80元]，改造[QUANTITY 37 座|37座]牧场。"),
    )
    [record] = records(page)
    assert record.text == "投入80元，改造37座牧场。"
    assert [(q.id, q.text, q.number, q.unit) for q in record.quantities] == [("E3", "37座", "37", "座")]


@pytest.mark.parametrize(
    "line",
    [
        "[DATE 2023-11-08|2023-11-08 17:20]　来源：江州观察　作者：廖某",
        "[DATE 2023-10-28|2023年10月28日 07:45]　南方观察　记者 钟某某",
        "漁鄉電子報　記者蔡某某／南川報導　[DATE 2024-04-18|民國113年4月18日]",
        "发布时间：[DATE 2019-05-17|2019-05-17]",
        "时间：[DATE 2019-05-17|2019-05-17]　浏览：[QUANTITY 1832 次|1832次]",
        "[DATE 2019-09-26|2019-09-26 14:32:07]",
    ],
)
def test_a_line_that_says_when_the_page_came_out_is_no_record(line):
    assert dates(document(("title", [], "总结"), ("body", [], line))) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("青麓县统计局　[DATE 2023-11-08|2023年11月8日]", 0),
        ("[DATE 2023-11-08|2023年11月8日]　《识拣》月刊　第546期", 0),
        ("青麓县统计局　[DATE 2023-10-08|2023年10月8日]成立", 1),
        ("[DATE 2023-11-08|2023年11月8日]大桥已通车", 1),
        ("[DATE 2023-11-08|2023年11月8日]，大桥通车", 1),
    ],
)
def test_a_line_of_the_day_of_publication_without_a_clause_is_no_record(line, number):
    assert len(list(records(document(("body", [], line), published="2023-11-08")))) == number


def test_the_title_again_is_no_record():
    page = document(("body", [], "桥费降到[MONEY 5|5元]"), ("body", [], "过桥费降到[MONEY 5|5元]。"))
    page = page.model_copy(update={"title": "桥费降到5元"})
    assert [record.text for record in records(page)] == ["过桥费降到5元。"]


def test_a_year_in_a_title_is_no_fact():
    page = document(
        ("title", [], "画家"), ("body", [], "代表作：《雪渡图》《[DATE 1954-01-01..1954-12-31|1954年]的瓯江》")
    )
    assert dates(page) == []


@pytest.mark.parametrize(
    "line",
    [
        "成立时间：[DATE 2010-05-01|2010年5月1日]",
        "[DATE 2020-05-01|2020年5月1日]发布新品",
        "[DATE 2020-05-01|5月1日]记者节",
    ],
)
def test_a_line_without_a_stop_may_still_tell_of_a_fact(line):
    assert len(dates(document(("title", [], "总结"), ("body", [], line)))) == 1


def test_the_date_in_the_sentence_comes_first():
    page = document(
        ("heading", [], "[DATE 2020-10-01..2020-10-31|2020年10月]"),
        ("body", ["2020年10月"], "[DATE 2020-10-23|10月23日]启动。"),
    )
    assert dates(page) == [("2020-10-23", "text", "10月23日")]


def test_then_the_date_of_the_heading():
    page = document(
        ("heading", [], "[DATE 2020-10-01..2020-10-31|2020年10月]"),
        ("body", ["2020年10月"], "[DATE 2020-10-23|10月23日]启动。"),
        ("body", ["2020年10月"], "投入[MONEY 80|80元]。"),
    )
    assert dates(page)[1] == ("2020-10-01", "heading", "2020年10月")


def test_a_heading_further_up_counts_where_the_nearest_has_no_date():
    page = document(
        ("heading", [], "[DATE 2023-01-01..2023-12-31|2023年]"),
        ("heading", ["2023年"], "业绩"),
        ("body", ["2023年", "业绩"], "投入[MONEY 80|80元]。"),
    )
    assert dates(page) == [("2023-01-01", "heading", "2023年")]


def test_then_the_running_date_of_the_section():
    page = document(
        ("heading", [], "整治"),
        ("body", ["整治"], "[DATE 2021-03-01|2021年3月1日]发布报告。"),
        ("body", ["整治"], "投入[MONEY 80|80元]。"),
    )
    assert dates(page)[1] == ("2021-03-01", "previous", "2021年3月1日")


def test_a_running_date_ends_with_its_section():
    page = document(
        ("body", ["甲"], "[DATE 2021-03-01|2021年3月1日]发布报告。"),
        ("body", ["乙"], "投入[MONEY 80|80元]。"),
    )
    assert dates(page)[1] is None


def test_then_the_publication_date():
    page = document(("body", [], "投入[MONEY 80|80元]。"), published="2024-03-27")
    assert dates(page) == [("2024-03-27", "published", None)]


@pytest.mark.parametrize(
    "text",
    [
        "较[DATE 2019-01-01..2019-12-31|2019年]增长，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
        "与[DATE 2019-01-01..2019-12-31|2019年]相比，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
        "比[DATE 2019-01-01..2019-12-31|2019年]多，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
        "是[DATE 2019-01-01..2019-12-31|2019年]的2.4倍，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
        "相当于[DATE 2019-01-01..2019-12-31|2019年]40元的两倍，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
        "高于[DATE 2019-01-01..2019-12-31|2019年]同期，[DATE 2023-01-01..2023-12-31|2023年]达到80元。",
    ],
)
def test_what_a_figure_is_compared_with_is_not_the_date_of_the_fact(text):
    assert dates(document(("body", [], text))) == [("2023-01-01", "text", "2023年")]


@pytest.mark.parametrize(
    "text",
    [
        "茶园面积由[DATE 2008-01-01|2008年]的6.3万亩增加到[DATE 2023-01-01|2023年]的31.5万亩。",
        "从[DATE 2008-01-01|2008年]的6.3万亩，到[DATE 2023-01-01|2023年]的31.5万亩。",
        "[DATE 2024-03-27|3月27日]消息，截至[DATE 2023-01-01|2023年]，下载量超过1亿。",
        "记者[DATE 2024-03-27|昨日]从粮食局获悉，截至[DATE 2023-01-01|2023年]，收购186万吨。",
        "[DATE 2024-03-27|昨日]，记者从粮食局获悉，新库将于[DATE 2023-01-01|2023年]启用。",
        "协会[DATE 2024-03-27|周一]向议会提交的文件透露，[DATE 2023-01-01|2023年]减少8%。",
        "[DATE 1974-01-01|1974年]出土的玉璜[DATE 2023-01-01|明年]首次出境。",
        "[DATE 2024-03-27|一季度]的预告将于[DATE 2023-01-01|2023年]公布。",
        "[DATE 2024-03-27|3月27日]发布的公告显示，公司[DATE 2023-01-01|2023年]收入80元。",
        "[DATE 2024-03-27|3月27日]晚间披露的年报称，公司[DATE 2023-01-01|2023年]收入80元。",
        "本报[DATE 2024-03-27|3月27日]讯 公司[DATE 2023-01-01|2023年]成立。",
    ],
)
def test_where_it_began_and_when_it_was_said_give_way_to_when_it_was(text):
    assert dates(document(("body", [], text)))[0][0] == "2023-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "从[DATE 2023-01-01|2023年]起，每年[DATE 2024-01-01|1月]发布报告。",
        "[DATE 2023-01-01|2023年]消息，公司成立。",
        "[DATE 2023-01-01|2023年]发布《[DATE 2020-01-01|2020年]报告》。",
        "主体是[DATE 2023-01-01|2023年]建成的，[DATE 2024-01-01|2024年]的客流是两倍。",
        "[DATE 2023-01-01|2023年]电视剧产量80部。",
        "东站[DATE 2023-01-01|9月5日]封顶，西站将在[DATE 2024-01-01|春节]前完成。",
        "[DATE 2023-01-01|3月底]发布的《[DATE 2021-01-01|2021年]报告》显示，新市民占80%。",
        "自[DATE 2023-01-01|2023年]开工，到[DATE 2024-01-01|2024年]完工。",
    ],
)
def test_else_the_first_date_counts(text):
    assert dates(document(("body", [], text)))[0][0] == "2023-01-01"


def test_a_yardstick_alone_leaves_the_fact_to_its_heading():
    page = document(
        ("heading", [], "[DATE 2023-01-01..2023-12-31|2023年]"),
        ("body", ["2023年"], "较[DATE 2019-01-01..2019-12-31|2019年]增长。"),
    )
    assert dates(page) == [("2023-01-01", "heading", "2023年")]


def test_a_date_without_a_place_on_the_calendar_gives_way():
    page = document(("body", [], "[DATE |近日]投入[MONEY 80|80元]。"), published="2024-03-27")
    assert dates(page) == [("2024-03-27", "published", None)]


RULES = [
    # Who said so and when is not when it was; the same days a year before are what is compared with.
    ("[DATE 2024-03-11|昨日]，商务局通报，[DATE 2024-02-01|2月]销售额[MONEY 80|80元]。", "2月"),
    ("研究院[DATE 2024-01-01|1月]发布的《能源报告》认为，[DATE 2023-01-01|去年]价格上涨10%。", "去年"),
    ("[DATE 2024-03-01|3月]收入[MONEY 80|80元]，[DATE 2023-03-01|去年同期]为[MONEY 60|60元]。", "3月"),
    ("受[DATE 2023-12-01|去年底]寒流影响，价格自[DATE 2024-03-01|3月]起下跌10%。", "3月"),
    (
        "[DATE 2022-11-01|上年末]为1.4%，[DATE 2023-11-01|2023年末]降至1.2%。",
        "2023年末",
    ),
]


@pytest.mark.parametrize(("sentence", "date"), RULES, ids=[date for _, date in RULES])
def test_the_date_of_a_fact_among_several(sentence, date):
    [record] = records(document(("body", [], sentence)))
    assert record.date.text == date


def test_what_a_heading_says_on_the_day_of_publication_is_no_date_of_a_fact():
    heading = "晚报[DATE 2024-03-12|3月12日]"
    page = document(
        ("heading", [], heading),
        ("body", ["晚报3月12日"], "[DATE 2024-05-01|5月]起收购。"),
        ("body", ["晚报3月12日"], "每公斤补助[MONEY 6|6元]。"),
        published="2024-03-12",
    )
    assert dates(page)[-1] == ("2024-05-01", "previous", "5月")


def test_the_whole_year_is_that_of_the_report():
    page = document(
        ("body", [], "[DATE 2024-02-28|2月28日]，平台发布《2023年度报告》。"),
        ("body", [], "全年支付[MONEY 80|80元]。"),
        ("body", [], "[DATE 2024-03-05|3月5日]，平台增资。"),
        ("body", [], "全年预算[MONEY 90|90元]。"),
    )
    assert [(date[0], date[2]) for date in dates(page)] == [
        ("2024-02-28", "2月28日"),
        ("2023-01-01", None),
        ("2024-03-05", "3月5日"),
        ("2024-01-01", None),
    ]


def test_a_digest_tells_of_each_item_by_itself():
    page = document(
        ("body", [], "金河药业：[DATE 2019-09-25|25日]获增持[MONEY 5|5元]。"),
        ("body", [], "云达股份：中标价[MONEY 7|7元]。"),
        ("body", [], "工期一年,每期付[MONEY 2|2元]。"),
        published="2019-09-26",
    )
    assert [date[0] for date in dates(page)] == ["2019-09-25", "2019-09-26", "2019-09-26"]
