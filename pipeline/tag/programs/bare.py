"""Names without marks: a head noun ends them, the words before it say where they begin.

The left end is the hard part. The words before a head noun are walked from right to left until one
that no name holds: a preposition, an adverb, a numeral with its measure word, a launch verb. What is
left is a name if something says so: a launch verb right before it, a coined or foreign word, a festival
somebody runs. Everyday modifiers alone (培训计划, 重点工程) are a common noun.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.tag.programs.found import HEAD, NOT_FESTIVAL, SUFFIX, Found, alternatives, kind
from pipeline.tag.programs.lexicon import (
    ALLOWED,
    APPOSITIONS,
    FESTIVALS,
    FIXED,
    GENERIC,
    LAUNCH_VERBS,
    MEASURES,
    STOP_WORDS,
)
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.words import Word, words

#: The longest stretch before a head noun that is looked at.
WINDOW = 32
_CLAUSE = re.compile(r"[^\s，。；：:！？、,;!?“”‘’「」『』\"《》〈〉（）()【】\[\]—…|/]+")
_FESTIVAL = re.compile(f"(?:{alternatives(FESTIVALS)})+$")
#: Head nouns that descriptions end in far more often than names.
_LOOSE = ("机制", "活动", "项目", "機制", "活動", "項目", "專案")
_FIXED = re.compile(f"(?:{alternatives(FIXED)})$")
_SUFFIX = re.compile(SUFFIX)
#: Word classes that no name holds before its head noun, except where `allowed` says otherwise.
_STOP_TAGS = frozenset(
    ("p", "c", "d", "r", "u", "y", "e", "o", "uj", "ul", "uz", "ug", "ud", "uv", "f", "t", "x", "w", "zg")
)
_LAUNCH = frozenset(LAUNCH_VERBS)
_APPOSITION = re.compile(rf"(?:{alternatives(APPOSITIONS)})$")
_ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十百零\d]+届|首届|\d{4}年?|[\d.·]{3,})$")
_COUNT = re.compile(rf"^[一二两三四五六七八九十几数多每这那本该各半]+(?:{alternatives(MEASURES)})$")
_COINED_TAGS = ("nz", "nr", "nrt", "nrfg", "eng", "ns", "l", "i", "j")


class Span(NamedTuple):
    """A head noun with the words before it that may belong to the name, and what stands before those."""

    words: list[Word]
    head_start: int
    end: int
    head: str
    launched: bool
    counted: bool
    apposed: bool
    opening: bool


def bare(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """The names without marks, in order, none in `taken`, which is sorted and disjoint."""
    busy = list(taken)
    for span in spans(text, busy):
        found = _judge(text, span)
        if found is not None:
            yield found


def spans(text: str, busy: list[tuple[int, int]]) -> Iterator[Span]:
    """Every head noun outside `busy` with the words before it, as far as a name can reach."""
    for clause in _CLAUSE.finditer(text):
        position = clause.start()
        for head in _heads(text, clause.start(), clause.end()):
            if inside(busy, head.start()):
                position = head.end()
                continue
            span = _span(text, max(position, head.start() - WINDOW), head, clause.start())
            if span is not None:
                yield span


def _heads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The head nouns of a clause; of two that touch (行动计划) only the last."""
    held: re.Match[str] | None = None
    for head in HEAD.finditer(text, start, end):
        if held is not None and held.end() != head.start():
            yield held
        held = head
    if held is not None:
        yield held


def _span(text: str, start: int, head: re.Match[str], clause_start: int) -> Span | None:
    before = words(text, start, head.start())
    first = len(before)
    while first > 0 and not _stops(before[first - 1]):
        first -= 1
    ahead = [word for word in reversed(before[:first]) if word.text not in ("了", "的")]
    launched = bool(ahead) and ahead[0].text in _LAUNCH
    counted = bool(ahead) and _counts(ahead[0])
    kept, apposed = _trim(before[first:])
    if not kept:
        return None
    opening = kept[0].start == clause_start
    return Span(kept, head.start(), head.end(), head[0], launched, counted, apposed, opening)


def _stops(word: Word) -> bool:
    if word.text in ALLOWED or _ORDINAL.match(word.text):
        return False
    if word.text in _LAUNCH or word.text in STOP_WORDS or word.text in MEASURES or _counts(word):
        return True
    return word.tag in _STOP_TAGS


def _counts(word: Word) -> bool:
    """一项, 三大, 这次, 每个: what follows is one of many, not a name."""
    return word.text in MEASURES or word.tag in ("q", "mq", "r") or bool(_COUNT.match(word.text))


def _trim(kept: list[Word]) -> tuple[list[Word], bool]:
    """Without what only says of which kind the name is (社会价值项目|富知计划), and whether that was there."""
    for index in range(len(kept) - 1, 0, -1):
        if _APPOSITION.search(kept[index - 1].text) and len("".join(word.text for word in kept[index:])) >= 2:
            return kept[index:], True
    return kept, False


def _judge(text: str, span: Span) -> Found | None:
    fixed = _FIXED.search(text, max(0, span.end - 12), span.end)
    if fixed:
        return _found(text, fixed.start(), span)
    start = span.words[0].start
    core = text[start : span.head_start]
    named = _festival(span, core) if span.head in "节節" else _named(span, core)
    return _found(text, start, span) if named else None


def _named(span: Span, core: str) -> bool:
    """Whether the words before a head noun make a name of it."""
    if not 2 <= len(core) <= 24 or span.counted:
        return False
    special = [word for word in span.words if word.text not in GENERIC]
    if not special or all(len(word.text) == 1 and word.tag.startswith("v") for word in special):
        return False
    if core.endswith("专项") and len(core) >= 6:
        return True
    if not span.launched or span.head in _LOOSE:
        return False
    return span.apposed or len(special) >= 2 or any(map(_coined, special))


def _coined(word: Word) -> bool:
    """Whether a word looks made up for the name: a proper name, letters, figures, or not in the word list."""
    return word.tag in _COINED_TAGS or bool(re.search(r"[\dA-Za-z]", word.text))


def _festival(span: Span, core: str) -> bool:
    """Whether the words before 节 make a festival that somebody runs."""
    if len(core) < 2 or NOT_FESTIVAL.search(core):
        return False
    sort = _FESTIVAL.search(core)
    return bool(core[: sort.start()]) if sort else span.launched


def _found(text: str, start: int, span: Span) -> Found:
    suffix = _SUFFIX.match(text, span.end)
    end = suffix.end() if suffix else span.end
    return Found(start, end, text[start:end], kind(span.head), quoted=False, certain=span.launched)
