"""The exception hierarchy. A message names the file, the place in it and the remedy."""


class TaoshaError(Exception):
    """Base of every error raised on purpose."""


class UsageError(TaoshaError):
    """The command itself is wrong: no such input, an option that does not fit. Exit status 2."""


class PageError(TaoshaError):
    """One page cannot be processed; it becomes a line of `rejected.jsonl` and the others go on.

    `code` is stable and listed in the README; the message is for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class DataError(TaoshaError):
    """A file of the project's own making (stage output, gold, batch list, model) is not what it should be."""
