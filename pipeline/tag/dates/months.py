"""Months, days and their parts, of the sun's calendar and of the moon's."""

import re

from pipeline.tag.dates.heads import ANY_FIGURES, numbers, pairs
from pipeline.tag.dates.lunar import LUNAR, LUNAR_HEADS, LUNAR_MARK, SMALL_HAN
from pipeline.tag.dates.rule import (
    DAY_OF_MONTH,
    DAY_WORD,
    GAP,
    HAN,
    NO_NUMBER_BEFORE,
    THEN_DAY,
    Atom,
    D,
    Fields,
    Groups,
    Rank,
    integer,
    never,
)

#: What makes a word of 月 that is no month: 6月龄, 月均, 月租, 三月三日 is fine.
_MONTH_WORD = r"月(?:份)?(?![龄齡嫂薪租均供经饼餅球光票花])"
_SOLAR_MARK = r"(?:公历|公曆|阳历|陽曆|西历)"

_SOLAR_HEADS = ("公历", "公曆", "阳历", "陽曆", "西历")


def _month(groups: Groups) -> Fields | None:
    month = _number_of_month(groups["month"])
    if month is None:
        return None
    fields: Fields = {"month": month}
    if groups["lunar"]:
        fields["lunar"] = True
    if groups["day"]:
        fields["day"] = int(groups["day"])
    return fields


def _month_in_list(groups: Groups) -> Fields | None:
    month = _number_of_month(groups["month"])
    return None if month is None else {"month": month}


def _number_of_month(text: str) -> int | None:
    month = 1 if text == "元" else integer(text)
    return month if month and month <= 99 else None


_COUNTS_MONTHS = re.compile(r"(?:有余|未见|不见|有馀|大的|多|革命|怀胎|一次|一[换付结回])")
#: What a month in words stands behind at the end of a clause.
_MONTH_OPENS = re.compile(r"[\s，,。；;：:、（(“《—在于於至到从從自和与與及以是为為的年历曆即值近逢约約前后後每今当當]")
_THIS_MONTH = re.compile(r"[这這每那整]$")


def _stands_as_month(text: str, start: int, end: int) -> bool:
    number = text[start:end].rstrip("月份 ")
    month = integer(number)
    if month is not None and month > 12 and "历" not in number and "曆" not in number:
        return False
    if text[end - 1] == "月" and not number[:1].isdecimal() and _CLAUSE_END.match(text, end):
        opens = start == 0 or _MONTH_OPENS.search(text[start - 1 : start])
        if not opens:
            return False  # 罚扫盐仓一月。
    return not _COUNTS_MONTHS.match(text, end) and not _THIS_MONTH.search(text[max(0, start - 2) : start])


_BEHIND_MONTH = rf"(?<=月[{D}{HAN}])|(?<=月[{D}{HAN}]{{2}})|(?<=月[{HAN}]{{3}})|(?<=月 [{D}] )|(?<=月 [{D}]{{2}} )"


def _day(groups: Groups) -> Fields | None:
    day = integer(groups["day"] or "")
    return {"day": day} if day is not None and day <= 99 else None


_NUMBERED = re.compile(
    r"(?:游|遊|[之以]?[内內]|龄|[长小]?假|年化|均线|均線|线|之久|夜|遊|元|套餐|连|連|刊|报(?![名到考告道送警案价])|服|量)"
)
#: 三日 counts days, but not before a verb of news: 三日宣布, 八日在北京会见.
_REPORTED = re.compile(
    r"(?:报道|報導|宣布|发表|抵达|离开|会见|[电電讯訊]|上午|下午|凌晨|晚间|晚上|举行|召开|签署|表示|在(?!即|内))"
)
_DAY_BEFORE = re.compile(
    r"(?:[第每数數几幾约近满滿逾超]|连续|連續|为期|最近|过去|未来|长达|历时|耗时|工作|交易|自然|每月|每年|[后後内內满滿]的)$"
)


_CLAUSE_END = re.compile(r"[，,。；;、）)]")
_DAY_OPENS = re.compile(r"(?:^|[\s，,。；;：:、（(“在于至到从自和与及以本])$")


