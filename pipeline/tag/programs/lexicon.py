"""The words that programme names are made of and set in, read from the lists in `data/`.

To add a word, add it to its list; the first line of a list says what it is for.
"""

from collections.abc import Iterator
from importlib.resources import files


def _lines(name: str) -> Iterator[list[str]]:
    text = files("pipeline").joinpath("tag", "programs", "data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for line in _lines(name) for word in line)


HEADS = _words("heads")
QUOTED_HEADS = _words("quoted_heads")
NOT_BEFORE = {line[0]: tuple(line[1:]) for line in _lines("not_before")}
NOT_BEFORE_BARE = {line[0]: tuple(line[1:]) for line in _lines("not_before_bare")}
NOT_FESTIVALS = _words("not_festivals")
FESTIVALS = _words("festivals")
FIXED = _words("fixed")
PERIODS = _words("periods")
LAUNCH_VERBS = _words("launch_verbs")
BIRTH_VERBS = _words("birth_verbs")
APPOSITIONS = _words("appositions")
PLANNED_VERBS = frozenset(_words("planned_verbs"))
OUTSIDE = _words("outside")
SECURITIES = _words("securities")
SURNAMES = frozenset(_words("surnames"))
STOP_WORDS = frozenset(_words("stop_words"))
SOFT_STOPS = frozenset(_words("soft_stops"))
MEASURES = frozenset(_words("measures"))
ALLOWED = frozenset(_words("allowed"))
GENERIC = frozenset(_words("generic"))
BREAKS = frozenset(_words("breaks"))
NOT_NAMES = frozenset(_words("not_names"))
