"""The words beside a number that bound it: 超, 近, 约 before it, 左右, 以上, 多 behind it.

One table for amounts and percentages. 不低于, 至少 and 以上 include the number (`at_least`), 超 and 余 do
not (`over`); 不超过, 最多 and 以内 include it (`at_most`), 不足 and 不到 do not (`under`); 高达 and 最高
name a peak that is reached (`up_to`), and so does 最多 before a verb (最多领取300元).
"""

import re

from pipeline.schema import Modifier
from pipeline.tag.lexicon import any_of, first_of, listed

#: Words before the number. Longer words come first where one ends in another (不超过 in 超过).
BEFORE: dict[str, Modifier] = {
    **dict.fromkeys(
        [
            "不低于",
            "不少于",
            "不小于",
            "不得低于",
            "不得少于",
            "至少",
            "最少",
            "起码",
            "不下于",
            "不下",
            "最低",
            "下限",
        ],
        "at_least",
    ),
    **dict.fromkeys(
        [
            "不超过",
            "不得超过",
            "不会超过",
            "未超过",
            "没有超过",
            "不超",
            "未超",
            "不高于",
            "不得高于",
            "不多于",
            "不大于",
            "至多",
            "最多",
            "顶多",
            "不逾",
            "上限",
        ],
        "at_most",
    ),
    **dict.fromkeys(
        ["不足", "不到", "不及", "低于", "少于", "小于", "未到", "未达", "未满", "不满", "跌破", "没到"], "under"
    ),
    **dict.fromkeys(["高达", "最高可达", "最高达", "最高", "多达", "可达", "大达"], "up_to"),
    **dict.fromkeys(["接近", "将近", "逼近", "直逼", "近乎", "趋近", "近", "快"], "nearly"),
    **dict.fromkeys(["大约", "大概", "约", "约莫", "大致", "差不多", "估摸", "粗估"], "about"),
    **dict.fromkeys(["超过", "超出", "远超", "超", "逾", "突破", "冲破", "多于", "高于", "大于", "越过", "破"], "over"),
}
#: Words before the number that may also stand inside what is counted (翻了近一番).
BOUNDS = ["近", "约", "超", "将近", "接近", "超过", "不到", "不止", "逾"]
#: Words behind the number.
BEHIND: dict[str, Modifier] = {
    **dict.fromkeys(["左右", "上下", "前后", "许", "光景"], "about"),
    **dict.fromkeys(["以上", "及以上", "起步", "起"], "at_least"),
    **dict.fromkeys(["以下", "以内", "之内", "及以下", "以里", "封顶"], "at_most"),
    **dict.fromkeys(["有余", "多", "余", "开外", "出头", "还多"], "over"),
    **dict.fromkeys(["不足", "不到", "都不到", "还不到", "都没到", "都不足"], "under"),
}
#: Words inside a number (2000余万, 20多亿, 十来万).
INSIDE: dict[str, Modifier] = {"余": "over", "餘": "over", "馀": "over", "多": "over", "来": "about", "來": "about"}

