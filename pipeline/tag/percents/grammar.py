"""The surface grammar of percentages, from small pieces; linear in the text like that of amounts."""

import re

from pipeline.numerals import ARABIC, ARABIC_DIGITS, BIG_UNITS, HAN_DIGITS, HAN_NUMERALS, VAGUE_DIGITS

_NUMERAL = HAN_NUMERALS + VAGUE_DIGITS
_SPACE = r"[ \u3000]"
_TO = rf"{_SPACE}*(?:[-－—–~～〜∼]{{1,2}}|至|到){_SPACE}*"
_SIGN = r"[-－−+＋负負]?(?:的(?=[百千万]))?"

_NUMBER = (
    rf"(?:{ARABIC}|[{_NUMERAL}])"
    rf"(?:(?!百分)[{_NUMERAL}点點]|{ARABIC}|{_SPACE}(?=[点點{BIG_UNITS}])|[kKｋＫ](?![A-Za-z]))*+[余餘多来來]?+"
)
_START = rf"(?<![{_NUMERAL}{ARABIC_DIGITS}A-Za-z_%])(?<![{ARABIC_DIGITS}][.．])"
_PER = rf"(?P<%s>[百佰千仟万萬亿億]{{1,2}}){_SPACE}*分{_SPACE}*之?{_SPACE}*"
_SIGNS = r"[%％﹪‰‱]"
# What makes another word of 成 and 倍.
_TENTH_END = r"成(?![立为為员員功果绩績本交长長熟都人语語套品像效型名婚材因全见見份片就分活亲才天年群堆排渝昆绵吉路街镇]|不变|一片|以)"
_TIMES_END = r"倍(?![速数數镜鏡率感增思加受频頻体體半儿杠压塔舒])"

_FRACTION = (
    rf"{_SIGN}(?:{_PER % 'per'}(?P<fraction>{_SIGN}{_NUMBER})"
    rf"(?:{_TO}(?:{_PER % 'per_high'})?+(?P<fraction_high>{_NUMBER})(?![个個月日年]))?+"
    rf"|(?P<whole>百分百))"
)
# The unit of the first end may be left out: 10至20%, 三到五成.
_UNIT = (
    rf"(?P<sign>{_SPACE}?{_SIGNS})|(?P<point>{_SPACE}*[个個]?{_SPACE}*百{_SPACE}*分{_SPACE}*点|{_SPACE}*[个個]?百分點|{_SPACE}?pcts?(?![A-Za-z]))"
    rf"|(?P<basis>{_SPACE}*[个個]?基点|{_SPACE}*[个個]?基點|{_SPACE}?(?:bps?|BPs?|Bps?)(?![A-Za-z]))"
    rf"|(?P<tenth>{_SPACE}?{_TENTH_END}(?P<part>{_SPACE}?(?:半|[{HAN_DIGITS}](?![{_NUMERAL}{ARABIC_DIGITS}个個年月日点])))?+)"
    rf"|(?P<times>{_SPACE}?{_TIMES_END})"
)
_COUNT = (
    rf"(?P<low>{_SIGN}{_NUMBER})(?:(?P<middle>{_SPACE}?(?:{_SIGNS}|成|倍|[个個]百分点))?+{_TO}(?P<high>{_SIGN}{_NUMBER}))?+(?:{_UNIT})"
    rf"|(?P<only>{_SIGN}{_NUMBER})(?:{_UNIT.replace('?P<', '?P<only_')})"
)
_DOUBLING = rf"翻了?(?P<doublings>[{HAN_DIGITS}{ARABIC_DIGITS}])番"

#: A percentage in any form. One of `fraction`, `whole`, `sign`, `point`, `basis`, `tenth`, `times`, `doublings`
#: says which; `low` and `high` (or `only_…`) are the numbers.
PERCENT = re.compile(rf"(?=[{_NUMERAL}{ARABIC_DIGITS}\-－−+＋负負翻])(?:{_DOUBLING}|{_START}(?:{_FRACTION}|{_COUNT}))")
