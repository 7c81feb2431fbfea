from collections.abc import Callable

import pytest

from pipeline.draft import Block, Draft

Make = Callable[..., Draft]


def roles(draft: Draft) -> dict[str, str]:
    return {draft.text[sentence.start : sentence.end]: sentence.role for sentence in draft.sentences}


def sections(draft: Draft) -> dict[str, list[str]]:
    return {draft.text[sentence.start : sentence.end]: sentence.section for sentence in draft.sentences}


BODY = "工程进展顺利，全线通车。"


@pytest.mark.parametrize(
    "line",
    [
        "发展历程",
        "2020年4月",
        "2023年",
        "2013年3月12日",
        "2016年—2018年",
        "2020—2021年",
        "2019年上半年",
        "2019年第一季度",
        "一季度",
        "下半年",
        "二〇二〇年四月",
        "20世纪90年代",
        "上世纪八十年代",
        "4月20日",
        "十二月",
        "【2020年】",
        "● 2020年4月",
        "2020年4月：",
        "一、总体要求",
        "二、哪些人可以申领？",
        "（二）主要任务",
        "第三章 法律责任",
        "第十二节　监督",
        "1. 推进改革",
        "2、扩大开放",
        "1.1 适用范围",
        "（3）保障措施",
        "①组织领导",
        "强基础，补短板",
        "实验室里的2013—2017",
        "以人为本 提升服务",
        "钱从哪里来",
    ],
)
def test_line_above_text_is_a_heading(draft: Make, line: str) -> None:
    assert roles(draft(f"导语在此。\n{line}\n{BODY}\n"))[line] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "使命:没有难买的东西,生活触手可得",
        "一、加强组织领导。",
        "2020年4月，工程开工",
        "2020年4月工程开工，10月完工，全长九十公里",
        "来源：晚报",
        "本报记者 王某",
        "漁鄉電子報　記者蔡某某／南川報導",
        "云岭县统计局　2024年3月22日",
        "云岭发布　2024年6月5日　通讯员 汪某",
        "责任编辑 王某",
        "（本报记者 王某）",
        "2019-05-17",
        "2019-05-17 08:12",
        "联系电话 010-12345678",
        "首页 > 新闻 > 正文",
        "http://e.cn/a",
        "分享到：",
        "3.5万元",
        "80%",
        "——",
        "具体如下：",
        "云政发〔2021〕12号",
        "[yún lǐng chá chǎng]",
        "这是一行没有句号但是比任何标题都要长得多的文字所以它只能是正文而不能是标题",
    ],
)
def test_line_that_says_something_else_is_body(draft: Make, line: str) -> None:
    assert roles(draft(f"导语在此。\n{line}\n{BODY}\n"))[line] == "body"


def test_line_with_nothing_below_is_body(draft: Make) -> None:
    assert roles(draft(f"{BODY}\n完结篇\n"))["完结篇"] == "body"


def test_line_that_a_widget_was_glued_to_is_a_heading(draft: Make) -> None:
    page = draft(f"{BODY}\n备案信息播报\n编辑\n", removed=[("播报", "widget"), ("编辑", "widget")])
    assert roles(page)["备案信息"] == "heading"


@pytest.mark.parametrize(
    "lines",
    [
        ["苹果", "香蕉", "橘子"],
        ["1. 苹果", "2. 香蕉"],
        ["一、总则", "二、罚则", "三、附则"],
        ["2018年", "2019年", "2020年"],
    ],
)
def test_run_of_lines_is_a_list(draft: Make, lines: list[str]) -> None:
    found = roles(draft(f"{BODY}\n" + "\n".join(lines) + "\n"))
    assert {found[line] for line in lines} == {"body"}


def test_short_line_at_the_end_of_a_list_heads_the_text_below(draft: Make) -> None:
    page = draft(f"{BODY}\n企业使命\n让好茶走进千家万户\n成为受人尊敬的茶企\n所获荣誉\n工程获奖。\n")
    assert sections(page)["工程获奖。"] == ["所获荣誉"]


def test_last_entry_of_a_list_is_no_heading(draft: Make) -> None:
    page = draft(f"{BODY}\n中央资金12亿元\n省级资金8亿元\n县级资金3亿元\n工程获奖。\n")
    assert sections(page)["工程获奖。"] == []