def _stands_as_day(text: str, start: int, end: int) -> bool:
    """A bare 18日 is a day of the month; 7日年化 and 3日游 are not, 三日 counts days unless above ten."""
    digits = text[start:end].rstrip("日 \t　")
    if _REPORTED.match(text, end) and not _DAY_BEFORE.search(text[max(0, start - 2) : start]):
        return True
    day = integer(digits)
    if (
        not digits[:1].isdecimal()
        and _CLAUSE_END.match(text, end)
        and not _DAY_OPENS.search(text[max(0, start - 1) : start])
    ):
        return False  # 献演十七日，声名大振
    if not day or day > 31 or _NUMBERED.match(text, end) or _DAY_BEFORE.search(text[max(0, start - 2) : start]):
        return False
    return digits[0].isdecimal() or (day > 10 and len(digits) > 1)


_NUMBER_SIGN_BEFORE = re.compile(r"(?:^|[\s，。；：、,;:（(至到和从自在于次本]|这个|今天|明天|昨天|就在)$")
_NUMBER_SIGN_AFTER = re.compile(
    r"(?:$|[\s，。；：、,;:）)！？!?至到和\-—~早上下中晚凌前后後之以起开就将正我你他她它了要我有是去来回放发考截见左]|下午|(?=公布|出|结束))"
)


#: 6月7、8号: what a day goes on from.
_LISTED = re.compile(rf"月[{D}]{{1,2}}[日号號]?(?:[、，,][{D}]{{1,2}}[日号號]?){{0,2}}[、和与及]$")


def _stands_as_number_day(text: str, start: int, end: int) -> bool:
    """18号 by itself is a day only where nothing else that is numbered (楼, 线, 车) can be meant."""
    digits = text[start:end].rstrip("号號 ")
    day = integer(digits)
    if not day or day > 31:
        return False
    if not digits[0].isdecimal() and "、" in (text[start - 1 : start], text[end : end + 1]):
        return False
    if _LISTED.search(text[max(0, start - 12) : start]):
        return True
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(_NUMBER_SIGN_BEFORE.search(before) and _NUMBER_SIGN_AFTER.match(after)) and not (
        before.endswith(("第", "是")) or after.startswith(("上海", "下载", "上市", "开头", "开关", "中国"))
    )


def _tenday(groups: Groups) -> Fields:
    word = groups["word"] or ""
    places = sorted("上中下".index(c) + 1 for c in word if c in "上中下")
    return {"tenday": places[0], "tendays": len(places)}


_PARTS = {"初": "early", "前": "early", "早": "early", "头": "early", "伊": "early", "中": "mid", "末": "late"}
_PARTS |= {"后": "late", "後": "late", "晚": "late", "底": "late", "终": "late", "終": "late", "尾": "late"}


def _part(groups: Groups) -> Fields:
    return {"part": _PARTS[(groups["word"] or "").lstrip("年月")[0]]}


def _part_alone(groups: Groups) -> Fields:
    word = groups["word"] or ""
    unit = {"month_offset": 0} if word[0] == "月" else {"year_offset": 0}
    return {**unit, "part": _PARTS[word[1]]}


def _half_month(groups: Groups) -> Fields:
    return {"half_month": 1 if (groups["word"] or "")[0] in "上前" else 2}


