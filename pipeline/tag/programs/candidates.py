"""Head nouns outside quotation marks, each with the words before it that a name can reach."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.tag.programs.found import HEAD, alternatives
from pipeline.tag.programs.lexicon import (
    ALLOWED,
    APPOSITIONS,
    BIRTH_VERBS,
    GENERIC,
    LAUNCH_VERBS,
    MEASURES,
    SOFT_STOPS,
    STOP_WORDS,
    SURNAMES,
)
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.words import Word, known, words

#: The longest stretch before a head noun that is looked at, in characters.
WINDOW = 32
#: What ends a clause.
BOUNDARY = re.compile(r"[\s，。；：:！？、,;!?“”‘’「」『』\"《》〈〉（）()【】\[\]—…|/．]+")
#: Word classes that no name holds before its head noun, except where `allowed` says otherwise.
_STOP_TAGS = frozenset(("p", "c", "d", "r", "u", "y", "e", "o", "uj", "ul", "uz", "ug", "ud", "uv", "x", "w", "zg"))
#: 主持 counts as a whole word alone: 主持人 launches nothing.
LAUNCH = frozenset((*LAUNCH_VERBS, "主持"))
#: A launch verb before what stands in a list with the name: 实施强市战略、|人才高地工程.
_LISTED = re.compile(rf"(?:{alternatives(LAUNCH)})了?[^，。；：，,;:\s]{{2,40}}(?:[、和与及]|以及)$")
_FAR = 48
_JOINTS = frozenset(("和", "与", "及", "以及"))
#: Single characters that no coined word is broken into.
_FUNCTION = frozenset("的了着过地得和与及或在于对向为由被把将从自以等各每该此本这那其并也还又再已曾正拟均")
_BIRTH = frozenset(BIRTH_VERBS)
_APPOSITION = re.compile(rf"(?:{alternatives(APPOSITIONS)})$")
_EDITION = re.compile(r"第[一二三四五六七八九十百零\d]+届$|首届$")
_ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十百零\d]+届|首届|[\d.·]{3,})$")
#: Of the words that are tagged as times those that are dates; 青年, 未来, 当代 are not.
TIME = re.compile(
    r"[\d一二三四五六七八九十]+[年月日号时届]|[今去前明后昨当本上下近次翌同每][年月日天晚早周夏秋冬春]|近[日期来]|目前|日前|当前|现在|如今|以前|过去|时候|期间"
)
#: Of the words that are tagged as places beside something those that are regions.
_REGION = re.compile(r"[东西南北中][部方]|东南|东北|西南|西北|沿海|沿江|国际|海外|内蒙")
_AMOUNT = re.compile(
    r"^(?:[千万百十亿]*元|[这那该此]\w*是?|\w是)$|^[\d.]+(?:处|万|亿|元|强|%|％|个|家|人|名|余|多|吨|亩|公里|米|号|月份?|年期)"
)
_COUNT = re.compile(rf"^第?[百零十一二两三四五六七八九十几数多每这那本该各半]+(?:{alternatives(MEASURES)})$")


#: At which stage it is, said right before the head noun: 伤害保障|试点|计划.
_STAGES = frozenset(("试点", "示范", "专项", "创新", "先导"))


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
    """Every head noun outside `busy`, which is sorted and disjoint, with the words before it in its clause."""
    edge = 0
    for head in _heads(text):
        if inside(busy, head.start()):
            edge = head.end()
            continue
        start = max(edge, head.start() - WINDOW)
        for boundary in BOUNDARY.finditer(text, start, head.start()):
            start = boundary.end()
        span = _span(text, start, head) if start < head.start() else None
        if span is not None:
            yield span


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The head nouns of a text; of two that touch (行动计划) only the last."""
    held: re.Match[str] | None = None
    for head in HEAD.finditer(text):
        if held is not None and held.end() != head.start():
            yield held
        held = head
    if held is not None:
        yield held


def _span(text: str, start: int, head: re.Match[str]) -> Span | None:
    before = words(text, start, head.start())
    first = len(before)
    if first > 2 and before[-1].text in _STAGES and before[-2].text in SOFT_STOPS:
        first -= 2
    elif first > 1 and before[-1].text in SOFT_STOPS:
        first -= 1
    while first > 0 and not _stops(before, first - 1) and not _closed(before, first - 1):
        first -= 1
    first = _behind_ordinal(before, _behind_launch(before, first))
    joint = _joint(before, first)
    listed = joint is not None and _LISTED.search(text, max(0, start - _FAR), before[joint].end) is not None
    if joint is not None and listed:
        first = joint + 1
    ahead = [word for word in reversed(before[:first]) if word.text not in ("了", "的")]
    if ahead:
        launched = listed or ahead[0].text in LAUNCH or _described(before[:first])
    else:
        launched = _LISTED.search(text, max(0, start - _FAR), start) is not None
    if first == len(before):
        return None
    begin = _begin(before, first)
    counted = begin == first and bool(ahead) and _counts(ahead[0])
    return Span(before, first, begin, head.start(), head.end(), head[0], launched, counted)


