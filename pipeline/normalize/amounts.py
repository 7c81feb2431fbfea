"""The values of amounts, percentages and quantities: what the page says, in the fields of the contract."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import overload

from pydantic import TypeAdapter

from pipeline.draft import Draft, Mention
from pipeline.forms import MoneyForm, PercentForm, QuantityForm
from pipeline.schema import MoneyValue, PercentValue, QuantityValue

# The models' own validators, which check the same as the models called by name in two thirds of the time.
_MONEY: Callable[[object], MoneyValue] = TypeAdapter(MoneyValue).validator.validate_python
_PERCENT: Callable[[object], PercentValue] = TypeAdapter(PercentValue).validator.validate_python


@overload
def value(form: MoneyForm) -> MoneyValue: ...
@overload
def value(form: PercentForm) -> PercentValue: ...
@overload
def value(form: QuantityForm) -> QuantityValue: ...
def value(form: MoneyForm | PercentForm | QuantityForm) -> MoneyValue | PercentValue | QuantityValue:
    """The value of a form. Nothing is corrected here; `restored` is for the checks to fill."""
    if isinstance(form, MoneyForm):
        return _MONEY(
            {
                "amount": form.amount,
                "amount_max": form.amount_max,
                "currency": form.currency,
                "currency_from": form.currency_from,
                "modifier": form.modifier,
            }
        )
    if isinstance(form, PercentForm):
        return _PERCENT(
            {
                "ratio": form.ratio,
                "ratio_max": form.ratio_max,
                "unit": form.unit,
                "direction": form.direction,
                "basis": form.basis,
                "metric": form.metric,
                "modifier": form.modifier,
            }
        )
    return QuantityValue(number=form.number, number_max=form.number_max, unit=form.unit, modifier=form.modifier)


#: Currencies that are called 元 where they are at home, and what else tells of the first on a page.
_HOMES = ("TWD", "HKD", "MOP")
_REPUBLIC = re.compile(
    r"民[國国]\s?[\d一二三四五六七八九十百零〇○]{1,5}年"
    r"|(?<!\d)1[0-2]\d學?年度|一[○〇一二][○〇一二三四五六七八九]學?年度"
)
#: Words of a place's own public life, in traditional characters; several tell where a page is at home. Pages of the
#: mainland that were converted name its counties and mayors too, so these are not among them.
_LIFE = {
    "TWD": re.compile(
        "行政院|立法院|立院|立委|縣府|縣市政府|民進黨|國民黨|無黨籍|報導〕|里長|[台臺]股|健保署|主計[處總]|新北市|衛福部|勞動部"
        "|統籌分配|國中小"
    ),
    "HKD": re.compile(
        "立法會|特首|本港|港府|港鐵|消委會|房委會|金管局|強積金|積金局|食環署|環保署|機電署|劏房|全港|港股|恒指|九龍|新界"
    ),
    "MOP": re.compile("澳門|行政長官|司警|博企|賭收|氹仔|路環"),
}
_SEVERAL = 3
_TRADITIONAL = re.compile("[個國萬億與為這來對時會說產發業們後過還學]")
_SIMPLIFIED = re.compile("[个国万亿与为这来对时会说产发业们后过还学]")
# What names the yuan of the mainland, not 元 alone.
_RENMINBI = re.compile("人民[币幣]|RMB|CNY|CNH|[￥¥]")


def money(mentions: Sequence[Mention], draft: Draft) -> list[MoneyValue]:
    """The values of the MONEY mentions in order. 元 and $ alone are those of the place where the page is at home.

    A page in traditional characters that names Taiwan's, Hong Kong's or Macau's dollar (新台幣1,200萬元), or counts
    years from the Republic's, means that one by 元 and by $; `currency_from` is then `context`.
    """
    values = [value(mention.form) for mention in mentions if isinstance(mention.form, MoneyForm)]
    home = _home(values, draft.text)
    if home is None:
        return values
    return [
        value.model_copy(update={"currency": home, "currency_from": "context"})
        if (value.currency == "CNY" and not _RENMINBI.search(draft.text, mention.start, mention.end))
        or (value.currency == "USD" and draft.text[mention.start] in "$＄")
        else value
        for mention, value in zip(mentions, values, strict=True)
    ]


def _home(values: Sequence[MoneyValue], text: str) -> str | None:
    """The currency that 元 stands for on a page in traditional characters; None where it is the yuan."""
    if not values or len(_TRADITIONAL.findall(text)) <= len(_SIMPLIFIED.findall(text)):
        return None
    named = Counter(value.currency for value in values if value.currency in _HOMES)
    if named:
        return max(_HOMES, key=lambda currency: named[currency])
    if _REPUBLIC.search(text):
        return "TWD"
    life = {currency: len(set(words.findall(text))) for currency, words in _LIFE.items()}
    most = max(_HOMES, key=lambda currency: life[currency])
    return most if life[most] >= _SEVERAL else None
