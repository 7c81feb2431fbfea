"""Years that are counted by reigns, by the Republic and by sixties."""

import re

from pipeline.tag.dates import reigns
from pipeline.tag.dates.heads import figures, pairs
from pipeline.tag.dates.rule import GAP, HAN, Atom, D, Fields, Groups, Rank, integer
from pipeline.tag.dates.years import CLAUSE_BEFORE, COUNTED_YEARS

_RECKONED = 100


def _reign(groups: Groups) -> Fields | None:
    number = groups["n"] or ""
    value = 1 if number == "元" else integer(number)
    reign = reigns.REIGNS.get(groups["reign"] or "")
    if value is None or reign is None or not 0 < value <= reigns.LONGEST:
        return None
    year = reign + value - 1
    # The calendar of the moon is reckoned from the second century on.
    return {"year": year} if groups["reign"] in reigns.SOLAR or year <= _RECKONED else {"year": year, "lunar": True}


_REPUBLIC = 1911
#: How far from it a page that counts by the Republic says so.
_REPUBLIC_NAMED = 3000


def _republic(groups: Groups) -> Fields | None:
    year = integer(groups["republic"] or "")
    return None if year is None else {"year": _REPUBLIC + year}


def _is_of_the_republic(text: str, start: int, end: int) -> bool:
    """110年 is a year where the page counts by the Republic elsewhere (民國109年, 111學年度).

    What has three figures is hardly ever a duration; what has two must stand where a year stands.
    """
    long = text[start : start + 3].isdecimal()
    if long and (_SO_MANY.search(text, max(0, start - 3), start) or _YEARS_LONG.match(text, end)):
        return False
    if not long and (not CLAUSE_BEFORE.search(text[max(0, start - 1) : start]) or COUNTED_YEARS.match(text, end)):
        return False
    return _NAMED.search(text, max(0, start - _REPUBLIC_NAMED), end + _REPUBLIC_NAMED) is not None


_NAMED = re.compile(rf"民國{GAP}[{D}]|(?<![{D}])1[0-2][{D}](?:學年|會計年度)")
#: What makes a hundred years and more of a figure: 走過112年, 112年歷史.
_SO_MANY = re.compile(r"(?:近|約|达|達|已|滿|满|共|第|每|逾|超過|超过|歷經|历经|走過|走过|有|這|这|经|經)$")
_YEARS_LONG = re.compile(r"[來来間间以之多余餘]|[的]?[歷历]|的(?:老|時光|岁月|歲月)|老|校慶|前(?!三|半)|後|后")


def _whole_reign(groups: Groups) -> Fields | None:
    years = reigns.years_of(groups["reign"])
    return None if years is None else {"year": reigns.REIGNS[groups["reign"]], "years": years}


#: The month in which Taiwan's school years begin.
_TERM_BEGINS = 8


def _school_year(groups: Groups) -> Fields | None:
    fields = _republic(groups)
    return fields and {**fields, "fiscal": _TERM_BEGINS}


#: A reign's name, and that of its dynasty before it.
_REIGN_HEADS = tuple(
    sorted(
        {name[:2] for name in reigns.REIGNS}
        | set(pairs(reigns.OPENING, "".join({name[0] for name in reigns.REIGNS}) + "代朝汉漢晋宋魏"))
    )
)

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def _cycle(groups: Groups) -> Fields | None:
    """The year of sixty with this name; of a reign the first."""
    stem, branch = _STEMS.index(groups["stem"] or "甲"), _BRANCHES.index(groups["branch"] or "子")
    if (stem - branch) % 2:
        return None
    cycle = (6 * stem - 5 * branch) % 60
    reign = reigns.REIGNS.get(groups["reign"] or "")
    if reign is None:
        return {"cycle": cycle, "lunar": True}
    return {"year": reign + (cycle - (reign - 4)) % 60, "lunar": True}


ERAS: tuple[Atom, ...] = (
    Atom(
        "year of a reign",
        Rank.YEAR,
        rf"{reigns.DYNASTY}?(?P<reign>{reigns.PATTERN}){GAP}(?P<n>元|[{D}]{{1,3}}|[{HAN}廿卅百]{{1,6}}){GAP}年度?(?![级代])",
        _reign,
        heads=_REIGN_HEADS,
        matches=("民国三年", "康熙二十年", "贞观元年", "昭和20年", "明洪武二十一年"),
        rejects=("民国年间", "康熙年间"),
    ),
    Atom(
        "years of a reign",
        Rank.WHOLE,
        rf"{reigns.DYNASTY}?(?P<reign>{reigns.PATTERN})(?:年间|年間)",
        _whole_reign,
        heads=_REIGN_HEADS,
        matches=("光绪年间", "唐大历年间"),
        rejects=("光绪年", "今年年间"),
    ),
    Atom(
        "school year of the Republic",
        Rank.YEAR,
        rf"(?<![{D}.．])(?P<republic>1[0-2][{D}]|[89][{D}]){GAP}(?:學年度?|学年度)",
        _school_year,
        heads=figures("學年", "学年"),
        matches=("111學年度",),
        rejects=("2111學年度", "111年度"),
    ),
    Atom(
        "year of accounts of the Republic",
        Rank.YEAR,
        rf"(?<![{D}.．])(?P<republic>1[0-2][{D}]|[89][{D}]){GAP}(?:[會会][計计]年度)",
        _republic,
        heads=figures("會計", "会计"),
        matches=("113會計年度", "113会计年度"),
        rejects=("2113會計年度", "會計年度"),
    ),
    Atom(
        "year of the Republic without its name",
        Rank.YEAR,
        rf"(?<![{D}.．{HAN}第/-])(?P<republic>1[0-2][{D}]|[89][{D}]){GAP}年度?(?![级代])",
        _republic,
        alone=_is_of_the_republic,
        heads=figures("年"),
        matches=("110年",),
        rejects=("98年", "2110年"),
    ),
    Atom(
        "year of sixty",
        Rank.YEAR,
        rf"(?:{reigns.DYNASTY}?(?P<reign>{reigns.PATTERN}){GAP})?(?P<stem>[{_STEMS}])(?P<branch>[{_BRANCHES}])年(?![级代])",
        _cycle,
        heads=(*pairs(_STEMS, _BRANCHES), *_REIGN_HEADS),
        matches=("庚子年", "光绪甲午年", "乾隆庚午年"),
        rejects=("甲丑年", "庚子", "子年"),
    ),
)
