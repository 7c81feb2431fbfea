"""Pages of furniture in the manner of many sites, marked by hand: ⟦goes⟧, ⟨may go or stay⟩."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.draft import Draft

PAGES = sorted(Path(__file__).parent.glob("data/furniture*/*.txt"))
TITLES = {
    "announcement": "云屏药业：2022年度利润分配实施公告",
    "blog": "用 rsync 给小公司做异地备份",
    "broadcaster": "高山蔬菜走俏 海拔一千三百米的村子忙采收",
    "company": "恒岳重工交付首台纯电动矿用卡车",
    "county_media": "小香菇撑起致富伞",
    "download": "录屏软件怎样同时录下系统声音和麦克风",
    "ecommerce_article": "厨房小白的第一口铸铁锅，用了一年说说感受",
    "education": "本省2024年高考报名人数突破52万",
    "encyclopaedia": "白鹤岭水库",
    "experts": "存定期和买国债，哪个更划算？",
    "faculty": "我院两项课题获省重点研发计划立项",
    "forum": "老房翻新全记录，花了11.8万元",
    "government": "关于下达2022年农村公路养护补助资金的通知",
    "health_site": "入冬后这样喝粥，暖胃又不上火",
    "newspaper_net": "三江口大桥主跨合龙",
    "paper_trap": "关于乡镇卫生院慢病随访的调查与讨论",
    "portal_finance": "岭川水泥一季度由亏转盈 旺季涨价两轮",
    "question_answer": "变频空调一个晚上要用多少度电？",
    "schedule_trap": "滨海交响乐团2023音乐季开票",
    "school_essays": "外婆的菜园",
    "self_media": "阳台上种草莓，三个月收了9斤",
    "tieba": "环岛四天，花费和路线都在这了",
    "video_news": "海底数据舱下水，一年省电六成",
    "wechat_repost": "一座百年老戏院，怎样重新坐满人？",
}
BODY = "恒岳重工首台纯电动矿用卡车在总装车间交付，历时二十六个月，累计投入研发费用一亿三千五百万元。"


def marked(page: Path) -> tuple[str, set[int], set[int]]:
    """The raw page, which of its characters are furniture, and which may be."""
    raw, mark = "", ""
    goes, may = set[int](), set[int]()
    for character in page.read_text("utf-8"):
        if character in "⟦⟨":
            mark = character
        elif character in "⟧⟩":
            mark = ""
        else:
            if not character.isspace():
                (goes if mark == "⟦" else may if mark else set()).add(len(raw))
            raw += character
    return raw, goes, may


def taken(draft: Draft) -> set[int]:
    return {n for r in draft.removed for n in range(r.start, r.end) if not draft.raw_text[n].isspace()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_of_the_article_goes(page: Path, cleaned: Callable[..., Draft]) -> None:
    raw, goes, may = marked(page)
    assert "".join(raw[n] for n in sorted(taken(cleaned(raw)) - goes - may)) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_title_is_found_amid_furniture(page: Path, cleaned: Callable[..., Draft]) -> None:
    assert cleaned(marked(page)[0]).title == TITLES[page.stem]


def test_nearly_all_furniture_goes(cleaned: Callable[..., Draft]) -> None:
    found, total = 0, 0
    for page in PAGES:
        raw, goes, _ = marked(page)
        found += len(taken(cleaned(raw)) & goes)
        total += len(goes)
    assert found > 0.97 * total


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("票价\n680元、480元\n购票地点\n大剧院一层", id="no line says that it is over"),
        pytest.param(f"分享\n{BODY}", id="the article goes on"),
        pytest.param("编辑\n校训：明理致用", id="a widget at a heading is no end"),
        pytest.param("2019\n2020", id="years are headings"),
    ],
)
def test_short_lines_behind_the_last_paragraph_stay(tail: str, cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"矿用卡车交付首台\n{BODY}\n{tail}\n")
    assert page.text.split("\n")[2:] == ["" if line == "编辑" else line for line in tail.split("\n")] + [""]


def test_comments_behind_the_end_go_and_a_paragraph_of_the_article_stays(cleaned: Callable[..., Draft]) -> None:
    comments = (
        "网友评论(3)\n云边的羊 3小时前\n这车多少钱一台？矿上也想换两台。\n回复 赞(2)\n老周 昨天\n支持国产\n查看更多评论"
    )
    page = cleaned(f"矿用卡车交付首台\n{BODY}\n（责任编辑：何松）\n{comments}\n登录后发表评论\n")
    assert page.text == f"矿用卡车交付首台\n{BODY}" + "\n" * 10
    page = cleaned(f"矿用卡车交付首台\n{BODY}\n（责任编辑：何松）\n{BODY}续。\n")
    assert page.text == f"矿用卡车交付首台\n{BODY}\n\n{BODY}续。\n"


def test_a_table_of_contents_goes_and_its_headings_stay(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"白鹤岭水库\n目录\n1 历史沿革\n2 工程概况\n历史沿革\n{BODY}\n二、工程概况\n{BODY}\n")
    assert page.text == f"白鹤岭水库\n\n\n\n历史沿革\n{BODY}\n二、工程概况\n{BODY}\n"


def test_a_list_called_contents_that_is_none_stays(cleaned: Callable[..., Draft]) -> None:
    raw = f"展品说明\n目录\n青花瓶\n执壶\n{BODY}\n"
    assert cleaned(raw).text == raw


def test_sentences_above_a_heading_are_no_furniture(cleaned: Callable[..., Draft]) -> None:
    raw = f"省里的同志也参加了考察。\n编后\n矿用卡车交付首台\n{BODY}\n"
    assert cleaned(raw).text == raw


def test_an_encyclopaedia_s_widget_behind_its_headings_goes(cleaned: Callable[..., Draft]) -> None:
    page = cleaned(f"祝某某\n生平编辑\n{BODY}\n学术成就编辑\n{BODY}\n")
    assert page.text == f"祝某某\n生平\n{BODY}\n学术成就\n{BODY}\n"


@pytest.mark.parametrize("lines", [("总编辑", "副总编辑"), ("图书编辑", "招聘条件")])
def test_editors_are_no_widget(cleaned: Callable[..., Draft], lines: tuple[str, str]) -> None:
    raw = f"报社招聘启事\n{lines[0]}\n{BODY}\n{lines[1]}\n{BODY}\n"
    assert cleaned(raw).text == raw
