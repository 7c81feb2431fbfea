"""Parts of a whole: behind 其中 and 分行业看 they are compared with what the whole is, unless they say otherwise."""

import re

from pipeline.schema import Basis
from pipeline.tag.percents.basis import basis
from pipeline.tag.percents.lists import Context

# 其中9月份 is no part but another time.
_MARK = re.compile(
    r"(?:其中|[分从按](?![同环])[^，,。；！？\n\d]{1,8}看)[，,：:]?(?!\d{1,2}月|[一二三四]季|[上下]半年|第[一二三四]季)"
)
_ENDS = "。！？\n"
_SEGMENT_ENDS = "。！？\n；"
_SENTENCE_END = re.compile(rf"[{_ENDS}]")
# 由45天压缩至18天，缩短六成: what a part is compared with is said; so is 两年平均.
_SAID = re.compile("[由从]|年平?均|复合")

#: How far from 其中 its parts and its whole are, and how many figures back; keeps the time linear.
_FAR, _KEPT = 240, 24


def parts(text: str) -> "Parts | None":
    """Where the text speaks of parts, if it does."""
    return Parts(text) if "其中" in text or "看" in text else None


class Parts:
    """The figures of a text so far, and where it speaks of parts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = list(_MARK.finditer(text))
        self._next = 0
        self._seen: list[tuple[int, Basis | None]] = []

    def basis_at(self, start: int, floor: int) -> Basis | None:
        """The basis of the whole for a figure at `start` that is of a part; `floor` is the end of the one before."""
        while self._next < len(self._marks) and self._marks[self._next].end() <= start:
            self._next += 1
        if not self._next:
            return None
        mark, text = self._marks[self._next - 1], self._text
        if (
            start - mark.end() > _FAR
            or _SENTENCE_END.search(text, mark.end(), start)
            or _SAID.search(text, max(mark.end(), floor), start)
            or basis(text[mark.end() : start])
        ):
            return None
        begin = mark.start()
        while begin and text[begin - 1] in _SEGMENT_ENDS:  # what stands before is of the whole
            begin -= 1
        far = max(0, begin - _FAR)
        begin = max(text.rfind(sign, far, begin) for sign in _SEGMENT_ENDS)
        bases = [of_whole for place, of_whole in self._seen if begin < place < mark.start()]
        return bases[0] if bases and set(bases) <= {bases[0], None} else None

    def add(self, start: int, context: Context, *, points: bool) -> None:
        """Note a figure; one that is no change, or one of a rate, says nothing of what its parts are compared with."""
        if self._marks and context.direction and not points:
            self._seen.append((start, context.basis))
            del self._seen[:-_KEPT]
