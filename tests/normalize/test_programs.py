import re

import pytest

from pipeline.draft import Draft
from pipeline.normalize.programs import identify
from pipeline.normalize.programs.organisers import organiser
from pipeline.schema import ProgramValue, Sentence, Source
from pipeline.tag.programs import find

SOURCE = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)


def values(*lines: str) -> list[ProgramValue]:
    """The values of the programmes in a page; a line that begins with # is the heading of those below it."""
    text, sentences, section = "", [], []
    for line in lines:
        heading = line.startswith("#")
        start = len(text)
        text += line.removeprefix("#") + "\n"
        sentences.append(
            Sentence(start=start, end=len(text) - 1, role="heading" if heading else "body", section=section)
        )
        section = [line.removeprefix("#")] if heading else section
    mentions = find(text, sentences)
    draft = Draft(doc_id="D", source=SOURCE, raw_text=text, text=text, sentences=sentences, mentions=mentions)
    return identify(mentions, draft)


def groups(*lines: str) -> list[set[str]]:
    """The names of each programme of a page, in the order of the first."""
    found: dict[str, set[str]] = {}
    for value in values(*lines):
        found.setdefault(value.program_id, set()).add(value.name)
    return list(found.values())


@pytest.mark.parametrize(
    "lines",
    [
        # The same name, with and without marks, in another width, in another edition.
        ("集团启动“春蚕计划”。", "春蚕计划惠及千户。"),
        ("平台上线“鲸选８１８好物节”。", "“鲸选818好物节”落幕。"),
        ("机构公佈「春蚕計劃」。", "“春蚕计划”启动。"),
        ("機構公佈「暖陽計劃」。", "“暖阳计划”启动。"),
        ("公安局开展“护苗”专项行动。", "护苗行动期间查获图书千册。"),
        ("集团启动“春蚕计划”。", "“春蚕计划2.0”启动。", "春蚕计划二期开始。"),
        ("市里举办“第八届青峰茶文化节”。", "“第九届青峰茶文化节”开幕。"),
        # An alias.
        ("基金会启动“乡村校园音乐教室计划”（以下简称“音乐教室”）。",),
        # A longer name that ends in it.
        ("平台上线首个大促活动鲸选奇趣好物节。活动期间，奇趣好物节获得好评。",),
        # One place differs and the sentence or the date is the same.
        ("听见山歌计划:2020年10月23日,集团推出“听到山歌计划”,该计划依托平台。",),
        ("#2020年10月", "10月23日，集团推出“看见匠人计划”。", "#项目", "看到匠人计划：由集团于2020年10月23日推出。"),
        ("2021年5月，集团启动“乡村振兴领航计划”。", "2021年5月，“乡村发展领航计划”启动。"),
    ],
)
def test_one_programme(lines: tuple[str, ...]) -> None:
    assert len(groups(*lines)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        # Short names with a character of their own each.
        ("2021年4月，集团推出“富渔计划”。", "2021年4月，集团推出“富林计划”。"),
        # A series.
        ("2021年4月，集团推出“百县百品计划”。", "2021年4月，集团推出“千县千品计划”。"),
        ("2021年4月启动“长江上游护鱼行动”。", "2021年4月启动“长江下游护鱼行动”。"),
        # One place differs, and nothing says that they are one.
        ("2019年3月，集团推出“乡村阅读计划”。", "2021年5月，集团推出“乡村悦读计划”。"),
        # One short name, two organisers, two dates.
        ("2022年3月，晴川集团启动“春蚕计划”。", "2023年5月，农业农村部启动“春蚕计划”。"),
        # Two of a kind, of one day or in a row.
        ("2021年4月，集团启动“乡村教师成长计划”。", "2021年4月，集团启动“乡村校长成长计划”。"),
        ("2021年4月，集团启动“乡村阅读成长计划”和“乡村阅览成长计划”。",),
        # One of two organisers is named by part of the other's name.
        ("省足协启动“青苗计划”。", "省文联启动“文艺青苗计划”。"),
        # Another head noun.
        ("2021年4月启动“暖阳行动”。", "2021年4月启动“暖阳工程”。"),
    ],
)
def test_two_programmes(lines: tuple[str, ...]) -> None:
    assert len(groups(*lines)) == 2


def test_a_mention_without_organiser_goes_with_the_one_before_it() -> None:
    found = values(
        "2022年3月，晴川集团启动“春蚕计划”。",
        "“春蚕计划”有千户参加。",
        "2023年5月，农业农村部启动“春蚕计划”。",
        "“春蚕计划”覆盖十省。",
    )
    ids = [value.program_id for value in found]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert [value.organiser for value in found] == ["晴川集团", "晴川集团", "农业农村部", "农业农村部"]


def test_names_stay_as_written_and_ids_are_stable() -> None:
    found = values("听见山歌计划:2020年10月23日,集团推出“听到山歌计划”,该计划依托平台。")
    assert [value.name for value in found] == ["听见山歌计划", "听到山歌计划"]
    assert all(re.fullmatch(r"P[0-9a-f]{12}", value.program_id) for value in found)
    assert found == values("听见山歌计划:2020年10月23日,集团推出“听到山歌计划”,该计划依托平台。")


