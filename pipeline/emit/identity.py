"""One id for one programme over a whole run, in lines that were written before the run was known."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from pipeline.emit.join import Named
from pipeline.schema import Program

#: What a page calls a programme -> what the run calls it, by the page's `doc_id`; pages that agree with the run are
#: left out.
Changes = Mapping[str, Mapping[str, str]]

# Inside a JSON string every quotation mark is escaped, so nothing that a page says can look like one of these.
_PAGE = re.compile(rb'"doc_id":"([^"\\]+)"')
_PROGRAM = re.compile(rb'"program_id":"([^"\\]+)"')


def changes(named: Iterable[Named], programs: Sequence[Program]) -> Changes:
    """Which ids of which pages the run has joined under another."""
    run = {(place.doc_id, place.entity_id): program.program_id for program in programs for place in program.mentions}
    found: dict[str, dict[str, str]] = {}
    for item in named:
        own, joined = item.value.program_id, run[item.doc_id, item.entity_id]
        if own != joined:
            found.setdefault(item.doc_id, {})[own] = joined
    return found


def renamed(lines: Iterable[bytes], changes: Changes) -> Iterator[bytes]:
    """Lines of JSON, each of one page, with the run's ids of programmes in the place of the page's own."""
    for line in lines:
        page = _PAGE.search(line)
        ids = changes.get(page[1].decode()) if page else None
        yield _PROGRAM.sub(partial(_id, ids), line) if ids else line


def _id(ids: Mapping[str, str], match: re.Match[bytes]) -> bytes:
    own = match[1].decode()
    return b'"program_id":"%b"' % ids.get(own, own).encode()
