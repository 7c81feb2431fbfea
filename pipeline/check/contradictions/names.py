"""`name_variant`: one programme spelled in two ways that cannot both be right."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from pipeline.check.contradictions.claims import Claim
from pipeline.check.reading.view import View
from pipeline.forms.programs import core, fold, outlines, plain, variants
from pipeline.schema import Entity, ProgramValue


def names(view: View) -> list[Claim]:
    """A claim for each spelling of a programme that differs in one place from a better attested one.

    Better attested is the spelling that quotation marks hold, then the more frequent one, then the first.
    """
    if not _differ(view.programs):
        return []
    programs: dict[str, dict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
    for entity in view.programs:
        if isinstance(entity.value, ProgramValue):
            programs[entity.value.program_id][entity.value.name].append(entity)
    return [claim for written in programs.values() if len(written) > 1 for claim in _spelled(view.text, written)]


def _differ(programs: Sequence[Entity]) -> bool:
    """Whether any programme has two names."""
    names: dict[str, str] = {}
    for entity in programs:
        value = entity.value
        if isinstance(value, ProgramValue) and names.setdefault(value.program_id, value.name) != value.name:
            return True
    return False


def _spelled(text: str, written: dict[str, list[Entity]]) -> list[Claim]:
    """The claims of one programme, from its names as written."""
    spellings: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted((entity for same in written.values() for entity in same), key=attrgetter("start")):
        spellings[fold(_name(entity))].append(entity)
    return _claims(text, spellings) if len(spellings) > 1 else []


def _claims(text: str, spellings: dict[str, list[Entity]]) -> list[Claim]:
    ranked = sorted(spellings, key=lambda name: _rank(text, spellings[name]))
    claims = []
    for place, name in enumerate(ranked):
        better = next((other for other in ranked[:place] if _misspelt(name, other, spellings)), None)
        if better is not None:
            claims.append(_claim(spellings[name], spellings[better]))
    return claims


def _rank(text: str, entities: Sequence[Entity]) -> tuple[int, int, int]:
    quoted = sum(text[entity.end : entity.end + 1] in ("”", "」", "』", '"', "’") for entity in entities)
    return (-quoted, -len(entities), entities[0].start)


def _misspelt(name: str, other: str, spellings: dict[str, list[Entity]]) -> bool:
    kind, other_kind = _kind(spellings[name]), _kind(spellings[other])
    if kind != other_kind or not set(outlines(name, kind)) & set(outlines(other, kind)):
        return False
    return variants(core(name, kind), core(other, kind))


def _kind(entities: Sequence[Entity]) -> str:
    value = entities[0].value
    return plain(value.type) if isinstance(value, ProgramValue) else ""


def _claim(these: Sequence[Entity], those: Sequence[Entity]) -> Claim:
    spelling, better = _name(these[0]), _name(those[0])
    return Claim(
        kind="name_variant",
        spans=tuple((entity.start, entity.end) for entity in (*these, *those)),
        message=f"{spelling} and {better} are spellings of one programme; {better} is the better attested one.",
        confidence=0.8,
        suggestion={"name": better},
    )


def _name(entity: Entity) -> str:
    assert isinstance(entity.value, ProgramValue)  # noqa: S101 - the callers choose by it
    return entity.value.name
