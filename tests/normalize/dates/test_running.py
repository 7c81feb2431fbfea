"""What becomes the running date of a text, and what is only mentioned there."""

import pytest

#: Publication date, sentences, the text of the last date, its first and last day, where its year was taken from.
CASES = [
    # A comparison, a title or a number before it changed is not what the text speaks of.
    ("2024-06-30", ["与2019年相比，客流增长三成，5月创下新高。"], "5月", "2024-05-01", "2024-05-31", "published"),
    (None, ["2020年的产量是2018年的三倍，12月首次盈利。"], "12月", "2020-12-01", "2020-12-31", "sentence"),
    (
        "2024-06-30",
        ["去年，接诊量由2021年的30万人次增至42万人次。", "8月，新院区启用。"],
        "8月",
        "2023-08-01",
        "2023-08-31",
        "previous",
    ),
    ("2024-05-05", ["2021年同期售出3万辆。", "4月售出5万辆。"], "4月", "2024-04-01", "2024-04-30", "published"),
    # So is where a development began, and when something was founded.
    (
        "2024-05-05",
        ["自2019年3月以来，当地治理河道12条。", "4月，最后一条完工。"],
        "4月",
        "2024-04-01",
        "2024-04-30",
        "published",
    ),
    (
        "2023-10-30",
        ["公司成立于2010年。", "5月，公司宣布完成新一轮融资。"],
        "5月",
        "2023-05-01",
        "2023-05-31",
        "published",
    ),
    ("2023-10-30", ["2010年，公司成立。", "5月，获天使轮融资。"], "5月", "2010-05-01", "2010-05-31", "previous"),
    # A plan leads on to what is planned, not to what has been.
    (
        "2024-06-30",
        ["按照规划，2026年将建成二期。", "5月，一期已经投产。"],
        "5月",
        "2024-05-01",
        "2024-05-31",
        "published",
    ),
    ("2024-06-30", ["2026年开工建设二期。", "预计10月完成招标。"], "10月", "2026-10-01", "2026-10-31", "previous"),
    ("2024-07-20", ["到2030年，建成10个园区。", "6月，首个园区开园。"], "6月", "2024-06-01", "2024-06-30", "published"),
    (
        "2024-08-20",
        ["预计明年扭亏，截至6月末现金为30亿元。"],
        "6月末",
        "2024-06-21",
        "2024-06-30",
        "published",
    ),
    (
        None,
        ["2023年完成投资58亿元。", "铺轨将于2024年3月开始。", "车站9月5日封顶。"],
        "9月5日",
        "2023-09-05",
        "2023-09-05",
        "previous",
    ),
    (
        "2021-07-23",
        ["补贴8月10日以前发放到位。", "据预测，24日到26日有雨。"],
        "24日到26日",
        "2021-07-24",
        "2021-07-26",
        "published",
    ),
    # In one sentence the year stays.
    ("2023-08-30", ["今年1月开工，12月完工。"], "12月", "2023-12-01", "2023-12-31", "sentence"),
    ("2023-08-30", ["2023年3月下线，11月上市。"], "11月", "2023-11-01", "2023-11-30", "sentence"),
    ("2023-08-30", ["明年3月动工，5月开业。"], "5月", "2024-05-01", "2024-05-31", "sentence"),
    ("2024-08-20", ["预计下半年降幅小于上半年。"], "上半年", "2024-01-01", "2024-06-30", "sentence"),
    ("2024-11-20", ["预计四季度好于一季度。"], "一季度", "2024-01-01", "2024-03-31", "sentence"),
    (None, ["大楼2023年9月5日封顶，将在春节前完工。"], "春节", "2024-02-10", "2024-02-10", "sentence"),
    ("2024-05-05", ["比赛自6月1日起举行，8日结束。"], "8日", "2024-06-08", "2024-06-08", "sentence"),
    # Of several dates the last that the sentence itself tells of.
    (
        "2024-02-27",
        ["去年10月上线的项目已培训860人，今年将推进二期。", "3月底前完成选址。"],
        "3月底",
        "2024-03-21",
        "2024-03-31",
        "previous",
    ),
    (
        "2023-08-30",
        ["7月14日完成2022年度分红。", "8月30日，董事会审议通过议案。"],
        "8月30日",
        "2023-08-30",
        "2023-08-30",
        "previous",
    ),
    # Parts of a year belong to the year that is reported, unless they are expected.
    (
        "2024-03-29",
        ["3月28日，公司公布2023年年报。", "2022年，这一数字为64亿元。", "四季度营收25亿元。"],
        "四季度",
        "2023-10-01",
        "2023-12-31",
        "previous",
    ),
    (
        "2022-11-08",
        ["截至11月5日，收购过半。", "自2020年9月开始，投入4亿元。", "四季度已投放60亿元。"],
        "四季度",
        "2022-10-01",
        "2022-12-31",
        "previous",
    ),
    (
        "2024-01-05",
        ["2023年全年净利润12亿元。", "预计一季度净利润增长。"],
        "一季度",
        "2024-01-01",
        "2024-03-31",
        "published",
    ),
    # 上年 counts from the year told of; 去年同期 beside 去年 is in that year.
    (None, ["2022年，利润从2021年的86亿元降到70亿元，较上年下降。"], "上年", "2021-01-01", "2021-12-31", "sentence"),
    (None, ["2021年，客流恢复到2019年的八成，上年为六成。"], "上年", "2020-01-01", "2020-12-31", "sentence"),
    ("2023-03-29", ["去年收入50亿元，去年同期为40亿元。"], "去年同期", "2022-01-01", "2022-12-31", "sentence"),
    (
        "2023-11-30",
        ["今年前三季度售出10万辆，2019年同期为8万辆。"],
        "2019年同期",
        "2019-01-01",
        "2019-09-30",
        "sentence",
    ),
    ("2023-08-30", ["2022年同期为下降。"], "2022年同期", "2022-01-01", "2022-12-31", "text"),
    # A decade is that of the century told of, or the first to come.
    (None, ["1958年建厂，60年代末停产。"], "60年代末", "1967-01-01", "1969-12-31", "sentence"),
    (None, ["1937年南迁，80年代重建。"], "80年代", "1980-01-01", "1989-12-31", "sentence"),
    (None, ["1895年设立，20年代撤销。"], "20年代", "1920-01-01", "1929-12-31", "sentence"),
    (None, ["2005年搬迁，90年代的旧楼拆除。"], "90年代", "1990-01-01", "1999-12-31", "sentence"),
    # A page without its day: the now is the last day that it tells of.
    (
        None,
        ["2023年11月18日，隧道贯通。", "项目2019年12月获批，2020年6月动工。", "去年夏天涌水严重。"],
        "去年夏天",
        "2022-06-01",
        "2022-08-31",
        "previous",
    ),
    (None, ["2022年3月，平台发布公告。", "近30天成交增长。"], "近30天", "2022-03-01", "2022-03-31", "previous"),
    # A quotation is of the day on which it was said.
    ("2019-05-17", ["昨晚，影展闭幕。", "“今晚我很激动。”"], "今晚", "2019-05-16", "2019-05-16", "previous"),
    ("2019-05-17", ["昨晚，影展闭幕。", "今晚还有一场加映。"], "今晚", "2019-05-17", "2019-05-17", "published"),
    # What lies years back belongs to a noun; what follows a day that is not told has no day.
    (
        "2024-03-20",
        ["三年前进厂的工人说，3月5日停电后没有停工。"],
        "3月5日",
        "2024-03-05",
        "2024-03-05",
        "published",
    ),
    ("2024-03-20", ["第二天才想明白。"], "第二天", None, None, "none"),
    ("2024-03-20", ["项目2021年8月动工。", "两年后建成。"], "两年后", "2023-01-01", "2023-12-31", "previous"),
    ("2024-03-20", ["2023年10月动工。", "一个月后建成。"], "一个月后", "2023-11-01", "2023-11-30", "previous"),
    # A dateline is past, a holiday that is led up to is as near, 会 of a meeting is no future.
    ("2024-01-20", ["据南京1月2日电，全省将有大雪，要做好准备。"], "1月2日", "2024-01-02", "2024-01-02", "published"),
    ("2024-01-20", ["元旦前后，音乐会接连上演。"], "元旦", "2024-01-01", "2024-01-01", "published"),
    ("2024-02-01", ["春节前，商场已经备货。"], "春节", "2024-02-10", "2024-02-10", "published"),
    ("2024-02-01", ["今年春节，市民轻松过春节。"], "春节", "2024-02-10", "2024-02-10", "sentence"),
    # 这一年 and 较上月 count from what is told, 上年末 from the year its sentence comes to.
    ("2024-02-01", ["2019年是转折。", "这一年，工厂搬迁。"], "这一年", "2019-01-01", "2019-12-31", "previous"),
    ("2024-02-20", ["2023年8月售出3万辆，较上月增长。"], "上月", "2023-07-01", "2023-07-31", "sentence"),
    ("2024-02-20", ["三季度盈利，较上季度改善。"], "上季度", "2023-04-01", "2023-06-30", "sentence"),
    # Beside a year of a reign months are the moon's; a year of sixty is the nearest.
    (None, ["光绪十年，知府建塔。", "次年二月，塔成。"], "次年二月", "1885-03-17", "1885-04-14", "previous"),
    (None, ["1898年变法。", "庚子年，联军入城。"], "庚子年", "1900-01-01", "1900-12-31", "previous"),
    (None, ["乾隆庚午年重修。"], "乾隆庚午年", "1750-01-01", "1750-12-31", "text"),
    # An old statement says 去年 of its own time; 今年以来 names the year of the day beside it.
    ("2024-02-20", ["2020年6月时，公司曾表示“去年亏损”。"], "去年", "2019-01-01", "2019-12-31", "sentence"),
    (
        "2024-08-20",
        ["去年7月降雨偏多。", "今年以来偏少，8月5日水位很低。"],
        "8月5日",
        "2024-08-05",
        "2024-08-05",
        "sentence",
    ),
    ("2024-01-20", ["新年初二晚上放烟花。"], "新年初二晚上", "2024-01-02", "2024-01-02", "published"),
    ("2024-01-20", ["除夕前一天，高速车多。"], "除夕前一天", "2024-02-08", "2024-02-08", "published"),
    ("2024-01-10", ["据南京1月1日电，各县年底前已交账。"], "年底", "2023-11-01", "2023-12-31", "sentence"),
    ("2024-01-10", ["去年底售出3万辆，比上年同期增长。"], "上年同期", "2022-11-01", "2022-12-31", "sentence"),
    ("2024-02-02", ["忙了一年，大家要过一个安静的春节。"], "春节", "2024-02-10", "2024-02-10", "published"),
    ("2024-02-02", ["春节快到了，工厂已经停工。"], "春节", "2024-02-10", "2024-02-10", "published"),
    ("2024-02-02", ["栽下后精心守护，第二年秋天挂果。"], "第二年秋天", None, None, "none"),
    # On a page that states its day a bare month is of its year, unless the story goes on right there.
    (
        "2024-05-20",
        ["2019年10月，工程启动。", "截至4月底，已完成投资6亿元。"],
        "4月底",
        "2024-04-21",
        "2024-04-30",
        "published",
    ),
    ("2024-05-20", ["2019年10月，工程启动。", "12月，首段贯通。"], "12月", "2019-12-01", "2019-12-31", "previous"),
    (
        "2024-05-20",
        ["2019年10月，工程启动。", "业主换了三家。", "12月，首段贯通。"],
        "12月",
        "2023-12-01",
        "2023-12-31",
        "published",
    ),
    (
        "2024-05-20",
        ["2021年9月，试点扩大。", "车站一季度调度九次。"],
        "一季度",
        "2024-01-01",
        "2024-03-31",
        "published",
    ),
    ("2024-05-20", ["2021年5月，码头投运。", "三季度将开通新线。"], "三季度", "2024-07-01", "2024-09-30", "published"),
    ("2024-05-20", ["2021年10月动工。", "翌年6月完工。"], "翌年6月", "2022-06-01", "2022-06-30", "previous"),
    ("2024-05-20", ["周四，统计局将发布4月消费数据。"], "4月", "2024-04-01", "2024-04-30", "sentence"),
    ("2024-05-20", ["会议通报，今年投资增长，截至3月末完成三成。"], "3月末", "2024-03-21", "2024-03-31", "sentence"),
    (None, ["丁卯年正月初一（1987年1月29日），寺门重开。"], "1987年1月29日", "1987-01-29", "1987-01-29", "text"),
]


