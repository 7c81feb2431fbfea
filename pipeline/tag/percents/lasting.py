"""Bases that are said once for all the changes that follow: （下同）, 从环比看, a note under the figures."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.schema import Basis
from pipeline.tag.percents.basis import basis

# 比去年同期（下同）增长7.6%, 同比（下同）, 同比增长5%（同比，下同）; not 以美元计价，下同.
_ALIKE = re.compile(r"[（(](?P<inside>[^（）()\n]{0,8}?)[，,、]?以?下同[）)]")
_BEFORE = 20
_CLAUSE_ENDS = re.compile(r"[，,。；;：:！？\n]")
_COUNTED_IN = re.compile("[价币元口径]|单位")
# 注：增速均为同比; 以上涨幅均为环比.
_NOTE = re.compile(
    r"[增涨升降跌][速幅长减][^。；\n]{0,12}?(?:均|都|皆)(?:为|系|指|是)(?P<basis>[同环]比)(?![^。；\n]{0,6}[、和与])"
)
# 从环比看，…。…。: until the paragraph ends or turns to the other.
_SEEN = re.compile(r"(?P<basis>[同环]比)来?看[，,]")


class Lasting(NamedTuple):
    """A basis and the part of the text for which it holds."""

    start: int
    end: int
    basis: Basis


def lasting(text: str) -> Sequence[Lasting]:
    """The bases that hold for more than their own sentence; where several do, the last of them."""
    found: list[Lasting] = []
    if "均" in text or "都" in text or "皆" in text:
        found += (Lasting(0, len(text), _named(note["basis"])) for note in _NOTE.finditer(text))
    if "下同" in text:
        for alike in _ALIKE.finditer(text):
            own = basis(alike["inside"]) or (
                None if _COUNTED_IN.search(alike["inside"]) else _left_of(text, alike.start())
            )
            if own:
                found.append(Lasting(alike.start(), len(text), own))
    if "比看" in text or "比来看" in text:
        for seen in _SEEN.finditer(text):
            ending = text.find("\n", seen.end())
            found.append(Lasting(seen.end(), ending if ending >= 0 else len(text), _named(seen["basis"])))
    return found


def at(spans: Sequence[Lasting], place: int) -> Basis | None:
    """The basis that holds at the place."""
    return next((span.basis for span in reversed(spans) if span.start <= place < span.end), None)


def _named(word: str) -> Basis:
    return "yoy" if word == "同比" else "mom"


def _left_of(text: str, place: int) -> Basis | None:
    return basis(_CLAUSE_ENDS.split(text[max(0, place - _BEFORE) : place])[-1])
