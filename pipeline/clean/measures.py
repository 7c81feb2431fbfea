"""What can be measured of the spans that may be advertising: the features of the decision."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from pipeline.clean.candidates import BREAK, Candidate, candidates
from pipeline.clean.characters import Characters, Codes, fold
from pipeline.clean.lexicon import Lexicon, Word, words
from pipeline.clean.reading import junctions

Features = npt.NDArray[np.float64]
_Places = npt.NDArray[np.int64]

#: Verbs and nouns of those who write about a trade.
_ABOUT = re.compile(
    r"(?:打击|查处|利用|从事|涉嫌|禁止|严禁|治理|整治|取缔|抵制|防范|举报|通过|进行|开展|提供|办理|申请|发放|使用|参加|购买|"
    r"销售|出售|销毁|查获|关于|针对|参与|组织|开设|经营|非法|网络|这种|各类|一些|大量|免费|推出|实行|加强|搞好|做好|搞|"
    r"从|对|为|在|是|了|和|与|及|或|等|把|将|向|有|用|以|于|到|给|被|让|由|个|些|种|次|家|名|位|条|们)$"
)

#: The measures of a candidate, in order.
NAMES = (
    "bias", "again", "times", "junction", "junction_least", "junction_mean", "entry", "inside",
    "left_stop", "left_line", "right_stop", "right_line", "clause", "line",
    "weight", "strong", "covered", "edge_left", "edge_right", "cut_left", "cut_right",
    "length", "about", "about_after", "familiar", "digits", "quoted", "batch", "weight_again", "junction_again",
    "batch_junction", "batch_inside", "listed", "left_same", "right_same", "lead", "trail", "gaps",
    "mild", "query", "surprise", "subject",
)  # fmt: skip


#: What follows the name of a trade in the words of those who write about it.
_ABOUT_AFTER = re.compile(
    r"(?:案|团伙|行为|活动|等|罪|产业|违法|犯罪|问题|现象|广告|网站|平台|软件|的|人员|服务|公司|市场|业务|窝点|链条|乱象|"
    r"中介|机构|行业|企业|部门|店|者|收入|合同|总额|金额|余额|规模|数量|总数|费用?|量|率|和|与|及|或|、)"
)

#: How a search query ends, and no clause of a report.
_QUERY = re.compile(
    r"(?:多少钱(?:一?[\u4e00-\u9fff])?|哪[家里个](?:好|强|便宜|专业|靠谱|正规|有|买|卖)?|怎么[样办治弄做卖用收]?(?:费|理|好)?|[有好]用吗|"
    r"靠谱吗|好吗|是真的吗|好不好|多久|大全|排行榜?|官网|下载|教程|价格表?|报价|批发|加盟|代理|货源|代[办开刷写做考]|厂家|公司|平台|网站?|软件|神器|[aA][pP]{2})$"
)

_STOP, _LINE, _DIGIT, _QUOTE, _LIST = 1, 2, 4, 8, 16


def _marks() -> npt.NDArray[np.uint8]:
    table = np.zeros(0x10000, np.uint8)
    for characters, mark in (
        ("".join(sorted(BREAK)), _STOP),
        ("\n\r", _LINE),
        ("0123456789０１２３４５６７８９", _DIGIT),
        ('“‘《〈「『"', _QUOTE),
        ("、", _LIST),
    ):
        for character in characters:
            table[ord(character)] |= mark
    return table


_MARKS = _marks()


def measure(text: str, codes: Codes, trade: Sequence[Word], spans: Sequence[Candidate], model: Characters) -> Features:
    """The measures of each candidate, a row each, in the order of `NAMES`."""
    read = junctions(text, [span[:2] for span in spans], model)
    gain = read.without - read.with_span
    start, end, times, pages = _columns(spans, 4)
    length = (end - start).astype(np.float64)
    points = np.frombuffer(f"\n{text}\n".encode("utf-32-le", "surrogatepass"), np.uint32)
    marks = _MARKS[np.minimum(points, 0xFFFF)]
    left, right = marks[start], marks[end + 1]
    digits = np.cumsum(marks & _DIGIT > 0)
    left_stop, right_stop = left & _STOP > 0, right & _STOP > 0
    left_line, right_line = left & _LINE > 0, right & _LINE > 0
    weight, strong, covered, mild, begins, ends = _trade_arrays(len(text), trade)
    weighs = np.minimum(weight[end] - weight[start], 12)
    cover = covered[end] - covered[start]
    lead, trail = _bare(trade, start, end, cover > 0)
    again = times > 1
    said = gain.astype(np.float64)
    repeat = _of_phrases(text, codes, spans, said)
    about = {place: _ABOUT.search(text, max(0, place - 3), place) is not None for place in set(start.tolist())}
    query = {place: _QUERY.search(text, max(0, place - 6), place) is not None for place in set(end.tolist())}
    after = {place: _ABOUT_AFTER.match(text, place) is not None for place in set(end.tolist())}
    columns = np.array(
        [
            np.ones(len(spans)),
            again,
            np.log(times),
            said,
            repeat[:, 0],
            repeat[:, 1],
            read.entry,
            read.inside / length,
            left_stop,
            left_line,
            right_stop,
            right_line,
            left_stop & right_stop,
            left_line & right_line,
            weighs,
            np.minimum(strong[end] - strong[start], 2),
            cover / length,
            begins[start],
            ends[end],
            ends[start],
            begins[end],
            length,
            [about[place] for place in start.tolist()],
            [after[place] for place in end.tolist()],
            repeat[:, 2],
            digits[end] > digits[start],
            left & _QUOTE > 0,
            pages > 0,
            weighs * again,
            said * again,
            said * (pages > 0),
            read.inside / length * (pages > 0),
            (left | right) & _LIST > 0,
            repeat[:, 3],
            repeat[:, 4],
            lead,
            trail,
            length - cover - lead - trail,
            np.minimum(mild[end] - mild[start], 3),
            [query[place] for place in end.tolist()],
            -read.inside,
            repeat[:, 5],
        ],
        np.float64,
    )
    return np.ascontiguousarray(columns.T)


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> _Places:
    """The columns of a table of numbers."""
    return np.fromiter(chain.from_iterable(rows), np.int64, width * len(rows)).reshape(-1, width).T


def _trade_arrays(
    size: int, trade: Sequence[Word]
) -> tuple[Features, Features, Features, Features, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Sums up to each place of the weight of trade words, of strong ones, of their characters and of milder ones;
    where they begin and where they end."""
    start, end, weights = _columns(trade, 3)
    steps = np.zeros((4, size + 2))
    steps[0, end] = weights
    steps[1, end] = weights == 3
    steps[2, start + 1] += 1
    steps[2, end + 1] -= 1
    steps[2] = np.cumsum(steps[2])
    steps[3, end] = weights == 2
    begins, ends = np.zeros(size + 1, np.bool_), np.zeros(size + 1, np.bool_)
    begins[start] = True
    ends[end] = weights > 0
    weight, strong, covered, mild = np.cumsum(steps[:, :-1], axis=1)
    return weight, strong, covered, mild, begins, ends


