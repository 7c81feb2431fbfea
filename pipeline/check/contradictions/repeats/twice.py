"""One fact told twice with two figures."""

from collections.abc import Iterator

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.naming import DIGITS, name
from pipeline.check.reading.view import View
from pipeline.schema import Entity, MoneyValue, PercentValue, Sentence

#: Sentences shorter than this, figures taken out, are formulas that any two facts may share.
LEAST = 14
#: Marks that say nothing at the ends of a sentence.
MARKS = "。；;！!，, "
#: Figures and names of fewer characters may well come twice.
ROUND = 2


def told_twice(view: View) -> list[Claim]:
    """The same words twice, with one figure changed; or the same figure twice, with its unit or direction changed."""
    return [*_same_words(view), *_same_figure(view)]


def _same_figure(view: View) -> Iterator[Claim]:
    """营收12.6亿元 here and 营收12.6万元 there; 销量增长66% here and 销量下降66% there."""
    by_digits: dict[str, list[Entity]] = {}
    for entity in [*view.money, *(percent.entity for percent in view.percents)]:
        if digits := DIGITS.search(entity.text):
            by_digits.setdefault(digits[0], []).append(entity)
    if len(by_digits) == len(view.money) + len(view.percents):
        return
    seen: dict[tuple[str, str], list[Entity]] = {}
    for written, entities in by_digits.items():
        # A round figure may well come twice.
        again = len(entities) > 1 and len(written.strip("0.,")) >= ROUND
        for entity in entities if again else ():
            key = name(view, entity)[-6:]
            if len(key) >= ROUND:
                seen.setdefault((key, written), []).append(entity)
    for (key, _), entities in seen.items():
        first = entities[0]
        for other in entities[1:]:
            claim = _differ(key, first, other)
            if claim:
                yield claim


def _differ(key: str, first: Entity, other: Entity) -> Claim | None:
    a, b = first.value, other.value
    if isinstance(a, MoneyValue) and isinstance(b, MoneyValue):
        differ = a.amount != b.amount and a.currency == b.currency
    elif isinstance(a, PercentValue) and isinstance(b, PercentValue):
        differ = a.unit == b.unit and {a.direction, b.direction} == {"increase", "decrease"} and a.basis == b.basis
    else:
        differ = False
    if not differ:
        return None
    said = "in two directions" if isinstance(a, PercentValue) else "with two units"
    return _claim(first, other, f"{key} is told twice {said}: {first.text} and {other.text}.", 0.8, "same_figure")


def _claim(first: Entity, other: Entity, message: str, confidence: float, rule: str) -> Claim:
    spans = (first.start, first.end), (other.start, other.end)
    return Claim("duplicate_fact", spans, message, confidence, {"rule": rule})


def _same_words(view: View) -> Iterator[Claim]:
    """Two sentences of a page that differ in nothing but one figure."""
    if len(view.by_sentence) < 2:
        return
    # What stands around the figures is quickly compared; only sentences alike in that are looked at whole.
    alike: dict[tuple[int, str, str], list[tuple[Sentence, list[Entity]]]] = {}
    for number, entities in view.by_sentence.items():
        sentence = view.sentence(number)
        opens, last = entities[0].start, entities[-1].end
        mark = view.text[opens - 1] if opens > sentence.start else ""
        key = len(entities), "" if mark in MARKS else mark, view.text[last : min(sentence.end, last + LEAST)]
        alike.setdefault(key, []).append((sentence, entities))
    if len(alike) == len(view.by_sentence):
        return
    seen: dict[tuple[str, tuple[str, ...]], list[tuple[Sentence, list[Entity]]]] = {}
    for same in alike.values():
        for sentence, entities in same if len(same) > 1 else ():
            skeleton = _skeleton(view.text, sentence, entities)
            if len(skeleton) - len(entities) >= LEAST:
                seen.setdefault((skeleton, tuple(sentence.section)), []).append((sentence, entities))
    for places in seen.values():
        sentence, before = places[0]
        for _, entities in places[1:]:
            for first, other in zip(before, entities, strict=True):
                if first.text != other.text and first.value != other.value:
                    told = f"“{view.text[sentence.start : first.end]}” is told again with {other.text}."
                    yield _claim(first, other, told, 0.7, "same_words")


def _skeleton(text: str, sentence: Sentence, entities: list[Entity]) -> str:
    """The sentence with its figures taken out."""
    parts, position = [], sentence.start
    for entity in entities:
        parts.append(text[position : entity.start])
        position = entity.end
    return "#".join([*parts, text[position : sentence.end]]).strip(MARKS)
