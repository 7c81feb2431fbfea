"""Currencies: the words, symbols and codes that name them, and their ISO 4217 codes.

In Chinese text ￥ and ¥ are yuan and $ is the US dollar. 比特币 has no ISO code; XBT is the one that
follows the standard's rule for what no country issues. A name that several countries share (克朗, 比索)
stands for the best known, so that an amount is never lost.
"""

import re

#: Words that stand behind an amount, by code. The first of each list is the usual one.
WORDS: dict[str, tuple[str, ...]] = {
    "CNY": ("元", "圆", "圓", "人民币", "人民幣", "元人民币", "块钱", "塊錢", "块", "塊", "元钱"),
    "USD": ("美元", "美金", "美圆", "美圓", "美刀", "美钞"),
    "HKD": ("港元", "港币", "港幣", "港圆", "港圓", "港纸"),
    "TWD": ("新台币", "新臺幣", "新台幣", "台币", "臺幣", "台幣"),
    "MOP": ("澳门元", "澳门币", "澳門幣", "葡币"),
    "EUR": ("欧元", "歐元", "欧"),
    "GBP": ("英镑", "英鎊", "镑", "鎊"),
    "JPY": ("日元", "日圆", "日圓", "日币", "日幣", "円"),
    "KRW": ("韩元", "韩圆", "韩币", "韓元", "韓圜", "韩圜"),
    "KPW": ("朝鲜元", "朝元"),
    "RUB": ("卢布", "盧布"),
    "SGD": ("新加坡元", "新加坡币", "新元", "新币", "坡币"),
    "AUD": ("澳元", "澳大利亚元", "澳币", "澳洲元"),
    "CAD": ("加元", "加拿大元", "加币"),
    "NZD": ("新西兰元", "纽元", "新西兰币", "纽币"),
    "CHF": ("瑞士法郎", "瑞郎", "法郎"),
    "SEK": ("瑞典克朗", "克朗"),
    "NOK": ("挪威克朗",),
    "DKK": ("丹麦克朗",),
    "ISK": ("冰岛克朗",),
    "CZK": ("捷克克朗",),
    "PLN": ("兹罗提", "波兰兹罗提"),
    "HUF": ("福林", "匈牙利福林"),
    "RON": ("罗马尼亚列伊", "列伊"),
    "UAH": ("格里夫纳",),
    "BYN": ("白俄罗斯卢布",),
    "KZT": ("坚戈",),
    "UZS": ("苏姆",),
    "GEL": ("拉里",),
    "TRY": ("土耳其里拉", "里拉", "新里拉"),
    "ILS": ("谢克尔", "新谢克尔"),
    "AED": ("阿联酋迪拉姆", "迪拉姆", "迪尔汗"),
    "MAD": ("摩洛哥迪拉姆",),
    "SAR": ("沙特里亚尔", "沙特里亚", "里亚尔"),
    "QAR": ("卡塔尔里亚尔",),
    "IRR": ("伊朗里亚尔", "土曼"),
    "KWD": ("科威特第纳尔", "第纳尔"),
    "IQD": ("伊拉克第纳尔",),
    "BHD": ("巴林第纳尔",),
    "JOD": ("约旦第纳尔",),
    "EGP": ("埃及镑", "埃镑"),
    "NGN": ("奈拉",),
    "KES": ("肯尼亚先令", "肯先令"),
    "UGX": ("乌干达先令",),
    "TZS": ("坦桑尼亚先令", "先令"),
    "ETB": ("比尔",),
    "GHS": ("塞地",),
    "ZAR": ("兰特", "南非兰特"),
    "XOF": ("西非法郎",),
    "XAF": ("中非法郎",),
    "INR": ("印度卢比", "印度卢布", "卢比", "盧比"),
    "PKR": ("巴基斯坦卢比", "巴基斯坦卢布"),
    "LKR": ("斯里兰卡卢比",),
    "NPR": ("尼泊尔卢比",),
    "BDT": ("塔卡",),
    "THB": ("泰铢", "泰銖", "铢"),
    "VND": ("越南盾", "越盾"),
    "IDR": ("印尼盾", "印尼卢比", "印度尼西亚盾", "盾"),
    "MYR": ("马来西亚令吉", "马来西亚林吉特", "林吉特", "令吉", "马币"),
    "PHP": ("菲律宾比索", "菲比索"),
    "MMK": ("缅元", "缅币"),
    "LAK": ("基普",),
    "KHR": ("瑞尔",),
    "BND": ("文莱元",),
    "MNT": ("图格里克",),
    "BRL": ("巴西雷亚尔", "雷亚尔"),
    "MXN": ("墨西哥比索", "比索"),
    "ARS": ("阿根廷比索",),
    "CLP": ("智利比索",),
    "COP": ("哥伦比亚比索",),
    "PEN": ("索尔", "秘鲁索尔"),
    "VES": ("玻利瓦尔",),
    "XBT": ("比特币", "个比特币", "枚比特币"),
}
#: Small change, by word: the code and how many make one unit.
SMALL: dict[str, tuple[str, int]] = {
    "角": ("CNY", 10),
    "毛": ("CNY", 10),
    "毛钱": ("CNY", 10),
    "角钱": ("CNY", 10),
    "分": ("CNY", 100),
    "分钱": ("CNY", 100),
    "美分": ("USD", 100),
    "欧分": ("EUR", 100),
    "便士": ("GBP", 100),
    "港仙": ("HKD", 100),
    "澳分": ("AUD", 100),
    "加分": ("CAD", 100),
}
#: Symbols before an amount.
SYMBOLS: dict[str, str] = {
    "￥": "CNY",
    "¥": "CNY",
    "RMB¥": "CNY",
    "RMB￥": "CNY",
    "$": "USD",
    "＄": "USD",
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "MOP$": "MOP",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "₩": "KRW",
    "₽": "RUB",
    "₹": "INR",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "₺": "TRY",
    "₴": "UAH",
    "₸": "KZT",
    "₪": "ILS",
    "₿": "XBT",
}
#: Codes, before or behind an amount.
CODES: dict[str, str] = {
    **{code: code for code in WORDS if code != "XBT"},
    "RMB": "CNY",
    "CNH": "CNY",
    "NTD": "TWD",
    "BTC": "XBT",
    "XBT": "XBT",
}
#: Words that may also stand before an amount (人民币4,800万元, 港币3.14).
LEADING: dict[str, str] = {
    word: code
    for code in ("CNY", "USD", "HKD", "TWD", "MOP", "EUR", "GBP", "JPY", "KRW", "SGD", "AUD", "CAD", "MYR")
    for word in WORDS[code]
    if len(word) > 1 and word[0] not in "元块塊"
}

CODE_OF: dict[str, str] = {
    **{word: code for code, words in WORDS.items() for word in words},
    **SYMBOLS,
    **CODES,
    **{word: code for word, (code, _) in SMALL.items()},
}


def alternatives(words: object) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]
