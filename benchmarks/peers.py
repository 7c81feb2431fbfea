"""Accuracy over labelled cases of other tools' suites: one command, one table.

The cases are not part of the project: give them as JSON lines, one case each,

    {"id", "suite", "file", "kind": "date"|"money"|"percent", "text", "reference": ISO date or null,
     "annotation": "full"|"whole"|"partial"|"aligned",
     "spans": [{"start", "end", "label": "DATE"|"MONEY"|"PERCENT", "norm": value or null, "score": "gold"|"ignore"}]}

with offsets in code points, half open. `reference` is the day the case is read on, and becomes the page's publication
date. Every case goes through the whole pipeline, as one batch, as `taosha run` would do it. Suites that label only
some of the spans ("partial", "aligned") give recall alone. A value is scored on the gold spans that have one, by the
prediction that shares most characters; a miss counts as wrong. Spans are compared without the hedges and particles at
their edges (约, 超, 截至; 左右, 以上, 起), since suites disagree about these.

"R agreed" and "values agreed" leave out what is read otherwise than the conventions of the README, by the
rules of `conventions.py`; --conventions says how often each holds. What is left is wrong, or peculiar to a suite.

    python benchmarks/peers.py cases.jsonl [--errors 20] [--conventions] [--scorer script.py]
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import conventions
import orjson
from rich.console import Console
from rich.table import Table

from pipeline.draft import Settings
from pipeline.evaluate.match import match
from pipeline.evaluate.tally import RawSpan
from pipeline.flow import run
from pipeline.schema import Document, Entity, MoneyValue, PercentValue
from pipeline.spans import overlaps

Case = Mapping[str, Any]
LABELS = {"date": "DATE", "money": "MONEY", "percent": "PERCENT"}
COMPLETE = ("full", "whole")
#: What suites count in or leave out at will, before and after a span.
BEFORE = re.compile(
    r"(?:大?约为?|将?近|超过?|逾|不(?:超过?|低于|高于|少于|多于|得超过)|至少|最[多高低]|高达|达到?|[共合总]计|仅|截[至止]到?|自从?|从|于|在|到|占|为|人民币|公历)\s*"
)
AFTER = re.compile(
    r"(?:左右|上下|前后|许|以[上下内]|[开起]始?|为?止|晚[间上]?|[上下]午|[早午]间|凌晨|中午|傍晚|消息|人民币|的?股[权份])$"
)
#: Currencies as suites call them; what stands here in neither column is not compared.
CURRENCIES = {"元": "CNY", "人民币": "CNY", "美元": "USD", "港元": "HKD", "日元": "JPY", "欧元": "EUR", "韩元": "KRW"}


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, help="labelled cases, JSON lines")
    parser.add_argument("--kind", choices=sorted(LABELS), help="only the cases of one kind")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors of each kind on stderr")
    parser.add_argument("--conventions", action="store_true", help="count what is left out in the agreed figures")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument(
        "--scorer",
        type=Path,
        help="score with this script instead, called as: SCRIPT score CASES documents.jsonl --errors N",
    )
    options = parser.parse_args()
    if not options.cases.is_file():
        parser.error(f"{options.cases}: no such file")
    cases = [case for case in read(options.cases) if options.kind in (None, case["kind"]) and case["kind"] in LABELS]
    with tempfile.TemporaryDirectory() as folder:
        documents = extract(cases, Path(folder), options.jobs)
        if options.scorer:
            chosen = Path(folder, "cases.jsonl")
            chosen.write_bytes(b"".join(orjson.dumps(case) + b"\n" for case in cases))
            command = [sys.executable, options.scorer, "score", chosen, documents, "--errors", str(options.errors)]
            return subprocess.run(command, check=False).returncode
        by_id = {line["source"]["id"]: Document.model_validate(line) for line in read(documents)}
    rows = score(cases, by_id, options.errors)
    Console(width=None if sys.stdout.isatty() else 150).print(show(rows))
    if options.conventions:
        for (kind, name), row in sorted(rows.items()):
            for rule, count in sorted((key[1:], count) for key, count in row.items() if key.startswith("=")):
                print(f"{kind} {name}: {rule}: {count}")
    return 0


def read(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON lines file."""
    with path.open("rb") as file:
        return [orjson.loads(line) for line in file if line.strip()]


def extract(cases: Iterable[Case], folder: Path, jobs: int) -> Path:
    """Run the pipeline over the cases; gives the path of the documents."""
    source, out = folder / "pages.jsonl", folder / "out"
    pages = (
        {"id": str(case["id"]), "text": case["text"], "published": (case.get("reference") or "")[:10] or None}
        for case in cases
    )
    source.write_bytes(b"".join(orjson.dumps(page) + b"\n" for page in pages))
    run([str(source)], out, settings=Settings(), jobs=jobs)
    return out / "documents.jsonl"


def score(cases: Iterable[Case], documents: Mapping[str, Document], errors: int) -> dict[tuple[str, str], Counter[str]]:
    """Counts by kind and suite."""
    rows: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    listed: Counter[tuple[str, str]] = Counter()
    for case in cases:
        label, row = LABELS[case["kind"]], rows[case["kind"], suite(case)]
        document = documents.get(str(case["id"]))
        row["cases"] += 1
        row["rejected"] += document is None
        entities = [e for e in (document.entities if document else []) if e.label == label]
        problems = [("spans", text) for text in _spans(case, label, entities, row)]
        problems += [("value", text) for text in _values(case, label, entities, row)]
        for kind, problem in problems:
            listed[case["kind"], kind] += 1
            if listed[case["kind"], kind] <= errors:
                print(f"{case['kind']} {kind}: case {case['id']} {case['text']!r}: {problem}", file=sys.stderr)
    return rows


