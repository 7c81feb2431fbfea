"""Advertising put into the author's sentences: which of the candidates it is, and how surely.

Candidates that overlap compete: at most one of them was put in. A conditional logit gives each its share and
the rest to there being nothing; then all places of one phrase are judged together, because a farm puts its
phrase in several times, and an author's own words are his everywhere.
"""

import re
from collections.abc import Sequence

from pipeline.clean.characters import Characters
from pipeline.clean.insertions.ads import authors, edges, lexicon
from pipeline.clean.insertions.ads.authors import STRONGEST
from pipeline.clean.insertions.ads.candidates import SHORTEST_AGAIN, Candidate
from pipeline.clean.insertions.ads.decision import Decision, best, phrase_measures
from pipeline.clean.insertions.ads.lexicon import Word
from pipeline.clean.insertions.ads.measures import NAMES, Features, measured
from pipeline.clean.ledger import Cut, probability

#: Letters and figures beside a phrase are its own.
_HAN = re.compile("[\u4e00-\u9fff]*\n[\u4e00-\u9fff]*")
#: A phrase that is as sure as this and comes more than once was put in wherever it stands.
_SURE = 0.5
#: What is less likely is not worth looking at; and the logarithm of such odds that may still become likelier.
_DOUBTFUL, _LEAST = 0.05, -4.05
#: The logarithm of odds of a phrase that comes again from which on the page is one that was tampered with, and what
#: the other phrases of such a page gain. Three to one, as a page without loses (`pipeline.clean.trust`).
_SURELY, _BESIDE = 3.5, 1.1
_JUNCTION, _SUBJECT = map(NAMES.index, ("junction", "subject"))
_STOPS = frozenset("，。；、！？,.;!?\n\r")


def find(
    text: str,
    title: str,
    trade: Sequence[Word],
    model: Characters,
    decision: Decision,
    shared: Sequence[tuple[int, int, int]] = (),
) -> list[Cut]:
    """Advertising phrases in `text`, each with its score.

    `trade` are the trade words of the text, `shared` are stretches that stand on other pages too.
    """
    spans, rows = measured(text, title, trade, model, shared)
    if not spans:
        return []
    found: list[tuple[str, list[int], float]] = []
    for phrase, chosen, own, value in _judged(text, spans, rows, decision):
        score = round(probability(value), 3)
        if score < _DOUBTFUL:
            continue
        starts = [spans[number].start for number, _ in chosen]
        # What stands on other pages too is cut there as here.
        alone = len(starts) == 1 and not spans[chosen[0][0]].pages
        words, starts = _whole(text, phrase, starts, own, sure=score >= _SURE, alone=alone)
        if len(words) >= SHORTEST_AGAIN:
            found.append((words, starts, score))
    sure = [words for words, _, score in found if score >= _SURE]
    cuts = []
    for words, starts, score in found:
        core = _core(words, sure) if score >= _SURE else words
        everywhere = score >= _SURE and (len(starts) > 1 or core != words)
        cuts += [
            Cut(with_comma(text, start, start + len(core)), start + len(core), "ad", "trade-phrase", score)
            for start in (_everywhere(text, core) if everywhere else starts)
        ]
    return _surest(cuts)


def _judged(
    text: str, spans: Sequence[Candidate], rows: Features, decision: Decision
) -> list[tuple[str, list[tuple[int, float]], Sequence[Word], float]]:
    """The phrases that are not the author's, with their places, their trade words and the logarithm of their odds.

    Who surely put in one phrase did so with others: beside it the odds are better.
    """
    weights = decision.phrase.tolist()
    judged = []
    for phrase, chosen in best(text, spans, rows, decision.span, decision.ordinary).items():
        of_phrase = phrase_measures([probability for _, probability in chosen])
        value = sum(weight * measure for weight, measure in zip(weights, of_phrase, strict=True))
        if value < _LEAST:
            continue
        own = lexicon.words(phrase)
        starts = [spans[number].start for number, _ in chosen]
        said = rows[[number for number, _ in chosen]]
        gains, subject = said[:, _JUNCTION].tolist(), said[:, _SUBJECT].max()
        if not authors.keeps(text, phrase, starts, own, gains, subject):
            judged.append((phrase, chosen, own, value))
    sure = [phrase for phrase, chosen, _, value in judged if value > _SURELY and len(chosen) > 1]
    return [
        (phrase, chosen, own, value + _BESIDE * (len(chosen) > 1 and any(other != phrase for other in sure)))
        for phrase, chosen, own, value in judged
    ]


