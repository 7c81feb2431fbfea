"""Parts that shut one another out, against their total: 一期 and 二期, 城镇 and 乡村, 男 and 女, three sectors.

Parts are known to shut one another out by their names: words that are used in contrast, the same word with
different ordinals (一等奖 and 二等奖), or a rest (其余9所).
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.figures import Figure, first_from, like
from pipeline.check.reading.view import View

#: Words that name the parts of a whole; parts of one group shut one another out.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("城区", "乡村"),
    ("男", "女"),
    ("国内", "国外"),
    ("境内", "境外"),
    ("国内", "海外"),
    ("线上", "线下"),
    ("上半年", "下半年"),
    ("东部", "中部", "西部"),
    ("赞成", "同意", "反对", "弃权"),
    ("进口", "出口"),
    ("小学", "初中", "高中", "中学"),
)
#: Groups whose parts are all of the whole, so that they cannot add up to less either.
COMPLETE: frozenset[tuple[str, ...]] = frozenset({("男", "女"), ("进口", "出口")})
NAMES = re.compile("|".join(sorted({name for group in GROUPS for name in group}, key=lambda name: (-len(name), name))))
#: Behind whatever else the clause says: 公司今年进口额. 男 and 女 are in too many words, and 出口 in 进出口.
WITHIN = re.compile("(?<!进)(?:" + "|".join(sorted({n for group in GROUPS for n in group if len(n) > 1})) + ")")
#: One of a series: 一期, 第三批, 二等奖. Not 一次 and 三个, which count.
SERIES = re.compile(
    "第?(?P<rank>[一二三四五六七八九十])(?P<of>期|等奖|季度|标段|批次?|阶段|车间|号线|单元|产业|厂|场|矿|分公司|等座|等舱|等品|级)"
)
REST = re.compile("其[余他它]|剩余|余下")
#: Any of them, looking at one character before anything is tried.
PARTS = re.compile(
    "(?=[{}第一二三四五六七八九十其剩余])(?:{}|{}|{})".format(
        "".join(sorted({name[0] for group in GROUPS for name in group})),
        NAMES.pattern,
        re.sub(r"\?P<\w+>", "?:", SERIES.pattern),
        REST.pattern,
    )
)
COLON = re.compile("[：:]")
TOTAL = re.compile("总(?!理|经理|书记|部|监|裁|面)|合计|共(?!同|建|享|和|产|青|识|公)|全年")
#: Right before the sum of what was just listed.
SUM = re.compile("(?:合计|共计|总计|累计)(?:为|达到?|约|投资|金额)?$")
#: Words by which the figures of parts are no plain amounts, or parts are named of other wholes.
OTHER = re.compile("比|增|减|均|每|率")
PART = re.compile("其中(?!之)")
#: Between a whole and 其中: what is counted, and no more.
APART = re.compile("[^，,。；;、\\d]{0,8}[，,（(]?")
#: The three sectors as a proportion: 8:42:60.
SECTORS = re.compile(
    r"三次产业[^\d。；;\n]{0,14}(?P<a>\d+(?:\.\d+)?)%?\s?[:：∶、]\s?(?P<b>\d+(?:\.\d+)?)%?\s?[:：∶、]\s?(?P<c>\d+(?:\.\d+)?)%?"
)
#: Names in a row, then their shares in a row: 东部、中部、西部占比分别为50%、35%和25%.
RESPECTIVELY = re.compile(
    rf"(?P<names>(?:{NAMES.pattern})(?:地区)?(?:[、和及](?:{NAMES.pattern})(?:地区)?){{1,3}})[^\d，,。；;、]{{0,12}}(?:占比?|比重|份额)[^\d，,。；;、]{{0,6}}"
)
#: A sum of rounded figures may miss its total by this.
SLACK = 0.015
#: So many parts of a list are added up.
MOST = 12


class Part(NamedTuple):
    """A figure and what it is of: the group and the name, or the rest."""

    figure: Figure
    group: tuple[str, ...]
    name: str


REST_OF = ("rest",)


def sums(view: View) -> list[Claim]:
    """Parts that add up to more than their total, shares of complementary parts to more than 100 %."""
    claims: list[Claim] = []
    for number, words in view.several:
        if "占" in words or "比重" in words or "份额" in words:
            claims += _respectively(view, number, words)
        names = set(PARTS.findall(words))
        if len(names) > 1 or (names and REST.match(next(iter(names)))):
            claims += _sentence(view, number, names)
    return claims


def wrong_sectors(view: View) -> Iterator[Claim]:
    """The three sectors as a proportion that adds up to more than the whole."""
    for found in SECTORS.finditer(view.text):
        total = sum(float(found[part]) for part in "abc")
        if total > 100 * (1 + SLACK):
            yield Claim(
                kind="arithmetic_conflict",
                spans=((found.start("a"), found.end()),),
                message=f"“{found[0]}”: the shares of the three sectors add up to {total:g} %.",
                confidence=0.9,
                suggestion={"rule": "parts_above_whole", "sum": f"{total:g}%"},
            )


def _respectively(view: View, number: int, words: str) -> Iterator[Claim]:
    for found in RESPECTIVELY.finditer(words):
        names = NAMES.findall(found["names"])
        group = next((group for group in GROUPS if set(names) <= set(group)), None)
        figures, behind = view.figures(number), view.starts[number] + found.end()
        first = first_from(figures, behind)
        shares = figures[first : first + len(names)]
        whole = len(set(names)) == len(names) == len(shares) and all(f.unit == "%" for f in shares)
        if group and whole and shares[0].start == behind:
            between = (view.text[a.end : b.start] for a, b in pairwise(shares))
            if all(re.fullmatch("[、和及，,]", mark) for mark in between) and sum(f.low for f in shares) > 1 + SLACK:
                yield _claim(view, shares, None, sum(f.value for f in shares), more=True)


def _sentence(view: View, number: int, names: Set[str]) -> Iterator[Claim]:
    """The parts that a sentence names, against a total of their unit before or behind them."""
    figures = view.figures(number)
    if len(figures) < 2:
        return
    parts = [part for figure in figures if (part := _part(view, figure, number, names))]
    groups = {part.group for part in parts if part.group != REST_OF}
    for group in sorted(groups):
        named: dict[str, Figure] = {}
        for part in parts:
            if part.group == group and part.figure.unit == next(iter(named.values()), part.figure).unit:
                named.setdefault(part.name, part.figure)
        if len(named) > 1:
            yield from _against_total(view, number, list(named.values())[:MOST], group)
    rest = next((part.figure for part in parts if part.group == REST_OF), None)
    if rest and rest.unit != "%":
        yield from _with_rest(view, number, rest)


def _part(view: View, figure: Figure, number: int, names: Set[str]) -> Part | None:
    """The figure as a part, if the words of its clause name it as one of a group or of a series, or as the rest."""
    if figure.added is not None or figure.directed:
        return None
    clause = view.clause_start(figure.start, max(view.sentence(number).start, figure.start - 16))
    words = COLON.split(view.text[clause : figure.start].removeprefix("其中"))[-1]
    if REST.match(words):
        return Part(figure, REST_OF, "")
    name = NAMES.match(words) or WITHIN.search(words)
    if name:
        group = next((group for group in GROUPS if name[0] in group), None)
        return Part(figure, _own(group, name[0], names), name[0]) if group else None
    series = SERIES.search(words)
    return Part(figure, ("#", series["of"]), series["rank"]) if series else None


def _own(group: tuple[str, ...], name: str, names: Set[str]) -> tuple[str, ...]:
    """Of the groups that hold the name, the one of which the sentence names another part."""
    return next((each for each in GROUPS if name in each and any(n in names for n in each if n != name)), group)


def _against_total(view: View, number: int, parts: list[Figure], group: tuple[str, ...]) -> Iterator[Claim]:
    added = sum(figure.low for figure in parts)
    unit = parts[0].unit
    if unit == "%":
        if added > 1 + SLACK and _one_noun(view, parts) and group != ("进口", "出口"):
            yield _claim(view, parts, None, sum(f.value for f in parts), more=True)
        return
    complete = group in COMPLETE and len(parts) == len(group)
    total, closed = _total(view, number, parts, complete=complete)
    if total is None:
        return
    most = sum(figure.high for figure in parts)
    if total.high * (1 + SLACK) < added:
        yield _claim(view, parts, total, sum(f.value for f in parts), more=True)
    elif closed and most * (1 + SLACK) < total.low:
        yield _claim(view, parts, total, sum(f.value for f in parts), more=False)


def _total(view: View, number: int, parts: Sequence[Figure], *, complete: bool) -> tuple[Figure | None, bool]:
    """The total of the parts, and whether they have to reach it: it is the sum of just these, or they are `complete`.

    Above complete parts the figure of the same name right before them is their total, be it called so or not.
    """
    figures = view.figures(number)
    first, last = parts[0], parts[-1]
    alike = [f for f in figures if f.unit == first.unit and f not in parts and f.added is None]
    behind = next((f for f in alike if f.start >= last.end), None)
    between = view.text[first.start : last.start]
    if behind and SUM.search(view.text, max(last.end, behind.start - 8), behind.start):
        return (None, False) if any(f.start < behind.start for f in alike) else (behind, True)
    part = PART.search(view.text, view.sentence(number).start, first.start)
    whole = next((f for f in reversed(alike) if f.end <= first.start), None)
    if part and whole and APART.fullmatch(view.text, whole.end, part.start()) and not OTHER.search(between):
        return whole, complete
    for figure in alike:
        clause = view.clause_start(figure.start, max(view.sentence(number).start, figure.start - 16))
        if TOTAL.search(view.text, clause, figure.start) and _one_noun(view, (*parts, figure)):
            return figure, complete
    right_before = whole and whole is figures[figures.index(first) - 1]
    return (whole, False) if complete and right_before and whole and _one_noun(view, (*parts, whole)) else (None, False)


def _one_noun(view: View, figures: Sequence[Figure]) -> bool:
    """Whether all of them count one thing."""
    return len({_noun(view, figure) for figure in figures}) == 1


def _with_rest(view: View, number: int, rest: Figure) -> Iterator[Claim]:
    """A whole, its parts behind 其中, and the rest: they add up to it."""
    sentence = view.sentence(number)
    mark = PART.search(view.text, sentence.start, rest.start)
    if not mark:
        return
    figures = [f for f in view.figures(number) if f.unit == rest.unit]
    whole = next((f for f in reversed(figures) if f.end <= mark.start()), None)
    parts = [f for f in figures if mark.end() <= f.start <= rest.start]
    plain = not OTHER.search(view.text, mark.end(), rest.start) and all(f.added is None for f in parts)
    if whole is None or whole.end < mark.start() - 2 or not plain or not 2 <= len(parts) <= MOST:
        return
    low, high = sum(f.low for f in parts), sum(f.high for f in parts)
    if whole.high * (1 + SLACK) < low or high * (1 + SLACK) < whole.low:
        yield _claim(view, parts, whole, sum(f.value for f in parts), more=whole.high < low)


def _noun(view: View, figure: Figure) -> str:
    """What is counted, without the name of the part: the last two characters before the figure."""
    words = view.text[max(0, figure.start - 8) : figure.start]
    bare = re.sub("占比?|为|达到?|有|约|近|超过?|的|共|计", "", SERIES.sub("", NAMES.sub("", words)))
    return re.split("[，,；;。、]", bare)[-1][-2:].replace("性", "")


def _claim(view: View, parts: Sequence[Figure], total: Figure | None, added: float, *, more: bool) -> Claim:
    """The parts, and the total that they do not add up to; none where they are shares of the whole."""
    text = view.text
    amount = like(text, total, added) if total else f"{added:.0%}"
    listed = "、".join(text[part.start : part.end] for part in parts)
    whole = text[total.start : total.end] if total else "the whole"
    return Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted((figure.start, figure.end) for figure in (*parts, *([total] if total else [])))),
        message=f"The parts {listed} add up to {amount}, {'more' if more else 'less'} than {whole}.",
        confidence=0.85,
        suggestion={"rule": "parts_above_whole" if more else "parts_below_whole", "sum": amount},
    )
