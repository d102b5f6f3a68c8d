"""`python -m benchmarks` prints how fast it is, `python -m benchmarks lab [FOLDER]` how good the prose rules are, both
as JSON. No test depends on them."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from benchmarks import laboratory, run  # noqa: E402

asked = sys.argv[1:]
print(json.dumps(laboratory.figures(*asked[1:2]) if asked[:1] == ["lab"] else run.figures(), indent=1))
