"""How a line is written that may be a page's title, and what is none: bylines, columns, invitations, menus."""

import re

#: A title is a line, not a sentence; it may ask or call, but for what a site says to its visitor.
_NEVER_LAST, _CALLS = frozenset("。；;,，、：:"), frozenset("！？!?…")
_GREETING = re.compile(r"欢迎|[您你]好|请先?登|登录后|尊敬的")
#: The name of a column, and what invites readers to something.
_COLUMN = r"[【\[][^】\]]{2,16}[】\]]"
_GREETED = r"(?:[您你]好.{0,2}欢迎|欢迎(?:来到|光临|访问|[您你])|(?:全站|本站|站内)(?:公告|通知)|置顶\s).*"
_INVITATION = rf"{_GREETED}|(?:(?:点击|扫码|长按|打开|下载)|关注[^，,]{{2,12}}[，,]|.{{0,16}}(?i:app|客户端)[，,]).*"
#: A longer line is no heading.
LONGEST_HEADING = 30
#: What stands between the words of a menu, how long these are at most, and how many there are at least.
_BETWEEN = re.compile(r"[\s|｜·>＞»›→\[\]【】/]+")
LONGEST_WORD, _FEWEST_WORDS = 8, 3
#: A line of dates, sources and counters.
_BYLINE = (
    r"[\W\d_年月日时分秒星期一二三四五六上下午]+|"
    r"(?:[\d\W_年月日时分秒]*(?:来源|作者|发布|时间|日期|编辑|记者|浏览|阅读|点击|字号|责编)[\w ]{0,6}\s*[:：]).*|"
    r".*[\s　|｜](?:19|20)\d\d[-年/.]\d\d?[-月/.]\d\d?日?(?:[T\s　]*\d\d?[:：]\d\d(?:[:：]\d\d)?)?"
)
#: What is told of a post's writer: two labels and more.
_FIELD = r"[^\s:：，。]{2,6}[:：] ?[^\s:：，。]{1,24}"
_FIELDS = rf"{_FIELD}(?:[\s|｜·/]+{_FIELD}){{1,7}}"
#: The number of a document, at times with whoever signs it.
_DOCUMENT = (
    r"(?:文号|发文字号|文件编号|编号)?[:：]?\s*[\u4e00-\u9fffA-Za-z]{1,16}\s?[〔\[［【(（﹝]\s?(?:19|20)\d\d年?\s?[〕\]］】)）﹞]\s?"
    r"(?:第\s?)?\d{1,5}\s?号(?:[\s　]+签发人\s?[:：].{2,12})?"
)
_NO_TITLE = re.compile(f"{_BYLINE}|{_COLUMN}|{_INVITATION}|{_FIELDS}|{_DOCUMENT}")


def reads_like_one(line: str) -> bool:
    """Whether a line may be a title by how it is written."""
    if line[-1] in _NEVER_LAST or (line[-1] in _CALLS and ("。" in line or _GREETING.search(line))):
        return False
    if "。" in line and len(line) > LONGEST_HEADING:
        return False
    return not (_NO_TITLE.fullmatch(line) or is_menu(line))


def is_menu(line: str) -> bool:
    """Whether a line is nothing but short words side by side, as in menus and breadcrumbs."""
    words = _BETWEEN.split(line)
    if len(words) < _FEWEST_WORDS:
        return False
    words = [word for word in words if word and word not in "-–—"]
    return len(words) >= _FEWEST_WORDS and max(map(len, words)) <= LONGEST_WORD
