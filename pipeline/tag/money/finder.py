"""Find the amounts of a text and read them."""

import re
from decimal import Decimal, localcontext

from pipeline import numerals
from pipeline.draft import Mention
from pipeline.forms import MoneyForm
from pipeline.tag import ranges
from pipeline.tag.lexicon import simplified
from pipeline.tag.modifiers import modifier
from pipeline.tag.money.context import is_bare_money, stands
from pipeline.tag.money.currencies import CODE_OF, SMALL
from pipeline.tag.money.grammar import AMOUNT, AMOUNT_INSIDE, CHANGE_PART, STARTS, TAIL_CURRENCY

#: An English scale word behind an amount that has its currency before it: $12 million, €3.5bn.
_SCALE = re.compile(r"[ \u00a0]?(?:(mn|mln|million)|(bn|billion)|(tn|trillion)|(thousand))(?![A-Za-z])", re.IGNORECASE)
_SCALES = (Decimal(10**6), Decimal(10**9), Decimal(10**12), Decimal(10**3))


def find(text: str) -> list[Mention]:
    """The amounts of money in `text`, sorted and disjoint. Time is linear in the text."""
    found: list[Mention] = []
    plain = simplified(text)
    position = 0
    while place := STARTS.search(text, position):
        position = place.start() + 1
        match = AMOUNT.match(text, place.start())
        if match is None:
            continue
        mention = _read(plain, match, found)
        position = mention.end if mention else match.end()
        if mention is None and match["lead"] is None:
            # 统一3亿元, 2019-3亿元: the number starts later than the run of numerals does.
            later = (AMOUNT_INSIDE.match(text, match.start() + i) for i in ranges.starts_inside(match[0]))
            mentions = (_read(plain, inner, found) for inner in later if inner and inner.end() == match.end())
            mention = next((m for m in mentions if m), None)
        if mention is not None:
            found.append(mention)
    return found


def _read(plain: str, match: re.Match[str], found: list[Mention]) -> Mention | None:
    start, end = match.span()
    low, high = match["low"], match["high"]
    amounts = ranges.read(low, high, apart=high is not None and match["middle"] is not None)
    if amounts is None:
        return None
    lead, word = CODE_OF.get(match["lead"] or ""), CODE_OF.get((match["word"] or "元").strip())
    if lead and word not in (lead, "CNY"):
        start = match.start("low")  # 新币5.2卢布: what stands before is no part of the amount.
    bare = match["bare"] is not None
    if not (is_bare_money(plain, start, end, found) if bare else stands(plain, match)):
        return None
    first, last = amounts.low, amounts.high
    if match["lead"] and not match["word"] and (scale := _SCALE.match(plain, end)):
        end = scale.end()
        with localcontext(numerals.EXACT):
            first *= _SCALES[(scale.lastindex or 1) - 1]
            last = None if last is None else last * _SCALES[(scale.lastindex or 1) - 1]
    if match["coin"] or match["change"]:
        with localcontext(numerals.EXACT):
            parts, change = (SMALL[match["coin"]][1] if match["coin"] else 1), _small_change(match)
            first = first / parts + (change if first >= 0 else -change)
            last = None if last is None else last / parts + change
    return Mention(
        label="MONEY",
        start=start,
        end=end,
        form=MoneyForm(
            amount=numerals.plain(first),
            amount_max=None if last is None else numerals.plain(last),
            currency=_currency(match),
            currency_from="context" if bare else "text",
            modifier=modifier(plain, start, end, amounts.inside),
        ),
    )


def _currency(match: re.Match[str]) -> str:
    """What names the currency most exactly: a word before or behind other than 元, then 元 itself."""
    tail = TAIL_CURRENCY.search(match["tail"] or "")
    words = [tail and tail[0], match["word"], match["coin"], match["lead"]]
    codes = [CODE_OF[word.strip()] for word in words if word and word.strip() in CODE_OF]
    return next((code for code in codes if code != "CNY"), "CNY")


def _small_change(match: re.Match[str]) -> Decimal:
    """角 and 分 behind the unit (70元8角四分 adds 0.84), or the digit that stands for them (一块二)."""
    text = (match["change"] or "") + (match["cents"] or "")
    total, scale = Decimal(0), Decimal(10)
    for part in CHANGE_PART.finditer(text):
        scale = {"角": Decimal(10), "毛": Decimal(10), "": scale}.get(part["unit"], Decimal(100))
        total += (numerals.value(part["number"]) or 0) / scale
        scale = Decimal(100)
    return total
