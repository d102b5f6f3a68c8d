"""The laboratory: labelled files scored against what the prose rules say, one task a prefix.

`manage.py lab` and the benchmarks import it; it imports `prose`, `bibliography` and `importers`.
"""

from evidence.lab.scoring import score
from evidence.lab.tasks import TASKS, predict, task_of

__all__ = ["TASKS", "predict", "score", "task_of"]
