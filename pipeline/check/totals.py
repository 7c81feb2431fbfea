"""Parts that shut one another out, against their total: 一期 and 二期, 城镇 and 乡村, 男 and 女, three sectors."""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.claims import Claim
from pipeline.check.figures import Figure
from pipeline.check.view import View

#: Words that name the parts of a whole; parts of one group shut one another out.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("一期", "二期", "三期", "四期"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("城区", "乡村"),
    ("男", "女"),
    ("国内", "国外"),
    ("境内", "境外"),
    ("国内", "海外"),
    ("线上", "线下"),
    ("上半年", "下半年"),
    ("第一产业", "第二产业", "第三产业"),
)
NAMES = re.compile("|".join(sorted({name for group in GROUPS for name in group}, key=lambda name: (-len(name), name))))
TOTAL = re.compile("总(?!理|经理|书记|部|监|裁|面)|合计|共计|全年|一共")
#: The three sectors as a proportion: 8:42:60.
SECTORS = re.compile(
    r"三次产业[^\d。；;\n]{0,14}(?P<a>\d+(?:\.\d+)?)%?\s?[:：∶、]\s?(?P<b>\d+(?:\.\d+)?)%?\s?[:：∶、]\s?(?P<c>\d+(?:\.\d+)?)%?"
)
#: A sum of rounded figures may exceed its total by this.
SLACK = 0.015


def sums(view: View) -> list[Claim]:
    """Parts that add up to more than their total, shares of complementary parts to more than 100 %."""
    claims = [*_sectors(view)]
    numbers: dict[int, set[str]] = {}
    for found in NAMES.finditer(view.text):
        numbers.setdefault(view.sentence_at(found.start()), set()).add(found[0])
    for number, names in sorted(numbers.items()):
        if len(names) > 1 and number >= 0:
            group = next((group for group in GROUPS if sum(name in names for name in group) > 1), None)
            claims += _parts(view, number, group) if group else ()
    return claims


def _sectors(view: View) -> Iterator[Claim]:
    if "三次产业" not in view.text:
        return
    for found in SECTORS.finditer(view.text):
        total = sum(float(found[part]) for part in "abc")
        if total > 100 * (1 + SLACK):
            yield Claim(
                kind="arithmetic_conflict",
                spans=((found.start("a"), found.end()),),
                message=f"“{found[0]}”: the shares of the three sectors add up to {total:g} %.",
                confidence=0.9,
                suggestion={"rule": "parts_above_whole"},
            )


def _parts(view: View, number: int, group: Sequence[str]) -> Iterator[Claim]:
    """The figures that the names of the group stand right before, against a total of their unit."""
    figures = view.figures(number)
    sentence = view.sentence(number)
    parts: dict[str, Figure] = {}
    totals = []
    for figure in figures:
        clause = view.clause_start(figure.start, max(sentence.start, figure.start - 16))
        words = view.text[clause : figure.start]
        name = NAMES.match(words)
        if name and name[0] in group and figure.added is None and not figure.directed:
            parts.setdefault(name[0], figure)
        elif TOTAL.search(words) and figure.unit != "%":
            totals.append(figure)
    alike = [figure for figure in parts.values() if figure.unit == next(iter(parts.values())).unit]
    if len(alike) < 2:
        return
    added = sum(figure.low for figure in alike)
    if alike[0].unit == "%":
        nouns = {_noun(view, figure) for figure in alike}
        if added > 1 + SLACK and len(nouns) == 1:
            yield _claim(view, alike, "100 %")
        return
    total = next((figure for figure in totals if figure.unit == alike[0].unit), None)
    if total and total.high * (1 + SLACK) < added and len({_noun(view, f) for f in (*alike, total)}) == 1:
        yield _claim(view, [*alike, total], view.text[total.start : total.end])


def _noun(view: View, figure: Figure) -> str:
    """What is counted, without the name of the part: the last two characters before the figure."""
    words = view.text[max(0, figure.start - 8) : figure.start]
    bare = re.sub("占比?|为|达到?|有|约|近|超过?|的|共|计", "", NAMES.sub("", words))
    return re.split("[，,；;。、]", bare)[-1][-2:].replace("性", "")


def _claim(view: View, figures: Sequence[Figure], total: str) -> Claim:
    spans = tuple(sorted((figure.start, figure.end) for figure in figures))
    return Claim(
        kind="arithmetic_conflict",
        spans=spans,
        message=f"{'、'.join(view.text[start:end] for start, end in spans)}: the parts add up to more than {total}.",
        confidence=0.85,
        suggestion={"rule": "parts_above_whole"},
    )
