"""Parts and wholes: a share above 100 %, a part above its whole, shares and parts that add up to too much."""

import re
from collections.abc import Iterator

from pipeline.check.contradictions.changes.solve import COARSE, RESCALES
from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.figures import Figure, first_from, kin
from pipeline.check.reading.view import View

#: Right before a percentage: it is a share of something. 占比提高 is a change, not a share.
SHARE = re.compile(r"(?:占(?!用|领|据)[^，,。；;、\d]{0,14}|占比[为达约]{0,2}|比重[为达约]{0,2}|份额[为达约]{0,2})$")
#: Shares of these may exceed the whole: ratios of two different things.
RATIO = re.compile(
    r"覆盖|拨备|保障倍数|偿付|充足率|杠杆|负债|GDP|产能|完成|计划|目标|预算|时序|进度|任务|收入比|净资产|总资产|市值|股本|注册资本"
)
PART = re.compile(r"其中(?!之)")
#: A sum counts only where the parts shut one another out.
EXCLUSIVE = re.compile(
    r"其[余他它]|剩余|余下|按[^，,。；;]{1,8}(?:划?分|统计)[，,]|分[^，,。；;]{1,6}看[，,]|三次产业|由.{2,30}构成"
)
#: Averages and rates have no parts, and one of several machines is no whole.
RATE = re.compile(
    r"平均|每|均|密度|最[高低大小多少]|强度|浓度|单产|亩产|价|[\d一两二三四五六七八九十多几][台个座套条列艘架名位]$"
)
THRESHOLD = re.compile(r"以[上下内]|[及和]以上")
#: A part introduced by 其中 belongs to the whole before it, as long as it is of one kind with it.
REACH = 26
#: A figure of another clause is another matter: 其中包括教师等，5600个样板.
ASIDE = re.compile("[，,；;]")
#: 占40%, 占总投资的40%: nothing between that could name another whole.
OF_THE_WHOLE = re.compile(
    r"[，,](?:约|共|仅|就)?占(?:比(?:例)?)?(?:总(?P<of>[^，,。；;、\d的]{0,4})的?)?(?:比[例重])?(?:达到?|为|约|近)?$"
)
SHARE_REACH = 40
#: So many figures before a share are looked at for its part and its whole.
NEAR = 6
END = re.compile(r"[，,。；;)）\n]|$")
#: Between a whole and its part; and between the part and the share nothing may be counted anew.
WITHIN = re.compile(
    r"(?:[^，,。；;]{0,6}[，,])?其中[^，,。；;比较]{0,12}$|[^，,。；;]{0,8}中[，,]有?[^，,。；;比较]{0,10}$"
)
NOT_APART = re.compile(r"[\d一二三四五六七八九十]|同比|增|减")
#: What a stated share may miss by beside rounding, in ratio.
OFF = 0.02
#: The reading that both were swapped.
BOTH = -1
#: What sums may miss by: every figure is rounded.
SLACK = 0.011


def excessive_shares(view: View) -> list[Claim]:
    """Shares above 100 %, parts above their wholes, sums above their totals."""
    claims = list(_above_whole(view))
    for number, words in view.several:
        found = PART.search(words) if "其中" in words else None
        if found:
            claims += _parts(view, number, view.starts[number] + found.start())
    if view.percents:
        claims += _sums(view)
        claims += _stated_shares(view)
    return claims


def _above_whole(view: View) -> Iterator[Claim]:
    for percent in view.percents:
        if percent.value.direction or percent.value.unit not in ("percent", "permille"):
            continue
        if float(percent.value.ratio) <= 1 or percent.figure.low <= 1:
            continue
        start = max(view.sentence(percent.entity.sentence).start, percent.entity.start - 20)
        words = view.text[start : percent.entity.start]
        found = SHARE.search(words)
        if found and not RATIO.search(words):
            yield Claim(
                kind="arithmetic_conflict",
                spans=((percent.entity.start, percent.entity.end),),
                message=f"“{words[found.start() :]}{percent.entity.text}”: a share cannot exceed its whole.",
                confidence=0.9,
                suggestion={"rule": "share_above_whole"},
            )


def _parts(view: View, number: int, place: int) -> Iterator[Claim]:
    """The first figure behind 其中 against the figures of its unit before it in the sentence."""
    figures = view.figures(number)
    wholes = [f for f in figures if f.end <= place and f.unit != "%"]
    parts = [f for f in figures if f.start >= place and f.unit != "%"]
    if not wholes or not parts:
        return
    first = parts[0]
    if ASIDE.search(view.text, place + 3, first.start):
        return
    alike = [f for f in wholes if f.unit == first.unit]
    if not alike or first.start - place > REACH or alike[-1] is not wholes[-1]:
        return
    whole = max(alike, key=lambda f: f.high)
    if first.low <= whole.high * (1 + SLACK) or _no_whole(view, whole, first):
        return
    supports, fixes = _rescaled_part(whole, first)
    yield Claim(
        kind="arithmetic_conflict",
        spans=((whole.start, whole.end), (first.start, first.end)),
        message=(
            f"“{view.text[first.start : first.end]}” is said to be part of "
            f"“{view.text[whole.start : whole.end]}”, which is less."
        ),
        confidence=0.92 if fixes else 0.8,
        suggestion={"rule": "part_above_whole", **fixes},
        supports=supports,
    )


