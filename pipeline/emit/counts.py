"""The counts of run.json."""

from collections import Counter

from pipeline.schema import Document, Rejection, Run
from pipeline.version import __version__


class Counts:
    """Adds up what a run writes; every count is sorted by name."""

    def __init__(self) -> None:
        self._documents = self._records = 0
        self._entities: Counter[str] = Counter()
        self._removed: Counter[str] = Counter()
        self._findings: Counter[str] = Counter()
        self._rejected: Counter[str] = Counter()

    def document(self, document: Document, records: int) -> None:
        """Count a document that gave so many records."""
        self._documents += 1
        self._records += records
        self._entities.update(entity.label for entity in document.entities)
        self._removed.update(removal.kind for removal in document.removed)
        self._findings.update(finding.kind for finding in document.findings)

    def rejection(self, rejection: Rejection) -> None:
        """Count a rejected page."""
        self._rejected[rejection.error] += 1

    def add(self, other: "Counts") -> None:
        """Add what another has counted."""
        self._documents += other._documents
        self._records += other._records
        self._entities.update(other._entities)
        self._removed.update(other._removed)
        self._findings.update(other._findings)
        self._rejected.update(other._rejected)

    def run(self, *, programs: int, options: dict[str, object]) -> Run:
        """The counts as the record that is written."""
        return Run(
            version=__version__,
            options=options,
            pages=self._documents + self._rejected.total(),
            documents=self._documents,
            records=self._records,
            programs=programs,
            rejected=dict(sorted(self._rejected.items())),
            entities=dict(sorted(self._entities.items())),
            removed=dict(sorted(self._removed.items())),
            findings=dict(sorted(self._findings.items())),
        )
