"""Find the quantities of a text and read them."""

import re

from pipeline import numerals
from pipeline.draft import Mention
from pipeline.forms import QuantityForm
from pipeline.forms.traditional import simplified
from pipeline.numerals import ARABIC_DIGITS, BIG_UNITS, HAN_UNITS
from pipeline.tag import ranges
from pipeline.tag.lexicon import any_of
from pipeline.tag.modifiers import modifier
from pipeline.tag.quantities.units import FIRSTS, MIDDLE, SUMMED, UNIT
from pipeline.tag.ranges import BETWEEN, DASHES, NUMBER, SPACE, START, TO

_BETWEEN = BETWEEN.replace("个個", "")  # which counts here
#: The next quantity, from the group `at` on.
NEXT = ranges.seeker(
    rf"{START}(?P<low>{NUMBER})(?=[^，。；\n、])"
    rf"(?:(?P<middle>{MIDDLE}){TO}(?P<high>{NUMBER}))?{SPACE}?"
    rf"(?:{UNIT}|(?<=[{BIG_UNITS}])(?P<summed>{any_of(SUMMED)}))",
    "",
    end=rf"(?<=[{_BETWEEN}])|(?=[ \u3000kKwWｋＫｗＷ{FIRSTS}{DASHES}至到])",
    start="",
    between=_BETWEEN,
)
# Read outwards from the number, on reversed text.
_ORDINAL = re.compile(
    rf"[ ]?(?:第|每|隔每|前(?![目此之以日年先月赛战节天周])|[{DASHES}./／:：]?[A-Za-z]|[{DASHES}./／:：][0-9０-９]"
    r"|[、和与及至到—\-][\d０-９一二三四五六七八九十]{1,3}[第前]|名排|列名|列位|居位|号编|片?图附|[款章条节项卷部].{1,4}第)"
)
_EVENT = re.compile(r"子?[男女]|合混|力接|[×xX*]|级[轻重量]|程距")
# 跃升了2位: so many ranks.
_RANKS = re.compile(r"了?(?:升[跃上提攀晋]|[进跃]前|降下|落[回下]|退[后倒]|移[上下前后])")
_CODE = re.compile(r"[0０][0-9０-９]")
_DIGIT = re.compile(rf"[{ARABIC_DIGITS}]")
_HAN = re.compile(rf".*[{BIG_UNITS}百千佰仟]|..*[{HAN_UNITS}]|[{HAN_UNITS}].")
_SCALE = re.compile(rf"[{HAN_UNITS}]+")
_CLOSED = re.compile(r"[，。；、,;！？）)的\s]|\Z")
_CASE = re.compile(r"[案事纠火刑]")
_CASES = re.compile(r"[案事灾险纠诉违侵震件发立破查受]")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: How far back is looked.
_WINDOW = 10


def find(text: str) -> list[Mention]:
    """The quantities in `text`, sorted and disjoint. Time is linear in the text."""
    found: list[Mention] = []
    plain = simplified(text)
    position, length = 0, len(text)
    while position < length and (match := NEXT.match(plain, position)):
        position = match.end()
        if match.lastindex is None:
            continue
        mention = _read(text, plain, match)
        if mention is not None:
            found.append(mention)
    return found


def _read(text: str, plain: str, match: re.Match[str]) -> Mention | None:
    start, end = match.start("at"), match.end()
    low, high, unit = match["low"], match["high"], match["unit"] or match["summed"]
    if not _counts(plain, start, low, unit) or (unit == "起" and not _is_case(plain, start, end)):
        return None
    amounts = ranges.read(low, high, apart=bool(match["middle"]))
    if amounts is None:
        return None
    first, last, inside = amounts
    bound = modifier(plain, start, end, inside)
    if bound is None and high is None and _SCALE.fullmatch(low) and (len(low) == 1 or not _CLOSED.match(plain, end)):
        return None  # 千万吨局, 万人大会堂, 万家: a word of size
    form = QuantityForm(
        numerals.plain(first),
        text[slice(*match.span("unit" if match["unit"] else "summed"))],
        None if last is None else numerals.plain(last),
        bound,
    )
    return Mention("QUANTITY", start, end, form)


def _counts(text: str, start: int, low: str, unit: str) -> bool:
    """Whether the number is one that counts, as it is written and by what stands before it."""
    if _CODE.match(low) or not (_DIGIT.search(low) or _HAN.match(low)):
        return False
    before = text[max(0, start - _WINDOW) : start][::-1]
    if _ORDINAL.match(before) or (unit == "米" and _EVENT.match(before)) or (unit == "位" and _RANKS.match(before)):
        return False
    return not (unit in ("款", "股") and (_YEAR.fullmatch(low) or "每" in before))


def _is_case(text: str, start: int, end: int) -> bool:
    """Whether 起 counts cases (发生火灾512起, 12起案件); 299起 is from 299 on."""
    return bool(_CASE.match(text, end) or _CASES.search(text, max(0, start - _WINDOW), start))
