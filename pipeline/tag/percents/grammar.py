"""The surface grammar of percentages, from small pieces; linear in the text like that of amounts."""

import re

from pipeline.numerals import ARABIC_DIGITS, HAN_DIGITS, HAN_UNITS
from pipeline.tag import ranges
from pipeline.tag.lexicon import any_of
from pipeline.tag.modifiers import BOUNDS
from pipeline.tag.ranges import BETWEEN, DASHES, NUMBER, NUMERAL, SPACE, START, TO, TO_AHEAD

# A plus or minus; 负的百分之三.
_SIGN = r"(?:(?<![年月日号时%％)）A-Za-z])[-－−+＋]|[负負])?+(?:的(?=[百千万]))?+"
_GAP = rf"{SPACE}{{0,3}}+"

# 百分之, 千分之, 万分之: behind it the words of a number may stand apart (百分之二 点六).
_PER = rf"(?P<%s>[百佰千仟万萬亿億]{{1,2}}+){_GAP}分{_GAP}之?+{_GAP}"
_BREAK = rf"{SPACE}{{1,2}}+(?:(?=[{HAN_UNITS}点點kKｋＫ])|(?<=[点點]{SPACE}))"
_SPACED = rf"{NUMBER}(?:{_BREAK}[kKｋＫ点點]?+(?:{SPACE}?{NUMBER})?+){{0,4}}+"
_FRACTION = (
    rf"{_SIGN}(?:{_PER % 'per'}(?P<fraction>{_SIGN}{_SPACED})"
    rf"(?:{TO}(?:{_PER % 'per_high'})?+(?P<fraction_high>{NUMBER})(?![个個月日年]))?+"
    r"|(?P<whole>百分百))"
)

_SIGNS = r"[%％﹪‰‱]"
_POINT = rf"{_GAP}[个個]?+{_GAP}百{_GAP}分{_GAP}[点點]|{SPACE}?[Pp]cts?(?![A-Za-z])"
_BASIS_POINT = rf"{_GAP}[个個]?基[点點]|{SPACE}?(?:[Bb]ps?|BPs?|BPS)(?![A-Za-z])"
# What makes another word of 成 and 倍.
_NOT_BEHIND_TENTH = "立功果绩績本交长長熟语語套品像效型名婚材因全见見份片就活亲才天堆排渝昆绵吉路街镇"
_TENTH = (
    rf"{SPACE}?成(?![{_NOT_BEHIND_TENTH}]|不变|一片|分(?![担摊别给两三四五六七八九\d])|[员員](?!工)|人(?!口|表示|认为|选择|以上)|都(?![是为在有来会不没未])|年(?!轻)|群(?!众))"
    rf"(?P<part>{SPACE}?(?:半(?![年个個月天日])|[{HAN_DIGITS}{ARABIC_DIGITS}](?![{NUMERAL}{ARABIC_DIGITS}个個年月日天点.．%％])))?+"
)
_NOT_BEHIND_TIMES = "速数數镜鏡率感思加受频頻体體儿杠压塔舒"
_TIMES = rf"{SPACE}?倍(?!半[年个個月天日价折]|[{_NOT_BEHIND_TIMES}增])(?P<half>半)?+"
_UNIT = (
    rf"(?P<sign>{SPACE}?{_SIGNS})|(?P<point>{_POINT})|(?P<basis>{_BASIS_POINT})|(?P<tenth>{_TENTH})|(?P<times>{_TIMES})"
)
#: One of these is in every percentage: its sign, or the word of its unit behind the number, a space, 个 or 翻.
UNIT_SIGN = re.compile(rf"[%％﹪‰‱]|[分成倍番基BbPp](?<=[{NUMERAL}{ARABIC_DIGITS}{BETWEEN}翻了kKｋＫwW].)")
# The unit of the first end may be left out: 10至20%, 三到五成.
_MIDDLE = rf"(?P<middle>{SPACE}?(?:{_SIGNS}|成|倍|[个個]百分点))?+"
# What may follow the number at once; a look at one character spares most numbers the rest.
_NEXT = rf"(?=[ \u3000%％﹪‰‱个個百成倍基BbPp至到{DASHES}])"
_COUNT = rf"(?P<low>{_SIGN}{NUMBER}){_NEXT}(?:{TO_AHEAD}{_MIDDLE}{TO}(?P<high>{_SIGN}{NUMBER}))?(?:{_UNIT})"
# 翻两番, 翻了近一番; 翻番 and 翻倍 without a number are one.
_DOUBLING = (
    rf"翻了?(?:(?P<bound>{any_of(BOUNDS)})?(?P<doublings>[{HAN_DIGITS}{ARABIC_DIGITS}])番"
    rf"|(?P<doubled>番|倍(?![{_NOT_BEHIND_TIMES}股牛机卡基券])))"
)

_ANY = rf"(?:(?=[-－−+＋负負百佰千仟万萬亿億]){_FRACTION}|{_COUNT})"
#: The next percentage in any form, which begins at the group `at`. One of the groups `fraction`, `whole`, `sign`,
#: `point`, `basis`, `tenth`, `times`, `doublings` and `doubled` says which; `low` and `high` are the numbers.
NEXT = ranges.seeker(
    rf"(?:{_DOUBLING}|{START}{_ANY})",
    r"\-－−+＋负負翻",
    end=rf"(?=[%％﹪‰‱成倍百基分BbPp至到kKｋＫ{DASHES}])",
    start=rf"(?<=[\-－−+＋负負])(?=[{NUMERAL}{ARABIC_DIGITS}的])|(?<=翻)",
)
#: A single percentage, for what looks like a range and is none (下降0.4个百分点至6.1%).
ALONE = re.compile(
    rf"(?P<at>)(?P<doublings>(?!))?(?P<doubled>(?!))?(?P<whole>(?!))?(?P<per>(?!))?(?P<low>{_SIGN}{NUMBER})(?P<high>(?!))?(?:{_UNIT})"
)
#: The same where the run of numerals has begun before.
PERCENT_INSIDE = re.compile(rf"(?P<at>)(?P<doublings>(?!))?(?P<doubled>(?!))?{_ANY}")
#: What stands before a percent sign in an address, where it writes a character (?q=a%20b).
ADDRESS = re.compile(r"(?:://|www\.|[?&][a-z]+=|%[0-9A-Fa-f]?)[!-~]*\Z")
