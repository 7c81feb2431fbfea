"""Who runs a programme, as the sentence around its name says."""

import re
from itertools import pairwise

import rjieba

_VERB = "推出|启动|发起|开启|上线|举办|举行|主办|实施|开展|创办|设立|打造|构建|共建|承办|啟動|發起|舉辦|推行|发布|成立"
_LEAD = r"(?:[^，。；：,;:\n“”]{0,12}(?:年[底初末中]?|月[底初末份]?|日|期间|以来|近日|当天|日前|当日)起?)?"
_ADVERBS = (
    "即将|将|已|已经|正式|联合|共同|携手|面向全国|再次|全新|率先|首次|宣布|计划|现场|连续\\S{1,3}年|重磅|同步|"
    "首度|顺势|及时|精心|用心|耐心|热情|深入|扎实|持续|继续|又|也|还|随后|随即|专门|特别|主动|积极|自发|牵头|陆续|先后|相继|全面|大力|统一|独家|自主"
)
_ORGANISER = r"(?![底初末中]起)[\u4e00-\u9fffA-Za-z0-9·&（）()、]{2,24}?"
#: 抖音电商(即将)推出…, from the clause right before the name.
_SUBJECTS = tuple(
    re.compile(
        rf"(?:^|[，。；,;:：\s]){lead}(?P<who>{_ORGANISER})"
        rf"(?:于[^，。,\n]{{1,12}}|在[^，。,\n]{{1,10}})?(?:{_ADVERBS})*(?:{_VERB})[^，。；;\n]{{0,24}}$"
    )
    # The time may stand before the organiser or behind it: 日前市妇联…, 市妇联日前….
    for lead in (_LEAD, "")
)
#: 由抖音电商于2021年4月推出, behind the name.
_AGENT = re.compile(
    rf"^[”」』\"’]?[^。\n]{{0,8}}?由(?P<who>{_ORGANISER})(?:[和与、及]{_ORGANISER})?(?:[于在][^，。,\n]{{1,12}}?)?"
    rf"(?:{_ADVERBS})*(?:{_VERB}|组织|牵头|负责|运营)"
)
#: 是晴川电商发起的公益项目, behind the name.
_DEFINED = re.compile(
    rf"^[”」』\"’]?(?:是|系)由?(?P<who>{_ORGANISER})(?:[于在]?(?:19|20)\d\d年[^，。,\n]{{0,6}}?)?(?:{_ADVERBS})*(?:{_VERB}|组织|牵头)"
)
#: （主办方：省妇联）, behind the name.
_STATED = re.compile(
    rf"^[”」』\"’]?[（(](?:主办方?|主办单位|发起方|发起单位|组织方|承办方?)[：:](?P<who>{_ORGANISER})[，。；、）)]"
)
#: 晴川电商(旗下)的, right before the name.
_OWNER = re.compile(r"(?P<who>[\u4e00-\u9fffA-Za-z0-9·]{2,20}?)(?:旗下)?的?$")
#: What bodies are called; without a verb that says so, only these run a programme.
_BODY_NAME = re.compile(
    r"(?:公司|集团|银行|大学|学院|医院|中学|小学|学校|协会|学会|商会|校友会|基金会|联合会|总会|红十字会|研究院|研究所|科学院|出版社|"
    r"委员会|妇联|残联|工会|团委|[卫发教科政]委|卫健委|发改委|.[省市县区]委|[国省市县区农务业育化政通利障社房安源境]部|.局|.厅|.署|博物馆|图书馆|文化馆|美术馆|电商|公益|科技|平台)$"
)
_BEHIND = (_AGENT, _DEFINED, _STATED)
#: Where a subject ends: at another organiser, or at what it does for whom.
_JOINED = re.compile(r"(?:联合|会同|携手|与|和|及|、|即将|宣布|面向|针对|正式|表示|计划|决定).*$")
#: Word classes that an organiser neither holds nor follows: adverbs, prepositions, times, particles, pronouns.
_OUTSIDE = frozenset(("d", "c", "p", "t", "r", "u", "ul", "uj", "uz", "ud", "x", "m", "mq", "y"))
#: A number that may be part of a name: 211|所, 十二局, 第一|医院.
_NUMBER = re.compile(r"第?[\d一二三四五六七八九十百]+[局院所厂中小校团建航]?$")
#: Word classes that no organiser ends in: adverbs and what says how something is done.
_MANNER = frozenset(("ad", "vd", "b", "z", "i"))
#: What makes a date of the number before it.
_UNITS = frozenset(
    ("年", "月", "日", "号", "时", "点", "届", "次", "批", "期", "轮", "季度", "年度", "年末", "年底", "年初")
)
#: Times, which stand before an organiser or behind it.
_TIME = re.compile(
    r"(?:北京时间|(?:[今去前明同当每近]|(?:19|20)?\d\d)年(?:[底初末中]|来)?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:[底初末中]旬?|份)?"
    r"|\d{1,2}[日号]|[本上下每]周[一二三四五六日末]?|[今昨明前当][天日晚早]|连日来?|日前|近[日期]|此前|[上下]午|凌晨)(?:以来|起)?"
)
#: What is no organiser although it stands before the verb.
_NOT = re.compile(
    r"^(?:\S*们|政府|部分\S*|多\S*|有关\S*|相关\S*|许多\S*|不少\S*|工作人员|[一二两三四五六七八九十\d]+地|我们|全[省市县区镇乡村州国]|各\S*|员工|职工|居民|村民|学生|志愿者|群众|网友|老师|教师|商家|用户|企业|他们|公司|平台|该\S*|此\S*|这\S*|本\S*|其|继续|并|并于|同时|目前|近日|日前|随后|活动|项目|计划|会上|现场|为\S*|以\S*|面向\S*|集团|医院|银行|学校|大学|博物馆|"
    r"\S*(?:[内里上外前后]|广场|现场|会场|期间)|在\S*|通过\S*|根据\S*|按照\S*|从\S*|对\S*|于\S*|自\S*|截至\S*|将\S*|\d+\S{0,2}|记者\S*|首个\S*|全面\S*|会议\S*|\S*的)$"
)


