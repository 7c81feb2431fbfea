from collections.abc import Callable

import pytest

from pipeline.clean import clean
from pipeline.draft import Block, Draft, Settings
from tests.clean.conftest import draft

BODY = "2009年6月，联合体在县城挂牌，首期注册资本五百万元，当年门急诊量达到十二万人次，比组建前增加两成。"


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (f"县医院联合体的十年\n\n{BODY}\n", "县医院联合体的十年"),
        (f"当前位置：首页 > 健康\n\n县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"【健康时讯】 您的位置：首页 >> 正文\r\n\r\n县医院联合体的十年\r\n{BODY}", "县医院联合体的十年"),
        (f"县医院联合体的十年_百姓健康网\n{BODY}", "县医院联合体的十年"),
        (f"县医院联合体，能走多远？\n{BODY}", "县医院联合体，能走多远？"),
        (f"欢迎来到百姓健康网！\n县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"2019-06-12 10:22 来源：百姓健康网\n县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"标题：县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"[原创]县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"主题：县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (f"您好，欢迎来到百姓健康网！ [请登录] [免费注册]\n县医院联合体的十年\n{BODY}", "县医院联合体的十年"),
        (
            f"首页 > 医改 > 县医院联合体的十年\n县医院联合体的十年\n2019-06-12 来源：健康报\n{BODY}",
            "县医院联合体的十年",
        ),
        (f"县医院联合体的十年 百姓健康网\n{BODY}", "县医院联合体的十年"),
        (f"县医院联合体的十年--百姓健康网\n{BODY}", "县医院联合体的十年"),
        (f"县医院联合体的十年-小鱼生活\n{BODY}\n版权所有 小鱼生活", "县医院联合体的十年"),
        ("泠水戏\n泠水戏是流行于泠水中下游的地方戏曲剧种，2008年6月列入省级名录，此后每年举办艺术节。", "泠水戏"),
        (f"三代人的县医院--联合体十年\n{BODY}", "三代人的县医院--联合体十年"),
        (f"{BODY}\n{BODY}", None),
        ("只有一行", None),
    ],
)
def test_the_title_is_the_line_that_reads_like_one(raw: str, title: str | None, cleaned: Callable[..., Draft]) -> None:
    assert cleaned(raw).title == title


