"""The sentences near one that may hold the other figure of a comparison."""

from collections.abc import Iterator

from pipeline.check.reading.times import OLD, YEAR
from pipeline.check.reading.view import View
from pipeline.schema import Sentence

#: How far back the other figure of a comparison may be, in sentences.
BACK = 2
#: So many sentences joined by semicolons are taken together.
CHAIN = 4


def nearby(view: View, number: int) -> Iterator[int]:
    """The sentences before one, nearest first, within its section; and the next if it opens with an old time."""
    sentences = view.draft.sentences
    for other in range(number - 1, max(number - BACK, 0) - 1, -1):
        if sentences[other].section != sentences[number].section:
            break
        yield other
    for following in sorted({number + 1, chain(view, number).stop}):
        if following < len(sentences) and _opens_old(view.text, sentences[following]):
            yield following
            break


def chain(view: View, number: int) -> range:
    """The sentences that semicolons join to this one, at most a few on each side."""
    if number not in view.chains:
        sentences = view.draft.sentences
        first, last = number, number
        while first > max(0, number - CHAIN) and view.text[sentences[first - 1].end - 1] in "；;":
            first -= 1
        while last + 1 < min(len(sentences), number + CHAIN) and view.text[sentences[last].end - 1] in "；;":
            last += 1
        view.chains[number] = range(first, last + 1)
    return view.chains[number]


def _opens_old(text: str, sentence: Sentence) -> bool:
    end = min(sentence.end, sentence.start + 8)
    return (OLD.search(text, sentence.start, end) or YEAR.match(text, sentence.start, end)) is not None
