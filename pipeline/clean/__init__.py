"""Cleaning: finds what was put into a page and takes it out. It only deletes, it never rewrites.

`frame` takes off what stands around and between the parts of an article, by rules and by a trained reader of lines;
`insertions` finds what was put into it, by scored decisions: advertising, pieces of the title, sentences of novels.
Each works on the page without what those before it have taken.
"""

from collections.abc import Sequence
from functools import partial

from pipeline.clean import characters, frame, mirrors, trust
from pipeline.clean.insertions import ads, fiction, invisible, scattered, shards
from pipeline.clean.insertions.ads import decision, lexicon, lures
from pipeline.clean.insertions.shards import clauses, marks, rounds
from pipeline.clean.insertions.shards.pieces import BARE
from pipeline.clean.ledger import Cut, View, add, removals
from pipeline.clean.recurrence import Recurrence, gather
from pipeline.draft import Draft, Settings
from pipeline.forms.traditional import simplified
from pipeline.spans import cut, overlaps

__all__ = ["Recurrence", "clean", "gather"]


def clean(draft: Draft, settings: Settings, recurrence: Recurrence | None = None) -> Draft:
    """The draft with `removed` and `text` filled in, and `title` where ingest found none.

    `recurrence` is what recurs over the batch that the page belongs to.
    """
    raw = draft.raw_text
    ledger, title, headline = frame.find(
        draft, add([], invisible.find(raw), mirrors.readings(raw)), recurrence, settings.min_score
    )
    others = frame.seen(ledger)

    # Models and word lists are of simplified characters.
    page, said = simplified(raw), simplified(title or "")
    view = View(page, others)
    found = view.raw(_scored(_advertising(view, said, recurrence), settings))
    if found:
        ledger, others = add(ledger, found), add(others, found)
        view = View(page, others)

    found = view.raw(_scored(scattered.find(view.text, characters.load()), settings))
    if found:
        ledger, others = add(ledger, found), add(others, found)

    others = add(others, headline)  # its own words are no insertions
    keywords = list(map(simplified, draft.keywords))
    model = characters.load()
    body = View(page, others)
    for find in (rounds.find, clauses.find, partial(shards.find, keywords=keywords)):
        found = body.raw(_scored(find(*marks.as_letters(body.text, said), model=model), settings))
        if found:
            ledger, others = add(ledger, found), add(others, found)
            body = View(page, others)
    ledger = trust.weighed(ledger, raw, settings.min_score)
    return draft.model_copy(update={"title": title, "removed": removals(raw, ledger), "text": cut(raw, ledger)})


def _advertising(view: View, title: str, recurrence: Recurrence | None) -> list[Cut]:
    text = view.text
    codes = characters.fold(text)
    trade = lexicon.words(text)
    prefixes = lures.prefixes(text)
    found = [
        *prefixes,
        *lures.lines(text, view.places, title, trade, prefixes),
        *lures.parted(text),
        *fiction.find(text, codes, characters.load(), fiction.load()),
    ]
    # A farm's pieces run over the marks of a title.
    said = f"{title}\n{BARE.sub('', title)}"
    shared = recurrence.spans(codes) if recurrence else ()
    phrases = ads.find(text, said, trade, characters.load(), decision.load(), shared)
    return [*found, *(phrase for phrase in phrases if not any(overlaps(phrase, other) for other in found))]


def _scored(cuts: Sequence[Cut], settings: Settings) -> list[Cut]:
    return [span for span in cuts if span.score is None or span.score >= settings.min_score]
