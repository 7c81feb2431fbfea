import gzip
import io
import os
import pickle
from pathlib import Path

import pytest

from pipeline import ingest
from pipeline.draft import Draft, Settings
from pipeline.errors import PageError, UsageError


def paths(*inputs: Path | str) -> list[str]:
    return [page.path for page in ingest.discover([str(entry) for entry in inputs])]


def codes(*inputs: Path | str) -> list[str]:
    found = []
    for page in ingest.discover([str(entry) for entry in inputs]):
        try:
            ingest.read(page, Settings())
            found.append("ok")
        except PageError as error:
            found.append(error.code)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.TXT", "sub/deep/d.htm", ".hidden.txt", ".git/x.txt", "README.md", "e.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>正文。</p>")
    (tmp_path / "l.jsonl").write_text('{"text": "一。"}\n\n{"text": "二。"}\n')
    return tmp_path


def test_folder_gives_its_pages_at_any_depth_in_order(folder: Path) -> None:
    names = ["a.html", "b.txt", "l.jsonl#1", "l.jsonl#3", "sub/c.TXT", "sub/deep/d.htm"]
    assert paths(folder) == [f"{folder}/{name}" for name in names]


def test_order_of_arguments_does_not_matter(folder: Path) -> None:
    assert paths(folder / "sub", folder / "a.html") == paths(folder / "a.html", folder / "sub")


def test_a_file_reached_in_several_ways_counts_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert len(paths(folder, folder / "b.txt", folder / "sub" / ".." / "b.txt")) == len(paths(folder)) == 6


def test_lines_of_json_are_in_order_of_position(tmp_path: Path) -> None:
    (tmp_path / "l.jsonl").write_text('{"text": "一。"}\n' * 12)
    assert paths(tmp_path) == [f"{tmp_path}/l.jsonl#{number}" for number in range(1, 13)]


def test_missing_input_is_an_error_before_the_first_page(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.txt"):
        ingest.discover([str(folder), "none.txt"])


def test_named_file_of_unknown_form_is_rejected(folder: Path) -> None:
    assert codes(folder / "e.png") == ["form"]


@pytest.mark.parametrize("name", ["page.txt.gz", "page.html.GZ", "page.txt"])
def test_gzip_is_unpacked_whatever_the_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress("<p>正文。</p>".encode()))
    (page,) = ingest.discover([str(tmp_path / name)])
    assert "正文。" in ingest.read(page, Settings()).raw_text


def test_gzip_that_is_none_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes("正文。".encode())
    assert codes(tmp_path) == ["compression"]


def test_lines_before_damage_in_gzip_are_kept(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(50_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2000])
    found = codes(tmp_path)
    assert found.count("ok") > 1000
    assert found[-1] == "compression"
    assert paths(tmp_path)[-1] == f"{tmp_path}/a.jsonl.gz#{len(found)}"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_file_without_permission_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    assert codes(tmp_path) == ["unreadable"]


def test_folder_that_cannot_be_opened_is_rejected_and_stops_no_other(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "b.txt").write_text("正文。")
    opened = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert codes(tmp_path) == ["ok", "unreadable"]


def test_link_to_nothing_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text("正文。")
    assert codes(tmp_path) == ["unreadable", "ok"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("正文。", [("-", "text/plain")]),
        ("<!DOCTYPE html><p>正文。", [("-", "text/html")]),
        ('{"text": "一。"}\n{"text": "二。"}', [("-#1", "text/plain"), ("-#2", "text/plain")]),
    ],
)
def test_standard_input_is_read_by_what_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, data: str, expected: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode()))))  # type: ignore[arg-type]
    drafts = [ingest.read(page, Settings()) for page in ingest.discover(["-"])]
    assert [(draft.source.path, draft.source.media_type) for draft in drafts] == expected


def test_undecodable_file_names_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xd6\xd0.txt"
    Path(os.fsdecode(path)).write_text("正文。")
    (page,) = ingest.discover([str(tmp_path)])
    assert page.path == f"{tmp_path}/\\xd6\\xd0.txt"
    assert ingest.read(page, Settings()).raw_text == "正文。"


def test_pages_can_be_sent_to_other_processes(folder: Path) -> None:
    pages = list(ingest.discover([str(folder), str(folder / "e.png")]))
    assert pickle.loads(pickle.dumps(pages)) == pages  # noqa: S301


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "l.jsonl"
    path.write_text('{"text": "一。"}\n' * 100_000)
    pages = ingest.discover([str(path)])
    assert next(pages).path == f"{path}#1"
    path.unlink()
    assert next(pages).path == f"{path}#2"


def test_page_of_a_string_is_read_like_any_other() -> None:
    page = ingest.Page.from_text("正文。\r\n", title="题目", published="2019-05-17")
    draft: Draft = ingest.read(page, Settings())
    assert (draft.raw_text, draft.title, draft.published) == ("正文。\r\n", "题目", "2019-05-17")


def test_page_of_a_string_with_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(PageError) as caught:
        ingest.read(ingest.Page.from_text("正文\ud800"), Settings())
    assert caught.value.code == "encoding"
