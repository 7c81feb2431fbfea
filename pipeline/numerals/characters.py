"""The characters of numbers: what each counts, what folds to it, and sets of them for patterns."""

_FOLDS = {
    "０１２３４５６７８９": "0123456789",
    "．·・，ＫｋＷｗ－−﹣": "...,KkWw---",
    "〇○◯": "零零零",
    "壹弌": "一一",
    "贰貳弍": "二二二",
    "叁參叄叅弎": "三三三三三",
    "肆": "四",
    "伍": "五",
    "陆陸": "六六",
    "柒漆": "七七",
    "捌": "八",
    "玖": "九",
    "拾": "十",
    "佰陌": "百百",
    "仟": "千",
    "萬": "万",
    "億": "亿",
    "兩俩倆": "两两两",
    "點": "点",
    "幾": "几",
    "數": "数",
    "餘馀": "余余",
    "個箇": "个个",
    "負": "负",
}
_FOLD = {ord(a): b for sources, targets in _FOLDS.items() for a, b in zip(sources, targets, strict=True)}

#: What digits and units count.
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "百": 100, "千": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LATIN = {"k": 10**3, "w": 10**4}
VAGUE = ("几", "数")


def _variants(characters: str) -> str:
    """The characters with everything that folds to them."""
    return characters + "".join(chr(a) for a, b in _FOLD.items() if b in characters and chr(a) not in characters)


#: Character sets (for use inside [...]) and a fragment, for the grammars of the callers.
ARABIC_DIGITS = "0-9０-９"
HAN_DIGITS = _variants("零一二三四五六七八九两")
BIG_UNITS = _variants("万亿兆")
HAN_UNITS = _variants("十百千") + BIG_UNITS
HAN_NUMERALS = HAN_DIGITS + HAN_UNITS + "廿卅"
VAGUE_DIGITS = _variants("几数")
# Crawls break decimals: a stray point behind the digits (134.亿), a space beside the point (47. 4%). Only before
# what follows a number alone; elsewhere the point ends a sentence or numbers a list.
_FOLLOWS = r"(?=[%％万亿萬億])"
_BROKEN = rf"\.{_FOLLOWS}|(?:\.[ ]|[ ]\.)[{ARABIC_DIGITS}]{{1,4}}+{_FOLLOWS}"
#: Arabic digits with separators and decimals, and with a comma that separates nothing (43,79万: one number, which
#: `parse` does not read). Possessive: a run of digits is read once.
ARABIC = (
    rf"[{ARABIC_DIGITS}]{{1,3}}+"
    rf"(?:(?=[,，])(?:(?:,[{ARABIC_DIGITS}]{{3}}(?![{ARABIC_DIGITS}])|(?<=[０-９])，[０-９]{{3}}(?![０-９]))++"
    rf"|,(?:0000(?![{ARABIC_DIGITS}])|[{ARABIC_DIGITS}]{{2}}(?=[万亿萬億])))|[{ARABIC_DIGITS}]*+)"
    rf"(?:(?=[.．·・ ])(?:[.．·・][{ARABIC_DIGITS}]++(?:\.{_FOLLOWS})?+|{_BROKEN}))?+"
)


def fold(text: str) -> str:
    """Full width, traditional and formal numerals as their plain forms; the length stays the same."""
    return text.translate(_FOLD)