@pytest.mark.parametrize(("published", "sentences", "text", "start", "end", "source"), CASES)
def test_the_last_date_goes_on_from_what_the_text_tells(dates_of, published, sentences, text, start, end, source):
    parts = [("body", [], sentence) for sentence in sentences]
    assert dates_of(parts, published)[-1] == (text, start, end, source)


def test_who_says_it_behind_a_quotation_tells_its_day(dates_of):
    parts = [("body", [], "“今晚终于可以回家。”昨晚，导演说。")]
    assert dates_of(parts, "2019-05-17")[0] == ("今晚", "2019-05-16", "2019-05-16", "sentence")


def test_a_report_is_looked_for_once_on_a_hostile_page(dates_of):
    text = "报告期内，" * 20_000 + "半年报"
    assert set(dates_of([("body", [], text)], "2024-01-01")) == {("报告期", "2023-01-01", "2023-06-30", "published")}


@pytest.mark.parametrize("unit", ["3月5日，", "“今天", "去年同期", "自2020年"])
def test_every_date_of_a_hostile_sentence_has_its_value(dates_of, unit):
    # Work on all dates before for each date would take minutes here.
    found = dates_of([("body", [], unit * (100_000 // len(unit)))], "2024-01-01")
    assert len(found) == 100_000 // len(unit)
    assert {start for _, start, _, _ in found} <= {"2024-03-05", "2024-01-01", "2023-01-01", "2020-01-01", "2019-01-01"}


def test_what_a_sentence_comes_to_tells_the_year_before(dates_of):
    parts = [("body", [], "上年末为1.4%，2022年末降至1.2%。")]
    assert dates_of(parts, "2024-02-20")[0] == ("上年末", "2021-11-01", "2021-12-31", "sentence")


def test_a_heading_takes_its_year_from_the_one_before(dates_of):
    parts = [("heading", [], "2021年"), ("heading", [], "一季度"), ("body", ["一季度"], "3月2日开工。")]
    assert dates_of(parts, "2024-02-20")[1:] == [
        ("一季度", "2021-01-01", "2021-03-31", "heading"),
        ("3月2日", "2021-03-02", "2021-03-02", "heading"),
    ]


def test_brackets_tell_the_day_of_the_moon(dates_of):
    parts = [("body", [], "丁卯年正月初一（1987年1月29日），寺门重开。")]
    assert dates_of(parts)[0] == ("丁卯年正月初一", "1987-01-29", "1987-01-29", "sentence")


@pytest.mark.parametrize(
    ("title", "year"), [("2025年装机将达800万千瓦", "2023"), ("2022年大事记", "2022")], ids=["forecast", "chronicle"]
)
def test_a_title_gives_its_year_unless_it_is_a_forecast(dates_of, title, year):
    parts = [("title", [], title), ("body", [title], "研究院1月举行年会。")]
    assert dates_of(parts, "2023-02-24")[-1][:2] == ("1月", f"{year}-01-01")


def test_a_heading_that_says_since_when_gives_no_year(dates_of):
    heading = "十年（2014年以来）"
    parts = [("heading", [], heading), ("body", [heading], "8月5日，首批沙棘开收。")]
    assert dates_of(parts, "2023-10-20")[-1][:2] == ("8月5日", "2023-08-05")


def test_a_heading_with_the_day_of_publication_is_a_byline(dates_of):
    heading = "晚报2024年3月12日"
    parts = [("heading", [], heading), ("body", [heading], "5月起实施新标准。")]
    assert dates_of(parts, "2024-03-12")[-1] == ("5月", "2024-05-01", "2024-05-31", "published")