@pytest.mark.parametrize(
    ("sentence", "name", "who"),
    [
        ("2021年4月，晴川电商推出“全民好茶计划”。", "全民好茶计划", "晴川电商"),
        ("全民好茶计划：由晴川电商于2021年4月推出，深受欢迎。", "全民好茶计划", "晴川电商"),
        ("6月21日,晴川电商即将启动“遇见好茶计划”。", "遇见好茶计划", "晴川电商"),
        ("江城市教育局联合团市委正式启动“护苗行动”。", "护苗行动", "江城市教育局"),
        ("好茶出深山:该项目由云岭公益和晴川集团共同构建。", "好茶出深山", "云岭公益"),
        ("会上，他宣布面向全省手艺人推出“看见技艺计划”。", "看见技艺计划", None),
        ("据悉，“护苗行动”进展顺利。", "护苗行动", None),
        # Said by other words than the verb of the clause.
        ("晴川集团的“暖灯计划”覆盖十省。", "暖灯计划", "晴川集团"),
        ("晴川集团“暖灯计划”走进校园。", "暖灯计划", "晴川集团"),
        ("腾岭公司旗下的“暖灯计划”升级。", "暖灯计划", "腾岭公司"),
        ("他加入了江岚集团的“暖灯计划”。", "暖灯计划", "江岚集团"),
        ("“暖灯计划”是晴川集团发起的公益项目。", "暖灯计划", "晴川集团"),
        ("暖灯计划系晴川基金会2012年设立的助学项目。", "暖灯计划", "晴川基金会"),
        ("“暖灯计划”（主办方：省妇联）启动。", "暖灯计划", "省妇联"),
        ("2021年启动的“暖灯计划”由江岚基金会运营。", "暖灯计划", "江岚基金会"),
        ("由省红十字会发起的“暖灯计划”进入第三年。", "暖灯计划", "省红十字会"),
        ("3月5日，南岭大学举行“暖灯计划”启动仪式。", "暖灯计划", "南岭大学"),
        ("省妇联主席表示，“暖灯计划”将扩大规模。", "暖灯计划", None),
        ("该校“暖灯计划”招生结束。", "暖灯计划", None),
        ("世界各地的“暖灯计划”。", "暖灯计划", None),
        # No time, adverb or verb belongs to an organiser, before it or behind it.
        ("松岩县2021年启动“暖灯计划”。", "暖灯计划", "松岩县"),
        ("松岩县于2021年5月启动“暖灯计划”。", "暖灯计划", "松岩县"),
        ("市妇联日前又启动“暖灯计划”。", "暖灯计划", "市妇联"),
        ("当天上午市残联启动“暖灯计划”。", "暖灯计划", "市残联"),
        ("市残联当天上午启动“暖灯计划”。", "暖灯计划", "市残联"),
        ("县农业农村局今年继续实施“暖灯计划”。", "暖灯计划", "县农业农村局"),
        ("市体育局随后启动“暖灯计划”。", "暖灯计划", "市体育局"),
        ("省教育厅专门启动“暖灯计划”。", "暖灯计划", "省教育厅"),
        ("鲸选即将宣布面向全省手艺人启动“暖灯计划”。", "暖灯计划", "鲸选"),
        ("中科院211所启动“暖灯计划”。", "暖灯计划", "中科院211所"),
        ("暖灯计划：由民政局牵头，分三年实施。", "暖灯计划", "民政局"),
        ("暖灯专列：由团委和铁路部门共同组织。", "暖灯专列", "团委"),
        ("松岭市第一人民医院启动“暖灯计划”。", "暖灯计划", "松岭市第一人民医院"),
        ("第二医院启动“暖灯计划”。", "暖灯计划", "第二医院"),
        ("中铁十二局顺势启动“暖灯计划”。", "暖灯计划", "中铁十二局"),
        ("去年底市妇联启动“暖灯计划”。", "暖灯计划", "市妇联"),
        ("本周三市图书馆启动“暖灯计划”。", "暖灯计划", "市图书馆"),
        ("白鹭洲景区连日来开展“暖灯计划”。", "暖灯计划", "白鹭洲景区"),
        ("国家博物馆首度启动“暖灯计划”。", "暖灯计划", "国家博物馆"),
        ("工作人员耐心开展“暖灯计划”。", "暖灯计划", None),
        ("医生们自发启动“暖灯计划”。", "暖灯计划", None),
        ("多地启动“暖灯计划”。", "暖灯计划", None),
        ("有关部门启动“暖灯计划”。", "暖灯计划", None),
        ("去年启动“暖灯计划”。", "暖灯计划", None),
        ("公司还启动“暖灯计划”。", "暖灯计划", None),
        ("馆内启动“暖灯计划”。", "暖灯计划", None),
        ("员工主动发起“暖灯计划”。", "暖灯计划", None),
        ("全市启动“暖灯计划”。", "暖灯计划", None),
        ("该计划以“护苗行动”为抓手。", "护苗行动", None),
    ],
)
def test_organiser(sentence: str, name: str, who: str | None) -> None:
    start = sentence.index(name)
    assert organiser(sentence, start, start + len(name), 0, len(sentence)) == who


def test_no_mentions_no_values() -> None:
    assert values("没有名称的一行。") == []
