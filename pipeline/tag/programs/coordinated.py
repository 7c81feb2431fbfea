"""Names without marks that share one head noun: 晨露、银杏两项计划, 朝露和银杏计划.

None of them is decided by itself: each is put before the head noun alone, and all must be names there.
"""

import re
from collections.abc import Iterator

from pipeline.tag.programs.bare import bare
from pipeline.tag.programs.found import Found, alternatives, kind
from pipeline.tag.programs.lexicon import GENERIC, LAUNCH_VERBS
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.ranker import Ranker

_PART = r"[\u4e00-\u9fff]{2,4}"
#: A launch verb, short parts in a row, how many they are, and the head noun.
_ROW = re.compile(
    rf"(?:{alternatives(LAUNCH_VERBS)})了?(?P<parts>{_PART}(?:、{_PART}){{0,5}}(?:、|和|与|及){_PART}?)等?"
    r"(?P<count>[两二三四五六七八九十\d]{1,2}[项个大])(?:专项|重点|公益|重大|品牌)?(?P<head>计划|行动|工程|项目)"
)
_JOINT = re.compile("[、和与及]")


def coordinated(text: str, taken: list[tuple[int, int]], model: Ranker | None) -> Iterator[Found]:
    """The names in rows that share a head noun, none in `taken`, which is sorted; none without a model."""
    if model is None:
        return
    for row in _ROW.finditer(text):
        start, parts = row.start("parts"), _JOINT.split(row["parts"])
        if inside(taken, start) or any(part in GENERIC for part in parts):
            continue
        verb = text[row.start() : start]
        if not all(_alone(verb, part + row["head"], model) for part in parts):
            continue
        for part in parts:
            yield Found(start, start + len(part), part + row["head"], kind(row["head"]), quoted=False, certain=False)
            start += len(part) + 1


def _alone(verb: str, name: str, model: Ranker) -> bool:
    """Whether a launch verb, what may be a name, and the end of the clause make a name."""
    return any(item.name == name for item in bare(f"{verb}{name}，", [], model))
