import pytest

from pipeline.clean import fiction

REPORT = "省防汛指挥部21日把应急响应提升至二级。截至当天18时，三县共转移群众4.7万人，设立安置点64处。"


@pytest.mark.parametrize(
    "sentence",
    [
        "她攥紧了掌心的玉佩，眼泪无声地滑落。",
        "黑衣人冷笑着抽出长剑，指向他的咽喉。",
        "他吻了吻她的额头，低声说别怕，有我在。",
        "“你当真要走？”少女抱着断剑，脸色煞白。",
        "老者推开吱呀作响的木门，烛火忽然灭了。",
    ],
)
def test_a_sentence_of_a_novel_in_a_report_is_found(sentence: str) -> None:
    text = REPORT + sentence + REPORT
    assert [text[cut.start : cut.end] for cut in fiction.find(text) if cut.score and cut.score >= 0.5] == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        REPORT + "一名女子抱着孩子跪在堤上，官兵把她们背到了高处。",
        REPORT + "老师忽然听见窗外有人喊，推开木门一看，院子里已经进水。",
        REPORT + "影片里的少女抱着断剑跌坐在雪地里，导演说这场戏拍了九天。",
        "少年握紧长剑。黑衣人冷笑一声，缓缓转过身。她的眼泪滑落脸颊。师父叹道，江湖险恶。" * 3,
    ],
)
def test_reports_and_stories_stay_whole(text: str) -> None:
    assert [cut for cut in fiction.find(text) if cut.score and cut.score >= 0.5] == []


def test_two_sentences_of_novels_do_not_shield_each_other() -> None:
    first, second = "少女脸色煞白，抱着断剑跌坐在雪地里。", "老者喉头一甜，鲜血喷在了青石阶上。"
    text = f"{REPORT}{first}{REPORT}{second}{REPORT}"
    assert [text[cut.start : cut.end] for cut in fiction.find(text) if cut.score and cut.score >= 0.5] == [
        first,
        second,
    ]
