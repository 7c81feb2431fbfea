"""Dates of every year: 每年3月至5月, 旺季4月1日—10月31日, 花期4月. No page tells their year, for they have none."""

import re
from functools import partial

from pipeline.forms.dates import DateForm
from pipeline.normalize.dates.bounds import joined
from pipeline.normalize.dates.clause import Clause
from pipeline.normalize.dates.interval import Interval, of_year
from pipeline.normalize.dates.moments import needs, place

#: What may join a word of these to the date: 每年的9月, 通常在5月, 花期为4月.
_JOINT = (
    r"(?:[都均也约約多会會]|大约|大約|集中|出现)?(?:[在于於从從自到至以为為是]|：|:)?的?(?:农历|農曆|夏历|公历|阳历)?"
)
#: 每年3月至5月, 每逢农历三月初三, 每年通常在10月, 每周一至周五; not 每年一度的牡丹节4月10日开幕.
_EVERY = r"(?:每(?:一?年|逢|到|当)?|每年春[季天]?|年年|历年|歷年)(?:一般|通常|大都|大多)?"
#: 一般在10月下旬成熟, 通常为9月: not 这种一般性问题.
_USUALLY = r"一般|通常|往往|大都|大多|多数年份|常年"
#: 花期4—5月, 果期为9月, 最佳观赏期在10月, 旺季（4月至10月）, 多在7月登陆; not 今年花期, whose year is told.
_PHASE = re.compile(
    r"(?:[花果汛雨旱旺淡霜雪][期季]|(?:盛花|始花|采摘|采收|成熟|播种|收获|丰水|枯水|繁殖|产卵|生长|结果|越冬|最佳[^，。；、：:]{0,8})"
    rf"(?:季节?|期|时节|时间|月份))[（(]?{_JOINT}$"
    r"|(?:[春夏秋冬]季?|[夏冬]令时|[旺淡]季)(?:开放|营业|作息|游览|参观)?(?:时间)?[（(：:]$"
    r"|(?<![众眾最许許诸太更很不较])多[在于於为為]$"
)
#: 开放时间：4月至10月: months alone; an exhibition is open on days.
_OPEN = re.compile(rf"(?:开放|營業|营业|游览|参观|入园|开园|供应)(?:时间|季节?|期|月份)?{_JOINT}$")
#: 周一至周五 in hours of opening.
_HOURS = re.compile(r"开放|开馆|闭馆|营业|办公|上班|咨询|接待|受理|门诊|出诊|工作(?:时间|日)|服务(?:时间|热线)|坐诊")
#: 校庆日：5月20日, 生日是8月3日.
_ANNIVERSARY = r"(?:纪念日|紀念日|生日|诞辰|[校院厂店台]庆日?)定?"
_YEARLY = re.compile(rf"(?:{_EVERY}|{_USUALLY}|{_ANNIVERSARY}){_JOINT}$")
#: One of these is in each of those words.
_CUE = re.compile("[每年般常往都多数數日辰庆期季节節时時间間月份春夏秋冬令最开放營营游览参观入园供应]")
#: How far back the words before a date are read, and those of its sentence around a range of weekdays.
_BACK, _AROUND = 20, 40


def is_yearly(form: DateForm, clause: Clause, *, dated: bool, listed: bool) -> bool:
    """Whether a date is of every year or every week.

    `dated` says that its sentence has told a year, `listed` that it has told another date of every year.
    """
    moment = form.first
    if moment.weekday is not None and moment.month is None and moment.ordinal is None:
        return moment.week_offset is None and _of_hours(form, clause)
    of_year = moment.year_offset is None or (moment.year_offset == 0 and moment.part is not None)  # 每到年底
    if moment.anchor is not None or not of_year or needs(moment) != "year":
        return False
    before = clause.text[max(0, clause.start - _BACK) : clause.start]
    cued = _CUE.search(before) is not None
    if cued and _YEARLY.search(before):
        return True
    if dated or listed or moment.year_offset is not None:
        return listed and not dated and moment.year_offset is None
    months = form.last is not None and moment.day is None and form.last.day is None
    return cued and bool(_PHASE.search(before) or (months and _OPEN.search(before)))


def _of_hours(form: DateForm, clause: Clause) -> bool:
    """Whether weekdays are those of every week: 每周一至周五, 开放时间：周二至周日."""
    text, start, end = clause.text, clause.start, clause.end
    if text.startswith("每", start - 1) and start > 0:
        return True
    return form.last is not None and bool(_HOURS.search(text[max(0, start - _AROUND) : end + _AROUND]))


#: A year with every day of the calendar, in the place of all.
_ANY = 2000


def of_any_year(form: DateForm) -> Interval | None:
    """A date of every year, as far as EDTF can say it: XXXX-04, XXXX-04-01/XXXX-10-31; it has no first or last day."""
    if form.impossible or form.bound is not None or form.first.month is None or form.first.lunar:
        return None
    found = place(form.first, of_year(_ANY), lambda readings: readings[len(readings) // 2])
    if found is not None and form.last is not None:
        last = place(form.last, found, partial(_not_before, found))
        found = joined(found, last) if last is not None else None
    if found is None or found.edtf is None:
        return None
    edtf, timex3 = (re.sub(rf"\b{_ANY // 10}\d\b", "XXXX", text or "") for text in (found.edtf, found.timex3))
    return Interval(None, None, found.precision, edtf, timex3 or None, found.fuzzy)


def _not_before(first: Interval, readings: list[Interval]) -> Interval:
    return next((r for r in readings if r.end and first.start and r.end >= first.start), readings[-1])