def _whole(
    text: str, phrase: str, starts: list[int], trade: Sequence[Word], *, sure: bool, alone: bool
) -> tuple[str, list[int]]:
    """A phrase and its places without the author's words at its edges, and with its own words beside them."""
    first, last = _own(text, phrase, starts, trade, alone=alone) if trade else (0, len(phrase))
    words = phrase[first:last]
    starts = [start + first for start in starts]
    if not any(word.weight == STRONGEST for word in trade):
        return words, starts
    if sure:
        more = edges.before(text, starts)
        starts = [start - more for start in starts]
        length = len(words) + more
        length += edges.behind(text, [start + length for start in starts])
        words = text[starts[0] : starts[0] + length]
    if len({edges.extended(text, start + len(words)) - start for start in starts}) == 1:
        words = text[starts[0] : edges.extended(text, starts[0] + len(words))]
        words += edges.figures(text, [start + len(words) for start in starts])
    return words, starts


def _core(phrase: str, others: Sequence[str]) -> str:
    """The shortest of the `others` that is all of `phrase` but for ordinary words; those are the author's."""
    for other in sorted(others, key=lambda words: (len(words), words)):
        place = phrase.find(other)
        rest = phrase[:place] + "\n" + phrase[place + len(other) :]
        if (
            place >= 0
            and rest != "\n"
            and _HAN.fullmatch(rest)
            and sum(word.weight for word in lexicon.words(rest)) < 2
        ):
            return other
    return phrase


def _own(text: str, phrase: str, starts: Sequence[int], trade: Sequence[Word], *, alone: bool) -> tuple[int, int]:
    """Where in a phrase the advertising begins and ends, given all places of the phrase."""
    own = [
        edges.trimmed(
            phrase,
            text[max(0, start - 1) : start],
            text[start + len(phrase) : start + len(phrase) + 2],
            trade,
            alone=alone,
        )
        for start in starts
    ]
    first, last = max(first for first, _ in own), min(last for _, last in own)
    if (
        trade
        and len(starts) == 1
        and _elsewhere(text, phrase[first : trade[0].start], after=phrase[trade[0].start : trade[0].end])
    ):
        first = trade[0].start
    if (
        trade
        and len(starts) == 1
        and _elsewhere(text, phrase[trade[-1].end : last], before=phrase[trade[-1].start : trade[-1].end])
    ):
        last = trade[-1].end
    return first, last


def _elsewhere(text: str, edge: str, *, before: str = "", after: str = "") -> bool:
    """Whether the page says what stands at the edge of a phrase elsewhere too, and not beside the same trade word."""
    return len(edge) > 1 and text.count(edge) > text.count(before + edge + after)


def _surest(cuts: Sequence[Cut]) -> list[Cut]:
    """Of cuts that overlap the surest, and of equals the first."""
    kept: list[Cut] = []
    end = 0
    for cut in sorted(cuts):
        if cut.start >= end:
            kept.append(cut)
        elif (cut.score or 0) > (kept[-1].score or 0):
            kept[-1] = cut
        end = kept[-1].end
    return kept


def _everywhere(text: str, phrase: str) -> list[int]:
    """Where a phrase stands: also where a longer candidate looked likelier, because its neighbours are alike."""
    starts = []
    place = text.find(phrase)
    while place >= 0:
        starts.append(place)
        place = text.find(phrase, place + len(phrase))
    return starts


def with_comma(text: str, start: int, end: int) -> int:
    """Where the cut begins: with the comma before it, where the comma after it does for both."""
    if start and text[start - 1] in "，,、" and (end == len(text) or text[end] in _STOPS):
        return start - 1
    return start
