"""The date of a sentence of its own: which of the dates in it tells when its fact was."""

import re
from collections.abc import Sequence

from pipeline.forms import saying
from pipeline.schema import DateValue, Entity, RecordDate

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
    rf"[^，,。；]{{0,16}}(?:[会會信文话話][上中里裡裏]|采访中|採訪中)(?:{saying.SAYS})[，,：:“「]"
    rf"|(?:{saying.PUBLISHES})的[^，,。；]{{0,16}}(?:{saying.REPORTS})(?:{saying.SHOWS}|指)?[，,：:]"
    r"|(?:晚间?)?[，,]?[^，,。；（(]{0,12}(?:（[^）]{1,16}）)?(?:披露|发布)[^，,。；]{0,6}[季年]报[，,]"
    rf"|[，,][^，,。；]{{2,14}}(?:{saying.PUBLISHES}|介绍|透露|表示)"
    r"(?:[^，,。；]{0,14}(?:[季月]报|财报|財報|业绩|業績|数据|公报))?[，,：:]"
    rf"|(?:{saying.PUBLISHES}|出版|编制)的(?:《[^》]{{1,40}}》|[^，,。；]{{0,16}}(?:{saying.REPORTS}))(?:{saying.SHOWS})"
    rf"|(?:晚间?|上午|下午)?(?:[^，,。；]{{0,14}}(?:文件|函件|材料))?(?:{saying.SAYS})[，,：:“「]"
    rf"|(?:[，,]?[^，,。；从]{{0,8}}[记記]者)?(?:[从從][^，,。；]{{1,30}})?(?:{saying.HEARD}|{saying.WIRED}|通报)|(?:晚间?)?(?:{saying.PUBLISHES})[，,：:]"
    rf"|(?:晚间?|上午|下午)?(?:{saying.PUBLISHES})[^，,。；]{{0,30}}(?:{saying.SHOWS})"
)
#: 由去年的9.3%降至6.8%: what a number was before it changed, whether or not a date tells when.
_WAS_BEFORE = re.compile(
    r"的[^，,。；]{0,16}[\d０-９一二三四五六七八九十百千万亿%％成倍][^，,。；]{0,6}"
    r"(?:[升增降减跌涨缩扩提翻回压收][^，,。；\d]{0,3}[到至为]|变[成为])"
)
#: 按照年初确定的目标: when a plan was made, not when it comes true.
_PLAN_MADE = re.compile(r"(?:确定|制定|制订|提出|设定|下达|定下|明确|敲定)的[^，,。；]{0,10}(?:目标|计划|任务|指标)")
#: A date from which another in its sentence goes on: 上年末为1.4%，2023年末降至1.2%.
_YEAR_BEFORE = ("上年", "上一年", "前一年")
#: A date right behind this is of the cause, not of what came of it: 受去年底寒流影响, 偏低是因年中流标.
_CAUSE = ("受", "因", "由于", "由於")
#: A sum up to a date: 至2012年共核拨, 至上月底共修复.
_TO = "至"
_SUM = re.compile(r"[，,]?(?:共|累计|累計|已|总计|總計|合计|合計)")
_ALTOGETHER = re.compile(r"[，,]?(?:共|累计|累計|总计|總計|合计|合計)")
#: What a figure told before is held against: 净利润3.62亿元，而|去年上半年为2.58亿元.
_WHEREAS = re.compile(r"[\d０-９一二三四五六七八九十百千万亿%％成倍][^。；]{0,24}[，,]而$")
_AGAINST = re.compile(r"[\d０-９一二三四五六七八九十百千万亿%％成倍][^，,。；]{0,6}[，,]$")
_WAS = re.compile(r"(?:同期)?(?:则|則)?(?:为|為|是|只有|仅|僅|还不足|不足|净)")
_EARLIER = ("去年", "上年", "前年", "上一年", "前一年")
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
#: What came of what stood there at a first date: 2018年有400家厂，|到今年10月底剩下不到四成.
_STOOD = re.compile(
    r"(?:时|初)?[，,]?(?:还|仍|只|仅|才|尚|共|就|全[省市县镇村区国])*(?:有|是|为|占|不到|不足)[^，,。；：:]{1,20}[，,]而?[到至]了?"
)
#: Likewise where a price or a number went there: 2020年卖3800元，|今年已经涨到5600元.
_BESIDE = re.compile(r"[^，,。；：:]{1,30}[，,]而?")
_WENT = re.compile(r"[^，,。；：:]{1,14}[，,]而?到?")
_GONE = re.compile(r"(?:就|则)?已经?(?:[涨升增降跌减缩扩翻回][^，,。；]{0,2}[到至为]|超过?|突破)")
#: What happened, without a figure, and what it had come to: 2008年，网购兴起，铺子关门，到|2021年底，空置率达六成.
_LED_TO = re.compile(r"[^\d０-９%％。；：:]{4,40}[，,][到至]")
#: From a figure to a figure; from one thing that happened to another (从8日鸣锣到12日收桨) the first date tells.
_FIGURE = re.compile(r"^的|[\d０-９一二三四五六七八九十百千万亿]")
#: A line that explains a term (“百校百琴计划”：2012年春发起，…) is of the day when that began.
_TERM = re.compile(r"\s*[^\s，。；：:]{2,24}[：:]")
_FOUNDED = re.compile(
    r"[^，,。；：:]{0,12}(?:发起|启动|推出|上线|创办|创立|设立|成立|开办|开建|开设|立项|合办|始办|实施)[^的]"
)
#: Statistics of a time: 组委会统计，|5月12日至14日现场成交额….
_COUNTED = re.compile(r"(?:统计|测算|核算|监测)(?:显示)?[，,：:]$")
#: How far something reaches: 订单已排到|第四季度.
_REACHING = ("排到", "排至", "已到", "排期到", "排产至", "排产到", "有效期至")
#: What has been there since a date is told of by the next one: 1974年出土的玉璜明年春天亮相.
_MADE = re.compile(
    r"[^，,。；的]{0,8}(?:出土|发现|投产|投用|建成|落成|竣工|开业|开通|启用|成立|创办|创立|出台|修建|兴建|上市|面世|问世|诞生|种下|搬来)的(?![，,。；])"
)
#: What has gone on since a date is told of by the next one: 2021年起实施的行动已覆盖12省，2021年至2022年累计….
_SINCE = re.compile(r"起[^，,。；]{0,4}(?:实施|推行|开展|执行|启动|实行|施行)的")
_BEGUN_IN, _ONWARDS = ("自", "从", "從"), re.compile("起[，,]")
_EVER_SINCE = re.compile("起(?:就|便)?(?:一直|未|没有|從未|从未|连[年续]|連[年續]|持续|持續|逐[年步])")
#: From last year's figure to what is to come of this year's: 去年为86亿元，|今年有望突破百亿元.
_LAST_YEAR, _THIS_YEAR = ("去年", "上年", "前年"), ("今年", "本年")
_TO_BE = re.compile(r"(?:已经?|有望|可望|预计|預計|将|將|则|則)+[^，,。；]{0,4}(?:突破|超|达|達|[增升降涨跌减恢回])")


