import pytest


def body(text, *section):
    return ("body", list(section), text)


def heading(text, *section):
    return ("heading", list(section), text)


def test_a_missing_year_comes_from_the_heading(dates_of):
    parts = [heading("2020年11月"), body("10月30日起，平台开启活动。", "2020年11月")]
    assert dates_of(parts)[1] == ("10月30日", "2020-10-30", "2020-10-30", "heading")


def test_a_range_takes_its_year_from_the_heading(dates_of):
    parts = [heading("2023年6月"), body("5月31日至6月18日，累计直播4202万小时。", "2023年6月")]
    assert dates_of(parts)[1] == ("5月31日至6月18日", "2023-05-31", "2023-06-18", "heading")


def test_a_bare_day_takes_year_and_month_from_the_heading(dates_of):
    parts = [heading("2023年10月"), body("9日上午8时，新院区启用。", "2023年10月")]
    assert dates_of(parts)[1][1:] == ("2023-10-09", "2023-10-09", "heading")


def test_the_sentence_is_asked_before_the_heading(dates_of):
    parts = [heading("2020年"), body("2024年3月27日消息，截至3月26日，下载量过亿。", "2020年")]
    assert dates_of(parts)[2] == ("3月26日", "2024-03-26", "2024-03-26", "sentence")


def test_the_heading_is_asked_before_the_sentence_before(dates_of):
    parts = [heading("2021年"), body("2019年立项。", "2021年"), body("5月，主体完工。", "2021年")]
    assert dates_of(parts)[2] == ("5月", "2021-05-01", "2021-05-31", "heading")


def test_the_sentence_before_is_asked_before_the_publication_date(dates_of):
    parts = [body("2021年3月1日，公司成立。"), body("5月，产品上线。")]
    assert dates_of(parts, "2024-06-01")[1] == ("5月", "2021-05-01", "2021-05-31", "previous")


def test_the_publication_date_comes_last(dates_of):
    assert dates_of([body("5月9日举行。")], "2019-05-17") == [("5月9日", "2019-05-09", "2019-05-09", "published")]


def test_a_new_section_forgets_the_running_date(dates_of):
    parts = [body("2019年5月，项目启动。", "背景"), body("6月，项目验收。", "进展")]
    assert dates_of(parts)[1][1:] == (None, None, "none")


def test_the_nearest_heading_with_a_date_serves(dates_of):
    parts = [
        heading("2018年"),
        heading("荣誉", "2018年"),
        body("7月，获评先进单位。", "2018年", "荣誉"),
    ]
    assert dates_of(parts)[1] == ("7月", "2018-07-01", "2018-07-31", "heading")


def test_a_heading_takes_its_own_year_from_the_heading_above(dates_of):
    parts = [heading("2018年"), heading("3月", "2018年"), body("5日，大桥通车。", "2018年", "3月")]
    assert dates_of(parts)[1:] == [
        ("3月", "2018-03-01", "2018-03-31", "heading"),
        ("5日", "2018-03-05", "2018-03-05", "heading"),
    ]


def test_a_date_that_something_is_compared_with_gives_no_year(dates_of):
    parts = [body("2023年3月，销量较2019年增长一成，5月又创新高。")]
    assert dates_of(parts)[2] == ("5月", "2023-05-01", "2023-05-31", "sentence")


def test_a_year_in_a_title_gives_no_year(dates_of):
    parts = [body("2021年3月1日，公司发布《2020年报告》，4月又发布修订版。")]
    assert dates_of(parts)[2] == ("4月", "2021-04-01", "2021-04-30", "sentence")


def test_lists_share_the_year(dates_of):
    parts = [body("2022年3月、5月和6月三次调价。")]
    assert [date[1] for date in dates_of(parts)] == ["2022-03-01", "2022-05-01", "2022-06-01"]


@pytest.mark.parametrize(
    ("word", "start", "end"),
    [
        ("当天", "2018-01-28", "2018-01-28"),
        ("次日", "2018-01-29", "2018-01-29"),
        ("同年11月", "2018-11-01", "2018-11-30"),
        ("次年春节", "2019-02-05", "2019-02-05"),
        ("上年", "2017-01-01", "2017-12-31"),
        ("当月", "2018-01-01", "2018-01-31"),
        ("两周后", "2018-02-11", "2018-02-11"),
    ],
)
def test_anaphoric_words_count_from_the_date_spoken_of(dates_of, word, start, end):
    parts = [body("2018年1月28日试运行。"), body(f"{word}，正式开放。")]
    assert dates_of(parts, "2024-01-01")[1] == (word, start, end, "previous")