def test_who_signed_is_no_heading(draft: Make) -> None:
    page = draft(f"{BODY}\n云岭县人民政府\n2021年3月5日\n规划要点\n{BODY}\n")
    assert roles(page)["云岭县人民政府"] == roles(page)["2021年3月5日"] == "body"


def test_line_above_a_list_is_a_heading(draft: Make) -> None:
    page = draft(f"{BODY}\n主要产品\n1. 绿茶\n2. 红茶\n{BODY}\n")
    assert roles(page) == {BODY: "body", "主要产品": "heading", "1. 绿茶": "body", "2. 红茶": "body"}


def test_dates_in_figures_are_headings_of_a_timeline(draft: Make) -> None:
    page = draft(f"2019.05\n{BODY}\n2020.11\n工程验收完成。\n")
    assert sections(page) == {"2019.05": [], BODY: ["2019.05"], "2020.11": [], "工程验收完成。": ["2020.11"]}


def test_line_of_the_title_is_the_title(draft: Make) -> None:
    page = draft(f"桥梁  通车\n{BODY}\n", title="桥梁 通车")
    assert roles(page)["桥梁  通车"] == "title"
    assert sections(page)[BODY] == []


@pytest.mark.parametrize("title", ["全县秋收过半！这份成绩单请收好", "钱从哪来？怎么花？", "你好。"])
def test_title_with_stops_is_one_sentence(draft: Make, title: str) -> None:
    page = draft(f"首页。新闻\n　{title} \n{BODY}\n{title}\n好{title}", title=title)
    found = [(page.text[sentence.start : sentence.end], sentence.role) for sentence in page.sentences]
    assert found[:5] == [("首页。", "body"), ("新闻", "body"), (title, "title"), (BODY, "body"), (title, "title")]
    assert all(role == "body" for _, role in found[5:])


def test_html_heading_with_stops_is_one_sentence(draft: Make) -> None:
    page = draft(
        **html(("p", "甲。乙。"), ("h2", "钱从哪来？怎么花？赌场"), ("p", "丙。丁。")), removed=[("赌场", "ad")]
    )
    assert roles(page) == {
        "甲。": "body",
        "乙。": "body",
        "钱从哪来？怎么花？": "heading",
        "丙。": "body",
        "丁。": "body",
    }


def test_dates_lie_below_the_last_other_heading(draft: Make) -> None:
    page = draft("历程\n2019年\n甲开工。\n2020年\n乙开工。\n荣誉\n丙获奖。\n2021年\n丁获奖。\n")
    assert sections(page) == {
        "历程": [],
        "2019年": ["历程"],
        "甲开工。": ["历程", "2019年"],
        "2020年": ["历程"],
        "乙开工。": ["历程", "2020年"],
        "荣誉": [],
        "丙获奖。": ["荣誉"],
        "2021年": ["荣誉"],
        "丁获奖。": ["荣誉", "2021年"],
    }


def test_month_without_a_year_lies_below_its_year(draft: Make) -> None:
    page = draft("2019年\n甲开工。\n4月\n乙开工。\n5日\n丙开工。\n6月\n丁开工。\n2020年\n戊开工。\n")
    found = sections(page)
    assert found["丙开工。"] == ["2019年", "4月", "5日"]
    assert found["丁开工。"] == ["2019年", "6月"]
    assert found["戊开工。"] == ["2020年"]


def test_numbering_nests_by_its_style(draft: Make) -> None:
    page = draft(
        "第一章 总则\n甲。\n一、要求\n（一）思想\n乙。\n（二）目标\n1. 数量\n丙。\n二、任务\n丁。\n第二章 罚则\n戊。\n"
    )
    found = sections(page)
    assert found["乙。"] == ["第一章 总则", "一、要求", "（一）思想"]
    assert found["丙。"] == ["第一章 总则", "一、要求", "（二）目标", "1. 数量"]
    assert found["丁。"] == ["第一章 总则", "二、任务"]
    assert found["戊。"] == ["第二章 罚则"]


def html(*lines: tuple[str, str], region: str = "article") -> dict[str, object]:
    text, layout = "", []
    for tag, line in lines:
        layout.append(Block(start=len(text), end=len(text) + len(line), tag=tag, region=region))  # type: ignore[arg-type]
        text += line + "\n"
    return {"raw": text.rstrip("\n"), "layout": layout}


