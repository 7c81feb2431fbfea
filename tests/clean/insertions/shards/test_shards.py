from collections.abc import Callable

import pytest

from pipeline.clean import characters
from pipeline.clean.insertions import shards
from pipeline.clean.insertions.shards import phase, pieces
from pipeline.clean.insertions.shards.pieces import Piece
from pipeline.draft import Draft

TITLE = "云台港三十年：从渔村码头到亿吨大港"
BODY = (
    "1994年5月，第一座万吨级泊位在石门湾动工。当时的港区只有两间砖房、一台旧吊机和四十七名职工，年吞吐量很小。"
    "三十年过去，这里建成生产性泊位38个，2023年完成货物吞吐量1.06亿吨，同比增长7.4%。老调度员还记得，头一船化肥卸了"
    "整整九天，全靠肩膀扛。后来港务局筹资买下两台起重机，装卸效率提高了，货主才慢慢多起来。"
)


def spammed(cut: list[str], slots: str = "，、。的", every: int = 1) -> tuple[str, list[str]]:
    out, put, seen = "", [], 0
    for index, character in enumerate(BODY):
        out += character
        following = BODY[index + 1 : index + 2]
        if character in slots and following and not following.isdigit():
            seen += 1
            if seen % every == 0:
                out += cut[len(put) % len(cut)]
                put.append(cut[len(put) % len(cut)])
    return out, put


def found(text: str, title: str = TITLE, keywords: tuple[str, ...] = ()) -> list[str]:
    return [text[cut.start : cut.end] for cut in shards.find(text, title, keywords, characters.load())]


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(["云台", "港三十", "年从渔", "村码", "头到", "亿吨大"], id="cut without regard to words"),
        pytest.param(["云台港", "从渔", "村码头", "亿吨大"], id="with gaps"),
        pytest.param(["渔村大港", "码头到", "亿吨"], id="a piece in two runs"),
        pytest.param(["村码头到亿吨", "云台港三"], id="six characters"),
    ],
)
def test_pieces_in_cyclic_order_are_found(cut: list[str]) -> None:
    text, put = spammed(cut)
    pieces = found(text)
    assert set(pieces) == set(cut)
    # Next to a word of the title that the author wrote, one piece may be told apart from it wrongly or not at all.
    assert len(put) - 1 <= len(pieces) <= len(put)


def test_pieces_in_an_order_of_their_own_are_found() -> None:
    text, put = spammed(["亿吨", "台港", "村码", "从渔"])
    assert len([piece for piece in found(text) if piece in put]) >= 0.7 * len(put)


@pytest.mark.parametrize("first", [2, 6])
@pytest.mark.parametrize("cut", [["台港三", "十年从", "渔村码"], ["港三", "年从渔", "村码", "头到亿"]])
def test_a_few_pieces_on_a_page_are_found(cut: list[str], first: int) -> None:
    parts = BODY.split("，")
    for place, piece in enumerate(cut):
        parts[first + place] = piece + parts[first + place]
    assert found("，".join(parts)) == cut


def test_a_few_words_of_the_title_in_its_order_are_the_authors() -> None:
    after = "老渔村搬走了，码头往东移了两公里。去年港口的货物里，大港之间的集装箱占六成。"
    text = f"三十年里，港口换了模样。{BODY}{after}"
    assert found(text) == []


def test_keywords_are_part_of_the_cycle() -> None:
    text, put = spammed(["台港", "渔村", "交通", "民生"])
    assert found(text, keywords=("交通", "民生")) == put


@pytest.mark.parametrize("text", [BODY, f"云台港三十年来变化很大。{BODY}云台港集团说，码头到年底再扩建。"])
def test_words_of_the_title_stay_where_the_author_put_them(text: str) -> None:
    assert found(text) == []


def test_a_word_of_the_title_used_properly_stays_between_insertions() -> None:
    text, _ = spammed(["台港", "三十年从", "渔村码", "头到亿"])
    assert "三十年" not in found(text)


@pytest.mark.parametrize("title", ["", "港", "：：：", "港港港港港港"])
def test_a_title_that_says_nothing_finds_nothing(title: str) -> None:
    assert found(BODY, title) == []


def test_a_piece_does_not_end_inside_a_number() -> None:
    title = "2023年报告：港口2023年吞吐量"
    assert not any(piece[-1].isdigit() for piece in found(BODY * 2, title))


def test_the_cycle_is_bare_of_punctuation_and_bounded() -> None:
    assert pieces.cycle("渔村：码头", ["亿吨", "亿吨"]) == "渔村码头\0亿吨"
    assert len(pieces.cycle("长" * 10_000, [])) == pieces.LONGEST_CYCLE


