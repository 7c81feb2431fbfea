"""What all places of a phrase say together: it comes again, in the author's places or in any."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.clean.characters import points
from pipeline.clean.insertions.ads.authors import at_name
from pipeline.clean.insertions.ads.boundaries import BREAK
from pipeline.clean.insertions.ads.candidates import BINDING, Candidate
from pipeline.clean.reading import Junctions, Values


def measure(text: str, spans: Sequence[Candidate], read: Junctions, rows: Mapping[str, Values]) -> None:
    """Sets the measures of the spans that come again, on this page or on others.

    They are the least and the mean gain of the phrase, the share of its pairs of characters that the page uses
    elsewhere or mostly elsewhere, how much its left and right neighbours are the same, how much likelier than anywhere
    its first characters are behind what stands before it, and what stands behind it is behind its last ones, and the
    share of its places at which names stand.
    """
    gain = (read.without - read.with_span).tolist()
    entered = (read.entry - read.alone).tolist()
    left = (read.with_span - read.alone_behind).tolist()
    places: dict[str, list[int]] = defaultdict(list)
    for number, span in enumerate(spans):
        if span.times > 1 or span.pages:
            places[text[span.start : span.end]].append(number)
    codes = points(text)  # as they are: folded, every word of letters is like every other
    keys = (codes[:-1] * np.uint32(0x9E37) + codes[1:]).astype(np.uint16)
    every = np.sort(keys, kind="stable")
    firsts = [spans[numbers[0]] for numbers in places.values()]
    own = np.concatenate([keys[span.start : span.end - 1] for span in firsts])
    counts = (every.searchsorted(own, "right") - every.searchsorted(own)).tolist()
    order: list[int] = []
    measures: list[tuple[float, ...]] = []
    position = 0
    for numbers, span in zip(places.values(), firsts, strict=True):
        times, size = span.times, span.end - span.start - 1
        used = counts[position : position + size]
        position += size
        gains = [gain[number] for number in numbers] if times > 1 else [0.0]
        lefts = [text[max(0, spans[n].start - 1) : spans[n].start].strip(BINDING) for n in numbers]
        rights = [text[spans[n].end : spans[n].end + 1] for n in numbers]
        measures += [
            (
                sum([count > times for count in used]) / size,
                sum([count > 2 * times for count in used]) / size,
                _sameness(lefts),
                _sameness(rights),
                min(gains),
                sum(gains) / times,
                sum(entered[n] for n in numbers) / len(numbers) if times > 1 else 0.0,
                sum(left[n] for n in numbers) / len(numbers) if times > 1 else 0.0,
                sum(at_name(text, spans[n].start, spans[n].end) for n in numbers) / len(numbers) if times > 1 else 0.0,
            )
        ] * len(numbers)
        order += numbers
    names = (
        "familiar",
        "subject",
        "left_same",
        "right_same",
        "junction_least",
        "junction_mean",
        "entered",
        "left",
        "named",
    )
    for name, values in zip(names, zip(*measures, strict=True), strict=True):
        rows[name][order] = values


def _sameness(neighbours: Sequence[str]) -> float:
    """How often the commonest neighbour that is no mark comes, as a share of those there are."""
    if len(neighbours) < 2:
        return 0.0
    if len(neighbours) == 2:
        return float(neighbours[0] == neighbours[1] and neighbours[0] != "" and neighbours[0] not in BREAK)
    counts: dict[str, int] = {}
    for character in neighbours:
        if character and character not in BREAK:
            counts[character] = counts.get(character, 0) + 1
    return (max(counts.values()) - 1) / (len(neighbours) - 1) if counts else 0.0
