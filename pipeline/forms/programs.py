"""What the mention of a programme says by itself, and when two names may be one programme's.

`normalize` joins the mentions of a page and `emit` those of a run by the same notion of likeness.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from typing import Literal

from pipeline.forms.traditional import simplified


@dataclass(slots=True)
class ProgramForm:
    """`name` without quotation marks; `type` the head noun; `quoted` whether marks vouch for the bounds."""

    name: str
    type: str | None = None
    quoted: bool = False
    form: Literal["program"] = "program"


_MARKS = re.compile(r"[\s“”‘’「」『』\"'《》〈〉·•・\-—–_~～,，、:：()（）]+")
_EDITION = re.compile(r"^(?:20\d\d(?:年度?)?|第[一二三四五六七八九十百\d]+届|首届)+")
_GENERATION = re.compile(r"(?:(?<=[划动程目制节])(?:20\d\d|[2-9]\.0)|[一二三四五六七八九\d]期)$")
#: “护苗”专项行动 is 护苗行动.
_SPECIAL = re.compile(r"(?<=..)专项(?=(?:计划|行动|工程|活动)$)")
#: Names that differ in one of these are two of a series, not two spellings.
_COUNTS = frozenset(
    "0123456789一二三四五六七八九十百千万甲乙丙丁上下左右东西南北春夏秋冬大小新旧老少男女前后内外城乡日月年水陆"
)
#: Openings of organisers that many share.
_NO_HOUSE = re.compile(r"中国|国家|全国|中央|中共|..[省市县区州]|..自治")
#: A name this long before its head noun is not borne by two programmes by chance.
DISTINCTIVE = 5


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The name as it is compared: width and case folded, without marks, 专项 and edition (第九届, 二期, 2.0)."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()
    bare = simplified(bare).replace("专案", "项目")
    return _SPECIAL.sub("", _GENERATION.sub("", _EDITION.sub("", bare))) or bare


def plain(kind: str | None) -> str:
    """A head noun in one spelling; empty where there is none."""
    return simplified(kind).replace("专案", "项目") if kind else ""


def core(folded: str, kind: str | None) -> str:
    """A folded name without its head noun."""
    return folded.removesuffix(plain(kind))


def program_id(folded: str, organiser: str | None = None) -> str:
    """A stable id from what tells a programme from others."""
    key = f"{folded}\n{organiser or ''}"
    return "P" + blake2s(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def same_organiser(one: str, other: str) -> bool:
    """Whether two organisers can be one: 抖音 and 抖音电商, 教育部 and 国家教育部, 抖音电商 and 抖音公益."""
    keys, others = organiser_keys(one), organiser_keys(other)
    return fold(one) in others or fold(other) in keys or keys[-1] == others[-1]


def organiser_keys(organiser: str) -> list[str]:
    """The names under which an organiser may be known: its parts, the longest first, then its house.

    The house is the first two characters, where they are no place and no state: 抖音 of 抖音电商. It
    is marked, so that only houses are equal to houses.
    """
    whole = fold(organiser)[:24]
    parts = [
        whole[start : start + length] for length in range(len(whole), 1, -1) for start in range(len(whole) - length + 1)
    ]
    house = whole[:2] if len(whole) > 3 and not _NO_HOUSE.match(whole) else whole
    return [*parts, f"{house}…"]


def outlines(folded: str, kind: str | None) -> Iterator[str]:
    """Keys that two names share if they differ in one place, by at most two characters that touch.

    Nothing for names too short to be recognised with a character replaced: 富知计划 and 富域计划 are two.
    """
    before = core(folded, kind)
    if len(before) < 4 or len(before) > 40:
        return
    head = plain(kind)
    for width in (1, 2) if len(before) > 4 else (1,):
        for start in range(len(before) - width + 1):
            yield f"{before[:start]}*{before[start + width :]}|{head}"


def variants(one: str, other: str) -> bool:
    """Whether the one place in which two names that share an outline differ can be a change of spelling."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    changed = one[start : len(one) - end] + other[start : len(other) - end]
    return bool(changed) and not any(character in _COUNTS or character.isascii() for character in changed)


def two_things(one: str, other: str) -> bool:
    """Whether two names differ in one noun that the word list knows: 乡村教师成长, 乡村校长成长.

    They are two of a kind then, unless more than a date speaks for one.
    """
    words, others = _words(one), _words(other)
    if len(words) != len(others):
        return False
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and all(len(word) > 1 and tag == "n" for word, tag in differing[0])


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[tuple[str, str], ...]:
    import rjieba  # noqa: PLC0415 - reads its word list, and few names are so alike

    return tuple(rjieba.tag(name))
