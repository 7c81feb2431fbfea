"""The structure that CONTRIBUTING.md promises, and that dvc.yaml knows what each stage depends on."""

import ast
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"
ROOMS = ("ingest", "clean", "sentences", "tag", "normalize", "check", "emit")
BESIDE = ("evaluate", "engine", "corrupt", "cli", "flow", "batches", "train")


def imported(path):
    """What modules of the package the Python files at a path import: pipeline.x.y as x."""
    found = set()
    for file in [path] if path.suffix else sorted(path.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pipeline."):
                found.add(node.module.split(".")[1])
            elif isinstance(node, ast.ImportFrom) and node.module == "pipeline":
                found.update(name.name for name in node.names)
            elif isinstance(node, ast.Import):
                found.update(name.name.split(".")[1] for name in node.names if name.name.startswith("pipeline."))
    return found


def path_of(module):
    return PACKAGE / module if (PACKAGE / module).is_dir() else PACKAGE / f"{module}.py"


def needed(module):
    """The module and everything of the package that it imports, directly or not."""
    todo, known = [module], set()
    while todo:
        if (each := todo.pop()) not in known:
            known.add(each)
            todo.extend(imported(path_of(each)))
    return known


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_another_or_what_calls_it(room):
    assert imported(PACKAGE / room) & {*ROOMS, *BESIDE} <= {room}


def stages():
    content = yaml.safe_load((ROOT / "dvc.yaml").read_text("utf-8"))["stages"]
    return {name: stage.get("do", stage) for name, stage in content.items()}


@pytest.mark.parametrize(("stage", "room"), [*((room, room) for room in ROOMS), ("gather", "clean")])
def test_a_stage_is_run_again_when_any_module_it_uses_changes(stage, room):
    listed = [Path(dep) for dep in stages()[stage]["deps"] if dep.startswith("pipeline/")]
    assert {dep.parts[1].removesuffix(".py") for dep in listed} == needed(room) - {"errors"}
