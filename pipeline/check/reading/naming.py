"""What a figure is called: the words right before it, without those that say nothing of the metric."""

import re

from pipeline.check.reading.view import View
from pipeline.check.reading.words import CHANGE
from pipeline.schema import Entity

#: Words that say nothing of the metric.
EMPTY = re.compile(
    r"(?=[超突达到实完为约近逾了的共同环比较增高已将平年月\s，,、:：])(?:超过?|突破|达到?|到达|实现|完成|为|约|近|逾|了|的|共|同比|环比|[比较](?:上年|去年|年初)(?:同期|末)?|增速|高达|已|将|平均每[年月]|[年月]均|[\s，,、:：])"
)
#: The digits of a figure.
DIGITS = re.compile(r"\d[\d,，.．·]*")


def name(view: View, entity: Entity) -> str:
    """The words right before a figure, back to the clause's start, without words of change and hedges."""
    if entity.start not in view.names:
        start = view.clause_start(entity.start, max(view.sentence(entity.sentence).start, entity.start - 20))
        view.names[entity.start] = bare(view.text[start : entity.start])
    return view.names[entity.start]


def bare(words: str) -> str:
    """The words without those of change, hedges and verbs that say nothing of the metric."""
    return EMPTY.sub("", CHANGE.sub("", words))
