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
    r"[^，。；,、\s和与]{0,10}?"
    r"(?:报告|報告|年报|年報|季报|总结|總結|财报|財報|业绩|白皮书|蓝皮书|榜单|排行榜|预算|数据[^显]|优先级|总决算|财务报表)"
)
_LOOK = 40
#: The last characters of these words, for a quick look first.
_LAST_OF_ABOUT = frozenset("约約概在于")
_LAST_OF_COMPARED = frozenset("比较較于於及过次美")


def in_title(text: str, start: int) -> bool:
    """Whether a date stands inside 《》."""
    opened = text.rfind("《", max(0, start - _LOOK), start)
    return opened >= 0 and text.find("》", opened, start) < 0 and text.find("\n", opened, start) < 0


def approximate(text: str, start: int, end: int) -> bool:
    """Whether 约 or 左右 makes it vague."""
    vague = text[start - 1 : start] in _LAST_OF_ABOUT and _ABOUT_BEFORE.search(text[max(0, start - 2) : start])
    return bool(vague or _ABOUT_AFTER.match(text, end))


def compared(text: str, start: int) -> bool:
    """Whether something is compared with the date (较2019年)."""
    return text[start - 1 : start] in _LAST_OF_COMPARED and bool(_COMPARED.search(text[max(0, start - 3) : start]))


def role(text: str, start: int, end: int, moment: Moment) -> Literal["title", "comparison", "report"] | None:
    """What makes a date something else than the time of an event."""
    if in_title(text, start):
        return "title"
    if compared(text, start):
        return "comparison"
    return "report" if under_report(text, end, moment) else None


def under_report(text: str, end: int, moment: Moment) -> bool:
    """Whether the date is the year that a report is about."""
    coarse = moment.year is not None and moment.month is None and moment.day is None
    return coarse and bool(_REPORT.match(text, end, end + 16))