class Telling:
    """Weighs the dates of a sentence, `text[start:end]`, by the words around them."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def date(self, entities: Sequence[Entity]) -> RecordDate | None:
        """The date in the sentence that tells when its fact was; among several that may, the first."""
        dates = [
            entity
            for entity in entities
            if isinstance(entity.value, DateValue) and (entity.value.start or entity.value.end)
        ]
        if len(dates) > 1:
            best = self._best(dates)
        else:
            best = next((date for date in dates if not self._aside(date, None)), None)
        # Its value has been validated as an entity's.
        return None if best is None else RecordDate.model_construct(**vars(best.value), text=best.text)

    def _best(self, dates: Sequence[Entity]) -> Entity | None:
        beside = zip([None, *dates], dates, [*dates[1:], None], strict=False)
        ranks = [self._rank(entity, behind, ahead) for behind, entity, ahead in beside]
        rank = max(ranks)
        if not rank:
            return None
        place = ranks.index(rank)
        finer = (d for d, r in list(zip(dates, ranks, strict=True))[place + 1 : place + 3] if r == rank)
        return next((date for date in finer if self._within(date, dates[place])), dates[place])

    def _within(self, finer: Entity, year: Entity) -> bool:
        """Whether a year belongs to the name of what began on a day of it: 2023年春运自1月7日开始."""
        day, whole = finer.value, year.value
        if not isinstance(day, DateValue) or not isinstance(whole, DateValue) or whole.precision != "year":
            return False
        inside = bool(day.start and whole.start and day.start[:4] == whole.start[:4])
        between = self._text[year.end : finer.start]
        return inside and day.precision in ("day", "month") and bool(between) and not _CLAUSE.search(between)

    def _rank(self, entity: Entity, behind: Entity | None, ahead: Entity | None) -> int:
        """How well a date tells when the fact was: 0 not at all, 1 when it was said, 2 as any date does, 3 expressly.

        `behind` and `ahead` are the dates of the sentence beside it.
        """
        if self._aside(entity, ahead):
            return 0
        if self._lasting(entity, ahead):
            return 1
        if not behind and _FOUNDED.match(self._text, entity.end, self._end) and self._explains():
            return 3
        planned = behind and self._follows(_PLANNED, entity)
        of_year = isinstance(entity.value, DateValue) and entity.value.precision == "year"
        of_day = isinstance(entity.value, DateValue) and entity.value.precision == "day"
        so_far = _SUM if of_year else _ALTOGETHER
        summed = not of_day and self._follows(_TO, entity) and so_far.match(self._text, entity.end, self._end)
        planned = planned or (behind and self._text.startswith("的", behind.end) and self._follows(_IN, entity))
        of_clause = behind and planned and not _CLAUSE.search(self._text, behind.end, entity.start)
        counted = behind and _COUNTED.search(self._text, behind.end, entity.start)
        if summed or of_clause or counted or self._follows(_HELD, entity):
            return 3
        before = ahead and (entity.text.startswith(_YEAR_BEFORE) or self._follows(_CAUSE, entity))
        return 1 if before or _SAID.match(self._text, entity.end, self._end) else 2

    def _lasting(self, entity: Entity, ahead: Entity | None) -> bool:
        """Whether a date is how far something reaches or since when it has gone on, of which another date tells."""
        text, end = self._text, entity.end
        if (
            _YEARS_AGO.fullmatch(entity.text)
            or _ACCOUNTS.match(text, end, self._end)
            or self._follows(_REACHING, entity)
        ):
            return True
        if ahead is None:
            return False
        onwards = self._follows(_BEGUN_IN, entity) and (
            _EVER_SINCE.match(text, end) or (_ONWARDS.match(text, end) and self._follows(_BEGUN, ahead))
        )
        return bool(onwards or _SINCE.match(text, end, self._end) or _MADE.match(text, end, self._end))

    def _aside(self, entity: Entity, ahead: Entity | None) -> bool:
        """Whether a date is what a figure is compared with, where a development began, or part of a title."""
        text, end = self._text, self._end
        return bool(
            self._follows(_COMPARED, entity)
            or _COMPARING.match(text, entity.end, end)
            or entity.text.endswith(_SAME_PERIOD)
            or self._held_against(entity)
            or (self._follows(_BEGUN, entity) and _WAS_BEFORE.match(text, entity.end, end))
            or _PLAN_MADE.match(text, entity.end, end)
            or (self._follows(_MULTIPLE, entity) and _OF_IT.match(text, entity.end, end))
            or (ahead and self._developed(entity, ahead))
            or self._in_title(entity)
        )

    def _held_against(self, entity: Entity) -> bool:
        """Whether the figure of a clause before is held against that of a date: …，而去年上半年为2.58亿元."""
        text, low, start = self._text, max(self._start, entity.start - 40), entity.start
        if _WHEREAS.search(text, low, start):
            return True
        earlier = entity.text.startswith(_EARLIER) and _WAS.match(text, entity.end, self._end)
        return bool(earlier) and _AGAINST.search(text, low, start) is not None

    def _developed(self, entity: Entity, ahead: Entity) -> bool:
        """Whether a development goes on from a date to the next, which is that of the fact."""
        text, end, start = self._text, entity.end, ahead.start
        if _STOOD.fullmatch(text, end, start):
            return True
        if _WENT.fullmatch(text, end, start) and _FIGURE.search(text, end, start) and _GONE.match(text, ahead.end):
            return True
        turn = entity.text.startswith(_LAST_YEAR) and ahead.text.startswith(_THIS_YEAR)
        if turn and _BESIDE.fullmatch(text, end, start) and _FIGURE.search(text, end, start):
            return _TO_BE.match(text, ahead.end, self._end) is not None
        of_year = isinstance(entity.value, DateValue) and entity.value.precision == "year"
        if of_year and text.startswith("，", ahead.end) and _LED_TO.fullmatch(text, end, start):
            return True
        from_to = self._follows(_BEGUN, entity) and self._follows(_ENDED, ahead)
        return from_to and _FIGURE.search(text[end:start]) is not None

    def _explains(self) -> bool:
        return _TERM.match(self._text, self._start, self._end) is not None

    def _in_title(self, entity: Entity) -> bool:
        text, start = self._text, entity.start
        return text.rfind("《", self._start, start) > text.rfind("》", self._start, start)

    def _follows(self, words: str | tuple[str, ...], entity: Entity) -> bool:
        """Whether a date stands right behind one of these words."""
        return self._text.endswith(words, self._start, entity.start)
