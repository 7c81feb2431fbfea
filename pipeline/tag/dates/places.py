"""Where a date can begin: what keeps the scanner off all other places.

Most digits and number words begin no date: a number is looked at only where a word of dates stands behind it. One
expression says that; it begins with a set of characters, to which `re` skips.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from pipeline.tag.dates.atoms import START
from pipeline.tag.dates.festivals import CALLED_BY_DAY
from pipeline.tag.dates.heads import COUNTS, is_number
from pipeline.tag.dates.rule import HAN, D

# Possessive, as is every run of digits here: what stands behind a number is looked at once.
_GAP = r"[ \t　]{0,2}+"
_VAGUE = r"[个個]?[天日周週月年]"
_UNITS = rf"[年月日号號世天周週星礼禮季财學学赛賽會会自bBaAQH]|[个個](?:[天月周週星礼禮季自交工])|[多余餘]{_VAGUE}"
_SEPARATED = (
    rf"[-－–—~～〜ー/／·・至到]{_GAP}[{D}{HAN}]"
    rf"|[.．](?:[{D}]{{1,2}}[-.．]|0[1-9]|1[0-2]|(?:19|20)[{D}]{{2}}(?![{D}])|{_GAP}[aAbB])"
)
_LISTED = rf"[、,，和与與及]{_GAP}(?:[{D}]{{1,4}}|[{HAN}]{{1,4}}){_GAP}[年月日号號、，,和与及两兩]"
_BEHIND_FIGURE = (
    rf"(?=[{D}]{{0,3}}+{_GAP}"
    rf"(?:{_UNITS}|{_SEPARATED}|{_LISTED}|[.．][{D}]{{1,2}}{_GAP}(?:{_UNITS})|[上下]半年|半年[度报報])"
    rf"|[{D}]{{7}}(?![{D}])|[{D}]{{3}} [{D}]{{2}} [{D}]{{2}})"
)
_BEHIND_HAN = (
    rf"(?=[{HAN}{D}两兩廿卅百千]{{0,5}}+{_GAP}"
    rf"(?:{_UNITS}|初|{_SEPARATED}|[、和与]{_GAP}[{HAN}]{{1,4}}{_GAP}[年月日号號两兩])"
    rf"|[{HAN}两兩百千]{{0,5}}+[几幾数數多余餘]{_VAGUE})"
)
_VAGUE_NUMBERS = "几幾数數"


_WORDS = [own for own in START if not is_number(own)]
#: They stand in every other sentence, so what may be behind them is not mixed with that of other words.
_FREQUENT = "年月"
_GROUPS = [
    group
    for length in (1, 2, 3)
    for frequent in (False, True)
    if (group := [word for word in _WORDS if len(word) == length and (word[0] in _FREQUENT) == frequent])
]


def _set(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def _some_of(heads: Iterable[str]) -> str:
    """The first characters of some heads of one length, and behind them what each of their further places can have."""
    first, *others = map(_set, zip(*heads, strict=True))
    return f"(?<={first})(?={''.join(others)})" if others else f"(?<={first})"


def _called_by_day() -> str:
    """The names of holidays that are numbers, behind their first characters: 五一, 七夕."""
    by_first = defaultdict(list)
    for name in CALLED_BY_DAY:
        by_first[name[0]].append(re.escape(name[1:]))
    names = "|".join(f"(?<={first})(?={'|'.join(rest)})" for first, rest in by_first.items())
    return f"{_some_of(name[:2] for name in CALLED_BY_DAY)}(?:{names})"


_CALLED = _called_by_day()
_PLAN = rf"(?<=十)(?=[一二三四]五)|(?<=[“\"『「][{HAN}])(?=[{HAN}]{{0,2}}五[”\"』」])"
_NUMBER = (
    rf"(?<=[{D}])(?:(?<![{D}][{D}]){_BEHIND_FIGURE}|{_CALLED})"
    rf"|(?<=[{HAN}两兩廿卅半])(?:{_BEHIND_HAN}|{_PLAN}|{_CALLED})"
    rf"|(?<=[{_VAGUE_NUMBERS}])(?={_VAGUE})"
)
#: A place where a date may begin; of a word only its first characters are known, and those one by one.
PLACE = re.compile(
    f"{_set((*COUNTS, *_VAGUE_NUMBERS, *(word[0] for word in _WORDS)))}(?:(?P<number>{_NUMBER})"
    f"|{'|'.join(_some_of(words) for words in _GROUPS)})"
)
