"""Killed at random moments, on PostgreSQL; `python -m benchmarks killing` does it more often, on both databases."""

import pytest

from tests import kills

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("name", kills.STORIES)
def test_a_kill_leaves_nothing_half_done_and_a_repeat_finishes(cast, name):
    found = kills.told(kills.STORIES[name], cast, runs=3)
    assert (found["left half done"], found["did not finish"]) == ([], [])
