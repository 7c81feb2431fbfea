"""Stated changes that the figures beside them contradict, as claims."""

from collections.abc import Iterator, Sequence

from pipeline.check.contradictions.changes.moves import Pair
from pipeline.check.contradictions.changes.solve import Rescale
from pipeline.check.contradictions.changes.thirds import UNDO
from pipeline.check.contradictions.changes.verdicts import Verdict
from pipeline.check.contradictions.claims import Claim, Support, turned
from pipeline.check.reading.figures import Figure
from pipeline.check.reading.view import View

#: What is that many times another is so said, and in no percentage.
FAR = 500
#: A change is quoted in one piece where its word and its size are no further apart.
IN_ONE = 30


def stated_changes(view: View, judged: Sequence[Verdict]) -> list[Claim]:
    """Changes that the figures beside them contradict."""
    return [claim for verdict in judged if not verdict.fitting for claim in _claims(view, verdict)]


def _claims(view: View, verdict: Verdict) -> Iterator[Claim]:
    """The verdict as a claim. Words nearby are not enough to accuse: there a substitution has to explain it."""
    pair, percent = verdict.pair, verdict.percent
    if verdict.thirds and verdict.step:
        yield _of_thirds(view, verdict, verdict.step)
        return
    readings = verdict.readings
    if not readings and not pair.sure:
        return
    places = [(pair.old.start, pair.old.end), (pair.new.start, pair.new.end)]
    if percent is None or pair.sure:
        places.append(verdict.place)
    if percent is not None:
        places.append((percent.entity.start, percent.entity.end))
    old, new = view.text[slice(*places[0])], view.text[slice(*places[1])]
    said = _said(view, verdict)
    actual = _actual(pair, points=pair.new.unit == "%")
    yield Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted(set(places))),
        message=(
            f"{said} does not agree with {old} and {new}: from the one to the other is {actual}{_would(view, verdict)}."
        ),
        confidence=_confidence(verdict),
        suggestion=_suggestion(verdict),
        supports=tuple(_supports(verdict)),
        tied=True,
    )


def _of_thirds(view: View, verdict: Verdict, step: Figure) -> Claim:
    """A step that leads from the one to the other only with other scale words."""
    figures = (verdict.pair.new, verdict.pair.old, step)
    new, old, added = (view.text[figure.start : figure.end] for figure in figures)
    change = verdict.change
    share = 0.95 / len(verdict.thirds)
    supports = []
    for at, (inverted, way) in enumerate(verdict.thirds):
        if inverted and change:
            supports.append(Support(None, change.word, change.opposite, share, at))
        for figure, swapped in zip(figures, way, strict=True):
            if swapped:
                word = figure.scale[-1]
                supports.append(Support(figure.entity.id if figure.entity else None, word, UNDO[word][0], share, at))
    said = f"{change.word if change else ''}{added}"
    return Claim(
        kind="arithmetic_conflict",
        spans=tuple(sorted((figure.start, figure.end) for figure in figures)),
        message=f"{said} does not lead from {old} to {new}; with other scale words it would.",
        confidence=0.9,
        suggestion={"rule": "step", "field": "unit"},
        supports=tuple(supports),
        tied=True,
    )


def _said(view: View, verdict: Verdict) -> str:
    """The change as the page states it: in one piece from its word to its size, else both apart."""
    percent, (start, end) = verdict.percent, verdict.place
    if verdict.step and verdict.change:
        start = view.text.rfind(verdict.change.word, 0, start)
    if percent is None:
        return f"“{view.text[start:end]}”"
    first, last = percent.stated if verdict.change == percent.change else (start, percent.entity.end)
    if last - first <= IN_ONE:
        return f"“{view.text[first:last]}”"
    word = verdict.change.word if verdict.change else ""
    return f"“{word}” by “{percent.entity.text}”" if word else f"“{percent.entity.text}”"


def _confidence(verdict: Verdict) -> float:
    if verdict.pair.sure:
        return 0.95 if verdict.readings else 0.85
    return 0.9


def _would(view: View, verdict: Verdict) -> str:
    """With which amounts it would agree, where scale words alone have to be others."""
    if any(reading.inverted for reading in verdict.readings):
        return ""
    fixed = []
    for reading in verdict.readings[:2]:
        swaps = (reading.new, verdict.pair.new), (reading.old, verdict.pair.old)
        amounts = [_with(view.text[figure.start : figure.end], scale) for scale, figure in swaps if scale]
        fixed.append(" and ".join(amounts))
    return f"; it would with {' or with '.join(fixed)}" if fixed else ""


def _with(written: str, scale: Rescale) -> str:
    """The amount as written with a scale word put back."""
    place = written.rfind(scale[0])
    return written[:place] + scale[1] + written[place + len(scale[0]) :]


def _actual(pair: Pair, *, points: bool) -> str:
    times = pair.new.value / pair.old.value
    if not points and not 1 / FAR < times < FAR:
        return f"{times:,.0f} to one" if times > 1 else f"one to {1 / times:,.0f}"
    if points:
        return f"{(pair.new.value - pair.old.value) * 100:+.1f} percentage points"
    return f"{(pair.new.value / pair.old.value - 1) * 100:+.1f} %"


def _suggestion(verdict: Verdict) -> dict[str, object] | None:
    if not verdict.readings:
        return {"rule": "change", "field": "ratio", "value": _actual(verdict.pair, points=verdict.pair.new.unit == "%")}
    reading = verdict.readings[0]
    if reading.inverted and not reading.new and not reading.old:
        return turned(rise=verdict.change is None or verdict.change.sign > 0)
    scales = [scale for scale in (reading.new, reading.old) if scale]
    if scales and not reading.inverted:
        return {"field": "unit", "written": scales[0][0], "value": scales[0][1]}
    return None


def _supports(verdict: Verdict) -> Iterator[Support]:
    """What the cheapest readings have in common; where they differ each has its share."""
    share = 0.96 / max(len(verdict.readings), 1)
    if not verdict.pair.sure:
        share *= 0.97
    if verdict.readings and verdict.percent is None:
        share *= 0.9
    for at, reading in enumerate(verdict.readings):
        if reading.inverted and verdict.change:
            entity = verdict.percent.entity.id if verdict.percent else None
            yield Support(entity, verdict.change.word, verdict.change.opposite, share, at)
            if verdict.percent and verdict.percent.change and verdict.percent.change.word != verdict.change.word:
                own = verdict.percent.change
                yield Support(entity, own.word, own.opposite, share, at)
        for scale, figure in ((reading.new, verdict.pair.new), (reading.old, verdict.pair.old)):
            if scale:
                yield Support(figure.entity.id if figure.entity else None, scale[0], scale[1], share, at)
