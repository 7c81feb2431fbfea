"""What the ranker looks at: a head noun, the words before it, and one place where the name may begin."""

import re
from collections.abc import Iterator
from functools import cache

import rjieba

from pipeline.tag.programs.candidates import LAUNCH, Span
from pipeline.tag.programs.lexicon import GENERIC
from pipeline.tag.programs.words import Word

#: The fewest and most characters before the head noun of a name.
LEAST, MOST = 2, 24


def starts(span: Span) -> range:
    """The indices in `span.before` at which a name may begin."""
    last = len(span.before)
    low, high = span.first, last
    while low < last and span.head_start - span.before[low].start > MOST:
        low += 1
    while high > low and span.head_start - span.before[high - 1].start < LEAST:
        high -= 1
    return range(low, high)


def worth_ranking(span: Span) -> bool:
    """Whether any word before the head noun is more than an everyday modifier."""
    return not all(word.text in GENERIC for word in span.words)


def features(text: str, span: Span, start: int) -> Iterator[str]:
    """The features of the name that begins at `span.before[start]`, as strings."""
    inner = span.before[start:]
    head = span.head
    before = span.before[start - 1] if start else None
    if before is not None:
        left, left_tag = before.text, before.tag
    else:
        left = text[inner[0].start - 1 : inner[0].start] or "^"
        left_tag = "^"
    further = span.before[start - 2].text if start > 1 else "^"
    behind = _DIGIT.sub("0", text[span.end : span.end + 2])
    everyday = sum(word.text in GENERIC for word in inner)
    unknown = sum(not _known(word.text) for word in inner)
    single = sum(len(word.text) == 1 for word in inner)
    size = span.head_start - inner[0].start
    shape = "".join(word.tag[:1] for word in inner[-4:])
    first, last = inner[0], inner[-1]
    sort = f"{min(everyday, 3)}{len(inner) - everyday > 0}{min(unknown, 2)}"
    yield "1"
    yield f"h{head}"
    yield f"n{min(len(inner), 6)}"
    yield f"c{min(size, 14)}"
    yield f"hn{head}{min(len(inner), 4)}"
    yield f"l{left}"
    yield f"lt{left_tag}"
    yield f"lh{left}{head}"
    yield f"ll{further}|{left}"
    yield f"lf{left_tag}{first.tag}"
    yield f"r{behind[:1]}"
    yield f"rr{behind}"
    yield f"f{first.text}"
    yield f"ft{first.tag}"
    yield f"e{last.text}"
    yield f"et{last.tag}{head}"
    yield f"eh{last.text}{head}"
    yield f"s{shape}"
    yield f"q{sort}"
    yield f"qh{sort}{head}"
    yield f"ql{sort}{_role(before, left)}"
    yield f"o{_role(before, left)}{head}"
    yield f"u{min(unknown, 3)}"
    yield f"i{min(single, 3)}{head}"
    yield f"b{start == span.begin}{span.launched}{span.counted}"
    yield f"bh{start == span.begin}{start == span.first}{head}"
    yield f"w{start - span.first}"
    for word in inner:
        yield f"x{word.text}"
        yield f"xt{word.tag}"


def _role(before: Word | None, left: str) -> str:
    if before is None:
        return "^"
    if left in LAUNCH:
        return "L"
    if left in GENERIC:
        return "G"
    return before.tag[:1]


_DIGIT = re.compile(r"\d")


@cache
def _known(word: str) -> bool:
    return bool(rjieba.has_word(word))
