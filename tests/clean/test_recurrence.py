import random

from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean import Recurrence, clean, gather
from pipeline.draft import Settings
from tests.clean.conftest import draft

SENTENCES = [
    "市图书馆新馆昨天开放，首日有一万八千名读者走进馆内{}，最受欢迎的是地方文献室。",
    "隧道长三点七公里，{}施工队穿过三条断裂带，用了四年时间才全部贯通。",
    "中药材合作社今年扩大种植面积，订单收购价比去年高出一成{}，农户的心里有了底。",
    "机场二期工程完工，年保障能力提高到两千万人次，{}换乘地铁只要七分钟。",
]
PAGES = [sentence.format("") for sentence in SENTENCES]
SPAMMED = [sentence.format("水果批发市场行情") for sentence in SENTENCES]


def texts(strategy: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[list[str]]:
    return st.lists(strategy or st.text(alphabet="甲乙丙丁，。\n", max_size=30), max_size=6)


@given(texts(), st.integers(0, 6))
def test_merging_parts_gives_the_whole_in_any_order(pages: list[str], at: int) -> None:
    drafts = [draft(page) for page in pages]
    shuffled = drafts[:]
    random.Random(1).shuffle(shuffled)
    whole = gather(drafts)
    assert gather(shuffled) == whole
    assert gather(drafts[:at]).merge(gather(drafts[at:])) == whole
    assert gather(drafts[at:]).merge(gather(drafts[:at])) == whole
    assert Recurrence.model_validate_json(whole.model_dump_json()) == whole


def test_a_phrase_on_many_pages_is_seen() -> None:
    spans = gather(map(draft, SPAMMED)).spans(SPAMMED[0])
    assert [SPAMMED[0][start:end] for start, end, _ in spans] == ["水果批发市场行情"]
    assert [pages for *_, pages in spans] == [4]


def test_an_ordinary_phrase_that_stands_once_on_each_of_many_pages_goes() -> None:
    drafts = [draft(page) for page in SPAMMED]
    recurrence = gather(drafts)
    assert [clean(page, Settings(), recurrence).text for page in drafts] == PAGES


def test_without_the_batch_the_same_phrase_stays() -> None:
    assert "水果批发市场行情" in clean(draft(SPAMMED[0]), Settings()).text
