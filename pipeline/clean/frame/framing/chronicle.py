"""Lines of a chronicle or of honours behind a paragraph, which are short and look like those of a list of pages.

Such a line begins with a year in Chinese and tells something of it. A site's lists have their days behind the titles
or in figures, and what it says of a page's day names who wrote it, the time or the day of the week.
"""

import re
from collections.abc import Sequence

from pipeline.clean.frame.framing.look import Part

_REIGN = "民国|光绪|同治|道光|乾隆|康熙|昭和|明治|大正"
_YEAR = (
    r"(?:(?:1\d|20)\d\d[至~—–-]{1,2})?(?:1\d|20)\d\d年|[一二三四五六七八九〇○零]{4}年|"
    rf"(?:{_REIGN})[元\d一二三四五六七八九十]{{1,3}}年"
)
_DAY = (
    r"(?:(?:\d{1,2}|[正腊冬一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号])?|"
    r"[初春夏秋冬末底])?"
)
#: What a site says of the day of a page or of a column.
_SITE_S = (
    r"\d{1,2}[:：]\d\d|[（(]\d{1,4}[)）]|(?:星期|周|礼拜)[一二三四五六日天]|农历|总?第.{1,5}期|[\d一二三四五六七八九十]\s?(?:月|篇|条|页|个回答)\W*$|"
    r"(?:来源|作者|编辑|发布|发表|更新|阅读|浏览|点击|评论|回复|收藏|合订|归档|存档|运程|全部)"
)
#: Headlines begin with a year too, and go on at once.
_TOLD = re.compile(
    rf"(?:{_YEAR}){_DAY}(?:[起至—–~-].{{0,10}}?[年月日])?(?=[\s，,：:、—–-]|.*。)[\s，,：:、—–-]*"
    rf"(?!.*(?:{_SITE_S}|[?？]))(?=.*[\u4e00-\u9fff]{{2}})\S.+"
)
#: A longer line is no heading.
_LONGEST_HEADING = 10


def kept(lines: Sequence[str], parts: Sequence[Part | None], going: Sequence[bool]) -> list[bool]:
    """Which lines go, of those `going`: all but the chronicle's behind the first paragraph, and its heading."""
    found = list(going)
    opening = parts.index("prose") if "prose" in parts and any(going) else len(parts)
    for n in range(opening + 1, len(lines)):
        if going[n] and _TOLD.fullmatch(lines[n]):
            found[n] = False
            above = lines[n - 1]
            if parts[n - 1] is not None and len(above) <= _LONGEST_HEADING and above.isalnum():
                found[n - 1] = False
    return found