def suite(case: Case) -> str:
    """A short name of a case's suite."""
    name = case["suite"].split(" ")[0].split("/")[-1]
    file = Path(case["file"] or "")
    # Specifications are a suite each; elsewhere files only divide one.
    return f"{name} {file.stem}" if "Specs" in file.parts else name


def _spans(case: Case, label: str, entities: list[Entity], row: Counter[str]) -> list[str]:
    text = case["text"]
    gold = sorted({_bare(text, s["start"], s["end"]) for s in case["spans"] if _is_gold(s, label)})
    ignored = [RawSpan(s["start"], s["end"]) for s in case["spans"] if not _is_gold(s, label)]
    found = [_bare(text, e.raw_start, e.raw_end) for e in entities]
    pairs = match(gold, found)
    paired = {p for _, p in pairs}
    found = [s for p, s in enumerate(found) if p in paired or not any(overlaps(s, i) for i in ignored)]
    exact = len(set(gold) & set(found))
    row.update(gold=len(gold), exact=exact, overlap=len(pairs))
    for missed in set(gold) - set(found):
        near = next((text[s.start : s.end] for s in found if overlaps(s, missed)), None)
        if rule := conventions.of_span(case["kind"], text, (missed.start, missed.end), near):
            row.update({"left_out": 1, f"=span: {rule}": 1})
    if case["annotation"] in COMPLETE:
        row.update(complete_gold=len(gold), complete_exact=exact, complete_overlap=len(pairs), predicted=len(found))
        if set(gold) != set(found):
            texts = ([text[s.start : s.end] for s in spans] for spans in (gold, found))
            return ["want {} have {}".format(*texts)]
    return []


def _bare(text: str, start: int, end: int) -> RawSpan:
    """A span without hedges at its edges; a span that is nothing else stays."""
    for _ in range(2):
        if (before := BEFORE.match(text, start, end)) and before.end() < end:
            start = before.end()
        if (after := AFTER.search(text[start:end])) and after.start():
            end = start + after.start()
    return RawSpan(start, end)


def _values(case: Case, label: str, entities: list[Entity], row: Counter[str]) -> list[str]:
    problems = []
    for span in case["spans"]:
        if not _is_gold(span, label) or span.get("norm") is None:
            continue
        near = [e for e in entities if e.raw_start < span["end"] and span["start"] < e.raw_end]
        best = max(near, key=lambda e: min(e.raw_end, span["end"]) - max(e.raw_start, span["start"]), default=None)
        right = best is not None and _same(label, span["norm"], best)
        row.update(values=1, right=right)
        if right:
            continue
        written = case["text"][span["start"] : span["end"]]
        if label == "DATE":
            rule = conventions.of_value(case, span)
        else:
            found = best and case["text"][best.raw_start : best.raw_end]
            rule = conventions.of_span(case["kind"], case["text"], (span["start"], span["end"]), found)
        if rule:
            row.update({"values_left_out": 1, f"=value: {rule}": 1})
        problems.append(f"{written!r} want {span['norm']} have {best and best.value}")
    return problems


def _is_gold(span: Case, label: str) -> bool:
    return span["score"] == "gold" and span["label"] == label


def _same(label: str, norm: Any, entity: Entity) -> bool:
    value = entity.value
    if label == "DATE":
        return any(_same_days(n, value.model_dump()) for n in norm)
    if isinstance(value, PercentValue):
        return Decimal(value.ratio) * 100 == Decimal(str(norm))
    if not isinstance(value, MoneyValue):
        return False
    want = norm["amount"] if isinstance(norm["amount"], list) else [norm["amount"]]
    amounts = [Decimal(str(w)) for w in want if w is not None]
    currency = CURRENCIES.get(norm.get("currency"), norm.get("currency"))
    same = currency not in CURRENCIES.values() or currency == value.currency
    return same and amounts == [Decimal(a) for a in (value.amount, value.amount_max) if a is not None]


def _same_days(norm: Case, value: Case) -> bool:
    start, end = norm["start"], norm["end"]
    ends = {end}
    if norm.get("end_exclusive") and end and end != start:
        ends.add(str(date.fromisoformat(end) - timedelta(days=1)))
    return value["start"] == start and value["end"] in ends


COLUMNS = (
    "",
    "suite",
    "cases",
    "gold",
    "R",
    "R agreed",
    "R overlap",
    "P",
    "F1",
    "F1 overlap",
    "values",
    "values agreed",
)


def show(rows: Mapping[tuple[str, str], Counter[str]]) -> Table:
    """The counts as a table."""
    table = Table(title="Cases of other tools' suites", title_justify="left")
    for number, name in enumerate(COLUMNS):
        table.add_column(name, justify="right" if number > 1 else "left")
    for (kind, name), row in sorted(rows.items()):
        complete = row["predicted"] + row["complete_gold"]
        table.add_row(
            kind,
            name + (f" ({row['rejected']} rejected)" if row["rejected"] else ""),
            str(row["cases"]),
            str(row["gold"]),
            _percent(row["exact"], row["gold"]),
            _percent(row["exact"], row["gold"] - row["left_out"]),
            _percent(row["overlap"], row["gold"]),
            _percent(row["complete_exact"], row["predicted"]),
            _percent(2 * row["complete_exact"], complete),
            _percent(2 * row["complete_overlap"], complete),
            _percent(row["right"], row["values"]),
            _percent(row["right"], row["values"] - row["values_left_out"]),
        )
    return table


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
