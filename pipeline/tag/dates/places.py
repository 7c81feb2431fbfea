"""Where a date can begin: one expression that keeps the scanner off all other places.

Most digits and number words begin no date; a number is looked at only where a word of dates stands
behind it, all else by its first two characters.
"""

import re
from collections.abc import Iterable

from pipeline.tag.dates.atoms import START
from pipeline.tag.dates.rule import FIGURES, GAP, HAN, HAN_NUMERALS, D

_VAGUE = r"[个個]?[天日周週月年]"
_UNITS = rf"[年月日号號世天周週星礼禮季财学學赛賽會会自bBaAQH]|[个個](?:[天月周週星礼禮季自交工])|[多余餘]{_VAGUE}"
_SEPARATED = (
    rf"[-－–—~～〜ー/／·・至到]{GAP}[{D}{HAN}]"
    rf"|[.．](?:[{D}]{{1,2}}[-.．]|0[1-9]|1[0-2]|(?:19|20)[{D}]{{2}}(?![{D}])|{GAP}[aAbB])"
)
_LISTED = rf"[、,，和与與及]{GAP}(?:[{D}]{{1,4}}|[{HAN}]{{1,4}}){GAP}[年月日号號、，,和与及]"
_FIGURES = (
    rf"(?<![{D}])[{D}](?=[{D}]{{0,3}}{GAP}(?:{_UNITS}|{_SEPARATED}|{_LISTED}|[.．][{D}]{GAP}(?:{_UNITS})|[上下]半年|半年[度报報])"
    rf"|[{D}]{{7}}(?![{D}])|[{D}]{{3}} [{D}]{{2}} [{D}]{{2}})"
)
_PLAN = rf"十(?=[一二三四]五)|(?<=[“\"『「])[{HAN}](?=[{HAN}]{{0,2}}五[”\"』」])|(?<=[“\"『「])[{HAN}](?=五[”\"』」])"
_NUMBER = (
    rf"{_PLAN}|[几幾数數](?={_VAGUE})|[{HAN}两兩廿卅半](?=[{HAN}两兩百千]{{0,5}}[几幾数數多余餘]{_VAGUE})"
    rf"|[{HAN}两兩廿卅半](?=[{HAN}{D}两兩廿卅百千]{{0,5}}{GAP}"
    rf"(?:{_UNITS}|初|{_SEPARATED}|[、和与]{GAP}[{HAN}]{{1,4}}{GAP}[年月日号號]))"
)


def _by_first(heads: Iterable[str]) -> str:
    """The heads, those with the same first character together."""
    seconds: dict[str, list[str]] = {}
    for head in heads:
        if head not in FIGURES and head not in HAN_NUMERALS and head != "半":
            seconds.setdefault(head[0], []).append(head[1:])
    groups: dict[str, list[str]] = {}
    for first, rest in sorted(seconds.items()):
        behind = "" if "" in rest else "".join(sorted(set(rest)))
        groups.setdefault(behind, []).append(first)
    return "|".join(
        f"[{re.escape(''.join(firsts))}]" + (f"(?=[{re.escape(behind)}])" if behind else "")
        for behind, firsts in groups.items()
    )


def _firsts(heads: Iterable[str]) -> str:
    """All first characters, for a look ahead that keeps the rest off nearly everywhere."""
    return re.escape("".join(sorted({head[0] for head in heads})))


#: Matches the first character of every place where a date can begin.
PLACES = re.compile(rf"(?=[{_firsts(START)}])(?:{_FIGURES}|{_NUMBER}|{_by_first(START)})")
