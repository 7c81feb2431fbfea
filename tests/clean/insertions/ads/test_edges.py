import pytest

from pipeline.clean.insertions.ads import edges, lexicon


def own(phrase: str, before: str, after: str, *, alone: bool = True) -> str:
    first, last = edges.trimmed(phrase, before, after, lexicon.words(phrase), alone=alone)
    return phrase[first:last]


@pytest.mark.parametrize(
    ("phrase", "before", "after", "left"),
    [
        pytest.param("其中代开餐饮发票", "，", "三成", "代开餐饮发票", id="the opening of a clause"),
        pytest.param("由传奇私服发布网", "工程", "承建", "传奇私服发布网", id="a word that binds what follows"),
        pytest.param("座传奇私服发布网", "37", "，占", "传奇私服发布网", id="the unit of a figure"),
        pytest.param("扫码送彩金公司", "，", "在香", "扫码送彩金", id="the subject of a clause"),
        pytest.param("注册公司代办公司", "处", "，今", "注册公司代办公司", id="the same noun in mid-sentence"),
        pytest.param("时时彩走势图如期", "展览", "开幕", "时时彩走势图", id="what goes on behind the trade"),
        pytest.param("传奇私服发布网", "工程", "，", "传奇私服发布网", id="nothing of the author's"),
    ],
)
def test_the_authors_words_stay(phrase: str, before: str, after: str, left: str) -> None:
    assert own(phrase, before, after) == left


def test_the_subject_goes_with_a_phrase_that_comes_again() -> None:
    assert own("网站优化公司", "，", "在香", alone=False) == "网站优化公司"


@pytest.mark.parametrize(
    ("goods", "behind", "more"),
    [
        pytest.param("旧手机回收价格", "查询三年内", "查询", id="the end of a search"),
        pytest.param("秒批口子", "群，", "群", id="a group"),
        pytest.param("秒批口子", "群众", "", id="no group"),
    ],
)
def test_how_a_search_goes_on_goes_with_the_goods(goods: str, behind: str, more: str) -> None:
    assert edges.extended(goods + behind, len(goods)) == len(goods + more)


def test_trade_words_beside_every_place_belong_to_the_phrase() -> None:
    text = "工程网贷口子秒下款开工，病房网贷口子秒下款启用"
    starts = [text.index("口子"), text.rindex("口子")]
    assert edges.before(text, starts) == len("网贷")
    assert edges.behind(text, [start + len("口子") for start in starts]) == len("秒下款")


def test_what_stands_beside_one_place_only_does_not() -> None:
    text = "工程网贷口子开工，病房口子启用"
    assert edges.before(text, [text.index("口子"), text.rindex("口子")]) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("刷赞1元100个，工程刷赞1元100个。", "1元100个"),
        ("刷赞1元100个，工程刷赞2元50个。", ""),
        ("刷赞100，刷赞100", ""),
    ],
)
def test_figures_go_where_every_place_has_them(text: str, found: str) -> None:
    ends = [text.index("刷赞") + 2, text.rindex("刷赞") + 2]
    assert edges.figures(text, ends) == found
