"""The finders as spaCy components, for use in anyone's `nlp`.

They are registered through entry points, so that with Taosha installed `nlp.add_pipe("taosha_dates")`
works without an import. Each component adds its mentions to `doc.ents` and, with exact characters, to
`span._.taosha`: spaCy's spans lie on token ends, mentions need not (8.6 % of amounts do not lie on jieba's),
so a span is the least run of tokens that holds the mention. Values come from the page around a mention,
which a component does not see; `Pipeline` gives them.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.draft import Mention
from pipeline.tag.dates import find as find_dates
from pipeline.tag.money import find as find_money
from pipeline.tag.percents import find as find_percents
from pipeline.tag.programs import find as find_programs
from pipeline.tag.quantities import find as find_quantities

Component = Callable[[Doc], Doc]

if not Span.has_extension("taosha"):
    Span.set_extension("taosha", default=None)


@Language.factory("taosha_dates", assigns=["doc.ents"])
def dates(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy calls factories with these names
    """DATE: calendar expressions."""
    return _component(find_dates)


@Language.factory("taosha_money", assigns=["doc.ents"])
def money(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """MONEY: amounts with their currency word."""
    return _component(find_money)


@Language.factory("taosha_percents", assigns=["doc.ents"])
def percents(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """PERCENT: percentages, percentage points, tenths and multiples."""
    return _component(find_percents)


@Language.factory("taosha_programs", assigns=["doc.ents"])
def programs(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """PROGRAM: names of plans, campaigns, actions, projects, mechanisms and promotional festivals."""
    return _component(lambda text: find_programs(text, []))


@Language.factory("taosha_quantities", assigns=["doc.ents"])
def quantities(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """QUANTITY: counts with their unit (100亿次, 2.4万个)."""
    return _component(find_quantities)


def _component(find: Callable[[str], list[Mention]]) -> Component:
    def component(doc: Doc) -> Doc:
        found = []
        for mention in find(doc.text):
            span = doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")
            if span is not None:
                found.append((span, mention))
        # Of two that overlap the longer stays, and of two alike the one that was there first.
        doc.ents = filter_spans([*doc.ents, *(span for span, _ in found)])
        for span, mention in found:
            span._.taosha = mention
        return doc

    return component
