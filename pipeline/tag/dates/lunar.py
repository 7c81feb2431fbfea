"""Months and days of the moon's calendar: 正月, 腊月廿三, 大年初一, 八月十五."""

from pipeline.tag.dates.heads import ANY_HAN, NUMERALS, numbers, pairs
from pipeline.tag.dates.rule import GAP, HAN, NO_NUMBER_BEFORE, Atom, D, Fields, Groups, Rank, integer, never

SMALL_HAN = rf"(?:[一二三四五六七八九]|[一二三]?十[{HAN}]?|廿[一二三四五六七八九]?|卅一?)"
LUNAR_MARK = r"(?:农历|農曆|阴历|陰曆|旧历|舊曆|夏历)"
LUNAR_HEADS = ("农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历")
_MONTHS = {"正": 1, "腊": 12, "臘": 12, "冬": 11, "杏": 2}


def _lunar_month(groups: Groups) -> Fields | None:
    word = groups["month"] or ""
    month = _MONTHS.get(word) or integer(word)
    if not month or month > 12:
        return None
    return {"month": month, "lunar": True, "leap": bool(groups["leap"])}


def _lunar_day(groups: Groups) -> Fields | None:
    word = groups["day"] or ""
    day = {"朔日": 1, "正时": 1, "正時": 1, "朔": 1, "望日": 15}.get(word) or integer(
        word.removeprefix("初").removesuffix("日")
    )
    if not day or not 1 <= day <= 30:
        return None
    return {"day": day, "lunar": True}


def _new_year_day(groups: Groups) -> Fields | None:
    return _of_new_year(groups["day"])


def _of_new_year(word: str) -> Fields | None:
    if word == "三十":
        return {"holiday": "spring_festival_eve"}
    day = integer(word.removeprefix("初"))
    if day and word[0] in "廿二":
        return {"month": 12, "day": day, "lunar": True}
    return {"month": 1, "day": day, "lunar": True} if day and day <= 20 else None


def _month_and_lunar_day(groups: Groups) -> Fields | None:
    month = integer(groups["month"] or "")
    day = _lunar_day(groups)
    return {**day, "month": month} if day and month and month <= 12 else None


LUNAR: tuple[Atom, ...] = (
    Atom(
        "New Year's days of the moon",
        Rank.DAY,
        rf"大?年(?P<day>初[一二三四五六七八九十]|三十|(?<![{D}{HAN}]年)廿[三四五六七八九]|(?<=大年)二十[三四五六七八九])(?<!\d年三十)(?![多余年个天岁月日%百千万中级])",
        _new_year_day,
        heads=("大年", "年初", "年三", "年廿"),
        matches=("大年初一", "年三十", "大年三十", "年廿八"),
        rejects=("三年三十个", "一年三十万"),
    ),
    Atom(
        "month and day of the moon",
        Rank.DAY,
        rf"{LUNAR_MARK}?{NO_NUMBER_BEFORE}(?P<month>[{D}]{{1,2}}|{SMALL_HAN}){GAP}月{GAP}"
        r"(?P<day>初[一二三四五六七八九十]|十五(?![日号號天\d多余名个万%至到年])|廿[一二三四五六七八九]?+(?![日号號])|(?<=二月)二|(?<=三月)三|(?<=六月)六|(?<=九月)九)"
        r"(?![日号號十百千])",
        _month_and_lunar_day,
        heads=(*numbers(*pairs("月", "初十廿二三六九 \t　")), *LUNAR_HEADS),
        matches=("三月初一", "三月三", "八月十五", "五月初五", "九月廿二", "农历二月十五"),
        rejects=("八月十五日", "三月十五号"),
    ),
    Atom(
        "month of the moon",
        Rank.MONTH,
        rf"(?:{LUNAR_MARK}年?)?(?<![{D}{HAN}])(?P<leap>闰|閏)?(?P<month>[正腊臘冬]|(?<=[闰閏])(?:[{D}]{{1,2}}|{SMALL_HAN}))"
        r"月(?!份?[球亮光]|大街)",
        _lunar_month,
        heads=(*pairs("正腊臘冬", "月"), *pairs("闰閏", "正腊臘冬" + NUMERALS), *LUNAR_HEADS),
        matches=("正月", "腊月", "闰四月", "农历正月"),
        rejects=("四月", "岁月"),
    ),
    Atom(
        "New Year's day that another leads up to",
        Rank.DAY,
        r"(?P<day>初[一二三四五六七八九十])(?=[早晚上下凌清]|[至到、和]初)|(?<=初.[至到、和])(?P<other>初[一二三四五六七八九十])(?![中级年])",
        lambda groups: _of_new_year(groups["day"] or groups["other"]),
        heads=pairs("初", "一二三四五六七八九十"),
        matches=("初三至初四", "初一晚上"),
        rejects=("初三学生", "初一年级"),
    ),
    Atom(
        "day of the moon",
        Rank.DAY,
        r"(?P<day>初[一二三四五六七八九十]日?+|廿[一二三四五六七八九]?+|朔日|望日|朔|正时|正時|[二三]?+十[一二三四五六七八九]?+)"
        rf"(?!(?!一[连連])[{D}{HAN}日号號年月级中章天个多余周岁名])",
        _lunar_day,
        alone=never,
        follows=frozenset({Rank.MONTH}),
        heads=(*ANY_HAN, *"初朔望正"),
        matches=("初一", "初八日", "廿三", "十五"),
        rejects=("十五日", "二十八日"),
    ),
)
