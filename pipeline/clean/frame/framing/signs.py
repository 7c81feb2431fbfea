"""Characters as the reader of lines sees them: of which kind each is, folded, and with keys for pairs and threes."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint32]

_STOPS, _COMMAS, _COLONS, _CLOSES, _SEPARATORS = "。！？；!?;…", "，,、", "：:", "”」』）)】]》", "|｜>＞»/·"
_BULLETS, _OPENS, _NUMBERS, _BEHIND_NUMBERS = "·•●■◆▪>＞»*-–—#▶", "“「『（(【[《", "0一二三四五六七八九十", ".．、)）"

#: Kinds of characters, as the last or the first of a line, and as counted.
OTHER, STOP, COMMA, COLON, CLOSE, SEPARATOR, BULLET, OPEN, DIGIT, LETTER, HAN, SPACE = range(12)
KINDS = 12


def _kinds() -> npt.NDArray[np.uint8]:
    found = np.zeros(0x10000, np.uint8)
    found[0x4E00:0xA000] = HAN
    for kind, characters in (
        (STOP, _STOPS),
        (COMMA, _COMMAS),
        (COLON, _COLONS),
        (CLOSE, _CLOSES),
        (BULLET, _BULLETS),
        (SEPARATOR, _SEPARATORS),
        (OPEN, _OPENS),
        (SPACE, " \t\u3000\xa0"),
        (DIGIT, "0"),
        (LETTER, "a"),
    ):
        found[[ord(character) for character in characters]] = kind
    return found


def _folds() -> npt.NDArray[np.uint32]:
    """Figures are one sign, and so are Latin letters."""
    found = np.arange(0x10000, dtype=np.uint32)
    for first, last, sign in (("0", "9", "0"), ("０", "９", "0"), ("a", "z", "a"), ("A", "Z", "a"), ("Ａ", "ｚ", "a")):
        found[ord(first) : ord(last) + 1] = ord(sign)
    return found


KIND, _FOLD = _kinds(), _folds()
IS_NUMBER, IS_BEHIND_NUMBER = np.zeros(0x10000, np.bool_), np.zeros(0x10000, np.bool_)
IS_NUMBER[[ord(character) for character in _NUMBERS]] = True
IS_BEHIND_NUMBER[[ord(character) for character in _BEHIND_NUMBERS]] = True
_ZERO, _A, LINE = np.uint32(ord("0")), np.uint32(ord("a")), np.uint32(ord("\n"))
_ODD, _NEXT = np.uint32(0x9E3779B1), np.uint32(1)


def keys(codes: Keys) -> tuple[Keys, Keys]:
    """Of folded characters the keys of pairs and of threes, from each character on."""
    two = _mixed(codes[:-1], codes[1:])
    return two * _ODD, _mixed(two[:-1] + _NEXT, codes[2:]) * _ODD


def keys_of(words: Sequence[str]) -> Keys:
    """The keys of words, each a pair or a three of folded characters."""
    codes = np.frombuffer("".join(word.ljust(3) for word in words).encode("utf-32-le"), np.uint32).reshape(-1, 3)
    two = _mixed(codes[:, 0], codes[:, 1])
    long = np.array([len(word) > 2 for word in words], np.bool_)
    return np.where(long, _mixed(two + _NEXT, codes[:, 2]), two) * _ODD


def _mixed(before: Keys, code: Keys) -> Keys:
    mixed = before * _ODD + code
    return mixed ^ (mixed >> np.uint32(15))


def folded(text: str) -> Keys:
    """The codes of a text; a run of figures or of Latin letters is one sign."""
    codes = _FOLD[np.minimum(np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32), np.uint32(0xFFFF))]
    same = codes[1:] == codes[:-1]
    again = same & ((codes[1:] == _ZERO) | (codes[1:] == _A))
    return np.concatenate([codes[:1], codes[1:][~again]]) if again.any() else codes
