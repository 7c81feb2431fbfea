import pytest

from pipeline.clean.frame import baits, breadcrumbs, bylines, calls, captions, counters, furniture, marks, notices
from pipeline.clean.frame.rule import Rule

RULES = (
    *breadcrumbs.RULES,
    *furniture.RULES,
    *counters.RULES,
    *captions.RULES,
    *bylines.RULES,
    *calls.RULES,
    *notices.RULES,
    *marks.RULES,
    *baits.RULES,
)
YES = [pytest.param(rule, *case, id=f"{rule.name}-{case[0][:12]!r}") for rule in RULES for case in rule.yes]
NO = [pytest.param(rule, text, id=f"{rule.name}-{text[:12]!r}") for rule in RULES for text in rule.no]


@pytest.mark.parametrize(("rule", "text", "removed"), YES)
def test_a_rule_takes_what_its_example_says(rule: Rule, text: str, removed: str) -> None:
    found = list(rule.find(f"前文。\n{text}\n后文。"))
    assert [f"前文。\n{text}\n后文。"[cut.start : cut.end] for cut in found] == [removed]


@pytest.mark.parametrize(("rule", "text"), NO)
def test_a_rule_leaves_its_counterexample_whole(rule: Rule, text: str) -> None:
    assert list(rule.find(f"前文。\n{text}\n后文。")) == []


def test_no_two_rules_are_the_same() -> None:
    forms = [(rule.name, rule.pattern) for rule in RULES]
    assert len(forms) == len(set(forms))


def test_rules_of_one_name_are_of_one_kind() -> None:
    assert len({(rule.name, rule.kind) for rule in RULES}) == len({rule.name for rule in RULES})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.triggers[0]}")
def test_every_rule_says_what_it_takes(rule: Rule) -> None:
    assert rule.yes
