"""The surface grammar of amounts, from small pieces: a number, a range, a currency before or behind.

Every repetition is possessive and no match may start inside a run of numerals, so that the time is
linear in the text, whatever the text.
"""

import re

from pipeline.numerals import ARABIC, ARABIC_DIGITS, BIG_UNITS, HAN_NUMERALS, HAN_UNITS, VAGUE_DIGITS
from pipeline.tag.lexicon import any_of
from pipeline.tag.money.currencies import CODES, LEADING, SMALL, SYMBOLS, WORDS

_NUMERAL = HAN_NUMERALS + VAGUE_DIGITS
_SPACE = r"[ \u3000]"

#: A number: digits and numerals in a run, with 余, 多 or 来 inside (2000余万, 20多亿).
NUMBER = (
    rf"[-－−负負]?(?:{ARABIC}|[{_NUMERAL}])"
    rf"(?:[{_NUMERAL}点點]|{ARABIC}|{_SPACE}[{BIG_UNITS}]|[kKwWｋＫ](?![A-Za-z])|[个個](?=[亿億])|(?<=[十拾百佰千仟万萬亿億])[个個](?=[亿億]))*+"
    rf"(?:[余餘馀多来來][{HAN_UNITS}]*+)?+"
)
#: No number starts inside another, nor behind the point of one, nor inside a Latin word.
START = rf"(?<![{_NUMERAL}{ARABIC_DIGITS}A-Za-z_])(?<![{ARABIC_DIGITS}][.．])"

# What makes another word of 元, 块 or 欧.
_YUAN = (
    r"元(?!旦|月|宵|化(?!为)|次方|锂|里|结构|体系|桥|正极|材料|素|方程|函数|朝|代|帅|勋|首|件|器件|老|音"
    r"|论|主义|思维|文化|对立|社会|复始|格局|共|世界|一次|二次|店|电池|催化|乙|丙|共聚|学|认|论坛|宇宙|增长|经济|投资|发展|治理)"
)
_KUAI = (
    r"[块塊](?:[钱錢]|(?=[零一二三四五六七八九两0-9])"
    r"|(?=左右|以上|以下|以内|的(?:价|票|门票|工资|成本|车费)|一[个斤张份支瓶只件本套碗杯位人天次]|[，。；、！？,;!?）)\s]|\Z))"
)
_OTHER_WORDS = any_of(
    word
    for words in WORDS.values()
    for word in words
    if word not in ("元", "块", "塊", "块钱", "塊錢", "欧", "盾", "镑")
)
_CODE = rf"(?:{any_of(CODES)})(?![A-Za-z])"
_WORD = rf"(?:{_OTHER_WORDS}|{_YUAN}|{_KUAI}|欧(?![洲盟美亚派式姆阳冠文联佩])|镑|盾(?![构牌])|{_SPACE}?{_CODE})"
# 元整, 元人民币, 元钱; 元港币 names the currency that 元 leaves open.
_TAIL = (
    rf"(?:整(?![体个合理治顿改数形修年天套机装箱车])"
    rf"|正(?=[，。；、,;（(）)\s]|\Z)|{_SPACE}?(?:{any_of(LEADING)}))?+"
)
_DIGIT = rf"[{HAN_NUMERALS}{ARABIC_DIGITS}]"
# 角 and 分 behind the unit, with 又 or 零 between; behind 块 and 角 the unit may be left out (一块二).
_CHANGE = (
    rf"(?:[又零]?{_DIGIT}{{1,3}}+(?:美分|便士|欧分)"
    rf"|[又零]?{_DIGIT}[角毛](?:[又零]?{_DIGIT}分(?![之钟的期])|{_DIGIT}(?![{_NUMERAL}{ARABIC_DIGITS}]))?+"
    rf"|[又零]?{_DIGIT}{{1,3}}+分(?![之钟的期])"
    rf"|(?<=[块塊]){_DIGIT}(?![{_NUMERAL}{ARABIC_DIGITS}个個元块年月日号楼层万千百]))?+"
)
CHANGE_PART = re.compile(rf"(?P<number>{_DIGIT}+)(?P<unit>角|毛|分|美分|便士|欧分|)")
#: The currency behind an amount, with small change (50元6角三分, 一块二) and what 元 leaves open (元港币).
BEHIND = rf"{_SPACE}*+(?P<word>{_WORD})(?P<change>{_CHANGE})(?P<tail>{_TAIL})"
TAIL_CURRENCY = re.compile(any_of(LEADING))
_INCLUDED = r"(?:[（(]含[^（）()\n]{0,3}[）)])?+"
_TO = rf"{_SPACE}*(?:[-－—–~～〜∼]{{1,2}}|至|到){_SPACE}*"
_SYMBOL = any_of(SYMBOLS)
_LEAD = rf"(?:{_SYMBOL}|{any_of(LEADING)}|(?:{any_of(CODES)}))"
_SMALL = any_of(word for word in SMALL if word not in ("分", "角", "毛"))
_COINS = (
    rf"(?P<coin>{_SMALL}|[毛](?![和与及利重巾孔泽病线料坯纺皮笔竹发衣呢泰豆织肚囊边细额])"
    rf"|角(?={_DIGIT}分))(?P<cents>{_DIGIT}{{1,2}}+分(?!之|钟))?+"
)

# Units of other things: behind a bare number they make it a count.
_COUNTED = (
    "次个個人件单台辆輛户戶家只隻头股份票吨噸米公里平方亩顷畝张條条套名位本部首篇字千瓦度桶粒颗枚瓶盒箱双册播浏下点阅观用流粉余多几种项年月天日小时分秒"
    "间道题所座处场届期克斤升立棵株块朵束包袋罐支艘架列班员者群众民网读游旅学考市居商卡级組组像素伏安赫兆比"
)
_COUNTER = rf"(?:[ \u3000]?[{_COUNTED}]|[A-Za-z%％‰])"

_BODY = (
    rf"(?:(?P<low>{NUMBER})(?P<middle>{_SPACE}*{_WORD})?+{_INCLUDED}{_TO}(?:{_LEAD}{_SPACE}*+)?+(?P<high>{NUMBER})"
    rf"|(?P<only>{NUMBER}))"
    # Without a word behind it a number needs one before it, or a unit that the sentence may explain.
    rf"(?:{BEHIND}|{_COINS}|(?(lead)(?![{HAN_UNITS}])|(?P<bare>(?<=[{BIG_UNITS}kKwW])(?!{_COUNTER}))))"
)
_TRIGGER = rf"(?=[{_NUMERAL}{ARABIC_DIGITS}\-－−负負￥¥$＄€£￡₩₽₹฿₫₱₺₴₸₪₿人港美新台臺澳葡欧歐英日韩加马令林A-Z])"

#: An amount: `lead` before it or `word` behind it; `low` and `high` are the ends of a range.
AMOUNT = re.compile(rf"{_TRIGGER}(?:(?<![A-Za-z])(?P<lead>{_LEAD}){_SPACE}*+[:：]?|{START}){_BODY}")
#: The same where the run of numerals has begun before.
AMOUNT_INSIDE = re.compile(rf"(?P<lead>(?!))?{_BODY}")