MONTHS: tuple[Atom, ...] = (
    *LUNAR,
    Atom(
        "month",
        Rank.MONTH,
        rf"(?:(?P<lunar>{LUNAR_MARK})|{_SOLAR_MARK})?{GAP}(?:{NO_NUMBER_BEFORE}|(?<=[{D}][.．])(?=[{D}]{{1,2}}月[{D}]{{1,2}}日))(?P<month>[{D}]{{1,2}}|{SMALL_HAN}|元(?=月)){GAP}{_MONTH_WORD}{THEN_DAY}",
        _month,
        alone=_stands_as_month,
        heads=(*numbers("月"), *LUNAR_HEADS, *_SOLAR_HEADS, "元月"),
        matches=("6月", "十二月", "9月份", "１０月", "农历8月", "02月", "元月"),
        rejects=("3个月", "6月龄", "几月", "数月", "123月", "一年多月"),
    ),
    Atom(
        "month that takes its word from the next",
        Rank.MONTH,
        rf"(?P<month>[{D}]{{1,2}}|{SMALL_HAN})(?={GAP}[、和与至到—-]{GAP}(?:[{D}]{{1,2}}|{SMALL_HAN}){GAP}月(?!龄))",
        _month_in_list,
        alone=never,
        follows=frozenset({Rank.YEAR}),
        heads=numbers(*"、和与至到—-"),
        matches=(),
        rejects=("3月",),
    ),
    Atom(
        "ten days of a month",
        Rank.PART,
        r"(?P<word>[上中下]旬|中下旬|上中旬|中上旬)",
        _tenday,
        heads=pairs("上中下", "旬中上下"),
        matches=("上旬", "中旬", "下旬"),
        rejects=("旬", "七旬"),
    ),
    Atom(
        "half of a month",
        Rank.PART,
        r"(?P<word>[上下前后後]半(?:个|個)?月)(?!刊|板)(?<!以上半月)",
        _half_month,
        heads=pairs("上下前后後", "半"),
        matches=("上半月", "下半月"),
        rejects=("半月", "半个月"),
    ),
    Atom(
        "part of what stands before it",
        Rank.PART,
        r"(?P<word>(?:年|月)?(?:初期|中期|末期|早期|晚期|前期|后期|後期|中叶|中葉|末叶|末葉|伊始|初[叶葉年]|初(?![中级級步始次见一二三四五六七八九十心审赛选春夏秋冬])"
        r"|末(?!尾)|[底终終尾](?![线線层層部气薪价盘端])|年中(?![国國学學])|月中(?!旬)"
        r"|中(?<=[去今明]年中)(?=[起前已将將推完才])(?!前往|起[国國])))",
        _part,
        alone=never,
        follows=frozenset({Rank.CENTURY, Rank.DECADE, Rank.YEAR, Rank.PERIOD, Rank.MONTH}),
        heads=(*"年月初末底终終尾中", *pairs("早晚前后後", "期"), "伊始"),
        matches=("初", "底", "末", "年中", "月底", "中期"),
        rejects=("初中", "底线", "中国"),
    ),
    Atom(
        "part of the year or month that is spoken of",
        Rank.PART,
        rf"(?P<word>年[初底末终終](?<![{D}{HAN}几幾数數多百千两兩半整今去明前后後本当當上下来历歷每周成青老少童中新]..)(?![中级級步薪线線])"
        rf"|年中(?=[，。,前后後达达完]|之前|以前|[将正])(?<=[在于至到从自，。]年中)"
        rf"|年中(?=[便就才已曾又还還即][一-鿿]|[两兩几幾数數一二三四五六七八九十{D}][{D}一-鿿])(?<![{D}{HAN}几幾数數多百千两兩半整今去明前后後本当當上下来來历歷每周成青老少童新这這那些近往余餘其同全此终終常]年中)"
        rf"|月中(?=[，。,前后後将]|之前|以前)(?<![{D}{HAN}几幾数數个個本上下当當每整单]月中)"
        rf"|月[初底末](?<![{D}{HAN}几幾数數个個岁歲日蜜满弯明新残]..))",
        _part_alone,
        heads=(*pairs("年", "初中底末终終"), *pairs("月", "初底末中")),
        matches=("年初", "年底", "月底", "年末"),
        rejects=("三年初中", "几年底", "2020年底", "个月底"),
    ),
    Atom(
        "day",
        Rank.DAY,
        rf"{NO_NUMBER_BEFORE}(?P<day>[{D}]{{1,2}}|{SMALL_HAN}){GAP}(?:{DAY_WORD}|(?:{_BEHIND_MONTH}){DAY_OF_MONTH})",
        _day,
        alone=_stands_as_day,
        heads=numbers("日"),
        matches=("20日", "十八日", "３日", "二十九日"),
        rejects=("10日元", "一百日", "第3日"),
    ),
    Atom(
        "day by number",
        Rank.DAY,
        rf"{NO_NUMBER_BEFORE}(?P<day>[{D}]{{1,2}}|{SMALL_HAN}){GAP}[号號](?![线線楼樓文院馆館店门門厅井机車车公码碼桌仓岛坑船段床舱库令])",
        _day,
        alone=_stands_as_number_day,
        heads=numbers("号", "號"),
        matches=("18号", "三號"),
        rejects=("3号线", "1号楼", "2号文件"),
    ),
    Atom(
        "day without its word",
        Rank.DAY,
        rf"(?P<day>[{D}]{{1,2}})(?![{D}.．:：个個%％年月日号號万萬亿億千百多余名人家元点點条項项款位场種种次天周只米吨度岁])"
        rf"(?=$|[\s，。；,;）)]|{GAP}[、和与及]{GAP}(?:[{D}]{{1,2}}[、和与及])?[{D}]{{1,2}}[日号號]|[上下中]午|凌晨|晚|{GAP}(?:至|到|[-—–~～]){GAP}(?:[{D}]{{1,2}}|[{HAN}]{{1,3}})[月日号號])",
        _day,
        alone=never,
        follows=frozenset({Rank.MONTH}),
        heads=ANY_FIGURES,
        matches=("3", "31"),
        rejects=("3个", "31万"),
    ),
)
