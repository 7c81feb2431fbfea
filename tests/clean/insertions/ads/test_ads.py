from collections.abc import Callable

import pytest

from pipeline.clean import clean
from pipeline.clean.insertions.ads import authors
from pipeline.draft import Draft, Settings
from tests.clean.conftest import draft

PAGE = (
    "澜青铁路青屏隧道贯通\n\n"
    "2023年11月18日，由中岳建工承建的澜青铁路青屏隧道{0}贯通。至此，全线41座隧道已贯通37座{1}，占隧道总数的九成以上。\n\n"
    "项目经理周启明介绍，{2}隧道穿越三条断裂带，最大涌水量每天1.2万立方米，施工难度很大。为保证安全，项目部投入1800万元"
    "购置超前预报设备{3}，掘进速度比原计划提高了15.6%。\n\n"
    "按照计划，全线将于2025年底开通，届时两地的旅行时间由三个小时缩短到五十分钟{4}。\n"
)


def page(*insertions: str) -> str:
    return PAGE.format(*insertions, *[""] * (5 - len(insertions)))


CLEAN = page()


@pytest.mark.parametrize(
    ("insertions", "way"),
    [
        pytest.param(["", "传奇私服发布网", "", "传奇私服发布网"], "again", id="a trade phrase, twice"),
        pytest.param(["", "", "办理无抵押小额贷款"], "once", id="a trade phrase, once"),
        pytest.param(
            ["", "水果批发市场行情", "", "水果批发市场行情", "水果批发市场行情"],
            "again",
            id="ordinary words, three times",
        ),
        pytest.param(
            ["", "红烧排骨家常做法", "红烧排骨家常做法", "红烧排骨家常做法"], "again", id="a search of ordinary words"
        ),
        pytest.param(["linux教程", "", "linux教程", "", "linux教程"], "again", id="a word of letters"),
        pytest.param(["", "卡❤盟❤发❤卡❤网❤平❤台"], "parted", id="parted"),
        pytest.param(["福彩3d试机号查询", "", "", "福彩3d试机号查询"], "again", id="a figure of a name inside"),
        pytest.param(
            ["", "电子表格怎样求和", "电子表格怎样求和", "电子表格怎样求和"], "again", id="a word ending in 和"
        ),
        pytest.param(["", "小红书涨粉丝1元100个", "", "小红书涨粉丝1元100个"], "again", id="a price behind"),
    ],
)
def test_phrases_put_into_sentences_go(insertions: list[str], way: str, cleaned: Callable[..., Draft]) -> None:
    result = cleaned(page(*insertions))
    assert result.text == CLEAN, way
    assert {removal.kind for removal in result.removed} == {"ad"}
    assert all(removal.score is not None and removal.score >= 0.5 for removal in result.removed)


def test_a_site_call_before_sentences_goes(cleaned: Callable[..., Draft]) -> None:
    raw = CLEAN.replace("项目经理", "亚洲城娱乐网址：项目经理").replace("按照计划", "亚洲城娱乐登录：按照计划")
    assert cleaned(raw).text == CLEAN


def test_a_line_of_trade_words_between_paragraphs_goes(cleaned: Callable[..., Draft]) -> None:
    raw = CLEAN.replace("\n\n按照", "\n\n香港六合彩开奖结果　特码资料免费公开\n\n按照")
    assert [removal.text for removal in cleaned(raw).removed] == ["香港六合彩开奖结果　特码资料免费公开"]


@pytest.mark.parametrize(
    "sentence",
    [
        "警方近日打掉一个网络赌博团伙，查获涉案彩票账户43个。",
        "全市今年筹集保障性租赁住房1.2万套。保障性租赁住房主要面向新市民，去年保障性租赁住房开工率为95%。",
        "该行去年发放小额贷款2.3万笔，其中无抵押信用贷款占六成。",
        "法院审理了一起制作销售游戏外挂案，两名被告人获刑三年。",
        "市场监管部门提醒，减肥药、增高药等广告多为虚假宣传。",
        "学校严禁论文代写和考试作弊，违者一律不授予学位。",
        "公司主营空调维修和旧家电回收，年营业额约800万元。",
        "该应用在安卓系统下载总数已超过四亿次，苹果商店的下载量也过亿次。",
        "公司去年专利转让收入350亿元，同比增长一成。",
        "他因购买假毕业证和假驾驶证，被行政拘留十日。",
        "社区为老人提供上门服务，包括家政保洁、管道疏通和家电维修。",
        "昨日海瑞医疗(股票代码300999)公告，股东减持海瑞医疗859万股，仍持有海瑞医疗5%的股份。",
        "公司收购青禾软件服务60%股权，持有青禾软件服务的合伙企业退出，青禾软件服务更名。",
        "被告人开设赌场，一审法院以开设赌场罪判处其有期徒刑两年。",
        "协议约定，合同解除或终止的，担保同时解除或终止。",
        "他两次参加成人高考被录取，又再次参加成人高考被录取。",
    ],
)
def test_articles_about_trades_stay_whole(sentence: str, cleaned: Callable[..., Draft]) -> None:
    raw = f"{CLEAN}\n{sentence}\n"
    assert cleaned(raw).text == raw


