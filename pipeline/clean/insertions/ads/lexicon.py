"""Finds the words of grey trades in a text, whatever disguises them character for character."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import Codes, pairs, points
from pipeline.clean.insertions.ads.trades import WEIGHT
from pipeline.errors import DataError

#: The table of pairs has two to the power of so many places.
_BITS = 18
_ODD, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(64 - _BITS)
#: In a text that is no longer every place is looked at without arrays.
_SHORT = 50
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Word(NamedTuple):
    """A trade word of the text."""

    start: int
    end: int
    weight: int


def _keys(text: str) -> tuple[Codes, Codes]:
    """A key for each two characters of a text and for each three."""
    characters = points(text)
    two = pairs(characters[:-1], characters[1:])
    return two, pairs(two[:-1], characters[2:])


def _slots(keys: Codes) -> npt.NDArray[np.int64]:
    """The place of each key in a table."""
    return (keys * _ODD >> _SHIFT).view(np.int64)


#: Characters that farms put for others, by sound, by look or in traditional writing.
_DISGUISES = dict(
    zip(
        "微信网证贷款彩票代赌博加卖发开门务服单码国电视频买办乐钱体龙场线户号资费价购销软转业师医药学历论题级图车币飞马万优传伟减兴养",
        "薇芯罔正岱欵采漂袋堵搏伽麦發開門務服單碼國電視頻買辦樂錢體龍場線戶號資費價購銷軟轉業師醫藥學歷論題級圖車幣飛馬萬優傳偉減興養",
        strict=True,
    )
)
_MORE_DISGUISES = {"微": "威", "网": "網", "证": "證", "贷": "貸", "赌": "賭", "卖": "賣", "票": "飘", "代": "带"}
#: A mark or a letter between two characters of a word.
_PARTED = re.compile("[❤☆★♥*_／/.~|a-z-](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")


def _disguised(word: str) -> list[str]:
    """The word as it stands, and with some or all of its characters replaced."""
    found = [word]
    for table in (_DISGUISES, {**_DISGUISES, **_MORE_DISGUISES}):
        whole = "".join(table.get(character, character) for character in word)
        single = [word[:n] + table[c] + word[n + 1 :] for n, c in enumerate(word) if c in table]
        found += [whole, *single]
    return list(dict.fromkeys(found))


class Lexicon(NamedTuple):
    """Words to be looked for: which pairs of characters are one and which three begin one, by hash, and by the first
    two how long they are, the longest first.

    With each word its weight and whether it begins or ends with a Latin letter.
    """

    pairs: npt.NDArray[np.bool_]
    threes: npt.NDArray[np.bool_]
    lengths: Mapping[str, Sequence[int]]
    weights: Mapping[str, tuple[int, bool]]


@cache
def load() -> Lexicon:
    """All words of `trades.toml`."""
    return of(WEIGHT)


def of(weights: Mapping[str, int]) -> Lexicon:
    """The lexicon of some words, with the disguises in which farms write them."""
    forms: dict[str, int] = {}
    for word, weight in weights.items():
        if len(word) < 2:
            raise DataError(f"trades.toml: {word!r} is too short to be looked for")
        for form in _disguised(word.lower()):
            forms[form] = max(weight, forms.get(form, 0))
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:2], set()).add(len(form))
    two, three = np.zeros(1 << _BITS, np.bool_), np.zeros(1 << _BITS, np.bool_)
    for form in forms:
        keys = _keys(form)
        (two if len(form) == 2 else three)[_slots(keys[len(form) > 2])[0]] = True
    return Lexicon(
        two,
        three,
        {pair: sorted(found, reverse=True) for pair, found in lengths.items()},
        {form: (weight, form[0].isascii() or form[-1].isascii()) for form, weight in forms.items()},
    )


def words(text: str, lexicon: Lexicon | None = None) -> list[Word]:
    """The trade words of `text` from left to right, at each place the longest.

    A word may have single marks or letters between its characters.
    """
    lexicon = lexicon or load()
    if not _PARTED.search(text):
        return _words(text, lexicon)
    kept, position, places = [], 0, list[int]()
    for match in _PARTED.finditer(text):
        kept.append(text[position : match.start()])
        places.extend(range(position, match.start()))
        position = match.end()
    kept.append(text[position:])
    places.extend(range(position, len(text)))
    found = _words("".join(kept), lexicon)
    return [Word(places[word.start], places[word.end - 1] + 1, word.weight) for word in found]


def said(size: int, trade: Sequence[Word]) -> bytes:
    """Which of so many characters are of trade words: 1 or 0 for each."""
    found = bytearray(size)
    for word in trade:
        found[word.start : word.end] = b"\1" * (word.end - word.start)
    return bytes(found)


def _words(text: str, lexicon: Lexicon) -> list[Word]:
    lowered = text.lower()
    text = lowered if len(lowered) == len(text) else text.translate(_LOWER)
    found: list[Word] = []
    free = 0
    places: Sequence[int] = range(len(text) - 1)
    if len(text) > _SHORT:
        two, three = _keys(text)
        begins = lexicon.pairs.take(_slots(two))
        begins[:-1] |= lexicon.threes.take(_slots(three))
        places = begins.nonzero()[0].tolist()
    lengths, weights = lexicon.lengths, lexicon.weights
    for place in places:
        if place >= free:
            for length in lengths.get(text[place : place + 2], ()):
                form = text[place : place + length]
                known = weights.get(form)
                if known and not (known[1] and _within_latin(text, place, place + len(form))):
                    free = place + len(form)
                    found.append(Word(place, free, known[0]))
                    break
    return found


def _within_latin(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends within a word of Latin letters."""
    before, after = text[start - 1 : start + 1], text[end - 1 : end + 1]
    return (len(before) == 2 and before.isascii() and before.isalpha()) or (
        len(after) == 2 and after.isascii() and after.isalpha()
    )
