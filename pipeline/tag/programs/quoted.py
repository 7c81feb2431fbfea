"""Names that quotation marks vouch for.

Four forms: the marks hold the whole name (“春雨计划”); the head noun follows them (“寻找同行者”计划);
several share one head noun (“富知”“富域”两项计划); the context says what a quoted part without a head
noun is (启动“…”, 公益项目“…”).
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.tag.programs.candidates import TIME
from pipeline.tag.programs.found import (
    HEAD_BEHIND,
    NOT_FESTIVAL,
    QUOTED_END,
    SECURITIES,
    SUFFIX,
    TENDERED,
    Found,
    alternatives,
    kind,
)
from pipeline.tag.programs.lexicon import (
    APPOSITIONS,
    BIRTH_VERBS,
    BREAKS,
    GENERIC,
    LAUNCH_VERBS,
    NOT_NAMES,
    OUTSIDE,
    PERIODS,
    SURNAMES,
)
from pipeline.tag.programs.quotes import Quote
from pipeline.tag.programs.words import Word, words

_SENTENCE_MARK = re.compile(r"[。；！？!?;\n]")
_SPEECH = re.compile(
    r"[我你他她您]|这[个是样种些]|该(?:计划|项目|行动|活动|工程)|什么|怎么|就是|没有|不是|必须|应该|可以"
)
#: `“…”为主题的活动`, `以“…”为主题`: a motto, no name.
_MOTTO = re.compile(r"为(?:主题|题|主线|口号|名|核心|目标|宗旨|理念|内容|重点|契机|背景)")
_MODIFIER = re.compile(rf"([^\s，。、；：:,;.!?！？“”‘’「」『』\"《》（）()—…]{{0,12}}?)({HEAD_BEHIND.pattern})")
_SUFFIX = re.compile(SUFFIX)
_CHAIN = re.compile("计划|工程|行动|项目|机制|活动")
_NO_MODIFIER = re.compile(
    r"^[一二两三四五六七八九十百多数几\d]+(?:项|大|个|类|种|场|次|批)|"
    r"开展|启动|发起|举行|举办|组织|推出|实施|参加|参与|获|入选|列入|召开|完成|成为|成立|命名|"
    r"[此这该那][项个次]|(?<![一二三四五六七八九十\d])号|党|系统|软件|"
    r"品牌(?!\w\w$)|产品|政策|精神|理念|概念|战略|思想|时代|期间|以来|时期|国家|规划|有关|相关"
)
#: “六大工程”: as many as there are, none of them named; “八五行动” and “111计划” are names.
_NUMBERED = re.compile(r"^(?:[一二两三四五六七八九十百\d]+(?:大|项|个|种|类)|[一二两三四五六七八九十\d])$")
#: Bodies and places that bear the quoted name themselves: “星河”公司…活动.
_BODY = re.compile("公司|集团|平台|(?<![新网小])店|厂|基地|餐厅|酒店|医院|学校|大学(?!生)|银行|基金")
_HOLIDAYS = re.compile(r"^(?:五一|十一|国庆|春节|元旦|三八|六一|七一|八一|五四|端午|中秋|元宵|五·一|十·一|两会|双节)$")
_FIVE_YEAR = re.compile(r"^(?:[一二三四五六七八九十]?[五十]?[一二三四五]五|[七八九]五|十五)$")
_WEAK_END = re.compile(r"(?:课堂|讲堂|大集|市集|集市|专场)$")
_VERB = alternatives((*BIRTH_VERBS, "实施", "开展", "发布", "推行", "推进", "深化", "落实", "打造", "部署", "铺开"))
_LAUNCHED_MODIFIER = re.compile(rf"(?:{_VERB})+了?([\u4e00-\u9fffA-Za-z]{{2,14}})$")
#: Word classes and endings that make what stands before a mark an organiser, a place, an ordinal or an apposition.
_OUTSIDE_TAGS = ("ns", "nt", "m", "q", "d", "p", "c", "r", "f", "u", "y", "eng")
_APPOSITION = re.compile(rf"(?<![该此本这每各次])({alternatives(APPOSITIONS)})(?:名为|名叫|叫做|称为|——|—|：|:)?$")
_LAUNCHED = re.compile(rf"(?:{alternatives(LAUNCH_VERBS)})")
_BORN = re.compile(r"(?:启动|发起|开启)了?$")
_NO_NAME_END = re.compile(
    r"(?:响应|预警|模式|程序|服务|功能|系统|平台|概念|口号|通道|按钮|键|APP|App|版|产品|套餐|预案|警报|调查|会议|大会|论坛|"
    r"峰会|旅程|之旅|征程|时代|人生|生活|新篇章|引擎|大门|序幕|战略|革命|攻击|倡议|改革|管理|经济)$"
)
_SHARED = re.compile(
    # “…”“…”等活动 are what is done at a programme.
    r"(?!等(?:系列|主题|特色|配套)?(?:活动|项目))等?(?:[一二两三四五六七八九十\d]+(?:项|大|个|大类)?)?(?:系列|主题|专项|重点|公益|子)?"
    r"(?P<head>计划|行动|工程|项目|活动|机制)"
)
#: Head nouns under which lists put much that is no programme.
_BROAD = ("项目", "活动")
_JOINT = re.compile(r"[、和与及]?(?:以及)?")


def quoted(text: str, marks: Sequence[Quote]) -> Iterator[Found]:
    """The names among quoted parts, in order."""
    shared = _shared_heads(text, marks)
    for number, mark in enumerate(marks):
        found = _lesson(text, mark) or _whole(text, mark) or _followed(text, mark)
        if found is None and number in shared:
            head = shared[number]
            name = text[mark.start : mark.end] + head
            found = Found(mark.start, mark.end, name, kind(head), quoted=True, certain=head not in _BROAD)
        if found is None:
            found = _headless(text, mark)
        if found is not None:
            yield found


def _lesson(text: str, mark: Quote) -> Found | None:
    """“浪花课堂”水上体育项目: what a programme is built around; a place of lessons or a fair is a weaker head noun."""
    if not _WEAK_END.search(text, mark.start, mark.end) or HEAD_BEHIND.match(text, mark.end + 1):
        return None
    return _followed(text, mark)


def _whole(text: str, mark: Quote) -> Found | None:
    """“春雨计划”: the marks hold the name with its head noun."""
    content = text[mark.start : mark.end]
    end = QUOTED_END.search(content)
    if end is None or not _name_like(content):
        return None
    head, core = end[1], content[: end.start(1)].strip()
    if not core or head in core or core in NOT_NAMES or core[-1] == "的" or _NUMBERED.match(core) or _motto(text, mark):
        return None
    if "，" in content and not _launched_before(text, mark):
        return None
    short = len(head) == 1 and not (_short_head(core, head) or _own_day(text, mark, core, head))
    if short or (len(head) == 2 and (len(core) == 1 or _common(core, most=1))):
        return None
    return Found(mark.start, mark.end, content, kind(head), quoted=True, certain=True)


def _followed(text: str, mark: Quote) -> Found | None:
    """“寻找同行者”计划: the head noun follows the marks, with a modifier at most between."""
    match = _MODIFIER.match(text, mark.end + 1)
    if match is None:
        return None
    content, modifier, head, end = text[mark.start : mark.end], match[1], match[2], match.end()
    if not _name_like(content) or content in NOT_NAMES or _clause(modifier):
        return None
    if _HOLIDAYS.match(content) or (_FIVE_YEAR.match(content) and modifier) or _motto(text, mark):
        return None
    if len(head) == 1 and NOT_FESTIVAL.search(modifier or content):
        return None
    if _described(modifier, head) or (head in ("工程", "项目") and TENDERED.match(text, end)):
        return None
    while (chained := _CHAIN.match(text, end)) and chained[0] != head:
        head, end = chained[0], chained.end()
    suffix = _SUFFIX.match(text, end)
    end = suffix.end() if suffix else end
    start = _left(text, mark) if len(content) <= 4 else mark.start - 1
    name = text[start : mark.start - 1] + content + text[mark.end + 1 : end]
    return Found(start, end, name, kind(head), quoted=True, certain=True)


def _described(modifier: str, head: str) -> bool:
    """Whether a modifier makes of what is quoted the object of some work or a brand: “一带一路”建设项目."""
    return (head in _BROAD and "品牌" in modifier) or (head == "项目" and modifier == "建设")


def _clause(modifier: str) -> bool:
    """Whether what stands between the closing mark and the head noun says something of the quoted part."""
    if _NO_MODIFIER.search(modifier) or _BODY.search(modifier[:4]):
        return True
    return bool(modifier) and any(part.text in BREAKS for part in words(modifier, 0, len(modifier)))


def _left(text: str, mark: Quote) -> int:
    """Where a name starts whose quoted part is short: with the modifier that a launch verb stands right before."""
    match = _LAUNCHED_MODIFIER.search(text, max(0, mark.start - 24), mark.start - 1)
    if match is None:
        return mark.start - 1
    parts = words(text, *match.span(1))
    # The verb may have been found too early: 推出|启动|….
    if match[1].endswith((*OUTSIDE, *APPOSITIONS)) or any(part.text in BREAKS for part in parts):
        return mark.start - 1
    if any(part.tag in _OUTSIDE_TAGS or part.text in LAUNCH_VERBS or _who_or_when(part) for part in parts):
        return mark.start - 1
    return match.start(1)


def _who_or_when(word: Word) -> bool:
    return (word.tag == "t" and TIME.search(word.text) is not None) or (word.tag == "nr" and word.text[0] in SURNAMES)


def _headless(text: str, mark: Quote) -> Found | None:
    """启动“…”。 and 公益项目“…”: no head noun in or behind the marks, but the context says what it is."""
    content = text[mark.start : mark.end]
    if not 3 <= len(content) <= 20 or not _name_like(content) or _motto(text, mark) or "，" in content:
        return None
    before = text[max(0, mark.start - 25) : mark.start - 1]
    behind = text[mark.end + 1 : mark.end + 2]
    apposition = _APPOSITION.search(before)
    if apposition and _LAUNCHED.search(before, 0, apposition.start()):
        return Found(mark.start, mark.end, content, kind(apposition[1]), quoted=True, certain=False)
    if _BORN.search(before) and len(content) >= 5 and behind in "。，,；;！!\n" and not _NO_NAME_END.search(content):
        return Found(mark.start, mark.end, content, None, quoted=True, certain=False)
    return None


def _shared_heads(text: str, marks: Sequence[Quote]) -> dict[int, str]:
    """The head noun that quoted parts in a row share, by their number: “富知”“富域”两项计划."""
    shared: dict[int, str] = {}
    first = 0
    for number, mark in enumerate(marks):
        joint = _JOINT.match(text, mark.end + 1)
        behind = joint.end() if joint else mark.end + 1
        if number + 1 < len(marks) and marks[number + 1].start - 1 == behind:
            continue
        head = _SHARED.match(text, mark.end + 1)
        if head and number > first:
            for member in range(first, number + 1):
                content = text[marks[member].start : marks[member].end]
                if (
                    len(content) <= (6 if head["head"] in _BROAD else 12)
                    and _name_like(content)
                    and not _HOLIDAYS.match(content)
                ):
                    shared[member] = head["head"]
        first = number + 1
    return shared


def _name_like(content: str) -> bool:
    """Whether quoted words can be a name at all: no sentence, no speech."""
    if SECURITIES.search(content) or len(content) > 30 or content != content.strip() or _SENTENCE_MARK.search(content):
        return False
    return not (len(content) > 8 and _SPEECH.search(content))


def _common(core: str, most: int) -> bool:
    """Whether at most `most` words, all of them everyday modifiers, stand before the head noun."""
    parts = words(core, 0, len(core))
    return len(parts) <= most and all(part.text in GENERIC for part in parts)


def _short_head(core: str, head: str) -> bool:
    """Whether 节, 季, 周, 月 … end a name and not another word or a holiday."""
    if len(core) < 2:
        return False
    if head == "节":
        return not NOT_FESTIVAL.search(core)
    return bool(_PERIOD_CORE.search(core)) or (head != "月" and len(core) >= 4 and not _TIME_CORE.search(core))


_PERIOD_CORE = re.compile(f"(?:{alternatives(PERIODS)})$")
_TIME_CORE = re.compile("(?:个|一|两|几|每|本|上|下|黄金|明|日|年|四|换|旺|淡)$")


def _own_day(text: str, mark: Quote, core: str, head: str) -> bool:
    """Whether somebody gives a feast of the name of a holiday: 办起“沃田机手感恩节”."""
    holiday = NOT_FESTIVAL.search(core) if head == "节" else None
    own = holiday is not None and len(holiday[0]) > 1 and holiday.start() > 2 and core[holiday.start() - 1] != "的"
    return own and _launched_before(text, mark)


def _motto(text: str, mark: Quote) -> bool:
    return bool(_MOTTO.match(text, mark.end + 1))


def _launched_before(text: str, mark: Quote) -> bool:
    return bool(_LAUNCHED.search(text, max(0, mark.start - 6), mark.start - 1))
