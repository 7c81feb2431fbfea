"""Holidays and solar terms as dates."""

import re
from collections.abc import Sequence
from itertools import product

from pipeline.forms import holidays
from pipeline.tag.dates.heads import NUMERALS, head
from pipeline.tag.dates.rule import HAN, Atom, D, Fields, Groups, Rank, integer

_BEFORE_TERM = re.compile(r"(?:今日|今天|昨日|明日|节气|節氣|时值|恰逢|适逢|正值)$")
_TERM_AFTER = re.compile(r"(?:节气|節氣|时节|時節|当天|當天|当日|过后|前后|节$)")
#: Behind a year such a name is a term where the text says so or goes no further: 2021年雨水偏多 is rain.
_TERM_ENDS = re.compile(r"$|[\n。）)]|[至到]|(?:节气|節氣|时节|時節|[当當那这這][天日])|前一天|[前后後]\d")
#: 1992年冬至次年春: a winter and up to when, not the solstice.
_TO_NEXT = r"(?!(?<=[冬夏]至)(?:[次翌来明]年|第二年|\d{4}年))"
#: 环境日前公告, 环境日益改善: not the day; 环境日前夕 is before it.
_GOES_ON = re.compile(r"[益渐常]|前(?![夕后後一两])")
#: 江南春分别起诉: not the equinox.
_DIVIDES = re.compile(r"[别別开開为為成布配享裂]")
#: What makes a name, a greeting or a thing of a holiday: 春节联欢晚会, 国庆路, 双十一狂欢节.
_NAMES = re.compile(
    r"[”\"』」]?(?:联欢|聯歡|晚会|晚會|招待会|团拜|茶话会|庙会|灯会|游园会|慰问|档|阅兵|閱兵|路|街|广场|廣場|公园|公園|小学|中学|大学|学院|村|镇|乡|县|区|号|奖|杯|勋章"
    r"|狂欢|购物节|購物節|大促|好物|宠粉|年货节|运动|起义|宪章|惨案|革命|上河图|树|老人|红(?!包)|花|岛|鱼|粽|月饼|汤圆|帽|袜|票(?!房|价)|灯"
    r"|礼物|贺卡|节礼|礼盒|年华|特辑|套装|主题|题材|词|诗|快乐|快樂|书屋|口红|新气象|新篇|贺词|賀詞|献词|致辞|音乐会|寄语"
    r"|劳动(?:奖|模范|英雄)|勞動獎|口号|巾帼|餐厅|大餐|装饰|城|目(?!的)|度的)"
)
#: A name in quotation marks that ends in a holiday's: “机手感恩节”.
_CLOSING = frozenset("”」』")
_NAME_BEFORE = re.compile(r"[“「『][^“”「」『』，。；、：\s]+$")
_QUOTED = 10
#: Holidays that are also given names, and the surnames that make them so (杨国庆).
_GIVEN = {"国庆", "中秋", "元旦", "建军", "重阳", "端午", *holidays.TERMS}
_SURNAMES = tuple(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文关"
)
_OF_HOLIDAY = re.compile(r"节|期间|期間|假|小?长假|黄金周|前夕|当天|当日|前后|将至|来临|临近")
#: Names that mean something else as often; they need a word beside them that speaks of a day.
_NEEDS_CUE = {"618", "三一五", "3·15", "小年", "重阳", "佛诞", "圣纪", "大宝节"}
_NEEDS_CUE |= {"收获节", "献殿节", "篝火节", "禁食日", "周日节", "忠孝节", "圣母节"}
#: These are numbers only beside other numerals, or before what is counted or numbered.
_MAY_DAYS = {"五一", "六一"}
_NUMERALS = frozenset(f"{NUMERALS}第初百千万亿点.．-—")
_COUNTED = re.compile(
    rf"[{NUMERALS}百千万萬亿億%％个個只条件家名人次岁歲元块角分点點度米公吨斤号號楼栋组組班团團师師军軍连營营期届批型式厂廠矿农農林中学學院大机]"
)
_CUE = re.compile(
    r"[”\"』」]?(?:期间|期間|假期|小长假|小長假|长假|長假|黄金周|当天|當天|当日|前夕|前后|过后|前(?![往后])|后|节|，|,|。|、|和|$"
    r"|[开開](?:[班放园園馆館业業幕赛賽演播售])|起(?![来來初])|[举舉][办辦行]|上[映线線演]|[启啟][动動航幕]|推出|登场|亮相|登高|敬老|赏菊|去|放假|出游|旅游|到|快到|来临|临近|将至|之际|夜|那天|节前)"
)


def _pattern(name: str) -> str:
    return "".join(f"[{c}{holidays.VARIANTS[c]}]" if holidays.VARIANTS.get(c, c) != c else re.escape(c) for c in name)


def _any_of(names: Sequence[str]) -> str:
    """The pattern of some names, behind their first characters."""
    opening = sorted({name[0] for name in names})
    groups = (f"{_pattern(one)}(?:{'|'.join(_pattern(n[1:]) for n in names if n[0] == one)})" for one in opening)
    return "|".join(groups)


