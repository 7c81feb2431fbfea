"""Pages written by hand that contradict themselves, each beside a twin that does not."""

import re
from pathlib import Path

import pytest

from tests.check.pages import lines, processed

PAIRS = [line.replace("\\n", "\n").split("\t") for line in lines(Path(__file__).parent / "pairs.tsv")]


@pytest.mark.parametrize(("kind", "quoted", "wrong"), [pair[:3] for pair in PAIRS])
def test_a_finding_lies_where_the_page_contradicts_itself(kind: str, quoted: str, wrong: str) -> None:
    touched = [
        [wrong[start:end] for start, end in finding.spans]
        for finding in processed(wrong).findings
        if finding.kind == kind and finding.suggestion
    ]
    assert any(all(any(part in span for span in spans) for part in quoted.split("|")) for spans in touched)


@pytest.mark.parametrize("right", [pair[3] for pair in PAIRS])
def test_its_consistent_twin_has_none(right: str) -> None:
    assert [finding.message for finding in processed(right).findings] == []


@pytest.mark.parametrize("wrong", [pair[2] for pair in PAIRS])
def test_messages_quote_the_page_as_it_stands(wrong: str) -> None:
    quoted = [part for finding in processed(wrong).findings for part in re.findall("“([^“”]*)”", finding.message)]
    assert all(part in wrong for part in quoted)
