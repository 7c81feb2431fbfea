"""PERCENT: percentages, percentage points, tenths and multiples, with what they measure.

What the fields mean, where a text leaves room:

- `direction` is the sense of a change by the figure, or of a difference between places or things, which has no
  basis (比同行低8%, 高于全省2个百分点, 溢价12%, 少用水四成). A level has none, also where a change led to it
  (提高到85%, 由58%降为49%), nor has a ratio (是去年的1.5倍) or a change that is denied (没有下降3%). Directly
  behind a noun of change the figure is the change (跌幅达3%, 增速为5.2%: the metric is what changes); 增速回升至5%
  is a level, of the metric 增速. 增长-3.2% is a decrease.
- The direction is that of the metric named: 降幅收窄1.2个百分点 is a decrease of 降幅, 增速放缓 one of 增速.
- 翻一番 is the multiple 1 and 翻两番 3, increases both, as 增长一倍 and 增长三倍 are; 翻番 and 翻倍 without a
  number are 1, and 翻了三倍 is 3 as it is written.
- `basis` is `yoy` for the year before and the same part of a named year (比2019年同期), not for
  two years before (比前年同期); it is `mom` for the period before, whatever its length (环比, 较上周, 较前一日,
  较上月末); a period by its name is that where the sentence speaks of the next (四季度营收比三季度下降), else neither
  (近30天投诉较6月回落), nor are 较年初, 比上届 and 较常年同期. A year by its name is the one before in the same way
  (2023年营收比2022年增长), and the end of last year is where the sentence is of the end of a year.
  A level has none, be it where a change led to or started from (由17%提高2个百分点至19%) or told in terms of another
  (恢复到2019年同期的97%, 是上年同期的3.6倍), unless it is one of a rate that names its own (同比增速由2%提高到4%).
  Behind a comma or ； a clause has the basis that it names itself, unless one was said for all (比去年同期（下同）,
  注：增速均为同比, 从环比看 for its paragraph); parts of a whole behind 其中 or 分行业看 have that of the whole, in its
  sentence and where the next one begins so, until one names its own.
- `metric` is the noun phrase measured in the page's own words, without the time before it (去年全县集体收入:
  全县集体收入), what stands before a time within it (某公司上半年净利: 净利) and hedges (约占 is 占); a share keeps its
  whole (研发投入占营收), also where it moves by points (比上年提高2个百分点 behind it).
  Where a clause leaves it out, it is that of the clause before; what a list that says 分别 measures is shared out,
  be it one phrase (原煤、焦炭产量分别增长3%、5%) or as many amounts (客流10万人次，收入2亿元，分别增长5%和6%).
  What stands before a verb that was done (一下丢了四成的鱼) is none; then it is the noun behind, which it also is where
  nothing stands before (83%居民反对), and that noun is none of the next figure's (20%茶具、30%茶点).
"""

from pipeline.tag.percents.finder import find

__all__ = ["find"]
