"""What a page says twice: its title, and a summary that is one of its paragraphs."""

import re

from pipeline.clean.ledger import Cut

_MARKS = re.compile(r"[\W_]+")
#: A line of an encyclopaedia's table below which the subject is named.
_NAME_LABEL = re.compile(
    r"(?:中文|外文|公司|企业|单位|机构|学校|景点|作品|产品|品牌|书|片|剧|校|厂)?(?:名称?|全称|简称|别名)[:：]?"
)


def repeated(text: str, title: str, places: list[tuple[int, int]], kept: int) -> list[Cut]:
    """Lines that say the title once more than the one in which it stands at `kept`.

    Above that one a line may have a site's name behind the title.
    """
    wanted = _bare(title)
    if len(wanted) < 4:
        return []
    last, shortest, longest = wanted[-1], len(wanted), 2 * len(title) + 8
    return [
        Cut(start, end, "duplicate_title", "title-again")
        for number, (start, end) in enumerate(places)
        if not start <= kept < end
        and (
            (shortest <= end - start <= longest and last in text[start:end] and _bare(text[start:end]) == wanted)
            or (end < kept and text.startswith(title, start) and not text[start + len(title)].isalnum())
        )
        and not (number and _NAME_LABEL.fullmatch(text, *places[number - 1]))
    ]


_SUMMARY = re.compile(
    r"[【\[（(]?(?:文章|内容|本文|新闻)?(?:摘要|导读|简介|核心提示|提要|概要|导语)[】\])）]?\s*[:：]?\s*"
)
#: A summary that says nothing of its own shares this much of its pairs of characters with a paragraph.
_SAME = 0.7


def summaries(text: str, places: list[tuple[int, int]]) -> list[Cut]:
    """Lines labelled as a summary that only repeat a paragraph of the page."""
    cuts = []
    for number, (start, end) in enumerate(places[:12]):
        label = _SUMMARY.match(text, start, end)
        if label is None or end - label.end() < 20:
            continue
        said = _quads(text[label.end() : end])
        for begin, stop in places[number + 1 : number + 8]:
            if len(said & _quads(text[begin:stop])) > _SAME * len(said):
                cuts.append(Cut(start, end, "boilerplate", "summary-again"))
                break
    return cuts


def _quads(line: str) -> set[str]:
    return {line[place : place + 4] for place in range(min(len(line), 600) - 3)}


def _bare(line: str) -> str:
    return _MARKS.sub("", line)
