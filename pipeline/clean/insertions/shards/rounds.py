"""Pieces that come round without a title that they could come from.

A farm takes its pieces from key words that the page does not show, too, or cuts a title into longer ones. What is left
to go by is how they come: each behind marks, again and again, the same after the same. An author opens his clauses with
the same words more than once, but not in turn.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from pipeline.clean.characters import Characters, fold
from pipeline.clean.insertions.ads import with_comma
from pipeline.clean.insertions.shards import alike, ring
from pipeline.clean.insertions.shards.pieces import BARE, LONGEST_PIECE
from pipeline.clean.insertions.shards.ring import GAIN, LEAST_PLACES, Place, Span
from pipeline.clean.ledger import Cut, probability
from pipeline.clean.reading import junctions

#: Where a piece may stand, as far as it may reach.
_LONGEST = 12
_SLOT = re.compile(rf"(?<=[，,、。；;：:！!？?的”])(?=([\u4e00-\u9fffA-Za-z0-9]{{2,{_LONGEST}}}))")
#: Amounts, dates, negations and comparisons are the author's, though reports say the same ones in turn.
_STATING = re.compile(r"\d[万亿元年月日号倍个多]|[不没未无莫勿]|[同环]比")
#: How many places are looked at, and how many different pieces.
_MOST_PLACES, _MOST_PIECES = 3000, 40
#: Shares of the pieces in turn and of all places that are of the title, from which on `shards` finds them by it.
_OF_PIECES, _OF_PLACES = 1 / 2, 2 / 3
#: What openings of clauses gain on the mean without a word that is the author's; so is what figures stand behind.
_LEAST_GAIN = -1.0
#: What speaks against there being any turns: above what reports, reviews and news of no tampering came to.
_BIAS = -3.2
#: What speaks for a place: that it is behind a mark or not, and that it comes after the piece before it in the ring,
#: after the one before that, or after any other; how many places back that may be.
_IN_SLOT, _AMID = 1.0, -2.5
_IN_TURN, _OVERLEAPT, _OUT_OF_TURN = 1.5, 0.0, -2.0
_BACK = 12
_ENDS = "，,、。；;：:！!？?\n"
_MARKS = "，,、。；;：:！!？?的”"


def find(text: str, title: str, model: Characters) -> list[Cut]:
    """The pieces that come round in `text`, each with its score; not those of `title` that `shards` finds by it."""
    bare = BARE.sub("", title)
    pieces, spans = _spans(text)
    if len(spans) < LEAST_PLACES or _of_title([pieces[span.piece] for span in spans], bare, _OF_PLACES):
        return []
    places = _gaining(text, spans, model)
    if len(places) < LEAST_PLACES or _of_title([pieces[place.piece] for place in places], bare, _OF_PLACES):
        return []
    turns, value = ring.best(text, pieces, places, bare)
    words = [pieces[number] for number in turns]
    if not words or _of_title(words, bare, _OF_PIECES):
        return []
    said = sorted((place.start, place.piece) for place in places if place.piece in turns)
    if alike.made(text, said):
        return []
    score = round(probability(value + _BIAS), 3)
    return [
        Cut(with_comma(text, place.start, place.end), place.end, "shard", "piece-round", score)
        for place in _fitting(_everywhere(text, words, model), len(turns))
    ]


def _of_title(words: Sequence[str], title: str, share: float) -> bool:
    """Whether more than a share of the words are pieces of the title."""
    return sum(_is_piece(word, title) for word in words) > share * len(words)


def _is_piece(word: str, title: str) -> bool:
    """Whether a word is a piece of the title: a run of it, or two."""
    return len(word) <= LONGEST_PIECE and (
        word in title or any(word[:cut] in title and word[cut:] in title for cut in range(2, len(word) - 1))
    )


def _spans(text: str) -> tuple[list[str], list[Span]]:
    """What stands behind marks again and again, and where; not what figures stand behind, as they do behind labels."""
    heads = [(match.start(), match[1]) for match in _SLOT.finditer(text)][:_MOST_PLACES]
    times = _again([head for _, head in heads])
    longer: dict[str, int] = {}
    for word, number in times.items():
        longer[word[:-1]] = max(longer.get(word[:-1], 0), number)
    pieces = [word for word, number in times.items() if longer.get(word, 0) < number and not _STATING.search(word)]
    pieces = sorted(pieces, key=lambda word: (-times[word] * len(word), word))[:_MOST_PIECES]
    number_of = {word: number for number, word in enumerate(pieces)}
    begun = {word[:2] for word in pieces}
    found = [
        Span(start, start + size, number_of[head[:size]])
        for start, head in heads
        if head[:2] in begun
        for size in range(2, len(head) + 1)
        if head[:size] in number_of and not (text[start - 1] == "的" and text[start + size : start + size + 1] in _ENDS)
    ]
    labels = Counter(span.piece for span in found if text[span.end : span.end + 1].isdigit())
    return pieces, [span for span in found if 2 * labels[span.piece] <= times[pieces[span.piece]]]


def _gaining(text: str, spans: Sequence[Span], model: Characters) -> list[Place]:
    """The places of pieces without which the text reads no worse, with what it gains at each."""
    starts, ends, _ = np.array(spans, np.int64).T
    said = junctions(fold(text), starts, ends, model)
    gains = (said.without - said.with_span).tolist()
    total: dict[int, float] = {}
    for span, gain in zip(spans, gains, strict=True):
        total[span.piece] = total.get(span.piece, 0.0) + gain - _LEAST_GAIN
    return [Place(*span, gain) for span, gain in zip(spans, gains, strict=True) if total[span.piece] > 0]


def _again(heads: Sequence[str]) -> dict[str, int]:
    """How often each beginning of two and more characters comes that comes more than once."""
    found: dict[str, int] = {}
    for size in range(2, _LONGEST + 1):
        times = Counter(head[:size] for head in heads if len(head) >= size)
        heads = [head for head in heads if times[head[:size]] > 1]
        if not heads:
            break
        found.update((word, number) for word, number in times.items() if number > 1)
    return found


def _everywhere(text: str, words: Sequence[str], model: Characters) -> list[Place]:
    """Where the pieces of a ring stand, behind marks or not, and what speaks for each place."""
    found = sorted(
        (match.start(), match.end(), turn)
        for turn, word in enumerate(words)
        for match in re.finditer(re.escape(word), text)
    )
    starts, ends, _ = np.array(found, np.int64).T
    said = junctions(fold(text), starts, ends, model)
    gains = (said.without - said.with_span).tolist()
    return [
        Place(*place, GAIN * gain + (_IN_SLOT if text[place[0] - 1 : place[0]] in _MARKS else _AMID))
        for place, gain in zip(found, gains, strict=True)
    ]


def _fitting(places: Sequence[Place], size: int) -> list[Place]:
    """The places of a ring's pieces that come in their turn, or read so much better without them."""
    totals: list[float] = []
    before: list[int] = []
    for number, place in enumerate(places):
        total, back = 0.0, -1
        for other in range(number - 1, max(-1, number - _BACK - 1), -1):
            if places[other].end > place.start:
                continue
            step = (place.piece - places[other].piece) % size
            value = totals[other] + (_IN_TURN if step == 1 else _OVERLEAPT if step == 2 % size else _OUT_OF_TURN)
            if value > total:
                total, back = value, other
        totals.append(total + place.gain)
        before.append(back)
    number = max(range(len(places)), key=totals.__getitem__)
    kept: list[Place] = []
    while number >= 0:
        kept.append(places[number])
        number = before[number]
    return kept[::-1]