def test_deictic_words_count_from_publication_not_from_history(dates_of):
    parts = [body("2009年，公司成立。"), body("今年，公司搬入新址。")]
    assert dates_of(parts, "2024-03-29")[1] == ("今年", "2024-01-01", "2024-12-31", "published")


def test_last_year_in_an_old_report_counts_from_the_report(dates_of):
    parts = [body("2015年3月1日发布的公告称，去年亏损扩大。")]
    assert dates_of(parts, "2024-03-29")[1] == ("去年", "2014-01-01", "2014-12-31", "sentence")


def test_the_past_year_of_a_report_is_the_year_it_is_about(dates_of):
    parts = [body("2024年1月15日，平台发布2023年总结。"), body("过去一年，业务高速增长。")]
    assert dates_of(parts)[2][:3] == ("过去一年", "2023-01-01", "2023-12-31")


def test_the_coming_year_counts_from_the_day_last_spoken_of(dates_of):
    parts = [
        heading("2020年10月"),
        body("10月23日，计划推出。", "2020年10月"),
        body("未来一年，将培训千人。", "2020年10月"),
    ]
    assert dates_of(parts)[2] == ("未来一年", "2020-10-23", "2021-10-22", "previous")


def test_the_same_period_is_that_of_the_sentence(dates_of):
    parts = [body("2023年1月至6月营收增长，去年同期为下降。")]
    assert dates_of(parts)[1] == ("去年同期", "2022-01-01", "2022-06-30", "sentence")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("12月28日，大桥合龙，现场举行了仪式。", "2023-12-28"),
        ("12月28日将举行典礼。", "2024-12-28"),
        ("3月5日已经开工。", "2023-03-05"),
        ("3月5日即将开工。", "2024-03-05"),
        ("周六将举行比赛。", "2024-01-20"),
        ("周日举行了比赛。", "2024-01-14"),
    ],
)
def test_tense_and_nearness_choose_the_year_or_week(dates_of, sentence, start):
    assert dates_of([body(sentence)], "2024-01-18")[0][1] == start


def test_a_century_counts_from_this_one(dates_of):
    parts = [body("1934年，图书馆建成。"), body("上世纪60年代，图书馆关闭。")]
    assert dates_of(parts)[1] == ("上世纪60年代", "1960-01-01", "1969-12-31", "text")


def test_the_title_serves_where_nothing_nearer_does(dates_of):
    parts = [("title", [], "某厂2023年大事记"), body("5月，新厂房投产。")]
    assert dates_of(parts)[1] == ("5月", "2023-05-01", "2023-05-31", "heading")


def test_a_chronicle_goes_on_in_its_year_whatever_the_tense(dates_of):
    parts = [body("2007年1月24日，产品上线。"), body("10月25日，公司将启动二期工程。"), body("12月19日，工程完工。")]
    assert [date[1] for date in dates_of(parts, "2019-06-15")] == ["2007-01-24", "2007-10-25", "2007-12-19"]


def test_a_chronicle_goes_on_into_the_next_year(dates_of):
    parts = [body("2007年12月24日，产品上线。"), body("1月8日，用户过万。")]
    assert dates_of(parts)[1][1] == "2008-01-08"


REPORT = ("title", [], "江川药业2023年年度报告")


@pytest.mark.parametrize(
    ("sentence", "word", "start"),
    [
        ("资产较上年末增长6.2%。", "上年末", "2022-11-01"),
        ("上年同期为28亿元。", "上年同期", "2022-01-01"),
        ("本年度获授权专利48件。", "本年度", "2023-01-01"),
        ("下年度计划投入5亿元。", "下年度", "2024-01-01"),
        ("四季度计提减值准备1.2亿元。", "四季度", "2023-10-01"),
        ("年末在册员工3200人。", "年末", "2023-11-01"),
        ("今年将扩建厂房。", "今年", "2024-01-01"),
        ("本年度拟扩建厂房。", "本年度", "2024-01-01"),
    ],
)
def test_a_report_counts_from_the_year_that_it_is_about(dates_of, sentence, word, start):
    parts = [REPORT, body("2024年3月27日，董事会审议通过预案。"), body(sentence)]
    assert dates_of(parts, "2024-03-28")[-1][:2] == (word, start)