def _bare(
    trade: Sequence[Word], start: _Places, end: _Places, any_word: npt.NDArray[np.bool_]
) -> tuple[Features, Features]:
    """How many characters of each span stand before its first trade word and behind its last."""
    length = (end - start).astype(np.float64)
    if not trade:
        return length, np.zeros(len(start))
    firsts, lasts, _ = _columns(trade, 3)
    first = np.searchsorted(firsts, start)
    last = np.searchsorted(lasts, end, "right") - 1
    inside = any_word & (first < len(firsts)) & (last >= 0)
    lead = firsts[np.minimum(first, len(firsts) - 1)] - start
    trail = end - lasts[np.maximum(last, 0)]
    inside &= (lead < length) & (trail < length)
    return np.where(inside, lead, length), np.where(inside, trail, 0.0)


def _of_phrases(text: str, codes: Codes, spans: Sequence[Candidate], gain: Features) -> Features:
    """For spans that come again: the least gain of the phrase, its mean gain, the share of its pairs of characters
    that the page uses elsewhere, how much its left and right neighbours are the same, and the share of its pairs that
    the page uses mostly elsewhere."""
    found = np.zeros((len(spans), 6))
    places: dict[str, list[int]] = defaultdict(list)
    for number, span in enumerate(spans):
        if span.times > 1 or span.pages:
            places[text[span.start : span.end]].append(number)
    if not places:
        return found
    keys = ((codes[:-1] * np.uint64(0x9E37) + codes[1:]) & np.uint64(0xFFFF)).astype(np.int64)
    counts = np.bincount(keys)[keys]
    order: list[int] = []
    rows: list[tuple[float, ...]] = []
    for numbers in places.values():
        gains = gain[numbers]
        first = spans[numbers[0]]
        pairs = counts[first.start : first.end - 1]
        values = (
            gains.min() if first.times > 1 else 0,
            gains.sum() / first.times if first.times > 1 else 0,
            np.count_nonzero(pairs > first.times) / len(pairs),
            _sameness([text[max(0, spans[n].start - 1) : spans[n].start].strip(_BINDING) for n in numbers]),
            _sameness([text[spans[n].end : spans[n].end + 1] for n in numbers]),
            np.count_nonzero(pairs > 2 * first.times) / len(pairs),
        )
        order += numbers
        rows += [values] * len(numbers)
    found[order] = rows
    return found


#: Prepositions and particles stand before anything, and say nothing when they come twice.
_BINDING = "由在向与的对和被从给"


def _sameness(neighbours: Sequence[str]) -> float:
    """How often the commonest neighbour that is no mark comes, as a share of those there are."""
    counts: dict[str, int] = {}
    for character in neighbours:
        if character and character not in BREAK:
            counts[character] = counts.get(character, 0) + 1
    return (max(counts.values()) - 1) / (len(neighbours) - 1) if counts and len(neighbours) > 1 else 0.0


def measured(
    text: str,
    title: str,
    model: Characters,
    shared: Sequence[tuple[int, int, int]] = (),
    lexicon: Lexicon | None = None,
) -> tuple[list[Candidate], Features]:
    """The candidates of a text with their measures; `lexicon` is for training with a part of the words."""
    if len(text) < 2:
        return [], np.zeros((0, len(NAMES)))
    codes = fold(text)
    trade = words(text, codes, lexicon)
    spans = candidates(text, codes, trade, title, shared)
    if not spans:
        return [], np.zeros((0, len(NAMES)))
    return spans, measure(text, codes, trade, spans, model)
