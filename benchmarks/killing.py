"""Kills at random moments, and what they leave; on a database that other processes can reach."""

from tests import kills

RUNS = 40


def figures(cast):
    """{story: {"killed", "left half done", "did not finish"}}"""
    return {name: kills.told(make, cast, RUNS) for name, make in kills.STORIES.items()}
