"""Find dates and say what their characters state; the value needs context and is `pipeline.normalize.dates`'."""

from pipeline.draft import Mention
from pipeline.tag.dates.grammar import find_forms


def find(text: str) -> list[Mention]:
    """The DATE mentions of a text: sorted, disjoint, none across a newline."""
    return [Mention("DATE", start, end, form) for start, end, form in find_forms(text)]
