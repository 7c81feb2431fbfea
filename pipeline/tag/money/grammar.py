"""The surface grammar of amounts, from small pieces: a number, a range, a currency before or behind.

Every repetition is possessive and no match may start inside a run of numerals, so that the time is
linear in the text, whatever the text.
"""

import re

from pipeline.numerals import ARABIC_DIGITS, BIG_UNITS, HAN_NUMERALS, HAN_UNITS
from pipeline.tag import ranges
from pipeline.tag.lexicon import any_of, opening_of
from pipeline.tag.money.currencies import CODE_OF, CODES, LEADING, SMALL, SYMBOLS, WORDS
from pipeline.tag.ranges import BETWEEN, DASHES, NUMBER, NUMERAL, SIGN, SPACE, START, TO, TO_AHEAD

_NUMBER = SIGN + NUMBER
_DIGIT = rf"[{HAN_NUMERALS}{ARABIC_DIGITS}]"
# What may stand behind 块 and 毛 where they are money: three 块 of stone are not.
_ENDS = (
    r"(?=[，。；、！？,;!?）)/\s“”\"]|\Z|左右|以上|以下|以内|上下|多"
    r"|一[个斤张份支瓶只件本套碗杯位人天次晚夜桌场趟顿盒袋箱双条串]|每|起|不等|包邮)"
)
_YUAN = r"元(?:人民币|钱|(?!旦|宵|月(?![租费卡供薪票])))"
_KUAI = (
    rf"[块塊](?:[钱錢]|(?=[又零]?[一二三四五六七八九两0-9](?:[毛角]|[钱錢]?{_ENDS}))|(?=半{_ENDS})|{_ENDS}"
    r"|(?=的(?:价|票|门票|工资|成本|车费|东西|红包)))"
)
_OTHER_WORDS = any_of(
    word
    for words in WORDS.values()
    for word in words
    if word[0] != "元" and word not in ("块", "塊", "块钱", "塊錢", "欧", "盾", "镑", "日元", "马克")
)
_CODE = rf"(?:{any_of(CODES)})(?![A-Za-z])"
_SYMBOLS = "".join(sorted(word for word in SYMBOLS if len(word) == 1))
# 三個一毫四: dollars and ten-cent pieces.
_HONG_KONG = rf"[个個](?={_DIGIT}毫)"
_WORD = (
    rf"(?:{_YUAN}|{_OTHER_WORDS}|{_KUAI}|欧(?![洲盟美亚派式姆阳冠文联佩分])"
    rf"|日元(?!旦|宵|月)|镑|盾(?![构牌])|马克(?![思龙西吐杯笔沁斯洛·•])|{_HONG_KONG}"
    rf"|{SPACE}?(?:{_CODE}|[{_SYMBOLS}](?![ ]?[{ARABIC_DIGITS}])))"
)
# 元整, 元人民币, 元钱; 元港币 names the currency that 元 leaves open.
_TAIL = (
    rf"(?:整(?![体个合理治顿改数形修年天套机装箱车])"
    rf"|正(?=[，。；、,;（(）)\s]|\Z)|{SPACE}?(?:{any_of(LEADING)}))?+"
)
# 角 and 分 behind the unit, with 又 or 零 between; behind 块 and 角 the unit may be left out (一块二).
_CHANGE = (
    rf"(?:(?=[又零半 \u3000{HAN_NUMERALS}{ARABIC_DIGITS}])(?:[又零]?{_DIGIT}{{1,3}}+(?:美分|便士|欧分)"
    rf"|(?:[又零]|{SPACE}{{1,2}}+)?{_DIGIT}[角毛毫](?:(?:[又零]|{SPACE}{{1,2}}+)?{_DIGIT}分(?![之钟的期])|{_DIGIT}(?![{NUMERAL}{ARABIC_DIGITS}]))?+"
    rf"|[又零]?{_DIGIT}{{1,3}}+分(?![之钟的期])"
    rf"|(?<=[块塊])(?:{_DIGIT}(?=[钱錢]?{_ENDS})|半)))?+"
)
CHANGE_PART = re.compile(rf"(?P<number>{_DIGIT}+)(?P<unit>角|毛|毫|分|美分|便士|欧分|)")
#: The currency behind an amount, with small change (70元8角四分, 一块二) and what 元 leaves open (元港币).
BEHIND = rf"{SPACE}{{0,3}}+(?P<word>{_WORD})(?P<change>{_CHANGE})(?P<tail>{_TAIL})"
TAIL_CURRENCY = re.compile(any_of(LEADING))
_INCLUDED = r"(?:[（(]含[^（）()\n]{0,3}[）)])?+"
_SYMBOL = any_of(SYMBOLS)
_LEAD = rf"(?:{_SYMBOL}|{any_of(LEADING)}|(?:{any_of(CODES)}))"
_SMALL = any_of(word for word in SMALL if word not in ("分", "角", "毛", "仙", "毫"))
_COINS = (
    rf"(?P<coin>{_SMALL}|(?:毫子|[毛毫仙分]){_ENDS}|毛(?={_DIGIT}分)"
    rf"|角(?={_DIGIT}分|{_ENDS}))(?P<cents>{_DIGIT}{{1,2}}+分(?!之|钟))?+"
)