def organiser(text: str, start: int, end: int, left: int, right: int) -> str | None:
    """The first organiser of the name at `[start, end)` that its line, `[left, right)`, states; null if none.

    Only the clause before the name and the words right behind it are read.
    """
    before = text[max(left, start - 60) : start].rstrip('“「『"‘ ')
    behind = text[end : min(right, end + 60)].lstrip("：: ")
    searches = [*((pattern, before) for pattern in _SUBJECTS), *((pattern, behind) for pattern in _BEHIND)]
    for pattern, where in searches:
        match = pattern.search(where)
        for clause in _TIME.split(_JOINED.sub("", match["who"])) if match else ():
            who = _body(clause).removeprefix("由").strip("·（）()")
            if len(who) >= 2 and not _NOT.match(who):
                return who
    return _owner(before)


def _owner(before: str) -> str | None:
    """The body right before a name: 江岚集团(的)“春雨计划”, from the last words of what stands before it."""
    match = _OWNER.search(before[-20:])
    if match is None:
        return None
    kept: list[str] = []
    for word, tag in reversed(list(rjieba.tag(match["who"]))):
        # A name that is not in the word list comes in single characters: 腾|远|公司.
        coined = kept and len(word) == 1 and tag[0] in "vag"
        if tag[0] not in "njelbs" and not (kept and tag == "vn") and not coined:
            break
        kept.append(word)
    who = "".join(reversed(kept))
    return who if len(who) >= 2 and _BODY_NAME.search(who) and not _NOT.match(who) else None


def _body(clause: str) -> str:
    """The run of words of a clause that can name a body, behind the time and before the adverbs."""
    kept: list[tuple[str, str]] = []
    parts = rjieba.tag(clause)
    for (word, tag), (behind, _) in pairwise([*parts, ("", "")]):
        # A number is part of it unless it is a date's: 中科院211所, 松岩县|2020年.
        numbered = _NUMBER.match(word) and behind not in _UNITS and (kept or word.startswith("第"))
        follows = kept and _NUMBER.match(kept[-1][0])
        if tag not in _OUTSIDE or numbered or follows:
            kept.append((word, tag))
        elif kept:
            break
    while kept and kept[-1][1] in _MANNER:
        kept.pop()
    return "".join([word for word, _ in kept])
