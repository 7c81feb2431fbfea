"""What the ranker looks at: a head noun, the words before it, and one place where the name may begin."""

import re

from pipeline.tag.programs.candidates import LAUNCH, Span
from pipeline.tag.programs.lexicon import GENERIC
from pipeline.tag.programs.words import Word, frequency, known, words

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


def setting(text: str, span: Span) -> str:
    """The part of speech of the word behind a head noun: what is the subject of a verb is more than described."""
    end = min(len(text), span.end + _BEHIND)
    return next((word.tag for word in words(text, span.end, end)), "$")


def features(text: str, span: Span, start: int, behind_tag: str) -> list[str]:
    """The features of the name that begins at `span.before[start]`, as strings; `behind_tag` as `setting` gives it."""
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
    role = _role(before, left)
    everyday = sum([word.text in GENERIC for word in inner])
    unknown = sum([not known(word.text) for word in inner])
    single = sum([len(word.text) == 1 for word in inner])
    shape = "".join([word.tag[:1] for word in inner[-4:]])
    first, last = inner[0], inner[-1]
    sort = f"{min(everyday, 3)}{len(inner) - everyday > 0}{min(unknown, 2)}"
    whole = start == span.begin
    rates = [frequency(word.text) for word in inner if word.text not in GENERIC]
    rarest = min(rates, default=15) // 2
    rare = sum(rates) // len(rates) // 2 if rates else 8
    found = [
        "1",
        f"h{head}",
        f"n{min(len(inner), 6)}",
        f"c{min(span.head_start - inner[0].start, 14)}",
        f"hn{head}{min(len(inner), 4)}",
        f"l{left}",
        f"lt{left_tag}",
        f"lh{left}{head}",
        f"ll{further}|{left}",
        f"lf{left_tag}{first.tag}",
        f"r{behind[:1]}",
        f"rr{behind}",
        f"f{first.text}",
        f"ft{first.tag}",
        f"e{last.text}",
        f"et{last.tag}{head}",
        f"eh{last.text}{head}",
        f"s{shape}",
        f"q{sort}",
        f"qh{sort}{head}",
        f"ql{sort}{role}",
        f"o{role}{head}",
        f"u{min(unknown, 3)}",
        f"i{min(single, 3)}{head}",
        f"b{whole}{span.launched}{span.counted}",
        f"bh{whole}{start == span.first}{head}",
        f"w{start - span.first}",
        f"z{rarest}",
        f"zh{rarest}{head}",
        f"zm{rare}",
        f"a{behind_tag}",
        f"al{behind_tag}{role}",
    ]
    found.extend([f"x{word.text}" for word in inner])
    found.extend([f"xt{word.tag}" for word in inner])
    return found


def _role(before: Word | None, left: str) -> str:
    if before is None:
        return "^"
    if left in LAUNCH:
        return "L"
    if left in GENERIC:
        return "G"
    return before.tag[:1]


#: As much of what follows the head noun is cut into words.
_BEHIND = 4
_DIGIT = re.compile(r"\d")
