from collections.abc import Sequence

import pytest

from pipeline.clean import characters
from pipeline.clean.insertions import fiction
from pipeline.corrupt.phrases import novels
from pipeline.train.fiction import stories

REPORT = [
    "省防汛指挥部21日把应急响应提升至二级，要求沿江各地全天值守。",
    "截至当天18时，三县共转移群众4.7万人，设立安置点64处。",
    "受强降雨影响，清江水位超过警戒线1.2米，沿线两座小型水库开闸泄洪。",
    "交通部门关闭了三条县道，客运班车全部停运，铁路部门加开临时列车。",
    "应急部门调拨帐篷2100顶、棉被8000床，民政部门向受灾群众发放了救助金。",
    "气象台预计，未来三天降雨过程仍将持续，局部有大暴雨。",
    "水利专家分析，此次洪峰流量为1998年以来最大，中游干流全线超警戒水位。",
    "保险公司开通理赔绿色通道，已受理报案3600余件，预付赔款1.1亿元。",
    "教育部门通知，受影响地区中小学停课，复课时间另行公布。",
    "通信企业出动应急保障车辆，抢通光缆47公里，恢复基站320座。",
    "农业部门组织技术人员下乡，指导农户排水抢种，减少损失。",
]


def found(sentences: Sequence[str]) -> list[str]:
    text = "".join(sentences)
    cuts = fiction.find(text, characters.fold(text), characters.load(), fiction.load())
    return [text[cut.start : cut.end] for cut in cuts if cut.score and cut.score >= 0.5]


@pytest.mark.parametrize(
    "sentence",
    [
        "她攥紧了掌心的玉佩，眼泪无声地滑落。",
        "黑衣人冷笑着抽出长剑，指向他的咽喉。",
        "“你别怕。”他把她的手攥进掌心，声音轻得像一阵风。",
        "他蹲在灶台边，一口一口地啃着那块冷硬的饼。",
        "她缩在墙角，死死咬着嘴唇，听着那脚步声一点点靠近。",
    ],
)
def test_a_sentence_of_a_novel_in_a_report_is_found(sentence: str) -> None:
    assert found([*REPORT[:3], sentence, *REPORT[3:]]) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "一名女子抱着孩子跪在堤上，官兵把她们背到了高处。",
        "“水一下子就涨到了胸口。”村民周桂兰回忆，官兵把她背上冲锋舟时，她的手还在发抖。",
        "影片里的少女抱着断剑跌坐在雪地里，导演说这场戏拍了九天。",
        "老人攥着民政部门送来的棉被，眼泪在眼眶里打转。",
        "12岁那年的冬天，他抱着妹妹在雪地里走了一夜。",
        "中秋节前，他打算把雨伞修好，骑着旧车去看她。",
        "颱風過後的端午，他推開那扇舊木門，慢慢掃著地。",
        "难道就让她这样抱着被子，在漏雨的屋檐下默默流泪？",
        "眼看着水漫过门槛，谁还敢闭上眼睛安心睡觉呢？",
    ],
)
def test_what_people_went_through_is_the_reports_own(sentence: str) -> None:
    assert found([*REPORT[:3], sentence, *REPORT[3:]]) == []


def test_a_report_stays_whole() -> None:
    assert found(REPORT) == []


def test_a_page_that_tells_a_story_stays_whole() -> None:
    assert found(novels("dev")[:40]) == []


@pytest.mark.parametrize("page", stories(), ids=lambda page: page[0])
def test_stories_of_witnesses_lives_and_legends_stay(page: tuple[str, list[str]]) -> None:
    assert found(["\n".join([page[0], *page[1]])]) == []


def test_two_sentences_of_novels_do_not_shield_each_other() -> None:
    first, second = "少女脸色煞白，抱着断剑跌坐在雪地里。", "他叼着烟靠在墙上，眼神冷得像刀子。"
    assert found([*REPORT[:2], first, *REPORT[2:7], second, *REPORT[7:]]) == [first, second]


@pytest.mark.parametrize("text", ["“" * 100_000, "他" * 100_000, "她哭了。" * 25_000, "“他笑了。" * 20_000])
def test_hostile_text_stays(text: str) -> None:
    assert found([text]) == []


def test_a_sentence_behind_a_comma_of_the_report_is_found_without_that() -> None:
    sentence = "她缩在墙角，死死咬着嘴唇，听着那脚步声一点点靠近。"
    assert found([*REPORT[:3], REPORT[3][:-11], sentence, REPORT[3][-11:], *REPORT[4:]]) == [sentence]


def test_a_clause_that_narrates_stays_behind_what_it_is_said_of() -> None:
    assert found([*REPORT[:3], "气象台的老观测员六点就到了观测场，雪地上留下一串深深的脚印。", *REPORT[3:]]) == []
