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
#: How far back a page that counts by the Republic has said so.
_REPUBLIC_NAMED = 3000


def _republic(groups: Groups) -> Fields | None:
    year = integer(groups["republic"] or "")
    return None if year is None else {"year": _REPUBLIC + year}


def _is_of_the_republic(text: str, start: int, end: int) -> bool:
    """110年 is a year where the page has counted by the Republic before (民國109年)."""
    if not CLAUSE_BEFORE.search(text[max(0, start - 1) : start]) or COUNTED_YEARS.match(text, end):
        return False
    place = text.rfind("民國", max(0, start - _REPUBLIC_NAMED), start)
    return place >= 0 and bool(_NAMED.match(text, place))


_NAMED = re.compile(rf"民國{GAP}[{D}]")


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
        rf"(?P<reign>{reigns.PATTERN}){GAP}(?P<n>元|[{D}]{{1,3}}|[{HAN}廿卅百]{{1,6}}){GAP}年度?(?![级代])",
        _reign,
        heads=tuple(sorted({name[:2] for name in reigns.REIGNS})),
        matches=("民国三年", "康熙二十年", "贞观元年", "昭和20年"),
        rejects=("民国年间", "康熙年间"),
    ),
    Atom(
        "year of the Republic without its name",
        Rank.YEAR,
        rf"(?<![{D}.．{HAN}第/-])(?P<republic>1[0-2][{D}]|[89][{D}]){GAP}年(?![级代])",
        _republic,
        alone=_is_of_the_republic,
        heads=figures("年"),
        matches=("110年",),
        rejects=("98年", "2110年"),
    ),
    Atom(
        "year of sixty",
        Rank.YEAR,
        rf"(?:(?P<reign>{reigns.PATTERN}){GAP})?(?P<stem>[{_STEMS}])(?P<branch>[{_BRANCHES}])年(?![级代])",
        _cycle,
        heads=(*pairs(_STEMS, _BRANCHES), *sorted({name[:2] for name in reigns.REIGNS})),
        matches=("庚子年", "光绪甲午年", "乾隆庚午年"),
        rejects=("甲丑年", "庚子", "子年"),
    ),
)
