"""What the words around a date say about when it is."""

import re
from typing import Literal

from pipeline.forms import saying
from pipeline.forms.labels import LABEL
from pipeline.normalize.dates.lazy import lazy

Tense = Literal["past", "future"]

_FUTURE = re.compile(
    r"将(?![军领近来])|將(?![軍領近來])|拟(?![人合])|预计|預計|预测|預測|有望|计划[于在]|計劃[於在]|可望|展望|能[见見]度|看到□|力争|力爭|争取|目标|目標|届时|屆時|起(?:施行|实施|执行|執行)(?!的)|生效"
    r"|截稿|报名|報名|敬请|(?<![主重必首只纪摘概摄提不])要(?![求闻么是点素塞])|打算|(?<![值账賬拨撥险險])(?:准备|準備)(?!金)"
    r"|(?<![大协委员议进事金乐览动谈话布待盟商学工社机聚集宴年晚展酒庙理监开闭与全奥亚冬残盛书教公行省体都论坛览灯庆峰例证聘博介恳洽园笔诗舞欢唱])会(?![议員员长場场见计展谈上同所徽客址])|前完成(?!了|[^，,。；]{0,10}(?:[%％成]|的))|放假|(?<![材资資燃饮飲塑原肥面照史辅輔饲飼香涂塗颜顏布配废廢爆毛预預意不用])料(?=□|可|[将將会會])|(?:快到?|就是|马上到?|距离?|离)□"
)
_PAST = re.compile(
    r"了|[售卖]出(?!价)|(?<!能见度)(?<!能見度)已(?!婚)|曾|刚|剛|过(?![程渡去后度年节一好个□])|過(?![程渡去後度年節一好個□])"
)
#: 自6月1日起举行 may have been and may be to come.
_FROM_THEN_ON = re.compile(r"[自从從].{0,12}起(?![草诉源])|^□?起")
_STATED = re.compile(rf"{_PAST.pattern}|截至|截止")
#: Stands for the date in its clause: 过□ is no past, whatever the day.
_DATE = "□"
#: Verbs of news: what they tell has happened, unless something says that it will.
_TOLD = re.compile(
    rf"{saying.WIRED}|{saying.HEARD}|{saying.PUBLISHES}|召开|举行|舉行|举办|发生|發生|显示|签署|成立|上线"
    r"|推出|启动|收到|达成|完成|增长|下降|上涨|截至|截止到|开幕|闭幕|获得|获|落成|通车|封顶|创"
)

#: A verb right before a date that is its object, and the noun that the date belongs to behind it.
_OBJECT = frozenset(
    ["发布", "公布", "披露", "通报", "公开", "兑现", "支付", "偿还", "总结", "编制", "审议", "上报", "派发"]
)
_NOUN = re.compile(r"(?!前|后|起|底|末|初|开|举|完|正|至|到|[，,。；;、])")
_UNTIL = re.compile(r"截[至止]到?$")
#: What figures are held against: 较上月, 由上月的下降转为上涨, 与上月持平.
_THAN = re.compile(r"(?:[由从從较較比与與和同]|[高低]于|[高低]於)$")
#: What may stand before a date that begins its sentence.
_JOINT = re.compile(
    r"[\s“「（(]{0,4}(?:其中|其间|随后|隨後|此后|此後|而后|接着|到了|到|至|又|并|同样|后来|预计|计划|拟|将)?[，,]?"
    r"[于於在自从]?"
)
_LEADS_UP = re.compile(r"节?(?:前(?!后|後)|即将|即將|将至|來臨|来临|临近|将近|快到|就要|要到|在即)")
#: 新华社北京1月1日电: the day of a report.
_DATELINE = re.compile(r"[电電讯訊](?![话話台视視影商力])|消息|报道")

#: A label with the spaces around it is no longer than this.
_LABEL_LENGTH = 20
#: A sentence that is all one date is no longer than this.
_LONE = 60
#: 6月20日消息, 3月1日，公司发布报告称: the date on which something is reported is the now of what it says.
_REPORTS = re.compile(
    rf"(?:{saying.HEARD}|[讯訊电電]|公告|(?:[时時初底]|期间)?[，,]?[^，。,；]{{0,20}}?"
    rf"(?:{saying.PUBLISHES}|{saying.SAYS}|指|报告|年报|报道))"
)
#: Characters on either side that are read: a sentence may be as long as a page.
_WINDOW = 200
_CLAUSE_END = re.compile(r"[，,；;。！？：:]")
#: Everything up to the clause that ends there.
_CLAUSE_BEFORE = re.compile(rf"(?s:.*){_CLAUSE_END.pattern}")


