"""Text that is made alike: the items of a report, the articles of a contract, a table in words.

There the same words come round as pieces do that were put in. But they come in each item anew and in one order, while
what was put in has no regard to where a line or a sentence begins.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

#: What may be an item, the share of items that are alike, and how many these are at least.
_UNITS, _ALIKE, _LEAST_ALIKE = (re.compile(r"\n"), re.compile(r"[。；;！？\n]")), 0.4, 3


def made(text: str, said: Sequence[tuple[int, int]]) -> bool:
    """Whether many lines or sentences of the text say the same words in the same order.

    `said` are the places of words with a number for each word, sorted.
    """
    return any(_by(unit, text, said) for unit in _UNITS)


def _by(unit: re.Pattern[str], text: str, said: Sequence[tuple[int, int]]) -> bool:
    ends = [match.start() for match in unit.finditer(text)]
    items: dict[int, list[int]] = {}
    for start, word in said:
        items.setdefault(bisect_left(ends, start), []).append(word)
    several = Counter(tuple(words) for words in items.values() if len(words) > 1)
    most = max(several.values(), default=0)
    return most >= _LEAST_ALIKE and most >= _ALIKE * len(items)
