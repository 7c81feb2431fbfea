import pytest

from pipeline.clean import mirrors
from pipeline.clean.ledger import lines
from pipeline.spans import cut


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "全國(guó)投資2700萬(wàn)元,國(guó)內(nèi)外游客265萬(wàn)人次,增長(zhǎng)32.5%。",
            "全國投資2700萬元,國內外游客265萬人次,增長32.5%。",
        ),
        ("產（chǎn）量與產（chǎn）值,質（zhì）量與產（chǎn）能", "產量與產值,質量與產能"),
    ],
)
def test_readings_that_come_again_go(text: str, left: str) -> None:
    assert cut(text, mirrors.readings(text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "“龘”(dá)字笔画多，“犇”(bēn)字少些，“骉”(biāo)字又少些。",
        "甲苯(a)与乙苯(b)，丙苯(c)再与乙苯(b)反应，乙苯(b)过量。",
        "重庆(chóng)不读重(zhòng)庆。",
    ],
)
def test_readings_that_a_writer_gives_stay(text: str) -> None:
    assert mirrors.readings(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "甲市旅游攻略_甲市门票预订_甲市酒店排名_甲市地图下载",
        "天天看影视-天天看影视网-天天影视在线-天天影视大全-影视排行榜",
        "甲市旅游在线攻略_甲市门票预订_甲市酒店排名_甲市地图下载 ?",
        "甲市一日游-电影《甲市往事》免费看-甲市二日游-甲市三日游-甲市四日游",
        "卡盟平台货源,免费外挂下载,吃鸡辅助购买,自动发卡网",
        '• <tr id="yyy80"></tr>',
        "<sup id='a'></sup><b></b>",
    ],
)
def test_lines_of_search_words_and_of_markup_go(line: str) -> None:
    text = f"{line}\n北滨港十年发展纪实\n十年来，港口吞吐量增长了两倍。"
    assert [text[c.start : c.end] for c in mirrors.lines(text, lines(text))] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "北滨港十年发展纪实_港口频道_新闻_北滨网",
        "2019-2020-2021-2022",
        "机型A100-200-300-400系列",
        "甲-乙-丙-丁",
        "从东港-西港-南港-北港一线看，货量都在增长。",
        "a < b 且 c > d",
        "贷款,信用卡,理财,保险,基金,股票开户",
        "电影,电视剧,综艺,动漫,纪录片,在线观看,高清下载",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert mirrors.lines(line, lines(line)) == []
