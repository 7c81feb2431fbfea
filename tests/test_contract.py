"""The five invariants of the contract, over arbitrary text and over a whole run."""

import json
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import Pipeline, flow
from pipeline.draft import Settings
from pipeline.errors import PageError
from pipeline.schema import RECORDS
from tests import invariants

RAW = Path(__file__).parent.parent / "raw"
FILES = ("documents.jsonl", "records.jsonl", "programs.jsonl", "rejected.jsonl", "run.json")

#: Pieces that the stages look for, so that arbitrary text comes close to what they do.
PIECES = st.sampled_from((
    "当前位置:首页 > 新闻\n", "发展历程播报\n", "编辑\n", "2020年4月\n", "10月30日起,", "5月31日至6月18日",
    "去年同期", "近30天", "二〇二三年", "3月、5月", "2月30日", "“春雨计划”", "“寻找同行者”计划",
    "启动", "以下简称“", "推出", "计划", "专项行动", "80万元", "2.2万万元", "人民币4,800万元", "¥129.9",
    "三千五百万元", "2000万至3000万元", "同比下降177%", "环比", "增长了66%", "百分之三点五", "八成",
    "2.8个百分点", "1.5倍", "从2.2亿元增至3亿元", "[8]", "[16-17]", "。[4]", "加微信12345678",
    "微❤信:abc123", "\u200b", "\ufeff", "\u202e", "《", "》", "“", "”", "（", "）", "「", "。", "；",
    "……", "！？", ",", "、", "\n", "\r\n", "\t", "\u3000", "\xa0", "0", "9", ".", "%", "万", "亿", "元",
    "年", "月", "日", "至", "—", "～",
))  # fmt: skip
PAGES = st.lists(st.one_of(PIECES, PIECES, PIECES, st.text(max_size=6)), max_size=40).map("".join).filter(str.strip)


@given(PAGES)
@settings(max_examples=300)
def test_invariants_hold_on_any_text(text):
    document = Pipeline().text(text, published="2024-03-27")
    assert document.raw_text == text
    invariants.hold(document)


@given(st.text(max_size=200).filter(str.strip))
@settings(max_examples=200)
def test_invariants_hold_on_any_unicode(text):
    invariants.hold(Pipeline().text(text))


@given(PAGES, st.text(min_size=2, max_size=20))
@settings(max_examples=100)
def test_invariants_hold_with_any_title(text, title):
    invariants.hold(Pipeline().text(text, title=title))


@pytest.mark.parametrize("text", ["", " \n\u3000"])
def test_a_text_with_nothing_to_see_is_an_error(text):
    with pytest.raises(PageError, match="no visible character"):
        Pipeline().text(text)


@given(st.lists(st.binary(max_size=60), min_size=1, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_page_disappears(tmp_path, pages):
    folder = tmp_path / "in"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, page in enumerate(pages):
        (folder / f"{number}{'.txt' if number % 2 else '.html'}").write_bytes(page)
    summary = flow.run([str(folder)], tmp_path / "out", settings=Settings())
    assert summary.pages == len(pages)
    assert summary.documents + sum(summary.rejected.values()) == len(pages)


def outputs(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of raw/ and one page that is rejected, to be walked in any order."""
    folder = tmp_path_factory.mktemp("pages")
    shutil.copytree(RAW, folder / "raw", ignore=shutil.ignore_patterns("*.yaml"))
    (folder / "empty.txt").write_bytes(b"")
    return [str(path) for path in sorted(folder.rglob("*")) if path.is_file()]


@pytest.fixture(scope="module")
def once(pages, tmp_path_factory):
    out = tmp_path_factory.mktemp("once")
    flow.run(pages, out, settings=Settings())
    return out


def test_a_second_run_gives_the_same_bytes(pages, once, tmp_path):
    flow.run(pages, tmp_path, settings=Settings())
    assert outputs(tmp_path) == outputs(once)


def test_two_jobs_give_the_same_bytes(pages, once, tmp_path):
    flow.run(pages, tmp_path, settings=Settings(), jobs=2)
    assert outputs(tmp_path) == outputs(once)


def test_inputs_in_another_order_give_the_same_bytes(pages, once, tmp_path):
    shuffled = random.Random(7).sample(pages, len(pages))
    assert shuffled != pages
    flow.run(shuffled, tmp_path, settings=Settings())
    assert outputs(tmp_path) == outputs(once)


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_what_the_schema_says(once, name):
    lines = (once / name).read_text().splitlines() if name.endswith("l") else [(once / name).read_text()]
    for line in lines:
        RECORDS[name].model_validate(json.loads(line), strict=False)


def test_invariants_hold_on_every_page_of_the_dataset(once):
    documents = [RECORDS["documents.jsonl"].model_validate_json(line) for line in (once / "documents.jsonl").open()]
    assert documents
    for document in documents:
        invariants.hold(document)


def test_records_and_programs_point_at_what_is_there(once):
    def read(name):
        return [json.loads(line) for line in (once / name).open()]

    entities = {(d["doc_id"], e["id"]): e for d in read("documents.jsonl") for e in d["entities"]}
    records = {record["record_id"] for record in read("records.jsonl")}
    programs = read("programs.jsonl")
    for program in programs:
        assert set(program["records"]) <= records
        for mention in program["mentions"]:
            assert entities[mention["doc_id"], mention["entity_id"]]["value"]["program_id"] == program["program_id"]
    named = [key for key, entity in entities.items() if entity["label"] == "PROGRAM"]
    assert sorted(named) == sorted((m["doc_id"], m["entity_id"]) for p in programs for m in p["mentions"])
