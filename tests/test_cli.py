import json
import signal
import sys

import pytest

from pipeline.cli import main
from pipeline.schema import RECORDS


@pytest.fixture
def taosha(monkeypatch, capsys):
    """Run the command; gives exit status, standard output and standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["taosha", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return run


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("2023年6月\n\n6月20日,公司启动“春雨计划”,投入80万元。\n", "utf-8")
    return file


def lines(file):
    return [json.loads(line) for line in file.open(encoding="utf-8")]


def test_run_writes_the_files_of_the_contract_and_nothing_else(taosha, page, tmp_path):
    status, out, err = taosha("run", page, "--out", tmp_path / "out")
    assert (status, out) == (0, "")
    assert "1 page: 1 document, " in err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(RECORDS)


def test_quiet_says_nothing(taosha, page, tmp_path):
    assert taosha("run", page, "--out", tmp_path / "out", "--quiet") == (0, "", "")


def test_a_rejected_page_gives_status_1_a_line_in_the_file_and_one_on_stderr(taosha, page, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    status, _, err = taosha("run", page, tmp_path / "empty.txt", "--out", tmp_path / "out", "--quiet")
    rejected = lines(tmp_path / "out" / "rejected.jsonl")
    assert status == 1
    assert [row["source"]["path"] for row in rejected] == [str(tmp_path / "empty.txt")]
    assert str(tmp_path / "empty.txt") in err
    assert len(lines(tmp_path / "out" / "documents.jsonl")) == 1


def test_the_publication_date_reaches_a_page_that_states_none(taosha, tmp_path):
    (tmp_path / "page.txt").write_text("去年投入80万元。", "utf-8")
    taosha("run", tmp_path / "page.txt", "--out", tmp_path / "out", "--published", "2024-03-27")
    document = lines(tmp_path / "out" / "documents.jsonl")[0]
    assert (document["published"], document["published_from"]) == ("2024-03-27", "option")
    assert document["entities"][0]["value"]["start"] == "2023-01-01"


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "nowhere.txt", "--out", "out"],
        ["run", "{page}", "--out", "out", "--published", "27.3.2024"],
        ["run", "{page}", "--out", "{page}"],
        ["run", "{page}", "--out", "/dev/null/out"],
        ["run", "{folder}", "--out", "{folder}"],
        ["run", "{page}", "--out", "out", "--jobs", "0"],
        ["stage", "tag", "nowhere.jsonl", "out.jsonl"],
        ["stage", "ingest", "{folder}", "out.jsonl", "--published", "tomorrow"],
        ["stage", "clean", "{page}", "out.jsonl", "--recurrence", "{page}"],
        ["stage", "emit", "nowhere.yaml", "nowhere", "out"],
        ["run", "{page}", "--out", "out", "--min-score", "2"],
        ["run", "{page}"],
        ["run", "--out", "out"],
        ["walk"],
        ["stage", "walk"],
        ["evaluate", "--gold", "nowhere", "--pred", "nowhere"],
        ["add", "{page}"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_wrong_gives_status_2_and_says_why(taosha, page, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    status, out, err = taosha(*(argument.format(page=page, folder=page.parent) for argument in arguments))
    assert (status, out) == (2, "")
    assert err.strip()


def test_what_of_a_line_cannot_be_used_is_told_with_its_place_and_the_page_is_kept(taosha, tmp_path):
    file = tmp_path / "pages.jsonl"
    file.write_text('{"text": "正文。"}\n{"text": "投入80万元。", "published": "now"}\n', "utf-8")
    status, _, err = taosha("run", file, "--out", tmp_path / "out", "--quiet")
    assert status == 0
    assert err.startswith(f"warning {file}#2: ")
    assert '"now"' in err
    assert len(lines(tmp_path / "out" / "documents.jsonl")) == 2


def test_a_folder_without_a_page_is_no_input(taosha, page, tmp_path):
    (tmp_path / "none" / "deeper").mkdir(parents=True)
    (tmp_path / "none" / "table.pdf").write_bytes(b"%PDF")
    status, _, err = taosha("run", page, tmp_path / "none", "--out", tmp_path / "out")
    assert (status, err.startswith(f"taosha: {tmp_path / 'none'}: no file in it")) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_file_without_a_line_is_told_and_no_error(taosha, tmp_path):
    (tmp_path / "none.jsonl").write_bytes(b"\n")
    status, _, err = taosha("run", tmp_path / "none.jsonl", "--out", tmp_path / "out", "--quiet")
    assert (status, err) == (0, f"warning {tmp_path / 'none.jsonl'}: no page in it\n")


def test_a_run_does_not_read_what_it_wrote_into_a_folder_of_its_input(taosha, page):
    for _ in range(2):
        status, _, err = taosha("run", page.parent, "--out", page.parent / "out")
        assert (status, "1 page: 1 document, " in err) == (0, True)


def test_a_command_with_no_such_input_makes_no_folder(taosha, tmp_path):
    taosha("run", tmp_path / "nowhere.txt", "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_schema_has_every_record(taosha):
    status, out, _ = taosha("schema")
    assert status == 0
    assert json.loads(out).keys() == RECORDS.keys()


@pytest.mark.parametrize("command", [[], ["run"], ["add"], ["evaluate"], ["schema"], ["stage"], ["stage", "clean"]])
def test_help_is_there_for_every_command(taosha, command):
    status, out, _ = taosha(*command, "--help")
    assert status == 0
    assert "Usage: taosha" in out


def test_stages_one_by_one_give_what_run_gives(taosha, page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "2024-04").mkdir(parents=True)
    page.rename("raw/2024-04/page.txt")
    (tmp_path / "raw" / "batches.yaml").write_text('batches: ["2024-04"]\n')
    taosha("run", "raw/2024-04", "--out", "whole", "--quiet")
    taosha("stage", "ingest", "raw/2024-04", "ingest.jsonl")
    taosha("stage", "gather", "ingest.jsonl", "gather.json")
    taosha("stage", "clean", "ingest.jsonl", "clean.jsonl", "--recurrence", "gather.json")
    taosha("stage", "sentences", "clean.jsonl", "sentences.jsonl")
    taosha("stage", "tag", "sentences.jsonl", "tag.jsonl")
    taosha("stage", "normalize", "tag.jsonl", "normalize.jsonl")
    taosha("stage", "check", "normalize.jsonl", "check/2024-04.jsonl")
    taosha("stage", "emit", "raw/batches.yaml", "check", "parts")
    for name in ("documents.jsonl", "records.jsonl", "programs.jsonl", "rejected.jsonl"):
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_batch_that_is_no_longer_listed_leaves_no_record(taosha, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "batches.yaml").write_text('batches: ["a"]\n')
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("2023年投入80万元。", "utf-8")
        taosha("stage", "ingest", name, f"check/{name}.jsonl")
    taosha("stage", "emit", "batches.yaml", "check", "dataset")
    assert [row["source"]["path"] for row in lines(tmp_path / "dataset" / "documents.jsonl")] == ["a/a.txt"]
    assert [path.name for path in (tmp_path / "check").iterdir()] == ["a.jsonl"]


def test_a_run_that_is_told_to_end_leaves_nothing_half_written(taosha, page, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.flow.gather", lambda _: signal.raise_signal(signal.SIGTERM))
    usual = signal.getsignal(signal.SIGTERM)
    try:
        status, _, _ = taosha("run", page, "--out", tmp_path / "out")
    finally:
        signal.signal(signal.SIGTERM, usual)
    assert status == 128 + signal.SIGTERM
    assert not [*(tmp_path / "out").iterdir()]