#: Units of other things: behind a bare number they make it a count.
_COUNTED = (
    "次个個人件单台辆輛户戶家只隻头股份票吨噸米公里平方亩顷畝张條条套名位本部首篇字千瓦度桶粒颗枚瓶盒箱双册播浏下点阅观用流粉余多几种项年月天日小时分秒"
    "间道题所座处场届期克斤升立棵株块朵束包袋罐支艘架列班员者群众民网读游旅学考市居商卡级組组像素伏安赫兆比"
)
COUNTER = rf"(?:[ \u3000]?[{_COUNTED}]|[A-Za-z%％‰])"

# 两万五: the unit of the last digit is left out.
_SHORT = "[万千百][一二三四五六七八九]"
# What may follow the number at once; a look at one character spares most numbers the rest.
# 个, 枚, 人 and 分 stand behind most numbers: they are told apart by what follows them.
_COMMON = {
    **dict.fromkeys("个個", "[比以莱瑞]|.毫"),
    "枚": "[比以莱瑞]",
    "人": "民",
    "分": r"[钱，。；、,;！？）)\s/以左上多起不每]|\Z",
}
_CURRENCY = "|".join(
    [
        opening_of([word for word in (*CODE_OF, *CODES) if word[0] not in _COMMON]),
        *(f"{first}(?={after})" for first, after in _COMMON.items()),
    ]
)
_FIRSTS = re.escape("".join(sorted({word[0] for word in (*CODE_OF, *CODES)})))
_NEXT = rf"(?:[ \u3000(（至到{DASHES}]|{_CURRENCY})"
_BODY = (
    rf"(?P<low>{_NUMBER})(?:(?={_NEXT})|(?<=[{BIG_UNITS}kKwW])|(?<={_SHORT})|(?(lead)|(?!)))"
    rf"(?:{TO_AHEAD}(?P<middle>{SPACE}{{0,3}}+{_WORD})?+{_INCLUDED}{TO}(?:{_LEAD}{SPACE}{{0,3}}+)?+(?P<high>{_NUMBER}))?"
    # Without a word behind it a number needs one before it, or a unit that the sentence may explain.
    rf"(?:{BEHIND}|{_COINS}|(?(lead)(?![{HAN_UNITS}])|(?P<bare>(?:(?<=[{BIG_UNITS}kKwW])|(?<={_SHORT}))(?!{COUNTER}))))"
)
_LEADS = "".join(sorted({word[0] for word in (*SYMBOLS, *LEADING, *CODES)}))
_SECONDS = "".join(sorted({word[1] for word in (*SYMBOLS, *LEADING, *CODES) if len(word) > 1}))
_RESTS = any_of({word[1:] for word in (*SYMBOLS, *LEADING, *CODES) if len(word) > 1})
#: The next amount, from the group `at` on: `lead` before it or `word` behind it; `low` and `high` are its ends, or
#: `low` alone is all.
NEXT = ranges.seeker(
    rf"(?:(?=[{_LEADS}])(?<![A-Za-z])(?P<lead>{_LEAD}){SPACE}{{0,3}}+[:：]?|{START}){_BODY}",
    rf"\-－−负負{_LEADS}",
    end=(
        rf"(?=[kKwWｋＫｗＷ \u3000(（至到{DASHES}{_FIRSTS}])(?:[kKwWｋＫｗＷ]|{_NEXT})"
        # Most numbers end in a digit, and the others need not be tried.
        rf"|(?<![{ARABIC_DIGITS}])(?:(?<=[{BIG_UNITS}])(?!{COUNTER})|(?<=[{BIG_UNITS}][{BETWEEN}])"
        rf"|(?<=[{BIG_UNITS}][{BETWEEN}][{BETWEEN}])|(?<={_SHORT})|(?<={_SHORT}[{BETWEEN}]))"
    ),
    start=rf"(?<=[\-－−负負])(?=[{NUMERAL}{ARABIC_DIGITS}])|(?<=[{_SYMBOLS}])|(?<=[{_LEADS}])(?=[{_SECONDS}])(?=(?:{_RESTS}){SPACE}{{0,3}}[:：\-－−负負]?[{NUMERAL}{ARABIC_DIGITS}])",
)
#: An amount where the run of numerals has begun before.
AMOUNT_INSIDE = re.compile(rf"(?P<at>)(?P<lead>(?!))?{_BODY}")
