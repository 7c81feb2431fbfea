"""Advertising phrases of grey trades, put into the author's sentences.

Candidates are chains of trade words (`trades`), whose weight says how suspicious they are. Where a chain stands
decides: an author who writes about a trade connects its words to the sentence, a farm drops them in.
"""

import re
from collections import Counter
from collections.abc import Iterable
from math import exp

from pipeline.clean.ledger import Cut
from pipeline.clean.trades import WEIGHT


def _trie(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` that begins at a place."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}

    def pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
        branches = [re.escape(key) + pattern(child) for key, child in node.items() if key]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return joined + ("?" if "" in node else "")

    return pattern(tree)


_WORD = _trie(WEIGHT)
_CHAIN = re.compile(rf"(?:{_WORD})(?:[的网 ]?(?:{_WORD}))*(?:网址?[:：]?|[:：](?=[\u4e00-\u9fff]))?")
_TOKEN = re.compile(_WORD)
#: Said of trades by those who write about them.
_ABOUT = re.compile(
    r"(?:打击|查处|利用|从事|涉嫌|禁止|严禁|治理|整治|取缔|抵制|防范|举报|通过|进行|开展|提供|办理|申请|发放|"
    r"使用|参加|购买|销售|出售|销毁|查获|关于|针对|参与|组织|开设|经营|非法|网络|这种|各类|一些|的|等|对|为|在|是|了|“|《|《)$"
)
_LEAST = 4


def find(text: str) -> list[Cut]:
    """Chains of trade words that were put in, each with its score."""
    chains = [
        (match.start(), match.end(), sum(WEIGHT[word] for word in _TOKEN.findall(match[0])))
        for match in _CHAIN.finditer(text)
    ]
    chains = [chain for chain in chains if chain[2] >= _LEAST and chain[1] - chain[0] >= 4]
    times = Counter(text[start:end] for start, end, _ in chains)
    cuts = []
    for start, end, weight in chains:
        value = weight - 3.5 + 1.5 * (times[text[start:end]] - 1)
        if _ABOUT.search(text, max(0, start - 4), start):
            value -= 3
        cuts.append(Cut(start, end, "ad", "trade-chain", round(1 / (1 + exp(-value)), 3)))
    return cuts