#: How far before the number its bound may stand.
_WINDOW = 26
_NOT_NEAR = "最附邻临靠亲远"  # 附近, 最近
#: What makes a word of the 约 behind it (签约), for patterns of reversed text. Not so in 损失约 and 持续约, where
#: another word ends before 约.
NOT_ABOUT = (
    "[签契违隐邀婚简毁履誓盟赴]|节(?![春季环细情])|制(?![控机编])|预(?!干)|公(?!办)|条(?![0-9一二三四五六七八九十百千万])"
    "|失(?![损丧遗流消])|续(?![持陆手继连])|合(?![折共综混联整组（(，])"
)
_VERBS = listed("""
    补贴 补助 奖励 资助 获得 给予 处 处以 罚 罚款 赔 赔付 赔偿 报销 支付 贷 贷款 优惠 减免 立减 返还 返 降价 降
    下降 增长 上涨 提高 节约 节省 减少 直降 直减 立省 省 补 奖 奖补 赔 可领 可贷 可获 降息 领取 领 申领 享受 发放
    发 抵扣 抵 退还 退 补偿 垫付 支持 提供 承担 提取 收取 收 缴纳 缴 交 扣 借 拿 拿到 领到 得到 得
""")
# What may stand between the word and the number: 超过了, 约为, 约合, 约为每吨, 不超过（含）.
# The pattern is of reversed text, read from the number outwards: anchored there, it costs no search.
_BEFORE = re.compile(
    r"[ \u3000：:“\"]*+(?:[）)][^（）()]{0,3}含[（(]|(?:[^，,。；\d]{1,3}每)?(?:[了为是合达有共至占需]|到达)?)"
    rf"(?P<word>近(?![{_NOT_NEAR}])|约(?!{NOT_ABOUT})|快(?=[了都])"
    rf"|{any_of(word[::-1] for word in BEFORE if word not in '近约快')})"
)
# 约占总面积的百分之五, 不超过总股本的2%, 最高补贴1500元: the word bounds the number behind its verb or its whole.
_EACH = r"(?:每.{1,2})?"
# 最高补贴装修款5万元: what is paid.
_PAID = "[款费金券贴租税息价钱]"
_FAR = re.compile(
    rf"{first_of(BEFORE)}"
    rf"(?:(?P<share>{any_of(word for word in BEFORE if word not in ('近', '破'))})占[^，,。；：\d]{{1,20}}"
    r"(?:(?:19|20)\d\d年[^，,。；：\d]{2,14}的)?的?"
    r"|(?P<less>不及)[^，,。；]{2,20}的|(?P<beyond>(?<!不)超过|不足|不到|接近)[^，,。；、\d年月期]{2,14}的"
    r"|(?P<limit>不超过|不得超过|不超|不低于|不少于|不得低于|至少|最多)"
    r"(?:[^，,。；：、\d]{2,16}的|[^，,。；：、\d]{0,8}(?:股本|股份总数|总[额数量]|总资产))"
    rf"|(?P<verb>最高|最多|最低|至少|不超过|不低于){_EACH}(?:可以?|能够?)?{_EACH}(?:{any_of(_VERBS)})"
    rf"了?(?:[\u4e00-\u9fff]{{1,4}}{_PAID})?{_EACH})[ \u3000]?$"
)
#: What its last character may be, and for all but 的 what it holds.
_FAR_ENDS = frozenset(" 了" + _PAID[1:-1] + "".join(verb[-1] for verb in _VERBS))
# 上亿元, 过百万元: only before a unit.
_UNIT_BEFORE = re.compile(r"(?<![以之加及])[上过過]$")
# 过七成.
_TENTH_BEFORE = re.compile(r"(?<![不只经通越度路错])[过過]$")
_UNITS = frozenset("百千万亿萬億佰仟")
# 起 ends what it bounds (3000元起), 许 is none in 许多, 余 and 多 none in 多年 and 余名, 不到 none in 不到位.
# 为上限 and 为限 bound what they follow (以损失的30%为上限).
_BEHIND = re.compile(
    r"[ \u3000]?(?:[（(]含[^（）()]{0,3}[）)])?"
    r"(?:(?P<limit>为(?:最高|上[浮调]?)?上?限度?(?![制定量额期价售购行于高]))"
    rf"|(?P<word>起(?=[，。；、,;.）)！ \n]|\Z)|许(?![多可诺])|[多余](?![少数种项年个元次家名])"
    rf"|不[足到](?![以位为])|{any_of(set(BEHIND) - {'起', '许', '多', '余', '不足', '不到'})}))"
)
# The characters beside a number of which one is there where a pattern matches: most numbers have none.
_BEHIND_FIRSTS = frozenset(" \u3000（(为" + "".join(word[0] for word in BEHIND))
_BEFORE_LASTS = frozenset(' \u3000：:“"了为是合达有共至占需到）)' + "".join(word[-1] for word in BEFORE))


def modifier(text: str, start: int, end: int, inside: Modifier | None = None) -> Modifier | None:
    """What bounds the number at `[start, end)` of `text`; `inside` is what its own characters say.

    The word before wins over the one behind, both over the one inside, but an 约 that doubles another
    (约…以上) leaves the other.
    """
    behind = behind_of(text, end)
    before = _before(text, start) if start else None
    if before and not (before == "about" and behind):
        return before
    return behind or inside


def behind_of(text: str, end: int) -> Modifier | None:
    """What the words behind the number say."""
    found = _BEHIND.match(text, end) if text[end : end + 1] in _BEHIND_FIRSTS else None
    if found is None:
        return None
    return "at_most" if found["limit"] else BEHIND[found["word"]]


def _before(text: str, start: int) -> Modifier | None:
    before = text[start - _WINDOW if start > _WINDOW else 0 : start]
    last = before[-1]
    each = "每" in before
    if each or last in _BEFORE_LASTS:
        found = _BEFORE.match(before[::-1])
        if found:
            return BEFORE[found["word"][::-1]]
    if _may_be_far(before, last, each=each):
        far = _FAR.search(before)
        if far:
            bound = BEFORE[far["share"] or far["less"] or far["beyond"] or far["limit"] or far["verb"]]
            return "up_to" if far["verb"] == "最多" else bound
    if text[start] in _UNITS and text[start + 1 : start + 2] != "分" and _UNIT_BEFORE.search(before):
        return "over"
    if text[start + 1 : start + 2] == "成" and _TENTH_BEFORE.search(before):
        return "over"
    return None


def _may_be_far(before: str, last: str, *, each: bool) -> bool:
    """Whether a word further before the number may bound it; `last` stands right before, `each` is 每 anywhere."""
    if "占" in before:
        return True
    if last in "的本额数量产":
        return "不" in before or "最多" in before or "至少" in before or "超过" in before or "接近" in before
    return (each or last in _FAR_ENDS) and ("最" in before or "不" in before or "至少" in before)
