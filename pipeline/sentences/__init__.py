"""Sentences of the cleaned text: their spans, roles, sections and citations."""

from pipeline.draft import Draft, Settings
from pipeline.schema import Sentence
from pipeline.sentences.boundaries import pieces
from pipeline.sentences.citations import attach
from pipeline.sentences.outline import outline
from pipeline.sentences.units import merged

__all__ = ["split"]


def split(draft: Draft, settings: Settings) -> Draft:  # noqa: ARG001, a stage takes its settings
    """Fill in `sentences` over `text`.

    Every character of `text` that is not white space lies in exactly one sentence; none crosses a line break.
    """
    found = merged(draft, list(pieces(draft.text)))
    places = outline(draft, found)
    citations = attach(draft.removed, [piece.start for piece in found])
    sentences = [
        Sentence(start=piece.start, end=piece.end, role=place.role, section=place.section, citations=marks)
        for piece, place, marks in zip(found, places, citations, strict=True)
    ]
    return draft.model_copy(update={"sentences": sentences})
