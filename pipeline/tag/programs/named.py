"""Whether the words before a head noun make a name of it by the rules alone."""

import re

from pipeline.tag.programs.candidates import Span
from pipeline.tag.programs.found import NOT_FESTIVAL, alternatives
from pipeline.tag.programs.lexicon import FESTIVALS, GENERIC, PERIODS
from pipeline.tag.programs.words import Word

_FESTIVAL = re.compile(f"(?:{alternatives(FESTIVALS)})+$")
_PERIOD = re.compile(f"(?:{alternatives(PERIODS)})+$")
_EDITION = re.compile(r"(?:第[一二三四五六七八九十百零\d]+|首)届")
_COINED_TAGS = ("nz", "nr", "nrt", "nrfg", "eng", "ns", "i", "j")
#: Head nouns that descriptions end in far more often than names.
LOOSE = ("机制", "活动", "项目", "专案")


def named(text: str, span: Span) -> bool:
    """Whether the words before a head noun make a name of it."""
    core = text[span.words[0].start : span.head_start]
    if span.head == "节":
        return _festival(span, core)
    return _campaign(span, core) if span.head in "季月周" else _programme(span, core)


def _campaign(span: Span, core: str) -> bool:
    """Whether the words before 季, 月, 周 make a campaign of that time: 北京消费|季, not 消费|季."""
    sort = _PERIOD.search(core)
    return sort is not None and bool(core[: sort.start()]) and not span.counted


def _programme(span: Span, core: str) -> bool:
    """Whether the words before a head noun other than 节 make a name of it."""
    if not 2 <= len(core) <= 24 or span.counted:
        return False
    special = [word for word in span.words if word.text not in GENERIC]
    if not special or all(len(word.text) == 1 and word.tag.startswith("v") for word in special):
        return False
    if core.endswith("专项") and len(core) >= 6:
        return True
    if not span.launched or span.head in LOOSE:
        return False
    return span.begin > span.first or len(special) >= 2 or any(map(_coined, special))


def _coined(word: Word) -> bool:
    """Whether a word looks made up for the name: a proper name, letters, figures, or not in the word list."""
    return word.tag in _COINED_TAGS or bool(re.search(r"[\dA-Za-z]", word.text))


#: What has run since some day, and what was stopped or is taken up again: programmes do.
_BEGUN = re.compile(r"起(?:实施|推行|施行|开展|启动|实行)的$")
_RESUMED = re.compile(r"在?(?:停办|停摆|中断|暂停|恢复|重启|续办|复办)")


def begun(text: str, span: Span) -> bool:
    """Whether the words follow when it was begun: 二季度起实施的|海外仓共建项目."""
    start = span.words[0].start
    return _BEGUN.search(text, max(0, start - 4), start) is not None


def resumed(text: str, span: Span) -> bool:
    """Whether the words open their clause and what was stopped follows: 远航海外研修项目|在停办三年之后恢复."""
    return span.first == 0 and span.head != "机制" and _RESUMED.match(text, span.end) is not None


def kind_of_festival(span: Span) -> bool:
    """Whether nothing but a kind and an edition is said of a festival: 第八届文化节."""
    edition, *kinds = span.words
    return _EDITION.fullmatch(edition.text) is not None and all(word.text in GENERIC for word in kinds)


def _festival(span: Span, core: str) -> bool:
    """Whether the words before 节 make a festival that somebody runs."""
    edition = _EDITION.match(core)
    rest = core[edition.end() :] if edition else core
    if len(rest) < 2 or NOT_FESTIVAL.search(rest):
        return False
    sort = _FESTIVAL.search(core)
    return bool(core[: sort.start()]) if sort else span.launched or edition is not None
