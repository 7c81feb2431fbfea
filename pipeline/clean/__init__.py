"""Cleaning: finds what was put into a page and takes it out. It only deletes, it never rewrites.

Plain rules find furniture and bait; insertions are found by scored decisions: `shards` for pieces of the
title, `ads` for advertising phrases. Each works on the page without what those before it have taken.
"""

from collections.abc import Sequence

from pipeline.clean import (
    ads,
    characters,
    contact,
    fiction,
    frame,
    furniture,
    headings,
    invisible,
    lexicon,
    lists,
    lures,
    marks,
    notices,
    scattered,
    shards,
    sites,
    titles,
)
from pipeline.clean.ledger import Cut, View, add, removals
from pipeline.clean.pieces import BARE
from pipeline.clean.recurrence import Recurrence, gather
from pipeline.clean.rule import Book
from pipeline.draft import Draft, Settings
from pipeline.forms.traditional import simplified
from pipeline.spans import cut, overlaps

__all__ = ["Recurrence", "clean", "gather"]


#: Elements of tables and lists, in which the title is no repetition but says what the row is about.
_CELLS = frozenset({"dd", "dt", "td", "th"})
_RULES = Book((*furniture.RULES, *notices.RULES, *marks.RULES))
#: The rules for what is glued into the text; what they take is widened.
_GLUED = frozenset(rule.name for rule in marks.RULES)


def clean(draft: Draft, settings: Settings, recurrence: Recurrence | None = None) -> Draft:
    """The draft with `removed` and `text` filled in, and `title` where ingest found none.

    `recurrence` is what recurs over the batch that the page belongs to.
    """
    raw = draft.raw_text
    ledger, title = _furniture(raw, draft, recurrence)
    others = _seen(ledger)

    view = View(raw, others)
    found = view.raw(_scored(_advertising(view, title or "", recurrence), settings))
    if found:
        ledger, others = add(ledger, found), add(others, found)
        view = View(raw, others)

    found = view.raw(_scored(scattered.find(view.text, characters.load()), settings))
    if found:
        ledger, others = add(ledger, found), add(others, found)

    body = View(raw, add(others, _title_place(raw, title)))
    found = body.raw(_scored(shards.find(body.text, title or "", draft.keywords, characters.load()), settings))
    ledger = add(ledger, found)
    return draft.model_copy(update={"title": title, "removed": removals(raw, ledger), "text": cut(raw, ledger)})


def _seen(ledger: Sequence[Cut]) -> list[Cut]:
    """What the page is looked at without: citation marks stay, because pieces of the title stand before them."""
    return [span for span in ledger if span.kind != "citation"]


def _advertising(view: View, title: str, recurrence: Recurrence | None) -> list[Cut]:
    text = view.text
    trade = lexicon.words(text)
    prefixes = lures.prefixes(text)
    found = [
        *prefixes,
        *lures.lines(text, view.places, title, trade, prefixes),
        *lures.parted(text),
        *fiction.find(text, characters.load(), fiction.load()),
    ]
    # A farm's pieces run over the marks of a title.
    said = f"{title}\n{BARE.sub('', title)}"
    shared = recurrence.spans(text) if recurrence else ()
    phrases = ads.find(text, said, trade, characters.load(), ads.load(), shared)
    return [*found, *(phrase for phrase in phrases if not any(overlaps(phrase, other) for other in found))]


def _scored(cuts: Sequence[Cut], settings: Settings) -> list[Cut]:
    return [span for span in cuts if span.score is None or span.score >= settings.min_score]


def _furniture(raw: str, draft: Draft, recurrence: Recurrence | None) -> tuple[list[Cut], str | None]:
    """Furniture, bait and what nobody sees, and the page's title."""
    ledger = add([], invisible.find(raw))
    view = View(raw, ledger)
    text = view.text
    plain = simplified(text)
    found = _RULES.find(plain, view.places)
    glued = [span for span in found if span.rule in _GLUED]
    ledger = add(ledger, view.raw(span for span in found if span.rule not in _GLUED))
    ledger = add(ledger, view.raw(contact.widened(text, [*glued, *headings.widgets(text, glued)])))
    ledger = add(ledger, view.raw(lists.find(plain, view.places)))
    ledger = add(ledger, view.raw(titles.summaries(text, view.places)))

    view = View(raw, _seen(ledger))
    title = draft.title
    known = recurrence.names if recurrence else frozenset[str]()
    heading = titles.title_line(view.text, view.places)
    names = view.raw(sites.site_names(view.text, title or "", view.places, heading, raw, known))
    if names:
        ledger = add(ledger, names)
        view = View(raw, _seen(ledger))
        heading = titles.title_line(view.text, view.places)

    text = view.text
    if title is None and not draft.layout and heading:
        title = text[slice(*heading)]
    if title:
        cells = {block.start for block in draft.layout if block.tag in _CELLS}
        again = view.raw(titles.repeated(text, title, view.places))
        ledger = add(ledger, [span for span in again if span.start not in cells])
    hidden = [
        Cut(block.start, block.end, "boilerplate", "layout")
        for block in draft.layout
        if block.region == "furniture" and block.end > block.start
    ]
    ledger = add(ledger, hidden)
    plain = simplified(raw)
    return add(ledger, frame.find(plain, ledger, title and simplified(title))), title


def _title_place(raw: str, title: str | None) -> list[Cut]:
    """Where the title stands; its own words are no insertions."""
    place = raw.find(title) if title else -1
    return [Cut(place, place + len(title or ""), "boilerplate", "title")] if place >= 0 else []
