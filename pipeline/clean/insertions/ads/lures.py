"""Advertising that betrays itself by its form: a site's name with 网址： before a sentence, a line of nothing but
trade words, and phrases whose characters are parted to get past filters."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.insertions.ads.lexicon import Word, words
from pipeline.clean.ledger import Cut, probability

#: A colon before a word that begins a sentence and not before an address.
_COLON = re.compile(r"[：:](?=[\u4e00-\u9fff“\d])")
#: What stands between the beginning of a clause and a colon: a name, at times with a call.
_NAME = re.compile(r"(?:[，。；”\n]|\A)([\u4e00-\u9fffA-Za-z0-9]{3,18})\Z")
_LONGEST_NAME = 18
_CALL = re.compile(r"(?:网址|登录|登陆|官网|开户|注册|下载|入口|平台|客户端|首页|网站|手机版)$")
_PARTS = re.compile(r"[\u4e00-\u9fff](?:([ ❤☆★*_／/.\-·~|])[\u4e00-\u9fff])(?:\1[\u4e00-\u9fff]){2,}")
#: What parts two characters and the next two alike.
_PART = re.compile(r"[ ❤☆★*_／/.\-·~|](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff](?<=(.).)\1)")
#: Who writes a sentence ends it, or joins its clauses with words that name no goods.
_SENTENCE = re.compile(
    r"[。！？；]|[：:，,]$|(?=.*[，,]).*(?:[的了是很没我你他她它就都还也再才]|不(?!锈|限)|需要|建议|可以|比较|觉得|希望|因为)"
)
#: What the trade words of a line weigh at least.
_LONGEST_LINE, _LEAST = 60, 4


def _weight(found: Sequence[Word]) -> int:
    return sum(word.weight for word in found)


def prefixes(text: str) -> list[Cut]:
    """Names of sites with a call and a colon, put before sentences."""
    colons = [match.start() for match in _COLON.finditer(text)]
    found_names = [_NAME.search(text, max(0, colon - _LONGEST_NAME - 1), colon) for colon in colons]
    names = _shortest(text, [match.span(1) for match in found_names if match])
    times = Counter(text[start:end] for start, end in names)
    cuts = []
    for start, end in names:
        name = text[start:end]
        found = words(name)
        weight = _weight(found)
        covered = sum(word.end - word.start for word in found) / len(name)
        if _CALL.search(name):
            value = 1.5 * (weight - 2) + 3.0 * (times[name] - 1)
            cuts.append(Cut(start, end + 1, "ad", "site-call", _score(value)))
        elif covered > 0.6 and any(word.weight == 3 for word in found):
            cuts.append(Cut(start, end + 1, "ad", "site-name", _score(weight - 2.5)))
    return cuts


def _shortest(text: str, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names without the author's words before them: as short as one of the page that they end with."""
    known = {text[start:end] for start, end in names}
    return [(max(n for n in range(start, end) if n == start or text[n:end] in known), end) for start, end in names]


def lines(
    text: str, places: Sequence[tuple[int, int]], title: str, trade: Sequence[Word], prefixed: Sequence[Cut] = ()
) -> list[Cut]:
    """Lines between paragraphs that are little but trade words; what stands behind a prefix is the author's.

    `trade` are the trade words of the text.
    """
    cuts = []
    begun = {cut.start for cut in prefixed}
    starts = [word.start for word in trade]
    for start, end in places:
        if not 6 <= end - start <= _LONGEST_LINE or start in begun:
            continue
        found = trade[bisect_left(starts, start) : bisect_left(starts, end)]
        weight = _weight(found)
        if weight < _LEAST:
            continue
        line = text[start:end]
        if line in title or _SENTENCE.search(line):
            continue
        covered = sum(word.end - word.start for word in found) / (end - start)
        cuts.append(Cut(start, end, "ad", "trade-line", _score(0.8 * (weight - 5.5) + 6 * (covered - 0.4))))
    return cuts


def parted(text: str) -> list[Cut]:
    """Runs of single characters with one and the same mark between them, that spell trade words."""
    first = _PART.search(text)
    if not first:
        return []
    cuts = []
    for match in _PARTS.finditer(text, first.start() - 1):
        plain = match[0][::2]
        weight = _weight(words(plain))
        value = 1.2 * (weight - 1) + 0.6 * (len(plain) - 5) - (2.0 if match[1] in " ·" else 0.0)
        cuts.append(Cut(*match.span(), "ad", "parted", _score(value)))
    return cuts


def _score(value: float) -> float:
    return round(probability(value), 3)
