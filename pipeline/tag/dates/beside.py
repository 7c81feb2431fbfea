"""What stands beside a date and says something about it: a title's marks, a comparison, 左右."""

import re
from typing import Literal

from pipeline.forms.dates import Moment

_ABOUT_BEFORE = re.compile(r"(?:大约|大約|大概|约在|約在|约于|约|約)$")
_ABOUT_AFTER = re.compile(r"左右|前后(?![来续])|前後|许(?![多可])|許(?!多)|上下")
_COMPARED = re.compile(
    r"(?:(?<!对)比|较|較|相比|对比|相较于?|不及|超过|[高低小大好优多少快慢强弱劣][于於]|仅次于|媲美)$"
)
#: 2023年总结, 2021年度报告: the year under report, not the date of what happens.
_REPORT = re.compile(
    r"(?:报告|報告|年报|年報|季报|总结|總結|财报|財報|业绩|白皮书|蓝皮书|榜单|排行榜|预算|数据[^显]|优先级|总决算|财务报表|預算)"
)
#: What keeps a report off the year before it.
_OTHER = re.compile(r"[，。；,、\s和与]")
_LOOK = 40
#: The last characters of these words, or the first, for a quick look before.
FIRST_OF_ABOUT = frozenset("左前许許上")
LAST_OF_ABOUT = frozenset("约約概在于")
LAST_OF_COMPARED = frozenset("比较較于於及过次美")


def in_title(text: str, start: int) -> bool:
    """Whether a date stands inside 《》."""
    opened = text.rfind("《", start - _LOOK if start > _LOOK else 0, start)
    return opened >= 0 and text.find("》", opened, start) < 0 and text.find("\n", opened, start) < 0


def is_compared(text: str, start: int) -> bool:
    """Whether something is compared with a date (较2019年); only where one of LAST_OF_COMPARED stands before it."""
    return _COMPARED.search(text[max(0, start - 3) : start]) is not None


def is_vague(text: str, start: int, end: int) -> bool:
    """Whether 约 or 左右 makes a date vague."""
    return bool(_ABOUT_BEFORE.search(text[max(0, start - 2) : start]) or _ABOUT_AFTER.match(text, end))


def report(text: str, end: int, moment: Moment) -> Literal["report"] | None:
    """The role of a year that a report is about."""
    by_year = moment.year is not None or (moment.year_offset is not None and text.startswith("年度", end - 2))
    if not by_year or moment.month is not None or moment.day is not None:
        return None
    found = _REPORT.search(text, end, end + 16)
    near = found is not None and found.start() <= end + 10 and not _OTHER.search(text, end, found.start())
    return "report" if near else None
