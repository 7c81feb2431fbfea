"""Quarters, halves and seasons."""

import re

from pipeline.tag.dates.heads import numbers, pairs
from pipeline.tag.dates.rule import Atom, D, Fields, Groups, Rank, integer, never

_HALVES = {"上": 1, "前": 1, "下": 2, "后": 2, "後": 2}
_QUARTER_WORD = r"(?:个|個)?季(?![度报報节節赛賽刊军軍后後])"


def _half(groups: Groups) -> Fields:
    word = groups["word"] or ""
    return {"half": int(word[1]) if word[0] == "H" else _HALVES[word[0]]}


def _quarter(groups: Groups) -> Fields | None:
    word = groups["n"] or ""
    number = {"首": 1, "末": 4}.get(word) or integer(word)
    return {"quarter": number} if number and number <= 4 else None


def _quarters(groups: Groups) -> Fields | None:
    number = integer(groups["n"] or "")
    return {"quarters": number} if number and number <= 4 else None


def _quarter_offset(groups: Groups) -> Fields:
    word = (groups["word"] or "")[0]
    if word in "当當":
        return {"quarter_offset": 0, "anchor": "topic"}
    return {"quarter_offset": {"上": -1, "下": 1}.get(word, 0), "anchor": "speech"}


#: Q3 by itself is a quarter where business is spoken of, and a model of a car elsewhere.
_OF_BUSINESS = re.compile(r"\s*(?:[单單]?季|财|財|业|業|营|營|净|淨|收|毛|的|[，,。；、）)至到~-]|$|\n)")
#: 第4季 by itself is a quarter where a clause speaks of business, and not where it speaks of a series.
_BUSINESS = re.compile(
    r"[营營][收业業]|毛利|[净淨]利|[获獲]利|[业業][绩績]|出[货貨]|[订訂][单單]|[产產][能值]|EPS|GDP|每股|[财財][报報测測]|景[气氣]"
    r"|[经經][济濟]|成[长長]率|[售报報均][价價]|[销銷][售量]|[法說说][說说會会]|[季年][增减減]|[设設][备備]|[税稅]|[进進][账帳]|[费費]率|[保][费費]"
)
_SERIES = re.compile(
    r"[剧劇综綜播]|[节節][目]|豆瓣|嘉宾|嘉賓|》|[更上]新|[赛賽]|[导導]演|主演|全\d+集|拍[摄攝]|[开開]拍|[杀殺]青|[动動]漫|[观觀][众眾]"
)
#: What is expected in, or done by, a quarter: 料第二季有結果, 将于第三季完成.
_DUE = re.compile(r"(?:料|[预預][计計期料]|最快|最[迟遲]|可望|[将將拟擬][于於在]|[于於][今明去]?)$")
_AROUND = 16


def _is_of_accounts(text: str, start: int, end: int) -> bool:
    """Whether 第4季, with its 第, is a quarter."""
    around = text[max(0, start - _AROUND) : end + _AROUND]
    due = _DUE.search(text[max(0, start - 2) : start])
    return text.startswith("第", start) and bool(due or _BUSINESS.search(around)) and not _SERIES.search(around)


def _are_of_accounts(text: str, start: int, end: int) -> bool:
    """Whether 前三季, without 度, are quarters."""
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return "季度" in text[start:end] or bool(_BUSINESS.search(around) and not _SERIES.search(around))


_SEASONS = {"春": 1, "夏": 2, "秋": 3, "冬": 4}


def _season(groups: Groups) -> Fields:
    return {"season": _SEASONS[(groups["word"] or "")[0]]}


#: Compounds that begin with the name of a season and are no season.
_COMPOUNDS = (
    r"(?![运運招茶耕晚雨遊游笋筍联聯播裝装裝节分虫蟲奥奧令训訓泳衣粮糧收衫不粉光风風暖江粮姑])"
    r"(?!至(?![次翌来明今第\d一二两]))(?!(?<=冬)月)"
)

