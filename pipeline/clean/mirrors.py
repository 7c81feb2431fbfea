"""What copies of whole sites carry: readings put behind characters, lines of search words, remains of markup.

Seen on many copied pages of a public crawl: a converter that writes traditional characters and, to differ from the
original, the reading of some in brackets behind them (國(guó)家, 2700萬(wàn)元); a first line of nothing but search
words, joined by strokes (甲市旅游攻略_甲市门票预订_甲市酒店排名) or, where they are of a grey trade, by commas; tags
that were escaped once too often.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.insertions.ads.lexicon import words
from pipeline.clean.ledger import Cut

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_READING = re.compile(rf"(?<=([\u3400-\u9fff]))(?:\([a-zü{_TONED}]{{1,7}}\)|（[a-zü{_TONED}]{{1,7}}）)")
_TONE = re.compile(f"[{_TONED}]")
#: A writer who gives the reading of a rare character gives it once. So many are toned, and so many come again.
_FEWEST, _AGAIN = 3, 2

#: Search words joined to a line: how many there are, of which so many as long as a phrase; and how long they are.
_CHAIN, _PHRASES, _PHRASE, _LONGEST = 4, 3, 5, 24
_JOINTS = re.compile(r"\s*[_＿]\s*|(?<=[\u4e00-\u9fff\d])\s*-+\s*(?=[\u4e00-\u9fff\d])")
_ENDS = re.compile(r"[。！!；;？?：:]")
_SAID = re.compile(r"[。！；;，：:、“”]|[？?](?=.)")

#: Joined by commas, they weigh so much as trade words, and these are so much of the line.
_COMMAS = re.compile(r"[,，、]")
_WEIGHT, _COVERED = 8, 0.4

_MARKUP = re.compile(r"[•·*\-]?\s*(?:</?[a-z][a-z0-9]*(?:\s[^<>\n]{0,120})?/?>\s*)+", re.IGNORECASE)


def readings(text: str) -> list[Cut]:
    """The readings in brackets behind characters of a page on which they come again and again."""
    found = list(_READING.finditer(text))
    toned = [match for match in found if _TONE.search(match[0])]
    again = sum(count - 1 for count in Counter((match[1], match[0]) for match in toned).values())
    if len(toned) < _FEWEST or again < _AGAIN:
        return []
    return [Cut(*match.span(), "boilerplate", "reading") for match in found]


def lines(text: str, places: Sequence[tuple[int, int]]) -> list[Cut]:
    """The lines that are nothing but search words, or nothing but markup."""
    cuts = []
    for start, end in places:
        if _is_chain(line := text[start:end]) or _is_trade(line):
            cuts.append(Cut(start, end, "ad", "search-words"))
        elif text.find("<", start, end) >= 0 and _MARKUP.fullmatch(text, start, end):
            cuts.append(Cut(start, end, "boilerplate", "markup"))
    return cuts


def _is_trade(line: str) -> bool:
    if len(_COMMAS.findall(line)) < _CHAIN - 1 or _ENDS.search(line):
        return False
    found = words(line)
    covered = sum(word.end - word.start for word in found) / len(line)
    return sum(word.weight for word in found) >= _WEIGHT and covered >= _COVERED


def _is_chain(line: str) -> bool:
    if line.count("_") + line.count("＿") + line.count("-") < _CHAIN - 1 or _SAID.search(line):
        return False
    parts = _JOINTS.split(line)
    phrases = sum(len(part) >= _PHRASE for part in parts)
    return len(parts) >= _CHAIN and phrases >= _PHRASES and max(map(len, parts)) <= _LONGEST
