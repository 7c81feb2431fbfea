"""Sentences through all stages: what contradicts itself is found, and what does not is left alone."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.draft import Draft, Settings
from pipeline.flow import STAGES
from pipeline.schema import Source

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@cache
def processed(text: str) -> Draft:
    source = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0")
    draft = Draft(doc_id="page", source=source, raw_text=text, text=text)
    for stage in STAGES.values():
        draft = stage(draft, Settings())
    return draft


@pytest.mark.parametrize("line", lines("contradictions.tsv"))
def test_a_contradiction_is_found(line: str) -> None:
    kind, text = line.split("\t")
    assert kind in {finding.kind for finding in processed(text).findings}


@pytest.mark.parametrize("text", lines("sound.txt"))
def test_sound_sentences_have_no_finding(text: str) -> None:
    assert [finding.message for finding in processed(text).findings] == []


@pytest.mark.parametrize(
    "text",
    [line.split("\t")[1] for line in lines("contradictions.tsv")],
)
def test_messages_quote_the_page(text: str) -> None:
    for finding in processed(text).findings:
        if finding.kind != "spin_profile":
            assert any(text[start:end] in finding.message for start, end in finding.spans)
