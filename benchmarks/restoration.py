"""Contradictions and restoration on generated spun pages: what is found, and how far `restored` can be trusted.

    python benchmarks/restoration.py [--set held] [--seeds 40] [--first 0] [--wrong N] [--json FILE]

Every clean article is spun with a drawn table for every seed: as a whole (nine tenths of the table's words and more are
swapped), and in part, a seeded share of three to seven tenths. Gold is what the clean article says at the same place.
Printed, for both: certain contradictions found, the share of swapped values restored (on pages with two or more certain
contradictions), and, by confidence and by the share swapped, the share of restored values that are right; and the
false findings on the clean articles.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as Grid

from pipeline.corrupt.substitutions import Spun, draw, spin
from pipeline.draft import Draft, Settings
from pipeline.flow import STAGES
from pipeline.schema import Entity, MoneyValue, PercentValue, Source

ARTICLES = Path(__file__).parent / "data" / "restoration"
SETTINGS = Settings()
#: Findings that follow from logic alone.
CERTAIN = {"impossible_decrease", "nonstandard_unit", "arithmetic_conflict"}
#: Sentences that hold a change beside the two amounts it lies between.
COMPARED = re.compile(
    r"[从由][^。；;\n]{0,24}\d[^。；;\n，,]{0,12}?(?:增长|增加|上升|上涨|提高|下降|减少|下滑|下跌|降低|回落)到"
    r"[^。；;\n，,]{0,16}"
    r"|(?:上年|去年)同期为[^。；;\n]*?%|比上年的[^。；;\n]*?%"
)
#: What may fall by more than the whole of itself.
SIGNED = re.compile("净利|利润|现金流|盈利|顺差|净额")


class Value(NamedTuple):
    """A value of a spun page: what stood there, what stands there, what is restored and how surely."""

    page: str
    rate: float
    label: str
    text: str
    swapped: bool
    confidence: float | None
    right: bool
    certain: int

    @property
    def sure(self) -> bool:
        """Whether it is restored with a confidence of .8 and more."""
        return self.confidence is not None and self.confidence >= 0.8


def processed(text: str) -> Draft:
    """The page through the stages after cleaning."""
    source = Source(path="article.txt", media_type="text/plain", encoding="utf-8", sha256="0")
    draft = Draft(doc_id="article", source=source, raw_text=text, text=text)
    for stage in STAGES.values():
        draft = stage(draft, SETTINGS)
    return draft


def values(name: str, clean: Draft, spun: Spun, draft: Draft) -> Iterator[Value]:
    """The amounts and directions of the spun page beside those of the clean one."""
    originals = {(entity.label, entity.start): entity for entity in clean.entities}
    certain = sum(finding.kind in CERTAIN and finding.confidence >= 0.8 for finding in draft.findings)
    for entity in draft.entities:
        original = originals.get((entity.label, spun.original(entity.start)))
        if original is None:
            continue
        was, stands, restored, confidence = told(original, entity)
        if was is None or stands is None:
            continue
        yield Value(
            name,
            spun.table.rate,
            entity.label,
            draft.text[max(0, entity.start - 14) : entity.end],
            was != stands,
            confidence,
            restored == was,
            certain,
        )


def told(original: Entity, entity: Entity) -> tuple[str | None, str | None, str | None, float | None]:
    """What the author wrote, what the page says, what is restored, and how surely."""
    was, value = original.value, entity.value
    if isinstance(was, MoneyValue) and isinstance(value, MoneyValue):
        restored = value.restored
        return was.amount, value.amount, restored and restored.amount, restored and restored.confidence
    if isinstance(was, PercentValue) and isinstance(value, PercentValue):
        back = value.restored
        return was.direction, value.direction, back and back.direction, back and back.confidence
    return None, None, None, None


def contradictions(spun: Spun, draft: Draft) -> Iterator[tuple[str, bool]]:
    """The certain contradictions that the swaps made, each with whether a finding lies there."""
    spans = [span for finding in draft.findings if finding.kind in CERTAIN for span in finding.spans]
    turned = [swap for swap in spun.swaps if {swap.written, swap.original} & TURNS]

    def found(start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in spans)

    for entity in draft.entities:
        value = entity.value
        if isinstance(value, PercentValue) and value.direction == "decrease" and float(value.ratio) > 1:
            sentence = draft.sentences[entity.sentence]
            if value.unit == "percent" and not SIGNED.search(spun.text[sentence.start : entity.start]):
                yield "fall above the whole", found(entity.start, entity.end)
    for place in re.finditer(r"\d(?:万万|亿亿)", spun.text):
        yield "doubled unit", found(*place.span())
    for place in COMPARED.finditer(spun.text):
        if sum(place.start() <= swap.start < place.end() for swap in turned) == 1:
            yield "change against amounts", found(*place.span())


TURNS = {"增长", "增加", "上升", "上涨", "提高"}


#: How much of what their tables hold is swapped on pages spun in part; none where the table is applied as drawn.
PARTS = (0.3, 0.5, 0.7)


class Outcome(NamedTuple):
    """All values of a kind of pages, and their certain contradictions by kind, found and missed."""

    values: list[Value]
    contradictions: dict[str, Counter[bool]]


def run(which: str, seeds: int, first: int = 0) -> tuple[dict[str, Outcome], list[str]]:
    """What is found on pages spun as a whole and on pages spun in part, and the findings on the clean articles."""
    outcomes = {kind: Outcome([], defaultdict(Counter)) for kind in ("whole", "part")}
    false: list[str] = []
    for path in sorted((ARTICLES / which).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        clean = processed(text)
        false += [f"{path.stem}: {finding.message}" for finding in clean.findings]
        for seed in range(first, first + seeds):
            for kind, rate in (("whole", None), ("part", PARTS[seed % len(PARTS)])):
                spun = spin(text, draw(1000 * seed + len(text), rate=rate), seed)
                draft = processed(spun.text)
                name = f"{path.stem}#{seed} {spun.table.name} {spun.table.rate}"
                outcomes[kind].values.extend(values(name, clean, spun, draft))
                for what, hit in contradictions(spun, draft):
                    outcomes[kind].contradictions[what][hit] += 1
    return outcomes, false


def summary(outcome: Outcome) -> dict[str, object]:
    """The figures of one kind of pages, as JSON values."""
    collected = outcome.values
    sure = [v for v in collected if v.sure]
    pages = [v for v in collected if v.swapped and v.certain >= 2]
    found = sorted(outcome.contradictions.items())
    rates = sorted({v.rate for v in collected})
    return {
        "values": len(collected),
        "swapped": sum(v.swapped for v in collected),
        "contradictions": {kind: {"found": c[True], "all": c[True] + c[False]} for kind, c in found},
        "right_at_0.8": _share(sum(v.right for v in sure), len(sure)),
        "by_label_right_at_0.8": {
            label: _share(sum(v.right for v in sure if v.label == label), sum(v.label == label for v in sure))
            for label in ("MONEY", "PERCENT")
        },
        "restored_on_pages_with_two": _share(sum(v.right for v in pages), len(pages)),
        "restored_at_0.8_on_pages_with_two": _share(sum(v.right and v.sure for v in pages), len(pages)),
        "restored_anywhere": _share(sum(v.right and v.swapped for v in collected), sum(v.swapped for v in collected)),
        "calibration": _calibration(collected),
        **{f"swapped {rate:.0%}": _calibration([v for v in collected if v.rate == rate]) for rate in rates},
        "calibration of amounts": _calibration([v for v in collected if v.label == "MONEY"]),
    }


def _calibration(collected: Sequence[Value]) -> dict[str, dict[str, float]]:
    """By band of confidence: how many values, what was said on average, and what share is right."""
    bands: dict[str, dict[str, float]] = {}
    for low, high in ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        inside = [v for v in collected if v.confidence is not None and low <= v.confidence < high]
        if inside:
            bands[f"{low:.2f}-{min(high, 1):.2f}"] = {
                "values": len(inside),
                "said": round(sum(v.confidence or 0 for v in inside) / len(inside), 3),
                "right": round(sum(v.right for v in inside) / len(inside), 3),
            }
    return bands


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="held", choices=("seen", "held"))
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong values at 0.8 and more")
    parser.add_argument("--missed", type=int, default=0, help="show so many swapped values left on pages with two")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    outcomes, false = run(options.set, options.seeds, options.first)
    figures = {kind: summary(outcome) for kind, outcome in outcomes.items()}
    console = Console(file=sys.stderr, width=160)
    for line in false:
        console.print("on a clean article:", line)
    for kind, outcome in outcomes.items():
        _name(console, f"{kind}: wrong", options.wrong, [v for v in outcome.values if v.sure and not v.right])
        left = [v for v in outcome.values if v.swapped and v.certain >= 2 and not (v.right and v.sure)]
        _name(console, f"{kind}: missed", options.missed, left)
    grid = Grid("figure", *figures)
    for name in figures["whole"] | figures["part"]:
        inner = [figure.get(name) for figure in figures.values()]
        keys = sorted({key for value in inner if isinstance(value, dict) for key in value})
        for key in keys:
            cells = [str(value.get(key, "")) if isinstance(value, dict) else "" for value in inner]
            grid.add_row(f"{name} {key}", *cells)
        if not keys:
            grid.add_row(name, *map(str, inner))
    Console(width=None if sys.stdout.isatty() else 200).print(grid)
    if options.json:
        figures["clean"] = {"findings": len(false)}
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _name(console: Console, what: str, most: int, found: Sequence[Value]) -> None:
    """The most frequent of these values, with how often they come."""
    for (label, text), count in Counter((v.label, v.text) for v in found).most_common(most):
        console.print(what, count, label, text)


if __name__ == "__main__":
    main()
