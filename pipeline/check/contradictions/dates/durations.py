"""Durations against the dates they lie between: 2015年开工，2021年建成，历时3年; finished before it was begun."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from operator import attrgetter

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.view import View
from pipeline.numerals import integer
from pipeline.schema import DateValue, Entity

_N = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_YEAR = r"(?:1[89]|20)\d\d"
#: How long it took, or how long ago it began.
TOOK = ("历时", "用时", "耗时", "为期", "历经", "走过", "长达", "跨越", "用了", "花了")
LASTED = re.compile(rf"(?:{'|'.join(TOOK)})(?:了|近|约|整整|将近)?(?P<n>{_N})(?P<more>多|余)?年(?![前级代级间])")
#: 2010年至2020年的五年间.
SPAN_WORDS = ("年间", "年来", "年里", "年时间", "年中", "年内")
BETWEEN = re.compile(
    rf"(?P<a>{_YEAR})(?<!\d.{{4}})年?(?:至|到|—|－|-|~|～)(?P<b>{_YEAR})年(?:底|末)?的(?:这)?(?P<n>{_N})年(?:间|来|里|时间|中|内)"
)
YEAR = re.compile(rf"({_YEAR})(?<!\d.{{4}})年")
BEGUN = re.compile("开工|动工|始建|奠基|启动|开建|成立|创[办建立]|始于|起步|从|自")
ENDED = re.compile("竣工|完工|建成|通车|通航|投产|开通|落成|结束|完成|到|至|问世|出版")
#: 于2016年3月开工，2010年9月竣工.
_DONE = "竣工|完工|建成|落成|通车|投产|投入使用"
BEGUN_IN = re.compile(
    rf"(?:始建于|动工于|开工于|奠基于)(?P<a>{_YEAR})年(?P<am>\d{{1,2}}月)?[，,、]?(?:于|并于|至|到|在)?"
    rf"(?P<b>{_YEAR})年(?P<bm>\d{{1,2}}月)?[^，,。；;\n\d]{{0,6}}?(?:{_DONE})"
)
BUILT = re.compile(
    rf"(?P<a>{_YEAR})年(?P<am>\d{{1,2}}月)?[^，,。；;\n\d]{{0,6}}?(?:开工|动工|奠基|开建|破土)(?:建设|兴建)?[，,、]?(?:于|并于|至|到|在)?"
    rf"(?P<b>{_YEAR})年(?P<bm>\d{{1,2}}月)?[^，,。；;\n\d]{{0,6}}?(?:{_DONE})"
)
BEGUN_WORDS = ("开工", "动工", "奠基", "开建", "破土", "始建")
#: 生于1950年，2020年逝世，享年70岁.
LIVED = re.compile(
    rf"(?:生于|出生于)(?P<a>{_YEAR})年[^。；;\n]{{0,60}}(?P<b>{_YEAR})年[^。；;\n]{{0,24}}?(?:享年|终年|卒年)(?P<n>{_N})岁"
)
BORN = re.compile(
    rf"(?<!\d)(?P<a>{_YEAR})年[^，,。；;\n\d]{{0,10}}(?:出生|生于)[^。；;\n]{{0,60}}(?P<b>{_YEAR})年[^。；;\n]{{0,24}}?(?:享年|终年|卒年)(?P<n>{_N})岁"
)
#: 2009年动工，三年后的2015年通车.
LATER = re.compile(
    rf"(?<!\d)(?P<a>{_YEAR})年(?P<between>[^。；;\n]{{0,30}}?)[，,](?P<n>{_N})年(?:之|以)?后(?:的|[，,]?即|[，,]也就是)(?P<b>{_YEAR})年"
)
#: 1948年出生，16岁考入戏校时是1958年.
AGED = re.compile(
    rf"(?:(?<!\d)(?P<a>{_YEAR})年(?:\d{{1,2}}月)?(?:出生|生)|生于(?P<born>{_YEAR})年)(?P<between>[^。；;\n]{{0,40}}?)"
    rf"(?:(?<![\d一二三四五六七八九十])(?P<n>{_N})岁[^，,。；;\n\d]{{0,10}}?(?:时|那年|当年)(?:是|为|正是|正值)(?P<b>{_YEAR})年"
    rf"|(?<!\d)(?P<then>{_YEAR})年[，,]?[^，,。；;\n\d]{{0,4}}(?:时年|年仅|刚满|年满)(?P<then_n>{_N})岁)"
)
#: Whose age it is may be another's.
KIN = re.compile("儿|女|父|母|妻|夫|兄|弟|姐|妹|孙|徒|生于|出生")
DAYS = re.compile(rf"[，,](?:活动|会期|展期|赛期|工期)?(?:为期|历时|共计?|前后|持续)(?P<n>{_N})天")
#: Ages may be counted from one, with the years of the calendar and leap months.
YOUNGER, ELDER = 1, 2


def lasted(view: View) -> Iterator[Claim]:
    """How long it took, against the years before."""
    for found in LASTED.finditer(view.text):
        number = view.sentence_at(found.start())
        start = max(view.starts[number] if number >= 0 else 0, found.start() - 60)
        years = list(YEAR.finditer(view.text, start, found.start()))
        if len(years) != 2 or number < 0:
            continue
        first, last = years
        begun = BEGUN.search(view.text, max(start, first.start() - 6), last.start())
        ended = ENDED.search(view.text, first.end(), found.start())
        years_apart = int(last[1]) - int(first[1])
        length = integer(found["n"].replace("两", "二"))
        if begun and ended and length and years_apart > 0 and not _close(years_apart, length, more=found["more"]):
            yield _claim(view, (first.span(), last.span(), found.span()), found[0], f"{years_apart} years")


def _close(apart: int, length: int, *, more: str | None = None) -> bool:
    """Whether so many years can be said to lie between two: one less or one more by how the ends are counted."""
    return apart - 1 - bool(more) <= length <= apart + 1


def spans_of_years(view: View) -> Iterator[Claim]:
    """2010年至2020年的五年间: the years between two."""
    for found in BETWEEN.finditer(view.text):
        apart, length = int(found["b"]) - int(found["a"]), integer(found["n"].replace("两", "二"))
        if length and apart > 0 and not _close(apart, length):
            yield _claim(view, (found.span(),), f"{found['n']}年", f"{apart} years")


def lives(view: View) -> Iterator[Claim]:
    """Ages at death, against the years of birth and death."""
    for pattern in (LIVED, BORN):
        for found in pattern.finditer(view.text):
            apart, age = int(found["b"]) - int(found["a"]), integer(found["n"])
            if age and apart > 0 and not apart - YOUNGER <= age <= apart + ELDER:
                spans = _year(found, "a"), _year(found, "b"), (found.start("n"), found.end())
                yield _claim(view, spans, f"{found['n']}岁", f"{apart} years")


def later(view: View) -> Iterator[Claim]:
    """So many years later, in a year that is not so many years later."""
    for found in LATER.finditer(view.text):
        apart, length = int(found["b"]) - int(found["a"]), integer(found["n"].replace("两", "二"))
        if length and apart > 0 and not YEAR.search(found["between"]) and not _close(apart, length):
            spans = _year(found, "a"), (found.start("n"), found.end("n") + 1), _year(found, "b")
            yield _claim(view, spans, f"{found['n']}年", f"{apart} years")


def aged(view: View) -> Iterator[Claim]:
    """Ages in a year, against the year of birth."""
    for found in AGED.finditer(view.text):
        born = "a" if found["a"] else "born"
        then, n = ("b", "n") if found["b"] else ("then", "then_n")
        apart, age = int(found[then]) - int(found[born]), integer(found[n].replace("两", "二"))
        if (
            age
            and apart > 0
            and not apart - YOUNGER <= age <= apart + ELDER
            and not KIN.search(found[0], found.start("between") - found.start())
        ):
            spans = _year(found, born), (found.start(n), found.end(n) + 1), _year(found, then)
            yield _claim(view, spans, f"{found[n]}岁", f"{apart} years")


def _year(found: re.Match[str], group: str) -> tuple[int, int]:
    """The place of a year with its 年."""
    return found.start(group), found.end(group) + 1


def built(view: View) -> Iterator[Claim]:
    """What was finished before it was begun."""
    for found in (*BUILT.finditer(view.text), *BEGUN_IN.finditer(view.text)):
        begun, ended = (
            (int(found[year]), int((found[month] or "0").removesuffix("月")))
            for year, month in (("a", "am"), ("b", "bm"))
        )
        if ended[0] < begun[0] or (ended[0] == begun[0] and 0 < ended[1] < begun[1]):
            yield Claim(
                kind="date_conflict",
                spans=(
                    (found.start("a"), found.end("am") if found["am"] else found.end("a") + 1),
                    (found.start("b"), found.end()),
                ),
                message=f"“{found[0]}”: finished before it was begun.",
                confidence=0.85,
                suggestion={"rule": "finished_before_begun"},
            )


def wrong_days(view: View) -> Iterator[Claim]:
    """从2023年3月1日持续到3月10日，为期10天: the days from the first to the last, give or take one."""
    for found in DAYS.finditer(view.text):
        number = view.sentence_at(found.start())
        length = integer(found["n"].replace("两", "二"))
        behind = bisect_left(view.dates, found.start(), key=attrgetter("start"))
        near_by = view.dates[max(0, behind - 3) : behind]
        dates = [e for e in near_by if e.sentence == number and found.start() - 40 < e.start and e.end <= found.start()]
        days = [
            value
            for entity in dates
            if isinstance(value := entity.value, DateValue) and value.precision in ("day", "range") and value.start
        ]
        first, last = (days[0].start, days[-1].end) if days else (None, None)
        near = dates and "，" not in view.text[dates[-1].end : found.start()] and dates[-1].end >= found.start() - 12
        if first and last and length and first < last and near and len(days) <= 2 and _one_span(view, dates):
            apart = (date.fromisoformat(last) - date.fromisoformat(first)).days
            if not apart - 1 <= length <= apart + 2:
                spans = tuple((e.start, e.end) for e in dates)
                yield _claim(view, (*spans, (found.start("n"), found.end())), f"{found['n']}天", f"{apart + 1} days")


def _one_span(view: View, dates: Sequence[Entity]) -> bool:
    """Whether the dates are one span: 3月1日持续到3月10日."""
    return all(view.text[b.start - 1] in "到至" for _, b in pairwise(dates))


def _claim(view: View, spans: tuple[tuple[int, int], ...], said: str, actual: str) -> Claim:
    quoted = view.text[min(a for a, _ in spans) : max(b for _, b in spans)]
    return Claim(
        kind="date_conflict",
        spans=tuple(sorted(spans)),
        message=f"“{quoted}”: {said} does not agree with the dates, between which there are {actual}.",
        confidence=0.8,
        suggestion={"rule": "duration", "value": actual},
    )