def test_html_headings_nest_by_their_level(draft: Make) -> None:
    page = draft(
        **html(
            ("h2", "历程"),
            ("h3", "起步阶段"),
            ("p", "甲。"),
            ("h3", "发展阶段"),
            ("p", "乙。"),
            ("h2", "荣誉"),
            ("p", "丙。"),
        )
    )
    found = sections(page)
    assert found["乙。"] == ["历程", "发展阶段"]
    assert found["丙。"] == ["荣誉"]


def test_html_date_heading_of_the_same_level_lies_below(draft: Make) -> None:
    page = draft(
        **html(
            ("h2", "历程"),
            ("h2", "2019年"),
            ("p", "甲。"),
            ("h2", "2020年"),
            ("p", "乙。"),
            ("h2", "荣誉"),
            ("p", "丙。"),
        )
    )
    found = sections(page)
    assert found["乙。"] == ["历程", "2020年"]
    assert found["丙。"] == ["荣誉"]


def test_html_heading_is_one_whatever_stands_below(draft: Make) -> None:
    page = draft(**html(("h2", "一句话也没有吗？"), ("h2", "附件")))
    assert set(roles(page).values()) == {"heading"}


@pytest.mark.parametrize("tag", ["li", "td", "a", "figcaption"])
def test_short_line_of_a_list_or_table_is_no_heading(draft: Make, tag: str) -> None:
    assert roles(draft(**html((tag, "地方新闻"), ("p", BODY))))["地方新闻"] == "body"


def test_html_blocks_are_found_in_the_cleaned_text(draft: Make) -> None:
    page = draft(**html(("p", "赌场甲。"), ("h2", "历程赌场"), ("p", "乙。")), removed=[("赌场", "ad"), ("赌场", "ad")])
    assert sections(page) == {"甲。": [], "历程": [], "乙。": ["历程"]}


REPORT = "上半年，全市经济平稳运行。"


@pytest.mark.parametrize(
    "dividers",
    [
        ["寿险：价值回升，规模承压", "财险：暴雨拖累，车险向好"],
        ["【消费】", "【外贸】", "【楼市】"],
        ["农村：两项行动同步铺开", "资金支持:按放电量补贴"],
    ],
)
def test_lines_that_divide_a_report_between_texts_are_headings(draft: Make, dividers: list[str]) -> None:
    page = draft("题目在这里\n" + "".join(f"{REPORT}\n{line}\n" for line in dividers) + REPORT)
    assert {line: roles(page)[line] for line in dividers} == dict.fromkeys(dividers, "heading")


@pytest.mark.parametrize(
    "page",
    [
        # One alone may be anything.
        f"{REPORT}\n财险：车险向好\n{REPORT}",
        # Fields of a table stand together.
        f"{REPORT}\n使命：让生活更好\n愿景：成为一流企业\n口号：一起向前\n{REPORT}",
        # Who made the page.
        f"{REPORT}\n来源：云岭日报\n{REPORT}\n编辑：李某某某\n{REPORT}",
    ],
)
def test_lines_with_a_colon_are_no_headings_where_nothing_says_so(draft: Make, page: str) -> None:
    assert "heading" not in roles(draft(page)).values()


def test_a_quarter_below_a_year_is_a_heading_below_it(draft: Make) -> None:
    page = draft(f"导语在此。\n2022年\n一季度\n{BODY}\n二季度\n{BODY}\n")
    assert roles(page)["2022年"] == "heading"
    assert [sentence.section for sentence in page.sentences if sentence.role == "body"][1:] == [
        ["2022年", "一季度"],
        ["2022年", "二季度"],
    ]


def test_numbers_of_parts_in_their_order_are_headings(draft: Make) -> None:
    page = draft(f"{BODY}\n01\n{BODY}\n02\n工程验收完成。\n")
    assert sections(page)["工程验收完成。"] == ["02"]


def test_numbers_in_another_order_are_none(draft: Make) -> None:
    page = draft(f"{BODY}\n12\n{BODY}\n07\n工程验收完成。\n")
    assert sections(page)["工程验收完成。"] == []


def test_cells_of_a_page_laid_out_as_a_table_are_lines_like_others(draft: Make) -> None:
    raw = f"云岭茶厂\n{BODY}\n发展历程\n{BODY}\n"
    ends = [place for place, character in enumerate(raw) if character == "\n"]
    starts = [0, *(end + 1 for end in ends[:-1])]
    layout = [Block(start, end, "td", "article") for start, end in zip(starts, ends, strict=True)]
    page = draft(raw, title="云岭茶厂", layout=layout)
    assert roles(page)["云岭茶厂"] == "title"
