"""Scale words that no writer puts side by side: 2.2万万元 is 2.2万亿元 after 亿 became 万."""

import re
from bisect import bisect_right

from pipeline.check.contradictions.claims import Claim, Support
from pipeline.check.reading.figures import plain
from pipeline.check.reading.naming import DIGITS
from pipeline.check.reading.sizes import beyond, measured
from pipeline.check.reading.view import View
from pipeline.schema import Entity

#: Two scale words behind Arabic digits that no writer puts so: the word written in place of another, that word,
#: and the pair that belongs there. A pair without a reading is wrong, but no single swap explains it.
PAIRS: dict[str, tuple[str, str, str]] = {
    "万万": ("万", "亿", "万亿"),
    "亿亿": ("亿", "万", "万亿"),
    "亿万": ("", "", "万亿"),
    "千千": ("千", "万", "千万"),
    "百百": ("百", "万", "百万"),
    "千万": ("千万", "亿", "亿"),
    "千亿": ("", "", ""),
    "百亿": ("", "", ""),
}
#: Ten and more of these go up to the next unit: nobody writes 23千万元. 百万 is not here: accounts are kept in it.
OVERFLOW = re.compile(r"(?<=\d)(?:千万|千亿|百亿)(?=元|美元|港元)")
TEN = re.compile(r"(?<![\d.,])\d{2,6}(?:\.\d+)?$")
#: Examples that `PAIR` must find, and texts in which it must find nothing.
FINDS = ("2.2万万元", "3 万万元", "12亿亿元", "4.5千千元", "1.2亿万元", "30余万万元")
LEAVES = (
    "2.2万亿元",
    "四万万同胞",
    "千千万万",
    "亿万富翁",
    "3千万元",
    "2亿5千万元",
    "30万千瓦",
    "5万千米",
    "600万百姓",
    "3百千克",
    "4.5千千瓦时",
    "2000亿",
)

#: How sure 亿万 is to be a swapped 万亿: it may be a slip of the pen as well.
BOTH = 0.7
PAIR = re.compile(r"(?<=[\d余多])\s?[百千]?(?:万万|亿亿|亿万|千千(?=元|美元|人|次|万)|百百(?=元|美元|人|次|万))")


def nonstandard_units(view: View) -> list[Claim]:
    """Two scale words side by side that no writer puts so."""
    text = view.text
    overflowing = [
        found for found in OVERFLOW.finditer(text) if TEN.search(text, max(0, found.start() - 12), found.start())
    ]
    return [_claim(view, found) for found in (*PAIR.finditer(text), *overflowing)]


def _claim(view: View, found: re.Match[str]) -> Claim:
    place = bisect_right(view.money, found.start(), key=lambda entity: entity.end)
    entity = view.money[place] if place < len(view.money) and view.money[place].start < found.end() else None
    start, end = (entity.start, entity.end) if entity else _number(view.text, found)
    pair = found[0].strip()[-2:]
    written, original, whole = PAIRS[pair]
    entity_id = entity.id if entity else None
    supports: tuple[Support, ...] = ()
    if pair == "亿万":
        # 万亿 with both words swapped: the amount stays, but the table is shown, and that it has the bare words.
        explained = "; 万亿 is, if 万 and 亿 changed places"
        supports = Support(None, "万", "亿", BOTH), Support(None, "亿", "万", BOTH)
    elif whole and entity and _beyond(view, entity, whole):
        explained = f"; {whole} would be more than anything of its kind comes to"
        whole = ""
    elif whole:
        explained = f"; {whole} is, if {written} stands for {original}"
        supports = (Support(entity_id, written, original, 0.93),)
    else:
        explained = ""
    return Claim(
        kind="nonstandard_unit",
        spans=((start, end),),
        message=f"“{view.text[start:end]}”: {pair} is no unit that writers use{explained}.",
        confidence=0.95,
        suggestion={"field": "unit", "written": pair, "value": whole} if whole else None,
        supports=supports,
    )


def _beyond(view: View, entity: Entity, whole: str) -> bool:
    """Whether the amount with the words that belong there would be larger than there are amounts."""
    digits = DIGITS.match(entity.text)
    kind, scope = measured(view, entity)
    return digits is not None and beyond(plain(digits[0]), kind, whole, scope)


def _number(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The scale words with the digits before them."""
    start = found.start()
    while start and start > found.start() - 16 and text[start - 1] in "0123456789.,余多":
        start -= 1
    return start, found.end()
