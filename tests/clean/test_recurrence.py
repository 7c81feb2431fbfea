import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean import Recurrence, clean, gather
from pipeline.clean.characters import fold
from pipeline.draft import Settings
from tests.clean.conftest import draft

SENTENCES = [
    "市图书馆新馆昨天开放，首日有一万八千名读者走进馆内{}，最受欢迎的是地方文献室。",
    "隧道长三点七公里，{}施工队穿过三条断裂带，用了四年时间才全部贯通。",
    "中药材合作社今年扩大种植面积，订单收购价比去年高出一成{}，农户的心里有了底。",
    "机场二期工程完工，年保障能力提高到两千万人次，{}换乘地铁只要七分钟。",
]
DAYS = ["三月八日", "上周五", "昨天上午", "国庆前夕", "车展首日"]
PRICES = ["起价十二万元", "续航更长了", "外形没有变化", "预售两小时订出一千台", "年内交付"]
RAW = Path(__file__).parents[2] / "raw"
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
    spans = gather(map(draft, SPAMMED)).spans(fold(SPAMMED[0]))
    assert [SPAMMED[0][start:end] for start, end, _ in spans] == ["水果批发市场行情"]
    assert [pages for *_, pages in spans] == [4]


def test_an_ordinary_phrase_that_stands_once_on_each_of_many_pages_goes() -> None:
    drafts = [draft(page) for page in SPAMMED]
    recurrence = gather(drafts)
    assert [clean(page, Settings(), recurrence).text for page in drafts] == PAGES


def test_without_the_batch_the_same_phrase_stays() -> None:
    assert "水果批发市场行情" in clean(draft(SPAMMED[0]), Settings()).text


ARTICLE = (
    "东坞茶场\n东坞茶场位于青溪县北部山区，因坞中多茶而得名。\n历史沿革\n"
    "茶场之名始见于县志。万历三十二年（1604年），知县陆绍先重修茶亭。19世纪末，坞内有茶农六十余户，所产岩茶销往沿海。"
    "1985年春，县供销社收购茶场，当地开始试种新品种。每十股派发现金红利的方案于次年通过，据青溪农经报报道，产量比上年增长两成。\n"
)


def edited(text: str, number: int) -> str:
    swaps = [("位于", "坐落于"), ("重修", "修缮"), ("销往", "卖到"), ("收购", "接管"), ("报道", "消息")]
    return text.replace(*swaps[number % len(swaps)])


@pytest.mark.parametrize("copies", [3, 5, 12])
@pytest.mark.parametrize("edit", [lambda text, _: text, edited], ids=["identical", "edited"])
def test_copies_of_one_article_lose_nothing(copies: int, edit: Callable[[str, int], str]) -> None:
    drafts = [draft(edit(ARTICLE, number)) for number in range(copies)]
    recurrence = gather(drafts)
    assert [clean(page, Settings(), recurrence).removed for page in drafts] == [[]] * copies


@pytest.mark.parametrize("name", ["2024-04/railway", "2024-04/museum", "2024-05/bank", "2024-05/scenic"])
def test_reprints_of_a_clean_page_are_cleaned_as_one_copy_alone(name: str) -> None:
    raw = (RAW / f"{name}.txt").read_bytes().decode("utf-8")
    drafts = [draft(raw) for _ in range(4)]
    others = [draft(ARTICLE) for _ in range(3)]
    assert clean(drafts[0], Settings(), gather(drafts + others)) == clean(drafts[0], Settings())


def test_short_texts_that_share_an_ordinary_clause_keep_it() -> None:
    drafts = [draft(f"{day}，公司发布新车，{price}。") for day, price in zip(DAYS, PRICES, strict=True)]
    recurrence = gather(drafts)
    assert all(not clean(page, Settings(), recurrence).removed for page in drafts)
