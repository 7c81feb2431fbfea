import json

from pipeline.emit.identity import changes, renamed
from pipeline.emit.join import Named, join
from pipeline.schema import ProgramValue


def named(doc: str, program: str, name: str) -> Named:
    return Named(
        doc, "E1", ProgramValue(program_id=program, name=name, type="计划"), first="2020-01-01", last="2020-01-01"
    )


def test_pages_that_agree_with_the_run_need_no_change() -> None:
    (one,) = join([named("A", "P-own", "春蚕计划")])
    assert changes([named("A", one.program_id, "春蚕计划")], [one]) == {}


def test_a_page_takes_the_id_of_the_run() -> None:
    mentions = [named("A", "P-a", "春蚕计划"), named("B", "P-b", "春蚕计划")]
    (joined,) = join(mentions)
    assert changes(mentions, [joined]) == {"A": {"P-a": joined.program_id}, "B": {"P-b": joined.program_id}}


def test_only_ids_change_not_what_a_page_says() -> None:
    says = 'text "program_id":"P-a" and \\"program_id\\":\\"P-a\\" and "doc_id":"B"'
    line = json.dumps({"doc_id": "A", "text": says, "program_id": "P-a"}, separators=(",", ":")).encode()
    (changed,) = renamed([line], {"A": {"P-a": "P-run"}, "B": {"P-a": "P-other"}})
    assert json.loads(changed) == {"doc_id": "A", "text": says, "program_id": "P-run"}


def test_other_pages_are_left_alone() -> None:
    line = b'{"doc_id":"B","program_id":"P-a"}'
    assert list(renamed([line], {"A": {"P-a": "P-run"}})) == [line]
