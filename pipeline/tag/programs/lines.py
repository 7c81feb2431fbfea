"""Names at the start of a line that goes on to explain them: 山货上头条：该项目由…"""

import re
from collections.abc import Iterator

from pipeline.tag.programs.found import HEAD, Found, kind
from pipeline.tag.programs.lexicon import GENERIC, STOP_WORDS
from pipeline.tag.programs.words import words

#: A short term, a colon, and an explanation that calls it a programme or tells who runs it.
_ENTRY = re.compile(
    r"^[ \t　\d.、·•*\-]{0,6}(?P<term>[^\s：:，。；、,;“”《》]{2,20})[：:]\s?(?:"
    r"(?:该|此|本)(?P<named>项目|计划|活动|行动|工程|机制|节)"
    r"|(?P<run>[^。\n]{0,16}?由[^。\n]{2,40}?(?:推出|发起|启动|主办|举办|共建|构建|创办|设立|实施|开展|牵头|负责|组织))"
    r"|(?P<dated>\d{4}年[^。\n]{2,40}?(?:推出|发起|启动|主办|举办|上线)))",
    re.MULTILINE,
)
#: The same of a term that names no kind: 鲜果直通车：由橙选于2022年6月推出.
RUN = re.compile(
    r"^[ \t　\d.、·•*\-]{0,6}(?P<term>[\u4e00-\u9fff]{4,12})[：:]\s?由[^。，；\n]{2,40}?"
    r"(?:推出|发起|启动|共同组织|联合组织|主办|举办|共同实施|牵头组织|组织实施)",
    re.MULTILINE,
)
#: What somebody may launch that is no programme: a body, a meeting, a work, a product, a rule.
_OTHER = re.compile(
    r"(?:会|展|坛|赛|奖|报|刊|网|站|店|馆|院|校|部|局|所|队|团|社|厂|园|库|榜|剧|片|歌|曲|书|车型|基金|联盟|协会|中心|平台|软件|系统|程序|"
    r"手机|产品|公司|集团|指数|报告|标准|条例|办法|规定|意见|方案|规划|制度|政策|倡议|宣言|公约|协议|游戏|电影|节目|栏目|专题|"
    r"芯片|模型|品牌|酒店|银行|保险|理财|债券|股票|技术|服务|功能|设备|药|器|机|酒|茶|组织|机构|单位|委员|人员|地点|时间|对象|方式)$"
)
#: Word classes that make a term a clause or a person.
_NOT_IN_TERMS = ("p", "c", "d", "r", "u", "uj", "ul", "y")
_HEAD_END = re.compile(rf"(?:{HEAD.pattern})$")


def _stopped(term: str) -> bool:
    return any(word.text in STOP_WORDS or word.tag in _NOT_IN_TERMS for word in words(term, 0, len(term)))


def _everyday(core: str) -> bool:
    """Whether words before a head noun make a common noun: 培训|计划."""
    return all(word.text in GENERIC for word in words(core, 0, len(core)))


def lines(text: str) -> Iterator[Found]:
    """The terms that the rest of their line explains as programmes, in order."""
    for match in RUN.finditer(text):
        term = match["term"]
        if not _OTHER.search(term) and not HEAD.search(term) and not _stopped(term):
            yield Found(*match.span("term"), term, None, quoted=False, certain=True)
    for match in _ENTRY.finditer(text):
        term = match["term"]
        head = _HEAD_END.search(term)
        if head is None and match["named"] is None:
            continue
        if head is not None and (head.start() < 2 or (match["named"] is None and _everyday(term[: head.start()]))):
            continue
        yield Found(*match.span("term"), term, kind(head[0] if head else match["named"]), quoted=False, certain=True)
