"""Pieces of the title put into sentences."""

import re
from collections.abc import Sequence
from random import Random

from pipeline.corrupt.page import MIDDLE, Page

_SLOT = re.compile(r"(?<=[,，、。；的])(?=[^\d\s”’」])")
_CITATION = re.compile(r"(?<=[。，”])(?=\[\d)")
_BARE = re.compile(r"[\W_]+")


def cut_title(title: str, keywords: Sequence[str], random: Random) -> list[str]:
    """The pieces that a farm cuts out of a title: two to six characters, without regard to words."""
    bare = _BARE.sub("", title)
    position = random.randrange(0, 3) if len(bare) > 12 else 0
    longest = random.choice((2, 3, 4, 6))
    pieces = []
    while position < len(bare) - 1:
        size = random.randint(2, longest)
        piece = bare[position : position + size]
        if len(piece) == size:
            if size <= 4 and random.random() < 0.15 and position + size + 4 < len(bare):
                # Two runs with a gap between them.
                second = random.randrange(position + size + 1, len(bare) - 2)
                piece += bare[second : second + 2]
            pieces.append(piece)
        position += size
        if random.random() < 0.2:
            position += random.randint(1, 3)
    pieces += [word for word in keywords if 2 <= len(word) <= 6]
    if len(pieces) > 3 and random.random() < 0.5:
        pieces = pieces[: random.randint(3, len(pieces))]
    if random.random() < 0.1:
        random.shuffle(pieces)
    return list(dict.fromkeys(pieces))


def shards(page: Page) -> None:
    """Pieces of the title in a repeating order, behind marks, before citations, at times in mid-clause."""
    random = page.random
    pieces = cut_title(page.title, page.keywords, random)
    if len(pieces) < 2:
        return
    slots = [(place, "shard") for place in page.places(_SLOT)]
    slots += [(place, "shard-citation") for place in page.places(_CITATION)]
    middle = page.places(MIDDLE)
    for _ in range(random.choice((0, 0, 2, 5))):
        slots.append((random.choice(middle), "shard-middle"))
    slots.sort()
    short = random.random() < 0.12
    density = random.uniform(0.3, 0.95)
    chosen = [slot for slot in slots if random.random() < density]
    if short:
        start = random.randrange(max(1, len(chosen) - 4))
        chosen = chosen[start : start + random.randint(2, 4)]
    elif random.random() < 0.3:
        chosen = chosen[: random.randint(4, max(4, len(chosen)))]
    number = random.randrange(len(pieces))
    last = -10
    for place, way in chosen:
        if place - last < 3 or page.taken.intersection(range(place - 2, place + 3)):
            continue
        page.put(place, pieces[number % len(pieces)], "shard", "shard-short" if short else way)
        page.taken.add(place)
        number += 1
        last = place


def long_shards(page: Page) -> None:
    """One long piece of the title, behind marks, a few times."""
    random = page.random
    bare = _BARE.sub("", page.title)
    size = min(random.randint(7, 11), len(bare) - 1)
    if size < 7:
        return
    start = random.randrange(len(bare) - size + 1)
    for _ in range(random.randint(2, 4)):
        place = page.take(page.places(_SLOT))
        if place is not None:
            page.put(place, bare[start : start + size], "shard", "shard-long")