def _described(ahead: list[Word]) -> bool:
    """Whether a launch verb and a description in 的 stand before the name: 上线面向中小企业的|…."""
    return ahead[-1].text == "的" and any(word.text in _BIRTH for word in ahead)


def _behind_launch(before: list[Word], first: int) -> int:
    """Where the name begins if a launch verb stands a few single characters further left: 实施|未|名|学者|….

    The word list breaks a coined word into characters, some of which would end the name by themselves.
    """
    if first == len(before):
        return first
    for index in range(first - 1, max(-1, first - 4), -1):
        word = before[index]
        if word.text in LAUNCH:
            return index + 1
        if len(word.text) > 1 or word.text in _FUNCTION or word.tag in ("m", "r", "uj", "ul", "x", "p", "c"):
            break
    return first


def _behind_ordinal(before: list[Word], first: int) -> int:
    """Where the name begins if an ordinal stands a few words further left: 第六届|云|和|香菇|文化|节."""
    if first < len(before) and _EDITION.match(before[first].text):
        return first
    for index in range(first - 1, max(-1, first - 5), -1):
        word = before[index].text
        if _EDITION.match(word):
            return index
        if word == "的" or word in LAUNCH or word in MEASURES:
            break
    return first


def _joint(before: list[Word], first: int) -> int | None:
    """The conjunction right before the name, or before a place that ends in 里 or 上: 和|幸福|里|微|改造."""
    if (
        first > 2
        and before[first - 1].tag == "f"
        and len(before[first - 1].text) == 1
        and before[first - 2].tag[0] in "na"
    ):
        first -= 2
    return first - 1 if first and before[first - 1].text in _JOINTS else None


def _stops(before: list[Word], index: int) -> bool:
    word = before[index]
    if word.text in ALLOWED or _ORDINAL.match(word.text) or _broken(before, index):
        return False
    if word.text in LAUNCH or word.text in STOP_WORDS or word.text in MEASURES or _counts(word):
        return True
    if _AMOUNT.match(word.text) or word.text in SOFT_STOPS or (word.tag == "t" and TIME.search(word.text)):
        return True
    if word.tag == "f":
        return known(word.text) and _REGION.match(word.text) is None
    return word.tag in _STOP_TAGS


def ends_before(words_before: list[Word]) -> bool:
    """Whether a name cannot reach into the words before it."""
    return _stops(words_before, len(words_before) - 1)


def _broken(before: list[Word], index: int) -> bool:
    """Whether a character is one of a word that is not in the word list: 名师|名|校长, 手术|车, 刘|集镇, 引|才."""
    word = before[index]
    if word.tag == "d" and len(word.text) > 1:
        return not known(word.text)
    if len(word.text) > 1 or word.tag not in ("q", "zg", "d"):
        return False
    if word.tag == "d":
        return index > 0 and len(before[index - 1].text) == 1 and before[index - 1].tag[0] in "nvg"
    # Without a number before it a measure word counts nothing.
    return before[index - 1].tag[0] in "nvg" if index else word.text in SURNAMES


def _closed(before: list[Word], index: int) -> bool:
    """500强: what follows is one of them; 开|好: it is done well."""
    if index == 0:
        return False
    word, other = before[index], before[index - 1]
    return (word.text == "强" and other.text.isdecimal()) or (
        word.text == "好" and len(other.text) == 1 and other.tag == "v"
    )


def _counts(word: Word) -> bool:
    """一项, 三大, 这次, 每个: what follows is one of many, not a name."""
    return word.text in MEASURES or word.tag in ("q", "mq", "r") or bool(_COUNT.match(word.text))


def _begin(before: list[Word], first: int) -> int:
    """Where the name begins behind a word that only says of which kind it is, if there is one."""
    end = before[-1].end
    for index in range(len(before) - 1, first, -1):
        if _APPOSITION.search(before[index - 1].text) and end - before[index].start >= 2:
            return first if _acts_on(before[index:]) else index
    return first


def _acts_on(rest: list[Word]) -> bool:
    """Whether words only say what is done to the thing before them: 品牌|提升, 平台|建设, not 项目|富知."""
    if all(word.text in GENERIC for word in rest):
        return True
    return len(rest) == 1 and rest[0].tag in ("v", "vn") and known(rest[0].text)
