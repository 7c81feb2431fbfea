"""Parts and wholes: a share above 100 %, a part above its whole, shares and parts that add up to too much."""

import re
from collections.abc import Iterator

from pipeline.check.claims import Claim, Support
from pipeline.check.figures import Figure
from pipeline.check.solve import COARSE, RESCALES
from pipeline.check.view import View
from pipeline.schema import MoneyValue, PercentValue, Value

#: Right before a percentage: it is a share of something. 占比提高 is a change, not a share.
SHARE = re.compile(r"(?:占(?!用|领|据)[^，,。；;、\d]{0,14}|占比[为达约]{0,2}|比重[为达约]{0,2}|份额[为达约]{0,2})$")
#: Shares of these may exceed the whole: ratios of two different things.
RATIO = re.compile(
    r"覆盖|拨备|保障倍数|偿付|充足率|杠杆|负债|GDP|产能|完成|计划|目标|预算|时序|进度|任务|收入比|净资产|总资产|市值|股本|注册资本"
)
PART = re.compile(r"其中(?!之)")
#: A sum counts only where the parts shut one another out.
EXCLUSIVE = re.compile(r"其余|剩余|余下|三次产业|由.{2,30}构成")
#: Averages and rates have no parts, and one of several machines is no whole.
RATE = re.compile(
    r"平均|每|均|密度|最[高低大小多少]|强度|浓度|单产|亩产|价|[\d一两二三四五六七八九十多几][台个座套条列艘架名位]$"
)
THRESHOLD = re.compile(r"以[上下内]|[及和]以上")
#: A part introduced by 其中 belongs to the whole before it, as long as it is of one kind with it.
REACH = 26
#: Behind a range that only says how far apart cases lie: 15万元至5000元不等.
UNORDERED = re.compile("不等|之间")
#: What sums may miss by: every figure is rounded.
SLACK = 0.011


def excessive_shares(view: View) -> list[Claim]:
    """Shares above 100 %, parts above their wholes, sums above their totals."""
    claims = list(_above_whole(view))
    text = view.text
    if "其中" in text:
        for number, sentence in enumerate(view.draft.sentences):
            found = PART.search(text, sentence.start, sentence.end)
            if found:
                claims += _parts(view, number, found.start())
    if text.count("占") > 1:
        claims += _sums(view)
    return claims


def _above_whole(view: View) -> Iterator[Claim]:
    for percent in view.percents:
        if percent.value.direction or percent.value.unit not in ("percent", "permille"):
            continue
        if percent.figure.low <= 1:
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
    if both:
        return both, {"field": "unit"}
    weight = 0.9 / max(len(ways), 1)
    supports = tuple(Support(f.entity.id if f.entity else None, w, o, weight) for f, w, o in ways)
    return supports, {"field": "unit"} if ways else {}


def _both_swapped(whole: Figure, part: Figure) -> tuple[Support, ...]:
    """万 above and 亿 below: a table that swaps the two explains both at once."""
    if not (whole.scale.endswith("万") and part.scale.endswith("亿") and whole.unit == part.unit):
        return ()
    share = part.value * 1e-4 / (whole.value * 1e4)
    if not 0.00001 <= share <= 1:
        return ()
    return tuple(
        Support(f.entity.id if f.entity else None, w, o, 0.72) for f, w, o in ((whole, "万", "亿"), (part, "亿", "万"))
    )


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


def reversed_ranges(view: View) -> list[Claim]:
    """Ranges of money or percentages whose end lies below their start: 8000亿元至1.2万元."""
    claims = []
    for entity in [*view.money, *(p.entity for p in view.percents)]:
        value = entity.value
        first, last = _ends(value)
        if first is None or last is None or float(first) <= float(last):
            continue
        if UNORDERED.match(view.text, entity.end):
            continue
        if isinstance(value, PercentValue) or float(first) < COARSE * float(last):
            claims.append(_reversed(entity.text, (entity.start, entity.end), ()))
            continue
        supports = (Support(entity.id, "亿", "万", 0.8), Support(entity.id, "万", "亿", 0.8))
        claims.append(_reversed(entity.text, (entity.start, entity.end), supports))
    return claims


def _ends(value: Value) -> tuple[str | None, str | None]:
    if isinstance(value, MoneyValue):
        return value.amount, value.amount_max
    return (value.ratio, value.ratio_max) if isinstance(value, PercentValue) else (None, None)


def _reversed(text: str, span: tuple[int, int], supports: tuple[Support, ...]) -> Claim:
    return Claim(
        kind="arithmetic_conflict",
        spans=(span,),
        message=f"“{text}”: the range ends below its start.",
        confidence=0.85,
        suggestion={"rule": "reversed_range"},
        supports=supports,
    )
