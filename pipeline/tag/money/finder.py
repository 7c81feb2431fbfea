"""Find the amounts of a text and read them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from pipeline import numerals
from pipeline.draft import Mention
from pipeline.forms import MoneyForm
from pipeline.forms.traditional import simplified
from pipeline.schema import Modifier
from pipeline.tag import ranges
from pipeline.tag.modifiers import modifier
from pipeline.tag.money.context import is_bare_money, stands
from pipeline.tag.money.currencies import CODE_OF, SMALL
from pipeline.tag.money.grammar import AMOUNT_INSIDE, CHANGE_PART, NEXT, TAIL_CURRENCY

#: An English scale word behind an amount that has its currency before it: $12 million, €3.5bn.
_SCALE = re.compile(
    r"[ \u00a0]?(?:(m|mn|mln|million)|(b|bn|billion)|(tn|trillion)|(thousand))(?![A-Za-z])", re.IGNORECASE
)
_SCALES = (Decimal(10**6), Decimal(10**9), Decimal(10**12), Decimal(10**3))


#: How many numbers may wait for the amount that ends their list.
_LISTED = 8
_AND = re.compile(r"[、和与及](?:约|近|超|逾)?")
_MALFORMED = re.compile(r"[0-9０-９],[0-9０-９]{2}(?![0-9０-９])")


def find(text: str) -> list[Mention]:
    """The amounts of money in `text`, sorted and disjoint. Time is linear in the text."""
    found: list[Mention] = []
    plain = ""
    bare: list[re.Match[str]] = []  # numbers without currency that nothing so far makes money
    position, length = 0, len(text)
    while position < length and (match := NEXT.match(text, position)):
        position = match.end()
        if match.lastindex is None:
            continue
        start = match.start("at")
        if "." in match["low"] and (behind := ranges.behind_item(text, start)):
            inside = AMOUNT_INSIDE.match(text, behind)
            if inside is None:
                position = start + 1
                continue
            match, start, position = inside, behind, inside.end()
        plain = plain or simplified(text)
        mention = _read(plain, match, found)
        if mention is not None:
            position = mention.end
        elif match["lead"] is None and (match["bare"] is None or not ranges.read(match["low"])):
            # 统一3亿元, 2019-3亿元: the number starts later than the run of numerals does.
            later = (AMOUNT_INSIDE.match(text, start + i) for i in ranges.starts_inside(text[start:position]))
            mentions = (_read(plain, inner, found) for inner in later if inner and inner.end() == match.end())
            mention = next((m for m in mentions if m), None)
        if mention is not None:
            if bare:
                found += reversed(list(_listed(plain, bare, mention)))
                bare.clear()
            found.append(mention)
        elif match["bare"] is not None:
            bare = [*bare[1 - _LISTED :], match]
        else:
            bare.clear()
    return found


def _listed(plain: str, bare: Sequence[re.Match[str]], amount: Mention) -> Iterator[Mention]:
    """The numbers before an amount that are listed with it (500万、600万和700万元), from the last to the first."""
    start = amount.start
    for match in reversed(bare):
        amounts = ranges.read(match["low"], match["high"], apart=match["middle"] is not None)
        if amounts is None or not _AND.fullmatch(plain, match.end(), start) or not isinstance(amount.form, MoneyForm):
            return
        start = match.start("at")
        low, high, inside = amounts
        bound = modifier(plain, start, match.end(), inside)
        yield _mention(start, match.end(), low, high, amount.form.currency, bound, bare=True)


def _read(plain: str, match: re.Match[str], found: list[Mention]) -> Mention | None:
    _, lead, low, middle, high, word, changed, tail, coin, _, bare = match.groups()
    amounts = ranges.read(low, high, apart=middle is not None)
    if amounts is None:
        return _unread(match)
    start, end = match.start("at"), match.end()
    if lead and word and CODE_OF[word.strip()] not in (CODE_OF[lead], "CNY"):
        start = match.start("low")  # 新币5.2卢布: what stands before is no part of the amount.
    if not (stands(plain, match) if bare is None else is_bare_money(plain, start, end, found)):
        return None
    first, last, inside = amounts
    if lead and not word and (scale := _SCALE.match(plain, end)):
        end = scale.end()
        with localcontext(numerals.EXACT):
            first *= _SCALES[(scale.lastindex or 1) - 1]
            last = None if last is None else last * _SCALES[(scale.lastindex or 1) - 1]
    if coin or changed:
        with localcontext(numerals.EXACT):
            parts, change = (SMALL[coin][1] if coin else 1), _small_change(match)
            first = first / parts + (change if first >= 0 else -change)
            last = None if last is None else last / parts + change
    currency = "CNY" if word == "元" and not lead and not tail else _currency(lead, word, tail, coin)
    return _mention(start, end, first, last, currency, modifier(plain, start, end, inside), bare=bare is not None)


def _mention(
    start: int, end: int, low: Decimal, high: Decimal | None, currency: str, bound: Modifier | None, *, bare: bool
) -> Mention:
    form = MoneyForm(
        currency,
        numerals.plain(low),
        None if high is None else numerals.plain(high),
        "context" if bare else "text",
        bound,
    )
    return Mention("MONEY", start, end, form)


def _unread(match: re.Match[str]) -> Mention | None:
    """An amount whose number says nothing certain, where a comma separates nothing (43,79万元)."""
    start, end = match.start("at"), match.end()
    if match["bare"] is not None or not _MALFORMED.search(match.string, start, end):
        return None
    currency = _currency(*match.group("lead", "word", "tail", "coin"))
    return Mention("MONEY", start, end, MoneyForm(currency))


def _currency(lead: str | None, word: str | None, tail: str | None, coin: str | None) -> str:
    """What names the currency most exactly: a word before or behind other than 元, then 元 itself."""
    named = TAIL_CURRENCY.search(tail) if tail else None
    words = [named and named[0], word, coin, lead]
    codes = [CODE_OF[word.strip()] for word in words if word and word.strip() in CODE_OF]
    return next((code for code in codes if code != "CNY"), "CNY")


def _small_change(match: re.Match[str]) -> Decimal:
    """角 and 分 behind the unit (70元8角四分 adds 0.84), or the digit that stands for them (一块二)."""
    text = (match["change"] or "") + (match["cents"] or "")
    if text == "半":
        return Decimal("0.5")
    total, scale = Decimal(0), Decimal(10)
    for part in CHANGE_PART.finditer(text):
        scale = {"角": Decimal(10), "毛": Decimal(10), "毫": Decimal(10), "": scale}.get(part["unit"], Decimal(100))
        total += (numerals.value(part["number"]) or 0) / scale
        scale = Decimal(100)
    return total
