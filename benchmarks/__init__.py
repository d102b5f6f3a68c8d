"""How fast it is: `python -m benchmarks` prints figures as JSON. No test depends on them."""
