"""Aliases that the text gives a name: “乡村校园音乐教室”计划（以下简称“音乐教室”）."""

import re
from collections.abc import Iterator, Sequence

from pipeline.tag.programs.found import Found

_ALIAS = re.compile(
    r"[”」』’\"]?\s?[（(，,]\s?(?:以下|下文|下|也|又|亦|后文)?(?:统一)?(?:简称|称|称为|称作|简称为|名为|叫做?)(?:为)?\s?[:：]?"
    r"\s?[“「『‘\"](?P<alias>[^“”「」『』‘’\"\n，。]{2,20})[”」』’\"]"
)


def aliases(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The aliases given right behind the names in `found`, in order."""
    for item in found:
        match = _ALIAS.match(text, item.end)
        if match:
            yield item._replace(
                start=match.start("alias"), end=match.end("alias"), name=match["alias"], quoted=True, certain=True
            )
