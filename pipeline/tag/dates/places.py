"""Where a date can begin: what keeps the scanner off all other places.

Most digits and number words begin no date; a number is looked at only where a word of dates stands
behind it, all else by its first two characters.
"""

import re
from collections.abc import Iterable

from pipeline.tag.dates.atoms import ATOMS, STARTS
from pipeline.tag.dates.rule import COUNT_HEADS, GAP, HAN, D

_VAGUE = r"[个個]?[天日周週月年]"
_UNITS = rf"[年月日号號世天周週星礼禮季财学學赛賽會会自bBaAQH]|[个個](?:[天月周週星礼禮季自交工])|[多余餘]{_VAGUE}"
_SEPARATED = (
    rf"[-－–—~～〜ー/／·・至到]{GAP}[{D}{HAN}]"
    rf"|[.．](?:[{D}]{{1,2}}[-.．]|0[1-9]|1[0-2]|(?:19|20)[{D}]{{2}}(?![{D}])|{GAP}[aAbB])"
)
_LISTED = rf"[、,，和与與及]{GAP}(?:[{D}]{{1,4}}|[{HAN}]{{1,4}}){GAP}[年月日号號、，,和与及]"
_FIGURES = (
    rf"(?<![{D}])[{D}](?=[{D}]{{0,3}}{GAP}(?:{_UNITS}|{_SEPARATED}|{_LISTED}|[.．][{D}]{{1,2}}{GAP}(?:{_UNITS})|[上下]半年|半年[度报報])"
    rf"|[{D}]{{7}}(?![{D}])|[{D}]{{3}} [{D}]{{2}} [{D}]{{2}})"
)
_PLAN = rf"十(?=[一二三四]五)|(?<=[“\"『「])[{HAN}](?=[{HAN}]{{0,2}}五[”\"』」])|(?<=[“\"『「])[{HAN}](?=五[”\"』」])"
_NUMBER = (
    rf"{_PLAN}|[几幾数數](?={_VAGUE})|[{HAN}两兩廿卅半](?=[{HAN}两兩百千]{{0,5}}[几幾数數多余餘]{_VAGUE})"
    rf"|[{HAN}两兩廿卅半](?=[{HAN}{D}两兩廿卅百千]{{0,5}}{GAP}"
    rf"(?:{_UNITS}|初|{_SEPARATED}|[、和与]{GAP}[{HAN}]{{1,4}}{GAP}[年月日号號]))"
)


#: The heads of words; those of numbers are single characters.
_WORDS = frozenset(head for number in STARTS for head in ATOMS[number].heads if len(head) > 1)


def _set(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


# Both expressions begin with a set of characters, to which `re` skips; what is found is looked at more closely.
_WORD = re.compile(f"{_set(word[0] for word in _WORDS)}(?={_set(word[1] for word in _WORDS)})")
_DIGIT = re.compile(_set(COUNT_HEADS + "几幾数數"))
_NUMBERS = re.compile(f"{_FIGURES}|{_NUMBER}")


def places(text: str) -> list[int]:
    """Every place where a date can begin, in order."""
    words = [
        place
        for match in _WORD.finditer(text)
        if text[(place := match.start()) : place + 2] in _WORDS or text[place : place + 3] in _WORDS
    ]
    numbers = [m.start() for m in _DIGIT.finditer(text) if _NUMBERS.match(text, m.start())]
    return sorted({*words, *numbers}) if words and numbers else words or numbers