def test_a_report_told_of_in_the_sentence_before_gives_its_year(dates_of):
    parts = [body("2024年3月29日，公司披露《2023年年度报告》。"), body("在手订单较上年末增长三成。")]
    assert dates_of(parts, "2024-04-02")[-1] == ("上年末", "2022-11-01", "2022-12-31", "previous")


@pytest.mark.parametrize(
    ("before", "plan", "start"),
    [
        ("2022年，一期投产。", "拟在10月底前开工建设二期。", "2024-10-21"),
        ("2019年，大桥开工。", "全桥将于9月通车。", "2024-09-01"),
        ("去年，亩产412公斤。", "7月10日前，全镇将完成收割。", "2024-07-10"),
        ("2021年3月，新校区获批。", "新校区计划8月投用。", "2024-08-01"),
    ],
)
def test_a_plan_is_not_taken_back_into_a_year_that_is_over(dates_of, before, plan, start):
    assert dates_of([body(before), body(plan)], "2024-05-20")[-1][1] == start


def test_a_plan_further_back_is_another_story(dates_of):
    parts = [body("二期拟在12月底前开工。"), body("2019年，大桥开工。"), body("全桥将于9月通车。")]
    assert dates_of(parts, "2024-05-20")[-1][1] == "2024-09-01"


def test_the_news_of_a_headline_about_last_year_is_of_this_one(dates_of):
    parts = [
        ("title", [], "中集物流2022年净利下滑"),
        body("4月19日，公司发布年报。"),
        body("5月10日，公司将召开说明会。"),
    ]
    assert [date[1] for date in dates_of(parts, "2023-04-20")[1:]] == ["2023-04-19", "2023-05-10"]


@pytest.mark.parametrize("origin", ["出生日期：1962年4月8日", "成立时间：2008年6月", "学校创办时间：1956年"])
def test_a_label_takes_nothing_from_the_origin_above_it(dates_of, origin):
    assert dates_of([body(origin), body("开业日期：9月28日")])[-1][1:] == (None, None, "none")


def test_a_label_goes_on_from_the_line_above_it(dates_of):
    parts = [body("报名时间：2024年6月5日至6月12日"), body("考试时间：6月22日"), body("成绩公布：7月上旬")]
    assert [date[1] for date in dates_of(parts)] == ["2024-06-05", "2024-06-22", "2024-07-01"]


def test_what_a_label_says_has_not_happened_for_that(dates_of):
    assert dates_of([body("成绩公布：7月上旬")], "2024-06-03")[0][1] == "2024-07-01"


def test_the_weather_to_come_is_not_of_the_year_told_of_before(dates_of):
    parts = [body("2008年1月，当地也曾出现类似雪灾。"), body("预计23日至25日还有降雪。")]
    assert dates_of(parts, "2022-03-21")[-1][1:3] == ("2022-03-23", "2022-03-25")


def test_news_of_the_day_is_not_of_the_year_told_of_before(dates_of):
    parts = [body("截至2022年底，在校生2.1万人。"), body("3月1日，学校发布报告。")]
    assert dates_of(parts, "2023-03-02")[-1][1] == "2023-03-01"


def test_the_same_period_is_not_that_of_a_deadline(dates_of):
    parts = [body("6月10日至7月10日，检查单位1260家。"), body("问题须于7月31日前整改。"), body("2023年同期检查980家。")]
    assert dates_of(parts, "2024-07-18")[-1][1:3] == ("2023-06-10", "2023-07-10")


def test_a_year_that_goes_over_the_end_of_another_is_none_to_count_from(dates_of):
    parts = [
        ("title", [], "江州大学2022年质量报告"),
        body("学年为2021年9月1日至2022年8月31日。"),
        body("图书比上年增加5%。"),
    ]
    assert dates_of(parts, "2023-03-02")[-1][:2] == ("上年", "2021-01-01")


def test_a_timetable_goes_on_below_a_line_without_a_date(dates_of):
    parts = [body("展览时间：2024年5月18日—8月18日"), body("地点：一楼展厅"), body("讲座时间：5月25日")]
    assert dates_of(parts)[-1][1] == "2024-05-25"


