"""Our own rules: every example is found as marked, `not` stays silent, misses stay missed."""

from __future__ import annotations

import pytest

from cds_extract.rules import check_library, check_rule, load_library

LIBRARY = load_library()


@pytest.mark.parametrize("name", sorted(LIBRARY.rules))
def test_rule(name: str) -> None:
    problems = check_rule(LIBRARY, LIBRARY.rules[name])
    assert not problems, "\n" + "\n".join(map(str, problems))


def test_shared_lists_are_used() -> None:
    problems = [problem for problem in check_library(LIBRARY) if problem.rule.startswith("<")]
    assert not problems, "\n" + "\n".join(map(str, problems))
