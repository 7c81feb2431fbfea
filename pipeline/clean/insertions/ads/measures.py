"""What can be measured of the spans that may be advertising: the features of the decision."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Characters, Codes, folded, points
from pipeline.clean.insertions.ads import repetition
from pipeline.clean.insertions.ads.boundaries import DIGIT, LINE, LIST, QUOTE, STOP, Marks, marks
from pipeline.clean.insertions.ads.candidates import Candidate, candidates
from pipeline.clean.insertions.ads.lexicon import Word
from pipeline.clean.reading import junctions

Features = npt.NDArray[np.float64]
_Places = npt.NDArray[np.int64]

#: Verbs and nouns of those who write about a trade, before its name.
_VERBS = """
打击 查处 利用 从事 涉嫌 禁止 严禁 治理 整治 取缔 抵制 防范 举报 通过 进行 开展 提供 办理 申请 发放 使用 参加 购买
销售 出售 销毁 查获 关于 针对 参与 组织 开设 经营 非法 网络 这种 各类 一些 大量 免费 推出 实行 加强 搞好 做好 搞
从 对 为 在 是 了 和 与 及 或 等 把 将 向 有 用 以 于 到 给 被 让 由 个 些 种 次 家 名 位 条 们
"""

#: The measures of a candidate, in order.
NAMES = (
    "bias", "again", "times", "junction", "junction_least", "junction_mean", "entry", "inside",
    "left_stop", "left_line", "right_stop", "right_line", "clause", "line",
    "weight", "strong", "covered", "edge_left", "edge_right", "cut_left", "cut_right",
    "length", "about", "about_after", "familiar", "digits", "quoted", "batch", "weight_again", "junction_again",
    "batch_junction", "batch_inside", "listed", "left_same", "right_same", "lead", "trail", "gaps",
    "mild", "query", "surprise", "subject", "entered", "left", "named",
)  # fmt: skip


#: What follows the name of a trade in the words of those who write about it.
_NOUNS = """
案 团伙 行为 活动 等 罪 产业 违法 犯罪 问题 现象 广告 网站 平台 软件 的 人员 服务 公司 市场 业务 窝点 链条 乱象
中介 机构 行业 企业 部门 店 者 收入 合同 总额 金额 余额 规模 数量 总数 费 量 率 和 与 及 或 、
"""
_ABOUT, _ABOUT_AFTER = frozenset(_VERBS.split()), frozenset(_NOUNS.split())

#: How a search query ends, and no clause of a report.
_QUERY = re.compile(
    r"(?:多少钱(?:一?[\u4e00-\u9fff])?|哪[家里个](?:好|强|便宜|专业|靠谱|正规|有|买|卖)?|怎么[样办治弄做卖用收]?(?:费|理|好)?|[有好]用吗|"
    r"靠谱吗|好吗|是真的吗|好不好|多久|大全|排行榜?|官网|下载|教程|价格表?|报价|批发|加盟|代理|货源|代[办开刷写做考]|厂家|公司|平台|网站?|软件|神器|[aA][pP]{2})$"
)

#: What stands before and behind a text.
_EDGE = np.full(1, STOP | LINE, np.uint8)
#: The most that trade words, strong ones, milder ones and their characters count.
_MOST = np.array([[12], [2], [3], [1 << 40]])


def measure(
    text: str,
    codes: Codes,
    marked: Marks,
    trade: Sequence[Word],
    spans: Sequence[Candidate],
    model: Characters,
) -> Features:
    """The measures of each candidate, a row each, in the order of `NAMES`."""
    start, end, times, pages = _columns(spans, 4)
    read = junctions(codes, start, end, model)
    gain, length = read.without - read.with_span, end - start
    found: Features = np.zeros((len(NAMES), len(spans)))
    rows = dict(zip(NAMES, found, strict=True))
    rows["bias"][:] = 1.0
    rows["length"][:] = length
    rows["junction"][:] = gain
    rows["entry"][:] = read.entry
    np.divide(read.inside, length, out=rows["inside"])
    np.negative(read.inside, out=rows["surprise"])
    _of_edges(text, marked, start, end, rows)
    _of_trade(marked, trade, start, end, rows)
    if any(span.times > 1 or span.pages for span in spans):
        np.log(times, out=rows["times"])
        again, elsewhere = rows["again"], rows["batch"]
        np.greater(times, 1, out=again)
        np.greater(pages, 0, out=elsewhere)
        np.multiply(rows["weight"], again, out=rows["weight_again"])
        np.multiply(gain, again, out=rows["junction_again"])
        np.multiply(gain, elsewhere, out=rows["batch_junction"])
        np.multiply(rows["inside"], elsewhere, out=rows["batch_inside"])
        repetition.measure(text, spans, read, rows)
    return np.ascontiguousarray(found.T)


_Rows = Mapping[str, npt.NDArray[np.float64]]


def _of_edges(text: str, marked: Marks, start: _Places, end: _Places, rows: _Rows) -> None:
    """What stands before and behind each span."""
    flags = np.concatenate([_EDGE, marked, _EDGE])
    left, right = flags.take(start), flags.take(end + 1)
    for mark, names in (
        (STOP, ("left_stop", "right_stop", "clause")),
        (LINE, ("left_line", "right_line", "line")),
    ):
        before, behind, both = (rows[name] for name in names)
        np.greater(left & mark, 0, out=before)
        np.greater(right & mark, 0, out=behind)
        np.multiply(before, behind, out=both)
    np.greater(left & QUOTE, 0, out=rows["quoted"])
    np.greater((left | right) & LIST, 0, out=rows["listed"])
    about, after, query = (bytearray(len(text) + 1) for _ in range(3))
    for place in set(start.tolist()):
        about[place] = text[max(0, place - 2) : place] in _ABOUT or text[place - 1 : place] in _ABOUT
    for place in set(end.tolist()):
        after[place] = text[place : place + 2] in _ABOUT_AFTER or text[place : place + 1] in _ABOUT_AFTER
        query[place] = _QUERY.search(text, max(0, place - 6), place) is not None
    for name, known, places in (("about", about, start), ("about_after", after, end), ("query", query, end)):
        rows[name][:] = np.frombuffer(known, np.uint8).take(places)


def _of_trade(marked: Marks, trade: Sequence[Word], start: _Places, end: _Places, rows: _Rows) -> None:
    """How much each span is made of trade words, and how they stand in it; and whether there are figures."""
    # With a word far before the first and one far behind the last, word n is the n-th and has one before and behind it.
    firsts, lasts, weights = _columns([_BEFORE_ALL, *trade, _BEHIND_ALL], 3)
    begins, nexts, ends, weigh = firsts[1:-1], firsts[1:], lasts[1:-1], weights > 0
    sums = np.empty((4, len(weights)), np.int64)
    sums[0] = weights
    np.equal(weights, 3, out=sums[1])
    np.equal(weights, 2, out=sums[2])
    np.subtract(lasts, firsts, out=sums[3])
    sums.cumsum(axis=1, out=sums)
    # How many words end up to the start and the end of each span.
    before, up_to = ends.searchsorted(start, "right"), ends.searchsorted(end, "right")
    inside = sums.take(up_to, axis=1) - sums.take(before, axis=1)
    weight, rows["strong"][:], rows["mild"][:], cover = np.minimum(inside, _MOST)
    # Of a word across an edge only a part is covered.
    cover = cover + np.maximum(end - nexts.take(up_to), 0) - np.maximum(start - nexts.take(before), 0)
    length = end - start
    rows["weight"][:] = weight
    np.divide(cover, length, out=rows["covered"])
    figures = (marked & DIGIT).nonzero()[0]
    np.greater(figures.searchsorted(end), figures.searchsorted(start), out=rows["digits"])
    # What stands before the first trade word and behind the last; what is no more than a name ends no phrase.
    lead = nexts.take(begins.searchsorted(start)) - start
    trail = end - lasts.take(up_to)
    np.equal(lead, 0, out=rows["edge_left"])
    np.equal(nexts.take(begins.searchsorted(end)), end, out=rows["cut_right"])
    np.logical_and(trail == 0, weigh.take(up_to), out=rows["edge_right"])
    np.logical_and(lasts.take(before) == start, weigh.take(before), out=rows["cut_left"])
    any_word = (lead < length) & (trail < length)
    rows["lead"][:] = np.where(any_word, lead, length)
    rows["trail"][:] = np.where(any_word, trail, 0)
    rows["gaps"][:] = length - cover - rows["lead"] - rows["trail"]


#: Beyond any place of a text, and words there that weigh nothing.
_FAR = 1 << 40
_BEFORE_ALL, _BEHIND_ALL = Word(-_FAR, -_FAR, 0), Word(_FAR, _FAR, 0)


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> _Places:
    """The columns of a table of numbers."""
    return np.fromiter(chain.from_iterable(rows), np.int64, width * len(rows)).reshape(-1, width).T


def measured(
    text: str,
    title: str,
    trade: Sequence[Word],
    model: Characters,
    shared: Sequence[tuple[int, int, int]] = (),
) -> tuple[list[Candidate], Features]:
    """The candidates of a text with their measures; `trade` are its trade words."""
    if len(text) < 2:
        return [], np.zeros((0, len(NAMES)))
    characters = points(text)
    codes, marked = folded(characters), marks(text, characters)
    spans = candidates(text, codes, marked, trade, title, shared)
    if not spans:
        return [], np.zeros((0, len(NAMES)))
    return spans, measure(text, codes, marked, trade, spans, model)
