"""Which way a metric should move: what falls for good, what is wanted to rise.

Names of metrics are made of morphemes, and Chinese names its evils by them: what is 失, 误, 漏, 违 or 耗 should fall,
what is 收, 销, 产 or 客 should rise. So names that no list holds are understood by their parts. Words that only look
like an evil (保险, 消费, 突破) are passed over, and what is done about one (破案率, 垃圾分类覆盖率) is none.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from pipeline.check.reading.words import alternation, table

Kind = Literal["lower", "higher", "either", "signed", "unknown"]


class Polarity(NamedTuple):
    """Which way a metric should move, and the part of its name that says so."""

    kind: Kind
    because: str = ""


_METRICS = dict(table("metrics.tsv"))
_MORPHEMES = table("morphemes.tsv")


@cache
def _metrics(kind: str) -> re.Pattern[str]:
    return re.compile(alternation([word for word, its in _METRICS.items() if its == kind]))


@cache
def _morphemes(kind: str) -> re.Pattern[str]:
    return re.compile(alternation([word for word, its in _MORPHEMES if its == kind]))


def signed(words: str) -> bool:
    """Whether a metric of these words may pass through zero, so that a fall above 100 % is possible."""
    return _metrics("signed").search(words) is not None


#: Names of evils by their shape: 超 and 停 before most verbs, 空 before what should be full, what happens again, what
#: is used for one of something.
_SHAPES = re.compile(
    "超(?!市|算|级|高清?|大|过|额|导|声|越|前|长|清|低|深|快|值|跑|车|白金)|停(?!车|泊|留|机坪|靠|放)|空(?=[置铺驶载跑包壳关耗转房仓])|"
    "再(?=入院|住院|犯|发|手术)|(?:每|单位|万元|百元|千瓦时).{0,8}(?:用[水电能气油煤地药]|[耗排])"
)
#: What takes time should take less, save where the time is what is wanted.
_TIME = re.compile("(?:时间|天数|时长|用时|工时|时限|环节|趟数)$")
_WANTED_TIME = re.compile(
    "观看|收看|播放|直播|学习|阅读|停留|使用|运动|锻炼|服务|营业|开放|日照|光照|睡眠|飞行|续航|寿命|陪伴|活动|在线|游玩"
)


#: A price by the end of its name, whatever was traded; and what is a share, of which another loses.
PRICE = re.compile("(?:价格?|租金|运费|费率)$")
SHARE = re.compile("占(?![用领据地道线])[^，,。；;]{0,12}(?:比[重例]?|的)?$")


def polarity(name: str, clause: str) -> Polarity:
    """Which way a metric should move, by its name and by the words of its clause before the change."""
    own, words = _morphemes("plain").sub("＿", name or clause), _morphemes("plain").sub("＿", clause)
    found = _evil(own) or (_metrics("lower").search(words), words)
    evil, where = found
    if evil:
        handled = _morphemes("handled")
        # 破案 begins with its evil; 响应时长 is a whole name.
        treated = handled.search(where, evil.end()) or (
            (len(evil[0]) < 3 and handled.match(where, evil.start())) or None
        )
        return Polarity("either", treated[0]) if treated else Polarity("lower", evil[0])
    if PRICE.search(own) or SHARE.search(own):
        return Polarity("either", "价" if PRICE.search(own) else "占")
    words = own + words
    if signed(words):
        return Polarity("signed")
    if either := _metrics("either").search(words):
        return Polarity("either", either[0])
    good = _metrics("higher").search(words) or _morphemes("higher").search(words)
    return Polarity("higher", good[0]) if good else Polarity("unknown")


def _evil(name: str) -> tuple[re.Match[str], str] | None:
    """The part of a name that makes it an evil."""
    for pattern in (_metrics("lower"), _morphemes("lower"), _SHAPES):
        if found := pattern.search(name):
            return found, name
    spent = _TIME.search(name)
    return (spent, name) if spent and not _WANTED_TIME.search(name) else None
