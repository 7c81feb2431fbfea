"""Aliases that the text gives a name: “乡村校园音乐教室”计划（以下简称“音乐教室”）."""

import re
from collections.abc import Iterator, Sequence

from pipeline.tag.programs.found import Found

ALIAS = re.compile(
    r"[”」』’\"]?\s?(?:[（(，,]\s?(?:以下|下文|下|也|又|亦|后文)?(?:统一)?(?:简称|称|称为|称作|简称为|名为|叫做?|即)(?:为)?\s?[:：]?|[（(](?=[“「『\"]))"
    # 以下简称“本计划” says nothing.
    r"(?!\s?[“「『‘\"]?(?:[本该此]|公司|标的|(?:计划|项目|活动|工程|行动)[”」』’\"]))"
    r"(?:\s?[“「『‘\"](?P<alias>[^“”「」『』‘’\"\n，。]{2,20})[”」』’\"]"
    r"|(?P<bare>[\u4e00-\u9fffA-Za-z0-9·]{2,12})[）)])"
)


def aliases(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The aliases given right behind the names in `found`, in order."""
    for item in found:
        match = ALIAS.match(text, item.end)
        if match:
            group = "alias" if match["alias"] else "bare"
            start, end = match.span(group)
            yield item._replace(start=start, end=end, name=match[group], quoted=group == "alias", certain=True)


#: A name is no longer than this where its alias tells that more of it stands before.
_LONGEST = 16
_OF = re.compile(r"的(?=[\u4e00-\u9fffA-Za-z0-9]{4,16}$)")


def in_full(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The names in `found` that an alias stands behind: it vouches for them.

    An alias is shorter than its name: 三年的县中振兴计划（以下简称“振兴计划”） is not 振兴计划 but begins behind 的.
    """
    for item in found:
        match = ALIAS.match(text, item.end)
        if match is None:
            continue
        alias, start = match["alias"] or match["bare"], item.start
        if alias in item.name and len(item.name) <= len(alias) + 1:
            before = max(0, item.end - _LONGEST - 1)
            of = _OF.search(text[before : item.end])
            start = min(start, before + of.end()) if of else start
        yield item._replace(start=start, name=text[start : item.end] if start < item.start else item.name, certain=True)
