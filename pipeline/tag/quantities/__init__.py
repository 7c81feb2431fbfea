"""QUANTITY: counts and measures beside money (100亿次, 4202万小时, 47.3亿单, 2.4万家).

A number in digits, or in Han numerals from eleven on, and the word that it counts: 一个 and 三项 are grammar rather
than facts. Not quantities: ordinals (第3名, 前10名), what a rate is for (每10股, 每3个老人), times and dates (40分钟,
7日, 3个月), ages, events of sport (男子200米), addresses, and words of size (千万吨局, 10万吨级).
"""

from pipeline.tag.quantities.finder import find

__all__ = ["find"]