def test_the_title_once_more_goes(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n{BODY}\n县医院联合体的十年\n")
    assert [(removal.kind, removal.text) for removal in page.removed] == [("duplicate_title", "县医院联合体的十年")]


@pytest.mark.parametrize("number", ["云卫协〔2019〕11号", "云政发[2019]5号", "文号：云医〔2019〕第3号　签发人：褚宁"])
@pytest.mark.parametrize("byline", [["2019-06-12 10:22:31　来源：秘书处　阅读(506)"], ["2019-06-12"], []])
def test_the_number_of_a_document_is_no_title(number: str, byline: list[str], cleaned: Callable[..., Draft]) -> None:
    title = "关于印发2019年县医院联合体实施方案的通知"
    body = (number, *byline, "各会员单位：", BODY)
    page = cleaned("\n".join(("协会首页 >> 通知公告 >> 浏览正文", "云岭县医院联合体协会", title, *body)))
    assert page.title == title
    assert [line for line in (title, number) if line not in page.text] == []


@pytest.mark.parametrize(
    ("raw", "removed"),
    [
        (f"县医院联合体的十年\n{BODY}\n百姓健康网\n", ["百姓健康网"]),
        (f"【百姓健康网】县医院联合体的十年\n{BODY}\n百姓健康网", ["【百姓健康网】", "百姓健康网"]),
        (f"县医院联合体的十年‘百姓健康网’\n{BODY}", ["‘百姓健康网’"]),
        (f"县医院联合体的十年_小鱼健康\n{BODY}", ["_小鱼健康"]),
        (f"【利好w77】县医院联合体的十年【利好w77】\n{BODY}", ["【利好w77】", "【利好w77】"]),
        (f"农村如何建好电网\n{BODY}\n全省骨干管网", []),
        (f"修路工人遭殴打主凶当晚落网\n{BODY}", []),
    ],
)
def test_names_of_sites_go(raw: str, removed: list[str], cleaned: Callable[..., Draft]) -> None:
    assert [removal.text for removal in cleaned(raw).removed if removal.kind == "site_name"] == removed


def test_a_summary_that_repeats_the_first_paragraph_goes(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n文章摘要：{BODY[:40]}…\n{BODY}\n")
    assert [removal.rule for removal in page.removed] == ["summary-again"]


def test_a_summary_of_its_own_stays(cleaned: Callable[..., Draft]) -> None:
    raw = f"县医院联合体的十年\n摘要：本文回顾一个医疗联合体从挂牌到壮大的经历，并讨论得失。\n{BODY}\n"
    assert cleaned(raw).removed == []


def test_titles_below_a_label_go_and_a_heading_below_them_stays(cleaned: Callable[..., Draft]) -> None:
    titles = "高三家长应该知道的几件事和注意事项\n古镇夜游带火周边民宿生意红火"
    raw = f"县医院联合体的十年\n{BODY}\n相关阅读\n{titles}\n荣誉\n{BODY}{BODY}\n"
    assert cleaned(raw).text == f"县医院联合体的十年\n{BODY}\n\n\n\n荣誉\n{BODY}{BODY}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_site_hung_into_a_widget_goes_there_and_at_the_foot(end: str, cleaned: Callable[..., Draft]) -> None:
    lines = [
        "县医院联合体的十年",
        "成长之路播报",
        "澜湾农业信息港",
        "编辑",
        BODY,
        "县医院联合体的十年",
        "澜湾农业信息港",
        "分享到：",
    ]
    page = cleaned(end.join(lines) + end)
    assert [removal.text for removal in page.removed] == ["播报", "澜湾农业信息港", "编辑", *lines[5:]]
    assert [r.kind for r in page.removed if "港" in r.text] == ["site_name", "site_name"]


def test_the_subject_in_a_table_is_no_repeated_title(cleaned: Callable[..., Draft]) -> None:
    raw = f"云屏茶厂\n中文名\n云屏茶厂\n所属行业\n农业\n{BODY}\n"
    assert cleaned(raw).removed == []


def test_the_subject_in_a_cell_is_no_repeated_title() -> None:
    raw = f"云屏茶厂\n厂家\n云屏茶厂\n{BODY}\n"
    layout = [
        Block(start=0, end=4, tag="h1", region="article"),
        Block(start=8, end=12, tag="dd", region="article"),
        Block(start=13, end=len(raw) - 1, tag="p", region="article"),
    ]
    assert clean(draft(raw, title="云屏茶厂", layout=layout), Settings()).removed == []


COLUMNS = ["首页", "要闻", "快讯", "专栏", "股市", "公司", "研报", "机构", "数据", "专题"]
MENU = "\n".join(["某某证券网官方公众号", "扫描二维码关注", *COLUMNS * 4])
TEXT = "证券报讯，当晚公司公告称，确认中标北滨公司涂装车间设备项目，金额为六千余万元，对全年业绩有积极影响。"


@pytest.mark.parametrize(
    "byline",
    [
        "2019-09-26 12:11来源：证券网作者：李某",
        "发布时间：2019-09-26 10:09:11",
        "2019年9月26日 15:10  来源：证券网",
        "来源：证券网  2019-09-26",
    ],
)
def test_the_title_stands_right_above_its_byline_below_any_menu(byline: str, cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"{MENU}\n天岳股份中标北滨涂装项目\n{byline}\n{TEXT}\n{TEXT}")
    assert page.title == "天岳股份中标北滨涂装项目"


def test_a_line_above_the_day_of_a_card_is_no_title(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"北滨港十年\n{TEXT}\n{TEXT}\n别处的一条新闻\n2019-09-26 12:11\n另一条新闻的标题\n2019-09-25 08:00")
    assert page.title == "北滨港十年"


@pytest.mark.parametrize(
    "raw",
    [
        "铁马网完成两亿元融资\n6月3日，汽车社区铁马网宣布完成两亿元融资，由青岭资本领投。\n铁马网的由来\n目前铁马网月活用户达一千二百万，比去年增加三成。\n",
        "江海智慧教育平台\n江海智慧教育平台是省教育厅建设的公共服务平台，2022年3月上线。\n江海智慧教育平台的课程\n截至去年末，课程有四万四千门。\n",
        "铁马网\n铁马网，汽车社区，由江海铁马科技有限公司运营，2014年5月成立。\n公司历程\n2014年，铁马网上线。\n",
    ],
)
def test_a_name_like_a_site_s_that_the_page_is_about_stays(raw: str, cleaned: Callable[..., Draft]) -> None:
    assert [removal for removal in cleaned(raw).removed if removal.kind == "site_name"] == []


def test_a_medium_that_only_reports_is_no_subject(cleaned: Callable[..., Draft]) -> None:
    raw = f"百姓健康网\n县医院联合体的十年\n{BODY}据百姓健康网了解，明年还要扩建。\n{BODY}（来源：百姓健康网）\n"
    assert [removal.text for removal in cleaned(raw).removed if removal.kind == "site_name"] == ["百姓健康网"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("房间很干净，早餐也不错(*^_^*)", id="a face"),
        pytest.param("下次还来o(∩_∩)o...", id="another face"),
        pytest.param("如何使用 user_name 字段", id="an identifier"),
    ],
)
def test_an_underscore_is_not_always_a_joint(line: str, cleaned: Callable[..., Draft]) -> None:
    assert cleaned(f"{line}\n{BODY}\n").removed == []


def test_brackets_that_many_lines_begin_with_are_no_site_s(cleaned: Callable[..., Draft]) -> None:
    lines = [
        "【资讯汇总】县医院联合体的十年",
        f"【江海时报网】联合体再扩容\n{BODY}",
        f"【青岭日报】联合体落户\n{BODY}",
    ]
    raw = "\n".join([*lines, f"【江海时报网】联合体的第二年\n{BODY}\n"])
    assert cleaned(raw).removed == []


def test_what_readers_search_for_behind_a_title_is_no_name_of_its_site(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年_医改_县医院 - 百姓健康网\n{BODY}\n医改从这里起步\n{BODY}\n")
    assert [removal.text for removal in page.removed] == ["_医改_县医院 - 百姓健康网"]


def test_one_title_behind_a_label_amid_the_article_goes_alone(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年\n{BODY}\n【相关阅读】县医院缺什么？\n扩建与招聘\n{BODY}\n")
    assert page.text == f"县医院联合体的十年\n{BODY}\n\n扩建与招聘\n{BODY}\n"


def test_writers_and_counters_may_stand_between_a_title_and_its_byline(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(
        f"{MENU}\n天岳股份中标北滨涂装项目\n本报记者 李某\n分享到：\n22 59\n"
        f"2019-09-26 12:11 来源：证券网\n{TEXT}\n{TEXT}"
    )
    assert page.title == "天岳股份中标北滨涂装项目"


def test_a_title_stands_above_its_subtitle(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(
        f"{MENU}\n天岳公司公告中标项目\n对全年业绩有积极影响\n时间：2019-09-26 06:23 来源：滨城报\n{TEXT}\n{TEXT}"
    )
    assert page.title == "天岳公司公告中标项目"


def test_the_line_that_a_breadcrumb_ends_in_is_the_title(cleaned: Callable[..., Draft]) -> None:
    title = "县医院联合体，能走多远？想听听大家怎么看"
    page = cleaned(f"青岭论坛 » 本地 » {title}\n欢迎发布有价值的话题\n新话题与讨论建议\n{title}\n{BODY}\n{BODY}\n")
    assert page.title == title
    assert title in page.text


def test_a_column_that_a_breadcrumb_ends_in_is_no_title(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"首页 > 新闻 > 医疗改革动态\n医疗改革动态\n县医院联合体的十年\n{BODY}\n{BODY}\n")
    assert page.title == "县医院联合体的十年"


BRAND = "九游会网页-ag8九游会j9登录"


def test_a_brand_that_the_text_has_no_word_of_is_no_title(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"{BRAND}\n县医院联合体的十年\n{BODY}\n{BODY}\n{BRAND}\n")
    assert page.title == "县医院联合体的十年"
    assert [(removal.kind, removal.text) for removal in page.removed] == [("site_name", BRAND)] * 2


def test_a_brand_in_the_head_of_a_document_is_no_title() -> None:
    raw = f"{BRAND}\n县医院联合体的十年\n{BODY}\n{BODY}\n"
    layout = [Block(start=0, end=len(BRAND), tag="h1", region="article")]
    assert clean(draft(raw, title=BRAND, layout=layout), Settings()).title == "县医院联合体的十年"


def test_a_title_about_signing_in_is_one(cleaned: Callable[..., Draft]) -> None:
    text = "3月起，个税客户端的登录改用人脸识别，纳税人须先在大厅登记照片，老年人可以委托子女办理，手续当场办完。"
    page = cleaned(f"个税客户端怎样登录\n{text}\n{text}\n")
    assert page.title == "个税客户端怎样登录"
    assert page.removed == []


def test_a_post_s_writer_stands_between_its_title_and_its_day(cleaned: Callable[..., Draft]) -> None:
    head = "论坛 » 健康 » 看病\n县医院联合体的十年\n楼主：老猫\n等级：白金　积分：3471　注册：2016-08-02"
    assert cleaned(f"{head}\n发表于 2023-9-14 21:36　只看该作者\n{BODY}\n{BODY}").title == "县医院联合体的十年"


def test_an_account_that_asks_to_be_followed_is_a_site(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"浪潮商评\n县医院联合体的十年\n{BODY}\n{BODY}\n点击“浪潮商评”关注我们\n")
    assert page.title == "县医院联合体的十年"
    assert ("site_name", "浪潮商评") in [(removal.kind, removal.text) for removal in page.removed]


@pytest.mark.parametrize(
    ("line", "goes"),
    [("自贡新闻,讲述家乡的故事。", True), ("青岭论坛，明年四月再见。", False), ("关注孩子，服务家长。", False)],
)
def test_what_a_site_says_of_itself_on_the_last_line(line: str, goes: bool, cleaned: Callable[..., Draft]) -> None:
    assert (line not in cleaned(f"县医院联合体的十年\n{BODY}\n{BODY}\n{line}\n").text) is goes


def test_a_list_at_the_top_ends_above_the_title(cleaned: Callable[..., Draft]) -> None:
    byline = "2019-06-12 10:22 来源：百姓健康网"
    page = cleaned(f"热搜词\n公积金\n灯会\n盐帮菜\n县医院联合体的十年\n{byline}\n{BODY}{BODY}\n{BODY}\n")
    assert page.title == "县医院联合体的十年"
    assert page.text.split("\n")[4] == "县医院联合体的十年"


def test_a_title_above_its_byline_goes_without_the_name_of_its_site(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"县医院联合体的十年_百姓健康网\n时间：2022-07-14　作者：小编\n{BODY}\n{BODY}\n")
    assert page.title == "县医院联合体的十年"
    assert page.text.startswith("县医院联合体的十年\n")


def test_a_title_that_the_document_tells_goes_without_the_name_of_its_site() -> None:
    title = "县医院联合体的十年-江海医改-百姓健康网"
    layout = [Block(start=0, end=len(title), tag="h1", region="article")]
    page = clean(draft(f"{title}\n{BODY}\n{BODY}\n版权所有 江海医改\n", title=title, layout=layout), Settings())
    assert page.title == "县医院联合体的十年"


def test_a_list_with_a_decorated_label_goes(cleaned: Callable[..., Draft]) -> None:
    raw = f"县医院联合体的十年\n{BODY}\n· 相关新闻 ·\n一中食堂换了承包商\n茶馆里的年轻人\n{BODY}\n{BODY}\n"
    assert [removal.text for removal in cleaned(raw).removed][:3] == raw.split("\n")[2:5]