#: Holidays whose 期间 is always the days off that go with them, as are so many days of theirs: 国庆七天.
_LONG = {"national", "spring_festival", "labour", "new_year"}
#: More than those that usually go with one (国庆八天), and as many as with the shorter ones: 元旦三天, but 国庆三天.
_MANY, _FEW = ("八", "8"), ("三", "3")
_SHORT = ("new_year", "清明", "dragon_boat", "mid_autumn")
_SO_MANY = re.compile(r"[三五七357]天(?![之以]?[前后後])")


def _written(characters: str) -> tuple[str, ...]:
    """Every way in which characters are written."""
    return tuple("".join(each) for each in product(*({c, holidays.VARIANTS.get(c, c)} for c in characters)))


def _holiday(groups: Groups) -> Fields | None:
    key = holidays.key_of(groups["name"] or "")
    if key is None:
        return None
    fields: Fields = {"holiday": key}
    named = (groups["name"] or "").endswith(("长假", "假期", "黄金周"))
    few = groups["days"] in _FEW
    if groups["break"] or named or groups["days"] in _MANY or (few and key in _SHORT):
        fields["holiday_break"] = "set"
    elif groups["break"] == "" and key in _LONG and not few:
        fields["holiday_break"] = "usually"
    if groups["nth"]:
        number = integer(groups["nth"])
        fields["holiday_day"] = (number or 1) - 1
    elif groups["next"]:
        fields["holiday_day"] = 1
    return fields


#: 6月5日是第52个|世界环境日: the day has been named.
_MEASURE = frozenset("个個界际際国國")
_IS_THE_NTH = re.compile(rf"是第[{D}{HAN}百]{{1,4}}[个個](?:世界|[国國][际際家]|全[国國])?$")


def _alone(text: str, start: int, end: int) -> bool:
    """Not part of a name, a greeting or a thing, nor the name of a person."""
    name, before = holidays.plain(text[start:end]), text[max(0, start - 1) : start]
    if before in _MEASURE and _IS_THE_NTH.search(text, max(0, start - _QUOTED), start):
        return False
    if text[end : end + 1] in _CLOSING and _NAME_BEFORE.search(text[max(0, start - _QUOTED) : start]):
        return False
    if _NAMES.match(text, end) or _names_a_person(name, before, text, end) or _says_else(name, before, text, end):
        return False
    if name in holidays.TERMS and not holidays.TERMS[name]:
        return bool(_BEFORE_TERM.search(text[max(0, start - 4) : start]) or _TERM_AFTER.match(text, end))
    if name in _MAY_DAYS:
        counted = _COUNTED.match(text, end) is not None and _SO_MANY.match(text, end) is None
        return before not in _NUMERALS and not counted
    return name not in _NEEDS_CUE or bool(_CUE.match(text, end))


def is_weather(key: str, text: str, end: int) -> bool:
    """Whether what is called like a solar term behind a year is rain or snow."""
    if holidays.TERMS.get(key, True) or text.endswith(("气", "氣", "节", "節"), 0, end):
        return False
    return _TERM_ENDS.match(text, end) is None


def _names_a_person(name: str, before: str, text: str, end: int) -> bool:
    """杨国庆, 关中秋."""
    return name in _GIVEN and before in _SURNAMES and not _OF_HOLIDAY.match(text, end)


def _says_else(name: str, before: str, text: str, end: int) -> bool:
    """江南春分别起诉, 环境日前公告, 政治清明."""
    clear = name == "清明" and (before in tuple("治洁明") or text.startswith("的", end))
    divides = name.endswith("分") and bool(_DIVIDES.match(text, end))
    return clear or divides or (name.endswith("日") and _GOES_ON.match(text, end) is not None)


def _holidays(name: str, names: Sequence[str], matches: tuple[str, ...], rejects: tuple[str, ...]) -> Atom:
    return Atom(
        name,
        Rank.PERIOD,
        rf"(?P<name>{_any_of(names)}){_TO_NEXT}(?:节气|節氣)?(?P<break>小?长假|小?長假|假期|黄金周|黃金週|(?=[”’』」]?期[间間])|(?=[”’』」](?:小?长假|假期))|(?=(?P<days>[三五七八3578])天(?![之以]?[前后後])))?"
        rf"(?:第(?P<nth>[{D}]{{1,2}}|[{HAN}])天|(?P<next>翌日|次日|第二天))?",
        _holiday,
        alone=_alone,
        heads=tuple(sorted({head(written, 0) for name in names for written in _written(name[:3])})),
        matches=matches,
        rejects=rejects,
    )


#: How the names begin that are numbers: 五一, 三八节, 618.
CALLED_BY_DAY = sorted(
    {written for name in holidays.spellings() if name[0] in NUMERALS for written in _written(name[:3])}
)

FESTIVALS: tuple[Atom, ...] = (
    _holidays(
        "holiday",
        [name for name in holidays.spellings() if name[0] not in NUMERALS],
        matches=("国庆", "中秋节", "除夕", "母亲节", "冬至", "双十一", "聖誕節", "復活節", "国庆假期"),
        rejects=("节日",),
    ),
    _holidays(
        "holiday called by its day",
        [name for name in holidays.spellings() if name[0] in NUMERALS],
        matches=("五一节", "三八婦女節", "618", "七夕"),
        rejects=("六二", "3·14"),
    ),
)
