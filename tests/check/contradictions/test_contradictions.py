"""Sentences through all stages: what contradicts itself is found, and what does not is left alone."""

from pathlib import Path

import pytest

from tests.check.pages import lines, processed

HERE = Path(__file__).parent


@pytest.mark.parametrize("line", lines(HERE / "contradictions.tsv"))
def test_a_contradiction_is_found(line: str) -> None:
    kind, text = line.split("\t")
    assert kind in {finding.kind for finding in processed(text).findings}


@pytest.mark.parametrize("text", lines(HERE / "sound.txt"))
def test_sound_sentences_have_no_finding(text: str) -> None:
    assert [finding.message for finding in processed(text).findings] == []


@pytest.mark.parametrize(
    "text",
    [line.split("\t")[1] for line in lines(HERE / "contradictions.tsv")],
)
def test_messages_quote_the_page(text: str) -> None:
    for finding in processed(text).findings:
        if finding.kind != "spin_profile":
            assert any(text[start:end] in finding.message for start, end in finding.spans)
