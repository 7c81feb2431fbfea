"""How many, how much each, how much together: 320户，户均增收5000元，合计增收160万元."""

import re
from collections.abc import Iterator

from pipeline.check.contradictions.claims import Claim, quoted
from pipeline.check.reading.figures import Figure, kin, like
from pipeline.check.reading.view import View

_COUNTED = "门|班|校|人|户|家|名|位|台|套|辆|件|亩|吨|个|所|间|张|次|头|只|棵|株|条|艘|架"
#: Right before the amount of one: 每台, 户均增收.
EACH = re.compile(
    rf"(?:每(?P<each>{_COUNTED})|(?P<mean>人|户|亩|吨|台|头|次)均)(?P<noun>[^，,。；;、\d]{{0,6}}?)(?:为|约|近|超过?|达到?)?$"
)
#: A cheap look: what one is given, and behind it what all are.
AHEAD = re.compile(r"[每均][^。；;\n]{1,30}[元人名][^。；;\n]{0,4}[，,](?=[总共合一])")
#: Right before the amount of all.
TOGETHER = re.compile(
    r"[，,](?:总共|共计|共|合计|总计|一共|总)(?P<noun>[^，,。；;、\d]{0,6}?)(?:为|约|近|超过?|达到?|了)*$"
)
#: What is paid for all is called so, whatever is paid for one.
PAID = frozenset({"", "价", "额", "发放", "支付", "花费", "投资", "投入", "价值", "金额", "需", "用", "耗资"})
PAYS = re.compile("获得?|得到|领取?|发放?|补[助贴偿]|奖励|资助|支付|投入|缴纳")
ROUNDS = re.compile("[每期次批届轮天日周月年季]")
#: Means are rounded, and one of many may get less.
SLACK = 0.1


def wrong_products(view: View) -> list[Claim]:
    """Amounts of all that are not the amount of one times their number."""
    return [claim for number, words in view.several if _may_be(words) for claim in _sentence(view, number)]


def _may_be(words: str) -> bool:
    return ("每" in words or "均" in words) and AHEAD.search(words) is not None


def _sentence(view: View, number: int) -> Iterator[Claim]:
    figures = view.figures(number)
    for place in range(len(figures) - 2):
        count, one, total = figures[place : place + 3]
        if count.entity or one.unit != total.unit or not one.unit or total.end - count.start > 60:
            continue
        each = EACH.search(view.text, count.end, one.start)
        together = TOGETHER.search(view.text, one.end, total.start)
        if not each or not together or kin(count.unit) != kin(each["each"] or each["mean"]):
            continue
        if one.entity:
            wrong = _same(each["noun"], together["noun"]) and not _agree(count, one, total)
        else:
            # So many at the most: not every course is full.
            wrong = _alike(each["noun"], together["noun"]) and total.low > count.high * one.high * (1 + SLACK)
        if wrong and total.end <= total.start + 16:
            yield _claim(view, count, one, total)


def _same(each: str, together: str) -> bool:
    """Whether what one gets is what all get: in the same words, or paid and no more said of it."""
    if each == together or (together and each.endswith(together)):
        return True
    return together in PAID and (not each or PAYS.match(each) is not None)


def _alike(each: str, together: str) -> bool:
    """Whether people or things that are counted for one and for all are of one kind, in as many rounds."""
    return not ROUNDS.search(each) and not ROUNDS.search(together) and not set(each).isdisjoint(together)


def _agree(count: Figure, one: Figure, total: Figure) -> bool:
    low, high = count.low * one.low, count.high * one.high
    return low * (1 - SLACK) <= total.high and total.low <= high * (1 + SLACK)


def _claim(view: View, count: Figure, one: Figure, total: Figure) -> Claim:
    text = view.text
    product = like(text, total, count.value * one.value)
    times = f"{text[count.start : count.end]} times {text[one.start : one.end]}"
    suggestion: dict[str, object] = {"rule": "product", "field": "amount", "value": product}
    return quoted(
        view, (count, one, total), f"{times} is {product}, not {text[total.start : total.end]}.", 0.85, suggestion
    )