def _no_whole(view: View, whole: Figure, part: Figure) -> bool:
    """Whether one of the two is an average, a threshold or one of several."""
    for figure in (whole, part):
        before = view.text[max(0, figure.start - 14) : figure.start]
        if RATE.search(before) or THRESHOLD.match(view.text, figure.end, figure.end + 3):
            return True
    return False


def _rescaled_part(whole: Figure, part: Figure) -> tuple[tuple[Support, ...], dict[str, object]]:
    """The scale words whose swap makes the part smaller than the whole, those that suppose least."""
    ways = []
    options = [(figure, rescale) for figure in (whole, part) for rescale in RESCALES]
    for figure, (written, original, factor) in options:
        if not figure.scale.endswith(written) or 1 / COARSE < factor < COARSE:
            continue
        fixed = figure.times(factor)
        share = part.value / fixed.value if figure is whole else fixed.value / whole.value
        if 0.0005 <= share <= 1:
            ways.append((figure, written, original))
    both = _both_swapped(whole, part)
    weight = 0.9 / max(len(ways), 1)
    if both:
        # The one or the other is less than both, which a table that exchanges them explains at once.
        weight = 0.18 / max(len(ways), 1)
    supports = tuple(Support(f.entity.id if f.entity else None, w, o, weight, at) for at, (f, w, o) in enumerate(ways))
    return (*both, *supports), {"field": "unit"} if supports or both else {}


def _both_swapped(whole: Figure, part: Figure) -> tuple[Support, ...]:
    """万 above and 亿 below: a table that swaps the two explains both at once."""
    if not (whole.scale.endswith("万") and part.scale.endswith("亿") and whole.unit == part.unit):
        return ()
    share = part.value * 1e-4 / (whole.value * 1e4)
    if not 0.00001 <= share <= 1:
        return ()
    swaps = (whole, "万", "亿"), (part, "亿", "万")
    return tuple(Support(f.entity.id if f.entity else None, w, o, 0.72, BOTH) for f, w, o in swaps)


def _stated_shares(view: View) -> Iterator[Claim]:
    """500人，其中女性300人，占40%: the part, the whole and the share do not agree."""
    for percent in view.percents:
        entity = percent.entity
        if percent.value.direction or percent.value.unit not in ("percent", "permille") or percent.value.ratio_max:
            continue
        start = max(view.sentence(entity.sentence).start, entity.start - SHARE_REACH)
        if view.text.find("占", start, entity.start) < 0:
            continue
        said = OF_THE_WHOLE.search(view.text, start, entity.start)
        # What stands behind the percentage may say of what it is a share: 占40%的股份, 占60%以上.
        if not said or not END.match(view.text, entity.end):
            continue
        part, whole = _part_and_whole(view, entity.sentence, said.start())
        if part is None or whole is None or (said["of"] or "") not in view.text[start : whole.start]:
            continue
        share = percent.figure
        if part.high / max(whole.low, 1e-9) < share.low - OFF or part.low / whole.high > share.high + OFF:
            places = [(f.start, f.end) for f in (whole, part, share)]
            actual = f"{part.value / whole.value * 100:.3g} %"
            yield Claim(
                kind="arithmetic_conflict",
                spans=tuple(sorted(places)),
                message=(
                    f"“{view.text[said.start() + 1 : entity.end]}”: {view.text[part.start : part.end]} of "
                    f"{view.text[whole.start : whole.end]} is {actual}."
                ),
                confidence=0.85,
                suggestion={"rule": "share_of_whole", "field": "ratio", "value": actual},
            )


def _part_and_whole(view: View, number: int, place: int) -> tuple[Figure | None, Figure | None]:
    """The figure right before a stated share, and the one before 其中 or 中 that it is part of."""
    figures = view.figures(number)
    last = first_from(figures, place)
    counted = [f for f in figures[max(0, last - NEAR) : last] if f.unit != "%"]
    if len(counted) < 2:
        return None, None
    whole, part = counted[-2:]
    between = view.text[whole.end : part.start]
    plain = kin(whole.unit) == kin(part.unit) != "" and whole.added is None and part.added is None
    if not plain or not WITHIN.match(between) or ASIDE.search(view.text, part.end + 12, place):
        return None, None
    apart = view.text[part.end : place]
    return (None, None) if NOT_APART.search(apart) or part.low > whole.high else (part, whole)


def _sums(view: View) -> Iterator[Claim]:
    """Shares of one sentence that shut one another out and add up to more than the whole."""
    by_sentence: dict[int, list[Figure]] = {}
    for percent in view.percents:
        if percent.value.direction is None and percent.value.unit == "percent" and percent.value.ratio_max is None:
            by_sentence.setdefault(percent.entity.sentence, []).append(percent.figure)
    for number, figures in by_sentence.items():
        sentence = view.sentence(number)
        words = view.text[sentence.start : sentence.end]
        if len(figures) < 2 or words.count("占") < 2 or not EXCLUSIVE.search(words):
            continue
        if PART.search(words):
            continue
        shares = [f for f in figures if SHARE.search(view.text[max(sentence.start, f.start - 20) : f.start])]
        if len(shares) > 1 and sum(f.low for f in shares) > 1 + SLACK:
            total = sum(f.value for f in shares)
            yield Claim(
                kind="arithmetic_conflict",
                spans=tuple((f.start, f.end) for f in shares),
                message=f"The shares {'、'.join(view.text[f.start : f.end] for f in shares)} add up to {total:.0%}.",
                confidence=0.8,
                suggestion={"rule": "shares_above_whole"},
            )
