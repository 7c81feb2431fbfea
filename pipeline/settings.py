"""What a user may set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set; the same for every stage.

    `published` is the publication date (ISO 8601) of pages that state none. `min_score` is the least
    score at which an insertion is removed.
    """

    published: str | None = None
    min_score: float = 0.5
