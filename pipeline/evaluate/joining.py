"""Joining of programmes over the whole run: pairs of mentions that are said to be one programme."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.evaluate.scores import Count
from pipeline.evaluate.tally import Tally


def score(tallies: Sequence[Tally]) -> Count:
    """Pairs in gold, pairs predicted, and pairs in both, over the mentions that were found.

    What was not found is counted at its label; here it would only be counted twice.
    Programmes that were split or merged are noted as differences at their first mention.
    """
    mentions = [mention for tally in tallies for mention in tally.mentions]
    gold = Counter(program for program, _, _ in mentions)
    predicted = Counter(joined for _, joined, _ in mentions)
    both = Counter((program, joined) for program, joined, _ in mentions)
    _differences(tallies)
    return Count(_pairs(gold), _pairs(predicted), _pairs(both))


def _pairs(sizes: "Counter[str] | Counter[tuple[str, str]]") -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _differences(tallies: Sequence[Tally]) -> None:
    joined_as: defaultdict[str, list[str]] = defaultdict(list)
    joined_from: defaultdict[str, list[str]] = defaultdict(list)
    for tally in tallies:
        for program, joined, span in tally.mentions:
            if joined not in joined_as[program]:
                joined_as[program].append(joined)
                if len(joined_as[program]) > 1:
                    tally.differ("joining", "split", span, gold=program, predicted=" | ".join(joined_as[program]))
            if program not in joined_from[joined]:
                joined_from[joined].append(program)
                if len(joined_from[joined]) > 1:
                    tally.differ("joining", "merged", span, gold=" | ".join(joined_from[joined]), predicted=joined)