PERIODS: tuple[Atom, ...] = (
    Atom(
        "half of a year",
        Rank.PERIOD,
        r"(?P<word>[上下前后後]半(?:个|個)?年|(?<![A-Za-z])H[12](?![\dA-Za-z]))(?!度?报|刊)(?<!以上半年)(?<!以下半年)(?<![之以]后半年)(?<![之以目]前半年)",
        _half,
        alone=lambda text, start, end: text[start] != "H",  # noqa: ARG005 - H2 is also hydrogen
        heads=(*pairs("上下前后後", "半"), "H1", "H2"),
        matches=("上半年", "下半年", "前半年"),
        rejects=("半年", "半年报", "以上半年"),
    ),
    Atom(
        "half of a year that is reported",
        Rank.PERIOD,
        r"半年度(?![假过])|半年(?=[报報])",
        lambda groups: {"half": 1},  # noqa: ARG005
        alone=never,
        follows=frozenset({Rank.YEAR}),
        heads=("半年",),
        matches=("半年度", "半年报"),
        rejects=("半年内",),
    ),
    Atom(
        "quarter that is reported",
        Rank.PERIOD,
        r"(?:第?(?P<n>[一三1-3])季)(?=[报報])",
        _quarter,
        alone=never,
        follows=frozenset({Rank.YEAR}),
        heads=(*numbers("季报", "季報"), *pairs("第", "一三13")),
        matches=(),
        rejects=("三季度",),
    ),
    Atom(
        "half of a century",
        Rank.PERIOD,
        r"(?P<word>[上下前后後])半(?:个|個)?(?:叶|葉|世纪|世紀)",
        lambda groups: {"half": _HALVES[(groups["word"] or "上")[0]]},
        alone=never,
        follows=frozenset({Rank.CENTURY}),
        heads=pairs("上下前后後", "半"),
        matches=("上半叶", "下半叶"),
        rejects=("上半年",),
    ),
    Atom(
        "quarter",
        Rank.PERIOD,
        rf"(?:第?(?<![{D}.两前近])(?P<n>[一二三四1-4１-４首])(?:个|個)?季度)",
        _quarter,
        heads=(*numbers("季度", "个季", "個季"), *pairs("第", "一二三四1234１２３４"), "首个", "首個", "首季"),
        matches=("一季度", "第三季度", "4季度", "首季度"),
        rejects=("两季度", "季度", "一季报"),
    ),
    Atom(
        "first quarter, or the one before, by two characters",
        Rank.PERIOD,
        r"(?P<word>首季|(?<=[较較比同於于])上季|上季(?=[營营毛獲获產产]))(?![度报報节節赛賽])",
        lambda groups: {"quarter": 1} if groups["word"] == "首季" else {"quarter_offset": -1, "anchor": "topic"},
        heads=("首季", "上季"),
        matches=("首季",),
        rejects=("首季度", "上季"),
    ),
    Atom(
        "quarter by one word",
        Rank.PERIOD,
        rf"(?:第?(?P<n>[一二三四1-4首]){_QUARTER_WORD})",
        _quarter,
        alone=_is_of_accounts,
        heads=(*numbers("季", "个季", "個季"), *pairs("第", "一二三四1234"), "首个", "首個", "首季"),
        matches=("一季", "第二季"),
        rejects=("一季报", "四季后"),
    ),
    Atom(
        "quarter by letter",
        Rank.PERIOD,
        r"(?<![A-Za-z])[QＱ](?P<n>[1-4])(?![\dA-Za-z.+])",
        _quarter,
        alone=lambda text, start, end: bool(_OF_BUSINESS.match(text, end)),  # noqa: ARG005
        heads=pairs("QＱ", "1234"),
        matches=("Q3",),
        rejects=("Q5", "Q35", "QQ3"),
    ),
    Atom(
        "first quarters",
        Rank.PERIOD,
        r"[前头頭](?P<n>[一二两兩三1-3])(?:个|個)?季度?(?![报報节節])(?:度)?",
        _quarters,
        alone=_are_of_accounts,
        heads=pairs("前头頭", "一二两兩三123"),
        matches=("前三季度", "前两个季度", "前2季度"),
        rejects=("前季度", "前三季报"),
    ),
    Atom(
        "quarter by reference",
        Rank.PERIOD,
        r"(?P<word>[上下本当當这這](?:一)?(?:个|個)?季度?)(?<=度)(?![报報])",
        _quarter_offset,
        heads=pairs("上下本当當这這", "季个個一"),
        matches=("上季度", "本季度", "下个季度", "上一季度"),
        rejects=("上季", "季度"),
    ),
    Atom(
        "time under report",
        Rank.WHOLE,
        r"本?(?:报告|報告)期(?P<end>[初末])?",
        lambda groups: {"report": {"初": "first", "末": "last", None: "whole"}[groups["end"]]},
        alone=lambda text, start, end: text[start - 1 : start] not in tuple("各每个個非该"),  # noqa: ARG005
        heads=("报告期", "報告期", "本报告", "本報告"),
        matches=("报告期", "报告期末", "本报告期"),
        rejects=("报告", "本报告"),
    ),
    Atom(
        "season",
        Rank.PERIOD,
        rf"(?:[初早仲孟季盛深隆严嚴寒晚暮金残]?+)(?P<word>[春夏秋冬])(?![日])[季天]?+{_COMPOUNDS}",
        _season,
        alone=never,
        follows=frozenset({Rank.YEAR}),
        heads=tuple("春夏秋冬初早仲孟季盛深隆严嚴寒晚暮金残"),
        matches=("春", "春天", "夏季", "秋"),
        rejects=("春运", "春雨", "春晚"),
    ),
    Atom(
        "season that has come",
        Rank.PERIOD,
        rf"(?P<word>[春夏秋冬])[季天]{_COMPOUNDS}",
        _season,
        alone=lambda text, start, end: text.endswith(("踏入", "进入", "進入"), 0, start),  # noqa: ARG005
        heads=pairs("春夏秋冬", "季天"),
        matches=("春季", "冬天"),
        rejects=("春雨", "秋"),
    ),
    Atom(
        "same period",
        Rank.SAME,
        r"同期(?!声|聲)",
        lambda groups: {"same_period": True},  # noqa: ARG005
        alone=never,
        follows=frozenset({Rank.YEAR, Rank.MONTH}),
        heads=("同期",),
        matches=("同期",),
        rejects=("同期声",),
    ),
    Atom(
        "same period as told of",
        Rank.SAME,
        r"同期(?:内|內)?(?![声聲录錄比相增减減上下举舉办辦发發推進进开開启啟召入毕畢建出到来來的人们們生学學同对對水段值值之，、。；])"
        r"|同期(?=[，,]|[出进進]口|[发發][电電]|[出入]境)",
        lambda groups: {"same_period": True, "anchor": "topic"},  # noqa: ARG005
        alone=lambda text, start, end: not text[:start].rstrip(" \t　") or text[start - 1] in "，。；：,;\n而 　",  # noqa: ARG005
        heads=("同期",),
        matches=("同期公益支出", "同期，"),
        rejects=("同期声", "同期举行", "同期相比", "同期增长"),
    ),
)
