"""Ranks that rise to a lower place: 由第3位上升到第5位."""

import re

from pipeline.check.contradictions.claims import Claim, Support, turned
from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGES
from pipeline.numerals import integer

_PLACE = r"第(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_RISE = "上升|提升|跃升|攀升|升|跃居|跃|前移|前进|进步"
_FALL = "下降|下滑|滑落|跌落|退居|后退|退步|降|跌|掉|退"
#: 由第3位上升到第5位. One of the two has 位 or 名, or the words before speak of ranks.
MOVED = re.compile(
    rf"(?P<a>{_PLACE})(?P<of>位|名)?[^，,。；;、\d第]{{0,5}}?(?P<word>{_RISE}|{_FALL})[到至为]?了?(?:(?:19|20)\d\d年)?[^，,。；;、\d第]{{0,8}}"
    rf"(?P<b>{_PLACE})(?P<to>位|名)?(?=[，,。；;、\n（(]|$)"
)
RANKED = re.compile("排名|位次|位居|位列|名次|排位|综合|榜|(?:全[国省市县区球]|世界|行业|同类)$")
FROM = re.compile("[从由自][^，,。；;第]{0,14}$")


def wrong_ranks(view: View) -> list[Claim]:
    """Ranks said to rise whose number grows, or to fall whose number shrinks: the first place is the highest."""
    text = view.text
    if text.count("第") < 2:
        return []
    claims = []
    for found in MOVED.finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        first, last = integer(found["a"][1:]), integer(found["b"][1:])
        ranked = found["of"] or found["to"] or RANKED.search(before)
        if first is None or last is None or first == last or not ranked or not FROM.search(before):
            continue
        rise = found["word"] in _RISE.split("|")
        if rise == (last < first):
            continue
        change = CHANGES.get(found["word"])
        claims.append(
            Claim(
                kind="arithmetic_conflict",
                spans=(
                    (found.start("a"), found.end("of" if found["of"] else "a")),
                    (found.start("b"), found.end("to" if found["to"] else "b")),
                ),
                message=(
                    f"“{found[0]}”: from {found['a']} to {found['b']} is a "
                    f"{'fall' if rise else 'rise'}, since the first place is the highest."
                ),
                confidence=0.9,
                suggestion={"rule": "rank", **turned(rise=rise)},
                supports=(Support(None, change.word, change.opposite, 0.9),) if change else (),
            )
        )
    return claims
