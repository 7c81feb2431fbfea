"""The date of a fact: the sentence's own, else its heading's, else the running date, else the publication date."""

import re
from collections.abc import Sequence

from pipeline.forms.labels import ORIGIN
from pipeline.schema import DateValue, Document, Entity, RecordDate, ResolvedFrom, Sentence

#: A date right behind one of these is what a figure is compared with, not when the fact was.
_COMPARED = tuple(
    than + those
    for than in ("较", "較", "比", "相較於", "高於", "低於", "相较于", "高于", "低于", "好于", "超过")
    for those in ("", "上述", "同为")
)
#: A date right before one of these likewise: 与2019年相比, 和去年同期比较.
_COMPARING = re.compile(r"(?:同期|全年|的水平|水平)?相?比(?!例|重|赛|率)")
#: And between these: 是2022年的2.4倍, 相当于2019年10.8万元的两倍.
_MULTIPLE = tuple(is_ + those for is_ in ("是", "为", "达", "达到", "相当于") for those in ("", "上述"))
_OF_IT = re.compile(r"[^，,。；]{0,12}的(?:近|约|逾)?[\d.一二两三四五六七八九十百]+多?倍")
#: Where a development begins (由2008年的6.3万亩) …
_BEGUN = ("由", "从")
#: … if its end follows (到2023年的31.5万亩); without one it is the date of the fact (从2020年起).
_ENDED = ("到", "至")
#: A date right before one of these is when it was said: 3月27日消息, 昨日从粮食局获悉, 8月10日发布的公告显示.
_SAID = re.compile(
    r"[^，,。；]{0,16}(?:[会會信文话話][上中里裡裏]|采访中|採訪中)(?:说|說|称|稱|表示|指出|透露|提到)[，,：:“「]"
    r"|(?:发布|公布|披露|发表|發布|發表|公佈)的[^，,。；]{0,16}(?:报告|報告|数据|數據|公报|公告)(?:指出?|顯示)?[，,：:]"
    r"|(?:宣布|宣佈)[，,：:]|(?:晚间?)?[，,]?[^，,。；（(]{0,12}(?:（[^）]{1,16}）)?(?:披露|发布)[^，,。；]{0,6}[季年]报[，,]"
    r"|[，,][^，,。；]{2,14}(?:通报|公布|发布|介绍|透露|表示|宣布|披露|公告)"
    r"(?:[^，,。；]{0,14}(?:[季月]报|财报|財報|业绩|業績|数据|公报))?[，,：:]"
    r"|(?:发布|公布|披露|出版|编制)的(?:《[^》]{1,40}》|[^，,。；]{0,16}(?:报告|数据|白皮书|公告))(?:认为|显示|指出|称|表明)"
    r"|(?:晚间?|上午|下午)?(?:表示|称|稱|指出|说|說|透露|介绍|介紹)[，,：:“「]"
    r"|(?:从[^，,。；]{1,30})?(?:获悉|了解到|消息|[电電](?=[，,（(\s])|讯|报道|通报)|(?:晚间?)?(?:公告|披露|公布|通报)[，,：:]"
    r"|(?:晚间?|上午|下午)?(?:发布|公布|披露|公告)[^，,。；]{0,30}(?:显示|称|表明)"
)
#: A date from which another in its sentence goes on: 上年末为1.4%，2023年末降至1.2%.
_YEAR_BEFORE = ("上年", "上一年", "前一年")
#: A date right behind this is of the cause, not of what came of it: 受去年底寒流影响.
_CAUSE = "受"
#: A sum up to a date: 至2012年底共核拨.
_TO, _SUM = "至", re.compile(r"[，,]?(?:共|累计|累計|已|总计|總計|合计|合計)")
#: The same days a year before are always what is compared with.
_SAME_PERIOD = "同期"
#: A date right behind one of these is when it holds, whoever said so and when: 截至11月5日.
_HELD = ("截至", "截止", "截止到")
#: Likewise, but against the dates of its own clause alone: 一季度预告将于4月公布.
_PLANNED = ("将于", "将在")
#: 明年一季度的补贴在4月中旬到账: what belongs to one time happens in another.
_IN = ("在", "于", "於")
#: What is looked back to, and the year that accounts are of: 十年前, 截至3月31日止年度.
_YEARS_AGO = re.compile(r".{1,5}年[之以]?前")
_ACCOUNTS = re.compile(r"止的?(?:财政|財政)?(?:年度|[财財]年|.{1,3}[个個]月|期[间間])")
_CLAUSE = re.compile(r"[,，;；:：]")