def test_a_clean_page_stays_whole(cleaned: Callable[..., Draft]) -> None:
    assert cleaned(CLEAN).removed == []


def test_the_least_score_decides() -> None:
    raw = page("", "传奇私服发布网", "", "传奇私服发布网")
    assert clean(draft(raw), Settings(min_score=1.0)).removed == []


def test_a_phrase_whose_neighbours_are_alike_goes_everywhere(cleaned: Callable[..., Draft]) -> None:
    clean_text = (
        "数据库备份的几种方法\n\n备份是运维的基本功。可以用命令行备份数据，或者用图形工具导出。恢复数据时，先停止应用，"
        "再执行导入命令。对于大表，建议分批导出，以免锁表。\n"
    )
    raw = clean_text
    for place in ("备份数据，", "恢复数据时", "分批导出，"):
        raw = raw.replace(place, f"{place[:-1]}数据库培训论文{place[-1]}")
    assert cleaned(raw).text == clean_text


@pytest.mark.parametrize("word", list("由在向与的对"))
def test_a_function_word_before_a_phrase_stays(word: str, cleaned: Callable[..., Draft]) -> None:
    # Also where the phrase comes twice after the same word.
    text = CLEAN.replace("贯通。至此", f"{word}施工单位宣布贯通。至此").replace("购置超前", f"{word}设备商购置超前")
    phrase = "传奇私服发布网"
    raw = text.replace(f"{word}施工", f"{word}{phrase}施工").replace(f"{word}设备商", f"{word}{phrase}设备商")
    for removal in cleaned(raw).removed:
        assert removal.text == phrase


@pytest.mark.parametrize("lead", ["学校向", "公司在", "由"])
@pytest.mark.parametrize("phrase", ["成人高考学历提升报名中心", "代开住院发票诊断证明"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_phrase_goes_whole_or_not_at_all(phrase: str, lead: str, times: int, cleaned: Callable[..., Draft]) -> None:
    raw = page(f"{lead}{phrase}", "", f"{lead}{phrase}" if times == 2 else "")
    assert {removal.text for removal in cleaned(raw).removed} <= {phrase}


def test_phrases_in_traditional_characters_go(cleaned: Callable[..., Draft]) -> None:
    clean_page = (
        "港島北岸海濱長廊全線開通\n\n2023年11月18日，由東區至中環的海濱長廊{0}全線開通，全長九公里。\n\n"
        "工程主任黎啟明表示，{1}長廊分三期興建，總投資12億元，沿途設有五個休憩處。為保護岸邊樹木{2}，承建商調整了路線。\n"
    )
    raw = clean_page.format("汽車抵押貸款辦理", "", "汽車抵押貸款辦理")
    assert cleaned(raw).text == clean_page.format("", "", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "同日，中岳建工、岳麓装备与嘉禾远鼎昌签订协议，嘉禾远鼎昌受让青岳装备的股份。",
        "会议设有主旨报告、开放式圆桌论坛、墙报展示，开幕后共举行了3个开放式圆桌论坛。",
        "预装软件很多，安装驱动有些困难，建议需要的朋友下载最新驱动",
        "每台电脑随附原装鼠标、原装操作系统、原装Excel软件，三年内免费上门。",
        "公告称，预中标项目为青岳省体育彩票视频终端软件的开发，合同期三年。",
    ],
    ids=[
        "a name twice in a line",
        "listed and counted",
        "a sentence about goods",
        "goods of a list",
        "a clause about goods",
    ],
)
def test_names_lists_and_sentences_about_goods_stay(sentence: str, cleaned: Callable[..., Draft]) -> None:
    raw = f"{CLEAN}\n{sentence}\n\n{CLEAN.split(chr(10), 2)[2]}"
    assert sentence in cleaned(raw).text


def test_who_reports_is_named_again_by_the_page_itself() -> None:
    text = "2024年5月21日 记者林姿吟／台中报道 展馆昨天开门。〔记者林姿吟／台中报道〕今年来了三百家厂商。"
    phrase = "记者林姿吟／台中报道"
    starts = [text.find(phrase), text.rfind(phrase)]
    assert authors.keeps(text, phrase, starts, [], [3.0, 3.0], 0.0)
