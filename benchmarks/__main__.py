"""`python -m benchmarks` prints how fast it is, `python -m benchmarks PART` one part of that, and
`python -m benchmarks lab [FOLDER [TASK …]]` how good the prose rules are; all as JSON. No test depends on them."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from benchmarks import laboratory, run  # noqa: E402

part, folder = "".join(sys.argv[1:2]), sys.argv[2:]
if part == "lab":
    found = laboratory.figures(*folder)
elif part in run.PARTS:
    found = run.figures(part)
elif not part:
    found = run.all_figures()
else:
    sys.exit(f"There is no part {part!r}; there are {', '.join(run.PARTS)} and lab.")
print(json.dumps(found, indent=1))