#: A whole year that is told of.
_WHOLE = re.compile(r"(?<![0-9年])全年(?!龄|级|無|无|平均|开放|营业)")
#: Behind the year that a report is about: 2023年年报, 2023年度业绩快报; inside 《》 it needs no more.
_REPORT = re.compile(r"[^，。；,]{0,8}?(?:年报|报告|业绩|财报|总结|快报|决算)")


#: What went on at the time told of before, whatever the heading says.
_MEANWHILE = re.compile(r"\s*(?:活动|展会|会议|展览|大会|赛事|节日|假日|假期)期间|\s*(?:其间|期间)")
_TITLED = re.compile(r"《(?P<year>(?:19|20)\d\d)(?!\d)[^》]{0,40}(?:报告|年报|白皮书|总结|财报)[^》]{0,8}》")


def _year(year: str) -> RecordDate:
    days = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
    return RecordDate(**days, edtf=year, timex3=year, precision="year", resolved_from="previous")


def _day(day: str, source: ResolvedFrom) -> RecordDate:
    return RecordDate(start=day, end=day, edtf=day, timex3=day, precision="day", resolved_from=source)


class Timeline:
    """Walks the sentences of a document in order and tells the date of each."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._published = document.published
        self._headings: dict[tuple[str, ...], RecordDate | None] = {}
        self._section: tuple[str, ...] = ()
        self._running: RecordDate | None = None
        #: What the page, each section, and the story so far report on.
        self._reports: dict[tuple[str, ...], RecordDate] = {}
        self._report: RecordDate | None = None

    def date(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The date of the next sentence; null where nothing on the page gives one."""
        own = self._own(sentence, entities)
        section = tuple(sentence.section)
        reported = self._reported(sentence, entities)
        if sentence.role != "body":
            heading = (*section, self._text[sentence.start : sentence.end])
            self._headings[heading] = own
            if sentence.role == "title":
                heading = ()
                reported = reported or (own if own is not None and own.precision == "year" else None)
            if reported is not None:
                self._reports[heading] = reported
            return own
        if section != self._section:
            self._section, self._running, self._report = section, None, None
        told_of_a_day = own is not None and own.precision in ("day", "month")
        self._report = reported or (None if told_of_a_day else self._report)
        if own is not None:
            if not ORIGIN.match(self._text, sentence.start, sentence.end):
                self._running = own
            return own
        if _WHOLE.search(self._text, sentence.start, sentence.end):
            return self._whole_year(section)
        if self._running is not None and _MEANWHILE.match(self._text, sentence.start, sentence.end):
            return self._running.model_copy(update={"resolved_from": "previous"})
        return self._elsewhere(section)

    def _elsewhere(self, section: tuple[str, ...]) -> RecordDate | None:
        """The date that a sentence without one takes: its heading's, the running one, or the publication date."""
        for depth in range(len(section), 0, -1):
            heading = self._headings.get(section[:depth])
            # A line with the day of publication is a byline, whatever it looks like.
            if heading and not (heading.start == heading.end == self._published):
                return heading.model_copy(update={"resolved_from": "heading"})
        if self._running is not None:
            return self._running.model_copy(update={"resolved_from": "previous"})
        if self._published is not None:
            return _day(self._published, "published")
        return None

    def _reported(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The time that a report named in the sentence is about: 2023年年报, 2023年半年度报告."""
        titled = _TITLED.search(self._text, sentence.start, sentence.end)
        if titled:
            return _year(titled["year"])
        for entity in entities:
            value = entity.value
            spans = isinstance(value, DateValue) and value.precision in ("year", "half", "quarter") and value.start
            if spans and _REPORT.match(self._text, entity.end, sentence.end):
                return RecordDate(**{**vars(value), "resolved_from": "previous"})
        return None

    def _about(self, section: tuple[str, ...]) -> RecordDate | None:
        """The time under report: that of the report last named, or else of the headings above or of the page."""
        if self._report is not None:
            return self._report
        above = (self._reports.get(section[:depth]) for depth in range(len(section), -1, -1))
        found = next((report for report in above if report is not None), None)
        return found and found.model_copy(update={"resolved_from": "heading"})

    def _whole_year(self, section: tuple[str, ...]) -> RecordDate | None:
        """全年: the year under report, or else the year of what is told."""
        told = self._about(section)
        if told is None or told.precision != "year":
            told = self._elsewhere(section)
        if told is None or told.start is None:
            return told
        return _year(told.start[:4]).model_copy(update={"resolved_from": told.resolved_from})

    def _own(self, sentence: Sentence, entities: Sequence[Entity]) -> RecordDate | None:
        """The date in the sentence that tells when its fact was; among several that may, the first."""
        dates = [
            entity
            for entity in entities
            if isinstance(entity.value, DateValue) and (entity.value.start or entity.value.end)
        ]
        if not dates:
            return None
        beside = zip([None, *dates], dates, [*dates[1:], None], strict=False)
        ranks = [self._rank(sentence, entity, behind, ahead) for behind, entity, ahead in beside]
        rank = max(ranks)
        if not rank:
            return None
        place = ranks.index(rank)
        finer = (d for d, r in list(zip(dates, ranks, strict=True))[place + 1 : place + 3] if r == rank)
        best = next((date for date in finer if self._within(date, dates[place])), dates[place])
        return RecordDate(text=best.text, **vars(best.value))

    def _within(self, finer: Entity, year: Entity) -> bool:
        """Whether a year belongs to the name of what began on a day of it: 2023年春运自1月7日开始."""
        day, whole = finer.value, year.value
        if not isinstance(day, DateValue) or not isinstance(whole, DateValue) or whole.precision != "year":
            return False
        inside = bool(day.start and whole.start and day.start[:4] == whole.start[:4])
        between = self._text[year.end : finer.start]
        return inside and day.precision in ("day", "month") and bool(between) and not _CLAUSE.search(between)

    def _rank(self, sentence: Sentence, entity: Entity, behind: Entity | None, ahead: Entity | None) -> int:
        """How well a date tells when the fact was: 0 not at all, 1 when it was said, 2 as any date does, 3 expressly.

        `behind` and `ahead` are the dates of the sentence beside it.
        """
        if self._aside(sentence, entity, ahead):
            return 0
        if _YEARS_AGO.fullmatch(entity.text) or _ACCOUNTS.match(self._text, entity.end, sentence.end):
            return 1
        planned = behind and self._follows(_PLANNED, sentence, entity)
        of_year = isinstance(entity.value, DateValue) and entity.value.precision == "year"
        summed = of_year and self._follows(_TO, sentence, entity) and _SUM.match(self._text, entity.end, sentence.end)
        planned = planned or (
            behind and self._text.startswith("的", behind.end) and self._follows(_IN, sentence, entity)
        )
        of_clause = behind and planned and not _CLAUSE.search(self._text, behind.end, entity.start)
        if summed or of_clause or self._follows(_HELD, sentence, entity):
            return 3
        before = ahead and (entity.text.startswith(_YEAR_BEFORE) or self._follows(_CAUSE, sentence, entity))
        return 1 if before or _SAID.match(self._text, entity.end, sentence.end) else 2

    def _aside(self, sentence: Sentence, entity: Entity, ahead: Entity | None) -> bool:
        """Whether a date is what a figure is compared with, where a development began, or part of a title."""
        text, end = self._text, sentence.end
        return bool(
            self._follows(_COMPARED, sentence, entity)
            or _COMPARING.match(text, entity.end, end)
            or entity.text.endswith(_SAME_PERIOD)
            or (self._follows(_MULTIPLE, sentence, entity) and _OF_IT.match(text, entity.end, end))
            or (ahead and self._follows(_BEGUN, sentence, entity) and self._follows(_ENDED, sentence, ahead))
            or self._in_title(sentence, entity)
        )

    def _in_title(self, sentence: Sentence, entity: Entity) -> bool:
        text, start = self._text, entity.start
        return text.rfind("《", sentence.start, start) > text.rfind("》", sentence.start, start)

    def _follows(self, words: str | tuple[str, ...], sentence: Sentence, entity: Entity) -> bool:
        """Whether a date stands right behind one of these words."""
        return self._text.endswith(words, sentence.start, entity.start)
