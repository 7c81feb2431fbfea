from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.draft import Draft

PAGE = Path(__file__).parents[2] / "raw/2024-04/000_bdb57fe06f2fe415.txt"


@pytest.fixture(scope="module")
def raw() -> str:
    return PAGE.read_bytes().decode("utf-8")


def test_every_citation_mark_is_a_removal(raw: str, cleaned: Callable[..., Draft]) -> None:
    kinds = Counter(removal.kind for removal in cleaned(raw).removed)
    assert kinds["citation"] == 41


def test_title_pieces_go_in_their_order(raw: str, cleaned: Callable[..., Draft]) -> None:
    pieces = [removal.text for removal in cleaned(raw).removed if removal.kind == "shard"]
    order = ["抖音电商", "发展", "历程", "从援成立", "鄂复", "苏计"]
    assert pieces == (order * 3)[:15]


def test_advertising_goes_whole(raw: str, cleaned: Callable[..., Draft]) -> None:
    phrases = [removal.text for removal in cleaned(raw).removed if removal.kind == "ad"]
    assert phrases == [
        "和平精英透视辅助卡盟发卡网",
        "和平精英透视辅助卡盟发卡网",
        "抖音粉丝业务下单",
        "抖音关注业务下单",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "在商务部电子商务司的支持下,湖南省互联网信息办公室、湖北省商务厅、湖北省农业农村厅与抖音联合发起"
        "“湖北重启抖来推动——抖音援鄂复苏计划”,投入百亿流量,发起百场直播,支持武汉开工复产。\n",
        "进一步推动开工复产有序进行,投入百亿流量、结合多项举措,推动中小企业产业带高效恢复运转。\n",
        "字节跳动创立电商一级部门,该部门将作为一级业务部门,电商业务作为战略方向启航。\n",
        "抖音上线首个平台级的电商大促活动抖音奇妙好物节。活动期间,奇妙好物节获得了",
        "抖音电商营运负责人木青表示,希望通过这一计划,在未来一年,帮助超千名手演员收入破百万。\n",
        "\n与传统电商相比,抖音内容电商的经营模式有着不同的",
        "良好的整体购物体验,并持续沉淀用户对店家的认知积累和复购。\n",
        "\n发展历程\n",
        "听到,手演员获得新发展。\n",
    ],
)
def test_sentences_read_as_their_author_wrote_them(sentence: str, raw: str, cleaned: Callable[..., Draft]) -> None:
    assert sentence in cleaned(raw).text


def test_furniture_goes_and_the_title_stays_once(raw: str, cleaned: Callable[..., Draft]) -> None:
    page = cleaned(raw)
    assert page.title == "抖音发展历程:从援鄂复苏计划到成立电商一级部门"
    assert page.text.count(page.title) == 1
    for word in ("播报", "当前位置", "袁记短视频热门业务教程网", "分享到", "\n编辑\n"):
        assert word not in page.text
