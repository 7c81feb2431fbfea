"""Taosha: facts one can trust from raw scraped Chinese pages.

>>> from pipeline import Pipeline
>>> document = Pipeline().text("2023年整体销量同比增长66%。")
>>> [(entity.label, entity.text) for entity in document.entities]
[('DATE', '2023年'), ('PERCENT', '66%')]
"""

from typing import TYPE_CHECKING

from pipeline.version import __version__

if TYPE_CHECKING:
    from pipeline.flow import Pipeline

__all__ = ["Pipeline", "__version__"]


def __getattr__(name: str) -> object:
    # Loading every stage takes a moment; `taosha --help` and spaCy's components do without.
    if name == "Pipeline":
        from pipeline.flow import Pipeline  # noqa: PLC0415

        return Pipeline
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
