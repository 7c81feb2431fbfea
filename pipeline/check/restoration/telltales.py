"""Tell-tale words: what synonym tables put for common words, and growth phrases that hold a word of falling."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.check.reading.words import CHANGES, alternation, table


class Telltale(NamedTuple):
    """A written word, the common word it stands for, and how much it tells (natural log of a likelihood ratio)."""

    written: str
    original: str
    weight: float


class Hit(NamedTuple):
    """A tell-tale word found on a page."""

    telltale: Telltale
    start: int
    end: int


_ROWS = table("telltales.tsv")
TELLTALES: dict[str, Telltale] = {row[0]: Telltale(row[0], row[1], float(row[2])) for row in _ROWS}
_NOT_BEHIND: dict[str, str] = {row[0]: row[3] for row in _ROWS if len(row) > 3}

#: Phrases of growth; with a word of falling in its place they make no sense. 快速下降 does, so 快速 is not here.
_BEFORE = "高速|(?<![提新更最])高|强劲|稳健|新|高质量|可持续|内生|恢复性|爆发式|井喷式|跨越式|包容性|逆势"
_BEHIND = "点|极(?!为|其|大|小|少|快|慢|端)|引擎|动能|动力|势头强劲|势头良好|曲线"
_FALLS = "|".join(sorted((w for w, c in CHANGES.items() if c.sign < 0 and len(w) > 1), key=lambda w: (-len(w), w)))
_GROWTH = re.compile(
    f"(?=[高强稳新可内恢爆井跨包逆下减][下减回降缩走收萎削压衰骤锐大暴递跌质速劲健持生复发喷越容势降少滑])"
    f"(?:(?:{_BEFORE})(?P<before>{_FALLS})(?!趋势|压力|风险|幅度)"
    f"|(?P<behind>下降|减少|下滑)(?:{_BEHIND}))"
)
PHRASE_WEIGHT = 1.6
#: A fall to a new high, a rise to a new low: 下跌6.3%，触及年内新高.
_RECORD = re.compile(
    rf"(?P<word>{alternation([word for word in CHANGES if len(word) > 1])})[了达约近超过]{{0,2}}\d[\d.]*\s?[%％][，,]?"
    r"(?:并|也|均|双双|一度|盘中|继续)?(?:触及|创下?|再创|刷新|续创|达到|升至|跌至)[^，,。；;\d]{0,8}新(?P<end>[高低])"
)

#: By their first two characters, the longest first; and what any two such characters look like.
_BY_OPENING: dict[str, list[str]] = {}
for _word in sorted(TELLTALES, key=lambda word: (-len(word), word)):
    _BY_OPENING.setdefault(_word[:2], []).append(_word)
_OPENING = re.compile("[{}](?=[{}])".format(*("".join(sorted({word[at] for word in TELLTALES})) for at in (0, 1))))


def telltales(text: str) -> list[Hit]:
    """The tell-tale words of a text, in order: one pass over it, whatever their number."""
    hits, end = [], 0
    for found in _OPENING.finditer(text):
        start = found.start()
        words = _BY_OPENING.get(text[start : start + 2])
        written = next((word for word in words if text.startswith(word, start)), None) if words else None
        if not written or start < end:
            continue
        end = start + len(written)
        if not start or text[start - 1] not in _NOT_BEHIND.get(written, ""):
            hits.append(Hit(TELLTALES[written], start, end))
    return hits


def growth_phrases(text: str) -> list[Hit]:
    """高速下降 and 下降点: what stands there can only have been 增长; and falls to a new high."""
    hits = []
    for found in _GROWTH.finditer(text):
        word = found["before"] or found["behind"]
        telltale = Telltale(word, CHANGES[word].opposite, PHRASE_WEIGHT)
        hits.append(Hit(telltale, found.start(), found.end()))
    if "新高" in text or "新低" in text:
        hits += _records(text)
    return hits


def _records(text: str) -> Iterator[Hit]:
    for found in _RECORD.finditer(text):
        change = CHANGES[found["word"]]
        if (change.sign > 0) == (found["end"] == "低"):
            yield Hit(Telltale(change.word, change.opposite, PHRASE_WEIGHT), found.start(), found.end())