SHOP = "青选平台治理情况：从消费保障基金到先行赔付"
SPAMMED_SHOP = (
    "2019年4月，青选发布年度消费者权益报告，青选过去一年里，平台累计下架商品130万件，治理关停店面四千家。情况据介绍，"
    "从消企业先期出资两亿元，费保另设奖金，障基用于举报奖励。金到去年冬天，青选公安机关捣毁窝点37个，平台涉案金额"
    "近三亿元。治理当地媒体作了报道。情况\n"
)
AUTHORS = [
    "2021年9月10日，青选即将上线赔付机制。",
    "截至2021年末，平台已推出21项服务。",
    "2022年3月，青选发布知识产权报告。",
    "报告显示，平台与超过160个品牌合作。",
]


@pytest.mark.parametrize("number", range(len(AUTHORS)))
def test_subjects_out_of_their_turn_stay_below_a_true_cycle(number: int) -> None:
    text = SPAMMED_SHOP + "\n".join(AUTHORS) + "\n"
    cuts = shards.find(text, SHOP, (), characters.load())
    place = text.index(AUTHORS[number])
    assert len(cuts) >= 10
    assert [text[c.start : c.end] for c in cuts if place <= c.start < place + len(AUTHORS[number])] == []


@pytest.mark.parametrize("title", ["澜溪谷风景区", "澜溪谷风澜溪谷", "澜溪谷风景区：从林场到名胜"])
def test_an_article_that_only_repeats_its_subject_has_no_cycle(title: str) -> None:
    text = (
        "1996年5月，澜溪谷试营业，首日接待游客八百人。2005年6月，澜溪谷投资4600万元修建索道。2012年以来，澜溪谷先后完成"
        "三期改造。2019年6月下旬，受强降雨影响，澜溪谷临时关闭九天。据资源调查，澜溪谷有植物1326种。自2007年起，澜溪谷于"
        "每年农历三月举办茶会。2024年5月19日，澜溪谷对所有游客免收门票。"
    )
    assert found(text, title) == []


def chain(*pieces: tuple[int, int, int, int]) -> list[Piece]:
    return [Piece(*piece, 3.0) for piece in pieces]


ROUND = [(n * 10, n * 10 + 2, n % 5 * 2, n % 5 * 2 + 2) for n in range(8)]


@pytest.mark.parametrize(
    ("last", "end"),
    [
        pytest.param((90, 96, 16, 22), None, id="a run of the title as long as three pieces is the author's"),
        pytest.param((90, 95, 10, 12), 92, id="what follows in a longer second run is the author's"),
        pytest.param((90, 93, 2, 5), 92, id="cut as at its other places"),
        pytest.param((90, 94, 10, 12), 94, id="two runs as long as the pieces"),
    ],
)
def test_a_piece_takes_no_word_of_the_author_along(last: tuple[int, int, int, int], end: int | None) -> None:
    pieces = phase.shortened(chain(*ROUND, last))
    assert pieces[8:] == ([] if end is None else [pieces[8]])
    assert end is None or pieces[8].end == end


def test_long_pieces_over_the_marks_of_a_title_are_no_advertising(cleaned: Callable[..., Draft]) -> None:
    text, put = spammed(["三十年从渔村", "头到亿吨大"])
    assert [(r.kind, r.text) for r in cleaned(f"{TITLE}\n{text}\n").removed] == [("shard", piece) for piece in put]


@pytest.mark.parametrize("own", ["冰面化开以后，渔村一年四季都有鱼卖。", "渔船都上了岸，渔村家家户户都在补网。"])
def test_of_like_places_the_piece_stands_where_the_sentence_stutters(own: str) -> None:
    text = (
        "腊月里天刚亮，云台港老调度员就把吊机开了起来。今年1月，冬捕全港共出船三百条，带旺餐饮收入8600万元，八个其中"
        f"旅店占三成。港务局腾出旧仓库，渔村村集体把它改成冷库，去年收入186万元。{own}港里还办了夜校，云台港学费由局里出，"
        "冬捕教的是修船，带旺学完就能上岗。"
    )
    cuts = shards.find(text, "云台港冬捕带旺八个渔村", [], characters.load())
    assert [text[cut.end :][:3] for cut in cuts if text[cut.start : cut.end] == "渔村"] == ["村集体"]


def test_a_single_piece_is_none() -> None:
    text = "公司午间公告，与设备采购等项目，中标额6962万元，占上年营业收入的一成。合同的履行将对业绩产生影响。"
    assert len(found(text, "午间公告：天岳股份中标汽车项目；远达股份中标7亿元项目")) != 1