class Clause:
    """What the words around a date say about when it is; read only where something depends on it.

    The date stands from `start` to `end` of its sentence, `text`; `alone` if it is all there is. What is `compared`
    with tells of nothing to come.
    """

    def __init__(self, text: str, start: int, end: int, *, compared: bool = False) -> None:
        self.text, self.start, self.end = text, start, end
        self._compared = compared

    @lazy
    def alone(self) -> bool:
        """Whether it is all that its sentence says."""
        return len(self.text) < _LONE and len(self.text.strip()) <= self.end - self.start

    @lazy
    def tense(self) -> Tense | None:
        """The tense of the clause that the date stands in, or else of what stands around it in its sentence."""
        if self.alone:
            return None
        if self.labelled:
            return self.own or ("future" if _FUTURE.search(self.text, 0, self.start) else None)
        if _DATELINE.match(self.text, self.end):
            return "past"
        if self.own is None and _is_object(self.text, self.start, self.end):
            return None
        if self.own is not None:
            return self.own
        low, high = max(0, self.start - _WINDOW), self.end + _WINDOW
        told = _of_words(f"{self.text[low : self.start]}{_DATE}{self.text[self.end : high]}")
        # 4月8日起解除, whatever else has been.
        return None if told == "past" and self.text.startswith("起", self.end) else told

    @lazy
    def stated(self) -> bool:
        """Whether the clause says that it is over: 截至6月末, 6月已投产."""
        return not self.alone and bool(_STATED.search(self._words)) and not _FUTURE.search(self._words)

    @lazy
    def is_over(self) -> bool:
        """Whether the sentence has a word of the past, not only a verb of news."""
        low, high = max(0, self.start - _WINDOW), self.end + _WINDOW
        return bool(_STATED.search(self.text, low, high))

    @lazy
    def labelled(self) -> bool:
        """Whether it is what a label says: 报名时间：6月5日."""
        return self.start <= _LABEL_LENGTH and bool(LABEL.fullmatch(self.text, 0, self.start))

    @lazy
    def is_quoted(self) -> bool:
        """Whether it stands inside “” or 「」."""
        return is_quoted(self.text, self.start)

    @property
    def reports(self) -> bool:
        """Whether what follows is a report made on that date."""
        return not self.stands_now and bool(_REPORTS.match(self.text, self.end))

    @property
    def is_of_accounts(self) -> bool:
        """Whether it is a year of accounts, as reports speak of it: 本年度, 下年度."""
        return self.text.startswith("年度", self.end - 2)

    @property
    def opens(self) -> bool:
        """Whether the date begins its sentence, but for a word that joins it to the one before."""
        return bool(_JOINT.fullmatch(self.text, 0, self.start))

    @property
    def stands_now(self) -> bool:
        """Whether it says how things stand on that day: 截至5月底."""
        return bool(_UNTIL.search(self.text, max(0, self.start - 4), self.start))

    @property
    def compares(self) -> bool:
        """Whether it is what something is held against: 较上月, 由上月的下降转为上涨."""
        return bool(_THAN.search(self.text, max(0, self.start - 2), self.start))

    @property
    def leads_up(self) -> bool:
        """Whether it tells of what is before a holiday (春节前), which is as near if it is still to come."""
        return bool(_LEADS_UP.match(self.text, self.end))

    @property
    def to_come(self) -> bool:
        """Whether the clause tells of something expected."""
        return not self.alone and not self._compared and self.own == "future"

    @lazy
    def own(self) -> Tense | None:
        """The tense of the clause alone, as far as it tells it."""
        tense = _of_words(self._words)
        return None if tense == "future" and _is_object(self.text, self.start, self.end) else tense

    @lazy
    def _words(self) -> str:
        """The clause, with a sign in the place of the date."""
        text, start, end = self.text, self.start, self.end
        opened = _CLAUSE_BEFORE.match(text, max(0, start - _WINDOW), start)
        closed = _CLAUSE_END.search(text, end, end + _WINDOW)
        before = text[opened.end() if opened else max(0, start - _WINDOW) : start]
        return f"{before}{_DATE}{text[end : closed.start() if closed else end + _WINDOW]}"


def is_quoted(text: str, start: int) -> bool:
    """Whether a place stands inside “” or 「」."""
    low = max(0, start - _WINDOW)
    return any(text.rfind(opens, low, start) > text.rfind(closes, low, start) for opens, closes in ("“”", "「」"))


def _is_object(text: str, start: int, end: int) -> bool:
    """Whether a date belongs to what will be done, and does not say when: 将发布7月消费数据."""
    if text[max(0, start - 2) : start] not in _OBJECT or not _NOUN.match(text, end):
        return False
    before = _CLAUSE_END.split(text[max(0, start - _WINDOW) : start])[-1]
    verb = _FUTURE.search(before)
    return verb is not None and verb.end() <= len(before) - 2


def _of_words(text: str) -> Tense | None:
    future, past = bool(_FUTURE.search(text)), bool(_PAST.search(text))
    if future != past:
        return "future" if future else "past"
    return "past" if not future and _TOLD.search(text) and not _FROM_THEN_ON.search(text) else None
