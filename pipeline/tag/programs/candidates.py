"""Head nouns outside quotation marks, each with the words before it that a name can reach."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.tag.programs.found import HEAD, alternatives
from pipeline.tag.programs.lexicon import ALLOWED, APPOSITIONS, LAUNCH_VERBS, MEASURES, STOP_WORDS
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.words import Word, words

#: The longest stretch before a head noun that is looked at, in characters.
WINDOW = 32
_CLAUSE = re.compile(r"[^\s，。；：:！？、,;!?“”‘’「」『』\"《》〈〉（）()【】\[\]—…|/]+")
#: Word classes that no name holds before its head noun, except where `allowed` says otherwise.
_STOP_TAGS = frozenset(
    ("p", "c", "d", "r", "u", "y", "e", "o", "uj", "ul", "uz", "ug", "ud", "uv", "f", "t", "x", "w", "zg")
)
LAUNCH = frozenset(LAUNCH_VERBS)
_APPOSITION = re.compile(rf"(?:{alternatives(APPOSITIONS)})$")
_ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十百零\d]+届|首届|\d{4}年?|[\d.·]{3,})$")
_COUNT = re.compile(rf"^[一二两三四五六七八九十几数多每这那本该各半]+(?:{alternatives(MEASURES)})$")


class Span(NamedTuple):
    """A head noun with the words before it.

    `before[first:]` may belong to the name; `before[begin:]` leaves out what only says of which kind it is
    (社会价值项目|富知计划). `launched`: a launch verb stands before the name; `counted`: a measure word or pronoun.
    """

    before: list[Word]
    first: int
    begin: int
    head_start: int
    end: int
    head: str
    launched: bool
    counted: bool

    @property
    def words(self) -> list[Word]:
        """The words before the head noun that belong to the name, as the rules bound it."""
        return self.before[self.begin :]


def spans(text: str, busy: list[tuple[int, int]]) -> Iterator[Span]:
    """Every head noun outside `busy` with the words before it, as far as a name can reach."""
    for clause in _CLAUSE.finditer(text):
        position = clause.start()
        for head in _heads(text, clause.start(), clause.end()):
            if inside(busy, head.start()):
                position = head.end()
                continue
            span = _span(text, max(position, head.start() - WINDOW), head)
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


def _span(text: str, start: int, head: re.Match[str]) -> Span | None:
    before = words(text, start, head.start())
    first = len(before)
    while first > 0 and not _stops(before[first - 1]):
        first -= 1
    ahead = [word for word in reversed(before[:first]) if word.text not in ("了", "的")]
    launched = bool(ahead) and ahead[0].text in LAUNCH
    if first == len(before):
        return None
    begin = _begin(before, first)
    counted = begin == first and bool(ahead) and _counts(ahead[0])
    return Span(before, first, begin, head.start(), head.end(), head[0], launched, counted)


def _stops(word: Word) -> bool:
    if word.text in ALLOWED or _ORDINAL.match(word.text):
        return False
    if word.text in LAUNCH or word.text in STOP_WORDS or word.text in MEASURES or _counts(word):
        return True
    return word.tag in _STOP_TAGS


def _counts(word: Word) -> bool:
    """一项, 三大, 这次, 每个: what follows is one of many, not a name."""
    return word.text in MEASURES or word.tag in ("q", "mq", "r") or bool(_COUNT.match(word.text))


def _begin(before: list[Word], first: int) -> int:
    """Where the name begins behind a word that only says of which kind it is, if there is one."""
    end = before[-1].end
    for index in range(len(before) - 1, first, -1):
        if _APPOSITION.search(before[index - 1].text) and end - before[index].start >= 2:
            return index
    return first
