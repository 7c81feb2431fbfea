"""Which scale words the page's table swapped, from its contradictions and from how plausible its amounts are.

The tables considered are pairs of neighbouring scale words, one way or both ways. Each is weighed by
the contradictions it explains and by how well the amounts look when it is undone: a total of
sales of 80万元 is odd, one of 80亿元 is not; nobody writes 0.8万元 for 8000元, or 15000亿元 for 1.5万亿元.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp, log, log10
from typing import NamedTuple

from pipeline.check.claims import Support
from pipeline.check.figures import View
from pipeline.schema import Entity, MoneyValue

Map = Mapping[str, str]  # written -> original


class Table(NamedTuple):
    """A hypothesis: scale words as written, with the originals they stand for."""

    name: str
    originals: tuple[tuple[str, str], ...]
    prior: float


NONE = Table("none", (), 0.68)
#: On a spun page. Pairs by a factor of ten need contradictions of their own to count.
TABLES: tuple[Table, ...] = (
    NONE,
    Table("亿↔万", (("万", "亿"), ("亿", "万")), 0.16),
    Table("亿→万", (("万", "亿"),), 0.07),
    Table("万→亿", (("亿", "万"),), 0.05),
    Table("百万→千万", (("千万", "百万"),), 0.012),
    Table("千万→百万", (("百万", "千万"),), 0.012),
    Table("千→万", (("万", "千"),), 0.008),
    Table("万→千", (("千", "万"),), 0.008),
)
#: A table catches nearly every use of its words.
RATE = 0.96
#: A contradiction that only a table with this pair explains.
EXPLAINS = 5.0
#: Plausibility is soft evidence: it counts at this share of its face value, and no amount more than this.
SOFT, MOST = 0.5, 2.5
FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "百万": 1e6, "千万": 1e7}

BIG = re.compile(
    "成交|交易|营收|营业|销售|收入|投资|产值|市值|基金|贷款|融资|进出口|出口|进口|税|GDP|GMV|生产总值|消费|规模|"
    "资产|负债|订单|募集|授信|信贷|预算|财政|票房|合同|签约|项目|涉案|增加值|总额|资金|经费|利润"
)
SMALL = re.compile(
    "人均|每人|每户|户均|工资|月薪|年薪|奖金|奖励|补贴|补助|罚款|单价|均价|票价|每斤|每公斤|每亩|亩均|客单价|定价|"
    "售价|价格|学费|押金|租金|津贴|住院费|医疗费|次均|低保|慰问金|起拍|家庭|农户|村民|脱贫户|贫困户|个人|打赏|红包"
)
NUMBER = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)?\s*(?:余|多)?(?P<scale>[十百千万亿]+)")


class Written(NamedTuple):
    """An amount as written: digits, scale words, and the words before it."""

    entity: Entity
    number: str
    scale: str
    words: str


class Scales(NamedTuple):
    """The posterior over tables, and the amounts they speak of."""

    posterior: dict[str, float]
    amounts: tuple[Written, ...]

    def swapped(self, amount: Written) -> dict[tuple[str, str], float]:
        """By scale word written last and its original, the probability that the original stood there."""
        chances: dict[tuple[str, str], float] = {}
        for table in TABLES:
            weight = self.posterior.get(table.name, 0.0)
            for written, original in table.originals:
                if weight > 0.001 and amount.scale.endswith(written):
                    share = _share(amount, written, original, table)
                    pair = written, original
                    chances[pair] = chances.get(pair, 0.0) + weight * share
        return chances


def scale_tables(view: View, spun: float, supports: Sequence[Support]) -> Scales:
    """Weigh the tables by the page's amounts and contradictions."""
    amounts = tuple(written(view))
    scores = {}
    explained: dict[tuple[str, str], float] = {}
    for support in supports:
        if support.written in FACTORS:
            key = (support.written, support.original)
            explained[key] = explained.get(key, 0.0) + EXPLAINS * support.confidence
    for table in TABLES:
        prior = table.prior * spun + (1 - spun) * (1.0 if table is NONE else 0.0003 * table.prior)
        score = log(prior) + sum(explained.get(pair, 0.0) for pair in table.originals)
        if table is not NONE:
            score += sum(_gain(amount, table) for amount in amounts)
        scores[table.name] = score
    top = max(scores.values())
    weights = {name: exp(score - top) for name, score in scores.items()}
    total = sum(weights.values())
    return Scales({name: weight / total for name, weight in weights.items()}, amounts)


def written(view: View) -> Iterable[Written]:
    """The amounts whose number and scale words can be told apart."""
    for entity in view.money:
        value = entity.value
        found = NUMBER.search(entity.text)
        if not isinstance(value, MoneyValue) or value.amount is None or not found:
            continue
        start = max(view.sentence(entity.sentence).start, entity.start - 24)
        yield Written(
            entity, re.sub("[,，]", "", found["number"] or ""), found["scale"], view.text[start : entity.start]
        )


def _gain(amount: Written, table: Table) -> float:
    """How much better, or worse, the amount is explained with the table than without one."""
    options = dict(table.originals)
    produced = {original for _, original in table.originals}
    scale = next((w for w in sorted(options, key=len, reverse=True) if amount.scale.endswith(w)), None)
    plain = _plausible(amount, amount.scale)
    if scale is None:
        # A word that the table would have swapped away is still there.
        kept = any(amount.scale.endswith(word) for word in produced)
        return log(1 - RATE) * SOFT if kept else 0.0
    undone = _plausible(amount, amount.scale[: -len(scale)] + options[scale])
    kept_share = 1 - RATE if scale in produced else 1.0
    gain = log(RATE * exp(undone) + kept_share * exp(plain)) - plain
    return max(-MOST, min(MOST, SOFT * gain))


def _share(amount: Written, scale: str, original: str, table: Table) -> float:
    """P(the original word stood there | table): all but certain where the table swaps both ways."""
    both = any(o == scale for _, o in table.originals)
    plain = _plausible(amount, amount.scale) * (SOFT if both else 1)
    undone = _plausible(amount, amount.scale[: -len(scale)] + original) * (SOFT if both else 1)
    swapped = RATE * exp(undone)
    return swapped / (swapped + ((1 - RATE) if both else 1.0) * exp(plain))


@lru_cache(maxsize=4096)
def _style(number: str, scale: str) -> float:
    """Log plausibility of a number before its scale words, as writers write."""
    if not number:
        return 0.0
    size = float(number)
    if scale.endswith("亿"):
        if scale != "亿":
            return -0.5
        return -2.5 if size >= 10000 else -0.8 if size >= 1000 else -0.4 if size < 1 else 0.0
    if scale.endswith("万"):
        if size >= 10000:
            return -0.7 if "." in number else -2.0
        return -3.5 if size < 1 else -0.3 if size < 10 else 0.0
    return -1.0


def _plausible(amount: Written, scale: str) -> float:
    """Log plausibility of the amount with these scale words: how it is written, and how large it is for its metric."""
    if len(scale) == 2 and scale[0] == scale[1]:
        return -8.0
    factor = 1.0
    for word in scale:
        factor *= FACTORS.get(word, 10.0)
    size = log10(max(float(amount.number or "1") * factor, 1.0))
    if SMALL.search(amount.words):
        mean, spread = 4.0, 1.1
    elif BIG.search(amount.words):
        mean, spread = 8.8, 1.6
    else:
        mean, spread = 7.5, 1.9
    return _style(amount.number, scale) - ((size - mean) / spread) ** 2 / 2
