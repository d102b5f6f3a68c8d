"""What the checks find on a stand, kept as flags: run, reconciled, placed, counted, tried.

Import its modules by name. It imports `checks`, `models`, `permissions` and all of `evidence`.
"""