def test_a_chronicle_keeps_its_year_in_the_season_of_its_publication(dates_of):
    parts = [body("2010年1月5日，公司成立。"), body("3月1日，公司发布首款产品。")]
    assert dates_of(parts, "2023-03-10")[-1][1] == "2010-03-01"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("2023/24財年，收入28億港元。", ("2023-04-01", "2024-03-31")),
        ("较上一财年增长一成。", ("2022-04-01", "2023-03-31")),
        ("本财年资本开支2亿元。", ("2024-04-01", "2025-03-31")),
        ("2023财年分红1亿元。", ("2022-04-01", "2023-03-31")),
    ],
)
def test_a_year_of_accounts_is_what_the_page_says(dates_of, sentence, days):
    parts = [body("公司公布截至2024年3月31日止年度业绩。"), body(sentence)]
    assert dates_of(parts, "2024-06-27")[-1][1:3] == days


def test_a_year_of_accounts_over_two_years_begins_in_april_and_one_alone_in_january(dates_of):
    assert dates_of([body("2023/24財年盈利，2022财年亏损。")])[0][1:3] == ("2023-04-01", "2024-03-31")
    assert dates_of([body("2022财年亏损。")])[0][1:3] == ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(("month", "start"), [("11月", "2022-11-01"), ("2月", "2023-02-01")])
def test_a_season_over_two_years_gives_a_month_the_year_that_it_is_in(dates_of, month, start):
    parts = [("title", [], "江城女篮2022—2023赛季回顾"), body(f"{month}，球队五战全胜。")]
    assert dates_of(parts)[1][1] == start


@pytest.mark.parametrize(
    ("title", "sentence", "days"),
    [
        ("江川药业2023年年度报告", "报告期内研发投入3亿元。", ("2023-01-01", "2023-12-31")),
        ("江川药业2023年半年度报告", "截至报告期末，员工3200人。", ("2023-06-30", "2023-06-30")),
        ("江川药业2023年年度报告", "较报告期初增长一成。", ("2023-01-01", "2023-01-01")),
        ("江川药业新厂开工", "报告期内研发投入3亿元。", (None, None)),
    ],
)
def test_the_time_under_report_is_that_of_the_report(dates_of, title, sentence, days):
    assert dates_of([("title", [], title), body(sentence)], "2024-03-28")[-1][1:3] == days


def test_the_news_below_a_headline_about_last_year_is_of_this_one_whatever_its_verb(dates_of):
    parts = [("title", [], "江岳泵业2021年产值翻番"), body("1月10日至16日试运行时，效率提高一倍。")]
    assert dates_of(parts, "2022-01-19")[-1][1:3] == ("2022-01-10", "2022-01-16")


def test_a_review_of_last_year_keeps_its_days(dates_of):
    parts = [("title", [], "江城博物馆2021年大事记"), body("1月10日，新馆开放。")]
    assert dates_of(parts, "2022-01-19")[-1][1] == "2021-01-10"


@pytest.mark.parametrize(
    ("sentence", "word", "start"),
    [
        ("首批积分于12月5日上线。", "12月5日", "2023-12-05"),
        ("首批积分已于12月5日上线。", "12月5日", "2022-12-05"),
        ("重阳节当天召开的推进会提出三项措施。", "重阳节", "2023-10-23"),
        ("元旦起每餐补三元。", "元旦", "2024-01-01"),
    ],
)
def test_what_may_be_to_come_is_near(dates_of, sentence, word, start):
    assert dates_of([body(sentence)], "2023-11-09")[0][:2] == (word, start)


def test_the_year_after_several_is_after_their_last(dates_of):
    parts = [body("1935年9月至1938年4月，他在里昂求学。"), body("翌年初，他取道河内回国。")]
    assert dates_of(parts)[-1][1] == "1939-01-01"


def test_the_year_before_told_of_twice_is_one(dates_of):
    parts = [body("2023年，产值186亿元，上年为176亿元。"), body("物价比上年上涨0.4%。")]
    assert dates_of(parts, "2024-03-22")[-1][:2] == ("上年", "2022-01-01")


def test_what_a_number_was_before_it_changed_is_of_the_quarter_before(dates_of):
    parts = [body("今年一季度，收入由上季度的180万元升至261万元。")]
    assert dates_of(parts, "2024-05-30")[-1][1:3] == ("2023-10-01", "2023-12-31")


def test_a_holiday_in_a_report_is_of_its_year(dates_of):
    parts = [("title", [], "江川药业2023年年度报告"), body("双十一当天成交5800万元。")]
    assert dates_of(parts, "2024-04-24")[-1][1] == "2023-11-11"
